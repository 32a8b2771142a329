//! The sentences of a page, for what measures how hard they are to read.
//!
//! Paragraphs, and list items that are sentences, are read. Headings, tables, captions, code and fragments are not: they have
//! no sentences, and would count as very short or very long ones. How much was left out is told.

use super::{Prose, RunKind, read_tree};
use crate::model::{NodeKind, Tree};
use crate::readability::text::Text;
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a measurement did not look at, in words; citations and addresses by their number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Titles and headings.
    pub headings: usize,
    pub tables: usize,
    /// Words for pictures.
    pub captions: usize,
    /// Items and lines that are no sentences, and terms of definitions.
    pub fragments: usize,
    pub code: usize,
    pub citations: usize,
    /// Where links lead.
    pub addresses: usize,
}

impl LeftOut {
    /// Every part with its name.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, usize); 7] {
        [
            ("headings", self.headings),
            ("tables", self.tables),
            ("captions", self.captions),
            ("fragments", self.fragments),
            ("code", self.code),
            ("citations", self.citations),
            ("addresses", self.addresses),
        ]
    }

    fn count(&mut self, tree: &Tree) {
        let mut code_ends = 0;
        for node in tree.all() {
            match node.kind() {
                NodeKind::CodeBlock(_) => code_ends = tree.nodes[node.id.0 as usize].next,
                NodeKind::Text(_) if node.id.0 < code_ends => self.code += words(node.literal()),
                NodeKind::Code(_) => self.code += words(node.literal()),
                NodeKind::Citation(items) => self.citations += items.len(),
                NodeKind::Link(_) => self.addresses += 1,
                _ => {}
            }
        }
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The sentences of a page.
#[derive(Debug)]
pub struct Reading {
    pub text: Text,
    pub left_out: LeftOut,
    /// Where passages begin in the text, with their runs.
    passages: Vec<(usize, usize)>,
}

impl Reading {
    /// Reads runs. The code and the links of `tree` are counted as left out.
    #[must_use]
    pub fn new(prose: &Prose<'_>, tree: Option<&Tree>) -> Self {
        let mut reading = Self {
            text: Text::default(),
            left_out: LeftOut::default(),
            passages: Vec::new(),
        };
        if let Some(tree) = tree {
            reading.left_out.count(tree);
        }
        let mut passage = Text::default();
        for (at, run) in prose.runs.iter().enumerate() {
            passage.clear();
            passage.push(&run.text);
            let words = passage.words().len();
            match run.kind {
                RunKind::Heading => reading.left_out.headings += words,
                RunKind::Cell => reading.left_out.tables += words,
                RunKind::Caption => reading.left_out.captions += words,
                RunKind::Paragraph if passage.has_stop() => reading.push(&passage, at),
                RunKind::Paragraph | RunKind::Item if passage.is_prose() => {
                    reading.push(&passage, at);
                }
                RunKind::Paragraph | RunKind::Item | RunKind::Term => {
                    reading.left_out.fragments += words;
                }
            }
        }
        reading
    }

    /// Adds the passage that a run is.
    fn push(&mut self, passage: &Text, at: usize) {
        let start = self.text.append(passage);
        self.passages.push((start, at));
    }

    /// Where some bytes of the text were written.
    #[must_use]
    pub fn place(&self, prose: &Prose<'_>, bytes: &Range<usize>) -> Option<Span> {
        let after = self
            .passages
            .partition_point(|(start, _)| *start <= bytes.start);
        let (start, run) = self.passages[..after].last()?;
        let run = prose.runs.get(*run)?;
        let inside = bytes.start - start..(bytes.end - start).min(run.text.len());
        (!inside.is_empty()).then(|| run.place(&inside))
    }
}

impl<'a> Prose<'a> {
    /// The runs of a page's Markdown, in the order they are read.
    #[must_use]
    pub fn of_tree(tree: &'a Tree, lang: &'a str) -> Self {
        let mut prose = Self::default();
        read_tree(&mut prose, tree, lang, &FxHashMap::default(), false);
        prose
    }
}
