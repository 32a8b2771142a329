//! What scoring has to know of a question, without the texts that are shown. The page carries it as JSON, so that program
//! and browser score from the same data.

use super::answer_text::fold;
use crate::model::{Accept, Fragment, Interaction, Tree};
use serde::Serialize;

/// The right answer of an [`Interaction`]. Options, sources, items and groups are named by their place in what the author
/// wrote, from 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "form", rename_all = "kebab-case")]
pub enum Key {
    /// Which options are right; `multiple`: any number may be chosen.
    Choice { multiple: bool, right: Vec<bool> },
    /// Whether the statement is true.
    Truth { answer: bool },
    /// Every right text.
    Texts { texts: Vec<String> },
    /// The whole answer matches.
    Pattern { pattern: String },
    /// The gaps in order.
    Gaps { gaps: Vec<GapKey> },
    /// A number in its unit, and how far off is still right.
    Number {
        answer: f64,
        tolerance: f64,
        /// May stand behind the number.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// For each source the number of its target. Targets with the same text are one and have one number; numbers follow
    /// the first appearance.
    Match { targets: Vec<usize> },
    /// For each item, in the order written, the number of its group.
    Sort { groups: Vec<usize> },
    /// How many items there are; written, they stand in the right order.
    Order { items: usize },
    /// Nothing is right or wrong.
    Reflection,
}

/// The right answer of a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapKey {
    /// Typed: every right text. Chosen: the options, the right one first.
    pub texts: Vec<String>,
    pub chosen: bool,
}

impl Key {
    /// The key of an interaction whose fragments belong to `tree`.
    #[must_use]
    pub fn of(interaction: &Interaction, tree: &Tree) -> Self {
        match interaction {
            Interaction::Choice { options, multiple } => Self::Choice {
                multiple: *multiple,
                right: options.iter().map(|option| option.correct).collect(),
            },
            Interaction::TrueFalse { answer, .. } => Self::Truth { answer: *answer },
            Interaction::FillIn { accept } => match accept {
                Accept::Texts(texts) => Self::Texts {
                    texts: texts.clone(),
                },
                Accept::Pattern { pattern, .. } => Self::Pattern {
                    pattern: pattern.clone(),
                },
            },
            Interaction::Gaps { gaps } => Self::Gaps {
                gaps: gaps
                    .iter()
                    .map(|gap| GapKey {
                        texts: gap.texts.clone(),
                        chosen: gap.chosen,
                    })
                    .collect(),
            },
            Interaction::LongFillIn { .. } => Self::Reflection,
            Interaction::Numeric {
                answer,
                tolerance,
                unit,
            } => Self::Number {
                answer: *answer,
                tolerance: *tolerance,
                unit: unit.clone(),
            },
            Interaction::Matching { pairs, .. } => Self::Match {
                targets: classes(pairs.iter().map(|pair| &pair.target), tree),
            },
            Interaction::Grouping { groups } => Self::Sort {
                groups: groups
                    .iter()
                    .enumerate()
                    .flat_map(|(at, group)| group.items.iter().map(move |_| at))
                    .collect(),
            },
            Interaction::Sequencing { items } => Self::Order { items: items.len() },
        }
    }
}

/// Numbers texts by their first appearance; the same text has the same number. A picture without words is like no other.
fn classes<'a>(texts: impl Iterator<Item = &'a Fragment>, tree: &Tree) -> Vec<usize> {
    let mut seen: Vec<String> = Vec::new();
    texts
        .map(|text| {
            let text = fold(&text.plain_text(tree));
            let known = seen.iter().position(|t| *t == text && !t.is_empty());
            known.unwrap_or_else(|| {
                seen.push(text);
                seen.len() - 1
            })
        })
        .collect()
}
