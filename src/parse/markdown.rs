//! From the events of the Markdown parser to a [`Tree`].
//!
//! 1. [`fences::scan`](super::fences::scan) finds the lines of blocks and masks them.
//! 2. pulldown-cmark reads the whole body in one pass.
//! 3. Each event becomes a node; a masked line opens or closes a block; running text is gathered and cut at
//!    teachback's own marks ([`text`](super::text)).

use super::blocks::opening::open_block;
use super::fences::{self, Fence};
use super::text::{Piece, Target, TextRun, write_run};
use crate::diagnostic::{
    BROKEN_LINK, Diagnostic, HUGE_FILE, NESTED_TOO_DEEPLY, Outcome, STRAY_FENCE, UNCLOSED_BLOCK,
    UNCLOSED_CODE_FENCE, UNKNOWN_LABEL,
};
use crate::model::{Alignment, Attrs, Fragment, Heading, LinkNode, Node, NodeId, NodeKind, Tree};
use crate::question::QUESTION_LABELS;
use crate::source::{FileId, Span, Spanned};
use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};
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

    pub(super) fn span(&self, range: &Range<usize>) -> Span {
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
        self.open(node_kind(tag, self.span(range)), range);
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
    }

    /// The open quote whose first child is about to start.
    fn first_in_quote(&self) -> Option<usize> {
        let top = self.stack.last().copied().flatten()?;
        let first = top + 1 == self.tree.nodes.len();
        (first && matches!(self.tree.nodes[top].kind, NodeKind::Quote(None))).then_some(top)
    }

    /// `[!label]` at the start of a quote.
    fn label(&mut self, quote: usize, range: &Range<usize>, body: &str) {
        let text = &body[range.clone()];
        let Some(rest) = text.strip_prefix("[!") else {
            return;
        };
        let Some(len) = rest.find(']') else { return };
        let word = &rest[..len];
        if word.is_empty() || !word.chars().all(|c| c.is_alphanumeric() || c == '-') {
            return;
        }
        let span = self.span(&(range.start..range.start + len + 3));
        let label = word.to_lowercase();
        let known = || ALERTS.iter().chain(QUESTION_LABELS).copied();
        if known().any(|k| k == label) {
            self.tree.nodes[quote].kind =
                NodeKind::Quote(Some(Box::new(Spanned::new(label, span))));
            self.run.skip_label(range.start + len + 3);
        } else {
            let message = format!("\"{word}\" is not a label of a quote");
            let diagnostic = Diagnostic::new(&UNKNOWN_LABEL, span, message);
            self.diagnostics
                .push(diagnostic.did_you_mean(&label, known()));
        }
    }

    fn check_code_closed(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>, body: &str) {
        if !matches!(kind, CodeBlockKind::Fenced(_)) || body[range.end..].trim() != "" {
            return;
        }
        let code = body[range.clone()].trim_end();
        let first = code.lines().next().unwrap_or("");
        let marker = first.trim_start().chars().next().unwrap_or('`');
        let opened = first
            .trim_start()
            .chars()
            .take_while(|&c| c == marker)
            .count();
        let last = code
            .lines()
            .next_back()
            .unwrap_or("")
            .trim_start_matches([' ', '>']);
        let closed = code.lines().count() > 1
            && last.chars().count() >= opened
            && last.chars().all(|c| c == marker);
        if !closed {
            let fence: String = std::iter::repeat_n(marker, opened).collect();
            let message = "this code is not closed: everything after it is taken for code";
            let span = self.span(&(range.start..range.start + first.len()));
            self.diagnostics.push(
                Diagnostic::new(&UNCLOSED_CODE_FENCE, span, message)
                    .help(format!("add a line `{fence}` where the code ends")),
            );
        }
    }

    /// Finds the address of a link that has just ended: what follows its last child.
    fn place_target(&mut self, link: usize, range: &Range<usize>, body: &str) {
        let Place::Body(base) = self.place else {
            return;
        };
        let inside = self.tree.nodes[link + 1..]
            .iter()
            .map(|n| n.end as usize - base)
            .max();
        let from = inside
            .unwrap_or(range.start + 1)
            .clamp(range.start, range.end);
        let Some(text) = body.get(from..range.end) else {
            return;
        };
        let Some(open) = text.find("](") else { return };
        let after = &text[open + 2..];
        let address = after.trim_start();
        let start = from + open + 2 + (after.len() - address.len());
        let len = if let Some(pointed) = address.strip_prefix('<') {
            pointed.find('>').map_or(0, |end| end + 2)
        } else {
            let end = address
                .find(char::is_whitespace)
                .unwrap_or(address.len() - 1);
            end.min(address.len().saturating_sub(1))
        };
        let span = self.span(&(start..start + len));
        if let NodeKind::Link(node) | NodeKind::Image(node) = &mut self.tree.nodes[link].kind {
            node.target_span = span;
        }
    }

    // Blocks.

    fn is_fence(&mut self, event: &Event<'_>, range: &Range<usize>) -> bool {
        let candidate = matches!(event, Event::Rule | Event::Html(_));
        candidate
            && self
                .fences
                .peek()
                .is_some_and(|f| f.line.start == range.start)
    }

    /// Fences that the parser took for something else, before the place it has reached.
    fn late_fences(&mut self, reached: usize, body: &str) {
        while self.fences.peek().is_some_and(|f| f.line.start < reached) {
            let fence = self.fences.next().expect("it was peeked at");
            self.fence(&fence, body);
        }
    }

    fn fence(&mut self, fence: &Fence, body: &str) {
        let line = self.span(&fence.line);
        if fence.rest.is_empty() {
            return self.close_fence(fence.colons, line);
        }
        let text = &body[fence.rest.clone()];
        let place = self.span(&fence.rest);
        let block = open_block(text, place).take(self.diagnostics);
        let name = block.name.value.clone();
        self.open(NodeKind::Block(Box::new(block)), &fence.line);
        let node = self.stack.last().copied().flatten();
        self.blocks.push(OpenBlock {
            node,
            colons: fence.colons,
            line,
            name,
        });
    }

    fn close_fence(&mut self, colons: usize, line: Span) {
        let same = self.blocks.iter().rposition(|b| b.colons == colons);
        let Some(innermost) = self.blocks.len().checked_sub(1) else {
            let message = "this closes a block, but none is open";
            let help = "remove the line, or open the block above with `::: name`";
            self.diagnostics
                .push(Diagnostic::new(&STRAY_FENCE, line, message).help(help));
            return;
        };
        let closing = same.unwrap_or(innermost);
        self.close_blocks(closing + 1);
        let block = self.blocks.pop().expect("there is an innermost block");
        self.stack.pop();
        if let Some(node) = block.node {
            self.close(node);
            self.tree.nodes[node].end = line.end;
        }
    }

    /// Closes every block above `keep` and tells that nothing else did.
    fn close_blocks(&mut self, keep: usize) {
        while self.blocks.len() > keep {
            let block = self.blocks.pop().expect("there are more than keep");
            self.stack.pop();
            if let Some(node) = block.node {
                self.close(node);
                if let Some(last) = self.tree.nodes.last().map(|n| n.end) {
                    let end = &mut self.tree.nodes[node].end;
                    *end = last.max(*end);
                }
            }
            let message = format!("the block \"{}\" is not closed", block.name);
            let colons = ":".repeat(block.colons);
            let help = format!("add a line `{colons}` where it ends");
            self.diagnostics
                .push(Diagnostic::new(&UNCLOSED_BLOCK, block.line, message).help(help));
        }
    }
}

