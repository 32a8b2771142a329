//! Questions and quizzes.

use serde::Serialize;

/// An option of a choice question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OptionView {
    /// `A`, `B` … as shown before the option.
    pub letter: String,
    /// The option's text.
    #[serde(serialize_with = "super::html::text")]
    pub html: String,
    /// Whether it is right.
    pub right: bool,
    /// What to say to who chose it.
    #[serde(serialize_with = "super::html::maybe")]
    pub feedback_html: Option<String>,
}

/// The answer of a true/false question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TruthView {
    /// Whether the statement is true.
    pub answer: bool,
    /// What to say to who chose "true".
    #[serde(serialize_with = "super::html::maybe")]
    pub true_html: Option<String>,
    /// What to say to who chose "false".
    #[serde(serialize_with = "super::html::maybe")]
    pub false_html: Option<String>,
}

/// The answer of a number question, as written by the author.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NumberAnswer {
    /// The right number.
    pub value: String,
    /// How far off is still right; absent when exact.
    pub tolerance: Option<String>,
    /// Unit, such as `MME`.
    pub unit: Option<String>,
}

/// A gap in a text. Rendered by `gap.html` into the place of the gap, and listed in the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GapView {
    /// Language of the page.
    pub lang: String,
    /// Number of the gap, from 1.
    pub number: usize,
    /// What is right: one or more.
    pub right: Vec<String>,
    /// What can be chosen, in the order shown; empty when the gap is typed.
    pub choices: Vec<String>,
}

/// Two things that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PairView {
    /// The first column.
    #[serde(serialize_with = "super::html::text")]
    pub left_html: String,
    /// The second column.
    #[serde(serialize_with = "super::html::text")]
    pub right_html: String,
}

/// A group with what belongs in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// Name of the group.
    #[serde(serialize_with = "super::html::text")]
    pub title_html: String,
    /// What belongs in it.
    #[serde(serialize_with = "super::html::list")]
    pub items_html: Vec<String>,
}

/// A question with its answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct QuestionView {
    /// Language of the page.
    pub lang: String,
    /// Anchor on the page.
    pub id: String,
    /// Number on the page, from 1; absent when it stands alone.
    pub number: Option<usize>,
    /// `single`, `multiple`, `true-false`, `short`, `number`, `gaps`, `order`, `match`, `sort` or
    /// `reflect`; the theme has an instruction for each.
    pub kind: String,
    /// Classes of the author.
    pub classes: Vec<String>,
    /// The question. For `gaps` it holds the rendered gaps.
    #[serde(serialize_with = "super::html::text")]
    pub prompt_html: String,
    /// Text of the objective it tests.
    pub objective: Option<String>,
    /// Points it is worth; shown when not 1.
    pub points: f64,
    /// Whether the learner is asked how sure they are.
    pub confidence: bool,
    /// `single`, `multiple`: the options in the order shown.
    pub options: Vec<OptionView>,
    /// `true-false`: the answer.
    pub truth: Option<TruthView>,
    /// `short`: what is right.
    pub accepted: Vec<String>,
    /// `short`: an example of what the regular expression accepts, when there is nothing in `accepted`.
    pub pattern: Option<String>,
    /// `number`: the answer.
    pub numeric: Option<NumberAnswer>,
    /// `gaps`: all gaps in order.
    pub gaps: Vec<GapView>,
    /// `order`, `sort`: the items as first shown. `match`: the second column as first shown.
    #[serde(serialize_with = "super::html::list")]
    pub items_html: Vec<String>,
    /// `order`: the items in the right order.
    #[serde(serialize_with = "super::html::list")]
    pub ordered_html: Vec<String>,
    /// `match`: what belongs together.
    pub pairs: Vec<PairView>,
    /// `match`: headings of the two columns.
    pub pair_heads: Option<PairView>,
    /// `sort`: the groups with what belongs in each.
    pub groups: Vec<GroupView>,
    /// A hint.
    #[serde(serialize_with = "super::html::maybe")]
    pub hint_html: Option<String>,
    /// Shown with the answer.
    #[serde(serialize_with = "super::html::maybe")]
    pub explain_html: Option<String>,
    /// `reflect`: a model answer.
    #[serde(serialize_with = "super::html::maybe")]
    pub model_html: Option<String>,
    /// What the script needs to play and score the question, as JSON without `<`.
    pub key_json: String,
    /// In a quiz that conceals its answers: `question-reasons.html`, drawn and scrambled. It stands in place of the answer.
    pub scrambled: Option<String>,
}

/// Questions that count together, or, inside such a quiz, those of a block that are drawn from banks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct QuizView {
    /// Language of the page.
    pub lang: String,
    /// Anchor on the page.
    pub id: String,
    /// Title, when the author gave one.
    pub title: Option<String>,
    /// Classes of the author.
    pub classes: Vec<String>,
    /// What the author wrote inside the block.
    #[serde(serialize_with = "super::html::text")]
    pub content_html: String,
    /// How many questions an attempt draws from `questions_html`; all when absent.
    pub draw: Option<usize>,
    /// How many there are to draw from; on the final quiz of a module, how many an attempt asks.
    pub total: usize,
    /// Whether their order changes.
    pub shuffle: bool,
    /// Percent needed to pass.
    pub pass_mark: Option<u32>,
    /// How often it may be tried.
    pub attempts: Option<u32>,
    /// All questions, each rendered by `blocks/question.html`.
    #[serde(serialize_with = "super::html::list")]
    pub questions_html: Vec<String>,
    /// What the script needs, as JSON without `<`; absent inside another quiz.
    pub data_json: Option<String>,
}
