//! Automated Readability Index: Senter, R. J., Smith, E. A. (1967). AMRL-TR-66-220, Wright-Patterson Air Force Base.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static ARI: Formula = Formula {
    name: "ari",
    title: "Automated Readability Index",
    counts: "letters and digits a word, words a sentence",
    languages: &[Language::English],
    kind: Kind::Grade,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    4.71 * c.share(c.characters, c.words) + 0.5 * c.words_per_sentence() - 21.43
}
