//! `quiz`: questions drawn from banks, read by [`crate::parse::quiz`].

use super::{Attribute, BlockKind, Form, Reading};
use crate::model::BlockData;
use crate::parse::quiz::quiz_spec;

pub const KIND: BlockKind = BlockKind {
    name: "quiz",
    about: "Questions drawn from one or more banks.",
    attributes: &[
        Attribute {
            name: "bank",
            form: Form::Required,
            about: "The name of a bank; several with commas, in quotes.",
        },
        Attribute {
            name: "draw",
            form: Form::Value,
            about: "How many questions; all when nothing is said.",
        },
        Attribute {
            name: "shuffle",
            form: Form::Word,
            about: "Ask them in any order.",
        },
        Attribute {
            name: "shuffle",
            form: Form::Value,
            about: "true or false.",
        },
        Attribute {
            name: "pass",
            form: Form::Value,
            about: "Percent that must be reached.",
        },
        Attribute {
            name: "attempts",
            form: Form::Value,
            about: "How often it may be tried.",
        },
        Attribute {
            name: "conceal",
            form: Form::Word,
            about: "Keep the answers out of sight of who looks at the source of the page.",
        },
        Attribute {
            name: "conceal",
            form: Form::Value,
            about: "true or false.",
        },
        super::TITLE,
    ],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    BlockData::Quiz(quiz_spec(reading.block).take(reading.diagnostics))
}
