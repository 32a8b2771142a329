use super::{BANK_KEYS, bank};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::model::{Bank, Fragment, Interaction};
use crate::parse::quiz::sample;
use crate::source::SourceFile;
use crate::yaml::json_schema;

fn read(text: &str) -> (Bank, Vec<Diagnostic>) {
    let file = SourceFile::new("content/banks/rapport.yaml", text);
    let mut markdown = |tree: &mut _, text: &_| Outcome::clean(sample::fragment(tree, text));
    let outcome = bank(&file, &mut markdown);
    (outcome.value, outcome.diagnostics)
}

fn clean(text: &str) -> Bank {
    let (bank, told) = read(text);
    assert!(told.is_empty(), "{told:#?}");
    bank
}

fn plain(bank: &Bank, fragment: &Fragment) -> String {
    fragment
        .nodes(&bank.tree)
        .map(|node| node.plain_text())
        .collect()
}

#[track_caller]
fn assert_faults(text: &str, expected: &[(&str, &str)]) {
    let (_, told) = read(text);
    let found: Vec<_> = told
        .iter()
        .map(|d| (d.rule.name, d.span.slice(text)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_ten_kinds_are_told_by_their_keys() {
    let bank = clean(
        "questions:
  - {id: a, prompt: Ask., options: [{text: One, correct: true, feedback: Yes.}, {text: Two}]}
  - {id: b, prompt: Ask., options: [{text: One, correct: true}, {text: Two, correct: true}]}
  - {id: c, prompt: So., answer: true, feedback: {true: Right., false: Wrong.}}
  - {id: d, prompt: Ask., answer: naloxone/narcan, pattern: 'n.*'}
  - {id: e, prompt: Ask., answer: 90, tolerance: 0.5, unit: MME}
  - {id: f, prompt: 'Start [=low/lowest].'}
  - {id: g, prompt: Order., items: [One, Two]}
  - {id: h, prompt: Match., pairs: [{left: a, right: b}, {left: c, right: d}]}
  - {id: i, prompt: Sort., groups: [{name: A, items: [x]}, {name: B, items: [y]}]}
  - {id: j, prompt: Think., model: This., hint: How., explain: So., objective: rapport}
",
    );
    let kinds: Vec<_> = bank.questions.iter().map(|q| q.kind).collect();
    let all: Vec<_> = crate::question::QUESTION_TYPES
        .iter()
        .map(|k| k.name)
        .collect();
    assert_eq!(kinds, all);
    assert_eq!(bank.name, "rapport");
    let Interaction::Choice { options, .. } = &bank.questions[0].interaction else {
        panic!()
    };
    assert_eq!(plain(&bank, &options[0].text), "One");
    assert_eq!(
        options[0]
            .feedback
            .as_ref()
            .map(|f| plain(&bank, f))
            .as_deref(),
        Some("Yes.")
    );
    let Interaction::TrueFalse {
        answer,
        if_true,
        if_false,
    } = &bank.questions[2].interaction
    else {
        panic!()
    };
    assert!(answer);
    assert_eq!(
        if_true.as_ref().map(|f| plain(&bank, f)).as_deref(),
        Some("Right.")
    );
    assert_eq!(
        if_false.as_ref().map(|f| plain(&bank, f)).as_deref(),
        Some("Wrong.")
    );
    let last = &bank.questions[9];
    assert_eq!(
        last.objective.as_ref().map(|o| o.value.as_str()),
        Some("rapport")
    );
    assert_eq!(
        last.hint.as_ref().map(|h| plain(&bank, h)).as_deref(),
        Some("How.")
    );
}

#[test]
fn settings_and_made_ids() {
    let bank = clean(
        "questions:
  - {prompt: One, answer: a, points: 2, confidence: true}
  - {id: q1, prompt: Two, options: [{text: a, correct: true}, {text: b}], shuffle: false}
  - {id: q1-2, prompt: Three, answer: a}
",
    );
    let ids: Vec<_> = bank.questions.iter().map(|q| q.id.value.as_str()).collect();
    assert_eq!(ids, ["q1-3", "q1", "q1-2"]);
    assert!((bank.questions[0].points - 2.0).abs() < f64::EPSILON);
    assert!(bank.questions[0].confidence && bank.questions[0].shuffle);
    assert!(!bank.questions[1].shuffle);
}

/// The place of a list ends with its last value.
#[test]
fn faults_point_at_the_value() {
    let one = |rest: &str| format!("questions:\n  - prompt: Ask.\n    {rest}\n");
    let invalid = "invalid-question";
    assert_faults("", &[("missing-key", "")]);
    assert_faults("questions: []\n", &[("empty-file", "[")]);
    assert_faults("- a\n", &[("invalid-value", "")]);
    assert_faults("questions:\n  - answer: a\n", &[("missing-key", "")]);
    assert_faults(
        "questions:\n  - {prompt: '', answer: a}\n",
        &[("invalid-value", "''")],
    );
    assert_faults("questions:\n  - prompt: Ask.\n", &[(invalid, "Ask.")]);
    assert_faults(
        &one("anwser: a"),
        &[("unknown-key", "anwser"), (invalid, "Ask.")],
    );
    assert_faults(&one("type: ordr"), &[("unknown-question-type", "ordr")]);
    assert_faults(&one("items: [One]"), &[(invalid, "[One")]);
    assert_faults(&one("items: [One, '']"), &[(invalid, "''")]);
    assert_faults(
        &one("options: [{text: a}, {text: b}]"),
        &[("no-right-answer", "[{text: a}, {text: b")],
    );
    assert_faults(
        &one("options: [{text: a, corect: true}, {text: b, correct: true}]"),
        &[("unknown-key", "corect")],
    );
    assert_faults(
        &one("options: [{text: a, correct: true}, {feedback: b}]"),
        &[("missing-key", "")],
    );
    assert_faults(&one("pattern: 'a(?!b)'"), &[("invalid-pattern", "(")]);
    assert_faults(
        &one("answer: lots\n    unit: mg"),
        &[("invalid-value", "lots")],
    );
    assert_faults(
        &one("answer: 5\n    tolerance: some"),
        &[("invalid-value", "some")],
    );
    assert_faults(&one("answer: a\n    items: [b, c]"), &[(invalid, "a")]);
    assert_faults(
        &one("items: [b, c]\n    pairs: [{left: a, right: b}, {left: c, right: d}]"),
        &[(invalid, "[{left: a, right: b}, {left: c, right: d")],
    );
    assert_faults(
        &one("type: order\n    pairs: [{left: a, right: b}, {left: c, right: d}]"),
        &[(invalid, "order")],
    );
    assert_faults(
        &one("answer: a\n    model: b"),
        &[("part-without-effect", "b")],
    );
    assert_faults(&one("answer: a\n    hint: ''"), &[("invalid-value", "''")]);
    assert_faults(
        "questions:\n  - {id: a, prompt: A, answer: b}\n  - {id: a, prompt: B, answer: c}\n",
        &[("duplicate-id", "a")],
    );
}

#[test]
fn one_fault_does_not_hide_another_and_the_rest_stays() {
    let (bank, told) = read(
        "questions:\n  - {prompt: A}\n  - {prompt: B, answer: b, points: many}\n  - {prompt: C, type: gapz, answer: c}\n",
    );
    assert_eq!(bank.questions.len(), 2);
    let mut names: Vec<_> = told.iter().map(|d| d.rule.name).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["invalid-question", "invalid-value", "unknown-question-type"]
    );
}

#[test]
fn options_in_a_text_are_told() {
    let text =
        "questions:\n  - prompt: |\n      Ask.\n\n      - [x] Yes\n      - [ ] No\n    answer: a\n";
    let (_, told) = read(text);
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|d| d.rule.name == "invalid-question"));
}

#[test]
fn the_schema_knows_every_key() {
    let schema = json_schema("bank", BANK_KEYS);
    let question = &schema["properties"]["questions"]["items"];
    assert_eq!(question["additionalProperties"], false);
    assert_eq!(question["required"], serde_json::json!(["prompt"]));
    assert!(question["properties"]["options"]["items"]["properties"]["correct"].is_object());
}

proptest::proptest! {
    #[test]
    fn no_bank_panics(text in "(questions:\n)?(  - |    )?(prompt|options|items|answer|groups|type): [\\[\\]{}a-z:,' =/\\n-]{0,40}") {
        let _ = read(&text);
    }
}
