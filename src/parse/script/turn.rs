//! Paragraphs of a scene: who speaks and how, and the link that leads on.

use super::Reader;
use super::passage::{Passage, is_blank};
use crate::diagnostic::{Diagnostic, UNKNOWN_ATTRIBUTE, UNKNOWN_SPEAKER};
use crate::model::{LinkNode, NodeId, NodeKind, NodeRef, Target, Tree, Turn};
use crate::source::{Span, Spanned};

impl Reader<'_> {
    /// `**Dana:** (direction) text`, or with the colon behind the bold name.
    pub(super) fn line(&mut self, tree: &mut Tree, paragraph: NodeId) -> Option<Turn> {
        let (name, mut text) = named(tree, paragraph)?;
        let mut cast = self.cast.iter();
        let speaker = cast.position(|m| m.name == name.value || m.id.value == name.value);
        let Some(speaker) = speaker else {
            self.unknown_speaker(&name);
            return None;
        };
        let colon = text.chars(tree).next().filter(|(_, _, c)| is_colon(c));
        if let Some((id, Some(behind), _)) = colon {
            text.cut_before(tree, id, behind);
        }
        let direction = direction(tree, &text).map(|found| {
            text.cut_before(tree, found.last, found.behind);
            found.words
        });
        let direction = direction.filter(|words| !words.value.is_empty());
        Some(Turn::Line {
            speaker,
            direction,
            text: text.into_fragment(tree),
        })
    }

    fn unknown_speaker(&mut self, name: &Spanned<String>) {
        let message = format!("\"{}\" speaks here, but is not in the cast", name.value);
        let known = self
            .cast
            .iter()
            .flat_map(|m| [m.name.as_str(), &m.id.value]);
        let fault = Diagnostic::new(&UNKNOWN_SPEAKER, name.span, message)
            .help("add the name under cast in the front matter; bold words that nobody speaks do not end with a colon")
            .did_you_mean(&name.value, known);
        self.diagnostics.push(fault);
    }

    /// A paragraph that is one link to a scene.
    pub(super) fn lead_on(&mut self, paragraph: NodeRef<'_>) -> Option<Turn> {
        let mut shown = paragraph.children().filter(|node| !is_blank(*node));
        let (link, None) = (shown.next()?, shown.next()) else {
            return None;
        };
        let NodeKind::Link(address) = link.kind() else {
            return None;
        };
        if !leads_to_scene(address) {
            return None;
        }
        for attr in &address.attrs.pairs {
            let message = format!(
                "\"{}\" has no meaning for a link that leads on",
                attr.key.value
            );
            let fault = Diagnostic::new(&UNKNOWN_ATTRIBUTE, attr.key.span, message).help(
                "only choices use skills, change meters or have conditions: make it a list of one",
            );
            self.diagnostics.push(fault);
        }
        Some(Turn::Continue {
            label: link.plain_text(),
            target: target(address),
        })
    }
}

/// Whether a link stays in its page. An address that is not filled in yet is meant to.
pub(super) fn leads_to_scene(link: &LinkNode) -> bool {
    link.target.starts_with('#') || link.target.is_empty()
}

/// The scene that a link names.
pub(super) fn target(link: &LinkNode) -> Target {
    let anchor = link.target.strip_prefix('#');
    let anchor = anchor.map_or_else(|| link.target.clone(), percent_decoded);
    Target {
        anchor: Spanned::new(anchor, link.target_span),
    }
}

/// Replaces `%C3%A9` by the letter it stands for, as browsers copy an address; anything that is not UTF-8 stays.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%');
        let hex = hex.and_then(|digits| std::str::from_utf8(digits).ok());
        match hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The bold name at the start of a paragraph, without its colon, and what follows it.
fn named(tree: &Tree, paragraph: NodeId) -> Option<(Spanned<String>, Passage)> {
    let mut text = Passage::of_paragraph(tree.node(paragraph));
    let bold = *text.nodes.first()?;
    let bold = tree.node(bold);
    if !matches!(bold.kind(), NodeKind::Strong) {
        return None;
    }
    text.nodes.remove(0);
    let shown = bold.plain_text();
    let inside = shown.trim_end().strip_suffix([':', '：']);
    let next = text.nodes.first().map(|&id| tree.node(id));
    let outside =
        next.is_some_and(|n| matches!(n.kind(), NodeKind::Text(_)) && is_colon(n.literal()));
    let name = match inside {
        Some(name) => name,
        None if outside => &shown,
        None => return None,
    };
    let name = name.trim();
    let written = bold.span();
    let place = bold
        .source()
        .find(name)
        .map(|at| written.part(at, at + name.len()));
    (!name.is_empty()).then(|| {
        (
            Spanned::new(name.to_owned(), place.unwrap_or(written)),
            text,
        )
    })
}

fn is_colon(text: &str) -> bool {
    text.starts_with([':', '：'])
}

/// A stage direction, and the byte of the text node that its last parenthesis ends at.
struct Direction {
    words: Spanned<String>,
    last: NodeId,
    behind: usize,
}

/// Finds `(…)` at the start of a line. Parentheses inside it are part of it; without a closing one it is speech.
fn direction(tree: &Tree, text: &Passage) -> Option<Direction> {
    let mut depth = 0_usize;
    let mut words = String::new();
    let mut first: Option<Span> = None;
    for (id, behind, shown) in text.chars(tree) {
        let sign = if behind.is_some() { &*shown } else { "" };
        if first.is_none() && sign != "(" {
            if shown.trim().is_empty() {
                continue;
            }
            return None;
        }
        let first = *first.get_or_insert(tree.node(id).span());
        match sign {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        words.push_str(&shown);
        if let (0, Some(behind)) = (depth, behind) {
            let inner = words[1..words.len() - 1].trim().to_owned();
            let span = direction_span(tree, first, tree.node(id).span(), behind);
            return Some(Direction {
                words: Spanned::new(inner, span),
                last: id,
                behind,
            });
        }
    }
    None
}

/// From the first parenthesis to the byte `behind` of the last node, as far as the nodes stand in the source as shown.
fn direction_span(tree: &Tree, first: Span, last: Span, behind: usize) -> Span {
    let open = first.slice(&tree.source).find('(').unwrap_or(0);
    Span {
        start: first.part(open, open).start,
        end: last.part(0, behind).end.min(last.end),
        ..first
    }
}
