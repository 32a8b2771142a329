//! Anderson, J. (1983). Lix and Rix: variations on a little-known readability index. Journal of Reading 26(6), 490-496.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static RIX: Formula = Formula {
    name: "rix",
    title: "RIX",
    counts: "words of seven letters or more, in a sentence",
    languages: &[Language::English, Language::Spanish, Language::Other],
    kind: Kind::Score,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    c.share(c.long, c.sentences)
}
