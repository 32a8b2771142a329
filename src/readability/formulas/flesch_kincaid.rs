//! Kincaid, J. P., Fishburne, R. P., Rogers, R. L., Chissom, B. S. (1975). Derivation of new readability formulas for Navy
//! enlisted personnel. Research Branch Report 8-75.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static FLESCH_KINCAID: Formula = Formula {
    name: "flesch_kincaid",
    title: "Flesch-Kincaid",
    counts: "words a sentence, syllables a word",
    languages: &[Language::English],
    kind: Kind::Grade,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    0.39 * c.words_per_sentence() + 11.8 * c.syllables_per_word() - 15.59
}
