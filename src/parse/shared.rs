//! The YAML files that pages share: facts, glossary, and what all levels of a handout have in common.

use super::front_matter;
use crate::config::{LOCAL, local_text};
use crate::diagnostic::{DUPLICATE_ID, Diagnostic, Outcome};
use crate::model::{Fact, GlossaryEntry, KeyMessage, LocalText, SharedHandout};
use crate::source::{SourceFile, Span, Spanned, file_stem};
use crate::yaml::{self, Key, Shape, Value, Yaml};

const KEY_MESSAGE: &[Key] = &[
    Key::required("id", Shape::Text, "The name that key blocks use."),
    Key::required(
        "text",
        LOCAL,
        "The message, in the words of the owner; one a language if need be.",
    ),
];

/// The keys of `handouts/NAME.yaml` beside the common ones.
pub const HANDOUT_KEYS: &[Key] = &[
    Key::optional(
        "key_messages",
        Shape::List(&Shape::Record(KEY_MESSAGE)),
        "What every level must say.",
    ),
    Key::optional("title", LOCAL, "The title, one a language if need be."),
    Key::optional(
        "summary",
        LOCAL,
        "One or two sentences for lists, one a language if need be.",
    ),
];

/// Every key of `handouts/NAME.yaml`.
#[must_use]
pub fn handout_keys() -> Vec<&'static Key> {
    let common = front_matter::COMMON_KEYS.iter();
    let common = common.filter(|key| HANDOUT_KEYS.iter().all(|own| own.name != key.name));
    HANDOUT_KEYS.iter().chain(common).collect()
}

/// Reads `handouts/NAME.yaml`.
pub fn handout(file: &SourceFile) -> Outcome<SharedHandout> {
    let mut diagnostics = Vec::new();
    let yaml = parse(file, &mut diagnostics);
    let yaml = yaml::check_keys(yaml, &handout_keys()).take(&mut diagnostics);
    let messages = yaml
        .get("key_messages")
        .map(Yaml::items)
        .unwrap_or_default();
    let message = |item: &Yaml| {
        let (id, text) = (item.get("id")?.text()?, local_text(item.get("text")?));
        Some(KeyMessage { id, text })
    };
    let key_messages: Vec<KeyMessage> = messages.iter().filter_map(message).collect();
    unique(
        key_messages.iter().map(|m| &m.id),
        "key message",
        &mut diagnostics,
    );
    let mut front = front_matter::lower(&yaml);
    front.span = Some(file.span());
    let shared = SharedHandout {
        name: file_stem(&file.path).to_owned(),
        title: yaml.get("title").map(local_text).unwrap_or_default(),
        summary: yaml.get("summary").map(local_text).unwrap_or_default(),
        key_messages,
        front,
    };
    Outcome::new(shared, diagnostics)
}

/// Reads `facts.yaml`: names with values.
pub fn facts(file: &SourceFile) -> Outcome<Vec<Fact>> {
    let entries = local_map(file);
    entries.map(|list| {
        list.into_iter()
            .map(|(name, value)| Fact { name, value })
            .collect()
    })
}

/// Reads `glossary.yaml`: terms with plain words.
pub fn glossary(file: &SourceFile) -> Outcome<Vec<GlossaryEntry>> {
    let entries = local_map(file);
    entries.map(|list| {
        let entry = |(term, plain)| GlossaryEntry { term, plain };
        list.into_iter().map(entry).collect()
    })
}

fn local_map(file: &SourceFile) -> Outcome<Vec<(Spanned<String>, LocalText)>> {
    let mut diagnostics = Vec::new();
    let yaml = parse(file, &mut diagnostics);
    let yaml = yaml::check(yaml, &Shape::MapOf(&LOCAL)).take(&mut diagnostics);
    let entries = yaml.entries().iter();
    let list = entries
        .map(|(name, value)| (name.clone(), local_text(value)))
        .collect();
    Outcome::new(list, diagnostics)
}

fn parse(file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Yaml {
    let parsed = yaml::parse(file.id, &file.text, 0).take(diagnostics);
    parsed.unwrap_or(Yaml {
        value: Value::Null,
        span: Span::start_of(file.id),
    })
}

/// Tells ids that are given twice.
pub(super) fn unique<'a>(
    ids: impl Iterator<Item = &'a Spanned<String>>,
    what: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen = std::collections::HashMap::new();
    for id in ids {
        if let Some(&first) = seen.get(id.value.as_str()) {
            let message = format!("the {what} \"{}\" is given twice", id.value);
            diagnostics.push(
                Diagnostic::new(&DUPLICATE_ID, id.span, message)
                    .label(first, "here for the first time")
                    .help("give each its own id"),
            );
        } else {
            seen.insert(id.value.as_str(), id.span);
        }
    }
}
