//! McLaughlin, G. H. (1969). SMOG grading: a new readability formula. Journal of Reading 12(8), 639-646.
//!
//! The exact form. It is the grade of readers who understand everything, about two above what other formulas give. It was made
//! for 30 sentences; for fewer, the words of three syllables are scaled to 30, and the grade is an estimate.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static SMOG: Formula = Formula {
    name: "smog",
    title: "SMOG",
    counts: "words of three syllables or more",
    languages: &[Language::English],
    kind: Kind::Grade,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    1.0430 * (30.0 * c.share(c.polysyllables, c.sentences)).sqrt() + 3.1291
}
