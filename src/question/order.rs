//! Things to put in order.

use super::entries::{tell_blank, tell_feedback, tell_few, tell_twins};
use super::{Form, Parts, QuestionType};
use crate::diagnostic::Diagnostic;
use crate::model::Interaction;

pub(super) const TYPE: QuestionType = QuestionType {
    name: "order",
    label: "an order question",
    summary: "A numbered list with `type=order`, written in the right order.",
    example: "\
::: question {type=order}
Put the steps of teach-back in order.

1. Explain one thing in plain words
2. Ask for it in the patient's own words
3. Explain again what did not come across
:::
",
    form: Form::Items,
    detect: |parts| parts.options.is_none() && parts.items.is_some(),
    lower,
};

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let Some(list) = parts.items.take() else {
        diagnostics.push(parts.lacks(Form::Items));
        return None;
    };
    tell_few(&list, "things to put in order", diagnostics);
    tell_blank(&list.entries, "this thing to put in order", diagnostics);
    tell_twins(&list.entries, diagnostics);
    tell_feedback(&list.entries, diagnostics);
    Some(Interaction::Sequencing {
        items: list.entries.into_iter().map(|entry| entry.text).collect(),
    })
}
