//! Everything that is measured of a text, added up passage by passage.

use super::formulas::{Formula, consensus, formulas};
use super::hardness::{self, Contribution, Explanation, HardWord, Reason};
use super::text::{Sentence, Text};
use super::{Counter, Counts, Language, Vocabulary, WordFacts};
use std::ops::Range;

/// Stands in a passage for something that is not read, such as code.
const LEFT_OUT: char = '\u{FFFC}';
/// How many of the hardest sentences are told.
const HARDEST: usize = 5;
/// How many of the hardest words are told.
const HARDEST_WORDS: usize = 8;
/// Shorter sentences are not told: one rare word makes them hard, and nothing can be rewritten.
const SHORTEST: usize = 4;
/// With neither so many sentences nor so many words, formulas give an estimate: SMOG asks for 30 sentences, the others for
/// samples of 100 words, better three of them.
const ENOUGH_SENTENCES: u64 = 30;
const ENOUGH_WORDS: u64 = 300;

/// A sentence that is hard to read, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct HardSentence {
    /// As written; what was left out in it is an ellipsis.
    pub text: String,
    /// Its place in all that was added.
    pub bytes: Range<usize>,
    pub hardness: f64,
    /// What the hardness is made of, beside [`hardness::BASE`].
    pub parts: Vec<Contribution>,
    pub reasons: Vec<Reason>,
}

/// What is known of a text.
#[derive(Debug, Clone)]
pub struct Measurement {
    pub language: Language,
    pub counts: Counts,
    /// The formulas of the language with what they give; nothing for a text without words.
    pub values: Vec<(&'static Formula, Option<f64>)>,
    /// A school grade.
    pub consensus: Option<f64>,
    /// The text is too short for the formulas.
    pub is_estimate: bool,
    /// About 1 (easy) to about 6 (hard).
    pub hardness: Option<f64>,
    /// What the hardness is made of, beside [`hardness::BASE`]; empty for a text without words.
    pub parts: Vec<Contribution>,
    /// The hardest first.
    pub hardest: Vec<HardSentence>,
    /// The hardest first, with their places in all that was added.
    pub hardest_words: Vec<HardWord>,
}

/// Adds up the passages of one text.
#[derive(Debug, Default)]
pub struct Tally {
    counter: Counter,
    mean: hardness::Mean,
    hardest: Vec<HardSentence>,
    words: Vec<HardWord>,
}

impl Tally {
    /// Adds a passage that begins at byte `origin` of the whole.
    pub fn add(&mut self, text: &Text, origin: usize, vocabulary: &mut Vocabulary<'_>) {
        let facts = vocabulary.read(text);
        self.counter.add(text, &facts);
        self.add_words(text, &facts, origin);
        self.add_hardest(text, &facts, origin, vocabulary.language());
    }

    fn add_words(&mut self, text: &Text, facts: &[WordFacts], origin: usize) {
        let mut facts = facts.iter();
        let mut words = hardness::hardest_words_by(text, HARDEST_WORDS, |view| {
            facts
                .next()
                .map_or(0.0, |facts| hardness::as_it_stands(view, facts.rarity))
        });
        for word in &mut words {
            word.bytes = origin + word.bytes.start..origin + word.bytes.end;
        }
        self.merge_words(words);
    }

    /// Adds the hardest words of another part, and keeps the hardest of all.
    fn merge_words(&mut self, more: Vec<HardWord>) {
        for word in more {
            let same = |known: &&mut HardWord| known.written.eq_ignore_ascii_case(&word.written);
            match self.words.iter_mut().find(same) {
                Some(known) => known.times += word.times,
                None => self.words.push(word),
            }
        }
        self.words.sort_by(|a, b| {
            let rarer = b.rarity.total_cmp(&a.rarity);
            rarer.then(b.times.cmp(&a.times))
        });
        self.words.truncate(HARDEST_WORDS);
    }

    fn add_hardest(&mut self, text: &Text, facts: &[WordFacts], origin: usize, language: Language) {
        let mut hard: Vec<(f64, &Sentence)> = Vec::with_capacity(HARDEST + 1);
        for sentence in text.sentences() {
            let mut facts = facts[sentence.words.clone()].iter();
            let measured = hardness::measure_by(text, sentence, |view| {
                facts
                    .next()
                    .map_or(0.0, |facts| hardness::as_it_stands(view, facts.rarity))
            });
            self.mean.add(&measured);
            let score = measured.score();
            let last = hard.get(HARDEST - 1).map(|(score, _)| *score);
            if sentence.words.len() >= SHORTEST && last.is_none_or(|last| score > last) {
                let at = hard.partition_point(|(other, _)| *other >= score);
                hard.insert(at, (score, sentence));
                hard.truncate(HARDEST);
            }
        }
        let told = hard.into_iter().map(|(_, sentence)| {
            let Explanation { hardness, reasons } = hardness::explain(text, sentence, language);
            HardSentence {
                text: text.written(sentence).replace(LEFT_OUT, "…"),
                bytes: origin + sentence.bytes.start..origin + sentence.bytes.end,
                hardness: hardness.score(),
                parts: hardness.contributions().to_vec(),
                reasons,
            }
        });
        self.hardest.extend(told);
        self.keep_hardest();
    }

    /// Adds another part of the same text.
    pub fn merge(&mut self, part: Self) {
        self.counter.merge(part.counter);
        self.mean.merge(&part.mean);
        self.merge_words(part.words);
        self.hardest.extend(part.hardest);
        self.keep_hardest();
    }

    fn keep_hardest(&mut self) {
        self.hardest.sort_by(|a, b| {
            let harder = b.hardness.total_cmp(&a.hardness);
            harder.then(a.bytes.start.cmp(&b.bytes.start))
        });
        self.hardest.truncate(HARDEST);
    }

    /// What all passages give together.
    #[must_use]
    pub fn finish(self, language: Language) -> Measurement {
        let counts = self.counter.counts();
        let mean = self.mean.hardness();
        let values = formulas(language).map(|formula| (formula, formula.value(&counts)));
        Measurement {
            language,
            counts,
            values: values.collect(),
            consensus: consensus(&counts, language),
            is_estimate: counts.sentences < ENOUGH_SENTENCES && counts.words < ENOUGH_WORDS,
            hardness: mean.map(|mean| mean.score()),
            parts: mean.map_or_else(Vec::new, |mean| mean.contributions().to_vec()),
            hardest: self.hardest,
            hardest_words: self.words,
        }
    }
}

impl Measurement {
    /// Measures one text.
    #[must_use]
    pub fn of(text: &Text, vocabulary: &mut Vocabulary<'_>) -> Self {
        let mut tally = Tally::default();
        tally.add(text, 0, vocabulary);
        tally.finish(vocabulary.language())
    }
}
