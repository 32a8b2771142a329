//! Questions: how they look to the author, and the interaction they come down to.

use super::Fragment;
use crate::source::{Span, Spanned};

/// A question of any kind, from a page or from a bank. Fragments belong to the tree of the file it stands in.
#[derive(Debug, Clone)]
pub struct Question {
    /// The author's id, or one made from the place (`q1`, `q2`, …), unique in its file.
    pub id: Spanned<String>,
    /// The name of the entry of `QUESTION_TYPES` that parsed it: `single`, `match`, …
    pub kind: &'static str,
    pub objective: Option<Spanned<String>>,
    /// Points for a fully right answer; 1 when nothing is said.
    pub points: f64,
    /// Whether options may be shown in another order; true when nothing is said.
    pub shuffle: bool,
    /// Ask how sure the learner is.
    pub confidence: bool,
    pub stem: Fragment,
    pub interaction: Interaction,
    pub hint: Option<Fragment>,
    /// Shown after the last attempt.
    pub explain: Option<Fragment>,
    /// The whole question.
    pub span: Span,
}

/// What a learner does, in the words of the LMS standards. Closed: scoring, print and every export know only these.
#[derive(Debug, Clone)]
pub enum Interaction {
    /// One or several of a list.
    Choice {
        options: Vec<ChoiceOption>,
        multiple: bool,
    },
    TrueFalse {
        answer: bool,
        /// Feedback for who chose "true" and for who chose "false".
        if_true: Option<Fragment>,
        if_false: Option<Fragment>,
    },
    /// Typed into one field.
    FillIn { accept: Accept },
    /// Typed or chosen, in the gaps of the stem, in document order.
    Gaps { gaps: Vec<Gap> },
    /// Free text that is not graded.
    LongFillIn { model: Option<Fragment> },
    /// A number.
    Numeric {
        answer: f64,
        tolerance: f64,
        unit: Option<String>,
    },
    /// Each source to its target. Several sources may share a target.
    Matching { pairs: Vec<Pair> },
    /// Each item to its group.
    Grouping { groups: Vec<Group> },
    /// Items in the right order.
    Sequencing { items: Vec<Fragment> },
}

#[derive(Debug, Clone)]
pub struct ChoiceOption {
    pub text: Fragment,
    pub correct: bool,
    pub feedback: Option<Fragment>,
    pub span: Span,
}

/// What a typed answer must be. Case, accents and outer spaces do not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accept {
    /// One of these.
    Texts(Vec<String>),
    /// The whole answer matches the regular expression; `texts` are answers to show as right, never empty.
    Pattern { pattern: String, texts: Vec<String> },
}

/// A gap of the stem, in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Typed: every right answer. Chosen: the options, the right one first.
    pub texts: Vec<String>,
    pub chosen: bool,
}

#[derive(Debug, Clone)]
pub struct Pair {
    pub source: Fragment,
    pub target: Fragment,
}

#[derive(Debug, Clone)]
pub struct Group {
    pub name: Fragment,
    pub items: Vec<Fragment>,
}
