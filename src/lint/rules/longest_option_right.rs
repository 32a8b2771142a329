//! Right options that stand out by their length.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::choice::{Choice, Shown};
use crate::lint::{Lint, Subject};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB454",
        name: "longest-option-right",
        severity: Severity::Warning,
        summary: "The right option is much longer than the others.",
        page: include_str!("longest-option-right.md"),
    },
    check,
};

/// Characters up to which an option is short, whatever the others are.
const SHORT: usize = 40;

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let single = subject.choices.iter().filter(|choice| !choice.multiple);
    diagnostics.extend(single.filter_map(tell));
}

/// Tells a right option of more than [`SHORT`] characters that is more than one and a half times as long as the longest
/// wrong one. The measure is ours: the sources say "about equal" and give no number.
fn tell(choice: &Choice<'_>) -> Option<Diagnostic> {
    let mut those = choice.those(true);
    let (Some(right), None) = (those.next(), those.next()) else {
        return None;
    };
    let length = |shown: &Shown<'_>| shown.text.chars().count();
    let longest = choice.those(false).max_by_key(|wrong| length(wrong))?;
    let (own, other) = (length(right), length(longest));
    if own <= SHORT || own * 2 <= other * 3 {
        return None;
    }
    let message = format!(
        "the right option has {own} characters, and the longest wrong one has {other}: its length gives it away"
    );
    let help =
        "shorten it, move reasons into the feedback, or give the wrong options as much detail";
    let told = Diagnostic::new(&LINT.rule, right.option.span, message);
    Some(
        told.label(longest.option.span, "the longest wrong option")
            .help(help),
    )
}
