//! Pages against their reading levels: grades by hand, what counts as easy, and where faults stand.
//!
//! SMOG is 1.0430 × √(30 × words of three syllables / sentences) + 3.1291.

mod project;

use project::Project;
use teachback::diagnostic::{Diagnostic, Severity};
use teachback::source::FileId;

const SMOG: &str = "\
title: Test
language: en
languages: [en, es, fr]
levels:
  - {id: easy, name: Easy to read, max_grade: 5}
  - {id: standard, name: Standard, max_grade: 8}
readability: {formula: smog, fail_above: 1}
";

/// Four sentences, one word of three syllables or more: 1.0430 × √7.5 + 3.1291 = 5.985.
const ONE_LONG_WORD: &str = "\
We can help you. Ask us for medication at night. Call us if you are ill. Stay in bed.
";

fn page(name: &str, body: &str) -> (String, String) {
    let path = format!("content/handouts/{name}.md");
    (path, format!("---\ntitle: Sleep\n---\n\n{body}\n"))
}

fn told(rule: &str, files: &[(&str, &str)], pages: &[(&str, &str)]) -> Vec<Diagnostic> {
    let mut project = Project::new().file("teachback.yaml", SMOG);
    for (path, text) in files {
        project = project.file(path, text);
    }
    for (name, body) in pages {
        let (path, text) = page(name, body);
        project = project.file(&path, text);
    }
    let mut told = project.diagnose();
    told.retain(|diagnostic| diagnostic.rule.name == rule);
    told
}

fn too_hard(body: &str) -> Vec<Diagnostic> {
    told("too-hard-for-level", &[], &[("sleep.easy", body)])
}

/// What a fault points at.
fn pointed(diagnostic: &Diagnostic, body: &str) -> String {
    let (path, text) = page("sleep.easy", body);
    assert_eq!(diagnostic.span.file, FileId::of_path(&path));
    diagnostic.span.slice(&text).to_owned()
}

#[test]
fn the_sentence_that_moves_the_grade_is_told_with_formula_grade_and_limit() {
    let told = too_hard(ONE_LONG_WORD);
    let [fault] = &told[..] else {
        panic!("{told:?}")
    };
    assert_eq!(
        pointed(fault, ONE_LONG_WORD),
        "Ask us for medication at night."
    );
    assert_eq!(
        fault.message,
        "this sentence is hard: the page measures grade 6.0 by SMOG (an estimate, as it is short), and \"Easy to read\" \
         may have 5; without it, it would be 3.1"
    );
    let help = fault.help.as_deref().unwrap_or_default();
    assert!(help.contains("medication"), "{help}");
}

#[test]
fn a_page_at_its_limit_or_without_one_is_fine() {
    // Eight sentences: 1.0430 × √3.75 + 3.1291 = 5.149; ten: √3 gives 4.936.
    let more = |sentences: usize| format!("{ONE_LONG_WORD}{}", "Rest well. ".repeat(sentences));
    assert_eq!(too_hard(&more(4)).len(), 1);
    assert_eq!(too_hard(&more(6)), []);
    // By SMOG, 5.985 is under the 8 of "standard"; a page without level has no limit.
    for name in ["sleep.standard", "sleep"] {
        assert_eq!(
            told("too-hard-for-level", &[], &[(name, ONE_LONG_WORD)]),
            []
        );
    }
}

#[test]
fn short_pages_warn_and_long_ones_fail_above_the_limit() {
    // Every sentence has one long word: 1.0430 × √30 + 3.1291 = 8.842, more than a grade over 5.
    let sentence = |n: usize| format!("Take the medication at {n} in the room. ");
    let body = |count: usize| (1..=count).map(sentence).collect::<String>();
    for (count, severity) in [(29, Severity::Warning), (30, Severity::Error)] {
        let told = too_hard(&body(count));
        assert!(!told.is_empty() && told.len() <= 5, "{} faults", told.len());
        assert!(
            told.iter().all(|fault| fault.severity == severity),
            "{count} sentences"
        );
    }
}

