//! From the events of the Markdown parser to a [`Tree`].
//!
//! 1. [`fences::scan`](super::fences::scan) finds the lines of blocks and masks them.
//! 2. pulldown-cmark reads the whole body in one pass.
//! 3. Each event becomes a node; a masked line opens or closes a block; running text is gathered and cut at
//!    teachback's own marks ([`text`](super::text)).

mod containers;
mod kinds;
mod places;

use super::fences::{self, Fence};
use super::text::{Piece, Target, TextRun, write_run};
use crate::diagnostic::{BROKEN_LINK, Diagnostic, HUGE_FILE, NESTED_TOO_DEEPLY, Outcome};
use crate::model::{Fragment, Node, NodeId, NodeKind, Tree};
use crate::source::{FileId, Span, Spanned};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;
use std::sync::Arc;

/// Nodes below this depth are put into the one above: no reader can follow, and no browser either.
const MAX_DEPTH: usize = 64;
/// Pages above this many bytes are told.
const LARGE: usize = 2 << 20;

/// The five alerts of GitHub: labels of quotes beside those of questions.
pub const ALERTS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// The Markdown that authors write.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
}

/// Parses the body of a page: the part of `source` from byte `from` on.
pub fn parse(file: FileId, source: &Arc<str>, from: usize) -> Outcome<Tree> {
    let mut tree = Tree::new(file, source.clone());
    let body = source.get(from..).unwrap_or("");
    let scan = fences::scan(body, options());
    let mut diagnostics = Vec::new();
    if body.len() > LARGE {
        let message = format!("this page has {} MB of text", body.len() >> 20);
        let help = "split it: browsers are slow with long pages, and readers give up";
        diagnostics.push(Diagnostic::new(&HUGE_FILE, Span::start_of(file), message).help(help));
    }
    tree.nodes.reserve(body.len() / 24);
    let place = Place::Body(from);
    let mut builder = Builder::new(&mut tree, place, scan.fences, &mut diagnostics);
    builder.read(body, &scan.masked);
    // All trees of a site are held at once.
    tree.nodes.shrink_to_fit();
    Outcome::new(tree, diagnostics)
}

/// Parses a Markdown text that stands as a value in a YAML file and appends it to the tree of that file. Places are
/// exact where the value stands in the file as it reads; else they are those of the whole value.
pub fn append_fragment(tree: &mut Tree, text: &Spanned<String>) -> Outcome<Fragment> {
    let mut diagnostics = Vec::new();
    let written = text.span.slice(&tree.source);
    let place = match written.find(&text.value) {
        Some(at) => Place::Body(text.span.start as usize + at),
        None => Place::Whole(text.span),
    };
    let first = tree.nodes.len();
    let scan = fences::scan(&text.value, options());
    let mut builder = Builder::new(tree, place, scan.fences, &mut diagnostics);
    builder.read(&text.value, &scan.masked);
    let mut roots = Vec::new();
    let mut at = first;
    while let Some(node) = tree.nodes.get(at) {
        roots.push(NodeId(u32::try_from(at).unwrap_or(u32::MAX)));
        at = node.next as usize;
    }
    Outcome::new(Fragment { roots }, diagnostics)
}

/// Where the parsed text stands in the file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// At this byte, as it is.
    Body(usize),
    /// Somewhere inside a span, with other bytes (a folded or escaped YAML value).
    Whole(Span),
}

struct OpenBlock {
    /// `None` for a block below the depth that is kept.
    node: Option<usize>,
    colons: usize,
    line: Span,
    name: String,
}

/// Builds nodes from events.
struct Builder<'t, 'd> {
    tree: &'t mut Tree,
    place: Place,
    fences: std::iter::Peekable<std::vec::IntoIter<Fence>>,
    /// Open nodes, the innermost last; `None` for one that is too deep to keep.
    stack: Vec<Option<usize>>,
    blocks: Vec<OpenBlock>,
    run: TextRun,
    in_code: bool,
    too_deep: Option<Span>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'t, 'd> Builder<'t, 'd> {
    fn new(
        tree: &'t mut Tree,
        place: Place,
        fences: Vec<Fence>,
        diagnostics: &'d mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            tree,
            place,
            fences: fences.into_iter().peekable(),
            stack: Vec::new(),
            blocks: Vec::new(),
            run: TextRun::default(),
            in_code: false,
            too_deep: None,
            diagnostics,
        }
    }

