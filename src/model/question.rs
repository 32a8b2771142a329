//! Questions: how they look to the author, and the interaction they come down to.

use super::Fragment;
use crate::source::{Span, Spanned};

/// A question of any kind, from a page or from a bank. Fragments belong to the tree of the file it stands in.
#[derive(Debug, Clone)]
pub struct Question {
    /// The author's id, or one made from the place (`q1`, `q2`, …), unique in its file. The span of a made id is
    /// empty.
    pub id: Spanned<String>,
    /// The name of the entry of `QUESTION_TYPES` that parsed it: `single`, `match`, …
    pub kind: &'static str,
    pub objective: Option<Spanned<String>>,
    /// Points for a fully right answer; 1 when nothing is said.
    pub points: f64,
    /// Whether options (of a choice, of a chosen gap) may be shown in another order; true when nothing is said.
    pub shuffle: bool,
    /// Whether to ask how sure the learner is.
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
///
/// A question is worth its `points`; each kind says below which share of them an answer earns, from 0 to 1.
#[derive(Debug, Clone)]
pub enum Interaction {
    /// Choose one option, or (`multiple`) any number of them. Options stand in the author's order.
    ///
    /// One: 1 for a right option, else 0. Several: with r right options of all, a right option that is chosen earns
    /// 1/r, a wrong one that is chosen costs 1/r, and the sum is never below 0.
    Choice {
        options: Vec<ChoiceOption>,
        multiple: bool,
    },
    /// Say whether the stem is true: 1 for the right answer, else 0.
    TrueFalse {
        answer: bool,
        /// Feedback for who chose "true" and for who chose "false".
        if_true: Option<Fragment>,
        if_false: Option<Fragment>,
    },
    /// Typed into one field: 1 for an answer that is accepted, else 0.
    FillIn { accept: Accept },
    /// Typed or chosen, in the gaps of the stem: the n-th gap is the n-th `NodeKind::Gap` below the stem, in document
    /// order. Each gap that is filled right earns an equal part.
    Gaps { gaps: Vec<Gap> },
    /// Free text that is not graded: it earns nothing, and its points do not count in any sum.
    LongFillIn { model: Option<Fragment> },
    /// A number x: 1 when |x − answer| ≤ tolerance (both in the unit), else 0.
    Numeric {
        answer: f64,
        /// 0 or more; 0 when nothing is said.
        tolerance: f64,
        /// Shown behind the field; not typed by the learner.
        unit: Option<String>,
    },
    /// Each source to its target; several sources may share a target, and targets with the same text are one. Each
    /// source with a right target earns an equal part. Always shown mixed.
    Matching {
        /// What the columns of sources and targets are called.
        heads: Option<Box<Pair>>,
        pairs: Vec<Pair>,
    },
    /// Each item to its group. Each item in its group earns an equal part. Items are always shown mixed, groups as
    /// written.
    Grouping { groups: Vec<Group> },
    /// Items in the right order. Each item at its right place earns an equal part. Always shown mixed.
    Sequencing { items: Vec<Fragment> },
}

#[derive(Debug, Clone)]
pub struct ChoiceOption {
    pub text: Fragment,
    pub correct: bool,
    pub feedback: Option<Fragment>,
    pub span: Span,
}

/// What a typed answer must be. Case, accents and outer spaces do not count (`question::answer_text::fold`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accept {
    /// One of these; never empty.
    Texts(Vec<String>),
    /// The whole answer matches the regular expression (`question::pattern::Pattern`), as typed or folded. `texts` are
    /// answers to show as right; each matches. Empty when the author gave none.
    Pattern { pattern: String, texts: Vec<String> },
}

/// A gap of the stem, in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Typed: every right answer, compared as a short answer is. Chosen: the options, the right one first.
    pub texts: Vec<String>,
    pub chosen: bool,
}

/// Two texts that belong together.
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
