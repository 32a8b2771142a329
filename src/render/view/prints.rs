//! Pages made for the printer.

use super::{Article, Frame, Link, ObjectiveView};
use serde::Serialize;

/// What is right in a question, for the key of a test on paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PaperAnswer {
    /// Number of the question; absent when it stands alone.
    pub number: Option<usize>,
    /// The answer with its reasons, rendered by `question-reasons.html`.
    pub html: String,
}

/// The answers of a quiz or a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PaperKey {
    /// The lesson; absent when there is one only.
    pub title: Option<String>,
    /// In the order of the questions.
    pub answers: Vec<PaperAnswer>,
}

/// A quiz as a test on paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TestPaperView {
    /// What every page has.
    pub frame: Frame,
    /// The questions, without answers.
    pub article: Article,
    /// The quiz.
    pub quiz: Link,
    /// The answers; empty when the quiz conceals them.
    pub keys: Vec<PaperKey>,
}

/// A lesson in the document of its module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PrintedLesson {
    /// Anchor on the page.
    pub id: String,
    /// Place in the module, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: Option<String>,
    /// Its text.
    pub body_html: String,
}

/// A module as one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ModulePrintView {
    /// What every page has.
    pub frame: Frame,
    /// The module's own text, and the footnotes and sources of the whole document.
    pub article: Article,
    /// The module's overview.
    pub module: Link,
    /// What the module promises.
    pub objectives: Vec<ObjectiveView>,
    /// All lessons in order.
    pub lessons: Vec<PrintedLesson>,
    /// The answers of the questions that do not conceal them.
    pub keys: Vec<PaperKey>,
}
