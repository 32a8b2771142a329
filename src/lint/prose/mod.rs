//! What a part of the site says, as runs of readable text: the model that the language rules share.
//!
//! 1. [`read_tree`] walks the Markdown once: a paragraph, a cell, the words of a list item or a heading is a run; code,
//!    citations, facts and raw HTML are left out; line breaks are spaces. Every piece of text knows where it was written
//!    and whose words it is.
//! 2. [`words`](self::words) cuts a run into words, [`quotes`](self::quotes) finds quotations in it.
//! 3. [`mention`](self::mention) tells words that are talked about from words that are used.
//! 4. [`set`](self::set) finds the words of a rule in a run.
//! 5. [`reading`](self::reading) takes the sentences out of the runs, for what measures them.

mod mention;
mod name;
mod quotes;
mod reading;
mod set;
mod tree;
mod words;

pub(super) use mention::Mentions;
pub(super) use name::is_name;
pub use reading::{LeftOut, Reading};
pub(super) use set::{Key, Sieve, WordSet};
pub(super) use tree::read_tree;

use crate::source::{Span, Spanned};
use std::ops::Range;
use words::Word;

/// Stands for something that is not read: code, a value that is put in, a gap.
const LEFT_OUT: char = '\u{FFFC}';

/// Whose words a text is. Of several that fit, the last one here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// The author speaks to the reader.
    Author,
    /// Shown so that it is found wrong: a wrong option, a harmful choice, a myth.
    Mistaken,
    /// A patient, or someone of the family, in a script.
    Patient,
    /// Quoted, emphasised, struck out or listed as words to avoid: talked about, not used.
    Mention,
}

/// What a run is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    Paragraph,
    /// The words of a list item, or of a definition.
    Item,
    Heading,
    /// A cell of a table.
    Cell,
    /// What a definition defines.
    Term,
    /// The words for a picture that stands by itself.
    Caption,
}

/// The runs of a part, in the order they are read.
#[derive(Debug, Default)]
pub struct Prose<'a> {
    pub runs: Vec<Run<'a>>,
}

impl<'a> Prose<'a> {
    /// Adds a text that is no Markdown. `source` is the text of its file, where it is known: places are then exact
    /// unless the text was escaped.
    pub(super) fn push_text(
        &mut self,
        text: &Spanned<String>,
        source: Option<&str>,
        lang: &'a str,
        kind: RunKind,
    ) {
        let written = source.map_or("", |source| text.span.slice(source));
        let piece = match written.find(&text.value) {
            Some(at) => Piece::exact(text.span.part(at, at + text.value.len())),
            None => Piece::whole(text.span),
        };
        let mut run = Run::new(lang, kind);
        run.push(&text.value, piece);
        run.finish();
        self.push(run);
    }

    /// Adds a finished run, unless it has no words.
    fn push(&mut self, run: Run<'a>) {
        if !run.words.is_empty() {
            self.runs.push(run);
        }
    }
}

/// Text that is read in one go, with the places it was written at.
#[derive(Debug)]
pub struct Run<'a> {
    pub text: String,
    /// Language code.
    pub lang: &'a str,
    pub kind: RunKind,
    /// In the order of their text; together they are all of it.
    pieces: Vec<Piece>,
    quotes: Vec<Range<usize>>,
    /// The bytes of glossary terms.
    terms: Vec<Range<usize>>,
    words: Vec<Word>,
    /// The words in lower case, one space apart.
    folded: String,
    is_english: bool,
}

/// A part of a run that was written at one place.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// First byte in the run.
    at: usize,
    span: Span,
    /// Whether the bytes in the source are those of the text.
    exact: bool,
    voice: Voice,
}

impl Piece {
    fn exact(span: Span) -> Self {
        Self {
            at: 0,
            span,
            exact: true,
            voice: Voice::Author,
        }
    }

    fn whole(span: Span) -> Self {
        Self {
            exact: false,
            ..Self::exact(span)
        }
    }

