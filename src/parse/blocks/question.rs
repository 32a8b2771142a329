//! `question`: one question, read by [`crate::parse::quiz`].

use super::{Attribute, BlockKind, Form};
use crate::model::BlockData;

const fn value(name: &'static str, about: &'static str) -> Attribute {
    Attribute {
        name,
        form: Form::Value,
        about,
    }
}

pub const KIND: BlockKind = BlockKind {
    name: "question",
    about: "One question, with its options or its answer, a hint and an explanation.",
    attributes: &[
        value("objective", "The id of an objective of the module."),
        value(
            "type",
            "The kind of question, where the content does not say it.",
        ),
        value(
            "answer",
            "The right answer of a typed or true/false question.",
        ),
        value("pattern", "A regular expression that right answers match."),
        value("tolerance", "How far a number may be off."),
        value("unit", "The unit of a number."),
        value("points", "Points for a right answer."),
        value("shuffle", "false keeps the options in their order."),
        value("confidence", "true or false."),
        Attribute {
            name: "confidence",
            form: Form::Word,
            about: "Ask how sure the learner is.",
        },
        Attribute {
            name: "shuffle",
            form: Form::Word,
            about: "Show the options in any order.",
        },
    ],
    // The page reads its questions in order, since they are numbered.
    read: |_| BlockData::Plain,
};
