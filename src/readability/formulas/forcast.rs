//! Caylor, J. S., Sticht, T. G., Fox, L. C., Ford, J. P. (1973). Methodologies for determining reading requirements of
//! military occupational specialties. HumRRO Technical Report 73-5.
//!
//! It counts no sentences, and so fits lists, tables and forms; it was made for grades 5 to 12. Words of one syllable in 150
//! words are scaled from the length that the text has.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static FORCAST: Formula = Formula {
    name: "forcast",
    title: "FORCAST",
    counts: "words of one syllable",
    languages: &[Language::English],
    kind: Kind::Grade,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    20.0 - 150.0 * c.share(c.monosyllables, c.words) / 10.0
}
