//! Reads `words/NAME.yaml`: words to avoid, with what to say instead.

use crate::config::{LANGUAGE, is_language};
use crate::diagnostic::{Diagnostic, MISSING_KEY, Outcome, Severity};
use crate::model::{WordEntry, WordGuard, WordList, WordRule};
use crate::source::{FileId, Span, Spanned};
use crate::yaml::{self, Key, Shape, Yaml};

const WORDS: Shape = Shape::List(&Shape::Text);

const GUARD: &[Key] = &[
    Key::optional(
        "before",
        WORDS,
        "Words right before; . is the start of a clause.",
    ),
    Key::optional(
        "after",
        WORDS,
        "Words right after; . is the end of a clause.",
    ),
    Key::optional("near", WORDS, "Words in the same sentence."),
];

const ENTRY: &[Key] = &[
    Key::optional(
        "terms",
        WORDS,
        "What is found; | between words for one place, $name for a group.",
    ),
    Key::optional(
        "nouns",
        WORDS,
        "What is found as a noun for people, also before a word for people.",
    ),
    Key::optional(
        "verbs",
        WORDS,
        "What is found in every form of the verb; say is put into the same form.",
    ),
    Key::optional(
        "groups",
        WORDS,
        "What is found after \"the\" or before a word for people.",
    ),
    Key::required("say", Shape::Text, "What to say instead."),
    Key::optional(
        "plural",
        Shape::Text,
        "What to say for several; terms are then found in the plural too.",
    ),
    Key::optional(
        "why",
        Shape::Text,
        "Completes the sentence that begins with the term.",
    ),
    Key::optional(
        "source",
        Shape::Text,
        "Who recommends it: a key of sources, or a text.",
    ),
    Key::optional(
        "severity",
        Shape::OneOf(&["info", "warning"]),
        "warning when nothing is said.",
    ),
    Key::optional(
        "sure",
        Shape::Flag,
        "true when `check --fix` may put in what to say without asking.",
    ),
    Key::optional(
        "only",
        Shape::List(&Shape::Record(GUARD)),
        "Told only where one of these holds whole.",
    ),
    Key::optional(
        "unless",
        Shape::Record(GUARD),
        "Not told where any of these is there.",
    ),
    Key::optional("phrases", WORDS, "Longer phrases that are not told."),
    Key::optional("fires", WORDS, "Sentences in which it must be told."),
    Key::optional("silent", WORDS, "Sentences in which nothing may be told."),
];

const AREA: &[Key] = &[
    Key::required("name", Shape::Text, "What the words are about."),
    Key::optional(
        "readers",
        Shape::OneOf(&["everybody", "patients"]),
        "patients: the words are not told in texts for staff.",
    ),
    Key::required("entries", Shape::List(&Shape::Record(ENTRY)), "The words."),
];

/// Every key of `words/NAME.yaml`.
pub const WORD_KEYS: &[Key] = &[
    Key::optional(
        "rule",
        Shape::OneOf(&WordRule::NAMES),
        "Which rule tells the words; stigma when nothing is said.",
    ),
    Key::optional(
        "language",
        Shape::Checked(is_language, LANGUAGE),
        "The language of the words; the first one of the site when nothing is said.",
    ),
    Key::optional(
        "sources",
        Shape::MapOf(&Shape::Text),
        "Who recommends, by key.",
    ),
    Key::optional(
        "groups",
        Shape::MapOf(&WORDS),
        "Words that entries name together, as $name.",
    ),
    Key::optional(
        "off",
        WORDS,
        "Terms of the built-in lists that are not told on this site.",
    ),
    Key::optional("entries", Shape::List(&Shape::Record(ENTRY)), "The words."),
    Key::optional(
        "areas",
        Shape::List(&Shape::Record(AREA)),
        "The words, by what they are about.",
    ),
];

