//! `compare`: two scripts side by side.

use super::{Attribute, BlockKind, Form, Reading};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "compare",
    about: "Two conversation scripts side by side, one that goes badly and one that goes well.",
    attributes: &[
        Attribute {
            name: "bad",
            form: Form::Required,
            about: "The script that goes badly.",
        },
        Attribute {
            name: "good",
            form: Form::Required,
            about: "The script that goes well.",
        },
        super::TITLE,
    ],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    BlockData::Compare {
        bad: reading.value("bad"),
        good: reading.value("good"),
    }
}
