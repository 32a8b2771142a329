//! Running text: gathered from the pieces the Markdown parser gives, cut at teachback's own marks, written as nodes.

use super::attributes;
use super::inline::{self, Mark, MarkKind};
use super::markdown::Place;
use crate::diagnostic::{BROKEN_FOOTNOTE, Diagnostic, INVALID_CITATION};
use crate::model::{Attrs, CitationItem, GapNode, Node, NodeKind, TermNode, Tree};
use crate::source::{Span, Spanned};
use std::ops::Range;

/// A part of a text. Places are bytes of the body.
#[derive(Debug)]
pub struct Piece {
    range: Range<usize>,
    kind: PieceKind,
}

#[derive(Debug)]
enum PieceKind {
    AsWritten,
    /// An entity or an escape: another text than the source has.
    Text(Box<str>),
    SoftBreak,
}

impl Piece {
    pub fn text(text: &str, range: &Range<usize>, body: &str) -> Self {
        let same = body.get(range.clone()) == Some(text);
        let kind = if same {
            PieceKind::AsWritten
        } else {
            PieceKind::Text(text.into())
        };
        Self {
            range: range.clone(),
            kind,
        }
    }

    pub fn soft_break(range: &Range<usize>) -> Self {
        Self {
            range: range.clone(),
            kind: PieceKind::SoftBreak,
        }
    }
}

/// The pieces since the last event that was not text.
#[derive(Debug, Default)]
pub struct TextRun {
    pieces: Vec<Piece>,
    /// What stands before this byte belongs to the label of a quote.
    skip_to: usize,
    /// A label was the last thing read.
    after_label: bool,
}

impl TextRun {
    pub fn push(&mut self, mut piece: Piece) {
        if piece.range.end <= self.skip_to {
            return;
        }
        if self.after_label && self.pieces.is_empty() && matches!(piece.kind, PieceKind::SoftBreak)
        {
            return;
        }
        piece.range.start = piece.range.start.max(self.skip_to);
        self.pieces.push(piece);
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub fn take(&mut self) -> Vec<Piece> {
        std::mem::take(&mut self.pieces)
    }

    /// Gives back what was taken, for the room that it has.
    pub fn give_back(&mut self, mut pieces: Vec<Piece>) {
        pieces.clear();
        self.pieces = pieces;
    }

    /// Leaves out what stands before `end`: the label of a quote.
    pub fn skip_label(&mut self, end: usize) {
        self.skip_to = end;
        self.after_label = true;
    }

    pub fn forget_label(&mut self) {
        self.after_label = false;
    }

    /// Whether a paragraph that ends here held nothing but a label.
    pub fn take_label_end(&mut self) -> bool {
        std::mem::take(&mut self.after_label)
    }
}

/// Where a run is written to.
pub(super) struct Target<'a> {
    pub tree: &'a mut Tree,
    pub place: Place,
    pub body: &'a str,
    /// The heading that ends with the run.
    pub heading: Option<usize>,
}

/// Appends the nodes of a run, and gives attributes in braces to the link, picture or heading they belong to.
pub(super) fn write_run(pieces: &[Piece], target: Target<'_>) -> Vec<Diagnostic> {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return Vec::new();
    };
    let range = first.range.start..last.range.end;
    let mut writer = Writer {
        target,
        pieces,
        diagnostics: Vec::new(),
    };
    let range = writer.take_leading_attrs(range);
    let range = writer.take_trailing_attrs(range);
    let text = writer.target.body.get(range.clone()).unwrap_or("");
    let mut done = range.start;
    for mark in inline::marks(text) {
        let start = range.start + mark.range.start;
        writer.text(done..start);
        if writer.mark(&mark, range.start) {
            done = range.start + mark.range.end;
        } else {
            done = start;
        }
    }
    writer.text(done..range.end);
    writer.diagnostics
}

struct Writer<'a> {
    target: Target<'a>,
    pieces: &'a [Piece],
    diagnostics: Vec<Diagnostic>,
}

