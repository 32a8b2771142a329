//! How hard the pages are that are written for a reading level: measured once, told by the rules about levels, shown to
//! readers, and drawn in the report.

use crate::memo::{Note, Values, note};
use crate::readability::hardness::Reason;
use crate::readability::{Counts, Language};
use crate::source::{FileId, Span};
use std::sync::Arc;

/// Fewer words than two short sentences have no grade: one word decides it.
const LEAST_WORDS: u64 = 12;

/// Grades over a limit are compared to one decimal; so much more is over it.
const LEAST: f64 = 0.05;

/// The measured pages of a site.
#[derive(Debug, Default)]
pub struct Levels {
    /// The sources of the pages.
    files: Arc<Vec<FileId>>,
    /// By page; nothing for pages without a reading level.
    pages: Values<Option<PageLevel>>,
}

/// A page held against its reading level.
#[derive(Debug, Clone)]
pub struct PageLevel {
    pub language: Language,
    /// What the grade was measured by, as a sentence names it.
    pub formula: &'static str,
    /// The school grade, to one decimal, with words that the page explains or the glossary holds counted as easy. Nothing
    /// for a page without sentences, or in a language that has no formula.
    pub grade: Option<f64>,
    /// The grade when no word is counted as easy.
    pub as_written: Option<f64>,
    /// The highest grade of the level.
    pub target: Option<f64>,
    /// With explained words counted as easy.
    pub counts: Counts,
    /// The hardest sentences that raise the grade first.
    pub hardest: Vec<HardPassage>,
    /// The passages that give key messages.
    pub keys: Vec<KeyPassage>,
    /// Terms of the glossary that the page uses, in their order there.
    pub terms: Vec<UsedTerm>,
}

/// A sentence that makes a page hard.
#[derive(Debug, Clone)]
pub struct HardPassage {
    /// As written; what was left out in it is an ellipsis.
    pub text: String,
    pub span: Span,
    pub words: usize,
    pub hardness: f64,
    pub reasons: Vec<Reason>,
    /// Words of three syllables or more that readers were not told the meaning of.
    pub long_words: Vec<String>,
    /// The grade of the page without the sentence.
    pub without: Option<f64>,
}

/// A passage that gives a key message.
#[derive(Debug, Clone)]
pub struct KeyPassage {
    /// The id of the message.
    pub id: String,
    /// Its hardest sentence, or its id when it has none.
    pub span: Span,
    pub grade: Option<f64>,
}

/// A term of the glossary on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedTerm {
    pub term: String,
    /// Whether the page links it or says what it means.
    pub is_explained: bool,
}

impl Levels {
    /// Takes the sources of the pages, in the order of the site, and what was measured of each.
    #[must_use]
    pub fn new(files: Arc<Vec<FileId>>, pages: Values<Option<PageLevel>>) -> Self {
        Self { files, pages }
    }

    /// What was measured of a page; `page` is its number in the site.
    #[must_use]
    pub fn get(&self, page: usize) -> Option<&PageLevel> {
        let level = self.pages.get(page)?.as_ref().as_ref()?;
        note(Note::Whole(self.files[page]));
        Some(level)
    }
}

impl PageLevel {
    /// Whether the page is too short for the formulas.
    #[must_use]
    pub fn is_estimate(&self) -> bool {
        self.counts.is_estimate()
    }

    /// Whether there are so many words that a grade says anything at all.
    #[must_use]
    pub fn is_gradable(&self) -> bool {
        self.counts.words >= LEAST_WORDS
    }

    /// The grade and the limit of a page that is over it.
    #[must_use]
    pub fn over(&self) -> Option<(f64, f64)> {
        let (grade, target) = (self.grade?, self.target?);
        (grade - target > LEAST).then_some((grade, target))
    }
}

/// Whether one grade is higher than another as far as readers can see it.
#[must_use]
pub fn is_harder(grade: f64, than: f64) -> bool {
    grade - than > LEAST
}
