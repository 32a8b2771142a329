//! Key messages: no level and no language of a handout may lose one.

use super::collect::handout_name;
use super::site::{PageId, Site, SitePage, shared_handout, snippet};
use crate::diagnostic::{Diagnostic, MISSING_KEY_MESSAGE, UNKNOWN_KEY_MESSAGE};
use crate::model::{BlockData, NodeRef, PageKind, SharedHandout, Tree};
use crate::source::{Span, Spanned};
use std::collections::HashSet;

/// Tells key messages that a page does not give, and key blocks that give none.
#[must_use]
pub fn of(site: &Site, page: &SitePage) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let blocks = key_blocks(site, page);
    let keys: Vec<&Spanned<String>> = blocks.iter().map(|block| block.id).collect();
    let shared = shared(site, page);
    // A name part that is no level was told: until it is mended, nobody knows which handout the page belongs to.
    if !page.page().name.stem.contains('.') {
        diagnostics.extend(keys.iter().filter_map(|key| unknown(key, shared)));
    }
    if let Some(shared) = shared {
        let given: HashSet<&str> = keys.iter().map(|k| k.value.as_str()).collect();
        let missing = shared
            .key_messages
            .iter()
            .filter(|m| !given.contains(m.id.value.as_str()));
        diagnostics.extend(missing.map(|m| lost(page, &m.id)));
    }
    diagnostics
}

/// What the levels of a handout share; nothing for other pages.
pub(super) fn shared<'a>(site: &'a Site, page: &SitePage) -> Option<&'a SharedHandout> {
    if page.kind() != PageKind::Handout {
        return None;
    }
    let group = &site.groups[page.group].name;
    site.shared
        .handouts
        .get(handout_name(group))
        .and_then(shared_handout)
}

/// A block that gives a key message.
#[derive(Debug, Clone, Copy)]
pub(super) struct KeyBlock<'a> {
    pub id: &'a Spanned<String>,
    pub node: NodeRef<'a>,
}

/// The blocks of a page that give key messages, those of its snippets among them.
pub(super) fn key_blocks<'a>(site: &'a Site, page: &'a SitePage) -> Vec<KeyBlock<'a>> {
    let mut found = Found {
        site,
        page,
        seen: HashSet::new(),
        blocks: Vec::new(),
    };
    found.collect(&page.page().tree);
    found.blocks
}

/// What is found while a page and its snippets are read.
struct Found<'a> {
    site: &'a Site,
    page: &'a SitePage,
    /// Snippets that were read.
    seen: HashSet<&'a str>,
    blocks: Vec<KeyBlock<'a>>,
}

impl<'a> Found<'a> {
    fn collect(&mut self, tree: &'a Tree) {
        for (node, block) in tree.blocks() {
            match &block.data {
                BlockData::Key(Some(id)) => self.blocks.push(KeyBlock { id, node }),
                BlockData::Snippet(Some(name)) if self.seen.insert(&name.value) => {
                    let entry = self.site.snippet_for(&name.value, &self.page.meta);
                    if let Some(inner) = entry.and_then(|e| snippet(&e.parsed)) {
                        self.collect(&inner.tree);
                    }
                }
                _ => {}
            }
        }
    }
}

fn unknown(key: &Spanned<String>, shared: Option<&SharedHandout>) -> Option<Diagnostic> {
    let known = || {
        shared
            .into_iter()
            .flat_map(|s| &s.key_messages)
            .map(|m| m.id.value.as_str())
    };
    if known().any(|id| id == key.value) {
        return None;
    }
    let message = format!("there is no key message \"{}\" for this page", key.value);
    let list: Vec<&str> = known().collect();
    let help = if list.is_empty() {
        "key messages are listed in handouts/NAME.yaml, next to the handout's levels".to_owned()
    } else {
        format!("known: {}", list.join(", "))
    };
    let fault = Diagnostic::new(&UNKNOWN_KEY_MESSAGE, key.span, message).help(help);
    Some(fault.did_you_mean(&key.value, known()))
}

fn lost(page: &SitePage, id: &Spanned<String>) -> Diagnostic {
    let message = format!("this page does not give the key message \"{}\"", id.value);
    Diagnostic::new(
        &MISSING_KEY_MESSAGE,
        Span::start_of(page.parsed.value.file),
        message,
    )
    .label(id.span, "the message")
    .help(format!(
        "add `::: key {{#{}}}` with the message in words of this level",
        id.value
    ))
}

/// The key messages of a handout's page, as its owner put them, in the page's language.
#[must_use]
pub fn of_page(site: &Site, id: PageId) -> Vec<(String, String)> {
    let page = site.page(id);
    let Some(shared) = shared(site, page) else {
        return Vec::new();
    };
    let text = |message: &crate::model::KeyMessage| {
        let text = message.text.get(&page.meta.lang, site.config.language());
        text.map(|t| (message.id.value.clone(), t.value.clone()))
    };
    shared.key_messages.iter().filter_map(text).collect()
}
