//! A text with gaps to fill.

use super::answer_text::fold;
use super::{Form, Parts, QuestionType};
use crate::diagnostic::{Diagnostic, INVALID_QUESTION};
use crate::model::{Gap, Interaction};
use crate::source::Spanned;

pub(super) const TYPE: QuestionType = QuestionType {
    name: "gaps",
    label: "a text with gaps",
    summary: "`type=gaps`, and in the text `[=low/lowest]`, a gap to type into with every right answer, or `[=slow,fast]`, a gap \
              to choose for with the right option first.",
    example: "\
::: question {type=gaps}
Start [=low/lowest] and go [=slow,fast].
:::
",
    form: Form::Plain,
    detect,
    lower,
};

fn detect(parts: &Parts) -> bool {
    let answered = parts.answer.is_some() || parts.pattern.is_some();
    !parts.gaps.is_empty() && !answered && !parts.has_list() && !super::number::is_measured(parts)
}

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let gaps = std::mem::take(&mut parts.gaps);
    if gaps.is_empty() {
        diagnostics.push(
            Diagnostic::new(
                &INVALID_QUESTION,
                parts.head,
                "there is no gap in this question",
            )
            .help("write a gap into its text: `[=low/lowest]` to type, `[=slow,fast]` to choose"),
        );
        return None;
    }
    for gap in &gaps {
        diagnostics.extend(fault(gap));
    }
    Some(Interaction::Gaps {
        gaps: gaps.into_iter().map(|gap| gap.value).collect(),
    })
}

fn fault(gap: &Spanned<Gap>) -> Option<Diagnostic> {
    let Gap { texts, chosen } = &gap.value;
    let twice = || {
        let mut seen = std::collections::HashSet::new();
        texts.iter().find(|text| !seen.insert(fold(text)))
    };
    let (message, help) = if texts.iter().all(|t| t.trim().is_empty()) {
        let help = "write what is right after the `=`: `[=low/lowest]`";
        ("this gap does not say what is right".to_owned(), help)
    } else if texts.iter().any(|t| t.trim().is_empty()) {
        let help = "put `/` or `,` only between two texts";
        ("this gap has an answer without text".to_owned(), help)
    } else if *chosen && texts.len() < 2 {
        let help = "a gap to choose for needs two or more, with `,` between: `[=slow,fast]`";
        ("this gap has only one option".to_owned(), help)
    } else if *chosen && let Some(text) = twice() {
        (
            format!("this gap has the option \"{text}\" twice"),
            "change one of them",
        )
    } else {
        return None;
    };
    Some(Diagnostic::new(&INVALID_QUESTION, gap.span, message).help(help))
}
