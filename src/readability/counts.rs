//! What formulas count.

use super::WordFacts;
use super::text::{Sentence, Text, WordKind};
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// A letter more than this, and LIX calls a word long.
const LONG: u8 = 6;
/// With neither so many sentences nor so many words, formulas give an estimate: SMOG asks for 30 sentences, the others for
/// samples of 100 words, better three of them.
const ENOUGH_SENTENCES: u64 = 30;
const ENOUGH_WORDS: u64 = 300;

/// The counts of a text, or of one sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub words: u64,
    pub sentences: u64,
    /// Colons before a space: LIX takes them as stops.
    pub colons: u64,
    pub syllables: u64,
    /// Words of one syllable.
    pub monosyllables: u64,
    /// Words of three syllables or more.
    pub polysyllables: u64,
    /// Words that Gunning calls complex.
    pub complex: u64,
    pub letters: u64,
    /// Letters and digits.
    pub characters: u64,
    /// Words of seven letters or more.
    pub long: u64,
    /// Words that Dale and Chall do not count as familiar.
    pub unfamiliar: u64,
    /// Different words that Spache does not count as familiar.
    pub different_unfamiliar: u64,
}

impl Counts {
    /// Adds a word that is not the name of someone or something.
    fn add(&mut self, facts: WordFacts, is_name: bool) {
        self.words += 1;
        self.syllables += u64::from(facts.syllables);
        self.monosyllables += u64::from(facts.syllables == 1);
        self.polysyllables += u64::from(facts.syllables > 2);
        self.complex += u64::from(facts.is_complex && !is_name);
        self.letters += u64::from(facts.letters);
        self.characters += u64::from(facts.characters);
        self.long += u64::from(facts.letters > LONG);
        self.unfamiliar += u64::from(!facts.in_dale_chall && !is_name);
    }

    fn merge(&mut self, other: &Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.colons += other.colons;
        self.syllables += other.syllables;
        self.monosyllables += other.monosyllables;
        self.polysyllables += other.polysyllables;
        self.complex += other.complex;
        self.letters += other.letters;
        self.characters += other.characters;
        self.long += other.long;
        self.unfamiliar += other.unfamiliar;
    }

    /// Whether there is too little text for the formulas: what they give is an estimate.
    #[must_use]
    pub fn is_estimate(&self) -> bool {
        self.sentences < ENOUGH_SENTENCES && self.words < ENOUGH_WORDS
    }

    /// What is left when a part of the text is taken away. Words that Spache counts once stay counted.
    pub(super) fn without(&self, part: &Self) -> Self {
        Self {
            words: self.words - part.words,
            sentences: self.sentences - part.sentences,
            colons: self.colons,
            syllables: self.syllables - part.syllables,
            monosyllables: self.monosyllables - part.monosyllables,
            polysyllables: self.polysyllables - part.polysyllables,
            complex: self.complex - part.complex,
            letters: self.letters - part.letters,
            characters: self.characters - part.characters,
            long: self.long - part.long,
            unfamiliar: self.unfamiliar - part.unfamiliar,
            different_unfamiliar: self.different_unfamiliar,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "no text has 2^53 words")]
    pub(super) fn share(&self, part: u64, of: u64) -> f64 {
        part as f64 / of.max(1) as f64
    }

    pub(super) fn words_per_sentence(&self) -> f64 {
        self.share(self.words, self.sentences)
    }

    pub(super) fn syllables_per_word(&self) -> f64 {
        self.share(self.syllables, self.words)
    }
}

/// Adds up texts that are read one after the other.
#[derive(Debug, Default)]
pub struct Counter {
    counts: Counts,
    /// Hashes of words that Spache does not know.
    unfamiliar: FxHashSet<u64>,
}

impl Counter {
    /// Counts a text; `facts` are those of its words, in their order.
    pub fn add(&mut self, text: &Text, facts: &[WordFacts]) {
        for sentence in text.sentences() {
            self.add_sentence(text, sentence, facts);
        }
        self.counts.colons += text.colons();
    }

    /// Counts one sentence of a text; `facts` are those of all its words.
    pub(super) fn add_sentence(&mut self, text: &Text, sentence: &Sentence, facts: &[WordFacts]) {
        let mut after_unit = false;
        let facts = &facts[sentence.words.clone()];
        for (view, &facts) in text.words_of(sentence).zip(facts) {
            let is_name = view.is_name();
            // "mg/day" is read "milligrams per day".
            self.counts.syllables += u64::from(after_unit && view.word.after_slash);
            after_unit = facts.is_unit;
            self.counts.add(facts, is_name);
            if !facts.in_spache && !is_name {
                let mut hasher = FxHasher::default();
                view.folded.hash(&mut hasher);
                self.unfamiliar.insert(hasher.finish());
            }
        }
        self.counts.sentences += 1;
    }

    /// Adds what another one has counted.
    pub fn merge(&mut self, other: Self) {
        self.counts.merge(&other.counts);
        self.unfamiliar.extend(other.unfamiliar);
    }

    /// The counts of everything added.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            different_unfamiliar: self.unfamiliar.len() as u64,
            ..self.counts
        }
    }
}

impl super::text::WordView<'_> {
    /// Whether it is written as a name: a capital letter inside a sentence, and not all capitals.
    #[must_use]
    pub fn is_name(&self) -> bool {
        let word = self.word;
        word.kind == WordKind::Letters
            && word.is_capitalised
            && !self.is_first
            && !word.is_all_capitals
    }
}
