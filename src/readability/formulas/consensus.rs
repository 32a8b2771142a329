//! One grade from several formulas.
//!
//! English: the median of Flesch-Kincaid, SMOG, Gunning Fog, Coleman-Liau, ARI and Dale-Chall (its score turned into a
//! school grade). Each formula errs in its own way: two count syllables, two letters, one a list, and SMOG aims at readers who
//! understand everything. The middle is not moved by the one that errs most. FORCAST is left out: it sees no sentences.
//!
//! Spanish: the mean of the grades that the bands of Szigriszt-Pazos (INFLESZ) and Fernández Huerta stand for.

use super::{
    ari, coleman_liau, dale_chall, fernandez_huerta, flesch_kincaid, gunning_fog, smog,
    szigriszt_pazos,
};
use crate::readability::{Counts, Language};

/// The grade that the formulas of a language agree on, 0 or more; nothing for a text without words, or for a language that has
/// no formula with a grade.
#[must_use]
pub fn consensus(counts: &Counts, language: Language) -> Option<f64> {
    let mut grades = match language {
        Language::English => vec![
            flesch_kincaid::FLESCH_KINCAID.value(counts)?,
            smog::SMOG.value(counts)?,
            gunning_fog::GUNNING_FOG.value(counts)?,
            coleman_liau::COLEMAN_LIAU.value(counts)?,
            ari::ARI.value(counts)?,
            dale_chall::school_grade(dale_chall::DALE_CHALL.value(counts)?),
        ],
        Language::Spanish => vec![
            on_scale(
                szigriszt_pazos::SZIGRISZT_PAZOS.value(counts)?,
                &szigriszt_pazos::GRADES,
            ),
            on_scale(
                fernandez_huerta::FERNANDEZ_HUERTA.value(counts)?,
                &fernandez_huerta::GRADES,
            ),
        ],
        Language::Other => return None,
    };
    Some(median(&mut grades).max(0.0))
}

/// The middle value; the mean of both when two are in the middle. `values` are not empty.
#[must_use]
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    }
}

/// The grade of a score, in a line between the points of a scale and on beyond its ends.
fn on_scale(score: f64, points: &[(f64, f64)]) -> f64 {
    let pairs = points.windows(2);
    let fits = |pair: &&[(f64, f64)]| score >= pair[1].0;
    let last = &points[points.len() - 2..];
    let pair = pairs.clone().find(fits).unwrap_or(last);
    let slope = (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0);
    pair[0].1 + slope * (score - pair[0].0)
}
