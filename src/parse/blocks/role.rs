//! `role`: text for some roles only.

use super::{Attribute, BlockKind, Form, Reading};
use crate::diagnostic::{Diagnostic, MISSING_ATTRIBUTE};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "role",
    about: "Text for some roles only: `{prescriber}`, `{nurse pharmacist}`.",
    attributes: &[
        Attribute {
            name: "*",
            form: Form::Word,
            about: "The id of a role of teachback.yaml.",
        },
        super::TITLE,
    ],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    reading.needs_content();
    let roles: Vec<_> = reading.block.attrs.words().cloned().collect();
    if roles.is_empty() {
        let message = "this block does not say for which roles it is";
        let fault = Diagnostic::new(&MISSING_ATTRIBUTE, reading.opening(), message);
        reading
            .diagnostics
            .push(fault.help("name one or more: `::: role {prescriber}`"));
    }
    BlockData::Role(roles)
}
