//! Holds every list of words that comes with the program against its own examples.

mod project;

use project::Project;
use std::fmt::Write as _;
use teachback::diagnostic::{Diagnostic, Severity};
use teachback::lint::BUILT_IN_LISTS;
use teachback::model::{WordList, WordRule};
use teachback::parse;
use teachback::source::FileId;

/// A list with the rule that tells its words.
fn lists() -> Vec<(&'static str, WordList)> {
    let read = |(name, text): &(&'static str, &str)| {
        let outcome = parse::words(FileId::of_path(name), text);
        let told: Vec<&str> = outcome
            .diagnostics
            .iter()
            .map(|d| d.message.as_str())
            .collect();
        assert!(told.is_empty(), "{name}: {told:?}");
        (*name, outcome.value)
    };
    BUILT_IN_LISTS.iter().map(read).collect()
}

fn rule_of(list: &WordList) -> &'static str {
    match list.rule {
        WordRule::Stigma => "stigma",
        WordRule::HardWord => "hard-word",
    }
}

#[test]
fn every_entry_fires_where_it_must_and_is_silent_where_it_must() {
    let mut failures = String::new();
    for (name, list) in lists() {
        let lang = list.lang.as_ref().map_or("en", |lang| lang.value.as_str());
        let mut examples = Vec::new();
        for entry in &list.entries {
            let say = &entry.say.value;
            assert!(!entry.fires.is_empty(), "{name}: {say} has no example");
            // A hard word's own replacement is its counter-example.
            let needs_silent = list.rule == WordRule::Stigma && entry.silent.is_empty();
            assert!(!needs_silent, "{name}: {say} has no counter-example");
            examples.extend(entry.fires.iter().map(|text| (text.value.as_str(), true)));
            examples.extend(entry.silent.iter().map(|text| (text.value.as_str(), false)));
        }
        let texts: Vec<&str> = examples.iter().map(|(text, _)| *text).collect();
        for ((text, wanted), found) in examples.iter().zip(found_on(&texts, rule_of(&list), lang)) {
            if found.is_empty() == *wanted {
                let _ = writeln!(failures, "{name}: {text:?} gives {found:?}");
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn what_is_said_instead_is_no_hard_word_itself() {
    let mut failures = String::new();
    for (name, list) in lists() {
        let says: Vec<&str> = list
            .entries
            .iter()
            .map(|entry| entry.say.value.as_str())
            .collect();
        let lang = list.lang.as_ref().map_or("en", |lang| lang.value.as_str());
        let told = found_on(&says, rule_of(&list), lang);
        for (say, told) in says.iter().zip(told) {
            if told.iter().any(|d| d.severity >= Severity::Warning) {
                let _ = writeln!(failures, "{name}: {say:?} is told itself: {told:?}");
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn there_are_as_many_words_as_promised() {
    let entries = |rule: WordRule| -> usize {
        let lists = lists();
        let of = lists.iter().filter(|(_, list)| list.rule == rule);
        of.filter(|(name, _)| !name.contains(".es."))
            .map(|(_, list)| list.entries.len())
            .sum()
    };
    assert!(entries(WordRule::HardWord) >= 400);
    assert!(entries(WordRule::Stigma) >= 120);
    let spanish = lists()
        .into_iter()
        .find(|(name, _)| *name == "plain.es.yaml");
    assert!(spanish.is_some_and(|(_, list)| list.entries.len() >= 100));
}

#[test]
fn every_entry_that_stigmatises_says_why_and_who_says_so() {
    for (name, list) in lists()
        .iter()
        .filter(|(_, list)| list.rule == WordRule::Stigma)
    {
        for entry in &list.entries {
            let say = &entry.say.value;
            assert!(!entry.why.is_empty(), "{name}: {say} has no reason");
            let known = list.sources.iter().any(|(key, _)| *key == entry.source);
            assert!(known, "{name}: {:?} is among no sources", entry.source);
        }
    }
}

/// What is told of some texts, each a handout of its own.
fn found_on(texts: &[&str], rule: &str, lang: &str) -> Vec<Vec<Diagnostic>> {
    let mut project = Project::new();
    let mut files = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let variant = if lang == "en" {
            String::new()
        } else {
            format!(".{lang}")
        };
        let path = format!("content/handouts/p{at}{variant}.md");
        files.push(FileId::of_path(&path));
        project = project.file(&path, format!("---\ntitle: T\n---\n\n{text}\n"));
    }
    let mut found = vec![Vec::new(); texts.len()];
    for diagnostic in project.diagnose() {
        if diagnostic.rule.name == rule
            && let Some(at) = files.iter().position(|file| *file == diagnostic.span.file)
        {
            found[at].push(diagnostic);
        }
    }
    found
}
