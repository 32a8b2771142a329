//! Draws the Markdown of one page: what numbers were given, which ids were used, what is drawn at the end.

use super::atlas::Atlas;
use super::escape::{self, escaped, path_address};
use super::ids::{Ids, ids_in};
use super::notes::{Citations, Notes};
use super::theme::Theme;
use super::words::dir;
use crate::diagnostic::Diagnostic;
use crate::levels::Levels;
use crate::link::{Facts, Links, Meta, PageId, Site, SitePage, Target, snippet};
use crate::media::Media;
use crate::model::{NodeId, NodeKind, NodeRef, PageKind, Question, Tree};
use crate::source::{Span, relative_link};
use std::collections::{BTreeSet, HashSet};

/// What a site is drawn with.
#[derive(Clone, Copy)]
pub struct Studio<'a> {
    pub site: &'a Site,
    pub levels: &'a Levels,
    pub theme: &'a Theme,
    pub atlas: &'a Atlas<'a>,
    pub media: &'a Media,
}

/// A tree with what its addresses lead to.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    pub tree: &'a Tree,
    pub links: &'a Links,
    /// What the question blocks of the tree number.
    pub questions: &'a [Question],
}

impl<'a> Text<'a> {
    /// The text of a page of the site.
    #[must_use]
    pub fn of(page: &'a SitePage) -> Self {
        Self {
            tree: &page.page().tree,
            links: &page.links,
            questions: &page.page().questions,
        }
    }

    /// A text that holds no question blocks: a snippet, or the values of a bank.
    #[must_use]
    pub fn without_questions(tree: &'a Tree, links: &'a Links) -> Self {
        Self {
            tree,
            links,
            questions: &[],
        }
    }
}

/// Draws one page.
pub struct Writer<'a> {
    pub studio: Studio<'a>,
    /// The page in the output, which addresses are relative to.
    pub path: &'a str,
    pub meta: &'a Meta,
    /// The page of the site, when it is one.
    pub page: Option<PageId>,
    pub kind: PageKind,
    pub facts: Facts<'a>,
    /// Whether the page is written from right to left.
    pub(super) mirrored: bool,
    /// Levels of the headings that the next one stands under, as written. What is drawn is their depth: the page's
    /// title is the only first level, and no level is skipped.
    pub(super) outline: Vec<u8>,
    /// The heading that is the page's title and not drawn again.
    pub title_heading: Option<NodeId>,
    pub(super) ids: Ids,
    pub(super) citations: Citations,
    pub(super) notes: Notes<'a>,
    /// Scroll regions so far: each gets its own name.
    pub(super) regions: usize,
    /// Prompts to say something in one's own words so far.
    pub(super) prompts: usize,
    /// Questions so far.
    pub(super) questions: usize,
    /// Names of the script bundles that the page needs, such as `questions` once a question was drawn.
    pub(super) bundles: BTreeSet<&'static str>,
    /// The quiz that is being drawn: its questions count together.
    pub(super) quiz: Option<super::quizzes::Setting>,
    /// On a page for the printer, what it gathers.
    pub(super) sheet: Option<super::sheet::Sheet>,
    /// Whether what is being drawn will be scrambled: nothing of the page can lead back into it.
    pub(super) scrambling: bool,
    /// The gaps of the question that is being drawn; elsewhere a gap is text.
    pub(super) gaps: Option<Vec<super::view::GapView>>,
    /// Inside a link: no second one may stand in it.
    pub(super) in_link: bool,
    /// The page that the anchors of the text are on, when it is not this one.
    pub(super) anchors_on: String,
    /// Markup that the sanitiser does not see, while a text with raw HTML is being drawn.
    pub(super) slots: Option<Vec<String>>,
    /// Bold words that the block around them shows as its label.
    pub(super) drawn_as_label: Option<Span>,
    /// Snippets being drawn: one that puts in itself ends here.
    pub(super) open_snippets: Vec<String>,
    /// Transcripts being drawn: one that shows itself ends here.
    pub(super) open_transcripts: Vec<PageId>,
    /// Whether two conversations are being drawn side by side.
    pub(super) comparing: bool,
    /// Facts shown, for "whom to call".
    pub facts_used: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Width in points of a picture where one file is wanted: that of a page on a screen with two points for each.
pub(super) const WIDE: u32 = 1120;

