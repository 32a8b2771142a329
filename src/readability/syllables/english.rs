//! Syllables of English words.

use super::{Numerals, SCALE, expanded, letter_groups, vowel_groups};
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Weights of letter groups, in parts of [`SCALE`].
const WEIGHTS: &str = include_str!("weights.txt");
/// Words of the dictionary that the weights have wrong.
const EXCEPTIONS: &str = include_str!("exceptions.txt");
/// Medical words and British spellings, counted by hand.
const CHECKED: &str = include_str!("checked.txt");

/// Pairs of consonants that English words begin with.
const BEGINNINGS: &str = "bl br ch cl cr dr dw fl fr gh gl gn gr kn kr ph pl pr ps pt qu rh sc sh sk sl sm sn sp sq st sw \
                          th tr tw wh wr";
/// Pairs of consonants that English words end with.
const ENDINGS: &str = "ch ck ct ds dy ff ft gh gs gy hs ht ks ky ld lf lk ll lm lp ls lt ly mb mp ms my nd ng nk ns nt ny ph ps pt \
                       py rb rd rk rl rm rn rp rs rt rv ry sh sk sm sp ss st sy th ts ty wl wn ws xt ys zz";

/// What is known of the sounds of English words.
#[derive(Debug)]
pub struct English {
    weights: FxHashMap<&'static str, i32>,
    words: FxHashMap<&'static str, u8>,
}

impl English {
    /// Reads the tables that come with the program.
    #[must_use]
    pub fn new() -> Self {
        let mut words: FxHashMap<&str, u8> = FxHashMap::default();
        for (word, count) in [EXCEPTIONS, CHECKED].into_iter().flat_map(table) {
            words.extend(u8::try_from(count).map(|count| (word, count)));
        }
        Self {
            weights: table(WEIGHTS).collect(),
            words,
        }
    }

    /// Counts the syllables of a word; `folded` is the word in lower case with straight apostrophes.
    #[must_use]
    pub fn syllables(&self, written: &str, folded: &str) -> u8 {
        if let Some(count) = expanded::english(folded) {
            return count;
        }
        if is_plain(written, folded) {
            return self.word(folded);
        }
        if folded.starts_with(|c: char| c.is_ascii_digit() || c == '$') {
            return Numerals::ENGLISH.mixed(folded, |letters| self.letters(letters));
        }
        let mut count = 0_u8;
        let mut folded_parts = folded.split(['-', '_']);
        for part in written.split(['-', '‐', '‑', '_']) {
            let folded = folded_parts.next().unwrap_or("");
            count = count.saturating_add(self.part(part, folded));
        }
        count.max(1)
    }

    /// A part of a hyphenated word: letters, digits or both (`covid`, `19`, `b12`).
    fn part(&self, written: &str, folded: &str) -> u8 {
        if folded.bytes().any(|b| b.is_ascii_digit()) {
            return Numerals::ENGLISH.mixed(folded, |letters| self.letters(letters));
        }
        if folded.contains('.') || is_acronym(written, folded) {
            let plural = written.ends_with('s') && !folded.contains('.');
            return spelt(&folded[..folded.len() - usize::from(plural)]);
        }
        if folded.is_ascii() {
            return self.apostrophes(folded);
        }
        let plain: String = folded.nfd().filter(|c| !is_combining_mark(*c)).collect();
        self.apostrophes(&plain.replace('æ', "ae").replace('œ', "oe"))
    }

    /// Letters beside digits: short ones are spelt.
    fn letters(&self, letters: &str) -> u8 {
        match expanded::english(letters) {
            Some(count) => count,
            None if letters.len() < 3 => spelt(letters),
            None => self.word(letters),
        }
    }

    fn apostrophes(&self, word: &str) -> u8 {
        if let Some(&count) = self.words.get(word) {
            return count;
        }
        let Some((base, ending)) = word.rsplit_once('\'').filter(|(base, _)| !base.is_empty())
        else {
            return self.word(word.trim_start_matches('\''));
        };
        let (base, sounded) = match ending {
            "t" => {
                let base = base.strip_suffix('n').unwrap_or(base);
                (base, !base.ends_with(['a', 'o', 'i']))
            }
            "s" => (base, has_sibilant_end(base)),
            "ll" | "ve" => (base, !base.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])),
            "d" => (base, base.ends_with(['t', 'd'])),
            "re" | "m" | "" => (base, false),
            _ => return self.word(base).saturating_add(self.word(ending)),
        };
        self.word(base).saturating_add(u8::from(sounded))
    }

    /// A word of ASCII letters.
    fn word(&self, word: &str) -> u8 {
        if let Some(&count) = self.words.get(word) {
            return count;
        }
        let mut sum = 0;
        letter_groups(word, |group| {
            sum += self.weights.get(group).copied().unwrap_or(0);
        });
        let correction = (sum + SCALE / 2).div_euclid(SCALE);
        let count = i32::from(vowel_groups(word)) + correction;
        u8::try_from(count.max(1)).unwrap_or(u8::MAX)
    }
}

impl Default for English {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a word is nothing but letters, the first of them perhaps a capital.
fn is_plain(written: &str, folded: &str) -> bool {
    let rest = written.bytes().skip(1);
    folded.bytes().all(|b| b.is_ascii_lowercase())
        && rest.into_iter().all(|b| b.is_ascii_lowercase())
}

/// A word and a number a line.
fn table(text: &'static str) -> impl Iterator<Item = (&'static str, i32)> {
    let lines = text.lines().filter_map(|line| line.split_once(' '));
    lines.filter_map(|(word, number)| Some((word, number.parse().ok()?)))
}

/// Whether an `s` behind the word is a syllable: `nurse's`, `boxes`.
fn has_sibilant_end(word: &str) -> bool {
    let ends = ["s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"];
    ends.iter().any(|end| word.ends_with(end))
}

/// Whether a word in capitals is read letter by letter: `HIV`, `COPD`, `GPs`, `mRNA`, but not `AIDS` or `TAKE`.
fn is_acronym(written: &str, folded: &str) -> bool {
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    let letters = folded.strip_suffix('s').filter(|_| written.ends_with('s'));
    let letters = letters.unwrap_or(folded);
    if capitals < 2 || letters.len() > 6 || !letters.is_ascii() {
        return false;
    }
    !can_be_said(letters)
}

/// Whether letters look like a word that can be said.
fn can_be_said(letters: &str) -> bool {
    let vowel = |b: &u8| b"aeiouy".contains(b);
    let bytes = letters.as_bytes();
    if bytes.len() < 4 {
        return expanded::is_short_word(letters);
    }
    let pair = |at: usize| &letters[at..at + 2];
    let begins = bytes[..2].iter().any(vowel) || has_pair(BEGINNINGS, pair(0));
    let last = bytes.len() - 2;
    let ends = bytes[last..].iter().any(vowel) || has_pair(ENDINGS, pair(last));
    bytes.iter().any(vowel) && begins && ends
}

fn has_pair(pairs: &str, pair: &str) -> bool {
    pairs.split_ascii_whitespace().any(|known| known == pair)
}

/// Letters by their names: all have one syllable, but `w`.
fn spelt(letters: &str) -> u8 {
    let names = letters.chars().filter(|c| c.is_alphabetic());
    let count: usize = names.map(|c| if c == 'w' { 3 } else { 1 }).sum();
    u8::try_from(count.max(1)).unwrap_or(u8::MAX)
}
