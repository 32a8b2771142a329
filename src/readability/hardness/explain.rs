//! Which words make a sentence hard, and how far each moves the score.

use super::{Hardness, Measure, NEXT, WEIGHTS, measure_by, rarity};
use crate::readability::Language;
use crate::readability::text::{Sentence, Text, WordView};
use std::collections::HashMap;
use std::ops::Range;

/// From this rarity a word is named as a reason: *opioid* is, *patient* is not.
pub const RARE: f64 = 0.4;

/// From this number of words the length of a sentence is named as a reason.
pub const LONG_SENTENCE: usize = 20;

/// The length that a long sentence is compared with, in words.
const PLAIN_LENGTH: f64 = 15.0;

/// A word that makes a sentence or a text hard.
#[derive(Debug, Clone, PartialEq)]
pub struct HardWord {
    /// Where it first stands, in bytes of the text.
    pub bytes: Range<usize>,
    /// As written there.
    pub written: String,
    /// 0 for the most common words, 1.1 and more for words that no list has.
    pub rarity: f64,
    /// How often it stands there.
    pub times: usize,
}

/// Why a sentence is hard.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Words from [`RARE`] upwards, the rarest first. The points are what they add to the score.
    RareWords { words: Vec<HardWord>, points: f64 },
    /// The sentence has [`LONG_SENTENCE`] words or more. The points are what it has more than one of fifteen words.
    Long { words: usize, points: f64 },
}

impl Reason {
    /// How far the reason moves the score.
    #[must_use]
    pub fn points(&self) -> f64 {
        match self {
            Self::RareWords { points, .. } | Self::Long { points, .. } => *points,
        }
    }
}

/// A sentence's hardness with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    pub hardness: Hardness,
    /// The one that moves the score most first; none for an easy sentence.
    pub reasons: Vec<Reason>,
}

/// Measures a sentence and says what makes it hard.
#[must_use]
pub fn explain(text: &Text, sentence: &Sentence, language: Language) -> Explanation {
    let words = text.words_of(sentence);
    let rarities: Vec<f64> = words.map(|view| rarity(&view, language)).collect();
    explain_by(text, sentence, &rarities)
}

/// The same with the rarities of the sentence's words.
pub(in crate::readability) fn explain_by(
    text: &Text,
    sentence: &Sentence,
    rarities: &[f64],
) -> Explanation {
    let in_order = || {
        let mut rarities = rarities.iter();
        move |_: &WordView<'_>| rarities.next().copied().unwrap_or(0.0)
    };
    let words = hard_words(text, [sentence], in_order());
    let mut reasons: Vec<_> = [
        rare_words(words, sentence.words.len()),
        long(sentence.words.len()),
    ]
    .into_iter()
    .flatten()
    .collect();
    reasons.sort_by(|a, b| b.points().total_cmp(&a.points()));
    Explanation {
        hardness: measure_by(text, sentence, in_order()),
        reasons,
    }
}

/// The rarest words of a text from [`RARE`] upwards, each once; of equally rare words the one that comes more often
/// first.
#[must_use]
pub fn hardest_words(text: &Text, language: Language, limit: usize) -> Vec<HardWord> {
    hardest_words_by(text, limit, |view| rarity(view, language))
}

/// The same for words that are asked for their rarity in order.
pub(in crate::readability) fn hardest_words_by(
    text: &Text,
    limit: usize,
    rarity: impl FnMut(&WordView<'_>) -> f64,
) -> Vec<HardWord> {
    let mut words = hard_words(text, text.sentences(), rarity);
    words.truncate(limit);
    words
}

/// Words from [`RARE`] upwards, the rarest first.
fn hard_words<'t>(
    text: &'t Text,
    sentences: impl IntoIterator<Item = &'t Sentence>,
    mut rarity: impl FnMut(&WordView<'_>) -> f64,
) -> Vec<HardWord> {
    let mut words: Vec<HardWord> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for view in sentences.into_iter().flat_map(|s| text.words_of(s)) {
        let rarity = rarity(&view);
        if rarity < RARE {
            continue;
        }
        let at = *known.entry(view.folded).or_insert(words.len());
        if let Some(word) = words.get_mut(at) {
            word.times += 1;
            word.rarity = word.rarity.max(rarity);
        } else {
            words.push(HardWord {
                bytes: view.word.bytes(),
                written: view.text.to_owned(),
                rarity,
                times: 1,
            });
        }
    }
    words.sort_by(|a, b| {
        let rarer = b.rarity.total_cmp(&a.rarity);
        rarer.then(b.times.cmp(&a.times))
    });
    words
}

fn rare_words(words: Vec<HardWord>, of: usize) -> Option<Reason> {
    let count = as_number(of.max(1));
    let points = |(at, word): (usize, &HardWord)| {
        let own = match at {
            0 => per_unit(Measure::Rarest),
            1..=NEXT => per_unit(Measure::NextRarest),
            _ => 0.0,
        };
        let mean = per_unit(Measure::MeanRarity) * as_number(word.times) / count;
        word.rarity * (own + mean)
    };
    let points = words.iter().enumerate().map(points).sum();
    (!words.is_empty()).then_some(Reason::RareWords { words, points })
}

fn long(words: usize) -> Option<Reason> {
    let points = per_unit(Measure::Length) * (as_number(words) / PLAIN_LENGTH).ln();
    (words >= LONG_SENTENCE).then_some(Reason::Long { words, points })
}

fn per_unit(measure: Measure) -> f64 {
    let weight = WEIGHTS.iter().find(|weight| weight.measure == measure);
    weight
        .expect("invariant: every measure has a weight")
        .per_unit
}

fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
