//! From documents to a [`Site`]: everything one file says of another is looked up, and what is not there is told.
//!
//! 1. `collect` sorts the documents: pages, and what pages share.
//! 2. [`navigation`] puts variants together and lessons into modules.
//! 3. `resolve` looks up links, pictures, facts, terms, citations, snippets and banks, page by page.
//! 4. `messages`, `objectives` and `dialogue` check what only the whole can show.

mod collect;
pub mod dialogue;
mod files;
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
mod translations;

pub use local::Facts;
pub use messages::of_page as key_messages;
pub use objectives::{conceals, drawn_count, is_graded, objectives, questions_on, quizzes};
pub use prerequisites::{in_order as modules_in_order, named as module_named};
pub use site::{
    Counts, Extent, Group, Included, Links, Meta, Module, PageId, Parsed, Recording, Shared, Site,
    SitePage, Target, bank, is_quiz, page, shared_handout, snippet, word_list,
};
pub use snippets::Snippets;
pub use state::state;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::source::{FileId, Fingerprint, SourceTree, Spanned};
use std::sync::Arc;

/// What was found earlier in scripts, by file, text and settings.
pub type Memo = crate::memo::Memo<(FileId, Fingerprint, Fingerprint), Vec<Diagnostic>>;

/// Links parsed documents. Pages marked as drafts are left out unless `drafts` is true.
pub fn link(
    parsed: Vec<Parsed>,
    sources: &SourceTree,
    config: &Arc<Config>,
    drafts: bool,
    memo: &Memo,
) -> Outcome<Site> {
    let mut diagnostics = Vec::new();
    let mut collected = collect::collect(parsed, config, drafts).take(&mut diagnostics);
    let groups = navigation::groups(&mut collected.pages, config).take(&mut diagnostics);
    let mut index = targets::Index::new(&collected, sources);
    let resolved = resolve::resolve(&collected, &mut index, config).take(&mut diagnostics);
    let logo = logo(config, &index).take(&mut diagnostics);
    let mut site = resolved.into_site(collected, groups, config.clone());
    if let Some(logo) = logo {
        site.pictures.entry(logo.value.clone()).or_insert(logo.span);
        site.logo = Some(logo.value);
    }
    site.modules = navigation::modules(&site).take(&mut diagnostics);
    diagnostics.extend(messages::check(&site));
    diagnostics.extend(key_numbers::check(&site));
    diagnostics.extend(prerequisites::cycles(&site));
    diagnostics.extend(translations::check(&site));
    diagnostics.extend(objectives::check(&site));
    diagnostics.extend(dialogue_faults(&site, sources, memo));
    Outcome::new(site, diagnostics)
}

/// The logo that `teachback.yaml` names, when it is there.
fn logo(config: &Config, index: &targets::Index) -> Outcome<Option<Spanned<String>>> {
    let mut diagnostics = Vec::new();
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
fn dialogue_faults(site: &Site, sources: &SourceTree, memo: &Memo) -> Vec<Diagnostic> {
    use rayon::prelude::*;
    let found = site.pages.par_iter().filter_map(|page| {
        let script = page.page().script.as_ref()?;
        let file = sources.get(page.parsed.value.file)?;
        let key = (file.id, file.fingerprint, site.config.fingerprint);
        Some(memo.get_or(key, || dialogue::check(script, &page.page().tree)))
    });
    let found: Vec<Arc<Vec<Diagnostic>>> = found.collect();
    memo.sweep();
    found
        .iter()
        .flat_map(|of_page| of_page.iter().cloned())
        .collect()
}
