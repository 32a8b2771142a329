//! Draws the Markdown of one page: what numbers were given, which ids were used, what is drawn at the end.

use super::atlas::Atlas;
use super::escape::{self, escaped, path_address};
use super::theme::Theme;
use crate::diagnostic::Diagnostic;
use crate::link::{Facts, Links, Meta, PageId, Site, SitePage, Target, snippet};
use crate::model::{NodeId, NodeKind, NodeRef, PageKind, Question, Tree};
use crate::source::relative_link;
use std::collections::{HashMap, HashSet};

/// What a site is drawn with.
#[derive(Clone, Copy)]
pub struct Studio<'a> {
    pub site: &'a Site,
    pub theme: &'a Theme,
    pub atlas: &'a Atlas<'a>,
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
    /// By how much headings are lower than written.
    pub heading_shift: u8,
    /// The heading that is the page's title and not drawn again.
    pub title_heading: Option<NodeId>,
    pub(super) ids: HashSet<String>,
    pub(super) citations: Citations,
    pub(super) notes: Notes<'a>,
    /// Scroll regions so far: each gets its own name.
    pub(super) regions: usize,
    /// Questions so far.
    pub(super) questions: usize,
    /// Whether a question was drawn: its page needs the scripts that play it.
    pub(super) asks: bool,
    /// The gaps of the question that is being drawn; elsewhere a gap is text.
    pub(super) gaps: Option<Vec<super::view::GapView>>,
    /// Inside a link: no second one may stand in it.
    pub(super) in_link: bool,
    /// Markup that the sanitiser does not see, one list for each text with raw HTML that is being drawn.
    pub(super) slots: Vec<Vec<String>>,
    /// Snippets being drawn: one that puts in itself ends here.
    pub(super) open_snippets: Vec<String>,
    /// Facts shown, for "whom to call".
    pub facts_used: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Sources by the order in which the page cites them.
#[derive(Default)]
pub struct Citations {
    /// Keys in the order of their numbers, each with how often it was cited.
    pub cited: Vec<(String, usize)>,
    numbers: HashMap<String, usize>,
}

impl Citations {
    /// The number of a source, and which citation of it this is; both from 1.
    pub fn cite(&mut self, key: &str) -> (usize, usize) {
        let number = *self.numbers.entry(key.to_owned()).or_insert_with(|| {
            self.cited.push((key.to_owned(), 0));
            self.cited.len()
        });
        let count = &mut self.cited[number - 1].1;
        *count += 1;
        (number, *count)
    }
}

