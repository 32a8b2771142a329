//! True or false.

use super::value::truth;
use super::{Form, Parts, QuestionType};
use crate::diagnostic::{Diagnostic, INVALID_VALUE, NO_RIGHT_ANSWER};
use crate::model::Interaction;

pub(super) const TYPE: QuestionType = QuestionType {
    name: "true-false",
    label: "a true-or-false question",
    summary: "`answer=true` or `answer=false` and no list; feedback in a `> [!true]` or `> [!false]` quote, for who chose it.",
    example: "\
::: question {answer=false}
A patient who nods has understood.

> [!true]
> A nod is polite. It does not show what came across.
:::
",
    form: Form::Plain,
    detect,
    lower,
};

fn detect(parts: &Parts) -> bool {
    if parts.has_list() || parts.pattern.is_some() {
        return false;
    }
    match &parts.answer {
        Some(answer) => truth(&answer.value).is_some() && !super::number::is_measured(parts),
        None => parts.if_true.is_some() || parts.if_false.is_some(),
    }
}

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let syntax = parts.syntax;
    let help = || {
        let (yes, no) = (
            syntax.setting("answer", "true"),
            syntax.setting("answer", "false"),
        );
        format!("write `{yes}` or `{no}`")
    };
    let answer = parts.answer.take();
    let quotes = (parts.if_true.take(), parts.if_false.take());
    let Some(answer) = answer else {
        let message = "this question does not say whether its sentence is true or false";
        diagnostics.push(Diagnostic::new(&NO_RIGHT_ANSWER, parts.head, message).help(help()));
        return None;
    };
    let Some(value) = truth(&answer.value) else {
        let message = format!(
            "\"answer\" must be true or false here, not \"{}\"",
            answer.value
        );
        diagnostics.push(Diagnostic::new(&INVALID_VALUE, answer.span, message).help(help()));
        return None;
    };
    Some(Interaction::TrueFalse {
        answer: value,
        if_true: quotes.0.map(|quote| quote.value),
        if_false: quotes.1.map(|quote| quote.value),
    })
}
