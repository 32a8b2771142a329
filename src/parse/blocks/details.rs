//! `details`: folded text.

use super::{Attribute, BlockKind, Form, Reading};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "details",
    about: "Text that is folded away under its title.",
    attributes: &[
        Attribute {
            name: "title",
            form: Form::Required,
            about: "What the reader opens.",
        },
        Attribute {
            name: "open",
            form: Form::Word,
            about: "Not folded at first.",
        },
    ],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    reading.needs_content();
    BlockData::Plain
}
