//! What must hold for the entries of every answer list.

use super::answer_text::fold;
use super::{Entry, Listing};
use crate::diagnostic::{Diagnostic, INVALID_QUESTION, PART_WITHOUT_EFFECT};

/// Tells a list that is too short to ask anything. `what` is the word for several entries: "options".
pub(super) fn tell_few<T>(list: &Listing<T>, what: &str, diagnostics: &mut Vec<Diagnostic>) {
    let found = match list.entries.len() {
        0 => "none",
        1 => "one",
        _ => return,
    };
    let message = format!("this question needs at least two {what}, and has {found}");
    diagnostics.push(
        Diagnostic::new(&INVALID_QUESTION, list.span, message).help(format!(
            "add more {what}, so that there is something to decide"
        )),
    );
}

/// Tells entries without a text, and feedback without one. `what` names an entry: "this option".
pub(super) fn tell_blank<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    what: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut tell = |span, what: &str| {
        diagnostics.push(
            Diagnostic::new(&INVALID_QUESTION, span, format!("{what} has no text"))
                .help("write its text, or take it out"),
        );
    };
    for entry in entries {
        if entry.blank {
            tell(entry.span, what);
        }
        if let Some(feedback) = entry.feedback.as_ref().filter(|f| f.value.is_empty()) {
            tell(feedback.span, "this feedback");
        }
    }
}

/// Tells entries that a learner cannot tell apart though they are scored one by one.
pub(super) fn tell_twins<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen: std::collections::HashMap<String, &Entry> = std::collections::HashMap::new();
    for entry in entries.into_iter().filter(|e| !e.plain.is_empty()) {
        match seen.entry(fold(&entry.plain)) {
            std::collections::hash_map::Entry::Occupied(first) => {
                let message = format!("\"{}\" stands here twice", entry.plain);
                diagnostics.push(
                    Diagnostic::new(&INVALID_QUESTION, entry.span, message)
                        .label(first.get().span, "here for the first time")
                        .help("change one of them: a learner cannot tell them apart"),
                );
            }
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(entry);
            }
        }
    }
}

/// Tells feedback that is never shown, because only the options of a choice show theirs.
pub(super) fn tell_feedback<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for quote in entries.into_iter().filter_map(|e| e.feedback.as_ref()) {
        let message = "this feedback is never shown: only the options of a choice have feedback";
        diagnostics.push(
            Diagnostic::new(&PART_WITHOUT_EFFECT, quote.span, message)
                .help("put it in a `> [!explain]` quote after the list"),
        );
    }
}
