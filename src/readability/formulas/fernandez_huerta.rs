//! Fernández Huerta, J. (1959). Medidas sencillas de lecturabilidad. Consigna 214, 29-32.
//!
//! With words a sentence, as G. Law showed in 2011 that it was meant: the misprint that many programs follow has sentences in
//! 100 words. Read in a secondary source (legible.es). Higher is easier.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static FERNANDEZ_HUERTA: Formula = Formula {
    name: "fernandez_huerta",
    title: "Fernández Huerta",
    counts: "syllables a word, words a sentence",
    languages: &[Language::Spanish],
    kind: Kind::Score,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    206.84 - 60.0 * c.syllables_per_word() - 1.02 * c.words_per_sentence()
}

/// Scores with the school grade that they stand for, by the table of Flesch that Fernández Huerta took over.
pub(super) const GRADES: [(f64, f64); 6] = [
    (100.0, 3.0),
    (90.0, 4.5),
    (80.0, 5.5),
    (70.0, 6.5),
    (60.0, 8.5),
    (30.0, 15.0),
];
