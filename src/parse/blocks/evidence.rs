//! `evidence`: a statement with its grade.

use super::{Attribute, BlockKind, Form, Reading};
use crate::diagnostic::{Diagnostic, INVALID_VALUE};
use crate::model::{BlockData, EvidenceGrade};

pub const KIND: BlockKind = BlockKind {
    name: "evidence",
    about: "A statement with the grade of its evidence and its citations.",
    attributes: &[
        Attribute {
            name: "grade",
            form: Form::Required,
            about: "high, moderate, low, very-low or none.",
        },
        super::TITLE,
    ],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    reading.needs_content();
    let grade = reading.value("grade").and_then(|grade| {
        let known = EvidenceGrade::from_word(&grade.value);
        if known.is_none() {
            let message = format!("\"{}\" is not a grade of evidence", grade.value);
            let words = EvidenceGrade::WORDS;
            let fault = Diagnostic::new(&INVALID_VALUE, grade.span, message)
                .help(format!("write one of {}", words.join(", ")))
                .did_you_mean(&grade.value, words);
            reading.diagnostics.push(fault);
        }
        known.map(|k| grade.map(|_| k))
    });
    BlockData::Evidence(grade)
}
