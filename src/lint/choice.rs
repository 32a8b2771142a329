//! The choices of a part: questions whose options stand side by side.

use super::Part;
use crate::model::{ChoiceOption, Interaction, Tree};

/// A question with options to choose from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice<'a> {
    pub tree: &'a Tree,
    pub options: &'a [ChoiceOption],
    pub multiple: bool,
}

/// Every choice of a part, in order.
pub(super) fn choices<'a>(part: Part<'a>) -> impl Iterator<Item = Choice<'a>> {
    let tree = part.tree();
    part.questions().iter().filter_map(move |question| {
        let Interaction::Choice { options, multiple } = &question.interaction else {
            return None;
        };
        let tree = tree?;
        Some(Choice {
            tree,
            options,
            multiple: *multiple,
        })
    })
}

impl<'a> Choice<'a> {
    /// What an option says, without marks, one space between words.
    pub fn shown(&self, option: &ChoiceOption) -> String {
        let text = option.text.plain_text(self.tree);
        let mut shown = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(word);
        }
        shown
    }

    /// The options that are right, or those that are wrong.
    pub fn those(&self, correct: bool) -> impl Iterator<Item = &'a ChoiceOption> {
        let options = self.options.iter();
        options.filter(move |option| option.correct == correct)
    }
}
