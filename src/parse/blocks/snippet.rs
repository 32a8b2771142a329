//! `snippet`: a passage that several pages share.

use super::{Attribute, BlockKind, Form, Reading};
use crate::diagnostic::{Diagnostic, MISSING_ATTRIBUTE};
use crate::model::BlockData;

pub const KIND: BlockKind = BlockKind {
    name: "snippet",
    about: "Puts in `snippets/NAME.md`: `{when-to-call}`.",
    attributes: &[Attribute {
        name: "*",
        form: Form::Word,
        about: "The name of the snippet.",
    }],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    let mut words = reading.block.attrs.words().cloned();
    let (name, second) = (words.next(), words.next());
    if name.is_none() || second.is_some() {
        let message = "this block must name one snippet";
        let fault = Diagnostic::new(&MISSING_ATTRIBUTE, reading.opening(), message);
        reading
            .diagnostics
            .push(fault.help("write `::: snippet {when-to-call}`"));
    }
    if reading.node.children().next().is_some() {
        reading.wrong_content(
            "text inside a snippet block is not shown",
            "close the block directly after its first line; the text is in the snippet's file",
        );
    }
    BlockData::Snippet(name)
}