    /// Parses `masked`, and takes every text from `body`, which has the same bytes but for the lines of blocks.
    fn read(&mut self, body: &str, masked: &str) {
        let mut broken = Vec::new();
        let note_broken = |link: BrokenLink<'_>| {
            if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
                broken.push((link.span, link.reference.into_string()));
            }
            None::<(CowStr<'_>, CowStr<'_>)>
        };
        let parser = Parser::new_with_broken_link_callback(masked, options(), Some(note_broken));
        for (event, range) in parser.into_offset_iter() {
            self.event(event, range, body);
        }
        self.flush(body, false);
        while let Some(fence) = self.fences.next() {
            self.fence(&fence, body);
        }
        self.close_blocks(0);
        self.report(broken);
    }

    fn report(&mut self, broken: Vec<(Range<usize>, String)>) {
        if let Some(span) = self.too_deep {
            let message = format!("quotes, lists or blocks are nested more than {MAX_DEPTH} deep");
            let help = "what lies deeper is shown at that depth; write it flatter";
            self.diagnostics
                .push(Diagnostic::new(&NESTED_TOO_DEEPLY, span, message).help(help));
        }
        for (range, name) in broken {
            let message = format!("no line says where [{name}] leads");
            let help = format!("add a line `[{name}]: address`, or write [text](address)");
            let span = self.span(&range);
            self.diagnostics
                .push(Diagnostic::new(&BROKEN_LINK, span, message).help(help));
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        match self.place {
            Place::Body(base) => Span::new(self.tree.file, base + range.start, base + range.end),
            Place::Whole(span) => span,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, body: &str) {
        if self.is_fence(&event, &range) {
            self.flush(body, false);
            let fence = self.fences.next().expect("is_fence has looked at it");
            return self.fence(&fence, body);
        }
        if self.stack.len() == self.blocks.len() {
            self.late_fences(range.start, body);
        }
        match event {
            Event::Text(text) if self.in_code => self.code_text(&text, &range, body),
            Event::Text(text) => self.run.push(Piece::text(&text, &range, body)),
            Event::SoftBreak => self.run.push(Piece::soft_break(&range)),
            Event::TaskListMarker(done) => self.task(done),
            other => {
                let heading_ends = matches!(other, Event::End(TagEnd::Heading(_)));
                self.flush(body, heading_ends);
                self.structure(other, &range, body);
            }
        }
    }

    fn structure(&mut self, event: Event<'_>, range: &Range<usize>, body: &str) {
        if !matches!(event, Event::End(TagEnd::Paragraph)) {
            self.run.forget_label();
        }
        match event {
            Event::Start(tag) => self.start(tag, range, body),
            Event::End(tag) => self.end(tag, range, body),
            Event::Code(code) => self.leaf(NodeKind::Code(Some(code.as_ref().into())), range),
            Event::Html(_) | Event::InlineHtml(_) => self.leaf(NodeKind::Html, range),
            Event::HardBreak => self.leaf(NodeKind::HardBreak, range),
            Event::Rule => self.leaf(NodeKind::ThematicBreak, range),
            Event::FootnoteReference(name) => {
                self.leaf(NodeKind::FootnoteReference(name.as_ref().into()), range);
            }
            // Mathematics is not switched on; the rest was taken before.
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Text(_)
            | Event::SoftBreak
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>, body: &str) {
        if matches!(tag, Tag::HtmlBlock) {
            return;
        }
        if matches!(tag, Tag::Paragraph)
            && let Some(quote) = self.first_in_quote()
        {
            self.label(quote, range, body);
        }
        if let Tag::CodeBlock(kind) = &tag {
            self.in_code = true;
            self.check_code_closed(kind, range, body);
        }
        self.open(kinds::node_kind(tag, self.span(range)), range);
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>, body: &str) {
        if tag == TagEnd::HtmlBlock {
            return;
        }
        self.in_code = false;
        let Some(top) = self.stack.pop().flatten() else {
            return;
        };
        let empty_label = tag == TagEnd::Paragraph
            && top + 1 == self.tree.nodes.len()
            && self.run.take_label_end();
        if empty_label {
            self.tree.nodes.pop();
            return;
        }
        self.close(top);
        if matches!(tag, TagEnd::Link | TagEnd::Image) {
            self.place_target(top, range, body);
        }
    }

    /// Appends a node and makes it the innermost open one.
    fn open(&mut self, kind: NodeKind, range: &Range<usize>) {
        if self.stack.len() >= MAX_DEPTH {
            self.too_deep.get_or_insert(self.span(range));
            self.stack.push(None);
            return;
        }
        self.leaf(kind, range);
        self.stack.push(Some(self.tree.nodes.len() - 1));
    }

    fn leaf(&mut self, kind: NodeKind, range: &Range<usize>) {
        let span = self.span(range);
        let next = u32::try_from(self.tree.nodes.len() + 1).unwrap_or(u32::MAX);
        self.tree.nodes.push(Node {
            kind,
            start: span.start,
            end: span.end,
            next,
        });
    }

    fn close(&mut self, node: usize) {
        self.tree.nodes[node].next = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
    }

    fn code_text(&mut self, text: &str, range: &Range<usize>, body: &str) {
        let same = matches!(self.place, Place::Body(_)) && body.get(range.clone()) == Some(text);
        self.leaf(NodeKind::Text((!same).then(|| text.into())), range);
    }

    fn task(&mut self, done: bool) {
        let nodes = &mut self.tree.nodes;
        let mut open = self.stack.iter().rev().flatten();
        let item = open.find(|&&n| matches!(nodes[n].kind, NodeKind::Item(_)));
        if let Some(&item) = item {
            nodes[item].kind = NodeKind::Item(Some(done));
        }
    }

    fn flush(&mut self, body: &str, heading_ends: bool) {
        if self.run.is_empty() {
            return;
        }
        let heading = self
            .stack
            .last()
            .copied()
            .flatten()
            .filter(|_| heading_ends);
        let pieces = self.run.take();
        let target = Target {
            tree: self.tree,
            place: self.place,
            body,
            heading,
        };
        self.diagnostics.extend(write_run(&pieces, target));
        self.run.give_back(pieces);
    }

    /// The open quote whose first child is about to start.
    fn first_in_quote(&self) -> Option<usize> {
        let top = self.stack.last().copied().flatten()?;
        let first = top + 1 == self.tree.nodes.len();
        (first && matches!(self.tree.nodes[top].kind, NodeKind::Quote(None))).then_some(top)
    }
}
