//! What the templates of the report are given.

use serde::Serialize;

/// What every page of the report has.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Head {
    pub title: String,
    pub site_title: String,
    /// The overview, relative to the page.
    pub home_href: String,
    /// Whether the page is the overview.
    pub is_home: bool,
    /// Style sheets in order, relative to the page.
    pub stylesheets: Vec<String>,
    /// The day that reviews are held against (ISO 8601).
    pub today: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Link {
    pub href: String,
    pub label: String,
}

/// The first page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Overview {
    pub head: Head,
    /// The page of all translations; none for a site in one language.
    pub translations_href: Option<String>,
    pub pages: usize,
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
    /// The rules that found something, the most serious first.
    pub rules: Vec<RuleRow>,
    pub levels: Vec<LevelRow>,
    /// Those that are overdue first, then those that have no date.
    pub reviews: Vec<ReviewRow>,
    pub evidence: Vec<EvidenceRow>,
    /// The warnings and errors of files that have no page here, in order.
    pub faults: Vec<FaultRow>,
}

/// What is written in which language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Translations {
    pub head: Head,
    pub languages: Vec<LanguageRow>,
    /// Pages that every language has.
    pub whole: usize,
    /// The other pages.
    pub rows: Vec<TranslationRow>,
}

/// A language in numbers. A page counts once for each of its levels.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LanguageRow {
    pub lang: String,
    pub there: usize,
    /// Of those, the ones whose source was reviewed later.
    pub older: usize,
    /// Those that something promises.
    pub missing: usize,
    /// Those that nothing promises.
    pub unasked: usize,
    /// Glossary terms with plain words in the language, and all of them.
    pub terms: usize,
    pub all_terms: usize,
}

/// A page with what its translations lack.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TranslationRow {
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Its page in the report.
    pub href: Option<String>,
    pub cells: Vec<PartCell>,
}

/// A translation that is not there, or not up to date.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PartCell {
    pub lang: String,
    pub level: Option<String>,
    /// `older`, `missing` or `unasked`.
    pub state: &'static str,
    /// The file that it is written in.
    pub file: String,
}

/// A rule with the number of its faults.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RuleRow {
    pub code: &'static str,
    pub name: &'static str,
    pub summary: &'static str,
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
}

/// A handout with its levels in one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LevelRow {
    pub page: Link,
    pub lang: String,
    pub cells: Vec<GradeCell>,
    /// Warnings and errors in its files.
    pub faults: usize,
}

/// A level of a page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GradeCell {
    pub level: String,
    /// One decimal; none where no formula is made for the language.
    pub grade: Option<String>,
    pub target: Option<String>,
    pub is_over: bool,
    pub is_estimate: bool,
}

/// When a page is to be looked at again.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ReviewRow {
    pub title: String,
    pub lang: String,
    /// The file, or what the names of several files begin with.
    pub source: String,
    /// Levels that are reviewed together.
    pub pages: usize,
    pub owner: Option<String>,
    pub reviewed: Option<String>,
    pub due: Option<String>,
    /// `overdue`, `soon`, `fine` or `unknown`.
    pub state: &'static str,
}

/// How many statements rest on evidence of a grade.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EvidenceRow {
    /// The grade in words.
    pub grade: &'static str,
    /// Evidence blocks.
    pub statements: usize,
    /// Pages that give the grade for their whole text.
    pub pages: usize,
}

/// A fault with its place.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FaultRow {
    pub severity: &'static str,
    pub code: &'static str,
    pub name: &'static str,
    pub message: String,
    pub help: Option<String>,
    pub path: String,
    pub line: usize,
}

/// The page of a handout, or of another page with reading levels.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Handout {
    pub head: Head,
    /// Language of the title.
    pub lang: String,
    /// What the grades are measured by.
    pub formula: String,
    pub variants: Vec<VariantView>,
    /// Where the chart ends, as a grade.
    pub chart_end: String,
    /// The formulas of each language with what they give, variant by variant.
    pub formulas: Vec<FormulaTable>,
    pub messages: Vec<MessageRow>,
    pub terms: Vec<TermRow>,
    pub faults: Vec<FaultRow>,
}

/// A level in a language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct VariantView {
    pub name: String,
    pub source: String,
    pub lang: String,
    pub cell: GradeCell,
    /// The grade before explained words count as easy, when it differs.
    pub as_written: Option<String>,
    pub words: u64,
    pub sentences: u64,
    /// Length of the bar, and place of the limit, out of 100.
    pub bar: String,
    pub mark: Option<String>,
    /// What stands in words beside the bar.
    pub verdict: String,
    pub hardest: Vec<PassageRow>,
}

/// A hard sentence.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PassageRow {
    pub text: String,
    pub line: usize,
    /// About 1 (easy) to about 6 (hard).
    pub hardness: String,
    pub reasons: Vec<String>,
    /// How far the sentence moves the grade, in words.
    pub effect: Option<String>,
}

/// What the formulas give for the levels of one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FormulaTable {
    pub variants: Vec<String>,
    pub rows: Vec<FormulaRow>,
}

/// What one formula gives, variant by variant.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FormulaRow {
    pub name: &'static str,
    pub counts: &'static str,
    /// Whether it gives a school grade; else a number on a scale of its own.
    pub is_grade: bool,
    pub values: Vec<String>,
}

/// A key message, and which variants give it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MessageRow {
    pub id: String,
    pub text: String,
    pub cells: Vec<MessageCell>,
}

/// A key message in one variant.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MessageCell {
    pub is_given: bool,
    /// The grade of the passage alone.
    pub grade: Option<String>,
}

/// A term of the glossary, and what the variants do with it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TermRow {
    pub term: String,
    pub plain: String,
    /// `explained`, `not linked`, or empty where it is not used.
    pub cells: Vec<&'static str>,
}
