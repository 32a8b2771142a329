//! Pages made for the printer.

use super::{Article, Frame, Link, ObjectiveView};
use serde::Serialize;

/// What is right in a question, for the key of a test on paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PaperAnswer {
    /// Number of the question; absent when it stands alone.
    pub number: Option<usize>,
    /// What it is worth; absent when nobody counts it.
    pub points: Option<f64>,
    /// The letters of the right options, in the order of the paper.
    pub letters: Vec<String>,
    /// The answer with its reasons, rendered by `question-reasons.html`.
    #[serde(serialize_with = "super::html::text")]
    pub html: String,
}

/// The answers of a quiz or a lesson.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PaperKey {
    /// The lesson; absent when there is one only.
    pub title: Option<String>,
    /// In the order of the questions.
    pub answers: Vec<PaperAnswer>,
}

/// A quiz as a test on paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TestPaperView {
    /// What every page has.
    pub frame: Frame,
    /// The questions, without answers.
    pub article: Article,
    /// The quiz.
    pub quiz: Link,
    /// `A` or `B`, where the quiz draws its questions; absent when there is one test only.
    pub form: Option<String>,
    /// The other form.
    pub other: Option<Link>,
    /// What all questions are worth together.
    pub points: f64,
    /// The answers; empty when the quiz conceals them.
    pub keys: Vec<PaperKey>,
    /// Whether the quiz conceals its answers, so that there is no key.
    pub concealed: bool,
}

/// The questions of a quiz on paper, drawn by `quiz-paper.html`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct QuizPaperView {
    /// Language of the page.
    pub lang: String,
    /// Anchor on the page.
    pub id: String,
    /// Title, when the author gave one.
    pub title: Option<String>,
    /// What the author wrote inside the block.
    #[serde(serialize_with = "super::html::text")]
    pub content_html: String,
    /// What is asked of the banks.
    #[serde(serialize_with = "super::html::list")]
    pub questions_html: Vec<String>,
    /// What counts; absent for a part of another quiz.
    pub rules: Option<PaperRules>,
}

/// What a test on paper comes to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PaperRules {
    /// How many questions.
    pub questions: usize,
    /// What they are worth together.
    pub points: f64,
    /// Percent to pass.
    pub pass_mark: Option<u32>,
    /// The points that are that much.
    pub pass_points: Option<f64>,
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
    #[serde(serialize_with = "super::html::text")]
    pub body_html: String,
}

/// A module as one document.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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
    /// Whether a quiz conceals its answers, so that they are not in the key.
    pub concealed: bool,
    /// The form of its final quiz, where that draws its questions.
    pub form: Option<String>,
}
