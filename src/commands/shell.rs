//! The terminal or pipe that a command talks to.

#![expect(
    clippy::disallowed_methods,
    reason = "asks the environment whether colours are wanted"
)]

use super::Trouble;
use crate::cli::{Colour, Global};
use crate::diagnostic::emit::{Emitter, Findings, Summary};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::PathBuf;
use std::time::Duration;

/// How many faults of each rule people are told while they build; all of them are for who asks what is wrong.
pub const MOST: usize = 100;

/// Prints as the global options ask.
#[derive(Debug)]
pub struct Shell {
    /// What `--project` says.
    pub project: Option<PathBuf>,
    emitter: &'static Emitter,
    colour: Colour,
    quiet: bool,
    verbose: bool,
}

impl Shell {
    #[must_use]
    pub fn new(global: &Global) -> Self {
        Self {
            project: global.project.clone(),
            emitter: global.format,
            colour: global.color,
            quiet: global.quiet,
            verbose: global.verbose,
        }
    }

    /// What `--format` says.
    #[must_use]
    pub fn format(&self) -> &'static str {
        self.emitter.name
    }

    /// Whether the format is one that people read.
    #[must_use]
    pub fn is_for_people(&self) -> bool {
        self.emitter.for_people
    }

    /// Writes what was asked for to standard output. A reader that has gone away is no trouble.
    ///
    /// # Errors
    /// When it cannot be written, for example to a full disk.
    pub fn print(&self, text: &str) -> Result<(), Trouble> {
        write_out(|out| out.write_all(text.as_bytes()))
    }

    /// Writes a line for the person at the terminal.
    pub fn say(&self, line: &str) {
        // When the error stream is closed, there is nobody left to tell.
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// Says something that is not a fault, to people who have not asked for quiet.
    pub fn remark(&self, line: &str) {
        if self.emitter.for_people && !self.quiet {
            self.say(line);
        }
    }

    /// Says something for those who want to know everything.
    pub fn detail(&self, line: &str) {
        if self.verbose {
            self.remark(line);
        }
    }

    /// Writes the faults, and for people the summary line.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn tell(&self, findings: &Findings<'_>, took: Duration) -> Result<(), Trouble> {
        self.tell_faults(findings)?;
        self.remark(&summary_line(findings.summary, took));
        Ok(())
    }

    /// Writes the faults.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn tell_faults(&self, findings: &Findings<'_>) -> Result<(), Trouble> {
        let emit = self.emitter.emit;
        if !self.emitter.for_people {
            return write_out(|out| emit(findings, false, out));
        }
        let colour = self.colours(&io::stderr());
        let mut out = BufWriter::new(io::stderr().lock());
        // When the error stream is closed, there is nobody left to tell.
        let _ = emit(findings, colour, &mut out).and_then(|()| out.flush());
        Ok(())
    }

    /// Whether a person watches, who wants to know how far long work is.
    #[must_use]
    pub fn is_watched(&self) -> bool {
        self.emitter.for_people && !self.quiet && io::stderr().is_terminal()
    }

    /// Whether standard output takes colours.
    #[must_use]
    pub fn paints(&self) -> bool {
        self.colours(&io::stdout())
    }

    fn colours(&self, stream: &impl IsTerminal) -> bool {
        let says = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => {
                let plain = says("NO_COLOR").is_some() || says("TERM").is_some_and(|t| t == "dumb");
                stream.is_terminal() && !plain
            }
        }
    }
}

/// Writes to standard output. A reader that has gone away is no trouble.
fn write_out(text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Trouble> {
    let mut out = BufWriter::new(io::stdout().lock());
    match text(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let message = format!("the output could not be written: {error}");
            Err(Trouble::new(message))
        }
        _ => Ok(()),
    }
}

fn summary_line(summary: Summary, took: Duration) -> String {
    format!(
        "{}, {}, {}, {} in {:.2} s",
        count(summary.pages, "page"),
        count(summary.questions, "question"),
        count(summary.warnings, "warning"),
        count(summary.errors, "error"),
        took.as_secs_f64()
    )
}

/// A number with its noun: "1 page", "2 pages".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_one_sentence_with_right_plurals() {
        let summary = Summary {
            pages: 23,
            questions: 1,
            errors: 0,
            warnings: 2,
            infos: 7,
        };
        assert_eq!(
            summary_line(summary, Duration::from_millis(210)),
            "23 pages, 1 question, 2 warnings, 0 errors in 0.21 s"
        );
    }
}
