//! What the pages of a build depend on, in numbers: a page is drawn again when one of its numbers changed.

use super::atlas::Atlas;
use crate::link::{PageId, Site};
use crate::memo::{Note, State, digest};
use crate::source::{CONTENT_DIR, FileId, Fingerprint, SourceTree};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The state of a site that is drawn with a theme.
///
/// What a page shows of *one* other page it asks of that page, and is noted. Everything else that a page can show of
/// the site is part of the surroundings: settings, theme, shared files, and which pages there are in which order.
pub(super) fn state(site: &Site, atlas: &Atlas<'_>, theme: u64, sources: &SourceTree) -> State {
    let parts = (0..site.pages.len())
        .into_par_iter()
        .flat_map_iter(|at| parts_of(site, atlas, PageId(at), sources))
        .collect();
    State {
        surroundings: digest((theme, places(site), shared(site, sources))),
        parts,
    }
}

fn parts_of(site: &Site, atlas: &Atlas<'_>, id: PageId, sources: &SourceTree) -> [(Note, u64); 2] {
    let page = site.page(id);
    let file = page.parsed.value.file;
    let head = digest((page.head_digest(), atlas.questions(id)));
    let text = sources.get(file).map(|file| file.fingerprint);
    let whole = digest((head, text, &page.links));
    [(Note::Head(file), head), (Note::Whole(file), whole)]
}

/// Which pages there are, and how they stand to each other: what decides on lists, menus and switches.
fn places(site: &Site) -> u64 {
    let pages = site.pages.iter().map(|page| {
        let meta = &page.meta;
        (
            &page.path,
            page.group,
            &meta.lang,
            meta.level,
            meta.transcript,
        )
    });
    let pages: Vec<_> = pages.collect();
    digest((pages, &site.groups, &site.modules, &site.logo))
}

/// Files that any page may put in, and settings.
fn shared(site: &Site, sources: &SourceTree) -> u64 {
    let pages: BTreeSet<FileId> = site
        .pages
        .iter()
        .map(|page| page.parsed.value.file)
        .collect();
    let below = format!("{CONTENT_DIR}/");
    let texts = sources
        .below(&below)
        .filter(|file| !pages.contains(&file.id));
    let texts: Vec<(FileId, Fingerprint)> = texts.map(|file| (file.id, file.fingerprint)).collect();
    let included = site
        .shared
        .snippets
        .values()
        .chain(site.shared.banks.values());
    let links: Vec<_> = included.map(|included| &included.links).collect();
    digest((site.config.fingerprint, texts, links, &site.media))
}
