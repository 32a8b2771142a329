//! The contents of a page.

use super::view::TocEntry;
use super::writer::{Text, Writer};
use crate::model::{NodeKind, NodeRef};

/// Headings of the first two levels in use among some nodes, the lower ones below the higher. Headings inside blocks
/// belong to their block.
pub fn contents<'a>(writer: &Writer<'a>, text: Text<'a>, nodes: &[NodeRef<'a>]) -> Vec<TocEntry> {
    let headings: Vec<(u8, TocEntry)> = nodes
        .iter()
        .filter(|node| {
            !(Some(node.id) == writer.title_heading && std::ptr::eq(text.tree, node.tree))
        })
        .filter_map(|node| match node.kind() {
            NodeKind::Heading(heading) => Some((heading.level, entry(writer, *node, &heading.id))),
            _ => None,
        })
        .collect();
    let Some(top) = headings.iter().map(|(level, _)| *level).min() else {
        return Vec::new();
    };
    let mut out: Vec<TocEntry> = Vec::new();
    for (level, entry) in headings {
        match out.last_mut() {
            Some(above) if level == top + 1 => above.children.push(entry),
            _ if level == top => out.push(entry),
            _ => {}
        }
    }
    out
}

fn entry<'a>(writer: &Writer<'a>, node: NodeRef<'a>, id: &str) -> TocEntry {
    let title = writer.facts.expand(&node.plain_text(), |_, _| {});
    TocEntry {
        href: format!("#{}", super::escape::path_address(id)),
        title_html: super::escape::escaped(&title),
        children: Vec::new(),
    }
}
