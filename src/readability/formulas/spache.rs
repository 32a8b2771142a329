//! Spache, G. (1953). A new readability formula for primary-grade reading materials. The Elementary School Journal 53(7),
//! 410-413; coefficients and list as revised in 1974.
//!
//! It was made for texts up to grade 4, and says little beyond. Each unfamiliar word counts once.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static SPACHE: Formula = Formula {
    name: "spache",
    title: "Spache",
    counts: "different words that are not on a list of 1,063",
    languages: &[Language::English],
    kind: Kind::Score,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    let unfamiliar = 100.0 * c.share(c.different_unfamiliar, c.words);
    0.121 * c.words_per_sentence() + 0.082 * unfamiliar + 0.659
}
