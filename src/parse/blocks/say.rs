//! `say`: a two-column table "Instead of / Say".

use super::{BlockKind, Reading};
use crate::model::{BlockData, NodeKind};

pub const KIND: BlockKind = BlockKind {
    name: "say",
    about: "A two-column table \"Instead of / Say\", shown as advice on language.",
    attributes: &[super::TITLE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    let mut tables = reading
        .node
        .children()
        .filter_map(|child| match child.kind() {
            NodeKind::Table(columns) => Some(columns.len()),
            _ => None,
        });
    let (columns, more) = (tables.next(), tables.next().is_some());
    if columns != Some(2) || more {
        reading.wrong_content(
            "this block wants one table of two columns",
            "write the table `| Instead of | Say |`, with a line `|---|---|` below its head",
        );
    }
    BlockData::Plain
}
