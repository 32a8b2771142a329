//! Gutiérrez de Polini, L. E. (1972). Investigación sobre lectura en Venezuela. Ministerio de Educación, Caracas.
//!
//! Made with texts of grade 6; it has no published scale. Higher is easier. Read in a secondary source (legible.es).

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static GUTIERREZ: Formula = Formula {
    name: "gutierrez",
    title: "Gutiérrez de Polini",
    counts: "letters a word, words a sentence",
    languages: &[Language::Spanish],
    kind: Kind::Score,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    95.2 - 9.7 * c.share(c.letters, c.words) - 0.35 * c.words_per_sentence()
}
