//! The places on pages that addresses can name.

use super::collect::Collected;
use super::frame::Frame;
use super::navigation::lang_of;
use super::site::{Included, Meta, PageId, page, snippet};
use crate::config::Config;
use crate::model::{BlockData, Tree};

/// The anchors of a page, those of the snippets that it puts in among them.
#[must_use]
pub fn anchors_of<'a>(
    (collected, frame): (&'a Collected, &Frame),
    config: &Config,
    id: PageId,
) -> Vec<&'a str> {
    let parsed = &collected.pages[frame.places[id.0].document];
    let Some(page) = page(parsed) else {
        return Vec::new();
    };
    let meta = Meta {
        lang: lang_of(&page.name, config).to_owned(),
        level: page.name.level,
        ..Meta::default()
    };
    let snippets = &collected.shared.snippets;
    let chosen = |name: &str| snippets.choose(name, &meta, config.language());
    let own = page.anchors.iter().map(|anchor| anchor.value.as_str());
    own.chain(snippet_anchors(&page.tree, chosen)).collect()
}

/// The anchors that come to a page with the snippets it puts in.
fn snippet_anchors<'a>(tree: &Tree, chosen: impl Fn(&str) -> Option<&'a Included>) -> Vec<&'a str> {
    let mut anchors = Vec::new();
    for (_, block) in tree.blocks() {
        let BlockData::Snippet(Some(name)) = &block.data else {
            continue;
        };
        let Some(entry) = chosen(&name.value) else {
            continue;
        };
        let Some(snippet) = snippet(&entry.parsed) else {
            continue;
        };
        anchors.extend(snippet.anchors.iter().map(|a| a.value.as_str()));
    }
    anchors
}
