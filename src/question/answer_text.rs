//! Answers that are typed: how several are written in one text, and what does not count when they are compared.

use crate::diagnostic::{Diagnostic, INVALID_VALUE};
use crate::source::{Span, Spanned};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in the form in which answers are compared: outer spaces, accents (marks of Unicode category M after canonical
/// decomposition) and case removed.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_ascii_lowercase();
    }
    let bare: String = text
        .trim()
        .nfd()
        .filter(|&c| !is_combining_mark(c))
        .collect();
    bare.to_lowercase()
}

/// The right answers in `naloxone/narcan`. A slash that belongs to an answer is written `\/`. Answers without text are
/// told and left out.
pub(super) fn split(answer: &Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut texts = Vec::new();
    let mut empty = false;
    for part in split_slashes(&answer.value) {
        let text = part.trim();
        if text.is_empty() {
            empty = true;
        } else {
            texts.push(text.to_owned());
        }
    }
    if empty {
        let message = "there is a right answer without text here";
        diagnostics.push(
            Diagnostic::new(&INVALID_VALUE, answer.span, message)
                .help("put `/` only between two right answers; write `\\/` for a slash that belongs to an answer"),
        );
    }
    texts
}

fn split_slashes(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let last = parts.len() - 1;
        match c {
            '\\' if chars.peek() == Some(&'/') => {
                chars.next();
                parts[last].push('/');
            }
            '/' => parts.push(String::new()),
            other => parts[last].push(other),
        }
    }
    parts
}

/// The place of a part of a value, in bytes of the value. Where the source differs from the value by more than a pair of
/// quotes (escapes, folded lines), the place of the whole value.
#[must_use]
pub fn part_of(value: &Spanned<String>, from: usize, to: usize) -> Span {
    let written = (value.span.end - value.span.start) as usize;
    match written.checked_sub(value.value.len()) {
        Some(0) => value.span.part(from, to),
        Some(2) => value.span.part(from + 1, to + 1),
        _ => value.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn answer(text: &str) -> Spanned<String> {
        let file = FileId::of_path("a.md");
        Spanned::new(text.to_owned(), Span::new(file, 0, text.len()))
    }

    #[test]
    fn case_accents_and_outer_spaces_do_not_count() {
        assert_eq!(fold("  Café Olé "), "cafe ole");
        assert_eq!(fold("cafe\u{301}"), fold("CAFÉ"));
        assert_ne!(fold("heart rate"), fold("heartrate"));
    }

    #[test]
    fn slashes_stand_between_answers() {
        let mut told = Vec::new();
        assert_eq!(
            split(&answer("naloxone / narcan"), &mut told),
            ["naloxone", "narcan"]
        );
        assert_eq!(split(&answer(r"mg\/kg"), &mut told), ["mg/kg"]);
        assert!(told.is_empty());
        assert_eq!(split(&answer("a//b"), &mut told), ["a", "b"]);
        assert_eq!(told.len(), 1);
    }

    #[test]
    fn parts_of_quoted_and_bare_values_have_their_place() {
        let file = FileId::of_path("a.md");
        let quoted = Spanned::new("a b".to_owned(), Span::new(file, 10, 15));
        assert_eq!(part_of(&quoted, 2, 3), Span::new(file, 13, 14));
        let bare = Spanned::new("a b".to_owned(), Span::new(file, 10, 13));
        assert_eq!(part_of(&bare, 2, 3), Span::new(file, 12, 13));
        let escaped = Spanned::new("a b".to_owned(), Span::new(file, 10, 16));
        assert_eq!(part_of(&escaped, 2, 3), escaped.span);
    }
}
