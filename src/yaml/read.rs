//! From text to a tree of values with places.

use super::{Value, Yaml};
use crate::diagnostic::{DUPLICATE_KEY, Diagnostic, INVALID_YAML, Outcome};
use crate::source::{FileId, Span, Spanned};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use std::fmt;

/// Reads one YAML document that stands at `base` (in bytes) of a file. The value is `None` when it is empty or is not
/// YAML; then a diagnostic says where it breaks.
pub fn parse(file: FileId, text: &str, base: usize) -> Outcome<Option<Yaml>> {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: 64,
            max_nodes: 500_000,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
    };
    match serde_yaml::from_str_with_options::<serde_yaml::Spanned<Raw>>(text, options) {
        Ok(raw) => {
            let mut lowering = Lowering {
                file,
                text,
                base,
                diagnostics: Vec::new(),
            };
            let yaml = lowering.lower(raw);
            let yaml = (yaml.value != Value::Null).then_some(yaml);
            Outcome::new(yaml, lowering.diagnostics)
        }
        Err(_) if text.trim().is_empty() => Outcome::clean(None),
        Err(error) => Outcome::new(None, vec![syntax_fault(file, text, base, &error)]),
    }
}

fn syntax_fault(file: FileId, text: &str, base: usize, error: &serde_yaml::Error) -> Diagnostic {
    let place = error
        .location()
        .map_or((1, 1), |l| (l.line() as usize, l.column() as usize));
    let tab = text.split_inclusive('\n').scan(0, |offset, line| {
        let start = *offset;
        *offset += line.len();
        Some((start, line))
    });
    for (start, line) in tab {
        let indent = line.len() - line.trim_start().len();
        if let Some(at) = line[..indent].find('\t')
            && !line.trim().is_empty()
        {
            let span = Span::new(file, base + start + at, base + start + at + 1);
            return Diagnostic::new(&INVALID_YAML, span, "a tab stands where YAML wants spaces")
                .help("replace the tab by two spaces");
        }
    }
    let offset = offset_of(text, place.0, place.1);
    let span = Span::new(file, base + offset, base + offset);
    let reason = first_line(&error.without_snippet().to_string());
    if reason.contains("budget breached") {
        let message = "this YAML unfolds into more than any page can need";
        return Diagnostic::new(&INVALID_YAML, span, message).help(
            "write the values out instead of repeating them with `*`, and nest them less deeply",
        );
    }
    Diagnostic::new(&INVALID_YAML, span, format!("this is not YAML: {reason}")).help(
        "write `key: value`; put texts that hold a colon and a space, or start with a special sign, in quotes",
    )
}

/// The crate's own words without the place, which the diagnostic shows better.
fn first_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or("").trim();
    line.rfind(" at line ")
        .map_or(line, |at| &line[..at])
        .to_owned()
}

fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = &text[start.min(text.len())..];
    let into: usize = rest
        .chars()
        .take_while(|&c| c != '\n')
        .take(column.saturating_sub(1))
        .map(char::len_utf8)
        .sum();
    start.min(text.len()) + into
}

/// A value as the YAML crate hands it over.
enum Raw {
    Null,
    Typed,
    Text(String),
    List(Vec<serde_yaml::Spanned<Raw>>),
    Map(Vec<(serde_yaml::Spanned<Raw>, serde_yaml::Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

struct Lowering<'a> {
    file: FileId,
    text: &'a str,
    base: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Lowering<'_> {
    fn lower(&mut self, raw: serde_yaml::Spanned<Raw>) -> Yaml {
        let span = self.span(&raw.referenced);
        let value = match raw.value {
            Raw::Null => Value::Null,
            // An alias stands for what its anchor wrote.
            Raw::Typed => Value::Scalar {
                text: self.slice(self.span(&raw.defined)).to_owned(),
                plain: true,
            },
            Raw::Text(text) => {
                let plain = !self.slice(span).starts_with(['"', '\'', '|', '>']);
                Value::Scalar { text, plain }
            }
            Raw::List(items) => Value::List(items.into_iter().map(|i| self.lower(i)).collect()),
            Raw::Map(entries) => self.map(entries),
        };
        Yaml { value, span }
    }

    fn map(&mut self, entries: Vec<(serde_yaml::Spanned<Raw>, serde_yaml::Spanned<Raw>)>) -> Value {
        let mut out: Vec<(Spanned<String>, Yaml)> = Vec::with_capacity(entries.len());
        let mut seen: std::collections::HashMap<String, Span> = std::collections::HashMap::new();
        for (key, value) in entries {
            let key = self.lower(key);
            let value = self.lower(value);
            let Some(name) = key.text() else { continue };
            if let Some(&first) = seen.get(&name.value) {
                let message = format!("the key \"{}\" is given twice", name.value);
                self.diagnostics.push(
                    Diagnostic::new(&DUPLICATE_KEY, name.span, message)
                        .label(first, "here for the first time")
                        .help("keep one of them; the first one is used"),
                );
            } else {
                seen.insert(name.value.clone(), name.span);
                out.push((name, value));
            }
        }
        Value::Map(out)
    }

    fn span(&self, location: &serde_yaml::Location) -> Span {
        let start = location.span().byte_offset().map_or_else(
            || {
                offset_of(
                    self.text,
                    location.line() as usize,
                    location.column() as usize,
                )
            },
            |at| at as usize,
        );
        let len = location.span().byte_len().unwrap_or(0) as usize;
        let start = start.min(self.text.len());
        let end = (start + len).min(self.text.len());
        let end = start + self.text[start..end].trim_end().len();
        Span::new(self.file, self.base + start, self.base + end)
    }

    fn slice(&self, span: Span) -> &str {
        let (start, end) = (
            span.start as usize - self.base,
            span.end as usize - self.base,
        );
        self.text.get(start..end).unwrap_or("")
    }
}
