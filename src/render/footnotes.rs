//! The footnotes at the end of a page.

use super::inline::footnote_place;
use super::known::Known;
use super::view::{BacklinksView, Footnote, Link, Ready};
use super::writer::{Studio, Writer};
use crate::diagnostic::Outcome;
use crate::model::NodeRef;
use std::sync::Arc;

/// The links from footnotes back to the text, by language (its place among those of the site), number, and how often the
/// text refers to the note: every page has the same ones.
pub type Backlinks = Known<(usize, usize, usize), Outcome<Back>>;

/// The links of one footnote.
#[derive(Debug, Clone)]
pub struct Back {
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

/// The footnotes that the text refers to, in the order of their numbers. A note may refer to others, which follow.
pub fn of_page(writer: &mut Writer<'_>) -> Vec<Footnote> {
    let mut texts = Vec::new();
    while let Some(&(text, node, _)) = writer.notes.used.get(texts.len()) {
        let nodes: Vec<NodeRef<'_>> = text.tree.node(node).children().collect();
        texts.push(writer.blocks(text, &nodes));
    }
    let Studio { site, atlas, .. } = writer.studio;
    let lang = &writer.meta.lang;
    let lang = site.config.languages.iter().position(|one| one == lang);
    let mut notes = Vec::with_capacity(texts.len());
    for (at, html) in texts.into_iter().enumerate() {
        let (_, _, count) = writer.notes.used[at];
        let make = || Back::of(writer, at + 1, count);
        let back = match lang {
            Some(lang) => atlas.backlinks().get_or(&(lang, at + 1, count), make),
            None => Arc::new(make()),
        };
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
