//! `teachback`: "In your own words …".

use super::{BlockKind, Reading};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "teachback",
    about: "\"In your own words …\": what to ask, and what a good answer holds.",
    attributes: &[super::TITLE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    reading.needs_content();
    BlockData::Plain
}
