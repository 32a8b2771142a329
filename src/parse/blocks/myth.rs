//! `myth`: a myth and the fact that answers it.

use super::{BlockKind, Reading};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "myth",
    about: "A myth in the first paragraph, and below it the fact that answers it, with its evidence.",
    attributes: &[super::TITLE, super::evidence::GRADE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    if reading.node.children().count() < 2 {
        reading.wrong_content(
            "a myth needs an answer",
            "write the myth as the first paragraph, a blank line, then the fact with its source",
        );
    }
    BlockData::Evidence(super::evidence::grade(reading))
}
