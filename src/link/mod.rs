//! From documents to a [`Site`]: everything one file says of another is looked up, and what is not there is told.
//!
//! 1. `collect` sorts the documents: pages, and what pages share.
//! 2. [`navigation`] puts variants together and lessons into modules.
//! 3. `resolve` looks up links, pictures, facts, terms, citations, snippets and banks, page by page.
//! 4. `messages`, `objectives` and `dialogue` check what only the whole can show.

mod collect;
pub mod dialogue;
mod key_numbers;
mod local;
mod messages;
pub mod navigation;
mod objectives;
mod quantity;
mod resolve;
mod site;
mod targets;

pub use local::Facts;
pub use messages::of_page as key_messages;
pub use objectives::questions_on;
pub use site::{
    Counts, Group, Included, Links, Meta, Module, PageId, Parsed, Shared, Site, SitePage, Target,
    bank, page, shared_handout, snippet, word_list,
};

use crate::config::Config;
use crate::diagnostic::Outcome;
use crate::source::SourceTree;
use std::sync::Arc;

/// Links parsed documents. Pages marked as drafts are left out unless `drafts` is true.
pub fn link(
    parsed: Vec<Parsed>,
    sources: &SourceTree,
    config: &Arc<Config>,
    drafts: bool,
) -> Outcome<Site> {
    let mut diagnostics = Vec::new();
    let mut collected = collect::collect(parsed, config, drafts).take(&mut diagnostics);
    let groups = navigation::groups(&mut collected.pages, config).take(&mut diagnostics);
    let mut index = targets::Index::new(&collected, sources);
    let resolved = resolve::resolve(&collected, &mut index, config).take(&mut diagnostics);
    let logo = logo(config, &index).take(&mut diagnostics);
    let mut site = resolved.into_site(collected, groups, config.clone());
    site.media.extend(logo.clone());
    site.logo = logo;
    site.modules = navigation::modules(&site).take(&mut diagnostics);
    diagnostics.extend(messages::check(&site));
    diagnostics.extend(key_numbers::check(&site));
    diagnostics.extend(objectives::check(&site));
    diagnostics.extend(dialogue_faults(&site));
    Outcome::new(site, diagnostics)
}

/// The logo that `teachback.yaml` names, when it is there.
fn logo(config: &Config, index: &targets::Index) -> Outcome<Option<String>> {
    let mut diagnostics = Vec::new();
    let logo = config.brand.logo.as_ref().and_then(|logo| {
        let address = targets::Address {
            text: &logo.value,
            span: logo.span,
            used_as: targets::Use::Media,
            from: "",
            page: None,
        };
        match index.follow(&address, &mut diagnostics) {
            Target::Media(path) => Some(path),
            _ => None,
        }
    });
    Outcome::new(logo, diagnostics)
}

fn dialogue_faults(site: &Site) -> Vec<crate::diagnostic::Diagnostic> {
    use rayon::prelude::*;
    let scripts = site.pages.par_iter().filter_map(|page| {
        let page = page.page();
        page.script.as_ref().map(|script| (script, &page.tree))
    });
    scripts
        .flat_map_iter(|(script, tree)| dialogue::check(script, tree))
        .collect()
}
