//! Dale, E., Chall, J. S. (1948). A formula for predicting readability. Educational Research Bulletin 27(1), 11-20 and 37-54.
//!
//! The score of 1948 with the word list of 1995, as most programs compute it. It is no grade by itself: 5.0 to 5.9 is grade 5
//! to 6, 6.0 to 6.9 is 7 to 8, and so on to college at 9.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static DALE_CHALL: Formula = Formula {
    name: "dale_chall",
    title: "Dale-Chall",
    counts: "words that are not on a list of 2,942",
    languages: &[Language::English],
    kind: Kind::Grade,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    let unfamiliar = 100.0 * c.share(c.unfamiliar, c.words);
    let adjustment = if unfamiliar > 5.0 { 3.6365 } else { 0.0 };
    0.1579 * unfamiliar + 0.0496 * c.words_per_sentence() + adjustment
}

/// The school grade of a score: two grades a point, as its table of 1948 has them.
pub(super) fn school_grade(score: f64) -> f64 {
    2.0 * score - 5.0
}
