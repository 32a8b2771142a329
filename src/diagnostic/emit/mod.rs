//! How diagnostics are written: one file a format and one line in [`EMITTERS`].
//!
//! Every format is given the same [`Findings`]: sorted, without repetition, with lines and columns. So all of them
//! carry the same faults in the same order.

mod findings;
mod github;
mod human;
mod json;
mod places;
mod sarif;
#[cfg(test)]
mod tests;
mod window;

pub(in crate::diagnostic) use findings::is_exact;
pub use findings::{Finding, Findings, LeftOut, Summary};

use std::io::{self, Write};

/// One way to write diagnostics.
#[derive(Debug)]
pub struct Emitter {
    /// What `--format` takes.
    pub name: &'static str,
    /// One phrase for the help text and the manual.
    pub about: &'static str,
    /// Whether it is written to be read by a person: then it goes to the error stream and a summary line follows.
    pub for_people: bool,
    /// Writes the whole text. `colour` asks for terminal colours; formats for programs have none.
    pub emit: fn(findings: &Findings<'_>, colour: bool, out: &mut dyn Write) -> io::Result<()>,
}

impl Emitter {
    /// The whole text.
    #[must_use]
    pub fn text(&self, findings: &Findings<'_>, colour: bool) -> String {
        let mut bytes = Vec::new();
        let written = (self.emit)(findings, colour, &mut bytes);
        written.expect("invariant: writing to memory cannot fail");
        String::from_utf8(bytes).expect("invariant: every format is text")
    }
}

/// Every format, the one for people first.
pub const EMITTERS: &[Emitter] = &[
    Emitter {
        name: "human",
        about: "for reading in a terminal",
        for_people: true,
        emit: human::emit,
    },
    Emitter {
        name: "json",
        about: "one JSON object, for other programs",
        for_people: false,
        emit: |findings, _, out| json::emit(findings, out),
    },
    Emitter {
        name: "sarif",
        about: "SARIF 2.1.0, for code review tools",
        for_people: false,
        emit: |findings, _, out| sarif::emit(findings, out),
    },
    Emitter {
        name: "github",
        about: "annotations in GitHub Actions",
        for_people: false,
        emit: |findings, _, out| github::emit(findings, out),
    },
];
