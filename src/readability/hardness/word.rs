//! How rare a word is as it stands in a sentence.

use super::{list, shape};
use crate::readability::Language;
use crate::readability::text::{WordKind, WordView};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A hyphenated word is harder than the rarest of its parts.
const JOINED: f64 = 0.2;

/// A name stands for itself: it need not be understood as a word must.
const NAME: f64 = 0.7;

/// A name of letters and digits, such as *CD8*, *IL-6* or *6p24*, is nothing that a reader has met elsewhere.
const CODED: f64 = 1.4;

/// Such a name that everybody has met.
const EVERYDAY: f64 = 0.3;

/// In a language without a list: rarity a letter beyond [`LONG`].
const LETTER: f64 = 0.1;

/// In a language without a list: letters that cost nothing.
const LONG: usize = 6;

/// In a language without a list: the rarity of the longest words.
const LONGEST: f64 = 1.2;

/// How rare a word is: 0 for the most common words, about 0.2 for *patient*, 0.6 for *opioid*, and from 1.1 for words
/// that no list has. Numbers are 0.
///
/// In English it is read from the list of words, or told by the word's shape. In other languages it is told by length.
#[must_use]
pub fn rarity(view: &WordView<'_>, language: Language) -> f64 {
    as_it_stands(view, by_itself(view, language))
}

/// How rare a word is, wherever it stands.
pub(in crate::readability) fn by_itself(view: &WordView<'_>, language: Language) -> f64 {
    let word = view.folded;
    if is_coded(word) {
        return everyday(word).unwrap_or(CODED);
    }
    if view.word.kind == WordKind::Number {
        return 0.0;
    }
    let parts = word.split(['-', '‐', '‑']);
    let mut letters = 0_usize;
    let mut rarest = 0.0_f64;
    for part in parts.map(plain).filter(|part| !part.is_empty()) {
        letters += 1;
        rarest = rarest.max(match language {
            Language::English => english(&part),
            Language::Spanish | Language::Other => by_length(&part),
        });
    }
    let joined = if letters > 1 { JOINED } else { 0.0 };
    rarest + joined
}

/// Whether a digit follows a letter: in `il-6` and `6p24`, not in `25mg` and `6-month`.
fn is_coded(word: &str) -> bool {
    let behind = word.trim_start_matches(|c: char| !c.is_alphabetic());
    behind.contains(|c: char| c.is_ascii_digit())
}

/// Names of letters and digits that everybody has met.
fn everyday(word: &str) -> Option<f64> {
    matches!(word, "b12" | "co2" | "covid-19" | "mp3").then_some(EVERYDAY)
}

/// The rarity of a word in its place, from the one that it has by itself.
pub(in crate::readability) fn as_it_stands(view: &WordView<'_>, by_itself: f64) -> f64 {
    by_itself * if is_name(view) { NAME } else { 1.0 }
}

/// Capitalised inside a sentence, and not written in capitals as *ECG* is.
fn is_name(view: &WordView<'_>) -> bool {
    let mut after = view.text.chars().skip(1).peekable();
    view.word.is_capitalised
        && !view.is_first
        && after.peek().is_some()
        && after.all(|c| !c.is_uppercase())
}

/// The letters of a part of a word: no stops, no digits at its ends, no possessive, and no marks on Latin letters,
/// which the list does not write.
fn plain(part: &str) -> Cow<'_, str> {
    let part = part.strip_suffix("'s").unwrap_or(part);
    let part = part.trim_matches(|c: char| !c.is_alphabetic());
    if part.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
        return Cow::Borrowed(part);
    }
    let letters = part.nfd().filter(|c| !is_combining_mark(*c) && *c != '.');
    Cow::Owned(letters.collect())
}

fn english(part: &str) -> f64 {
    list::rarity(part).unwrap_or_else(|| shape::rarity(part))
}

fn by_length(part: &str) -> f64 {
    let over = part.chars().count().saturating_sub(LONG).min(12);
    (LETTER * f64::from(u8::try_from(over).unwrap_or(12))).min(LONGEST)
}
