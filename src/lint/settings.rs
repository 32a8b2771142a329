//! What the project allows and denies.

use super::all_rules;
use crate::config::LintSettings;
use crate::diagnostic::{
    Batch, Diagnostic, Found, INVALID_VALUE, Severity, UNKNOWN_NAME, did_you_mean,
};
use crate::memo::digest;
use crate::source::Spanned;
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What the settings leave of the batches of the last build, by where these are in memory. The first of each pair keeps
/// that place from being used for another.
#[derive(Debug, Default)]
pub struct Memo(Mutex<Sifted>);

#[derive(Debug, Default)]
struct Sifted {
    /// Of the settings.
    digest: u64,
    batches: FxHashMap<usize, (Arc<Batch>, Arc<Batch>)>,
}

/// Removes what is allowed, turns what is denied into errors, and tells names that mean nothing. What a rule found and
/// takes less seriously than its other findings is not an error when the rule is denied.
pub fn apply(mut found: Found, settings: &LintSettings, memo: &Memo) -> Found {
    if settings.deny.is_empty() && settings.allow.is_empty() {
        return found;
    }
    let mut last = memo.0.lock().unwrap_or_else(PoisonError::into_inner);
    let digest = digest((names(&settings.deny), names(&settings.allow)));
    let mut now = Sifted {
        digest,
        ..Sifted::default()
    };
    let known = std::mem::take(&mut *last);
    let known = (known.digest == digest).then_some(known.batches);
    for batch in found.batches_mut() {
        // What nobody keeps is not looked at a second time.
        if let Some(own) = Arc::get_mut(batch) {
            own.sift(|one| is_told(one, settings));
            continue;
        }
        let place = Arc::as_ptr(batch).addr();
        let known = known.as_ref().and_then(|known| known.get(&place));
        let sifted = known.map_or_else(|| sifted(batch, settings), |(_, sifted)| sifted.clone());
        let before = std::mem::replace(batch, sifted.clone());
        now.batches.insert(place, (before, sifted));
    }
    *last = now;
    found.push(unsound(settings));
    found
}

/// A batch as the settings leave it.
fn sifted(batch: &Arc<Batch>, settings: &LintSettings) -> Arc<Batch> {
    let concerned = |name: &Spanned<String>| batch.iter().any(|one| one.rule.name == name.value);
    let mut sifted = batch.clone();
    if settings.deny.iter().chain(&settings.allow).any(concerned) {
        Arc::make_mut(&mut sifted).sift(|one| is_told(one, settings));
    }
    sifted
}

fn is_told(one: &mut Diagnostic, settings: &LintSettings) -> bool {
    let names = |list: &[Spanned<String>]| list.iter().any(|name| name.value == one.rule.name);
    let serious = one.severity >= one.rule.severity;
    if serious && names(&settings.deny) {
        one.severity = Severity::Error;
        return true;
    }
    one.rule.severity >= Severity::Error || !names(&settings.allow)
}

fn names(list: &[Spanned<String>]) -> Vec<&str> {
    list.iter().map(|name| name.value.as_str()).collect()
}

/// Names that mean nothing, and rules that cannot be allowed.
fn unsound(settings: &LintSettings) -> Vec<Diagnostic> {
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
    told
}

fn unknown(name: &Spanned<String>) -> Diagnostic {
    let message = format!("there is no rule \"{}\"", name.value);
    let help = did_you_mean(&name.value, all_rules().map(|rule| rule.name))
        .unwrap_or_else(|| "`teachback explain` lists all rules".to_owned());
    Diagnostic::new(&UNKNOWN_NAME, name.span, message).help(help)
}
