//! What is written, and what is read.

use crate::page::Page;
use teachback::model::{Choice, Comparison, Condition, Turn};

const FRONT: &str = "---
cast:
  dana: {name: Dana, role: patient}
  you: You
skills: [open-question, reflection]
meters: {trust: 2}
---
";

/// The faults of a script with the usual front matter; line 8 is its first line.
fn faults(body: &str) -> Vec<String> {
    Page::of(&format!("{FRONT}{body}")).faults()
}

fn turns(body: &str) -> (Page, Vec<Turn>) {
    let page = Page::of(&format!("{FRONT}## S {{ending=good}}\n\n{body}"));
    let turns = page.script.scenes[0].turns.clone();
    (page, turns)
}

fn choices(body: &str) -> (Page, Vec<Choice>) {
    let (page, turns) = turns(body);
    let Some(Turn::Choices(choices)) = turns.into_iter().next() else {
        panic!("no choices in {body}");
    };
    (page, choices)
}

#[test]
fn the_example_of_the_manual_is_read() {
    let page = Page::of(
        "---
cast:
  dana: {name: Dana, role: patient}
  you: {name: You, role: prescriber}
skills: [open-question, reflection, affirmation, confront]
meters: {trust: 2}
pass: trust >= 2 and reflection >= 1
---

## Opening

**Dana:** (not looking up) My pills ran out on Thursday. I know how this looks.

- [It sounds like this week was frightening. What happened?](#the-week) {reflection open-question trust+1}
  > You named the feeling before the facts.
- [I can't refill early. It's the state's rules.](#shut-down) {confront trust-1}
  > Rules end the conversation. Give the reason that is about Dana.

## The week

**Dana:** My back went out when I lifted my grandson.

[Continue](#plan)

## Shut down {ending=poor}

**Dana:** Fine. I'll find someone who listens.

## Plan {ending=good}

**You:** Let's write down what we both agreed.
",
    );
    assert_eq!(page.faults(), Vec::<String>::new());
    let script = &page.script;
    assert_eq!(script.scenes.len(), 4);
    assert_eq!(script.cast[1].role.as_deref(), Some("prescriber"));
    assert!(script.scenes[2].ends_badly());
    let [
        Turn::Line {
            speaker,
            direction,
            text,
        },
        Turn::Choices(choices),
    ] = &script.scenes[0].turns[..]
    else {
        panic!("a line and choices");
    };
    assert_eq!(*speaker, 0);
    let direction = direction.as_ref().expect("a stage direction");
    assert_eq!(direction.value, "not looking up");
    assert_eq!(direction.span.slice(&page.text), "(not looking up)");
    assert_eq!(
        text.plain_text(&page.tree),
        "My pills ran out on Thursday. I know how this looks."
    );
    assert_eq!(
        choices[0].text.plain_text(&page.tree),
        "It sounds like this week was frightening. What happened?"
    );
    let skills: Vec<&str> = choices[0].skills.iter().map(|s| s.value.as_str()).collect();
    assert_eq!(skills, ["reflection", "open-question"]);
    assert_eq!(choices[1].effects[0].change, -1);
    let feedback = choices[1].feedback.as_ref().expect("feedback");
    assert!(feedback.plain_text(&page.tree).starts_with("Rules end"));
    assert_eq!(page.script.targets().count(), 3);
}

#[test]
fn a_name_may_hold_its_colon_or_not() {
    for line in [
        "**Dana:** Hello.",
        "**Dana**: Hello.",
        "**dana:** Hello.",
        "**Dana :** Hello.",
    ] {
        let (page, turns) = turns(line);
        let Turn::Line {
            text, direction, ..
        } = &turns[0]
        else {
            panic!("no line: {line}");
        };
        assert_eq!(text.plain_text(&page.tree), "Hello.", "{line}");
        assert!(direction.is_none());
    }
}

#[test]
fn stage_directions_may_hold_marks_and_parentheses() {
    let (page, turns) = turns("**Dana:** (looks *away* (again)) No.");
    let Turn::Line {
        text, direction, ..
    } = &turns[0]
    else {
        panic!("a line")
    };
    assert_eq!(
        direction.as_ref().map(|d| d.value.as_str()),
        Some("looks away (again)")
    );
    assert_eq!(text.plain_text(&page.tree), "No.");
    let (page, turns) = self::turns("**Dana:** (never closed. Why?");
    let Turn::Line {
        text, direction, ..
    } = &turns[0]
    else {
        panic!("a line")
    };
    assert!(direction.is_none());
    assert_eq!(text.plain_text(&page.tree), "(never closed. Why?");
}

#[test]
fn strangers_are_told_at_their_name() {
    let page = Page::of(&format!(
        "{FRONT}## S {{ending=good}}\n\n**Dna:** Hello.\n\n**Bold** words.\n"
    ));
    assert_eq!(page.faults(), ["10 unknown-speaker"]);
    assert_eq!(page.marked(), ["Dna"]);
    assert_eq!(
        page.diagnostics[0].help.as_deref(),
        Some("did you mean \"Dana\"?")
    );
    assert!(matches!(page.script.scenes[0].turns[1], Turn::Narration(_)));
}

#[test]
fn braces_of_a_choice_without_a_link_are_not_words() {
    let (page, choices) = choices(
        "- Say nothing. {reflection trust\u{2212}1 if=\"trust>=1\" once}\n  > Why?\n- Nod.\n",
    );
    assert_eq!(choices[0].text.plain_text(&page.tree), "Say nothing.");
    assert!(choices[0].target.is_none() && choices[0].once);
    assert_eq!(choices[0].effects[0].change, -1);
    let condition = choices[0].condition.as_ref().expect("a condition");
    assert_eq!(condition.span.slice(&page.text), "trust>=1");
    let Condition::Compare { op, value, .. } = &condition.value else {
        panic!("a comparison")
    };
    assert_eq!((*op, *value), (Comparison::GreaterOrEqual, 1));
    let words: String = page.tree.roots().map(|n| n.plain_text()).collect();
    assert!(!words.contains('{'), "{words}");
}

#[test]
fn a_link_may_stand_within_the_words() {
    let (page, choices) = choices("- Ask about [sleep](#s) now {best}\n");
    assert_eq!(
        choices[0].text.plain_text(&page.tree).replace("  ", " "),
        "Ask about sleep now"
    );
    assert_eq!(
        choices[0].target.as_ref().map(|t| t.anchor.value.as_str()),
        Some("s")
    );
    assert!(choices[0].best);
}

#[test]
fn ordinary_lists_stay_text() {
    for list in [
        "1. one\n2. two",
        "- [ ] one\n- [x] two",
        "- one\n- two",
        "- [Guide](../pages/guide.md)\n- other",
    ] {
        let (_, turns) = turns(list);
        assert!(matches!(turns[0], Turn::Narration(_)), "{list}");
    }
    let page =
        Page::of("A list:\n\n- [Opening](#opening)\n\n## Opening {ending=good}\n\n- one {best}\n");
    assert_eq!(page.script.intro.roots.len(), 2);
    assert!(matches!(page.script.scenes[0].turns[0], Turn::Choices(_)));
}

#[test]
fn unknown_words_are_told_at_the_word() {
    let body = "## S\n\n- [a](#e) {refection}\n- [b](#e) {tust+1 trust}\n- [c](#e) {onse speed=3 trust=+1}\n\n## E {ending=good}\n";
    let page = Page::of(&format!("{FRONT}{body}"));
    assert_eq!(
        page.faults(),
        [
            "10 undeclared-skill",
            "11 invalid-attributes",
            "11 undeclared-skill",
            "12 undeclared-skill",
            "12 unknown-attribute",
            "12 unknown-attribute",
        ]
    );
    assert_eq!(
        page.marked(),
        ["refection", "tust", "trust", "onse", "speed", "trust"]
    );
    let help: Vec<&str> = page
        .diagnostics
        .iter()
        .filter_map(|d| d.help.as_deref())
        .collect();
    assert_eq!(help[0], "did you mean \"reflection\"?");
    assert_eq!(help[1], "did you mean \"trust\"?");
    assert_eq!(help[3], "did you mean \"once\"?");
    assert_eq!(help[5], "to change a meter write trust+1");
}

#[test]
fn conditions_are_told_at_the_sign() {
    for (condition, marked, rule) in [
        ("trust >= ", "", "invalid-condition"),
        ("trust", "trust", "invalid-condition"),
        ("trust && reflection", "&", "invalid-condition"),
        ("trust >= 2 reflection", "reflection", "invalid-condition"),
        ("(trust >= 2", "(", "invalid-condition"),
        ("trust >= 2)", ")", "invalid-condition"),
        ("trust >= two", "two", "invalid-condition"),
        ("trst >= 2", "trst", "undeclared-skill"),
        ("trust >= 2 AND reflection", "AND", "invalid-condition"),
    ] {
        let text = format!(
            "---\nskills: [reflection]\nmeters: {{trust: 2}}\npass: \"{condition}\"\n---\n## S {{ending=good}}\n"
        );
        let page = Page::of(&text);
        assert_eq!(page.faults(), [format!("4 {rule}")], "{condition}");
        assert_eq!(page.marked(), [marked], "{condition}");
    }
}

#[test]
fn not_binds_before_and_before_or() {
    let text = "---\nskills: [a, b, c]\npass: not a and b or c\n---\n## S {ending=good}\n";
    let page = Page::of(text);
    let Some(Condition::Or(parts)) = page.script.pass.map(|pass| pass.value) else {
        panic!("or")
    };
    let Condition::And(parts) = &parts[0] else {
        panic!("and")
    };
    assert!(matches!(parts[0], Condition::Not(_)));
}

#[test]
fn deep_conditions_are_refused() {
    let deep = "(".repeat(50_000);
    let text = format!("---\nmeters: {{trust: 2}}\npass: \"{deep}\"\n---\n## S {{ending=good}}\n");
    assert_eq!(Page::of(&text).faults(), ["3 invalid-condition"]);
}

#[test]
fn declarations_are_checked() {
    let text = "---\nskills: [once, ask well, ask, ask]\nmeters: {ask: 1, \"too warm\": 1, heat: much}\n---\n## S {ending=good}\n";
    assert_eq!(
        Page::of(text).faults(),
        [
            "2 duplicate-id",
            "2 invalid-value",
            "2 invalid-value",
            "3 duplicate-id",
            "3 invalid-value",
            "3 invalid-value"
        ]
    );
}

#[test]
fn what_a_choice_cannot_hold_is_told() {
    let body = "## S\n\n- [a](#e)\n  - nested\n- [](#e) {trust+1}\n- [c](#e)\n\n  Words.\n\n## E {ending=good}\n";
    assert_eq!(
        faults(body),
        [
            "11 invalid-block-content",
            "12 invalid-block-content",
            "15 invalid-block-content"
        ]
    );
}

#[test]
fn scene_attributes_are_checked() {
    assert_eq!(
        faults("## S {ending=good}\n## T {endings=good}\n[Continue](#s)\n"),
        ["9 unknown-attribute", "9 unreachable-scene"]
    );
    assert_eq!(faults("## S {ending}\n"), ["8 invalid-attributes"]);
    assert_eq!(
        faults("## S\n\n[Continue](#e) {trust+1}\n\n## E {ending=good}\n"),
        ["10 unknown-attribute"]
    );
}
