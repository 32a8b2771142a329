//! `measure --jsonl`: a stream of texts, one a line.
//!
//! What has arrived is measured at once, on all processors; results keep the order of the lines.

use super::super::{Shell, Trouble, Verdict};
use super::json::Record;
use super::sample::{Form, Sample};
use crate::lint::LeftOut;
use crate::readability::text::Text;
use crate::readability::{Language, Measurement, Tables, Vocabulary};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader};

/// As much of the stream is taken at once.
const AT_ONCE: usize = 1 << 20;
/// How many pieces of work each processor gets of what was taken.
const PIECES: usize = 4;

/// A line of the stream.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    /// A language code; else the one of the command.
    #[serde(default)]
    lang: Option<String>,
    /// The text is Markdown.
    #[serde(default)]
    markdown: bool,
}

/// What a thread keeps between texts.
struct Worker<'t> {
    tables: &'t Tables,
    /// One for each language.
    vocabularies: [Vocabulary<'t>; 3],
    text: Text,
    /// What was measured last.
    written: String,
    /// Lines that are no texts, by their number, with the fault.
    faults: Vec<(usize, String)>,
}

/// Measures standard input.
///
/// # Errors
/// When it cannot be read, or the results not be written.
pub(super) fn run(tables: &Tables, lang: Option<&str>, shell: &Shell) -> Result<Verdict, Trouble> {
    let lang = lang.unwrap_or("en");
    let mut workers: Vec<Worker<'_>> = (0..rayon::current_num_threads() * PIECES)
        .map(|_| Worker::new(tables))
        .collect();
    let mut input = BufReader::with_capacity(AT_ONCE, io::stdin().lock());
    let mut taken: Vec<u8> = Vec::new();
    let mut first_line = 1;
    let mut verdict = Verdict::Fine;
    loop {
        let is_last = take(&mut input, &mut taken)?;
        let end = match taken.iter().rposition(|&byte| byte == b'\n') {
            _ if is_last => taken.len(),
            Some(at) => at + 1,
            None => continue,
        };
        let lines: Vec<&[u8]> = taken[..end]
            .split_inclusive(|&byte| byte == b'\n')
            .collect();
        if measure(&mut workers, &lines, first_line, lang, shell)? > 0 {
            verdict = Verdict::Faulty;
        }
        first_line += lines.len();
        taken.drain(..end);
        if is_last {
            return Ok(verdict);
        }
    }
}

/// Adds what has arrived; tells whether it was the last.
fn take(input: &mut impl BufRead, taken: &mut Vec<u8>) -> Result<bool, Trouble> {
    let arrived = match input.fill_buf() {
        Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(false),
        Err(error) => {
            let message = format!("standard input cannot be read: {error}");
            return Err(Trouble::new(message));
        }
        Ok(arrived) => arrived,
    };
    let length = arrived.len();
    taken.extend_from_slice(arrived);
    input.consume(length);
    Ok(length == 0)
}

/// Writes the results of some lines, and gives the number of lines that are no texts.
fn measure(
    workers: &mut [Worker<'_>],
    lines: &[&[u8]],
    first_line: usize,
    lang: &str,
    shell: &Shell,
) -> Result<usize, Trouble> {
    let share = lines.len().div_ceil(workers.len()).max(1);
    let work = workers.par_iter_mut().zip(lines.par_chunks(share));
    work.enumerate().for_each(|(at, (worker, lines))| {
        for (line, number) in lines.iter().zip(first_line + at * share..) {
            worker.line(line, number, lang);
        }
    });
    let mut faults = 0;
    let mut out = String::new();
    for worker in workers {
        out.push_str(&worker.written);
        worker.written.clear();
        for (number, fault) in worker.faults.drain(..) {
            faults += 1;
            shell.say(&format!("line {number}: {fault}"));
        }
    }
    shell.print(&out)?;
    Ok(faults)
}

impl<'t> Worker<'t> {
    fn new(tables: &'t Tables) -> Self {
        let languages = [Language::English, Language::Spanish, Language::Other];
        Self {
            tables,
            vocabularies: languages.map(|language| Vocabulary::new(tables, language)),
            text: Text::default(),
            written: String::new(),
            faults: Vec::new(),
        }
    }

    fn line(&mut self, line: &[u8], number: usize, lang: &str) {
        if line.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        match serde_json::from_slice::<Line<'_>>(line) {
            Ok(line) => self.text(line, lang),
            Err(error) => self.faults.push((number, told(&error))),
        }
    }

    fn text(&mut self, line: Line<'_>, lang: &str) {
        let lang = line.lang.as_deref().unwrap_or(lang);
        if line.markdown {
            let sample = Sample {
                name: String::new(),
                text: line.text.into_owned(),
                form: Form::Markdown,
                lang: lang.to_owned(),
            };
            let measured = sample.measure(self.tables);
            self.write(Record::new(
                line.id,
                lang,
                &measured.measurement,
                &measured.left_out,
            ));
            return;
        }
        let language = Language::of_code(lang);
        let known = self.vocabularies.iter_mut();
        let vocabulary = known
            .into_iter()
            .find(|v| v.language() == language)
            .expect("invariant: there is a vocabulary for each language");
        self.text.clear();
        self.text.push(&line.text);
        let measured = Measurement::of(&self.text, vocabulary);
        self.write(Record::new(line.id, lang, &measured, &LeftOut::default()));
    }

    fn write(&mut self, record: Record<'_>) {
        let line = serde_json::to_string(&record).expect("invariant: a record is plain data");
        self.written.push_str(&line);
        self.written.push('\n');
    }
}

/// What is wrong with a line. The parser counts lines too, and always says 1.
fn told(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    format!(
        "{message} (column {}); a line is {{\"id\": …, \"text\": …}}",
        error.column()
    )
}
