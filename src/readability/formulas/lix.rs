//! Björnsson, C. H. (1968). Läsbarhet. Liber.
//!
//! Long words have more than six letters. A colon ends a stretch as a full stop does. Below 30 is very easy, above 60 very
//! hard.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static LIX: Formula = Formula {
    name: "lix",
    title: "LIX",
    counts: "words between stops, words of seven letters or more",
    languages: &[Language::English, Language::Spanish, Language::Other],
    kind: Kind::Score,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    c.share(c.words, c.sentences + c.colons) + 100.0 * c.share(c.long, c.words)
}
