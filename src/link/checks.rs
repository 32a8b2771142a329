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
    let (pages, groups) = (site.pages.len(), &site.groups);
    let of_pages = memo.pages.all(state, pages, |at| of_page(site, PageId(at)));
    let of_groups = memo.groups.all(state, groups.len(), |at| {
        translations::of_group(site, &groups[at])
    });
    let numbers = memo.numbers.all(state, groups.len(), |at| {
        key_numbers::of_group(site, &groups[at])
    });
    let cycles = memo.cycles.all(state, 1, |_| prerequisites::cycles(site));
    // A question of a bank is found on every page that asks it.
    let mut told: HashSet<(&str, Span)> = HashSet::new();
    let shared = [UNKNOWN_OBJECTIVE.code, OPEN_ANSWER.code];
    let found = [of_pages, of_groups, numbers, cycles];
    let found = found.iter().flat_map(|of_all| of_all.iter());
    let found = found.flat_map(|found| found.iter());
    let found = found.filter(|found| {
        let code = found.rule.code;
        !shared.contains(&code) || told.insert((code, found.span))
    });
    found.cloned().collect()
}

fn of_page(site: &Site, id: PageId) -> Vec<Diagnostic> {
    let page = site.page(id);
    let mut found = messages::of(site, page);
    translations::foreign_snippets(site, page, &mut found);
    found.extend(objectives::of(site, id));
    found
}