impl Writer<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        match self.target.place {
            Place::Body(base) => {
                Span::new(self.target.tree.file, base + range.start, base + range.end)
            }
            Place::Whole(span) => span,
        }
    }

    fn node(&mut self, kind: NodeKind, range: &Range<usize>) {
        let span = self.span(range);
        let nodes = &mut self.target.tree.nodes;
        let next = u32::try_from(nodes.len() + 1).unwrap_or(u32::MAX);
        nodes.push(Node {
            kind,
            start: span.start,
            end: span.end,
            next,
        });
    }

    /// Text without marks.
    fn text(&mut self, range: Range<usize>) {
        let from = self.pieces.partition_point(|p| p.range.end <= range.start);
        for piece in &self.pieces[from..] {
            if piece.range.start >= range.end {
                break;
            }
            let part = piece.range.start.max(range.start)..piece.range.end.min(range.end);
            match &piece.kind {
                PieceKind::SoftBreak => self.node(NodeKind::SoftBreak, &part),
                PieceKind::Text(text) => self.node(NodeKind::Text(Some(text.clone())), &part),
                PieceKind::AsWritten => self.as_written(&part),
            }
        }
    }

    /// Text that stands in the source as it is shown; joined to such text directly before it.
    fn as_written(&mut self, part: &Range<usize>) {
        let Place::Body(_) = self.target.place else {
            let text = self.target.body.get(part.clone()).unwrap_or("");
            return self.node(NodeKind::Text(Some(text.into())), part);
        };
        let span = self.span(part);
        if let Some(last) = self.target.tree.nodes.last_mut()
            && matches!(last.kind, NodeKind::Text(None))
            && last.end == span.start
        {
            last.end = span.end;
        } else {
            self.node(NodeKind::Text(None), part);
        }
    }

    /// Braces directly after a link or a picture.
    fn take_leading_attrs(&mut self, range: Range<usize>) -> Range<usize> {
        let text = self.target.body.get(range.clone()).unwrap_or("");
        let braces = text.trim_start_matches(' ');
        let Some(len) = braces
            .starts_with('{')
            .then(|| attributes::braces_len(braces))
            .flatten()
        else {
            return range;
        };
        let Some(owner) = self.link_before(range.start) else {
            return range;
        };
        let start = range.start + (text.len() - braces.len());
        let attrs = self.attrs(start..start + len);
        match &mut self.target.tree.nodes[owner].kind {
            NodeKind::Link(link) | NodeKind::Image(link) => link.attrs = attrs,
            _ => return range,
        }
        start + len..range.end
    }

    /// The link or picture that ends where the run starts.
    fn link_before(&self, start: usize) -> Option<usize> {
        let Place::Body(base) = self.target.place else {
            return None;
        };
        let end = u32::try_from(base + start).ok()?;
        let nodes = &self.target.tree.nodes;
        let mut at = nodes.len();
        // A link stands before its own text: look back over what ends at or before its end.
        while at > 0 {
            at -= 1;
            let node = &nodes[at];
            if matches!(node.kind, NodeKind::Link(_) | NodeKind::Image(_)) && node.end == end {
                return Some(at);
            }
            if node.end > end || node.end + 4096 < end || nodes.len() - at > 64 {
                return None;
            }
        }
        None
    }

    /// Braces at the end of a heading.
    fn take_trailing_attrs(&mut self, range: Range<usize>) -> Range<usize> {
        let Some(heading) = self.target.heading else {
            return range;
        };
        let text = self.target.body.get(range.clone()).unwrap_or("").trim_end();
        let Some(open) = text.rfind('{').filter(|_| text.ends_with('}')) else {
            return range;
        };
        let start_ok = open == 0 || text[..open].ends_with(' ');
        if !start_ok || attributes::braces_len(&text[open..]) != Some(text.len() - open) {
            return range;
        }
        let attrs = self.attrs(range.start + open..range.start + text.len());
        if let NodeKind::Heading(node) = &mut self.target.tree.nodes[heading].kind {
            node.attrs = attrs;
        }
        range.start..range.start + text[..open].trim_end().len()
    }

    fn attrs(&mut self, range: Range<usize>) -> Attrs {
        let text = &self.target.body[range.clone()];
        let base = self.span(&range).start as usize;
        let outcome = attributes::parse(self.target.tree.file, text, base);
        outcome.take(&mut self.diagnostics)
    }

    /// Writes a mark as a node; false when it is left as text.
    fn mark(&mut self, mark: &Mark<'_>, base: usize) -> bool {
        let range = base + mark.range.start..base + mark.range.end;
        let kind = match mark.kind {
            MarkKind::Fact => NodeKind::Fact(mark.inner.trim().into()),
            MarkKind::Term => NodeKind::Term(Box::new(self.term(mark, &range))),
            MarkKind::Gap => NodeKind::Gap(Box::new(gap(mark.inner))),
            MarkKind::Citation => match self.citation(mark, &range) {
                Some(items) => NodeKind::Citation(items.into()),
                None => return false,
            },
            MarkKind::Footnote => {
                let message = format!("the footnote \"{}\" is not written", mark.inner);
                let help = format!("add a line `[^{}]: …` with its text", mark.inner);
                let span = self.span(&range);
                self.diagnostics
                    .push(Diagnostic::new(&BROKEN_FOOTNOTE, span, message).help(help));
                return false;
            }
        };
        self.node(kind, &range);
        true
    }

    /// A part of the text between the brackets, without the spaces around it.
    fn part(&self, mark: &Mark<'_>, range: &Range<usize>, part: &str) -> Spanned<String> {
        let offset = part.as_ptr() as usize - mark.inner.as_ptr() as usize;
        let opening = mark.range.len() - mark.inner.len();
        let opening = if mark.kind == MarkKind::Citation {
            opening - 1
        } else {
            opening / 2
        };
        let start = range.start + opening + offset + (part.len() - part.trim_start().len());
        let part = part.trim();
        Spanned::new(one_line(part), self.span(&(start..start + part.len())))
    }

    fn term(&self, mark: &Mark<'_>, range: &Range<usize>) -> TermNode {
        match mark.inner.split_once('|') {
            Some((shown, term)) => TermNode {
                shown: one_line(shown.trim().trim_end_matches('\\')),
                term: self.part(mark, range, term),
            },
            None => TermNode {
                shown: one_line(mark.inner.trim()),
                term: self.part(mark, range, mark.inner),
            },
        }
    }

    fn citation(&mut self, mark: &Mark<'_>, range: &Range<usize>) -> Option<Vec<CitationItem>> {
        let mut items = Vec::new();
        for part in mark.inner.split(';') {
            let text = part.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
            let Some(rest) = text.strip_prefix('@') else {
                let part = self.part(mark, range, part);
                let message = format!("\"{}\" is not a citation: it has no @key", part.value);
                let help = "write [@key, p. 12; @other]";
                self.diagnostics
                    .push(Diagnostic::new(&INVALID_CITATION, part.span, message).help(help));
                return None;
            };
            let len = rest.find(|c| !inline::is_key_char(c)).unwrap_or(rest.len());
            let key = rest[..len].trim_end_matches(['.', ':', '-', '/', '+']);
            let locator = rest[key.len()..].trim_start_matches([',', ' ', ':']);
            items.push(CitationItem {
                key: self.part(mark, range, key),
                locator: one_line(locator.trim()),
            });
        }
        Some(items)
    }
}

fn gap(inner: &str) -> GapNode {
    let chosen = inner.contains(',');
    let separator = if chosen { ',' } else { '/' };
    let texts = inner.split(separator).map(|t| one_line(t.trim())).collect();
    GapNode { chosen, texts }
}

/// A text that may run over a line end inside a quote, as one line.
fn one_line(text: &str) -> String {
    if !text.contains('\n') {
        return text.to_owned();
    }
    let lines = text
        .lines()
        .map(|l| l.trim_start_matches([' ', '>', '\t']).trim_end());
    lines.collect::<Vec<_>>().join(" ")
}
