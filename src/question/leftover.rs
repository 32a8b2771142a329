//! What no kind took: it has no effect, and the author is told.

use super::{Form, Item, Parts, QuestionType};
use crate::diagnostic::{
    Diagnostic, GAP_OUTSIDE_QUESTION, INVALID_QUESTION, INVALID_VALUE, PART_WITHOUT_EFFECT,
};
use crate::model::Interaction;
use crate::source::Span;

/// Tells answers, lists and quotes that the kind has no use for. A second answer is an error, for nobody can tell
/// which one is meant; the rest are warnings.
pub(super) fn tell_parts(parts: &Parts, kind: &QuestionType, diagnostics: &mut Vec<Diagnostic>) {
    let answer = parts.answer.as_ref().map(|a| ("answer", a.span));
    let pattern = parts.pattern.as_ref().map(|p| ("pattern", p.span));
    for (name, span) in answer.into_iter().chain(pattern) {
        diagnostics.push(second_answer(name, span, parts, kind));
    }
    for (form, span) in parts.lists() {
        let message = format!("{} does not use {}", kind.label, form.words());
        diagnostics.push(
            Diagnostic::new(&INVALID_QUESTION, span, message)
                .help("a question has one way to be answered: take the other out"),
        );
    }
    tell_measures(parts, kind, diagnostics);
    tell_quotes(parts, kind, diagnostics);
    diagnostics.extend(parts.gaps.iter().map(|gap| gap_outside(gap.span, parts)));
}

fn second_answer(name: &str, span: Span, parts: &Parts, kind: &QuestionType) -> Diagnostic {
    let message = format!("`{name}` has no meaning in {}", kind.label);
    let help = match kind.form {
        Form::Options => parts.syntax.pick(
            "the boxes of the list already say what is right: take it out, or take out the list",
            "`correct: true` already says what is right: take it out, or take out the options",
        ),
        Form::Plain => "take it out, or change the type",
        Form::Items | Form::Pairs | Form::Groups => {
            "the list already says what is right: take it out"
        }
    };
    Diagnostic::new(&INVALID_QUESTION, span, message).help(help)
}

fn tell_measures(parts: &Parts, kind: &QuestionType, diagnostics: &mut Vec<Diagnostic>) {
    let tolerance = parts.tolerance.as_ref().map(|t| ("tolerance", t.span));
    let unit = parts.unit.as_ref().map(|u| ("unit", u.span));
    for (name, span) in tolerance.into_iter().chain(unit) {
        let help = "only a question that asks for a number has it";
        diagnostics.push(without_effect(name, span, kind, help));
    }
}

fn tell_quotes(parts: &Parts, kind: &QuestionType, diagnostics: &mut Vec<Diagnostic>) {
    let for_choice =
        "only a true-or-false question has it; feedback for one option stands below that option";
    let quotes = [
        ("feedback for \"true\"", &parts.if_true, for_choice),
        ("feedback for \"false\"", &parts.if_false, for_choice),
        (
            "a model answer",
            &parts.model,
            "only a reflection has one; what explains the answer goes into explain",
        ),
    ];
    for (what, quote, help) in quotes {
        if let Some(quote) = quote {
            let message = format!("{what} is never shown in {}", kind.label);
            diagnostics.push(Diagnostic::new(&PART_WITHOUT_EFFECT, quote.span, message).help(help));
        }
    }
}

fn gap_outside(span: Span, parts: &Parts) -> Diagnostic {
    let setting = parts.syntax.setting("type", "gaps");
    Diagnostic::new(
        &GAP_OUTSIDE_QUESTION,
        span,
        "this gap cannot be filled: the question is answered in another way",
    )
    .help(format!(
        "write `{setting}` and take the other answers out, or write the word without `[=` and `]`"
    ))
}

/// Tells settings that change nothing, or that would give the answer away.
pub(super) fn tell_settings(
    item: &Item,
    interaction: &Interaction,
    kind: &QuestionType,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Interaction::LongFillIn { .. } = interaction {
        let points = item.points.as_ref().map(|p| ("points", p.span));
        let confidence = item.confidence.as_ref().map(|c| ("confidence", c.span));
        for (name, span) in points.into_iter().chain(confidence) {
            diagnostics.push(without_effect(
                name,
                span,
                kind,
                "a reflection is not graded",
            ));
        }
    }
    let Some(shuffle) = &item.shuffle else { return };
    match order(interaction) {
        Order::Free => {}
        Order::Mixed if shuffle.value => {}
        Order::Mixed => diagnostics.push(
            Diagnostic::new(
                &INVALID_VALUE,
                shuffle.span,
                "without shuffling the learner would see the right answer",
            )
            .help(format!("take it out: {} is always shuffled", kind.label)),
        ),
        Order::Nothing => {
            let help = "there are no options to shuffle: take it out";
            diagnostics.push(without_effect("shuffle", shuffle.span, kind, help));
        }
    }
}

fn without_effect(name: &str, span: Span, kind: &QuestionType, help: &str) -> Diagnostic {
    let message = format!("`{name}` has no effect in {}", kind.label);
    Diagnostic::new(&PART_WITHOUT_EFFECT, span, message).help(help)
}

/// Who decides in which order things are shown.
enum Order {
    /// The author.
    Free,
    /// The program: the order as written is the answer.
    Mixed,
    /// There is nothing that has an order.
    Nothing,
}

fn order(interaction: &Interaction) -> Order {
    match interaction {
        Interaction::Choice { .. } => Order::Free,
        Interaction::Gaps { gaps } if gaps.iter().any(|gap| gap.chosen) => Order::Free,
        Interaction::Sequencing { .. }
        | Interaction::Matching { .. }
        | Interaction::Grouping { .. } => Order::Mixed,
        Interaction::Gaps { .. }
        | Interaction::TrueFalse { .. }
        | Interaction::FillIn { .. }
        | Interaction::LongFillIn { .. }
        | Interaction::Numeric { .. } => Order::Nothing,
    }
}
