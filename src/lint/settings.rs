//! What the project allows and denies.

use super::all_rules;
use crate::config::LintSettings;
use crate::diagnostic::{Diagnostic, INVALID_VALUE, Severity, UNKNOWN_NAME, did_you_mean};
use crate::source::Spanned;

/// Removes what is allowed, turns what is denied into errors, and tells names that mean nothing. What a rule found and
/// takes less seriously than its other findings is not an error when the rule is denied.
pub fn apply(found: Vec<Diagnostic>, settings: &LintSettings) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for name in settings.deny.iter().chain(&settings.allow) {
        if !all_rules().any(|rule| rule.name == name.value) {
            told.push(unknown(name));
        }
    }
    for name in &settings.allow {
        let rule = all_rules().find(|rule| rule.name == name.value);
        if rule.is_some_and(|rule| rule.severity == Severity::Error) {
            let message = format!(
                "\"{}\" cannot be allowed: the site would be broken",
                name.value
            );
            told.push(Diagnostic::new(&INVALID_VALUE, name.span, message));
        }
    }
    let names = |list: &[Spanned<String>], found: &Diagnostic| {
        list.iter().any(|name| name.value == found.rule.name)
    };
    let kept = found.into_iter().filter_map(|mut diagnostic| {
        let serious = diagnostic.severity >= diagnostic.rule.severity;
        if serious && names(&settings.deny, &diagnostic) {
            diagnostic.severity = Severity::Error;
        } else if diagnostic.rule.severity < Severity::Error && names(&settings.allow, &diagnostic)
        {
            return None;
        }
        Some(diagnostic)
    });
    told.extend(kept);
    told
}

fn unknown(name: &Spanned<String>) -> Diagnostic {
    let message = format!("there is no rule \"{}\"", name.value);
    let help = did_you_mean(&name.value, all_rules().map(|rule| rule.name))
        .unwrap_or_else(|| "`teachback explain` lists all rules".to_owned());
    Diagnostic::new(&UNKNOWN_NAME, name.span, message).help(help)
}
