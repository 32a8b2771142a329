//! Conversation scripts: scenes, turns and choices.

use super::Fragment;
use crate::source::{Span, Spanned};

/// A conversation. Fragments belong to the tree of its file.
#[derive(Debug, Clone, Default)]
pub struct Script {
    pub cast: Vec<CastMember>,
    pub skills: Vec<Spanned<String>>,
    pub meters: Vec<Meter>,
    pub pass: Option<Spanned<Condition>>,
    pub scenes: Vec<Scene>,
}

#[derive(Debug, Clone)]
pub struct CastMember {
    /// The key in the front matter.
    pub id: Spanned<String>,
    /// As it stands in bold at the start of a turn.
    pub name: String,
    pub role: Option<String>,
}

/// A number that choices change.
#[derive(Debug, Clone)]
pub struct Meter {
    pub id: Spanned<String>,
    pub start: i64,
}

#[derive(Debug, Clone)]
pub struct Scene {
    /// The anchor of its heading.
    pub id: String,
    pub title: String,
    pub ending: Option<Spanned<String>>,
    pub turns: Vec<Turn>,
    /// The heading.
    pub span: Span,
}

#[derive(Debug, Clone)]
pub enum Turn {
    /// Somebody speaks.
    Line {
        /// Index in the cast.
        speaker: usize,
        /// The stage direction, without its parentheses.
        direction: Option<String>,
        text: Fragment,
    },
    /// Text that nobody says.
    Narration(Fragment),
    Choices(Vec<Choice>),
    /// `[Continue](#scene)` alone in a paragraph.
    Continue {
        label: String,
        target: Target,
    },
}

#[derive(Debug, Clone)]
pub struct Choice {
    /// What the reader says.
    pub text: Fragment,
    /// Where it leads; `None` goes on with the text after the list.
    pub target: Option<Target>,
    pub feedback: Option<Fragment>,
    pub skills: Vec<Spanned<String>>,
    pub effects: Vec<Effect>,
    pub condition: Option<Spanned<Condition>>,
    /// Can be taken only one time.
    pub once: bool,
    /// The model answer.
    pub best: bool,
    /// Ends the run as failed.
    pub critical: bool,
    pub span: Span,
}

/// A link to a scene: the anchor as written, resolved by the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Without `#`.
    pub anchor: Spanned<String>,
}

/// `trust+1`
#[derive(Debug, Clone)]
pub struct Effect {
    pub meter: Spanned<String>,
    pub change: i64,
}

/// A condition over meters and over how often skills were used.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    Compare {
        name: Spanned<String>,
        op: Comparison,
        value: i64,
    },
    Not(Box<Condition>),
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

impl Comparison {
    /// Whether `left op right` holds.
    #[must_use]
    pub fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Less => left < right,
            Self::LessOrEqual => left <= right,
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::GreaterOrEqual => left >= right,
            Self::Greater => left > right,
        }
    }
}
