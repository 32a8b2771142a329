//! What is made of the pages of a build depends on, in numbers: it is made again when one of its numbers changed.

use super::frame::Frame;
use super::site::{Site, SitePage};
use crate::memo::{Note, State, digest};
use crate::source::{FileId, Fingerprint, SourceTree};
use std::sync::{Arc, Mutex, PoisonError};

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
        once: pages.once,
    }
}

/// The pages of the last build, and its state.
#[derive(Debug, Default)]
pub struct Memo {
    last: Mutex<Option<Last>>,
    /// Whether one build only asks.
    once: bool,
}

impl Memo {
    /// For one build.
    #[must_use]
    pub fn once() -> Self {
        Self {
            once: true,
            ..Self::default()
        }
    }
}

#[derive(Debug)]
struct Last {
    pages: Arc<Vec<Arc<SitePage>>>,
    state: Arc<State>,
}

/// The state of a site whose modules are still to be found. `texts` is the state of the texts that it was linked from.
#[must_use]
pub fn of_pages(site: &Site, texts: &State, (sources, memo): (&SourceTree, &Memo)) -> Arc<State> {
    let snippets = site.shared.snippets.all();
    let included = snippets.chain(site.shared.banks.values());
    let links: Vec<_> = included.map(|included| &included.links).collect();
    let places = (&site.logo, &site.transcripts, links);
    let surroundings = digest((texts.surroundings, places));
    if texts.once {
        return Arc::new(State::once(surroundings));
    }
    // A panic while the lock is held can only be an allocation failure between two whole states.
    let mut last = memo.last.lock().unwrap_or_else(PoisonError::into_inner);
    let state = Arc::new(State {
        surroundings,
        parts: Arc::new(parts_of_all(&site.pages, last.as_ref(), sources)),
        once: false,
    });
    *last = Some(Last {
        pages: site.pages.clone(),
        state: state.clone(),
    });
    state
}

/// The parts of all pages. What is the same page as before is not looked at.
fn parts_of_all(
    pages: &[Arc<SitePage>],
    last: Option<&Last>,
    sources: &SourceTree,
) -> Vec<(Note, u64)> {
    let Some(Last {
        pages: before,
        state,
    }) = last.filter(|last| last.pages.len() == pages.len())
    else {
        return pages.iter().flat_map(|page| parts(page, sources)).collect();
    };
    let mut all = state.parts.to_vec();
    for (at, (page, before)) in pages.iter().zip(before.iter()).enumerate() {
        if !Arc::ptr_eq(page, before) {
            all[2 * at..2 * at + 2].copy_from_slice(&parts(page, sources));
        }
    }
    all
}

/// Two of each page: its head, and all of it.
fn parts(page: &SitePage, sources: &SourceTree) -> [(Note, u64); 2] {
    let file = page.parsed.value.file;
    let digests = page.digests(|| sources.get(file).map(|file| file.fingerprint));
    [
        (Note::Head(file), digests.head),
        (Note::Whole(file), digests.whole),
    ]
}

/// The state of the texts that a site is linked from: the surroundings are the frame with its mark, which knows the
/// settings, and all files that are no pages.
#[must_use]
pub fn of_texts(
    (frame, mark): (&Frame, u64),
    others: &[FileId],
    (sources, memo): (&SourceTree, &Memo),
) -> State {
    let print = |file: FileId| sources.get(file).map(|file| file.fingerprint);
    let others = others.iter().map(|&file| (file, print(file)));
    let others: Vec<(FileId, Option<Fingerprint>)> = others.collect();
    let surroundings = digest((mark, others));
    if memo.once {
        return State::once(surroundings);
    }
    let pages = frame.files.iter();
    let parts = pages.map(|&file| {
        (
            Note::Whole(file),
            print(file).map_or(0, |print| print.half()),
        )
    });
    State {
        surroundings,
        parts: Arc::new(parts.collect()),
        once: false,
    }
}
