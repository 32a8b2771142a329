//! Words that rules look for, told from others by their keys: most words of a text are no word of a set, and a look at one
//! bit says so.

use super::{Look, Run};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
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
    pub fn of(word: &[u8]) -> Self {
        let mut hasher = FxHasher::default();
        hasher.write(word);
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

    #[inline]
    pub fn may_hold(&self, key: Key) -> bool {
        let (part, bit) = self.hole(key);
        self.0.get(part).is_some_and(|part| part & bit != 0)
    }

    #[inline]
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
            sieve: Sieve::of(words.iter().map(|word| Key::of(word.as_bytes()))),
            words,
        }
    }

    /// Whether a word that looks so may be one of the set.
    #[inline]
    pub fn may_hold(&self, look: Look) -> bool {
        self.sieve.may_hold(look.key)
    }

    /// Whether the n-th word of a run is one of the set; none stands behind the last one.
    #[inline]
    pub fn holds(&self, run: &Run<'_>, at: usize) -> bool {
        self.may_hold(run.look(at)) && self.words.contains(run.word(at))
    }

    /// Whether a word in lower case is one of the set.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The first word of the set at or behind the n-th word of a run.
    pub fn next(&self, run: &Run<'_>, from: usize) -> Option<usize> {
        let mut from = from;
        loop {
            let at = run.find(from, |look| self.may_hold(look))?;
            if self.words.contains(run.word(at)) {
                return Some(at);
            }
            from = at + 1;
        }
    }
}

/// Words in a row that a rule looks for, each row with what it means.
#[derive(Debug)]
pub(in crate::lint) struct Phrases<T> {
    sieve: Sieve,
    /// By first word: the others. In the order in which they were given.
    phrases: FxHashMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> Phrases<T> {
    /// Phrases in lower case, one space apart.
    pub fn new(phrases: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: FxHashMap<&str, Vec<(Vec<&str>, T)>> = FxHashMap::default();
        for (phrase, meaning) in phrases {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                let others = by_first.entry(first).or_default();
                others.push((words.collect(), meaning));
            }
        }
        Self {
            sieve: Sieve::of(by_first.keys().map(|word| Key::of(word.as_bytes()))),
            phrases: by_first,
        }
    }

    /// The first place at or behind the n-th word of a run where a phrase may begin.
    #[inline]
    pub fn next(&self, run: &Run<'_>, from: usize) -> Option<usize> {
        run.find(from, |look| self.sieve.may_hold(look.key))
    }

    /// The phrases whose words begin at the n-th word of a run: the word behind each, and what it means.
    #[inline]
    pub fn at<'r>(
        &'r self,
        run: &'r Run<'_>,
        at: usize,
    ) -> impl Iterator<Item = (usize, T)> + use<'r, T> {
        let may_begin = self.sieve.may_hold(run.look(at).key);
        let phrases = may_begin.then(|| self.phrases.get(run.word(at))).flatten();
        phrases
            .into_iter()
            .flatten()
            .filter_map(move |(others, meaning)| {
                let behind = at + 1;
                let mut words = others.iter().zip(behind..);
                let stands = words.all(|(word, at)| run.word(at) == *word);
                stands.then_some((behind + others.len(), *meaning))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sieve_holds_its_keys_and_lets_few_others_through() {
        let key = |number: u32| Key::of(number.to_string().as_bytes());
        let sieve = Sieve::of((0..500).map(key));
        assert!((0..500).all(|number| sieve.may_hold(key(number))));
        let others = (500..10_500).filter(|&number| sieve.may_hold(key(number)));
        // One in sixteen is what chance gives; this is twice as many.
        assert!(others.count() < 1250);
        assert!(!Sieve::default().may_hold(key(1)));
    }

    #[test]
    fn the_order_of_two_words_matters() {
        let (a, b) = (Key::of(b"in"), Key::of(b"time"));
        assert_ne!(a.then(b), b.then(a));
    }
}
