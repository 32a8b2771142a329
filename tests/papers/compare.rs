//! Two conversations turn by turn.

use crate::site::{CAST, between, build, html, words};

const BAD: &str = "\
A Thursday.

## A {ending=poor}

**Dana:** My pills ran out.

**You:** Rules are rules.

Dana looks away.

**Dana:** Fine.
";

const GOOD: &str = "\
## A

**Dana:** My pills ran out.

**Dana:** (quietly) I was afraid.

- [No.](#c)
  > Cold.
- [What happened?](#b) {best}
  > Open.

## B {ending=good}

**Dana:** My back.

**You:** Thank you.

## C {ending=poor}

**Dana:** Fine.
";

fn rows(bad: &str, good: &str) -> Vec<String> {
    let page = "---\ntitle: P\n---\n\n::: compare {bad=bad good=good}\nWhat differs?\n:::\n";
    let (_, outputs) = build(&[
        ("scripts/bad.md", &format!("{CAST}{bad}")),
        ("scripts/good.md", &format!("{CAST}{good}")),
        ("pages/p.md", page),
    ]);
    let html = html(&outputs, "pages/p.html");
    let list = between(&html, "<ol class=\"compare-rows\">", "</ol>")[0];
    between(list, "<li>", "</li>")
        .into_iter()
        .map(words)
        .collect()
}

#[test]
fn an_answer_stands_beside_the_answer_with_the_notes_between() {
    assert_eq!(
        rows(BAD, GOOD),
        [
            "Goes wrong Dana My pills ran out. Goes well Dana My pills ran out. Dana (quietly) I was afraid.",
            "Goes wrong You Rules are rules. Goes well You What happened? Note · Goes wrong Dana looks away. Note · Goes well Open.",
            "Goes wrong Dana Fine. Goes well Dana My back.",
            "Goes well You Thank you.",
        ]
        .map(|row| row.replace("( ", "("))
    );
}

#[test]
fn a_comparison_inside_a_compared_conversation_is_its_words_alone() {
    let compare = "::: compare {bad=bad good=good}\nLook at both.\n:::\n";
    let both = |text: &str| {
        text.replace(
            "**Dana:** My pills",
            &format!("{compare}\n**Dana:** My pills"),
        )
    };
    let (bad, good) = (both(BAD), both(GOOD));
    let (_, outputs) = build(&[
        ("scripts/bad.md", &format!("{CAST}{bad}")),
        ("scripts/good.md", &format!("{CAST}{good}")),
        ("pages/p.md", &format!("---\ntitle: P\n---\n\n{compare}")),
    ]);
    let page = html(&outputs, "pages/p.html");
    assert_eq!(page.matches("<ol class=\"compare-rows\">").count(), 1);
    // For the page itself, and once for both conversations.
    assert_eq!(page.matches("Look at both.").count(), 2);
    assert!(html(&outputs, "scripts/bad.html").contains("<ol class=\"compare-rows\">"));
}

#[test]
fn an_answer_waits_for_the_answer() {
    let bad = "## A {ending=poor}\n\n**You:** First.\n\n**Dana:** Then.\n";
    let good = "## A {ending=good}\n\n**Dana:** First.\n\n**You:** Then.\n";
    assert_eq!(
        rows(bad, good),
        [
            "Goes well Dana First.",
            "Goes wrong You First. Goes well You Then.",
            "Goes wrong Dana Then."
        ]
    );
}

#[test]
fn the_bad_side_takes_what_costs_most_and_a_shared_note_stands_once() {
    let both = "## A\n\n- [best](#b) {trust+1 best}\n- [poor](#b) {trust-2}\n- [bad](#b) {trust-1}\n\n## B {ending=good}\n\n**Dana:** Hm.\n\nThe same.\n";
    assert_eq!(
        rows(both, both),
        [
            "Goes wrong You poor Goes well You best",
            "Goes wrong Dana Hm. Goes well Dana Hm. Note The same."
        ]
    );
    let critical = "## A\n\n- [cheap](#b) {trust-9}\n- [end](#b) {critical}\n\n## B {ending=poor}\n\n**Dana:** Hm.\n";
    assert!(rows(critical, both)[0].starts_with("Goes wrong You end"));
}
