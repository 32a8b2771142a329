//! Markdown as a flat tree: the events of the Markdown parser with their places, blocks (`:::`) among them.
//!
//! Nodes stand in document order, a parent before its children, and each knows the index behind its last descendant.
//! Text that stands in the source as it is shown is not copied: a node of ten thousand pages costs a few words.

use super::{Attrs, Block};
use crate::source::{FileId, Span, Spanned};
use std::sync::{Arc, OnceLock};

/// The parsed text of one file (or of the Markdown values of one YAML file).
#[derive(Debug, Clone)]
pub struct Tree {
    pub file: FileId,
    /// The text of the file, shared with the source.
    pub source: Arc<str>,
    pub nodes: Vec<Node>,
    /// The nodes that are blocks, once somebody has asked for them.
    blocks: OnceLock<Box<[NodeId]>>,
}

#[derive(Debug, Clone)]
pub struct Node {
    pub kind: NodeKind,
    /// Byte range in the source.
    pub start: u32,
    pub end: u32,
    /// Index of the node after the last descendant.
    pub next: u32,
}

/// Index of a node in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// Text kept by a node: `None` means "as in the source".
pub type Owned = Option<Box<str>>;

#[derive(Debug, Clone)]
pub enum NodeKind {
    Paragraph,
    Heading(Box<Heading>),
    /// `> …`, with its `[!label]` when it has one.
    Quote(Option<Box<Spanned<String>>>),
    /// Fenced or indented code; the text is in the children.
    CodeBlock(Option<Box<str>>),
    /// Numbered from the given number, or with bullets.
    List(Option<u64>),
    /// An item, with its box when it is a task: `Some(true)` is `[x]`.
    Item(Option<bool>),
    Table(Box<[Alignment]>),
    TableHead,
    TableRow,
    TableCell,
    DefinitionList,
    DefinitionTerm,
    Definition,
    FootnoteDefinition(Box<str>),
    ThematicBreak,
    /// A `:::` block; the children are its content.
    Block(Box<Block>),

    Text(Owned),
    Code(Owned),
    /// Raw HTML, as written: a line of a block, or a tag in a text.
    Html,
    SoftBreak,
    HardBreak,
    Emphasis,
    Strong,
    Strikethrough,
    Link(Box<LinkNode>),
    Image(Box<LinkNode>),
    FootnoteReference(Box<str>),
    /// `{{name}}`: the name of a fact.
    Fact(Box<str>),
    /// `[@key, locator; @key]`
    Citation(Box<[CitationItem]>),
    /// `[[term]]` or `[[shown|term]]`
    Term(Box<TermNode>),
    /// `[=low/lowest]` or `[=slow,fast]`: a gap in a text to be filled.
    Gap(Box<GapNode>),
}

impl NodeKind {
    /// Whether the node stands in running text.
    #[must_use]
    pub fn is_inline(&self) -> bool {
        match self {
            Self::Text(_)
            | Self::Code(_)
            | Self::Html
            | Self::SoftBreak
            | Self::HardBreak
            | Self::Emphasis
            | Self::Strong
            | Self::Strikethrough
            | Self::Link(_)
            | Self::Image(_)
            | Self::FootnoteReference(_)
            | Self::Fact(_)
            | Self::Citation(_)
            | Self::Term(_)
            | Self::Gap(_) => true,
            Self::Paragraph
            | Self::Heading(_)
            | Self::Quote(_)
            | Self::CodeBlock(_)
            | Self::List(_)
            | Self::Item(_)
            | Self::Table(_)
            | Self::TableHead
            | Self::TableRow
            | Self::TableCell
            | Self::DefinitionList
            | Self::DefinitionTerm
            | Self::Definition
            | Self::FootnoteDefinition(_)
            | Self::ThematicBreak
            | Self::Block(_) => false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    None,
    Start,
    Center,
    End,
}

#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The anchor: written, or made from the text as GitHub does.
    pub id: String,
    pub attrs: Attrs,
}

#[derive(Debug, Clone)]
pub struct LinkNode {
    /// The address as it stands after entities and escapes.
    pub target: String,
    /// Where the address stands; the whole link where that cannot be told (reference links).
    pub target_span: Span,
    pub title: String,
    pub attrs: Attrs,
}

#[derive(Debug, Clone)]
pub struct CitationItem {
    /// The key without `@`.
    pub key: Spanned<String>,
    /// `p. 12`, or empty.
    pub locator: String,
}

#[derive(Debug, Clone)]
pub struct TermNode {
    /// What the reader sees.
    pub shown: String,
    /// The glossary entry.
    pub term: Spanned<String>,
}

/// A gap. Typed gaps hold every right answer; chosen gaps the options, the right one first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapNode {
    pub chosen: bool,
    pub texts: Vec<String>,
}

