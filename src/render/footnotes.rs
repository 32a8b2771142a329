//! The footnotes at the end of a page.

use super::inline::footnote_place;
use super::view::{BacklinksView, Footnote, Link, Ready};
use super::writer::Writer;
use crate::diagnostic::Outcome;
use crate::model::NodeRef;
use rustc_hash::FxHashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The links from a footnote back to the text. Notes of one number that a text refers to equally often have the same ones,
/// on every page in a language.
#[derive(Debug, Default)]
pub struct Backlinks {
    known: RwLock<FxHashMap<String, OfLanguage>>,
}

type OfLanguage = FxHashMap<(usize, usize), Arc<Outcome<Back>>>;

#[derive(Debug, Clone)]
struct Back {
    links: Ready<Vec<Link>>,
    html: Ready<String>,
}

impl Back {
    fn of(writer: &Writer<'_>, number: usize, count: usize) -> Outcome<Self> {
        let links = (1..=count).map(|place| Link {
            href: format!("#{}", footnote_place(number, place)),
            label: place.to_string(),
            foreign: None,
        });
        let view = BacklinksView {
            lang: writer.meta.lang.clone(),
            number,
            links: links.collect(),
        };
        let theme = writer.studio.theme;
        let html = theme.render_in(&writer.meta.lang, "backlinks.html", &view);
        html.map(|html| Self {
            links: Ready::from(&view.links),
            html: Ready::html(&html),
        })
    }
}

impl Backlinks {
    fn get(&self, writer: &Writer<'_>, number: usize, count: usize) -> Arc<Outcome<Back>> {
        let (lang, key) = (&writer.meta.lang, (number, count));
        // A panic while the lock is held can only be an allocation failure between two whole states.
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(back) = known.get(lang).and_then(|known| known.get(&key)) {
            return back.clone();
        }
        drop(known);
        let back = Arc::new(Back::of(writer, number, count));
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let known = known.entry(lang.clone()).or_default();
        known.insert(key, back.clone());
        back
    }
}

/// The footnotes that the text refers to, in the order of their numbers. A note may refer to others, which follow.
pub fn of_page(writer: &mut Writer<'_>) -> Vec<Footnote> {
    let mut texts = Vec::new();
    while let Some(&(text, node, _)) = writer.notes.used.get(texts.len()) {
        let nodes: Vec<NodeRef<'_>> = text.tree.node(node).children().collect();
        texts.push(writer.blocks(text, &nodes));
    }
    let mut notes = Vec::with_capacity(texts.len());
    for (at, html) in texts.into_iter().enumerate() {
        let (_, _, count) = writer.notes.used[at];
        let back = writer.studio.atlas.backlinks().get(writer, at + 1, count);
        let Outcome { value, diagnostics } = &*back;
        writer.diagnostics.extend_from_slice(diagnostics);
        notes.push(Footnote {
            number: at + 1,
            html,
            backlinks: value.links.clone(),
            backlinks_html: value.html.clone(),
        });
    }
    notes
}
