//! How rare a word is as it stands in a sentence.

use super::{list, shape};
use crate::readability::text::WordView;
use crate::readability::{Language, Vocabulary};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const HUNDREDTHS: f64 = 100.0;

/// A hyphenated word is harder than the rarest of its parts.
const JOINED: f64 = 0.2;

/// A name stands for itself: it need not be understood as a word must.
const NAME: f64 = 0.7;

/// In a language without a list: rarity a letter beyond [`LONG`].
const LETTER: f64 = 0.1;

/// In a language without a list: letters that cost nothing.
const LONG: usize = 6;

/// In a language without a list: the rarity of the longest words.
const LONGEST: f64 = 1.2;

/// How rare a word is where it stands: 0 for the most common words and for numbers, about 0.2 for *patient*, 0.6 for
/// *opioid*, and from 1.1 for words that no list has.
#[must_use]
pub fn rarity(view: &WordView<'_>, vocabulary: &mut Vocabulary<'_>) -> f64 {
    let rarity = f64::from(vocabulary.facts(view).rarity) / HUNDREDTHS;
    if is_name(view) { rarity * NAME } else { rarity }
}

/// The rarity of a word by itself, in hundredths.
///
/// In English it is read from the list of words, or told by the word's shape. In other languages it is told by length.
pub(in crate::readability) fn rarity_of(folded: &str, language: Language) -> u8 {
    let mut parts = 0_usize;
    let mut rarest = 0.0_f64;
    for part in folded.split(['-', '‐', '‑']).map(plain) {
        if part.is_empty() {
            continue;
        }
        parts += 1;
        rarest = rarest.max(match language {
            Language::English => english(&part),
            Language::Spanish | Language::Other => by_length(&part),
        });
    }
    let joined = if parts > 1 { JOINED } else { 0.0 };
    in_hundredths(rarest + joined)
}

/// The nearest hundredth, which none of the rarities here is too great for.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float stays within the bounds of the integer"
)]
fn in_hundredths(rarity: f64) -> u8 {
    (rarity * HUNDREDTHS).round() as u8
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
