//! Holds the table of rules and their manual pages against the program: the bad example of every page gives its
//! fault, and the good example gives none.

mod fences;
mod project;

use fences::Fence;
use project::Project;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use teachback::diagnostic::{Diagnostic, Rule, Severity};
use teachback::source::CONFIG_FILE;

/// Rules whose fault cannot be shown as text in a page, each with the test of `tests/bad_input.rs` that covers it.
const WITHOUT_EXAMPLE: &[(&str, &str)] = &[
    ("unreadable-file", "a_thing_that_is_no_file"),
    ("invalid-encoding", "a_page_that_is_not_utf8"),
    ("link-leaves-project", "a_symbolic_link_out_of_the_project"),
    ("missing-config", "a_folder_without_settings"),
    ("huge-file", "a_page_that_nobody_wrote"),
    ("nested-too-deeply", "ten_thousand_nested_quotes"),
    ("undecided-script", "a_script_with_too_many_states"),
    ("huge-picture", "a_picture_of_a_thousand_million_points"),
    ("picture-tells-place", "a_picture_that_knows_its_place"),
    ("captions-past-end", "captions_of_a_longer_film"),
];

#[test]
fn every_page_holds_what_it_promises() {
    let mut failures = String::new();
    for rule in rules() {
        for failure in failures_of_page(rule) {
            let _ = writeln!(failures, "{} {}: {failure}", rule.code, rule.name);
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_rule_has_examples_or_a_test_of_its_own() {
    let covered = include_str!("bad_input.rs");
    for rule in rules() {
        let excepted = WITHOUT_EXAMPLE.iter().find(|(name, _)| *name == rule.name);
        let examples = examples(rule.page).expect(rule.name);
        if let Some((name, test)) = excepted {
            assert!(
                examples.is_empty(),
                "{name} has examples: it needs no exception"
            );
            assert!(
                covered.contains(&format!("fn {test}(")),
                "{name}: there is no test {test}"
            );
        } else {
            for kind in [Kind::Bad, Kind::Good] {
                let found = examples.iter().any(|e| e.kind == kind);
                assert!(found, "{} lacks a {} example", rule.name, kind.word());
            }
        }
    }
    for (name, _) in WITHOUT_EXAMPLE {
        assert!(
            rules().iter().any(|rule| rule.name == *name),
            "there is no rule {name}"
        );
    }
}

#[test]
fn codes_and_names_are_unique_and_codes_ascend() {
    let rules = rules();
    let names: BTreeSet<&str> = rules.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules.len(), "a name is given twice");
    for pair in rules.windows(2) {
        assert!(
            pair[0].code < pair[1].code,
            "{} stands before {}",
            pair[0].code,
            pair[1].code
        );
    }
    for rule in &rules {
        let digits = rule.code.strip_prefix("TB").unwrap_or_default();
        let well_formed = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
        assert!(well_formed, "{} is not TB and three digits", rule.code);
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(
            rule.name.chars().all(plain),
            "{} is not small letters, digits and hyphens",
            rule.name
        );
    }
}

#[test]
fn pages_have_a_heading_a_paragraph_and_no_long_lines() {
    for rule in rules() {
        assert!(
            rule.summary.ends_with('.'),
            "{}: the summary is no sentence",
            rule.name
        );
        let heading = format!("# {} ({})", rule.name, rule.code);
        let mut lines = rule.page.lines();
        assert_eq!(lines.next(), Some(heading.as_str()));
        assert_eq!(
            lines.next(),
            Some(""),
            "{}: an empty line follows the heading",
            rule.name
        );
        let paragraph = lines.next().unwrap_or_default();
        let prose = !paragraph.is_empty()
            && !paragraph.starts_with(['#', '-'])
            && !paragraph.starts_with("```");
        assert!(prose, "{}: {paragraph:?} begins no paragraph", rule.name);
        let long = rule.page.lines().find(|line| line.chars().count() > 125);
        assert_eq!(long, None, "{}: too long for a terminal", rule.name);
    }
}

fn rules() -> Vec<&'static Rule> {
    teachback::lint::all_rules().collect()
}

/// What a page promises and does not hold; empty when all is well.
fn failures_of_page(rule: &Rule) -> Vec<String> {
    let examples = match examples(rule.page) {
        Ok(examples) => examples,
        Err(failure) => return vec![failure],
    };
    let mut failures = Vec::new();
    if let Some(told) = told(&examples, Kind::Bad)
        && !told.iter().any(|d| d.rule == rule)
    {
        failures.push(format!("the bad example gives {}", list(&told)));
    }
    if let Some(mut told) = told(&examples, Kind::Good) {
        told.retain(|d| d.severity >= Severity::Warning);
        if !told.is_empty() {
            failures.push(format!("the good example gives {}", list(&told)));
        }
    }
    failures
}

/// What is said about the project that the examples of one kind make; `None` when there are none.
fn told(examples: &[Example], kind: Kind) -> Option<Vec<Diagnostic>> {
    let files: Vec<&Example> = examples.iter().filter(|e| e.kind == kind).collect();
    if files.is_empty() {
        return None;
    }
    let own_settings = files.iter().any(|e| e.path == CONFIG_FILE);
    let start = if own_settings {
        Project::bare()
    } else {
        Project::new()
    };
    let project = files
        .iter()
        .fold(start, |project, e| project.file(&e.path, &e.text));
    Some(project.diagnose())
}

fn list(diagnostics: &[Diagnostic]) -> String {
    if diagnostics.is_empty() {
        return "nothing".to_owned();
    }
    let lines: Vec<String> = diagnostics
        .iter()
        .map(|d| format!("{} ({})", d.rule.name, d.message))
        .collect();
    lines.join("; ")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bad,
    Good,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Bad => "bad",
            Self::Good => "good",
        }
    }
}

/// A file of an example project.
#[derive(Debug)]
struct Example {
    kind: Kind,
    /// Relative to the project.
    path: String,
    text: String,
}

/// The files in the fences of a page whose first word is `bad` or `good` and whose second is a path.
fn examples(page: &str) -> Result<Vec<Example>, String> {
    let file = |fence: Fence| {
        let (word, path) = fence.info.split_once(' ')?;
        let kind = [Kind::Bad, Kind::Good]
            .into_iter()
            .find(|kind| kind.word() == word)?;
        Some(Example {
            kind,
            path: path.to_owned(),
            text: fence.text,
        })
    };
    Ok(fences::read(page)?.into_iter().filter_map(file).collect())
}
