//! Choices in which everything is right.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::{Lint, Subject};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB451",
        name: "all-options-right",
        severity: Severity::Warning,
        summary: "Every option of a question is right.",
        page: include_str!("all-options-right.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for choice in &subject.choices {
        let [first, .., last] = &choice.options[..] else {
            continue;
        };
        if choice.those(false).next().is_some() {
            continue;
        }
        let message = format!(
            "all {} options are right, so there is nothing to decide",
            choice.options.len()
        );
        let help = "mark as right only what is; if all of it is, add an option that is wrong and that people do choose";
        let told = Diagnostic::new(&LINT.rule, first.option.span.to(last.option.span), message);
        diagnostics.push(told.help(help));
    }
}
