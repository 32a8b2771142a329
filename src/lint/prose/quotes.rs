//! Finds quotations in running text.

use memchr::{memchr, memchr3};
use std::ops::Range;

/// The bytes between quotation marks, “…”, ‘…’, «…», "…" and '…'. A mark that is not closed quotes nothing, but for one
/// that opens the text: the next paragraph goes on with the quotation.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !may_quote(text.as_bytes()) {
        return found;
    }
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        let level = open.iter().rposition(|&(closing, _)| closing == c);
        if let Some(level) = level
            && closes(c, before, after)
        {
            let (_, start) = open[level];
            found.push(start..at);
            open.truncate(level);
        } else if let Some(closing) = closing(c, before, after) {
            open.push((closing, at));
        }
        before = Some(c);
    }
    let first = text.len() - text.trim_start().len();
    if let Some(&('"' | '”', start)) = open.first()
        && start == first
    {
        found.push(start..text.len());
    }
    found
}

/// The first bytes of “ and ‘, and of «.
const CURVED: u8 = 0xE2;
const ANGLED: u8 = 0xC2;

/// Whether there may be a mark that opens a quotation.
fn may_quote(text: &[u8]) -> bool {
    memchr3(b'"', b'\'', CURVED, text).is_some() || memchr(ANGLED, text).is_some()
}

/// Whether a mark that could close does: an apostrophe stands inside a word, and a straight mark after a space opens.
fn closes(mark: char, before: Option<char>, after: Option<char>) -> bool {
    match mark {
        '\'' | '’' => {
            !after.is_some_and(char::is_alphanumeric) && !before.is_some_and(char::is_whitespace)
        }
        '"' => {
            !before.is_some_and(char::is_whitespace) || !after.is_some_and(char::is_alphanumeric)
        }
        _ => true,
    }
}

/// The mark that will close a quotation, when this one opens it.
fn closing(mark: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let opens =
        !before.is_some_and(char::is_alphanumeric) && after.is_some_and(|c| !c.is_whitespace());
    match mark {
        '“' => Some('”'),
        '‘' => Some('’'),
        '«' => Some('»'),
        '"' | '\'' if opens => Some(mark),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    fn quoted(text: &str) -> Vec<&str> {
        let ranges = super::find(text).into_iter();
        ranges
            .map(|range| text[range].trim_start_matches(['"', '\'', '“', '‘', '«']))
            .collect()
    }

    #[test]
    fn finds_every_kind_of_mark() {
        assert_eq!(
            quoted("say \"one\", “two”, ‘three’, 'four' or «five»."),
            ["one", "two", "three", "four", "five"]
        );
    }

    #[test]
    fn finds_each_mark_alone() {
        for text in ["\"a\"", "“a”", "‘a’", "'a'", "«a»"] {
            assert_eq!(quoted(text), ["a"], "{text}");
        }
    }

    #[test]
    fn an_apostrophe_is_no_quotation() {
        assert!(quoted("don't say that it isn't the patients' fault").is_empty());
        assert!(quoted("don’t say that it isn’t the patients’ fault").is_empty());
        assert_eq!(
            quoted("‘don’t call me that’, she said"),
            ["don’t call me that"]
        );
    }

    #[test]
    fn only_a_mark_at_the_start_quotes_without_an_end() {
        assert_eq!(
            quoted("\"I was called that for years."),
            ["I was called that for years."]
        );
        assert!(quoted("a board of 6\" and a word").is_empty());
        assert!(quoted("he said \"and went").is_empty());
    }
}
