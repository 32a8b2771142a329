//! Finds teachback's own marks in running text: facts, citations, terms, gaps and lost footnotes.

use memchr::memchr3;
use std::ops::Range;

/// A mark in a text, with its byte range and what stands between its brackets.
#[derive(Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    pub kind: MarkKind,
    pub range: Range<usize>,
    pub inner: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// `{{name}}`
    Fact,
    /// `[@key, p. 12; @key]`
    Citation,
    /// `[[term]]`
    Term,
    /// `[=low/lowest]`
    Gap,
    /// `[^name]`: a footnote that the Markdown parser left as text, because it is not written anywhere.
    Footnote,
}

/// The marks of a text as it stands in the source, in order. A backslash before a bracket takes its meaning away.
pub fn marks(text: &str) -> Vec<Mark<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes
        .get(at..)
        .and_then(|rest| memchr3(b'\\', b'[', b'{', rest))
    {
        at += next;
        if bytes[at] == b'\\' {
            at += 2;
        } else if let Some(mark) = mark_at(text, at) {
            at = mark.range.end;
            out.push(mark);
        } else {
            at += 1;
        }
    }
    out
}

/// No mark is longer, in bytes: a bracket that nothing closes must not be searched to the end of the page.
const LONGEST: usize = 2000;

fn mark_at(text: &str, at: usize) -> Option<Mark<'_>> {
    let (kind, open, close) = match text.as_bytes().get(at..at + 2)? {
        b"{{" => (MarkKind::Fact, 2, "}}"),
        b"[[" => (MarkKind::Term, 2, "]]"),
        b"[@" => (MarkKind::Citation, 1, "]"),
        b"[=" => (MarkKind::Gap, 2, "]"),
        b"[^" => (MarkKind::Footnote, 2, "]"),
        _ => return None,
    };
    let rest = &text[at + open..];
    let near = rest.floor_char_boundary(LONGEST);
    let len = rest[..near].find(close)?;
    let inner = &rest[..len];
    let fits = match kind {
        MarkKind::Fact => is_fact_name(inner.trim()),
        MarkKind::Term => !inner.trim().is_empty() && !inner.contains(['[', ']']),
        MarkKind::Citation => inner
            .trim_start_matches('@')
            .chars()
            .next()
            .is_some_and(is_key_char),
        MarkKind::Gap => !inner.trim().is_empty(),
        MarkKind::Footnote => !inner.is_empty() && !inner.contains(char::is_whitespace),
    };
    let range = at..at + open + len + close.len();
    fits.then_some(Mark { kind, range, inner })
}

/// Whether a text can be the name of a fact: other double braces are the author's own (template examples).
#[must_use]
pub fn is_fact_name(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// The characters of a citation key, after Pandoc: letters, digits and some signs inside.
#[must_use]
pub fn is_key_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | ':' | '.' | '-' | '/' | '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(MarkKind, &str)> {
        marks(text).into_iter().map(|m| (m.kind, m.inner)).collect()
    }

    #[test]
    fn finds_each_kind() {
        assert_eq!(
            found(
                "Call {{crisis_line}} [@dowell2022, p. 12; @icsi2021] on [[tapered|taper]]: [=a/b]"
            ),
            [
                (MarkKind::Fact, "crisis_line"),
                (MarkKind::Citation, "@dowell2022, p. 12; @icsi2021"),
                (MarkKind::Term, "tapered|taper"),
                (MarkKind::Gap, "a/b"),
            ]
        );
    }

    #[test]
    fn leaves_what_only_looks_alike() {
        assert_eq!(
            found(r"\[@key] {{ 1 + 1 }} [x] [[]] [@] {{#if}} {a} [@ home]"),
            []
        );
        assert_eq!(found("ends in \\"), []);
    }
}
