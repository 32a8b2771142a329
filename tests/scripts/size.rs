//! Large and strange scripts.

use crate::page::Page;
use proptest::prelude::*;
use std::fmt::Write as _;

#[test]
fn a_chain_of_two_thousand_scenes() {
    let mut text =
        "---\nskills: [listen]\nmeters: {trust: 0}\npass: trust >= 15 and listen >= 3\n---\n"
            .to_owned();
    for n in 0..2_000 {
        let next = n + 1;
        let _ = write!(
            text,
            "## S{n}\n\n- [good](#s{next}) {{trust+1 listen best}}\n- [bad](#s{next})\n  > No.\n\n"
        );
    }
    text.push_str("## S2000 {ending=good}\n");
    assert_eq!(Page::of(&text).faults(), Vec::<String>::new());
    let text = text.replace("trust >= 15", "trust < 0");
    assert_eq!(Page::of(&text).faults(), ["4 impossible-condition"]);
}

#[test]
fn a_dense_graph() {
    let mut text = "---\nskills: [listen]\n---\n".to_owned();
    for n in 0..150 {
        let _ = write!(text, "## S{n}\n\n");
        for to in 0..150 {
            let _ = writeln!(text, "- [go](#s{to}) {{listen}}");
        }
        text.push('\n');
    }
    let page = Page::of(&text);
    assert_eq!(page.faults(), ["4 no-ending"]);
    text.push_str("- [x](#end)\n\n## End {ending=good}\n");
    assert_eq!(Page::of(&text).faults(), Vec::<String>::new());
}

#[test]
fn a_loop_of_ten_thousand_scenes() {
    let mut text = String::new();
    for n in 0..10_000 {
        let _ = write!(text, "## S{n}\n\n[Continue](#s{})\n\n", (n + 1) % 10_000);
    }
    text.push_str("## End {ending=good}\n");
    assert_eq!(
        Page::of(&text).faults(),
        ["1 no-way-out", "40001 unreachable-scene"]
    );
}

#[test]
fn too_many_states_are_told_one_time() {
    let mut text = "## Hub\n\n".to_owned();
    for n in 0..40 {
        let _ = writeln!(text, "- [ask {n}](#back) {{once}}");
    }
    text.push_str("- [end](#end)\n\n## Back\n\n[Continue](#hub)\n\n## End {ending=good}\n");
    assert_eq!(Page::of(&text).faults(), ["1 undecided-script"]);
}

fn line() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "## A",
        "## B {ending=good}",
        "## C {ending}",
        "# One",
        "### Small",
        "- [a](#a)",
        "- [b](#b)",
        "- words",
        "{once}",
        "{trust+1 best}",
        "{trust-9}",
        "{critical}",
        "{if=\"trust>=2\"}",
        "{if=\"not (listen\"}",
        "  > feedback",
        "  - nested",
        "**Dana:**",
        "**Dana**: (",
        "(quietly)",
        ")",
        "[Continue](#b)",
        "[x]()",
        "1. one",
        "- [ ] box",
        "```",
        "|a|b|",
        "|-|-|",
        "é ‘quote’ &amp; \\{",
        "{",
        "}",
        "***",
        "<b>",
        "![p](x.png)",
        "`code}`",
        " ",
        "\n",
        "\n\n",
    ]);
    prop::collection::vec(parts, 0..30).prop_map(|parts| parts.join(""))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics(lines in prop::collection::vec(line(), 0..12), pass in "[a-z0-9 ()<>=!\"{-]{0,20}") {
        let body = lines.join("\n");
        let front = "---\ncast: {d: Dana}\nskills: [listen]\nmeters: {trust: 1}\npass: ";
        let page = Page::of(&format!("{front}{pass}\n---\n{body}"));
        for fault in &page.diagnostics {
            prop_assert!(fault.span.start <= fault.span.end);
            prop_assert!(page.text.get(fault.span.start as usize..fault.span.end as usize).is_some());
        }
    }
}
