//! A measurement for reading in a terminal.

use super::json::reason;
use super::sample::Measured;
use crate::commands::shell::count;
use crate::readability::formulas::Kind;
use crate::readability::{Language, Measurement};
use std::fmt::Write;

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";
/// Text is broken before this column.
const WIDTH: usize = 92;
/// What text under a heading is set in by.
const INDENT: &str = "  ";

/// Everything that was measured of one text.
pub(super) fn document(measured: &Measured, colour: bool) -> String {
    let mut page = Page {
        out: String::new(),
        colour,
    };
    let of = &measured.measurement;
    page.heading(&measured.name);
    page.line(&size(of));
    page.line(&level(of));
    for (kind, title) in [(Kind::Grade, "Grades"), (Kind::Score, "Scores")] {
        page.values(of, kind, title);
    }
    page.left_out(measured);
    page.sentences(measured);
    page.words(measured);
    page.out
}

fn size(of: &Measurement) -> String {
    let counts = of.counts;
    let number =
        |number: u64, noun: &str| count(usize::try_from(number).unwrap_or(usize::MAX), noun);
    let size = format!(
        "{}, {}",
        number(counts.words, "word"),
        number(counts.sentences, "sentence")
    );
    if of.language == Language::Other {
        return size;
    }
    let syllables = number(counts.syllables, "syllable");
    let long = number(counts.polysyllables, "word");
    format!("{size}, {syllables}, {long} of three syllables or more")
}

fn level(of: &Measurement) -> String {
    let hardness = of
        .hardness
        .map(|h| format!("hardness {h:.2} (1 easy, 6 hard)"));
    let grade = of
        .consensus
        .map(|grade| format!("consensus grade {grade:.1}"));
    let parts: Vec<String> = grade.into_iter().chain(hardness).collect();
    let note = match (parts.is_empty(), of.is_estimate) {
        (true, _) => return "nothing to measure".to_owned(),
        (_, true) => "; an estimate, because the text is short",
        _ => "",
    };
    format!("{}{note}", parts.join(", "))
}

struct Page {
    out: String,
    colour: bool,
}

impl Page {
    fn heading(&mut self, text: &str) {
        let (on, off) = if self.colour { (BOLD, PLAIN) } else { ("", "") };
        self.push(&format!("{on}{text}{off}"));
    }

    fn push(&mut self, line: &str) {
        writeln!(self.out, "{line}").expect("invariant: writing to a string cannot fail");
    }

    fn line(&mut self, text: &str) {
        self.push(&format!("{INDENT}{text}"));
    }

    fn section(&mut self, title: &str) {
        self.out.push('\n');
        self.heading(&format!("{INDENT}{title}"));
    }

    fn values(&mut self, of: &Measurement, kind: Kind, title: &str) {
        let values: Vec<_> = of.values.iter().filter(|(f, _)| f.kind == kind).collect();
        if values.is_empty() || of.counts.words == 0 {
            return;
        }
        self.section(title);
        for (formula, value) in values {
            let Some(value) = value else { continue };
            let band = formula
                .scale
                .as_ref()
                .map_or("", |scale| scale.word(*value));
            let about = if band.is_empty() {
                formula.counts
            } else {
                band
            };
            self.line(&format!(
                "{INDENT}{:<27}{value:>7.1}   {about}",
                formula.title
            ));
        }
    }

    fn left_out(&mut self, measured: &Measured) {
        let parts = measured.left_out.parts();
        let parts: Vec<String> = parts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(name, number)| match *name {
                "citations" => count(*number, "citation"),
                "addresses" => format!("addresses of {}", count(*number, "link")),
                _ => format!("{name} ({})", count(*number, "word")),
            })
            .collect();
        if !parts.is_empty() {
            self.section("Left out");
            self.wrapped(&parts.join(", "));
        }
    }

    fn sentences(&mut self, measured: &Measured) {
        let hardest = &measured.measurement.hardest;
        if hardest.is_empty() {
            return;
        }
        self.section("Hardest sentences");
        for (sentence, place) in hardest.iter().zip(&measured.places) {
            let reasons: Vec<String> = sentence.reasons.iter().map(reason).collect();
            let reasons = match reasons.join("; ") {
                none if none.is_empty() => String::new(),
                some => format!(": {some}"),
            };
            self.wrapped(&format!(
                "{}:{} hardness {:.2}{reasons}",
                place.line, place.column, sentence.hardness
            ));
            let text: Vec<&str> = sentence.text.split_whitespace().collect();
            let text = format!("{INDENT}{}", text.join(" "));
            self.wrapped(&text);
        }
    }

    fn words(&mut self, measured: &Measured) {
        if measured.words.is_empty() {
            return;
        }
        self.section("Hardest words");
        let words: Vec<String> = measured
            .words
            .iter()
            .map(|(word, place)| {
                let times = match word.times {
                    1 => String::new(),
                    times => format!(", {times} times"),
                };
                format!("{} ({}:{}{times})", word.written, place.line, place.column)
            })
            .collect();
        self.wrapped(&words.join(", "));
    }

    /// A paragraph set in twice, broken between words; a further indent of its own is kept.
    fn wrapped(&mut self, text: &str) {
        let own = &text[..text.len() - text.trim_start().len()];
        let indent = format!("{INDENT}{INDENT}{own}");
        let mut line = indent.clone();
        for word in text.split_whitespace() {
            let is_full = line.chars().count() + 1 + word.chars().count() > WIDTH;
            if is_full && line.len() > indent.len() {
                self.push(&line);
                line.clone_from(&indent);
            }
            if line.len() > indent.len() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.push(&line);
    }
}