#[test]
fn words_of_the_glossary_and_words_that_the_page_explains_count_as_easy() {
    let glossary = (
        "content/glossary.yaml",
        "medication: {en: A pill or a drink that helps you.}\n",
    );
    let pages = [("sleep.easy", ONE_LONG_WORD)];
    assert_eq!(told("too-hard-for-level", &[glossary], &pages), []);
    for explained in [
        "Ask us for medication (a pill to help you) at night.",
        "Ask us for a pill to help you (medication) at night.",
        "This pill is called medication by us.",
    ] {
        let body = ONE_LONG_WORD.replace("Ask us for medication at night.", explained);
        assert_eq!(too_hard(&body), [], "{explained}");
    }
}

#[test]
fn an_explanation_that_comes_late_does_not_count() {
    let body = format!("{ONE_LONG_WORD}\nTake the medication (a pill to help you).\n");
    assert!(!too_hard(&body).is_empty());
}

#[test]
fn spanish_pages_are_measured_by_spanish_formulas_and_others_not_at_all() {
    let hard = "La administración prolongada de medicamentos opioides ocasiona invariablemente dependencia fisiológica \
                considerable en numerosos pacientes hospitalizados.";
    let found = told("too-hard-for-level", &[], &[("sleep.easy.es", hard)]);
    let [fault] = &found[..] else {
        panic!("{found:?}")
    };
    assert!(
        fault
            .message
            .contains("by the consensus of Spanish formulas"),
        "{}",
        fault.message
    );
    assert_eq!(
        told("too-hard-for-level", &[], &[("sleep.easy.fr", hard)]),
        []
    );
}

#[test]
fn levels_fall_in_order_in_each_language() {
    let easy = "Rest well. Call us. Stay in bed. Ask a friend. Drink water. Eat well.";
    let out_of_order = [("sleep.easy", ONE_LONG_WORD), ("sleep.standard", easy)];
    let found = told("levels-out-of-order", &[], &out_of_order);
    let [fault] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(fault.severity, Severity::Warning);
    assert_eq!(
        fault.span.file,
        FileId::of_path("content/handouts/sleep.easy.md")
    );
    assert!(fault.message.contains("grade 6.0 by SMOG") && fault.message.contains("3.1"));
    for fine in [
        [("sleep.easy", easy), ("sleep.standard", ONE_LONG_WORD)],
        [("sleep.easy", easy), ("sleep.standard", easy)],
        [("sleep.easy", ONE_LONG_WORD), ("sleep.standard.es", easy)],
        [("sleep.easy", ONE_LONG_WORD), ("other.standard", easy)],
    ] {
        assert_eq!(told("levels-out-of-order", &[], &fine), [], "{fine:?}");
    }
}

#[test]
fn a_key_message_must_be_as_easy_as_its_level() {
    let shared = (
        "content/handouts/sleep.yaml",
        "title: Sleep\nkey_messages:\n  - {id: call, text: Call us.}\n",
    );
    let body = |message: &str| {
        format!(
            "{}\n\n::: key {{#call}}\n{message}\n:::\n",
            "Rest well. ".repeat(40)
        )
    };
    let told = |message: &str| {
        let body = body(message);
        told("hard-key-message", &[shared], &[("sleep.easy", &body)]).len()
    };
    // One word of three syllables in one sentence: 1.0430 × √30 + 3.1291 = 8.842.
    assert_eq!(told("Call us about medication."), 1);
    assert_eq!(told("Call us."), 0);
    // In eight sentences 5.149 is within a grade of 5.
    assert_eq!(
        told(&format!(
            "Call us about medication. {}",
            "Rest well. ".repeat(7)
        )),
        0
    );
}

#[test]
fn text_of_snippets_is_part_of_the_page() {
    let snippet = (
        "content/snippets/ask.md",
        "Ask us for medication at night.\n",
    );
    let body = "Rest well. Call us. Stay in bed.\n\n::: snippet {ask}\n:::\n";
    let found = told("too-hard-for-level", &[snippet], &[("sleep.easy", body)]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].span.file,
        FileId::of_path("content/snippets/ask.md")
    );
}

#[test]
fn what_a_project_allows_is_not_told_however_far_it_is_over() {
    let settings = format!("{SMOG}lint: {{allow: [too-hard-for-level]}}\n");
    let body = "Take the medication at night. ".repeat(30);
    let (path, text) = page("sleep.easy", &body);
    let project = Project::new()
        .file("teachback.yaml", settings)
        .file(&path, text);
    let told = project.diagnose();
    assert!(
        told.iter()
            .all(|fault| fault.rule.name != "too-hard-for-level"),
        "{told:?}"
    );
}
