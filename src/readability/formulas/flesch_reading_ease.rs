//! Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3), 221-233.
//!
//! Higher is easier: 60 to 70 is plain English.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static FLESCH_READING_EASE: Formula = Formula {
    name: "flesch_reading_ease",
    title: "Flesch Reading Ease",
    counts: "words a sentence, syllables a word",
    languages: &[Language::English],
    kind: Kind::Score,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    206.835 - 1.015 * c.words_per_sentence() - 84.6 * c.syllables_per_word()
}
