//! The checks that look at one page or one group of variants after the other, again only where something changed.

use super::site::{PageId, Site};
use super::{messages, objectives, translations};
use crate::diagnostic::{Diagnostic, OPEN_ANSWER, UNKNOWN_OBJECTIVE};
use crate::memo::{State, Traced};
use crate::source::{FileId, Span};
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// What was found earlier, by the file of a page, or that of the first page of a group.
#[derive(Debug, Default)]
pub struct Memo {
    pages: Traced<FileId, Vec<Diagnostic>>,
    groups: Traced<FileId, Vec<Diagnostic>>,
}

/// Tells what is wrong with key messages, translations, objectives and banks.
#[must_use]
pub fn check(site: &Site, state: &Arc<State>, memo: &Memo) -> Vec<Diagnostic> {
    let (pages, groups) = (memo.pages.round(state), memo.groups.round(state));
    let file = |id: PageId| site.pages[id.0].parsed.value.file;
    let of_pages = (0..site.pages.len()).into_par_iter().map(PageId);
    let of_pages = of_pages.map(|id| pages.get_or(file(id), || of_page(site, id)));
    let of_groups = site.groups.par_iter().map(|group| {
        let find = || translations::of_group(site, group);
        groups.get_or(file(group.variants[0]), find)
    });
    let found: Vec<Arc<Vec<Diagnostic>>> = of_pages.chain(of_groups).collect();
    // A question of a bank is found on every page that asks it.
    let mut told: HashSet<(&str, Span)> = HashSet::new();
    let shared = [UNKNOWN_OBJECTIVE.code, OPEN_ANSWER.code];
    let found = found.iter().flat_map(|found| found.iter());
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
