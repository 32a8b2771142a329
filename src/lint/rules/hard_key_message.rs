//! Key messages in words that are too hard for their level: what matters most is what most must understand.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::levels::is_harder;
use crate::lint::{Lint, Subject};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB721",
        name: "hard-key-message",
        severity: Severity::Warning,
        summary: "A key message is harder to read than its level may be.",
        page: include_str!("hard-key-message.md"),
    },
    check,
};

/// A few sentences measure some grades up or down by chance; so much more is told.
const TOLERANCE: f64 = 1.0;

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some((level, name)) = subject.level() else {
        return;
    };
    let Some(target) = level.target else {
        return;
    };
    for key in &level.keys {
        let Some(grade) = key
            .grade
            .filter(|grade| is_harder(*grade, target + TOLERANCE))
        else {
            continue;
        };
        let message = format!(
            "the key message \"{}\" measures about grade {grade:.1} by {}, and \"{name}\" may have {target}",
            key.id, level.formula
        );
        let help = "say it in short sentences of everyday words first; what is harder can follow outside the block";
        diagnostics.push(Diagnostic::new(&LINT.rule, key.span, message).help(help));
    }
}