/// Footnotes by the order in which the page refers to them.
#[derive(Default)]
pub struct Notes<'a> {
    /// Every definition met, by tree and name.
    defined: HashMap<(usize, &'a str), (Text<'a>, NodeId)>,
    /// In the order of their numbers, each with how often it was referred to.
    pub used: Vec<(Text<'a>, NodeId, usize)>,
    numbers: HashMap<(usize, &'a str), usize>,
}

impl<'a> Notes<'a> {
    /// Learns the footnotes that a tree defines.
    pub fn learn(&mut self, text: Text<'a>) {
        for node in text.tree.all() {
            if let NodeKind::FootnoteDefinition(name) = node.kind() {
                self.defined
                    .entry((address(text), name))
                    .or_insert((text, node.id));
            }
        }
    }

    /// The number of a footnote, and which reference to it this is; both from 1.
    pub fn refer(&mut self, text: Text<'a>, name: &'a str) -> Option<(usize, usize)> {
        let key = (address(text), name);
        let &(definition, node) = self.defined.get(&key)?;
        let number = *self.numbers.entry(key).or_insert_with(|| {
            self.used.push((definition, node, 0));
            self.used.len()
        });
        let count = &mut self.used[number - 1].2;
        *count += 1;
        Some((number, *count))
    }
}

/// What tells the trees of a page apart: two snippets may name their footnotes alike.
fn address(text: Text<'_>) -> usize {
    std::ptr::from_ref(text.tree) as usize
}

impl<'a> Writer<'a> {
    /// A writer for a page of the site, drawn at `path` (its own, or that of its group).
    #[must_use]
    pub fn new(studio: Studio<'a>, id: PageId, path: &'a str) -> Self {
        let page = studio.site.page(id);
        let mut writer = Self::plain(studio, path, &page.meta, page.kind());
        writer.page = Some(id);
        writer.prepared(Text::of(page))
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
            heading_shift: 0,
            title_heading: None,
            ids: HashSet::new(),
            citations: Citations::default(),
            notes: Notes::default(),
            regions: 0,
            questions: 0,
            asks: false,
            gaps: None,
            in_link: false,
            slots: Vec::new(),
            open_snippets: Vec::new(),
            facts_used: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Looks at the headings: a first-level heading that opens the page is its title; any other moves all of them
    /// one level down, so that the page has one `h1`.
    fn prepared(mut self, text: Text<'a>) -> Self {
        let tree = text.tree;
        self.notes.learn(text);
        let first = tree.roots().next();
        let opens = first.filter(|node| {
            matches!(node.kind(), NodeKind::Heading(h) if h.level == 1)
                && node.plain_text().trim() == self.meta.title.trim()
        });
        self.title_heading = opens.map(|node| node.id);
        let others = tree.all().any(|node| {
            Some(node.id) != self.title_heading
                && matches!(node.kind(), NodeKind::Heading(h) if h.level == 1)
        });
        self.heading_shift = u8::from(others);
        self
    }

    /// Blocks side by side, safe to print: raw HTML among them is cleaned.
    pub fn blocks(&mut self, text: Text<'a>, nodes: &[NodeRef<'a>]) -> String {
        let raw = nodes.iter().any(|node| holds_raw_html(*node));
        if raw {
            self.slots.push(Vec::new());
        }
        let mut out = String::new();
        self.siblings(&mut out, text, nodes);
        if !raw {
            return out;
        }
        let slots = self.slots.pop().expect("the list pushed above");
        fill(&super::sanitise::clean(&out), &slots)
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
        match self.slots.last_mut() {
            Some(slots) => {
                out.push_str(&format!("\u{E000}{}\u{E001}", slots.len()));
                slots.push(markup.to_owned());
            }
            None => out.push_str(markup),
        }
    }

    /// A text of the author.
    pub(super) fn text(&self, out: &mut String, text: &str) {
        if self.slots.is_empty() || !text.contains(['\u{E000}', '\u{E001}']) {
            escape::push(out, text);
        } else {
            escape::push(out, &text.replace(['\u{E000}', '\u{E001}'], "\u{FFFD}"));
        }
    }

    /// ` id="…"`, when nothing on the page has that id yet.
    pub(super) fn id_attribute(&mut self, id: &str) -> String {
        if self.ids.insert(id.to_owned()) {
            format!(" id=\"{}\"", escaped(id))
        } else {
            String::new()
        }
    }

    /// Where a target is, seen from this page; `None` for nowhere.
    #[must_use]
    pub fn href(&self, target: &Target) -> Option<String> {
        match target {
            Target::Anchor(anchor) => Some(format!("#{}", path_address(anchor))),
            Target::Page(page, anchor) => {
                let mut href = self.page_href(*page);
                if let Some(anchor) = anchor {
                    href.push('#');
                    href.push_str(&path_address(anchor));
                }
                Some(href)
            }
            Target::Media(path) => Some(self.file_href(path)),
            Target::External(address) => Some(address.clone()),
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

    /// A snippet's blocks; nothing for one that is not there or is being drawn already.
    pub(super) fn snippet(&mut self, name: &str) -> String {
        let site = self.studio.site;
        if self.open_snippets.iter().any(|open| open == name) {
            return String::new();
        }
        let Some(entry) = site.shared.snippets.get(name) else {
            return String::new();
        };
        let Some(inner) = snippet(&entry.parsed) else {
            return String::new();
        };
        let text = Text::without_questions(&inner.tree, &entry.links);
        self.notes.learn(text);
        self.open_snippets.push(name.to_owned());
        let nodes: Vec<NodeRef<'a>> = inner.tree.roots().collect();
        let html = self.blocks(text, &nodes);
        self.open_snippets.pop();
        html
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

/// Puts the markup back into its places.
fn fill(html: &str, slots: &[String]) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('\u{E000}') {
        out.push_str(&rest[..open]);
        rest = &rest[open + '\u{E000}'.len_utf8()..];
        let Some(close) = rest.find('\u{E001}') else {
            break;
        };
        let slot = rest[..close]
            .parse()
            .ok()
            .and_then(|at: usize| slots.get(at));
        out.push_str(slot.map_or("", String::as_str));
        rest = &rest[close + '\u{E001}'.len_utf8()..];
    }
    out.push_str(rest);
    out
}
