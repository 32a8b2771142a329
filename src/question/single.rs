//! Single choice: one option is right.

use super::{Form, Parts, QuestionType, choice};
use crate::diagnostic::{Diagnostic, INVALID_QUESTION};
use crate::model::Interaction;

pub(super) const TYPE: QuestionType = QuestionType {
    name: "single",
    label: "a single choice",
    summary: "A task list with one `[x]`; a quote below an option is its feedback.",
    example: "\
::: question
What do you ask first?

- [ ] Do you understand?
  > Most people say yes, whatever they took in.
- [x] What will you tell your family about this plan?
  > Their own words show what came across.
:::
",
    form: Form::Options,
    detect: |parts| parts.options.is_some() && choice::right_options(parts) <= 1,
    lower,
};

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let options = parts.options.iter().flat_map(|list| &list.entries);
    let right: Vec<_> = options
        .filter(|o| o.correct)
        .map(|o| o.entry.span)
        .collect();
    if let [first, second, ..] = right[..] {
        let message = format!(
            "a single choice has one right option, and this one has {}",
            right.len()
        );
        let multiple = parts.syntax.setting("type", "multiple");
        diagnostics.push(
            Diagnostic::new(&INVALID_QUESTION, second, message)
                .label(first, "this option is right as well")
                .help(format!("mark only one, or write `{multiple}`")),
        );
    }
    choice::lower(parts, false, diagnostics)
}
