//! `resources`: a list of outside material.

use super::{BlockKind, Reading};
use crate::model::{BlockData, NodeKind};

pub const KIND: BlockKind = BlockKind {
    name: "resources",
    about: "A list of outside material: title, kind (website, PDF with pages, video), who it is for.",
    attributes: &[super::TITLE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    let listed = |kind: &NodeKind| {
        matches!(
            kind,
            NodeKind::List(_) | NodeKind::Table(_) | NodeKind::DefinitionList
        )
    };
    if !reading.has_child(listed) {
        reading.wrong_content(
            "resources are a list",
            "begin each with a hyphen: `- [Title](address), PDF`",
        );
    }
    BlockData::Plain
}
