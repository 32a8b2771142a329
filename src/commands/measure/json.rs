//! Measurements as JSON.

use super::sample::Measured;
use crate::lint::LeftOut;
use crate::readability::formulas::Kind;
use crate::readability::hardness::{BASE, Contribution, Reason};
use crate::readability::{HardSentence, Language, Measurement};
use crate::source::Position;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// Pairs that are written as an object, in their order.
struct Object<T>(Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Object<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// One measured text. A number that cannot be told is `null`.
#[derive(Serialize)]
pub(super) struct Record<'a> {
    id: Value,
    language: &'a str,
    words: u64,
    sentences: u64,
    /// `null` in a language whose syllables are not known.
    syllables: Option<u64>,
    polysyllables: Option<u64>,
    grades: Object<Option<f64>>,
    scores: Object<Option<f64>>,
    /// Words for scores, such as the bands of INFLESZ.
    #[serde(skip_serializing_if = "is_empty")]
    bands: Object<&'static str>,
    consensus: Option<f64>,
    estimate: bool,
    hardness: Option<f64>,
    /// Points that add up to the hardness.
    #[serde(skip_serializing_if = "is_empty")]
    hardness_parts: Object<f64>,
    left_out: Object<usize>,
    hardest: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    hardness: f64,
    hardness_parts: Object<f64>,
    reasons: Vec<String>,
}

impl<'a> Record<'a> {
    pub(super) fn new(id: Value, lang: &'a str, measured: &'a Measurement, out: &LeftOut) -> Self {
        let counts = measured.counts;
        let said = measured.language != Language::Other;
        let of_kind = |kind: Kind| {
            let values = measured.values.iter().filter(|(f, _)| f.kind == kind);
            Object(
                values
                    .map(|(f, value)| (f.name, value.map(rounded)))
                    .collect(),
            )
        };
        let bands = measured.values.iter();
        let bands =
            bands.filter_map(|(f, value)| Some((f.name, f.scale.as_ref()?.word((*value)?))));
        Self {
            id,
            language: lang,
            words: counts.words,
            sentences: counts.sentences,
            syllables: said.then_some(counts.syllables),
            polysyllables: said.then_some(counts.polysyllables),
            grades: of_kind(Kind::Grade),
            scores: of_kind(Kind::Score),
            bands: Object(bands.collect()),
            consensus: measured.consensus.map(rounded),
            estimate: measured.is_estimate,
            hardness: measured.hardness.map(rounded),
            hardness_parts: parts(&measured.parts),
            left_out: Object(out.parts().to_vec()),
            hardest: measured.hardest.iter().map(Sentence::new).collect(),
        }
    }

    /// Adds where the hardest sentences stand.
    fn at(mut self, places: &[Position]) -> Self {
        for (sentence, place) in self.hardest.iter_mut().zip(places) {
            sentence.line = Some(place.line);
            sentence.column = Some(place.column);
        }
        self
    }
}

impl<'a> Sentence<'a> {
    fn new(sentence: &'a HardSentence) -> Self {
        Self {
            text: &sentence.text,
            line: None,
            column: None,
            hardness: rounded(sentence.hardness),
            hardness_parts: parts(&sentence.parts),
            reasons: sentence.reasons.iter().map(reason).collect(),
        }
    }
}

/// What a hardness is made of, in points.
fn parts(of: &[Contribution]) -> Object<f64> {
    let base = (!of.is_empty()).then_some(("base", BASE));
    let parts = of
        .iter()
        .map(|part| (part.weight.name, rounded(part.points())));
    Object(base.into_iter().chain(parts).collect())
}

/// One object for one text, a list for several.
pub(super) fn documents(measured: &[Measured]) -> String {
    let records: Vec<Record<'_>> = measured
        .iter()
        .map(|m| {
            let id = Value::String(m.name.clone());
            Record::new(id, &m.lang, &m.measurement, &m.left_out).at(&m.places)
        })
        .collect();
    let text = match records.as_slice() {
        [one] => serde_json::to_string_pretty(one),
        all => serde_json::to_string_pretty(all),
    };
    format!("{}\n", text.expect("invariant: a record is plain data"))
}

/// A reason in a few words.
pub(super) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::RareWords { words, .. } => {
            let words: Vec<&str> = words.iter().map(|word| word.written.as_str()).collect();
            format!("rare words: {}", words.join(", "))
        }
        Reason::Long { words, .. } => format!("long: {words} words"),
    }
}

fn is_empty<T>(object: &Object<T>) -> bool {
    object.0.is_empty()
}

/// Four decimals are more than any formula is good for.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
