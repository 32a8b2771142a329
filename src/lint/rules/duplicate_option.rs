//! Options that say the same.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::choice::{Choice, Shown};
use crate::lint::{Lint, Subject};
use crate::question::answer_text::fold;
use crate::source::Span;
use std::collections::HashMap;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB452",
        name: "duplicate-option",
        severity: Severity::Warning,
        summary: "Two options of a question say the same.",
        page: include_str!("duplicate-option.md"),
    },
    check,
};

/// Signs around an option that do not make it another one.
const QUOTES_AND_STOPS: [char; 7] = ['.', '"', '\'', '“', '”', '‘', '’'];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for choice in &subject.choices {
        tell(choice, diagnostics);
    }
}

fn tell(choice: &Choice<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<String, Span> = HashMap::new();
    for Shown { option, text } in &choice.options {
        let key = fold(text.trim_matches(QUOTES_AND_STOPS));
        if key.is_empty() {
            continue;
        }
        if let Some(&first) = seen.get(&key) {
            let message = format!("the option \"{text}\" stands here twice");
            let told = Diagnostic::new(&LINT.rule, option.span, message);
            diagnostics.push(
                told.label(first, "here for the first time")
                    .help("change or remove one of them: nobody can tell them apart"),
            );
        } else {
            seen.insert(key, option.span);
        }
    }
}
