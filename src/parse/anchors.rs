//! Ids of a page: headings as GitHub makes them, and every id that the author wrote.

use crate::diagnostic::{DUPLICATE_ID, Diagnostic};
use crate::html_tags;
use crate::model::{NodeKind, NodeRef, Tree};
use crate::source::{Span, Spanned};
use rustc_hash::FxHashMap;

/// Gives every heading its id and lists all anchors of the tree. Written ids come first, so that a heading without
/// one never takes the name of something the author named.
pub fn assign(tree: &mut Tree, diagnostics: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
    let mut taken: FxHashMap<String, Span> = FxHashMap::default();
    let mut anchors = Vec::new();
    let mut take = |id: Spanned<String>| {
        if let Some(&first) = taken.get(&id.value) {
            let message = format!("the id \"{}\" is used twice on this page", id.value);
            diagnostics.push(
                Diagnostic::new(&DUPLICATE_ID, id.span, message)
                    .label(first, "here for the first time")
                    .help("give each its own id; links go to the first one"),
            );
            return;
        }
        taken.insert(id.value.clone(), id.span);
        anchors.push(id);
    };
    tree.all().for_each(|node| written_ids(node, &mut take));
    for (index, id, span) in heading_ids(tree, &mut taken) {
        let NodeKind::Heading(heading) = &mut tree.nodes[index].kind else {
            continue;
        };
        heading.id.clone_from(&id);
        if heading.attrs.id.is_none() {
            anchors.push(Spanned::new(id, span));
        }
    }
    anchors
}

fn written_ids(node: NodeRef<'_>, take: &mut impl FnMut(Spanned<String>)) {
    let attrs = match node.kind() {
        NodeKind::Heading(heading) => &heading.attrs,
        NodeKind::Block(block) => &block.attrs,
        NodeKind::Link(link) | NodeKind::Image(link) => &link.attrs,
        NodeKind::Html => {
            let ids = html_tags::ids(node.source(), node.span());
            return ids.into_iter().for_each(take);
        }
        _ => return,
    };
    attrs.id.clone().into_iter().for_each(take);
}

/// Every heading with its id: the written one, or the one made from its text.
fn heading_ids(tree: &Tree, taken: &mut FxHashMap<String, Span>) -> Vec<(usize, String, Span)> {
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    let mut out = Vec::new();
    for node in tree.all() {
        let NodeKind::Heading(heading) = node.kind() else {
            continue;
        };
        let index = node.id.0 as usize;
        if let Some(id) = &heading.attrs.id {
            out.push((index, id.value.clone(), id.span));
            continue;
        }
        let base = slug(&node.plain_text());
        let count = counts.entry(base.clone()).or_insert(0);
        let mut id = if *count == 0 {
            base.clone()
        } else {
            format!("{base}-{count}")
        };
        while taken.contains_key(&id) || is_of_footnote(&id) {
            *count += 1;
            id = format!("{base}-{count}");
        }
        *count += 1;
        taken.insert(id.clone(), node.span());
        out.push((index, id, node.span()));
    }
    out
}

/// Whether the program gives an id of this form to footnotes: `fn-1` and `fnref-1`.
fn is_of_footnote(id: &str) -> bool {
    let number = id.strip_prefix("fn-").or(id.strip_prefix("fnref-"));
    number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
}

/// GitHub's way from a heading to its anchor: lower case, spaces to hyphens, letters, digits, hyphens and underscores
/// kept. A heading of signs only becomes `section`.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() || matches!(c, '-' | '_') || is_mark(c) {
            out.extend(c.to_lowercase());
        } else if c.is_whitespace() {
            out.push('-');
        }
    }
    if out.is_empty() {
        "section".to_owned()
    } else {
        out
    }
}

/// Combining marks belong to their letter (Hindi and Thai words fall apart without them).
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_those_of_github() {
        assert_eq!(slug("When to call?"), "when-to-call");
        assert_eq!(slug("  A – B & C  "), "a--b--c");
        assert_eq!(slug("`code` and_more"), "code-and_more");
        assert_eq!(slug("¿Qué es?"), "qué-es");
        assert_eq!(slug("!!!"), "section");
    }
}
