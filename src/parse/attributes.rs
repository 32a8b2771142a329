//! Reads `{#id .class key=value key="two words" word}`.

use crate::diagnostic::{Diagnostic, INVALID_ATTRIBUTES, Outcome};
use crate::model::{Attr, Attrs};
use crate::source::{FileId, Span, Spanned};

/// The length of the braces that `text` starts with, up to and with the closing one; quotes may hold braces. `None`
/// when they do not close on the line.
#[must_use]
pub fn braces_len(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (c, quote) {
            ('\n', _) => return None,
            (c, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('"' | '\'', None) if text[..at].ends_with('=') => quote = Some(c),
            ('}', None) => return Some(at + 1),
            ('{', None) if at > 0 => return None,
            _ => {}
        }
    }
    None
}

/// Reads attributes from a text that starts with `{` and ends with `}` and stands at byte `base` of the file.
pub fn parse(file: FileId, text: &str, base: usize) -> Outcome<Attrs> {
    let mut reader = Reader {
        file,
        base,
        attrs: Attrs::default(),
        diagnostics: Vec::new(),
    };
    reader.attrs.span = Some(Span::new(file, base, base + text.len()));
    let inner = text.strip_prefix('{').unwrap_or(text);
    let inner = inner.strip_suffix('}').unwrap_or(inner);
    for (at, word) in words(inner) {
        reader.word(at + 1, word);
    }
    Outcome::new(reader.attrs, reader.diagnostics)
}

/// Splits at spaces outside quotes.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut start = None;
    let mut quote = None;
    for (at, c) in text.char_indices() {
        if quote == Some(c) {
            quote = None;
        } else if quote.is_none() && matches!(c, '"' | '\'') && text[..at].ends_with('=') {
            quote = Some(c);
        }
        if quote.is_none() && c.is_whitespace() {
            if let Some(from) = start.take() {
                out.push((from, &text[from..at]));
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    out.extend(start.map(|from| (from, &text[from..])));
    out
}

struct Reader {
    file: FileId,
    base: usize,
    attrs: Attrs,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn spanned(&self, at: usize, text: &str) -> Spanned<String> {
        let start = self.base + at;
        Spanned::new(
            text.to_owned(),
            Span::new(self.file, start, start + text.len()),
        )
    }

    fn word(&mut self, at: usize, word: &str) {
        if let Some(id) = word.strip_prefix('#') {
            self.id(at, id);
        } else if let Some(class) = word.strip_prefix('.').filter(|c| !c.is_empty()) {
            let class = self.spanned(at + 1, class);
            self.attrs.classes.push(class);
        } else if let Some((key, value)) = split_pair(word) {
            self.pair(at, key, value);
        } else {
            let key = self.spanned(at, word);
            self.attrs.pairs.push(Attr { key, value: None });
        }
    }

    fn id(&mut self, at: usize, id: &str) {
        let id = self.spanned(at + 1, id);
        if id.value.is_empty() {
            self.fault(&id, "a # without a name");
        } else if self.attrs.id.is_some() {
            self.fault(&id, "a second id");
        } else {
            self.attrs.id = Some(id);
        }
    }

    fn pair(&mut self, at: usize, key: &str, value: &str) {
        let value_at = at + key.len() + 1;
        let key = self.spanned(at, key);
        let quoted = value.starts_with(['"', '\'']);
        let value = if quoted {
            let inner = &value[1..];
            let closed = inner.ends_with(&value[..1]) && !inner.is_empty();
            let inner = if closed {
                &inner[..inner.len() - 1]
            } else {
                inner
            };
            self.spanned(value_at + 1, inner)
        } else {
            self.spanned(value_at, value)
        };
        if self.attrs.value(&key.value).is_some() {
            self.fault(&key, "an attribute that is given twice");
            return;
        }
        self.attrs.pairs.push(Attr {
            key,
            value: Some(value),
        });
    }

    fn fault(&mut self, place: &Spanned<String>, what: &str) {
        let message = format!("between these braces there is {what}");
        let help = "write {#id .class key=value key=\"two words\"}, each of them once";
        self.diagnostics
            .push(Diagnostic::new(&INVALID_ATTRIBUTES, place.span, message).help(help));
    }
}

/// `key=value`, where the key is a name: `trust>=2` and `a+1` are words.
fn split_pair(word: &str) -> Option<(&str, &str)> {
    let (key, value) = word.split_once('=')?;
    let name = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
    name.then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attrs(text: &str) -> Attrs {
        let outcome = parse(FileId::of_path("x"), text, 0);
        assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
        outcome.value
    }

    #[test]
    fn reads_all_forms() {
        let a = attrs("{#first .big key=value say=\"two words\" shuffle trust+1}");
        assert_eq!(a.id.as_ref().map(|i| i.value.as_str()), Some("first"));
        assert_eq!(a.classes[0].value, "big");
        assert_eq!(a.value("key").map(|v| v.value.as_str()), Some("value"));
        assert_eq!(a.value("say").map(|v| v.value.as_str()), Some("two words"));
        let words: Vec<&str> = a.words().map(|w| w.value.as_str()).collect();
        assert_eq!(words, ["shuffle", "trust+1"]);
    }

    #[test]
    fn places_are_exact() {
        let text = "{if=\"trust>=2\" once}";
        let a = attrs(text);
        let value = a.value("if").expect("the attribute is there");
        assert_eq!(value.span.slice(text), "trust>=2");
        assert_eq!(a.words().next().map(|w| w.span.slice(text)), Some("once"));
    }

    #[test]
    fn braces_close_outside_quotes_on_the_same_line() {
        assert_eq!(braces_len("{a=\"}\"} rest"), Some(7));
        assert_eq!(braces_len("{a"), None);
        assert_eq!(braces_len("{a\n}"), None);
        assert_eq!(braces_len("{{fact}}"), None);
        assert_eq!(braces_len("{don't}"), Some(7));
    }

    #[test]
    fn doubles_are_told() {
        let outcome = parse(FileId::of_path("x"), "{#a #b k=1 k=2}", 0);
        assert_eq!(outcome.diagnostics.len(), 2);
    }
}