    fn voice(self, voice: Voice) -> Self {
        Self { voice, ..self }
    }
}

impl<'a> Run<'a> {
    fn new(lang: &'a str, kind: RunKind) -> Self {
        Self {
            text: String::new(),
            lang,
            kind,
            pieces: Vec::new(),
            quotes: Vec::new(),
            terms: Vec::new(),
            words: Vec::new(),
            folded: String::new(),
            is_english: lang == "en" || lang.starts_with("en-"),
        }
    }

    fn push(&mut self, text: &str, piece: Piece) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.pieces.push(Piece { at, ..piece });
        self.text.push_str(text);
    }

    /// Notes that what was pushed last is a term of the glossary.
    fn note_term(&mut self) {
        let start = self.pieces.last().map_or(0, |piece| piece.at);
        self.terms.push(start..self.text.len());
    }

    /// Cuts the text into words, once it is complete.
    fn finish(&mut self) {
        (self.words, self.folded) = words::cut(&self.text);
        self.quotes = quotes::find(&self.text);
    }

    /// Whether it is a heading.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        self.kind == RunKind::Heading
    }

    /// Whether it is in English.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.is_english
    }

    /// All words in lower case, one space apart.
    fn folded_text(&self) -> &str {
        &self.folded
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The n-th word in lower case, apostrophes straight; empty behind the last one.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        let word = self.words.get(at);
        word.map_or("", |word| &self.folded[word.folded()])
    }

    /// The key of the n-th word; that of no word behind the last one.
    pub(super) fn key(&self, at: usize) -> Key {
        self.words.get(at).map_or(Key::default(), |word| word.key)
    }

    /// Whether the n-th word may have an apostrophe; if not, it is no possessive and no contraction.
    pub(super) fn may_have_apostrophe(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.is_marked)
    }

    /// Whether the n-th word may have a capital letter.
    pub(super) fn may_have_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.is_raised)
    }

    /// The n-th word as it is shown.
    #[must_use]
    pub fn shown(&self, at: usize) -> &str {
        &self.text[self.words[at].text()]
    }

    /// What stands before the n-th word, after the one before it; behind the last word, the rest.
    #[must_use]
    pub fn gap(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|at| self.words.get(at));
        let from = before.map_or(0, |word| word.text().end);
        let to = self
            .words
            .get(at)
            .map_or(self.text.len(), |word| word.text().start);
        &self.text[from..to]
    }

    /// Whether the n-th word follows the one before it with nothing but spaces or hyphens between.
    #[must_use]
    pub fn is_joined(&self, at: usize) -> bool {
        let inside = at > 0 && at < self.len();
        inside && (self.gap(at) == "–" || self.gap(at).chars().all(words::joins))
    }

    /// Whether two words stand in one sentence. A rough cut: abbreviations end sentences too.
    #[must_use]
    pub fn is_same_sentence(&self, a: usize, b: usize) -> bool {
        self.words[a].sentence == self.words[b].sentence
    }

    /// The words of the sentence that the n-th word stands in.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let number = self.words[at].sentence;
        let start = self.words.partition_point(|word| word.sentence < number);
        let end = self.words.partition_point(|word| word.sentence <= number);
        start..end
    }

    /// Some words as they are shown, with what stands between them.
    #[must_use]
    pub fn phrase(&self, words: &Range<usize>) -> &str {
        &self.text[self.bytes(words)]
    }

    /// Where some words were written.
    #[must_use]
    pub fn span(&self, words: &Range<usize>) -> Span {
        self.place(&self.bytes(words))
    }

    /// Whether some words stand in the source as they are shown, with nothing between them that is not shown.
    #[must_use]
    pub fn is_exact(&self, words: &Range<usize>) -> bool {
        let bytes = self.bytes(words);
        let piece = self.piece_at(bytes.start);
        let next = self.pieces.partition_point(|other| other.at <= bytes.start);
        let end = self
            .pieces
            .get(next)
            .map_or(self.text.len(), |next| next.at);
        piece.exact && bytes.end <= end
    }

    /// Where some bytes of the text were written; there is at least one.
    #[must_use]
    pub fn place(&self, bytes: &Range<usize>) -> Span {
        let first = self.piece_at(bytes.start);
        let last = self.piece_at(bytes.end - 1);
        let edge = |piece: &Piece, at: usize, whole: Span| match piece.exact {
            true => piece.span.part(at - piece.at, at - piece.at),
            false => whole,
        };
        let start = edge(first, bytes.start, first.span);
        start.to(edge(last, bytes.end, last.span))
    }

    /// The words that some bytes of the text touch.
    #[must_use]
    pub fn words_at(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self
            .words
            .partition_point(|word| word.text().end <= bytes.start);
        let end = self
            .words
            .partition_point(|word| word.text().start < bytes.end);
        start..end.max(start)
    }

    /// Whether some words are shown as a term of the glossary, which readers can look up where they stand.
    #[must_use]
    pub fn is_term(&self, words: &Range<usize>) -> bool {
        let bytes = self.bytes(words);
        self.terms
            .iter()
            .any(|term| term.start < bytes.end && bytes.start < term.end)
    }

    /// Whose words some words are: the author's as soon as one of them is.
    #[must_use]
    pub fn voice(&self, words: &Range<usize>) -> Voice {
        let bytes = self.bytes(words);
        let quoted = |quote: &Range<usize>| quote.start <= bytes.start && bytes.end <= quote.end;
        if self.quotes.iter().any(quoted) {
            return Voice::Mention;
        }
        let first = self.pieces.partition_point(|piece| piece.at <= bytes.start) - 1;
        let pieces = self.pieces[first..].iter();
        let within = pieces.take_while(|piece| piece.at < bytes.end);
        within
            .map(|piece| piece.voice)
            .min()
            .unwrap_or(Voice::Author)
    }

    fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        self.words[words.start].text().start..self.words[words.end - 1].text().end
    }

    fn piece_at(&self, byte: usize) -> &Piece {
        let after = self.pieces.partition_point(|piece| piece.at <= byte);
        &self.pieces[after - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_word_knows_where_it_was_written(text in "([a-zA-ZéİŒ’'\"“”_@/.\\- \n]|\\PC){0,40}") {
            let span = Span::new(FileId::of_path("a.md"), 0, text.len());
            let mut prose = Prose::default();
            prose.push_text(&Spanned::new(text.clone(), span), Some(&text), "en", RunKind::Paragraph);
            for run in &prose.runs {
                for at in 0..run.len() {
                    let words = at..at + 1;
                    prop_assert_eq!(run.span(&words).slice(&text), run.shown(at));
                    prop_assert!(!run.word(at).is_empty());
                    prop_assert!(run.sentence(at).contains(&at));
                    prop_assert!(run.voice(&words) <= Voice::Mention);
                }
            }
        }
    }

    #[test]
    fn hyphens_part_words_and_apostrophes_do_not() {
        let text = "Don’t say “wheelchair-bound”. See www.example.org/a now!";
        let span = Span::new(FileId::of_path("a.md"), 0, text.len());
        let mut prose = Prose::default();
        prose.push_text(
            &Spanned::new(text.to_owned(), span),
            None,
            "en",
            RunKind::Paragraph,
        );
        let run = &prose.runs[0];
        let words: Vec<&str> = (0..run.len()).map(|at| run.word(at)).collect();
        assert_eq!(words, ["don't", "say", "wheelchair", "bound", "see", "now"]);
        assert!(run.is_joined(3) && !run.is_joined(4) && !run.is_joined(5));
        assert_eq!((run.sentence(0), run.sentence(5)), (0..4, 4..6));
        assert_eq!(run.voice(&(2..4)), Voice::Mention);
    }
}
