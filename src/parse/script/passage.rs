//! Runs of inline nodes, and the cutting of text out of them.

use crate::model::{Fragment, NodeId, NodeKind, NodeRef, Tree};
use std::borrow::Cow;

/// Inline nodes side by side: the content of a paragraph, or the words of a list item.
#[derive(Debug, Clone, Default)]
pub(super) struct Passage {
    pub(super) nodes: Vec<NodeId>,
}

impl Passage {
    /// What stands inside a paragraph.
    pub(super) fn of_paragraph(paragraph: NodeRef<'_>) -> Self {
        let nodes = paragraph.children().map(|node| node.id).collect();
        Self { nodes }
    }

    /// The words of an item, and the blocks after them.
    pub(super) fn of_item(item: NodeRef<'_>) -> (Self, Vec<NodeId>) {
        let mut children = item.children().peekable();
        let words = match children.peek() {
            Some(first) if matches!(first.kind(), NodeKind::Paragraph) => {
                let words = Self::of_paragraph(*first);
                children.next();
                words
            }
            _ => {
                let mut nodes = Vec::new();
                while let Some(node) = children.next_if(|node| node.kind().is_inline()) {
                    nodes.push(node.id);
                }
                Self { nodes }
            }
        };
        (words, children.map(|node| node.id).collect())
    }

    /// The nodes that show something, without white space around them.
    pub(super) fn into_fragment(self, tree: &mut Tree) -> Fragment {
        let mut nodes = self.nodes;
        let blank = |id: &NodeId| is_blank(tree.node(*id));
        let start = nodes.iter().take_while(|id| blank(id)).count();
        nodes.drain(..start);
        let kept = nodes.len() - nodes.iter().rev().take_while(|id| blank(id)).count();
        nodes.truncate(kept);
        if let (Some(&first), Some(&last)) = (nodes.first(), nodes.last()) {
            let text = tree.node(last).literal();
            keep(tree, last, 0, text.trim_end().len());
            let text = tree.node(first).literal();
            keep(
                tree,
                first,
                text.len() - text.trim_start().len(),
                usize::MAX,
            );
        }
        nodes.into_iter().collect()
    }

    /// The characters of the text nodes, each with its node and the byte behind it; a node of another kind comes with
    /// all its words and no byte.
    pub(super) fn chars<'a>(
        &'a self,
        tree: &'a Tree,
    ) -> impl Iterator<Item = (NodeId, Option<usize>, Cow<'a, str>)> {
        self.nodes.iter().flat_map(move |&id| {
            let node = tree.node(id);
            let (text, other) = match node.kind() {
                NodeKind::Text(_) => (node.literal(), None),
                NodeKind::SoftBreak | NodeKind::HardBreak => ("", Some(" ".to_owned())),
                _ => ("", Some(node.plain_text())),
            };
            let chars = text.char_indices().map(move |(at, c)| {
                let behind = at + c.len_utf8();
                (id, Some(behind), Cow::Borrowed(&text[at..behind]))
            });
            chars.chain(other.map(|words| (id, None, Cow::Owned(words))))
        })
    }

    /// Cuts everything before a byte of a text node, with white space behind it.
    pub(super) fn cut_before(&mut self, tree: &mut Tree, id: NodeId, byte: usize) {
        let at = self.nodes.iter().position(|&node| node == id);
        for cut in self.nodes.drain(..at.unwrap_or(0)) {
            blank(tree, cut);
        }
        let text = tree.node(id).literal();
        let rest = text.get(byte..).unwrap_or("");
        let from = text.len() - rest.trim_start().len();
        keep(tree, id, from, usize::MAX);
    }

    /// Cuts everything from a byte of the source on, with white space before it. Whether that could be done: it cannot
    /// when the byte lies inside a node that is no text.
    pub(super) fn cut_from(&mut self, tree: &mut Tree, offset: u32) -> bool {
        let first = self
            .nodes
            .partition_point(|&id| tree.node(id).span().end <= offset);
        let Some(&id) = self.nodes.get(first) else {
            return true;
        };
        let node = tree.node(id);
        let inside = (offset.saturating_sub(node.span().start)) as usize;
        let keeps_text = match node.kind() {
            NodeKind::Text(None) => Some(
                node.literal()
                    .get(..inside)
                    .map_or(0, |t| t.trim_end().len()),
            ),
            _ if inside == 0 => Some(0),
            _ => None,
        };
        let Some(len) = keeps_text else {
            return false;
        };
        for cut in self.nodes.drain(first + 1..) {
            blank(tree, cut);
        }
        if inside == 0 {
            blank(tree, id);
            self.nodes.truncate(first);
        } else {
            keep(tree, id, 0, len);
        }
        true
    }
}

/// Whether a node is white space.
pub(super) fn is_blank(node: NodeRef<'_>) -> bool {
    match node.kind() {
        NodeKind::Text(_) => node.literal().trim().is_empty(),
        NodeKind::SoftBreak | NodeKind::HardBreak => true,
        _ => false,
    }
}

/// Empties all text of a node and below it.
fn blank(tree: &mut Tree, id: NodeId) {
    let below: Vec<NodeId> = tree.node(id).descendants().map(|node| node.id).collect();
    for id in below {
        keep(tree, id, 0, 0);
    }
}

/// Keeps some bytes of the text of a text node.
fn keep(tree: &mut Tree, id: NodeId, from: usize, to: usize) {
    let node = &mut tree.nodes[id.0 as usize];
    match &mut node.kind {
        NodeKind::Text(Some(text)) => {
            let kept = text.get(from..to.min(text.len())).unwrap_or("");
            *text = kept.into();
        }
        NodeKind::Text(None) => {
            let len = (node.end - node.start) as usize;
            let to = u32::try_from(to.min(len)).unwrap_or(0);
            let from = u32::try_from(from).unwrap_or(0).min(to);
            node.end = node.start + to;
            node.start += from;
        }
        _ => {}
    }
}
