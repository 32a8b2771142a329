//! The checks that look at one page or one group of variants after the other, again only where something changed.

use super::site::{PageId, Site};
use super::{key_numbers, messages, objectives, prerequisites, translations};
use crate::diagnostic::{Diagnostic, OPEN_ANSWER, UNKNOWN_OBJECTIVE};
use crate::memo::{State, Traced};
use crate::source::Span;
use std::collections::HashSet;
use std::sync::Arc;

/// What was found earlier, in the order of pages and groups.
#[derive(Debug, Default)]
pub struct Memo {
    pages: Traced<Vec<Diagnostic>>,
    groups: Traced<Vec<Diagnostic>>,
    numbers: Traced<Vec<Diagnostic>>,
    /// One value.
    cycles: Traced<Vec<Diagnostic>>,
}

/// Tells what is wrong with key messages, translations, objectives, banks and prerequisites.
#[must_use]
pub fn check(site: &Site, state: &Arc<State>, memo: &Memo) -> Vec<Diagnostic> {
    let groups = &site.groups;
    let mut found = memo
        .pages
        .flat(state, site.pages.len(), |at| of_page(site, PageId(at)));
    found.extend(memo.groups.flat(state, groups.len(), |at| {
        translations::of_group(site, &groups[at])
    }));
    found.extend(memo.numbers.flat(state, groups.len(), |at| {
        key_numbers::of_group(site, &groups[at])
    }));
    found.extend(memo.cycles.flat(state, 1, |_| prerequisites::cycles(site)));
    // A question of a bank is found on every page that asks it.
    let mut told: HashSet<(&str, Span)> = HashSet::new();
    let shared = [UNKNOWN_OBJECTIVE.code, OPEN_ANSWER.code];
    found.retain(|found| {
        let code = found.rule.code;
        !shared.contains(&code) || told.insert((code, found.span))
    });
    found
}

fn of_page(site: &Site, id: PageId) -> Vec<Diagnostic> {
    let page = site.page(id);
    let mut found = messages::of(site, page);
    translations::foreign_snippets(site, page, &mut found);
    found.extend(objectives::of(site, id));
    found
}
