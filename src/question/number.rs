//! A number, with how far it may be off.

use super::{Form, Parts, QuestionType, value};
use crate::diagnostic::{Diagnostic, INVALID_VALUE, NO_RIGHT_ANSWER};
use crate::model::Interaction;

pub(super) const TYPE: QuestionType = QuestionType {
    name: "number",
    label: "a number question",
    summary: "`answer=90`, with `tolerance=0.5` for how far an answer may be off and `unit=MME` for what stands behind the field.",
    example: "\
::: question {answer=90 tolerance=0.5 unit=MME}
60 mg of oxycodone a day: how many MME is that?
:::
",
    form: Form::Plain,
    detect,
    lower,
};

/// Whether the question says something that only a number has.
pub(super) fn is_measured(parts: &Parts) -> bool {
    parts.tolerance.is_some() || parts.unit.is_some()
}

fn detect(parts: &Parts) -> bool {
    let numeric = |text: &str| value::number(text).is_some();
    let plain_number =
        parts.pattern.is_none() && parts.answer.as_ref().is_some_and(|a| numeric(&a.value));
    !parts.has_list() && (is_measured(parts) || plain_number)
}

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let tolerance = parts.tolerance.take().map_or(0.0, |t| t.value);
    let unit = parts.unit.take().map(|u| u.value);
    let Some(answer) = parts.answer.take() else {
        let example = parts.syntax.setting("answer", "90");
        diagnostics.push(
            Diagnostic::new(
                &NO_RIGHT_ANSWER,
                parts.head,
                "this question has no right number",
            )
            .help(format!("add it, such as `{example}`")),
        );
        return None;
    };
    let Some(answer) = value::number(&answer.value) else {
        let message = format!("\"answer\" must be a number here, not \"{}\"", answer.value);
        let help = match value::number(&answer.value.replacen(',', ".", 1)) {
            Some(number) => format!("write it with a point: {number}"),
            None => {
                "write only the number, such as 90 or 0.5; what it counts goes into unit".to_owned()
            }
        };
        diagnostics.push(Diagnostic::new(&INVALID_VALUE, answer.span, message).help(help));
        return None;
    };
    Some(Interaction::Numeric {
        answer,
        tolerance,
        unit,
    })
}
