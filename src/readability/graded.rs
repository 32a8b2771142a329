//! A text held against a grade: what it measures when the words that it explains count as easy, and which sentences move
//! the grade.

use super::formulas::Gauge;
use super::hardness::{self, Reason};
use super::text::{Sentence, Text, WordView};
use super::{Counter, Counts, Vocabulary, WordFacts};
use std::ops::Range;

/// How many of the hardest sentences are told.
const HARDEST: usize = 5;
/// Shorter sentences are not told: nothing in them can be rewritten.
const SHORTEST: usize = 4;
/// How many long words of a sentence are told.
const LONG_WORDS: usize = 5;

/// A text with its grade.
#[derive(Debug, Clone)]
pub struct Graded {
    /// With explained words counted as easy.
    pub counts: Counts,
    pub grade: Option<f64>,
    /// The grade when no word is counted as easy.
    pub as_written: Option<f64>,
    /// The hardest that raise the grade, then those that are hard all the same; at most five.
    pub hardest: Vec<GradedSentence>,
}

/// A sentence that makes a text hard.
#[derive(Debug, Clone)]
pub struct GradedSentence {
    /// Its place in the text.
    pub bytes: Range<usize>,
    pub words: usize,
    pub hardness: f64,
    pub reasons: Vec<Reason>,
    /// Places of words of three syllables or more that readers were not told the meaning of.
    pub long_words: Vec<Range<usize>>,
    /// The grade of the text without the sentence.
    pub without: Option<f64>,
}

/// A text that is being held against a grade.
#[derive(Debug)]
pub struct Grading<'t> {
    text: &'t Text,
    gauge: Gauge,
    written: Vec<WordFacts>,
    facts: Vec<WordFacts>,
}

impl<'t> Grading<'t> {
    /// Looks every word up. `known` says of each word whether its meaning is told.
    #[must_use]
    pub fn new(
        text: &'t Text,
        known: &[bool],
        gauge: Gauge,
        vocabulary: &mut Vocabulary<'_>,
    ) -> Self {
        let written = vocabulary.read(text);
        let facts = written.iter().zip(known);
        let facts = facts.map(|(facts, known)| if *known { facts.eased() } else { *facts });
        Self {
            text,
            gauge,
            facts: facts.collect(),
            written,
        }
    }

    /// The grade of some of its sentences alone.
    #[must_use]
    pub fn grade_of<'s>(&self, sentences: impl IntoIterator<Item = &'s Sentence>) -> Option<f64> {
        let mut counter = Counter::default();
        for sentence in sentences {
            counter.add_sentence(self.text, sentence, &self.facts);
        }
        self.gauge.grade(&counter.counts())
    }

    /// Measures the whole text.
    #[must_use]
    pub fn finish(&self) -> Graded {
        let counts = self.count(&self.facts);
        let grade = self.gauge.grade(&counts);
        let mut hardest: Vec<(f64, &Sentence)> = Vec::new();
        for sentence in self.text.sentences() {
            if sentence.words.len() >= SHORTEST {
                hardest.push((self.score(sentence), sentence));
            }
        }
        hardest.sort_by(|a, b| b.0.total_cmp(&a.0));
        hardest.truncate(2 * HARDEST);
        let told = hardest
            .iter()
            .map(|(_, sentence)| self.tell(sentence, &counts));
        let raises = |told: &GradedSentence| told.without < grade;
        let (mut first, rest): (Vec<_>, Vec<_>) = told.partition(raises);
        first.extend(rest);
        first.truncate(HARDEST);
        Graded {
            as_written: match self.facts == self.written {
                true => grade,
                false => self.gauge.grade(&self.count(&self.written)),
            },
            counts,
            grade,
            hardest: first,
        }
    }

    fn count(&self, facts: &[WordFacts]) -> Counts {
        let mut counter = Counter::default();
        counter.add(self.text, facts);
        counter.counts()
    }

    fn score(&self, sentence: &Sentence) -> f64 {
        let mut facts = self.facts[sentence.words.clone()].iter();
        let measured = hardness::measure_by(self.text, sentence, |view| {
            let rarity = facts.next().map_or(0.0, |facts| facts.rarity);
            hardness::as_it_stands(view, rarity)
        });
        measured.score()
    }

    fn rarities(&self, sentence: &Sentence) -> Vec<f64> {
        let facts = &self.facts[sentence.words.clone()];
        let views = self.text.words_of(sentence).zip(facts);
        views
            .map(|(view, facts)| hardness::as_it_stands(&view, facts.rarity))
            .collect()
    }

    fn tell(&self, sentence: &Sentence, all: &Counts) -> GradedSentence {
        let rarities = self.rarities(sentence);
        let explained = hardness::explain_by(self.text, sentence, &rarities);
        let mut own = Counter::default();
        own.add_sentence(self.text, sentence, &self.facts);
        let rest = all.without(&own.counts());
        GradedSentence {
            bytes: sentence.bytes.clone(),
            words: sentence.words.len(),
            hardness: explained.hardness.score(),
            reasons: explained.reasons,
            long_words: self.long_words(sentence),
            without: self.gauge.grade(&rest),
        }
    }

    /// The longest first.
    fn long_words(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let facts = &self.facts[sentence.words.clone()];
        let mut long: Vec<(u8, WordView<'_>)> = Vec::new();
        for (view, facts) in self.text.words_of(sentence).zip(facts) {
            let again = long.iter().any(|(_, other)| other.folded == view.folded);
            if facts.syllables > 2 && !view.is_name() && !again {
                long.push((facts.syllables, view));
            }
        }
        long.sort_by_key(|(syllables, _)| std::cmp::Reverse(*syllables));
        let places = long.iter().map(|(_, view)| view.word.bytes());
        places.take(LONG_WORDS).collect()
    }
}
