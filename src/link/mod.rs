//! From documents to a [`Site`]: everything one file says of another is looked up, and what is not there is told.
//!
//! 1. `collect` sorts the documents: pages, and what pages share.
//! 2. `frame` says which pages there are; [`navigation`] puts variants together and lessons into modules.
//! 3. `resolve` looks up links, pictures, facts, terms, citations, snippets and banks, page by page.
//! 4. `messages`, `objectives`, `translations` and `dialogue` check what only the whole can show; `checks` runs those that
//!    look at one page or group after the other.

mod anchors;
mod checks;
mod collect;
pub mod dialogue;
mod files;
mod frame;
mod key_numbers;
mod local;
mod messages;
pub mod navigation;
mod objectives;
mod prerequisites;
mod quantity;
mod resolve;
mod site;
mod snippets;
mod state;
mod targets;
pub mod translations;

pub use local::Facts;
pub use messages::of_page as key_messages;
pub use objectives::{
    conceals, drawn_count, is_graded, leaves_out, objectives, questions_on, quizzes,
};
pub use prerequisites::{in_order as modules_in_order, named as module_named};
pub use site::{
    Counts, Extent, Group, Included, Links, Meta, Module, PageId, Parsed, Recording, Shared, Site,
    SitePage, Target, bank, is_quiz, page, shared_handout, snippet, word_list,
};
pub use snippets::Snippets;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::memo::{Row, State};
use crate::model::PageKind;
use crate::source::{FileId, Fingerprint, SourceTree, Spanned};
use std::sync::Arc;

/// What was linked and checked earlier.
#[derive(Debug, Default)]
pub struct Memo {
    frames: crate::memo::Memo<u64, Outcome<frame::Frame>>,
    pages: resolve::Memo,
    states: state::Memo,
    modules: navigation::Memo,
    checks: checks::Memo,
    conversations: Conversations,
}

impl Memo {
    /// For one build.
    #[must_use]
    pub fn once() -> Self {
        Self {
            states: state::Memo::once(),
            ..Self::default()
        }
    }
}

/// What is wrong with scripts, by file, text and settings.
type Conversations = Row<(FileId, Option<Fingerprint>, Fingerprint), Vec<Diagnostic>>;

/// Links parsed documents, and says in which state the site is. Pages marked as drafts are left out unless `drafts` is true.
pub fn link(
    parsed: Vec<Parsed>,
    sources: &SourceTree,
    config: &Arc<Config>,
    drafts: bool,
    memo: &Memo,
) -> Outcome<(Site, Arc<State>)> {
    let mut diagnostics = Vec::new();
    let collected = collect::collect(parsed, config, drafts).take(&mut diagnostics);
    let mark = frame::mark(&collected, sources, config);
    let make = || frame::Frame::new(&collected, sources, config);
    let made = memo.frames.get_or(mark, make);
    memo.frames.sweep();
    diagnostics.extend_from_slice(&made.diagnostics);
    let frame = &made.value;
    let texts = state::of_texts((frame, mark), &collected.others, (sources, &memo.states));
    let texts = Arc::new(texts);
    let resolved = resolve::resolve((&collected, frame), config, &texts, &memo.pages);
    let resolved = resolved.take(&mut diagnostics);
    let index = targets::Index {
        collected: &collected,
        frame,
        config,
    };
    let logo = logo(index).take(&mut diagnostics);
    let mut site = resolved.into_site(collected, frame, config.clone());
    if let Some(logo) = logo {
        site.pictures.entry(logo.value.clone()).or_insert(logo.span);
        site.logo = Some(logo.value);
    }
    let pages = state::of_pages(&site, &texts, (sources, &memo.states));
    let modules = navigation::modules(&site, &frame.folders, (&pages, &memo.modules));
    site.modules = modules.take(&mut diagnostics);
    let state = Arc::new(state::of_site(&site, &pages));
    diagnostics.extend(checks::check(&site, &state, &memo.checks));
    diagnostics.extend(dialogue_faults(&site, sources, &memo.conversations));
    Outcome::new((site, state), diagnostics)
}

/// The logo that `teachback.yaml` names, when it is there.
fn logo(index: targets::Index<'_>) -> Outcome<Option<Spanned<String>>> {
    let mut diagnostics = Vec::new();
    let config = index.config;
    let logo = config.brand.logo.as_ref().and_then(|logo| {
        let address = targets::Address {
            text: &logo.value,
            span: logo.span,
            used_as: targets::Use::Picture,
            from: "",
            page: None,
        };
        match index.follow(&address, &mut diagnostics) {
            Target::Picture(path) => Some(Spanned::new(path, logo.span)),
            _ => None,
        }
    });
    Outcome::new(logo, diagnostics)
}

/// What is wrong with conversations. Every way through a script is followed, which is not done twice for the same text.
fn dialogue_faults(site: &Site, sources: &SourceTree, memo: &Conversations) -> Vec<Diagnostic> {
    let groups = site.groups.iter();
    let scripts = groups.filter(|group| group.kind == PageKind::Script);
    let mut scripts: Vec<PageId> = scripts.flat_map(|group| group.variants.clone()).collect();
    scripts.sort_unstable();
    let scripts = scripts.into_iter().filter_map(|id| {
        let page = &site.pages[id.0];
        Some((page, page.page().script.as_ref()?))
    });
    let scripts: Vec<_> = scripts.collect();
    let keys = scripts.iter().map(|(page, _)| {
        let file = page.parsed.value.file;
        let print = sources.get(file).map(|file| file.fingerprint);
        (file, print, site.config.fingerprint)
    });
    let found = memo.all(keys.collect(), |at| {
        let (page, script) = scripts[at];
        dialogue::check(script, &page.page().tree)
    });
    found
        .iter()
        .flat_map(|of_page| of_page.iter().cloned())
        .collect()
}