/// Reads a list of words, and tells what is wrong with its form.
pub fn words(file: FileId, text: &str) -> Outcome<WordList> {
    let mut diagnostics = Vec::new();
    let parsed = yaml::parse(file, text, 0).take(&mut diagnostics);
    let yaml = parsed.unwrap_or(Yaml {
        value: yaml::Value::Null,
        span: Span::start_of(file),
    });
    let yaml = yaml::check(yaml, &Shape::Record(WORD_KEYS)).take(&mut diagnostics);
    let mut entries = Vec::new();
    let mut add = |yaml: &Yaml, for_patients: bool, diagnostics: &mut Vec<Diagnostic>| {
        for item in yaml.get("entries").map_or(&[][..], Yaml::items) {
            entries.extend(entry(item, for_patients, diagnostics));
        }
    };
    add(&yaml, false, &mut diagnostics);
    for area in yaml.get("areas").map_or(&[][..], Yaml::items) {
        let readers = area.get("readers").and_then(Yaml::as_str);
        add(area, readers == Some("patients"), &mut diagnostics);
    }
    let pairs = |key| yaml.get(key).map_or(&[][..], Yaml::entries).iter();
    let source = |(key, name): &(Spanned<String>, Yaml)| {
        Some((key.value.clone(), name.as_str()?.to_owned()))
    };
    let list = WordList {
        rule: WordRule::from_name(yaml.get("rule").and_then(Yaml::as_str).unwrap_or_default()),
        lang: yaml.get("language").and_then(Yaml::text),
        sources: pairs("sources").filter_map(source).collect(),
        groups: pairs("groups")
            .map(|(name, words)| (name.value.clone(), words.texts()))
            .collect(),
        off: texts(&yaml, "off"),
        entries,
    };
    Outcome::new(list, diagnostics)
}

fn entry(yaml: &Yaml, for_patients: bool, diagnostics: &mut Vec<Diagnostic>) -> Option<WordEntry> {
    let text = |key: &str| yaml.get(key).and_then(Yaml::as_str).unwrap_or_default();
    let severity = match text("severity") {
        "info" => Some(Severity::Info),
        "warning" => Some(Severity::Warning),
        _ => None,
    };
    let entry = WordEntry {
        terms: texts(yaml, "terms"),
        nouns: texts(yaml, "nouns"),
        verbs: texts(yaml, "verbs"),
        groups: texts(yaml, "groups"),
        say: yaml.get("say")?.text()?,
        plural: yaml.get("plural").and_then(Yaml::as_str).map(str::to_owned),
        why: text("why").to_owned(),
        source: text("source").to_owned(),
        severity,
        sure: yaml.get("sure").and_then(Yaml::as_bool).unwrap_or(false),
        for_patients,
        only: yaml
            .get("only")
            .map_or(&[][..], Yaml::items)
            .iter()
            .map(guard)
            .collect(),
        unless: yaml.get("unless").map(guard),
        phrases: texts(yaml, "phrases"),
        fires: texts(yaml, "fires"),
        silent: texts(yaml, "silent"),
    };
    let found = [&entry.terms, &entry.nouns, &entry.verbs, &entry.groups];
    if found.iter().all(|words| words.is_empty()) {
        let message = "this entry has no words to find";
        let help = "add `terms: [the word]`, or `nouns`, `verbs` or `groups`";
        diagnostics.push(Diagnostic::new(&MISSING_KEY, yaml.span, message).help(help));
    }
    Some(entry)
}

fn guard(yaml: &Yaml) -> WordGuard {
    WordGuard {
        before: texts(yaml, "before"),
        after: texts(yaml, "after"),
        near: texts(yaml, "near"),
    }
}

fn texts(yaml: &Yaml, key: &str) -> Vec<Spanned<String>> {
    let list = yaml.get(key).map(Yaml::texts).unwrap_or_default();
    let blank = |text: &Spanned<String>| text.value.trim().is_empty();
    list.into_iter().filter(|text| !blank(text)).collect()
}
