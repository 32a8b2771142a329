//! Reflection: free text that nobody grades.

use super::{Form, Parts, QuestionType};
use crate::diagnostic::Diagnostic;
use crate::model::Interaction;

pub(super) const TYPE: QuestionType = QuestionType {
    name: "reflect",
    label: "a reflection",
    summary: "`type=reflect`: free text that stays on the device and is not graded; `> [!model]` holds a model answer.",
    example: "\
::: question {type=reflect}
Think of a patient you found hard to listen to. What did you feel first?

> [!model]
> I felt accused, so I explained the rules instead of asking.
:::
",
    form: Form::Plain,
    detect,
    lower,
};

fn detect(parts: &Parts) -> bool {
    let answered = parts.answer.is_some()
        || parts.pattern.is_some()
        || !parts.gaps.is_empty()
        || parts.if_true.is_some()
        || parts.if_false.is_some();
    parts.model.is_some() && !answered && !parts.has_list() && !super::number::is_measured(parts)
}

fn lower(parts: &mut Parts, _: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let model = parts.model.take().map(|quote| quote.value);
    Some(Interaction::LongFillIn { model })
}
