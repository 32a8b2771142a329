//! What is told about questions, and where.

use super::read;
use crate::diagnostic::{Diagnostic, Severity};

/// What is told: the name of the rule and the text it points at.
fn faults(text: &str) -> Vec<(&'static str, String)> {
    let (tree, _, told) = read(text);
    let one = |d: Diagnostic| {
        assert!(
            d.help.is_some() || d.rule.name == "invalid-value",
            "no help: {d:?}"
        );
        (d.rule.name, d.span.slice(&tree.source).to_owned())
    };
    told.into_iter().map(one).collect()
}

#[track_caller]
fn assert_faults(text: &str, expected: &[(&str, &str)]) {
    let found = faults(text);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(rule, at)| (*rule, at.as_str()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn faults_of_choices_point_at_what_is_wrong() {
    let q = |braces: &str, body: &str| format!("::: question{braces}\nAsk.\n\n{body}\n:::\n");
    let yes_no = "- [x] Yes\n- [ ] No";
    let invalid = "invalid-question";
    assert_faults(
        &q("", "- [ ] Yes\n- [ ] No"),
        &[("no-right-answer", "- [ ] Yes\n- [ ] No")],
    );
    assert_faults(&q("", "- [x] Yes"), &[(invalid, "- [x] Yes")]);
    assert_faults(&q("", "- [x] Yes\n- []No"), &[(invalid, "- []No")]);
    assert_faults(&q("", "- [x] Yes\n- [ ]"), &[(invalid, "- [ ]")]);
    assert_faults(
        &q("", "- [x] Yes\n- [ ] No\n- Maybe"),
        &[(invalid, "- Maybe")],
    );
    assert_faults(
        &q(" {type=single}", "- [x] Yes\n- [x] No\n- [ ] So"),
        &[(invalid, "- [x] No")],
    );
    assert_faults(&q(" {answer=yes}", yes_no), &[(invalid, "yes")]);
    assert_faults(
        &q(" {tolerance=1}", yes_no),
        &[("part-without-effect", "1")],
    );
    assert_faults(&q(" {type=order}", yes_no), &[(invalid, "order")]);
    assert_faults(
        &q(" {type=singel}", yes_no),
        &[("unknown-question-type", "singel")],
    );
    assert_faults(
        &q("", "- [x] Yes\n> Right.\n- [ ] No"),
        &[(invalid, "> Right.\n")],
    );
    assert_faults(
        &q("", "- [x] Yes\n- [ ] No\n\nand\n\n- [ ] So"),
        &[(invalid, "- [ ] So")],
    );
    assert_faults(
        &q("", "- [x] Yes\n  - [ ] Inner\n- [ ] No"),
        &[(invalid, "- [ ] Inner\n")],
    );
    assert_faults(
        &q("", "- [x] Yes\n  > [!hint]\n  > Look.\n- [ ] No"),
        &[(invalid, "[!hint]")],
    );
    assert_faults(
        &q("", "- [x] Yes\n- [ ] No\n\n> [!hint]"),
        &[(invalid, "[!hint]")],
    );
    assert_faults(
        &q("", "- [x] Yes\n- [ ] No\n\n> [!true]\n> So."),
        &[("part-without-effect", "[!true]")],
    );
    assert_faults(
        &q("", "- [x] Yes\n- [ ] No\n\n> [!model]\n> So."),
        &[("part-without-effect", "[!model]")],
    );
    assert_faults(
        "::: question\n- [x] Yes\n- [ ] No\n:::\n",
        &[(invalid, "question")],
    );
    assert_faults(
        &q("", "- [x] Yes [=a/b]\n- [ ] No"),
        &[("gap-outside-question", "[=a/b]")],
    );
}

#[test]
fn faults_of_typed_answers_point_at_what_is_wrong() {
    let q = |braces: &str| format!("::: question {{{braces}}}\nAsk.\n:::\n");
    assert_faults(&q("answer=a//b"), &[("invalid-value", "a//b")]);
    assert_faults(
        &q("answer=\"\""),
        &[
            ("invalid-value", "answer=\""),
            ("invalid-question", "question {answer=\"\"}"),
        ],
    );
    assert_faults(&q("pattern=\"ab(?=c)\""), &[("invalid-pattern", "(")]);
    assert_faults(
        &q("answer=\"b/a\" pattern=a+"),
        &[("invalid-pattern", "b/a")],
    );
    assert_faults(&q("answer=lots tolerance=1"), &[("invalid-value", "lots")]);
    assert_faults(
        &q("tolerance=1"),
        &[("no-right-answer", "question {tolerance=1}")],
    );
    assert_faults(&q("answer=90 tolerance=-1"), &[("invalid-value", "-1")]);
    assert_faults(
        &q("answer=yes type=true-false"),
        &[("invalid-value", "yes")],
    );
    assert_faults(
        &q("answer=90 pattern=9. type=number"),
        &[("invalid-question", "9.")],
    );
    assert_faults(&q("answer=a points=0"), &[("invalid-value", "0")]);
    assert_faults(&q("answer=a shuffle=ture"), &[("invalid-value", "ture")]);
    assert_faults(
        &q("answer=a shuffle"),
        &[("part-without-effect", "shuffle")],
    );
    assert_faults(&q("answer=a #b.c"), &[("invalid-value", "b.c")]);
    assert_faults(&q("type=reflect points=2"), &[("part-without-effect", "2")]);
    assert_faults(&q("type=reflect answer=2"), &[("invalid-question", "2")]);
    assert_faults(
        "::: question {answer=a}\nStart [=low].\n:::\n",
        &[("gap-outside-question", "[=low]")],
    );
    assert_faults(
        "::: question {answer=true}\nSo.\n\n> [!true]\n> Yes.\n\n> [!true]\n> Yes.\n:::\n",
        &[("invalid-question", "[!true]")],
    );
}

#[test]
fn faults_of_lists_and_gaps_point_at_what_is_wrong() {
    let q = |name: &str, body: &str| format!("::: question {{type={name}}}\nAsk.\n\n{body}\n:::\n");
    let invalid = "invalid-question";
    assert_faults(&q("gaps", "None."), &[(invalid, "question {type=gaps}")]);
    assert_faults(&q("gaps", "A [=slow,] one."), &[(invalid, "[=slow,]")]);
    assert_faults(
        &q("gaps", "A [=slow,Slow] one."),
        &[(invalid, "[=slow,Slow]")],
    );
    assert_faults(&q("order", "1. One"), &[(invalid, "1. One")]);
    assert_faults(
        &q("order", "- One\n- Two"),
        &[(invalid, "question {type=order}")],
    );
    assert_faults(&q("order", "1. One\n2. one"), &[(invalid, "2. one")]);
    assert_faults(
        &q("order", "1. One\n   > Why.\n2. Two"),
        &[("part-without-effect", "> Why.\n")],
    );
    assert_faults(
        &q("match", "| a | b | c |\n|-|-|-|\n| 1 | 2 | 3 |"),
        &[(invalid, "| a | b | c |\n")],
    );
    assert_faults(
        &q("match", "| a | b |\n|-|-|\n| 1 | 2 |"),
        &[(invalid, "| a | b |\n|-|-|\n| 1 | 2 |")],
    );
    assert_faults(
        &q("match", "| a | b |\n|-|-|\n| 1 | 2 |\n| 1 | 3 |"),
        &[(invalid, " 1 ")],
    );
    assert_faults(&q("sort", "- A\n  - 1\n- B"), &[(invalid, "- B")]);
    assert_faults(&q("sort", "- A\n  - 1\n- B\n  - 1"), &[(invalid, "- 1")]);
    let shuffled = "::: question {type=order shuffle=false}\nAsk.\n\n1. One\n2. Two\n:::\n";
    assert_faults(shuffled, &[("invalid-value", "false")]);
}

#[test]
fn a_question_without_an_answer_gets_help_for_what_it_looks_like() {
    let help = |body: &str| {
        let (_, question, told) = read(&format!("::: question\nAsk.\n\n{body}\n:::\n"));
        assert!(question.is_none());
        assert_eq!(told.len(), 1, "{told:?}");
        told[0].help.clone().unwrap_or_default()
    };
    assert!(help("1. One\n2. Two").contains("type=order"));
    assert!(help("| a | b |\n|-|-|\n| 1 | 2 |").contains("type=match"));
    assert!(help("- A\n  - 1\n- B\n  - 2").contains("type=sort"));
    assert!(help("- A\n- B").contains("`- [ ] …`"));
    assert!(help("More.").contains("answer="));
}

#[test]
fn parts_without_effect_are_warnings_and_second_answers_errors() {
    let (_, question, told) =
        read("::: question {unit=mg answer=a}\nAsk.\n\n- [x] Yes\n- [ ] No\n:::\n");
    assert!(question.is_some());
    let found: Vec<_> = told.iter().map(|d| d.severity).collect();
    assert_eq!(found, [Severity::Error, Severity::Warning]);
}
