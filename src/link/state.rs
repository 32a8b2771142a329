//! What is made of the pages of a build depends on, in numbers: it is made again when one of its numbers changed.

use super::site::{Site, SitePage};
use crate::memo::{Note, State, digest};
use crate::source::{CONTENT_DIR, FileId, Fingerprint, SourceTree};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The state of a site.
///
/// What is made of a page asks each other page for what it needs of it, and that is noted. Everything else that it can
/// need of the site is part of the surroundings: settings, shared files, and which pages there are in which order.
#[must_use]
pub fn state(site: &Site, sources: &SourceTree) -> State {
    let pages = site.pages.par_iter();
    State {
        surroundings: digest((places(site), shared(site, sources))),
        parts: pages.flat_map_iter(|page| parts(page, sources)).collect(),
    }
}

fn parts(page: &SitePage, sources: &SourceTree) -> [(Note, u64); 2] {
    let file = page.parsed.value.file;
    let head = page.head_digest();
    let text = sources.get(file).map(|file| file.fingerprint);
    let whole = digest((head, text, &page.links));
    [(Note::Head(file), head), (Note::Whole(file), whole)]
}

/// Which pages there are, and how they stand to each other: what decides on lists, menus and switches.
fn places(site: &Site) -> u64 {
    let pages = site.pages.iter().map(|page| {
        let meta = &page.meta;
        let place = (&page.source, &page.path, page.group);
        (place, &meta.lang, meta.level, meta.transcript)
    });
    let pages: Vec<_> = pages.collect();
    digest((pages, &site.groups, &site.modules, &site.logo))
}

/// Files that any page may put in, and settings.
fn shared(site: &Site, sources: &SourceTree) -> u64 {
    let pages = site.pages.iter().map(|page| page.parsed.value.file);
    let pages: BTreeSet<FileId> = pages.collect();
    let below = format!("{CONTENT_DIR}/");
    let texts = sources
        .below(&below)
        .filter(|file| !pages.contains(&file.id));
    let texts: Vec<(FileId, Fingerprint)> = texts.map(|file| (file.id, file.fingerprint)).collect();
    let snippets = site.shared.snippets.all();
    let included = snippets.chain(site.shared.banks.values());
    let links: Vec<_> = included.map(|included| &included.links).collect();
    digest((site.config.fingerprint, texts, links))
}
