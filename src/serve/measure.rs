//! How hard a page is to read, for the author who writes it.

use super::facts::Place;
use super::preview::Shown;
use crate::levels::{HardPassage, PageLevel};
use crate::link::PageId;
use crate::lint::measure_page;
use crate::render::reading_minutes;
use crate::report;
use crate::source::LineIndex;
use serde::Serialize;
use std::borrow::Cow;

/// What the panel says of the text.
#[derive(Debug, Serialize)]
pub(super) struct Measured {
    /// The reading level that the page is written for.
    level: Option<String>,
    /// To one decimal; nothing when there is no formula for the language, or the page is too short for any.
    grade: Option<String>,
    /// The highest grade of the level.
    target: Option<String>,
    is_over: bool,
    /// Whether the page is short for a formula.
    is_estimate: bool,
    formula: &'static str,
    words: u64,
    sentences: u64,
    minutes: u32,
    /// The hardest first.
    hardest: Vec<Passage>,
}

/// A sentence that makes the page hard.
#[derive(Debug, Serialize)]
struct Passage {
    text: String,
    #[serde(flatten)]
    place: Place,
    reasons: Vec<String>,
    /// What the page would measure without it, as a sentence.
    effect: Option<String>,
}

/// Measures a page. One without a reading level is measured only here.
pub(super) fn measured(shown: &Shown, id: PageId) -> Measured {
    let site = &shown.made.site;
    let page = site.page(id);
    let known = shown.made.levels.get(id.0).map(Cow::Borrowed);
    let level = known.unwrap_or_else(|| Cow::Owned(measure_page(site, id)));
    let config = &site.config;
    let name = |at| config.level_name(at, config.language()).to_owned();
    let one_decimal = |grade| format!("{grade:.1}");
    Measured {
        level: page.meta.level.map(name),
        grade: level.grade.filter(|_| level.is_gradable()).map(one_decimal),
        target: level.target.map(|target| format!("{target}")),
        is_over: level.is_gradable() && level.over().is_some(),
        is_estimate: level.is_estimate(),
        formula: level.formula,
        words: level.counts.words,
        sentences: level.counts.sentences,
        minutes: reading_minutes(site, page),
        hardest: passages(shown, &level),
    }
}

fn passages(shown: &Shown, level: &PageLevel) -> Vec<Passage> {
    let passage = |hard: &HardPassage| {
        let file = shown.sources.get(hard.span.file)?;
        let at = LineIndex::new(&file.text).position(hard.span.start as usize);
        Some(Passage {
            text: hard.text.clone(),
            place: Place::new(&file.path, (at.line, at.column), &shown.places),
            reasons: report::why_hard(hard),
            effect: report::effect(level, hard),
        })
    };
    level.hardest.iter().filter_map(passage).collect()
}
