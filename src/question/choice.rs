//! What single and multiple choice have in common.

use super::entries::{tell_blank, tell_few};
use super::{Form, Listing, OptionEntry, Parts};
use crate::diagnostic::{Diagnostic, NO_RIGHT_ANSWER};
use crate::model::{ChoiceOption, Interaction};

/// How many options are marked as right.
pub(super) fn right_options(parts: &Parts) -> usize {
    let options = parts.options.as_ref().map_or(&[][..], |list| &list.entries);
    options.iter().filter(|o| o.correct).count()
}

pub(super) fn lower(
    parts: &mut Parts,
    multiple: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Interaction> {
    let Some(list) = parts.options.take() else {
        diagnostics.push(parts.lacks(Form::Options));
        return None;
    };
    tell_few(&list, "options", diagnostics);
    tell_blank(
        list.entries.iter().map(|o| &o.entry),
        "this option",
        diagnostics,
    );
    if !list.entries.is_empty() && !list.entries.iter().any(|o| o.correct) {
        diagnostics.push(no_right_option(parts, &list));
    }
    let options = list.entries.into_iter().map(|option| ChoiceOption {
        text: option.entry.text,
        correct: option.correct,
        feedback: option.entry.feedback.map(|quote| quote.value),
        span: option.entry.span,
    });
    Some(Interaction::Choice {
        options: options.collect(),
        multiple,
    })
}

fn no_right_option(parts: &Parts, list: &Listing<OptionEntry>) -> Diagnostic {
    let help = parts.syntax.pick(
        "write `[x]` instead of `[ ]` in front of what is right",
        "add `correct: true` to what is right",
    );
    Diagnostic::new(&NO_RIGHT_ANSWER, list.span, "no option is marked as right").help(help)
}
