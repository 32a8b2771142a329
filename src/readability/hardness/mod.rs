//! How hard a sentence or a text is, in the order in which readers put them.
//!
//! ```text
//! hardness = 1.89 + 2.70 × mean rarity of its words + 0.46 × ln(words)
//!                 + 0.35 × rarity of its rarest word + 0.10 × rarities of the five next
//! ```
//!
//! The scale is the readers' own, from about 1 (easy) to about 6 (hard); it is not cut off at either end. The weights
//! were fitted to the training sentences of MedReadMe (Jiang and Xu 2024, *MedReadMe: A Systematic Study for
//! Fine-grained Sentence Readability in Medical Domain*), none is negative, and each sentence's number is exactly the
//! sum of its [`Contribution`]s. A text is the mean of its sentences, each as often as it has words: what a reader meets
//! from word to word, and little moved by headings, items of lists and a sentence that was cut in two.
//!
//! 1. `list` has the rarity of English words.
//! 2. `shape` tells it for words that the list does not have.
//! 3. [`rarity`] looks at a word where it stands: a name, an abbreviation, a hyphenated word.
//! 4. [`measure`] takes the four [`Measure`]s of a sentence; [`explain`] says which words they come from.

mod explain;
mod list;
mod shape;
mod word;

pub use explain::{Explanation, HardWord, LONG_SENTENCE, RARE, Reason, explain, hardest_words};
pub(super) use explain::{explain_by, hardest_words_by};
pub use word::rarity;
pub(super) use word::{as_it_stands, by_itself};

use crate::readability::Language;
use crate::readability::text::{Sentence, Text, WordView};

/// What every sentence begins with.
pub const BASE: f64 = 1.89;

/// How many words after the rarest are counted one by one.
const NEXT: usize = 5;

/// What is measured of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Mean rarity of all its words.
    MeanRarity,
    /// Natural logarithm of the number of its words.
    Length,
    /// Rarity of its rarest word.
    Rarest,
    /// Sum of the rarities of the next five words; a word that comes twice counts once.
    NextRarest,
}

/// A measure and what one of it adds to the score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    pub measure: Measure,
    /// As outputs call it.
    pub name: &'static str,
    pub per_unit: f64,
}

/// All that a score is made of, besides [`BASE`].
pub const WEIGHTS: [Weight; 4] = [
    Weight {
        measure: Measure::MeanRarity,
        name: "mean-rarity",
        per_unit: 2.70,
    },
    Weight {
        measure: Measure::Length,
        name: "length",
        per_unit: 0.46,
    },
    Weight {
        measure: Measure::Rarest,
        name: "rarest-word",
        per_unit: 0.35,
    },
    Weight {
        measure: Measure::NextRarest,
        name: "next-rarest-words",
        per_unit: 0.10,
    },
];

/// What one measure adds to a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contribution {
    pub weight: Weight,
    /// The measure itself.
    pub value: f64,
}

impl Contribution {
    /// Its part of the score.
    #[must_use]
    pub fn points(&self) -> f64 {
        self.weight.per_unit * self.value
    }
}

/// The hardness of a sentence, or the mean of many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hardness {
    /// In the order of [`WEIGHTS`].
    values: [f64; WEIGHTS.len()],
    words: u32,
}

impl Hardness {
    /// About 1 (easy) to about 6 (hard).
    #[must_use]
    pub fn score(&self) -> f64 {
        let points = self.contributions().map(|part| part.points());
        BASE + points.iter().sum::<f64>()
    }

    /// What the score is made of: [`BASE`] and these are the score.
    #[must_use]
    pub fn contributions(&self) -> [Contribution; WEIGHTS.len()] {
        std::array::from_fn(|at| Contribution {
            weight: WEIGHTS[at],
            value: self.values[at],
        })
    }
}

/// Measures a sentence.
#[must_use]
pub fn measure(text: &Text, sentence: &Sentence, language: Language) -> Hardness {
    measure_by(text, sentence, |view| rarity(view, language))
}

/// Measures a sentence, whose words are asked for their rarity in order.
pub(super) fn measure_by(
    text: &Text,
    sentence: &Sentence,
    mut rarity: impl FnMut(&WordView<'_>) -> f64,
) -> Hardness {
    let mut words = 0;
    let mut sum = 0.0;
    let mut rarest = Rarest::default();
    for view in text.words_of(sentence) {
        let rarity = rarity(&view);
        words += 1;
        sum += rarity;
        rarest.add(view.folded, rarity);
    }
    let count = f64::from(words.max(1));
    let [first, next @ ..] = rarest.words.map(|(_, rarity)| rarity);
    Hardness {
        values: [sum / count, count.ln(), first, next.iter().sum()],
        words,
    }
}

/// The rarest words of a sentence, each once, the rarest first.
#[derive(Default)]
struct Rarest<'t> {
    words: [(&'t str, f64); NEXT + 1],
}

impl<'t> Rarest<'t> {
    fn add(&mut self, word: &'t str, rarity: f64) {
        if rarity <= self.words[NEXT].1 {
            return;
        }
        let same = self.words.iter().position(|(known, _)| *known == word);
        let mut at = same.unwrap_or(NEXT);
        if rarity <= self.words[at].1 {
            return;
        }
        while at > 0 && self.words[at - 1].1 < rarity {
            self.words[at] = self.words[at - 1];
            at -= 1;
        }
        self.words[at] = (word, rarity);
    }
}

/// The mean of sentences, each as often as it has words. They may come in several parts that are put together at the
/// end.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Mean {
    words: u32,
    sums: [f64; WEIGHTS.len()],
}

impl Mean {
    /// Counts a sentence.
    pub fn add(&mut self, sentence: &Hardness) {
        self.words = self.words.saturating_add(sentence.words);
        for (sum, value) in self.sums.iter_mut().zip(sentence.values) {
            *sum += value * f64::from(sentence.words);
        }
    }

    /// Counts all sentences of another part.
    pub fn merge(&mut self, part: &Self) {
        self.words = self.words.saturating_add(part.words);
        for (sum, more) in self.sums.iter_mut().zip(part.sums) {
            *sum += more;
        }
    }

    /// The hardness of the text; none where there was no sentence.
    #[must_use]
    pub fn hardness(&self) -> Option<Hardness> {
        (self.words > 0).then(|| Hardness {
            values: self.sums.map(|sum| sum / f64::from(self.words)),
            words: self.words,
        })
    }
}

/// Measures a whole text: the [`Mean`] of its sentences. None where it has no sentence.
#[must_use]
pub fn measure_text(text: &Text, language: Language) -> Option<Hardness> {
    let mut mean = Mean::default();
    for sentence in text.sentences() {
        mean.add(&measure(text, sentence, language));
    }
    mean.hardness()
}