/// Bytes that the HTML of nodes takes, about: their source, and half as much for tags.
fn room(nodes: &[NodeRef<'_>]) -> usize {
    let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else {
        return 0;
    };
    let source = last.span().end.saturating_sub(first.span().start) as usize;
    source + source / 2
}

impl<'a> Writer<'a> {
    /// A writer for a page of the site, drawn at `path` (its own, or that of its group).
    #[must_use]
    pub fn new(studio: Studio<'a>, id: PageId, path: &'a str) -> Self {
        let page = studio.site.page(id);
        let mut writer = Self::plain(studio, path, &page.meta, page.kind());
        writer.open(id);
        writer
    }

    /// A writer for a page that has no source.
    #[must_use]
    pub fn plain(studio: Studio<'a>, path: &'a str, meta: &'a Meta, kind: PageKind) -> Self {
        let site = studio.site;
        Self {
            studio,
            path,
            meta,
            page: None,
            kind,
            facts: Facts {
                shared: &site.shared,
                lang: &meta.lang,
                fallback: site.config.language(),
            },
            mirrored: dir(&meta.lang) == "rtl",
            outline: Vec::new(),
            title_heading: None,
            ids: Ids::new(),
            citations: Citations::default(),
            notes: Notes::default(),
            regions: 0,
            prompts: 0,
            questions: 0,
            bundles: BTreeSet::new(),
            quiz: None,
            sheet: None,
            scrambling: false,
            gaps: None,
            in_link: false,
            anchors_on: String::new(),
            slots: None,
            drawn_as_label: None,
            open_snippets: Vec::new(),
            open_transcripts: Vec::new(),
            comparing: false,
            facts_used: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Goes on with another page of the site in the same document.
    pub(super) fn open(&mut self, id: PageId) {
        let page = self.studio.site.page(id);
        self.page = Some(id);
        self.prepare(Text::of(page), &page.meta.title);
    }

    /// A first-level heading that opens a page and says its title is not drawn again.
    fn prepare(&mut self, text: Text<'a>, title: &str) {
        self.notes.learn(text);
        let first = text.tree.roots().next();
        let opens = first.filter(|node| {
            matches!(node.kind(), NodeKind::Heading(h) if h.level == 1)
                && node.plain_text().trim() == title.trim()
        });
        self.title_heading = opens.map(|node| node.id);
    }

    /// The level at which a heading is drawn.
    pub(super) fn heading_level(&mut self, written: u8) -> usize {
        while self.outline.last().is_some_and(|&level| level >= written) {
            self.outline.pop();
        }
        self.outline.push(written);
        (self.outline.len() + 1).min(6)
    }

    /// Blocks side by side, safe to print: raw HTML among them is cleaned.
    pub fn blocks(&mut self, text: Text<'a>, nodes: &[NodeRef<'a>]) -> String {
        let raw = nodes.iter().any(|node| holds_raw_html(*node));
        let taken = self.ids.count();
        // Markup is put back one level deep: what is drawn inside it has slots of its own, or none.
        let outer = std::mem::replace(&mut self.slots, raw.then(Vec::new));
        let mut out = String::with_capacity(room(nodes));
        self.siblings(&mut out, text, nodes);
        match std::mem::replace(&mut self.slots, outer) {
            Some(slots) => fill(&self.cleaned(&out, &slots, taken), &slots),
            None => out,
        }
    }

    /// Cleans a text with raw HTML. Of its ids those stay that Markdown gave to headings and links of this text (taken
    /// after the first `taken`, and not in a slot), and those that nothing on the page has yet.
    fn cleaned(&mut self, html: &str, slots: &[String], taken: usize) -> String {
        let hidden: HashSet<&str> = slots.iter().flat_map(|slot| ids_in(slot)).collect();
        let given = self.ids.since(taken).iter();
        let mut given: HashSet<String> = given
            .filter(|id| !hidden.contains(escaped(id).as_str()))
            .cloned()
            .collect();
        super::sanitise::clean(html, |id| {
            given.remove(id) || self.ids.insert(id.to_owned())
        })
    }

    /// The blocks of a fragment.
    pub fn fragment(&mut self, text: Text<'a>, fragment: &crate::model::Fragment) -> String {
        let nodes: Vec<NodeRef<'a>> = fragment
            .roots
            .iter()
            .map(|&id| text.tree.node(id))
            .collect();
        self.blocks(text, &nodes)
    }

    /// Nodes that may be inline or blocks (tight list items hold both), each run of inline nodes as it is.
    fn siblings(&mut self, out: &mut String, text: Text<'a>, nodes: &[NodeRef<'a>]) {
        for &node in nodes {
            self.node(out, text, node);
        }
    }

    /// All children of a node.
    pub(super) fn children(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>) {
        for child in node.children() {
            self.node(out, text, child);
        }
    }

    /// Puts in markup of the program's own, which the sanitiser must not see.
    pub(super) fn own(&mut self, out: &mut String, markup: &str) {
        match &mut self.slots {
            Some(slots) => {
                out.push_str(&format!("\u{E000}{}\u{E001}", slots.len()));
                slots.push(markup.to_owned());
            }
            None => out.push_str(markup),
        }
    }

    /// A text of the author.
    pub(super) fn text(&self, out: &mut String, text: &str) {
        if self.slots.is_none() || !text.contains(['\u{E000}', '\u{E001}']) {
            escape::push(out, text);
        } else {
            escape::push(out, &text.replace(['\u{E000}', '\u{E001}'], "\u{FFFD}"));
        }
    }

    /// ` id="…"`, when nothing on the page has that id yet.
    pub(super) fn id_attribute(&mut self, id: &str) -> String {
        if self.ids.insert(id.to_owned()) {
            [" id=\"", &escaped(id), "\""].concat()
        } else {
            String::new()
        }
    }

    /// Where a target is, seen from this page; `None` for nowhere.
    #[must_use]
    pub fn href(&self, target: &Target) -> Option<String> {
        match target {
            Target::Anchor(anchor) => Some(format!("{}#{}", self.anchors_on, path_address(anchor))),
            Target::Page(page, anchor) => {
                let mut href = self.page_href(*page);
                if let Some(anchor) = anchor {
                    href.push('#');
                    href.push_str(&path_address(anchor));
                }
                Some(href)
            }
            Target::Media(path) => Some(self.file_href(path)),
            Target::Picture(path) => Some(self.picture_href(path, WIDE)),
            Target::External(address) => Some(escape::external_address(address)),
            Target::Nowhere => None,
        }
    }

    /// A page, seen from this one.
    #[must_use]
    pub fn page_href(&self, page: PageId) -> String {
        self.file_href(&self.studio.site.page(page).path)
    }

    /// A file of the output, seen from this page.
    #[must_use]
    pub fn file_href(&self, path: &str) -> String {
        path_address(&relative_link(self.path, path))
    }

    /// Words of the theme in the page's language.
    #[must_use]
    pub fn word(&self, key: &str) -> String {
        self.studio.theme.words().get(&self.meta.lang, key, &[])
    }

    /// The words of a numbered region.
    pub(super) fn region(&mut self, key: &str) -> String {
        self.regions += 1;
        format!("{} {}", self.word(key), self.regions)
    }

    /// A snippet's blocks in the variant for this page, and its language when it is not that of the page; nothing for
    /// one that is not there or is being drawn already.
    pub(super) fn snippet(&mut self, name: &str) -> (String, Option<&'a str>) {
        let site = self.studio.site;
        if self.open_snippets.iter().any(|open| open == name) {
            return (String::new(), None);
        }
        let Some(entry) = site.snippet_for(name, self.meta) else {
            return (String::new(), None);
        };
        let Some(inner) = snippet(&entry.parsed) else {
            return (String::new(), None);
        };
        let text = Text::without_questions(&inner.tree, &entry.links);
        self.notes.learn(text);
        self.open_snippets.push(name.to_owned());
        let nodes: Vec<NodeRef<'a>> = inner.tree.roots().collect();
        let html = self.blocks(text, &nodes);
        self.open_snippets.pop();
        let foreign = (inner.lang != self.meta.lang).then_some(inner.lang.as_str());
        (html, foreign)
    }
}

/// Whether raw HTML stands in a node, outside the blocks that are drawn by themselves.
fn holds_raw_html(node: NodeRef<'_>) -> bool {
    let mut skip_to = 0;
    node.descendants().any(|inner| {
        if inner.id.0 < skip_to {
            return false;
        }
        if super::markdown::drawn_apart(inner.kind()) {
            skip_to = inner.tree.nodes[inner.id.0 as usize].next;
            return false;
        }
        matches!(inner.kind(), NodeKind::Html)
    })
}

/// Puts the markup back into its places. Inside a link of the author's it loses its own links: no second one may stand
/// there.
fn fill(html: &str, slots: &[String]) -> String {
    let mut out = String::with_capacity(html.len());
    let mut in_link = false;
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('\u{E000}') {
        out.push_str(before);
        if let Some(link) = links(before).last() {
            in_link = !before[link..].starts_with("</a>");
        }
        let Some((number, after)) = after.split_once('\u{E001}') else {
            rest = after;
            break;
        };
        let slot = number.parse().ok().and_then(|at: usize| slots.get(at));
        match slot {
            Some(slot) if in_link => out.push_str(&without_links(slot)),
            Some(slot) => out.push_str(slot),
            None => {}
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where links open or close in clean HTML.
fn links(html: &str) -> impl Iterator<Item = usize> {
    let tags = html.match_indices('<').map(|(at, _)| at);
    tags.filter(|&at| {
        ["<a ", "<a>", "</a>"]
            .iter()
            .any(|tag| html[at..].starts_with(tag))
    })
}

/// The same with links as plain text. Their ids stay: notes and references lead back to them.
pub(super) fn without_links(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut done = 0;
    for at in links(markup) {
        out.push_str(&markup[done..at]);
        let mut quoted = false;
        let end = markup[at..].find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        done = end.map_or(markup.len(), |end| at + end + 1);
        let tag = &markup[at..done];
        out.push_str(&match (tag.starts_with("</"), ids_in(tag).next()) {
            (true, _) => "</span>".to_owned(),
            (false, Some(id)) => format!("<span id=\"{id}\">"),
            (false, None) => "<span>".to_owned(),
        });
    }
    out.push_str(&markup[done..]);
    out
}
