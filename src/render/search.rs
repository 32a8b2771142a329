//! What readers can search: every page by its sections, and the glossary entry by entry.

mod reader;

use super::escape::path_address;
use super::pages::{glossary_path, in_language};
use crate::link::{Facts, PageId, Site};
use crate::model::PageKind;
use crate::parse::anchors::slug;
use crate::search::{Index, Page, Section, index};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What the search page tells apart, in the order in which it offers them. Each has a word `search-kind-…`.
pub const KINDS: [&str; 7] = [
    "module", "lesson", "script", "handout", "form", "page", GLOSSARY,
];
const GLOSSARY: &str = "term";

/// The index of each language of the site.
pub type Indexes = BTreeMap<String, Index>;

/// Makes the index of each language.
pub fn indexes(site: &Site) -> Indexes {
    let languages = site.config.languages.par_iter();
    languages
        .map(|lang| {
            let mut pages = written(site, lang);
            pages.extend(glossary(site, lang));
            (lang.clone(), index(lang, &pages))
        })
        .collect()
}

/// The page that searches in a language.
#[must_use]
pub fn path(site: &Site, lang: &str) -> String {
    in_language(site, "search.html", lang)
}

/// The pages that somebody wrote in a language. Transcripts are read beside their media.
fn written(site: &Site, lang: &str) -> Vec<Page> {
    let all = (0..site.pages.len()).into_par_iter().map(PageId);
    all.filter(|&id| {
        let meta = &site.page(id).meta;
        meta.lang == lang && !meta.transcript
    })
    .map(|id| page(site, id))
    .collect()
}

fn page(site: &Site, id: PageId) -> Page {
    let source = site.page(id);
    let config = &site.config;
    let roles = source.meta.roles.iter();
    Page {
        path: path_address(&source.path),
        title: source.meta.title.clone(),
        kind: kind(source.kind()),
        level: source.meta.level,
        roles: roles
            .filter_map(|role| config.roles.iter().position(|r| r.id.value == *role))
            .collect(),
        group: source.group,
        keywords: source.meta.tags.join(", "),
        sections: reader::sections(site, id),
    }
}

fn kind(kind: PageKind) -> usize {
    let word = match kind {
        PageKind::Home => PageKind::Page.word(),
        other => other.word(),
    };
    let found = KINDS.iter().position(|known| *known == word);
    found.expect("invariant: KINDS names every kind of page")
}

/// Each entry by itself: who looks for a word wants its meaning, not the list.
fn glossary(site: &Site, lang: &str) -> Vec<Page> {
    let file = path_address(&glossary_path(site, lang));
    let facts = Facts {
        shared: &site.shared,
        lang,
        fallback: site.config.language(),
    };
    let entries = site.shared.glossary.iter().enumerate();
    entries
        .filter_map(|(at, entry)| {
            let plain = entry.plain.get(lang, site.config.language())?;
            let term = &entry.term.value;
            Some(Page {
                path: format!("{file}#{}", path_address(&slug(term))),
                title: term.clone(),
                kind: KINDS.len() - 1,
                group: site.groups.len() + at,
                sections: vec![Section {
                    text: facts.expand(&plain.value, |_, _| {}),
                    ..Section::default()
                }],
                ..Page::default()
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_page_can_be_told_apart() {
        for page_kind in PageKind::ALL {
            assert!(kind(page_kind) < KINDS.len() - 1);
        }
        assert_eq!(KINDS.last(), Some(&GLOSSARY));
    }
}
