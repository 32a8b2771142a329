//! A page with one question for tests: just the Markdown that questions are made of.

use crate::model::{
    Alignment, Attr, Attrs, Block, BlockData, Fragment, GapNode, Node, NodeId, NodeKind, Tree,
};
use crate::source::{FileId, Span, Spanned};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::ops::Range;

/// The tree of a text that is one block: `::: question {…}`, its content, `:::`.
pub(in crate::parse) fn tree(text: &str) -> Tree {
    let mut tree = Tree::new(FileId::of_path("page.md"), text.into());
    let line = text.lines().next().unwrap_or("");
    let at = line.find('{').unwrap_or(line.len());
    let file = tree.file;
    let mut attrs = Attrs::default();
    if let Some(inner) = line[at..]
        .strip_prefix('{')
        .and_then(|l| l.strip_suffix('}'))
    {
        attrs = read_attrs(file, inner, at + 1);
        attrs.span = Some(Span::new(file, at, line.len()));
    }
    let name = line[..at].trim_start_matches(':').trim();
    let name = Spanned::new(name.to_owned(), Span::new(file, 4, 4 + name.len()));
    let block = Block {
        name,
        attrs,
        data: BlockData::Plain,
    };
    push(
        &mut tree,
        NodeKind::Block(Box::new(block)),
        Span::new(file, 0, text.len()),
    );
    let start = (line.len() + 1).min(text.len());
    let end = text
        .rfind("\n:::")
        .map_or(text.len(), |end| end + 1)
        .max(start);
    append(&mut tree, &text[start..end], start);
    tree.nodes[0].next = tree.nodes.len() as u32;
    tree
}

/// A Markdown value of a bank; places are those of the whole value.
pub(in crate::parse) fn fragment(tree: &mut Tree, text: &Spanned<String>) -> Fragment {
    let first = tree.nodes.len();
    append(tree, &text.value, text.span.start as usize);
    let mut fragment = Fragment::default();
    let mut at = first;
    while at < tree.nodes.len() {
        fragment.roots.push(NodeId(at as u32));
        at = tree.nodes[at].next as usize;
    }
    fragment
}

/// The words between braces: `#id`, `key=value`, `key="two words"`, `word`.
fn read_attrs(file: FileId, inner: &str, base: usize) -> Attrs {
    let mut attrs = Attrs::default();
    let mut quoted = false;
    let mut start = 0;
    for (at, c) in inner.char_indices().chain([(inner.len(), ' ')]) {
        quoted ^= c == '"';
        if c != ' ' || quoted {
            continue;
        }
        let (word, from) = (&inner[start..at], base + start);
        start = at + 1;
        let spanned = |text: &str, skip: usize| {
            Spanned::new(
                text.to_owned(),
                Span::new(file, from + skip, from + skip + text.len()),
            )
        };
        if let Some(id) = word.strip_prefix('#') {
            attrs.id = Some(spanned(id, 1));
        } else if let Some((key, value)) = word.split_once('=') {
            let bare = value.trim_matches('"');
            let skip = key.len() + 1 + usize::from(bare.len() < value.len());
            attrs.pairs.push(Attr {
                key: spanned(key, 0),
                value: Some(spanned(bare, skip)),
            });
        } else if !word.is_empty() {
            attrs.pairs.push(Attr {
                key: spanned(word, 0),
                value: None,
            });
        }
    }
    attrs
}

fn push(tree: &mut Tree, kind: NodeKind, span: Span) {
    let next = tree.nodes.len() as u32 + 1;
    tree.nodes.push(Node {
        kind,
        start: span.start,
        end: span.end,
        next,
    });
}

fn append(tree: &mut Tree, text: &str, base: usize) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let events = Parser::new_ext(text, options).into_offset_iter();
    let mut open: Vec<usize> = Vec::new();
    let mut label_end = 0;
    for (event, range) in TextMergeWithOffset::new(events) {
        let span = Span::new(tree.file, base + range.start, base + range.end);
        match event {
            Event::Start(tag) => {
                let (kind, end) = start(&tag, text, &range, span);
                label_end = label_end.max(end);
                open.push(tree.nodes.len());
                push(tree, kind, span);
            }
            Event::End(tag) => {
                let node = open.pop().expect("each end has a start");
                tree.nodes[node].next = tree.nodes.len() as u32;
                if tag == TagEnd::Paragraph && node + 1 == tree.nodes.len() {
                    tree.nodes.pop();
                }
            }
            Event::TaskListMarker(done) => {
                let item = open
                    .iter()
                    .rev()
                    .find(|&&n| matches!(tree.nodes[n].kind, NodeKind::Item(_)));
                tree.nodes[*item.expect("a marker stands in an item")].kind =
                    NodeKind::Item(Some(done));
            }
            Event::Text(shown) if range.end > label_end => texts(tree, &shown, span),
            Event::SoftBreak if range.start > label_end => push(tree, NodeKind::SoftBreak, span),
            Event::Code(code) => push(tree, NodeKind::Code(Some((*code).into())), span),
            Event::Html(_) | Event::InlineHtml(_) => push(tree, NodeKind::Html, span),
            _ => {}
        }
    }
}

/// The kind of a container, and where its label ends.
fn start(tag: &Tag<'_>, text: &str, range: &Range<usize>, span: Span) -> (NodeKind, usize) {
    let kind = match tag {
        Tag::BlockQuote(_) => {
            let label = text[range.clone()]
                .strip_prefix("> [!")
                .and_then(|rest| rest.split_once(']'));
            if let Some((word, _)) = label {
                let label = Spanned::new(word.to_lowercase(), span.part(2, word.len() + 5));
                return (
                    NodeKind::Quote(Some(Box::new(label))),
                    range.start + word.len() + 5,
                );
            }
            NodeKind::Quote(None)
        }
        Tag::List(first) => NodeKind::List(*first),
        Tag::Item => NodeKind::Item(None),
        Tag::Table(columns) => NodeKind::Table(columns.iter().map(|_| Alignment::None).collect()),
        Tag::TableHead => NodeKind::TableHead,
        Tag::TableRow => NodeKind::TableRow,
        Tag::TableCell => NodeKind::TableCell,
        Tag::Emphasis => NodeKind::Emphasis,
        Tag::Strong => NodeKind::Strong,
        _ => NodeKind::Paragraph,
    };
    (kind, 0)
}

/// A text, cut at its gaps.
fn texts(tree: &mut Tree, shown: &str, span: Span) {
    let mut done = 0;
    while let Some(open) = shown[done..].find("[=").map(|at| done + at) {
        let Some(close) = shown[open..].find(']').map(|at| open + at) else {
            break;
        };
        if done < open {
            push(
                tree,
                NodeKind::Text(Some(shown[done..open].into())),
                span.part(done, open),
            );
        }
        let inner = &shown[open + 2..close];
        let chosen = inner.contains(',');
        let texts = inner
            .split(if chosen { ',' } else { '/' })
            .map(str::to_owned)
            .collect();
        let gap = NodeKind::Gap(Box::new(GapNode { chosen, texts }));
        push(tree, gap, span.part(open, close + 1));
        done = close + 1;
    }
    if done < shown.len() {
        push(
            tree,
            NodeKind::Text(Some(shown[done..].into())),
            span.part(done, shown.len()),
        );
    }
}