impl Tree {
    #[must_use]
    pub fn new(file: FileId, source: Arc<str>) -> Self {
        Self {
            file,
            source,
            nodes: Vec::new(),
            blocks: OnceLock::new(),
        }
    }

    /// The nodes at the top, in order.
    pub fn roots(&self) -> Children<'_> {
        Children {
            tree: self,
            at: 0,
            end: u32::try_from(self.nodes.len()).unwrap_or(u32::MAX),
        }
    }

    #[must_use]
    pub fn node(&self, id: NodeId) -> NodeRef<'_> {
        NodeRef { tree: self, id }
    }

    /// Every node in document order.
    pub fn all(&self) -> impl Iterator<Item = NodeRef<'_>> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(|i| self.node(NodeId(i)))
    }

    /// Every block in document order, found without a walk over the whole of a text that was asked before. Only for a tree
    /// that is finished.
    pub fn blocks(&self) -> impl Iterator<Item = (NodeRef<'_>, &Block)> {
        let is_block = |node: &NodeRef<'_>| matches!(node.kind(), NodeKind::Block(_));
        let find = || self.all().filter(is_block).map(|node| node.id).collect();
        let blocks = self.blocks.get_or_init(find).iter();
        blocks.filter_map(|&id| match &self.nodes[id.0 as usize].kind {
            NodeKind::Block(block) => Some((self.node(id), &**block)),
            _ => None,
        })
    }
}

/// A node together with its tree.
#[derive(Debug, Clone, Copy)]
pub struct NodeRef<'a> {
    pub tree: &'a Tree,
    pub id: NodeId,
}

impl<'a> NodeRef<'a> {
    fn raw(self) -> &'a Node {
        &self.tree.nodes[self.id.0 as usize]
    }

    #[must_use]
    pub fn kind(self) -> &'a NodeKind {
        &self.raw().kind
    }

    #[must_use]
    pub fn span(self) -> Span {
        Span {
            file: self.tree.file,
            start: self.raw().start,
            end: self.raw().end,
        }
    }

    /// The source of the node, as written.
    #[must_use]
    pub fn source(self) -> &'a str {
        self.span().slice(&self.tree.source)
    }

    pub fn children(self) -> Children<'a> {
        Children {
            tree: self.tree,
            at: self.id.0 + 1,
            end: self.raw().next,
        }
    }

    /// The node and all below it, in document order.
    pub fn descendants(self) -> impl Iterator<Item = NodeRef<'a>> {
        let tree = self.tree;
        (self.id.0..self.raw().next).map(move |i| tree.node(NodeId(i)))
    }

    /// The text of a text or code node as it is shown.
    #[must_use]
    pub fn literal(self) -> &'a str {
        match self.kind() {
            NodeKind::Text(Some(text)) | NodeKind::Code(Some(text)) => text,
            _ => self.source(),
        }
    }

    /// All text below, without marks: what a heading or a cell says. Line breaks are spaces.
    #[must_use]
    pub fn plain_text(self) -> String {
        let mut out = String::new();
        for node in self.descendants() {
            node.push_plain_text(&mut out);
        }
        out
    }

    fn push_plain_text(self, out: &mut String) {
        match self.kind() {
            NodeKind::Text(_) | NodeKind::Code(_) => out.push_str(self.literal()),
            NodeKind::SoftBreak | NodeKind::HardBreak => out.push(' '),
            NodeKind::Fact(_) => out.push_str(self.source()),
            NodeKind::Term(term) => out.push_str(&term.shown),
            _ => {}
        }
    }
}

/// Siblings, in order.
#[derive(Debug, Clone, Copy)]
pub struct Children<'a> {
    tree: &'a Tree,
    at: u32,
    end: u32,
}

impl<'a> Iterator for Children<'a> {
    type Item = NodeRef<'a>;

    fn next(&mut self) -> Option<NodeRef<'a>> {
        if self.at >= self.end {
            return None;
        }
        let node = self.tree.node(NodeId(self.at));
        self.at = node.raw().next;
        Some(node)
    }
}

/// Some nodes of a tree, side by side: the stem of a question, the feedback of an option, a turn of a script.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fragment {
    pub roots: Vec<NodeId>,
}

impl Fragment {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.roots.is_empty()
    }

    /// The nodes of the fragment in the tree it was cut from.
    pub fn nodes<'a>(&'a self, tree: &'a Tree) -> impl Iterator<Item = NodeRef<'a>> {
        self.roots.iter().map(|&id| tree.node(id))
    }

    /// The text without marks, the roots one space apart.
    #[must_use]
    pub fn plain_text(&self, tree: &Tree) -> String {
        let parts: Vec<String> = self.nodes(tree).map(NodeRef::plain_text).collect();
        parts.join(" ")
    }
}

impl FromIterator<NodeId> for Fragment {
    fn from_iter<I: IntoIterator<Item = NodeId>>(roots: I) -> Self {
        Self {
            roots: roots.into_iter().collect(),
        }
    }
}
