//! `discuss`: for a group or its facilitator.

use super::{BlockKind, Reading};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "discuss",
    about: "Something to talk about in a group, or notes for who leads it.",
    attributes: &[super::TITLE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    reading.needs_content();
    BlockData::Plain
}
