//! Syllables of Spanish words, by the rules of the Real Academia Española (Ortografía, 2010): two open vowels part, an
//! accented `í` or `ú` beside an open vowel parts, other vowels together are one syllable.

use super::{Numerals, expanded};

/// Counts the syllables of a word in lower case.
#[must_use]
pub fn spanish(folded: &str) -> u8 {
    if let Some(count) = expanded::spanish(folded) {
        return count;
    }
    let count: usize = folded.split(['-', '_', '.', '\'']).map(part).sum();
    u8::try_from(count.max(1)).unwrap_or(u8::MAX)
}

fn part(part: &str) -> usize {
    if part.is_empty() {
        return 0;
    }
    if part.contains(|c: char| c.is_ascii_digit()) {
        return Numerals::SPANISH.mixed(part, spanish).into();
    }
    let letters: Vec<char> = part.chars().collect();
    let mut count = 0;
    let mut before = Sound::Consonant;
    for at in 0..letters.len() {
        let sound = sound(&letters, at);
        count += usize::from(begins_syllable(before, sound) || is_doubled(&letters, at));
        before = match (before, sound) {
            (_, Sound::Silent) => before,
            (Sound::Open | Sound::Accented, Sound::Closed) => Sound::Glide,
            _ => sound,
        };
    }
    count.max(1)
}

/// The second of two equal vowels: `antiinflamatorio`.
fn is_doubled(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| letters[at]);
    matches!(letters[at], 'i' | 'u') && before == Some(letters[at])
}

/// Whether a vowel is the first one of a syllable.
fn begins_syllable(before: Sound, sound: Sound) -> bool {
    match (before, sound) {
        (_, Sound::Consonant | Sound::Silent | Sound::Glide) => false,
        (Sound::Consonant | Sound::Silent, _) => true,
        (_, Sound::Closed) | (Sound::Closed, Sound::Open | Sound::Accented) => false,
        (Sound::Open | Sound::Accented | Sound::Glide, Sound::Open | Sound::Accented) => true,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    Consonant,
    /// An `h`, or the `u` of `que` and `gue`: the vowels around it meet.
    Silent,
    /// `a`, `e`, `o`.
    Open,
    /// An `i` or `u` that ends a diphthong: an open vowel behind it begins a syllable (`pa-ra-no-ia`).
    Glide,
    /// `i`, `u`, `ü`, and `y` behind a vowel at the end.
    Closed,
    /// `í`, `ú`.
    Accented,
}

fn sound(letters: &[char], at: usize) -> Sound {
    let before = at.checked_sub(1).map(|at| letters[at]);
    let next = letters.get(at + 1);
    match letters[at] {
        'a' | 'e' | 'o' | 'á' | 'é' | 'ó' => Sound::Open,
        'í' | 'ú' => Sound::Accented,
        'u' if before == Some('q') => Sound::Silent,
        'u' if before == Some('g') && next.is_some_and(|c| "eiéí".contains(*c)) => Sound::Silent,
        'i' | 'u' | 'ü' => Sound::Closed,
        'y' if next.is_none() => Sound::Closed,
        'h' if before.is_some_and(|c| c != 'c') => Sound::Silent,
        _ => Sound::Consonant,
    }
}
