//! What formulas want to know of a single word, looked up once and remembered.

use super::Language;
use super::familiar::Familiar;
use super::hardness;
use super::syllables::{English, is_unit, spanish, vowel_groups};
use super::text::{Text, WordKind, WordView};
use rustc_hash::FxHashMap;

/// What is known of a word by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordFacts {
    /// How rare it is by itself; see [`hardness`].
    pub rarity: f64,
    /// Read aloud.
    pub syllables: u8,
    pub letters: u8,
    /// Letters and digits.
    pub characters: u8,
    /// On the Dale-Chall list, or a regular form of a word on it.
    pub in_dale_chall: bool,
    /// On the Spache list, or a regular form of a word on it.
    pub in_spache: bool,
    /// Three syllables or more for Gunning: without `-es`, `-ed` and `-ing`, and no compound of short words.
    pub is_complex: bool,
    /// A unit such as `mg`: a slash behind it is read "per".
    pub is_unit: bool,
}

/// What a word that readers have been told the meaning of may count at most: it is read like an everyday word.
const TOLD_SYLLABLES: u8 = 2;
const TOLD_LETTERS: u8 = 5;
const TOLD_RARITY: f64 = 0.2;

impl WordFacts {
    /// The facts of a word that the text explains or that the glossary holds: short, familiar and common.
    #[must_use]
    pub fn eased(self) -> Self {
        Self {
            rarity: self.rarity.min(TOLD_RARITY),
            syllables: self.syllables.min(TOLD_SYLLABLES),
            letters: self.letters.min(TOLD_LETTERS),
            characters: self.characters.min(TOLD_LETTERS),
            in_dale_chall: true,
            in_spache: true,
            is_complex: false,
            is_unit: self.is_unit,
        }
    }
}

/// The tables that all readers share.
#[derive(Debug, Default)]
pub struct Tables {
    english: English,
    familiar: Familiar,
}

impl Tables {
    /// Reads the tables that come with the program.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// How many words are remembered before all are forgotten.
const MOST: usize = 1 << 18;

/// The words of one reader. Each thread has its own.
#[derive(Debug)]
pub struct Vocabulary<'t> {
    tables: &'t Tables,
    language: Language,
    seen: FxHashMap<Box<str>, WordFacts>,
}

impl<'t> Vocabulary<'t> {
    #[must_use]
    pub fn new(tables: &'t Tables, language: Language) -> Self {
        Self {
            tables,
            language,
            seen: FxHashMap::default(),
        }
    }

    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The facts of all words of a text, in their order.
    pub fn read(&mut self, text: &Text) -> Vec<WordFacts> {
        let mut facts = Vec::with_capacity(text.words().len());
        for sentence in text.sentences() {
            facts.extend(text.words_of(sentence).map(|view| self.facts(&view)));
        }
        facts
    }

    /// The facts of a word.
    pub fn facts(&mut self, view: &WordView<'_>) -> WordFacts {
        // Capitals matter: HIV is spelt.
        let key = if view.word.is_plain() {
            view.folded
        } else {
            view.text
        };
        if let Some(facts) = self.seen.get(key) {
            return *facts;
        }
        let facts = self.look_up(view);
        if self.seen.len() >= MOST {
            self.seen.clear();
        }
        self.seen.insert(key.into(), facts);
        facts
    }

    fn look_up(&self, view: &WordView<'_>) -> WordFacts {
        let syllables = self.syllables(view.text, view.folded);
        let is_number = view.word.kind == WordKind::Number;
        let familiar = &self.tables.familiar;
        let letters = view.folded.chars().filter(|c| c.is_alphabetic());
        let characters = view.folded.chars().filter(|c| c.is_alphanumeric());
        let short = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        WordFacts {
            rarity: hardness::by_itself(view, self.language),
            syllables,
            letters: short(letters.count()),
            characters: short(characters.count()),
            in_dale_chall: is_number || familiar.in_dale_chall(view.folded),
            in_spache: is_number || familiar.in_spache(view.folded),
            is_unit: is_unit(view.folded),
            is_complex: syllables > 2 && !is_number && self.is_complex(view, syllables),
        }
    }

    fn syllables(&self, written: &str, folded: &str) -> u8 {
        match self.language {
            Language::English => self.tables.english.syllables(written, folded),
            Language::Spanish => spanish(folded),
            Language::Other => vowel_groups(folded),
        }
    }

    fn is_complex(&self, view: &WordView<'_>, syllables: u8) -> bool {
        let mut parts = view.folded.split('-').zip(view.text.split(['-', '‐', '‑']));
        if view.folded.contains('-') {
            return parts.any(|(folded, written)| {
                !folded.is_empty() && self.syllables(written, folded) > 2
            });
        }
        syllables > 3 || !ends_with_sounded_suffix(view.folded)
    }
}

/// Whether `-ing`, `-ed` or `-es` is a syllable at the end of the word.
fn ends_with_sounded_suffix(word: &str) -> bool {
    let after = |suffix: &str, ends: &[&str]| {
        let stem = word.strip_suffix(suffix);
        stem.is_some_and(|stem| ends.iter().any(|end| stem.ends_with(end)))
    };
    word.ends_with("ing")
        || after("ed", &["t", "d"])
        || after("es", &["s", "x", "z", "ch", "sh", "c", "g"])
}
