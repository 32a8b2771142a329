//! `evidence`: a statement with its grade.

use super::{Attribute, BlockKind, Form, Reading};
use crate::diagnostic::{Diagnostic, INVALID_VALUE};
use crate::model::{BlockData, EvidenceGrade};
use crate::source::Spanned;

/// `grade=…`, where it may be left out.
pub const GRADE: Attribute = Attribute {
    name: "grade",
    form: Form::Value,
    about: "high, moderate, low, very-low or none.",
};

pub const KIND: BlockKind = BlockKind {
    name: "evidence",
    about: "A statement with the grade of its evidence and its citations.",
    attributes: &[
        Attribute {
            form: Form::Required,
            ..GRADE
        },
        super::TITLE,
    ],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    reading.needs_content();
    BlockData::Evidence(grade(reading))
}

/// The grade of the braces; a word that is none is told.
pub(super) fn grade(reading: &mut Reading<'_>) -> Option<Spanned<EvidenceGrade>> {
    let written = reading.value("grade")?;
    let known = EvidenceGrade::from_word(&written.value);
    if known.is_none() {
        let message = format!("\"{}\" is not a grade of evidence", written.value);
        let words = EvidenceGrade::WORDS;
        let fault = Diagnostic::new(&INVALID_VALUE, written.span, message)
            .help(format!("write one of {}", words.join(", ")))
            .did_you_mean(&written.value, words);
        reading.diagnostics.push(fault);
    }
    known.map(|grade| Spanned::new(grade, written.span))
}
