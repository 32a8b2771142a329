//! Conversation scripts: scenes, turns and choices.

use super::{Fragment, NodeId};
use crate::source::{Span, Spanned};

/// A conversation. Fragments belong to the tree of its file.
#[derive(Debug, Clone, Default)]
pub struct Script {
    pub cast: Vec<CastMember>,
    pub skills: Vec<Spanned<String>>,
    pub meters: Vec<Meter>,
    /// What a run must have reached at its end to count as passed.
    pub pass: Option<Spanned<Condition>>,
    /// Feedback waits for the debrief instead of following each choice.
    pub late_feedback: bool,
    pub ratio: Ratio,
    /// What stands before the first scene: text for the reader, not a part of the conversation.
    pub intro: Fragment,
    pub scenes: Vec<Scene>,
}

impl Script {
    /// Every link that leads to a scene, in order. The dialogue check answers for them; a check of anchors leaves them
    /// out, so that one fault is told one time.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        let turns = self.scenes.iter().flat_map(|scene| &scene.turns);
        turns.flat_map(|turn| {
            let (choices, target): (&[Choice], _) = match turn {
                Turn::Choices(choices) => (choices, None),
                Turn::Continue { target, .. } => (&[], Some(target)),
                Turn::Line { .. } | Turn::Narration(_) => (&[], None),
            };
            choices
                .iter()
                .filter_map(|choice| choice.target.as_ref())
                .chain(target)
        })
    }
}

#[derive(Debug, Clone)]
pub struct CastMember {
    /// The key in the front matter.
    pub id: Spanned<String>,
    /// As it stands in bold at the start of a turn.
    pub name: String,
    pub role: Option<String>,
    /// The address of a picture of their face, as written.
    pub picture: Option<Spanned<String>>,
}

impl CastMember {
    /// Whether this is the part that the reader plays.
    #[must_use]
    pub fn is_reader(&self) -> bool {
        self.id.value == "you"
    }
}

/// Which skills count as reflections and which as questions. Motivational interviewing weighs the one against the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ratio {
    pub reflections: Vec<String>,
    pub questions: Vec<String>,
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
    /// What kind of ending the scene is: `good`, `poor`, or a word of the author's.
    pub ending: Option<Spanned<String>>,
    pub turns: Vec<Turn>,
    /// The heading in the tree, for a title with marks.
    pub heading: NodeId,
    /// The heading.
    pub span: Span,
}

impl Scene {
    /// Whether the scene is an ending that nobody should want.
    #[must_use]
    pub fn ends_badly(&self) -> bool {
        let kind = self.ending.as_ref().map(|ending| ending.value.as_str());
        matches!(kind, Some("poor" | "bad" | "critical" | "failed"))
    }
}

#[derive(Debug, Clone)]
pub enum Turn {
    /// Somebody speaks.
    Line {
        /// Index in the cast.
        speaker: usize,
        /// The stage direction, without its parentheses and marks.
        direction: Option<Spanned<String>>,
        /// Inline nodes: what follows the name and the direction.
        text: Fragment,
    },
    /// A block that nobody says: a paragraph, a picture, a numbered list, a smaller heading.
    Narration(Fragment),
    /// One list of choices; never empty. When no choice is open the conversation goes on after the list.
    Choices(Vec<Choice>),
    /// `[Continue](#scene)` alone in a paragraph.
    Continue { label: String, target: Target },
}

#[derive(Debug, Clone)]
pub struct Choice {
    /// What the reader says: inline nodes, without the link around them and without the braces.
    pub text: Fragment,
    /// Where it leads; `None` goes on with the text after the list.
    pub target: Option<Target>,
    /// Blocks: what the quote below the choice holds.
    pub feedback: Option<Fragment>,
    /// What the choice practises; that one is not declared was told.
    pub skills: Vec<Spanned<String>>,
    pub effects: Vec<Effect>,
    pub condition: Option<Spanned<Condition>>,
    /// Can be taken only one time.
    pub once: bool,
    /// The model answer.
    pub best: bool,
    /// Ends the run as failed; the scene it leads to shows what comes of it.
    pub critical: bool,
    /// The words with their braces, without the feedback.
    pub span: Span,
}

/// A link to a scene, not yet looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Without `#`, percent escapes decoded; the whole address when it is no anchor of this page.
    pub anchor: Spanned<String>,
}

/// `trust+1`
#[derive(Debug, Clone)]
pub struct Effect {
    /// A meter; that it is not declared was told.
    pub meter: Spanned<String>,
    /// Within [`Effect::LIMIT`].
    pub change: i64,
}

impl Effect {
    /// A choice changes a meter by no more, up or down.
    pub const LIMIT: i64 = 1_000;
}

/// A condition over declared meters and over how often declared skills were used. Numbers lie within
/// [`Condition::LIMIT`], and it is nested only a little: the parser sees to both.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    Compare {
        name: Spanned<String>,
        op: Comparison,
        value: i64,
    },
    Not(Box<Condition>),
    /// All of them, at least two.
    And(Vec<Condition>),
    /// One of them or more, at least two.
    Or(Vec<Condition>),
}

impl Condition {
    /// No number of a script is larger, above or below zero.
    pub const LIMIT: i64 = 1_000_000;

    /// Whether it holds, given what each meter stands at and how often each skill was used.
    #[must_use]
    pub fn holds(&self, value: &impl Fn(&str) -> i64) -> bool {
        match self {
            Self::Compare {
                name,
                op,
                value: bound,
            } => op.holds(value(&name.value), *bound),
            Self::Not(inner) => !inner.holds(value),
            Self::And(parts) => parts.iter().all(|part| part.holds(value)),
            Self::Or(parts) => parts.iter().any(|part| part.holds(value)),
        }
    }

    /// Calls `see` for the name and the number of every comparison.
    pub fn each_comparison<'a>(&'a self, see: &mut impl FnMut(&'a str, i64)) {
        match self {
            Self::Compare { name, value, .. } => see(&name.value, *value),
            Self::Not(inner) => inner.each_comparison(see),
            Self::And(parts) | Self::Or(parts) => {
                for part in parts {
                    part.each_comparison(see);
                }
            }
        }
    }
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
