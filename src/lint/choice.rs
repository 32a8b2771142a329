//! The choices of a part: questions whose options stand side by side.

use super::Part;
use crate::model::{ChoiceOption, Interaction, Tree};

/// A question with options to choose from.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    pub options: Vec<Shown<'a>>,
    pub multiple: bool,
}

/// An option with what readers see of it.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub option: &'a ChoiceOption,
    /// Without marks, one space between words.
    pub text: String,
}

/// Every choice of a part, in order.
pub(super) fn choices(part: Part<'_>) -> Vec<Choice<'_>> {
    let Some(tree) = part.tree() else {
        return Vec::new();
    };
    let choices = part.questions().iter().filter_map(|question| {
        let Interaction::Choice { options, multiple } = &question.interaction else {
            return None;
        };
        Some(Choice {
            options: options.iter().map(|option| shown(option, tree)).collect(),
            multiple: *multiple,
        })
    });
    choices.collect()
}

impl<'a> Choice<'a> {
    /// The options that are right, or those that are wrong.
    pub fn those(&self, correct: bool) -> impl Iterator<Item = &Shown<'a>> {
        let options = self.options.iter();
        options.filter(move |shown| shown.option.correct == correct)
    }
}

fn shown<'a>(option: &'a ChoiceOption, tree: &Tree) -> Shown<'a> {
    let text = option.text.plain_text(tree);
    let text = match is_spaced(&text) {
        true => text,
        false => text.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    Shown { option, text }
}

/// Whether a text is plain ASCII with one space between words and none around them.
fn is_spaced(text: &str) -> bool {
    let mut before = b' ';
    let fits = |byte: u8| {
        let doubled = byte == b' ' && before == b' ';
        before = byte;
        !doubled && matches!(byte, b' '..=b'~')
    };
    text.bytes().all(fits) && before != b' '
}
