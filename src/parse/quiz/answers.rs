//! Answer lists as Markdown writes them.

use super::entry;
use crate::diagnostic::{Diagnostic, INVALID_QUESTION, Outcome};
use crate::model::{Fragment, NodeKind, NodeRef, Pair};
use crate::question::{Entry, GroupEntry, Listing, OptionEntry, PairEntry};
use crate::source::Span;

/// The heads of the columns of a table, and its rows.
type Table = (Option<Box<Pair>>, Listing<PairEntry>);

/// Whether a list is a task list: at least one of its items has a box.
pub(super) fn has_boxes(list: NodeRef<'_>) -> bool {
    let mut items = list.children();
    items.any(|item| matches!(item.kind(), NodeKind::Item(Some(_))))
}

/// Whether an item of a list holds a list.
pub(super) fn has_nested_list(list: NodeRef<'_>) -> bool {
    let mut inner = list.children().flat_map(NodeRef::children);
    inner.any(|node| matches!(node.kind(), NodeKind::List(_)))
}

/// The options of a task list. Items without a box are told and count as wrong options.
pub(super) fn options(list: NodeRef<'_>) -> Outcome<Listing<OptionEntry>> {
    let mut diagnostics = Vec::new();
    let mut entries = Vec::new();
    for item in list.children() {
        let entry = entry(item, |_| true);
        let ticked = match item.kind() {
            NodeKind::Item(Some(ticked)) => *ticked,
            _ => {
                diagnostics.push(boxless(&entry));
                false
            }
        };
        entries.push(OptionEntry {
            entry,
            correct: ticked,
        });
    }
    let span = extent(list);
    Outcome::new(Listing { entries, span }, diagnostics)
}

fn boxless(entry: &Entry) -> Diagnostic {
    let help = if entry.plain.starts_with('[') {
        "write the box as `[ ]` or `[x]`, with a space after it"
    } else {
        "start it with `- [ ]`, or with `- [x]` when it is right"
    };
    Diagnostic::new(&INVALID_QUESTION, entry.span, "this option has no box").help(help)
}

/// The items of a numbered list.
pub(super) fn items(list: NodeRef<'_>) -> Listing<Entry> {
    Listing {
        entries: list.children().map(|item| entry(item, |_| true)).collect(),
        span: extent(list),
    }
}

/// The groups of a list: each item is the name of a group, the lists in it hold what belongs to it.
pub(super) fn groups(list: NodeRef<'_>) -> Listing<GroupEntry> {
    let is_list = |kind: &NodeKind| matches!(kind, NodeKind::List(_));
    let group = |item: NodeRef<'_>| {
        let inner = item.children().filter(|child| is_list(child.kind()));
        GroupEntry {
            name: entry(item, |kind| !is_list(kind)),
            items: inner
                .flat_map(NodeRef::children)
                .map(|i| entry(i, |_| true))
                .collect(),
        }
    };
    Listing {
        entries: list.children().map(group).collect(),
        span: extent(list),
    }
}

/// The pairs of a table, and the heads of its columns unless they are empty. `None` when it has not two columns.
pub(super) fn pairs(table: NodeRef<'_>) -> Outcome<Option<Table>> {
    let (mut heads, mut entries) = (None, Vec::new());
    for row in table.children() {
        let cells: Vec<Entry> = row.children().map(cell).collect();
        let [left, right] = match <[Entry; 2]>::try_from(cells) {
            Ok(pair) => pair,
            Err(cells) => return Outcome::new(None, vec![columns(row, cells.len())]),
        };
        if matches!(row.kind(), NodeKind::TableHead) {
            let named = !left.blank || !right.blank;
            heads = named.then(|| {
                Box::new(Pair {
                    source: left.text,
                    target: right.text,
                })
            });
        } else {
            entries.push(PairEntry { left, right });
        }
    }
    let span = extent(table);
    Outcome::clean(Some((heads, Listing { entries, span })))
}

fn cell(cell: NodeRef<'_>) -> Entry {
    let text: Fragment = cell.children().map(|node| node.id).collect();
    Entry::new(cell.tree, text, cell.span())
}

fn columns(row: NodeRef<'_>, count: usize) -> Diagnostic {
    let noun = if count == 1 { "column" } else { "columns" };
    let message = format!("a table of pairs has two columns, and this one has {count} {noun}");
    Diagnostic::new(&INVALID_QUESTION, row.span(), message)
        .help("keep two columns: what is given, and what belongs to it")
}

/// The place of a node without the empty lines after it.
fn extent(node: NodeRef<'_>) -> Span {
    node.span().part(0, node.source().trim_end().len())
}