fn node_kind(tag: Tag<'_>, span: Span) -> NodeKind {
    let link = |target: CowStr<'_>, title: CowStr<'_>| {
        Box::new(LinkNode {
            target: target.into_string(),
            target_span: span,
            title: title.into_string(),
            attrs: Attrs::default(),
        })
    };
    match tag {
        Tag::Heading { level, .. } => NodeKind::Heading(Box::new(Heading {
            level: heading_level(level),
            id: String::new(),
            attrs: Attrs::default(),
        })),
        Tag::BlockQuote(_) => NodeKind::Quote(None),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            let lang = info.split([' ', ',', '{']).next().unwrap_or("");
            NodeKind::CodeBlock((!lang.is_empty()).then(|| lang.into()))
        }
        Tag::CodeBlock(CodeBlockKind::Indented) => NodeKind::CodeBlock(None),
        Tag::List(start) => NodeKind::List(start),
        Tag::Item => NodeKind::Item(None),
        Tag::FootnoteDefinition(name) => NodeKind::FootnoteDefinition(name.as_ref().into()),
        Tag::DefinitionList => NodeKind::DefinitionList,
        Tag::DefinitionListTitle => NodeKind::DefinitionTerm,
        Tag::DefinitionListDefinition => NodeKind::Definition,
        Tag::Table(columns) => NodeKind::Table(columns.into_iter().map(alignment).collect()),
        Tag::TableHead => NodeKind::TableHead,
        Tag::TableRow => NodeKind::TableRow,
        Tag::TableCell => NodeKind::TableCell,
        Tag::Emphasis => NodeKind::Emphasis,
        Tag::Strong => NodeKind::Strong,
        Tag::Strikethrough => NodeKind::Strikethrough,
        Tag::Link {
            dest_url, title, ..
        } => NodeKind::Link(link(dest_url, title)),
        Tag::Image {
            dest_url, title, ..
        } => NodeKind::Image(link(dest_url, title)),
        // The rest are not switched on, or are not kept (HTML blocks).
        Tag::Paragraph
        | Tag::HtmlBlock
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => NodeKind::Paragraph,
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn alignment(column: pulldown_cmark::Alignment) -> Alignment {
    match column {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}
