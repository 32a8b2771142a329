//! The formulas: one file each, and one line in [`FORMULAS`].

mod ari;
mod coleman_liau;
mod consensus;
mod dale_chall;
mod fernandez_huerta;
mod flesch_kincaid;
mod flesch_reading_ease;
mod forcast;
mod gauge;
mod gunning_fog;
mod gutierrez;
mod lix;
mod rix;
mod smog;
mod spache;
mod szigriszt_pazos;

use super::{Counts, Language};

pub use consensus::{consensus, median};
pub use gauge::Gauge;

/// What a formula gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A school grade: years of school.
    Grade,
    /// A number on a scale of its own.
    Score,
}

/// Words for the ranges of a score.
#[derive(Debug)]
pub struct Scale {
    /// The lowest score of each band with its word, highest band first.
    bands: &'static [(f64, &'static str)],
}

impl Scale {
    /// The word for a score.
    #[must_use]
    pub fn word(&self, score: f64) -> &'static str {
        let band = self.bands.iter().find(|(lowest, _)| score >= *lowest);
        band.or(self.bands.last()).map_or("", |(_, word)| word)
    }
}

/// A published formula.
#[derive(Debug)]
pub struct Formula {
    /// Its key in JSON, and what a target is named by.
    pub name: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// What it looks at.
    pub counts: &'static str,
    /// The languages that it was made for.
    pub languages: &'static [Language],
    pub kind: Kind,
    pub scale: Option<Scale>,
    compute: fn(&Counts) -> f64,
}

impl Formula {
    /// What it gives for a text; nothing for a text without words.
    #[must_use]
    pub fn value(&self, counts: &Counts) -> Option<f64> {
        let has_text = counts.words > 0 && counts.sentences > 0;
        has_text.then(|| (self.compute)(counts))
    }

    /// Whether it was made for a language.
    #[must_use]
    pub fn fits(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }
}

/// Every formula: grades first.
pub static FORMULAS: &[&Formula] = &[
    &flesch_kincaid::FLESCH_KINCAID,
    &smog::SMOG,
    &gunning_fog::GUNNING_FOG,
    &coleman_liau::COLEMAN_LIAU,
    &ari::ARI,
    &dale_chall::DALE_CHALL,
    &forcast::FORCAST,
    &flesch_reading_ease::FLESCH_READING_EASE,
    &lix::LIX,
    &rix::RIX,
    &spache::SPACHE,
    &fernandez_huerta::FERNANDEZ_HUERTA,
    &szigriszt_pazos::SZIGRISZT_PAZOS,
    &gutierrez::GUTIERREZ,
];

/// The formulas that were made for a language.
pub fn formulas(language: Language) -> impl Iterator<Item = &'static Formula> {
    FORMULAS.iter().copied().filter(move |f| f.fits(language))
}
