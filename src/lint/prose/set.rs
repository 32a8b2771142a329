//! Words that rules look for, told from others by their keys: most words of a text are no word of a set, and a look at one
//! bit says so.

use super::Run;
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::Hasher;

/// A hash of a word in lower case. Different words may have the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::lint) struct Key(u32);

impl Key {
    /// The key of a word in lower case.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "every half of a hash is a hash"
    )]
    pub fn of(word: &str) -> Self {
        let mut hasher = FxHasher::default();
        hasher.write(word.as_bytes());
        Self(hasher.finish() as u32)
    }

    /// The key of two words in a row.
    pub fn then(self, next: Self) -> Self {
        Self(self.0.rotate_left(5) ^ next.0)
    }
}

/// Tells most keys that are not in a set. It lets a few others through.
#[derive(Debug, Default)]
pub(in crate::lint) struct Sieve(Box<[u64]>);

/// Holes for each key: of other keys one in so many falls through.
const HOLES: usize = 16;

impl Sieve {
    pub fn of(keys: impl ExactSizeIterator<Item = Key>) -> Self {
        let parts = (keys.len() * HOLES / 64).next_power_of_two();
        let mut sieve = Self(vec![0; parts].into());
        for key in keys {
            let (part, bit) = sieve.hole(key);
            sieve.0[part] |= bit;
        }
        sieve
    }

    pub fn may_hold(&self, key: Key) -> bool {
        let (part, bit) = self.hole(key);
        self.0.get(part).is_some_and(|part| part & bit != 0)
    }

    fn hole(&self, key: Key) -> (usize, u64) {
        let part = (key.0 >> 6) as usize & self.0.len().wrapping_sub(1);
        (part, 1 << (key.0 & 63))
    }
}

/// Words in lower case that a rule looks for.
#[derive(Debug)]
pub(in crate::lint) struct WordSet {
    sieve: Sieve,
    words: FxHashSet<&'static str>,
}

impl WordSet {
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: FxHashSet<&str> = words.into_iter().collect();
        Self {
            sieve: Sieve::of(words.iter().map(|word| Key::of(word))),
            words,
        }
    }

    /// Whether the n-th word of a run is one of the set; none stands behind the last one.
    pub fn holds(&self, run: &Run<'_>, at: usize) -> bool {
        self.sieve.may_hold(run.key(at)) && self.words.contains(run.word(at))
    }

    /// Whether a word in lower case is one of the set.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The first word of the set at or behind the n-th word of a run.
    pub fn next(&self, run: &Run<'_>, from: usize) -> Option<usize> {
        (from..run.len()).find(|&at| self.holds(run, at))
    }
}
