//! Szigriszt Pazos, F. (1993). Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad. Universidad
//! Complutense de Madrid.
//!
//! The bands are those of INFLESZ: Barrio-Cantalejo, I. M., et al. (2008). Validación de la Escala INFLESZ para evaluar la
//! legibilidad de los textos dirigidos a pacientes. Anales del Sistema Sanitario de Navarra 31(2), 135-152. Higher is easier.

use super::{Formula, Kind, Scale};
use crate::readability::{Counts, Language};

pub(super) static SZIGRISZT_PAZOS: Formula = Formula {
    name: "szigriszt_pazos",
    title: "Szigriszt-Pazos (INFLESZ)",
    counts: "syllables a word, words a sentence",
    languages: &[Language::Spanish],
    kind: Kind::Score,
    scale: Some(Scale { bands: &BANDS }),
    compute,
};

fn compute(c: &Counts) -> f64 {
    206.835 - 62.3 * c.syllables_per_word() - c.words_per_sentence()
}

/// The lowest score of each band, easiest first.
const BANDS: [(f64, &str); 5] = [
    (80.0, "muy fácil"),
    (65.0, "bastante fácil"),
    (55.0, "normal"),
    (40.0, "algo difícil"),
    (f64::NEG_INFINITY, "muy difícil"),
];

/// Scores with the school grade where the bands meet: primary school ends at 65, compulsory school at 55, the last
/// school year at 40.
pub(super) const GRADES: [(f64, f64); 5] = [
    (100.0, 2.0),
    (80.0, 4.0),
    (65.0, 6.0),
    (55.0, 10.0),
    (40.0, 12.0),
];
