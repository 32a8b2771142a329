//! What is made of the pages of a build depends on, in numbers: it is made again when one of its numbers changed.

use super::collect::Collected;
use super::frame::{self, Frame};
use super::site::{Site, SitePage};
use crate::config::Config;
use crate::memo::{Note, State, digest};
use crate::source::{FileId, Fingerprint, SourceTree};
use std::sync::Arc;

/// The state of a site.
///
/// What is made of a page asks each other page for what it needs of it, and that is noted. Everything else that it can
/// need of the site is part of the surroundings: settings, shared files, and which pages there are in which order.
/// `pages` is the state of the site without its modules.
#[must_use]
pub fn of_site(site: &Site, pages: &State) -> State {
    State {
        surroundings: digest((pages.surroundings, &site.modules)),
        parts: pages.parts.clone(),
    }
}

/// The state of a site whose modules are still to be found. `texts` is the state of the texts that it was linked from.
#[must_use]
pub fn of_pages(site: &Site, texts: &State, sources: &SourceTree) -> State {
    let transcripts = site.pages.iter().enumerate();
    let transcripts = transcripts.filter(|(_, page)| page.meta.transcript);
    let transcripts: Vec<usize> = transcripts.map(|(at, _)| at).collect();
    let snippets = site.shared.snippets.all();
    let included = snippets.chain(site.shared.banks.values());
    let links: Vec<_> = included.map(|included| &included.links).collect();
    let places = (&site.logo, transcripts, links);
    let parts = site.pages.iter().flat_map(|page| parts(page, sources));
    State {
        surroundings: digest((texts.surroundings, places)),
        parts: Arc::new(parts.collect()),
    }
}

fn parts(page: &SitePage, sources: &SourceTree) -> [(Note, u64); 2] {
    let file = page.parsed.value.file;
    let digests = page.digests(|| sources.get(file).map(|file| file.fingerprint));
    [
        (Note::Head(file), digests.head),
        (Note::Whole(file), digests.whole),
    ]
}

/// The state of the texts that a site is linked from: the surroundings are the frame, settings, and all files that are no
/// pages.
#[must_use]
pub fn of_texts(
    (collected, frame): (&Collected, &Frame),
    sources: &SourceTree,
    config: &Config,
) -> State {
    let print = |file: FileId| sources.get(file).map(|file| file.fingerprint);
    let others = collected.others.iter();
    let others: Vec<(FileId, Option<Fingerprint>)> =
        others.map(|&file| (file, print(file))).collect();
    let pages = frame.files.iter();
    let parts = pages.map(|&file| (Note::Whole(file), digest(print(file))));
    State {
        surroundings: digest((frame::mark(collected, sources, config), others)),
        parts: Arc::new(parts.collect()),
    }
}
