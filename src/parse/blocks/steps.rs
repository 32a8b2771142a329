//! `steps`: numbered actions for a patient.

use super::{BlockKind, Reading};
use crate::model::{BlockData, NodeKind};

pub const KIND: BlockKind = BlockKind {
    name: "steps",
    about: "What a patient does, one numbered step after the other.",
    attributes: &[super::TITLE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    if !reading.has_child(|kind| matches!(kind, NodeKind::List(Some(_)))) {
        reading.wrong_content(
            "steps are a numbered list",
            "begin each step with its number: `1. …`",
        );
    }
    BlockData::Plain
}
