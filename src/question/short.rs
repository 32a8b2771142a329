//! Short answer: a few words, typed.

use super::answer_text::{part_of, split};
use super::pattern::Pattern;
use super::{Form, Parts, QuestionType};
use crate::diagnostic::{Diagnostic, INVALID_PATTERN, NO_RIGHT_ANSWER};
use crate::model::{Accept, Interaction};
use crate::source::Spanned;

pub(super) const TYPE: QuestionType = QuestionType {
    name: "short",
    label: "a short answer",
    summary: "`answer=\"naloxone/narcan\"`: case, accents and outer spaces ignored, `/` between right answers (`\\/` for a slash \
              within one); `pattern=\"…\"` for a regular expression that the whole answer matches.",
    example: "\
::: question {answer=\"naloxone/narcan\"}
Which medicine reverses an opioid overdose?
:::
",
    form: Form::Plain,
    detect,
    lower,
};

fn detect(parts: &Parts) -> bool {
    if parts.has_list() || super::number::is_measured(parts) {
        return false;
    }
    let is_other =
        |text: &str| super::value::truth(text).is_none() && super::value::number(text).is_none();
    parts.pattern.is_some() || parts.answer.as_ref().is_some_and(|a| is_other(&a.value))
}

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let answer = parts.answer.take();
    let written = parts.pattern.take();
    let texts = answer
        .as_ref()
        .map(|a| split(a, diagnostics))
        .unwrap_or_default();
    let pattern = written.and_then(|p| read_pattern(p, diagnostics));
    if let (Some((_, pattern)), Some(answer)) = (&pattern, &answer) {
        for text in texts.iter().filter(|text| !pattern.accepts(text)) {
            let message = format!("the right answer \"{text}\" does not match the pattern");
            diagnostics.push(
                Diagnostic::new(&INVALID_PATTERN, answer.span, message)
                    .help("change one of them: an answer that is shown as right must be accepted"),
            );
        }
    }
    let accept = match pattern {
        Some((pattern, _)) => Accept::Pattern { pattern, texts },
        None if !texts.is_empty() => Accept::Texts(texts),
        None => {
            tell_no_answer(parts, answer.as_ref(), diagnostics);
            return None;
        }
    };
    Some(Interaction::FillIn { accept })
}

/// Says that there is no answer, when nothing was said about it yet.
fn tell_no_answer(
    parts: &Parts,
    answer: Option<&Spanned<String>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let told =
        |d: &Diagnostic| d.rule == &INVALID_PATTERN || Some(d.span) == answer.map(|a| a.span);
    if diagnostics.iter().any(told) {
        return;
    }
    let example = parts.syntax.setting("answer", "\"naloxone/narcan\"");
    diagnostics.push(
        Diagnostic::new(
            &NO_RIGHT_ANSWER,
            parts.head,
            "this question has no right answer",
        )
        .help(format!("add what is right, such as `{example}`")),
    );
}

fn read_pattern(
    written: Spanned<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(String, Pattern)> {
    match Pattern::new(&written.value) {
        Ok(pattern) => Some((written.value, pattern)),
        Err(fault) => {
            let span = part_of(&written, fault.at.start, fault.at.end);
            let message = format!("this regular expression {}", fault.message);
            let diagnostic = Diagnostic::new(&INVALID_PATTERN, span, message);
            diagnostics.push(match fault.help {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            });
            None
        }
    }
}
