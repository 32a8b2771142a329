//! `key`: the passage that gives a key message.

use super::{BlockKind, Reading};
use crate::diagnostic::{Diagnostic, MISSING_ATTRIBUTE};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "key",
    about: "The passage that gives a key message of the handout, named by its id.",
    attributes: &[super::TITLE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    reading.needs_content();
    let id = reading.block.attrs.id.clone();
    if id.is_none() {
        let fault = Diagnostic::new(
            &MISSING_ATTRIBUTE,
            reading.opening(),
            "this block does not say which key message it gives",
        );
        reading
            .diagnostics
            .push(fault.help("add the id of the message: `::: key {#never-stop}`"));
    }
    BlockData::Key(id)
}
