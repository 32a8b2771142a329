//! A text to measure, and what comes out.

use super::super::Trouble;
use crate::config::Config;
use crate::lint::{LeftOut, Prose, Reading};
use crate::model::{Content, Tree};
use crate::parse;
use crate::readability::hardness::HardWord;
use crate::readability::text::Text;
use crate::readability::{Language, Measurement, Tables, Tally, Vocabulary};
use crate::source::{self, CONTENT_DIR, LineIndex, Position, SourceFile};
use rayon::prelude::*;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

/// A plain text is measured in parts of about so many bytes.
const PART: usize = 1 << 19;
/// What standard input is called.
const STANDARD_INPUT: &str = "-";

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Markdown,
    Plain,
}

/// A text to measure.
#[derive(Debug)]
pub(super) struct Sample {
    /// The path as it was given.
    pub name: String,
    pub text: String,
    pub form: Form,
    /// A language code.
    pub lang: String,
}

/// A measured text.
#[derive(Debug)]
pub(super) struct Measured {
    pub name: String,
    pub lang: String,
    pub measurement: Measurement,
    pub left_out: LeftOut,
    /// Where each of the hardest sentences begins.
    pub places: Vec<Position>,
    /// The hardest words with the place where each first stands.
    pub words: Vec<(HardWord, Position)>,
}

impl Sample {
    /// Reads a file, or standard input.
    pub(super) fn read(path: &Path, lang: Option<&str>) -> Result<Self, Trouble> {
        let name = path.display().to_string();
        let is_input = name == STANDARD_INPUT;
        let read = if is_input {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map(|_| source::text_of(bytes))
        } else {
            source::read_text(path)
        };
        let text = read.map_err(|error| Trouble::new(format!("{name} cannot be read: {error}")))?;
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_markdown = is_input || matches!(ending, Some("md" | "markdown"));
        Ok(Self {
            lang: lang.or(language_part(&name)).unwrap_or("en").to_owned(),
            name,
            text,
            form: if is_markdown {
                Form::Markdown
            } else {
                Form::Plain
            },
        })
    }

    /// Measures the text.
    pub(super) fn measure(&self, tables: &Tables) -> Measured {
        match self.form {
            Form::Markdown => self.markdown(tables),
            Form::Plain => self.plain(tables),
        }
    }

    fn language(&self) -> Language {
        Language::of_code(&self.lang)
    }

    fn markdown(&self, tables: &Tables) -> Measured {
        let file = SourceFile::new(&page_path(&self.name), &self.text);
        let document = parse::parse(&file, &Config::default()).value;
        let Some(tree) = tree(&document.content) else {
            return self.plain(tables);
        };
        let prose = Prose::of_tree(tree, &self.lang);
        let reading = Reading::new(&prose, Some(tree));
        let mut vocabulary = Vocabulary::new(tables, self.language());
        let measurement = Measurement::of(&reading.text, &mut vocabulary);
        let index = LineIndex::new(&file.text);
        let position = |bytes: &Range<usize>| {
            let span = reading.place(&prose, bytes);
            index.position(span.map_or(0, |span| span.start as usize))
        };
        Measured::new(self, measurement, reading.left_out, &position)
    }

    /// Measures all of the text, in parts that end with a paragraph.
    fn plain(&self, tables: &Tables) -> Measured {
        let language = self.language();
        let parts = parts(&self.text).into_par_iter();
        let tallies = parts.map_init(
            || (Vocabulary::new(tables, language), Text::default()),
            |(vocabulary, text), (origin, part)| {
                text.clear();
                text.push(part);
                let mut tally = Tally::default();
                tally.add(text, origin, vocabulary);
                tally
            },
        );
        let tally = tallies.reduce(Tally::default, |mut all, part| {
            all.merge(part);
            all
        });
        let index = LineIndex::new(&self.text);
        let position = |bytes: &Range<usize>| index.position(bytes.start);
        Measured::new(self, tally.finish(language), LeftOut::default(), &position)
    }
}

impl Measured {
    fn new(
        sample: &Sample,
        measurement: Measurement,
        left_out: LeftOut,
        position: &dyn Fn(&Range<usize>) -> Position,
    ) -> Self {
        let hardest = measurement.hardest.iter();
        let words = measurement.hardest_words.iter();
        Self {
            name: sample.name.clone(),
            lang: sample.lang.clone(),
            places: hardest.map(|s| position(&s.bytes)).collect(),
            words: words
                .map(|word| (word.clone(), position(&word.bytes)))
                .collect(),
            measurement,
            left_out,
        }
    }
}

/// The Markdown of a page or a snippet.
fn tree(content: &Content) -> Option<&Tree> {
    match content {
        Content::Page(page) => Some(&page.tree),
        Content::Snippet(snippet) => Some(&snippet.tree),
        _ => None,
    }
}

/// The path that a page has in a project: what stands below `content/` says what kind of page it is.
fn page_path(name: &str) -> String {
    let name = name.replace('\\', "/");
    let folder = format!("{CONTENT_DIR}/");
    let below = name.rsplit_once(&folder).map(|(_, below)| below);
    match below.filter(|below| below.ends_with(".md")) {
        Some(below) => format!("{folder}{below}"),
        None => format!("{folder}pages/text.md"),
    }
}

/// The language in a name such as `sleep.easy.es.md`.
fn language_part(name: &str) -> Option<&str> {
    let mut parts = name.rsplit(['/', '\\']).next()?.rsplit('.').skip(1);
    let part = parts.next().filter(|_| parts.next().is_some())?;
    let known = Language::of_code(part) != Language::Other;
    known.then_some(part)
}

/// Cuts a text into parts of about [`PART`] bytes, each with the byte it begins at. A part ends with a blank line, or, where
/// none comes for long, with a line.
fn parts(text: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let mut from = (start + PART).min(text.len());
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let rest = &text[from..];
        let paragraph = rest.find("\n\n").filter(|at| *at < PART);
        let end = paragraph.or_else(|| rest.find(".\n").map(|at| at + 1));
        let end = end.map_or(text.len(), |at| from + at + 1);
        parts.push((start, &text[start..end]));
        start = end;
    }
    parts
}
