//! `quiz`: questions drawn from banks.

use super::{Attribute, BlockKind, Form, Reading};
use crate::diagnostic::{Diagnostic, INVALID_VALUE};
use crate::model::{BlockData, QuizSpec};
use crate::source::Spanned;

pub const KIND: BlockKind = BlockKind {
    name: "quiz",
    about: "Questions drawn from one or more banks.",
    attributes: &[
        Attribute { name: "bank", form: Form::Required, about: "The name of a bank; several with commas, in quotes." },
        Attribute { name: "draw", form: Form::Value, about: "How many questions; all when nothing is said." },
        Attribute { name: "shuffle", form: Form::Word, about: "Ask them in any order." },
        Attribute { name: "pass", form: Form::Value, about: "Percent that must be reached." },
        Attribute { name: "attempts", form: Form::Value, about: "How often it may be tried." },
        super::TITLE,
    ],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    let banks = reading.value("bank").map(|bank| names(&bank)).unwrap_or_default();
    let draw = reading.number("draw").filter(|n| n.value > 0);
    let pass = reading.number("pass");
    if let Some(pass) = pass.as_ref().filter(|p| p.value > 100) {
        let message = format!("\"pass\" is a percentage, and {} is more than 100", pass.value);
        reading.diagnostics.push(Diagnostic::new(&INVALID_VALUE, pass.span, message));
    }
    BlockData::Quiz(QuizSpec {
        banks,
        draw,
        shuffle: reading.block.attrs.has_word("shuffle"),
        pass: pass.map(|p| p.value.min(100)),
        attempts: reading.number("attempts").map(|n| n.value),
    })
}

fn names(list: &Spanned<String>) -> Vec<Spanned<String>> {
    let words = list.value.split([',', ' ']).filter(|w| !w.is_empty());
    words
        .map(|word| {
            let at = word.as_ptr() as usize - list.value.as_ptr() as usize;
            Spanned::new(word.to_owned(), list.span.part(at, at + word.len()))
        })
        .collect()
}
