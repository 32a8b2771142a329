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
#[cfg(test)]
mod tests;
mod tree;
mod words;

pub(super) use mention::Mentions;
pub(super) use name::is_name;
pub use reading::{LeftOut, Reading};
pub(super) use set::{Key, Phrases, Sieve, WordSet};
pub(super) use tree::read_tree;
pub(super) use words::Look;

use crate::source::{Span, Spanned};
use std::borrow::Cow;
use std::ops::Range;
use words::Cut;

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
        let at = match written.starts_with(&text.value) {
            true => Some(0),
            false => written.find(&text.value),
        };
        let piece = match at {
            Some(at) => Piece::exact(text.span.part(at, at + text.value.len())),
            None => Piece::whole(text.span),
        };
        let mut run = Run::new(lang, kind, text.value.len());
        run.push(&text.value, piece);
        run.finish();
        self.push(run);
    }

    /// Adds a finished run, unless it has no words.
    fn push(&mut self, run: Run<'a>) {
        if !run.is_empty() {
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
    cut: Cut,
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
    /// A run without text, with room for so many bytes.
    fn new(lang: &'a str, kind: RunKind, room: usize) -> Self {
        Self {
            text: String::with_capacity(room),
            lang,
            kind,
            pieces: Vec::new(),
            quotes: Vec::new(),
            terms: Vec::new(),
            cut: Cut::default(),
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
        self.cut = words::cut(&self.text);
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

    /// Whether a digit stands anywhere in it.
    pub(super) fn has_digit(&self) -> bool {
        self.cut.signs & words::DIGIT != 0
    }

    /// All words in lower case, one space apart.
    fn folded_text(&self) -> String {
        words::joined(&self.cut)
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cut.words.len()
    }

    /// Whether it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cut.words.is_empty()
    }

    /// The n-th word in lower case, apostrophes straight; empty behind the last one.
    #[must_use]
    #[inline]
    pub fn word(&self, at: usize) -> &str {
        let word = self.cut.words.get(at);
        word.map_or("", |word| &self.cut.folded[word.folded()])
    }

    /// The first word at or behind the n-th one that looks as it should, with the look of the one behind it.
    #[inline]
    pub(super) fn find_pair(
        &self,
        from: usize,
        fits: impl Fn(Look, Look) -> bool,
    ) -> Option<usize> {
        let rest = self.cut.words.get(from..)?;
        let pair = rest
            .windows(2)
            .position(|pair| fits(pair[0].look, pair[1].look));
        let is_last = || {
            rest.last()
                .is_some_and(|last| fits(last.look, Look::default()))
        };
        let at = pair.or_else(|| is_last().then(|| rest.len() - 1))?;
        Some(from + at)
    }

    /// The look of the n-th word; that of no word behind the last one.
    #[inline]
    pub(super) fn look(&self, at: usize) -> Look {
        self.cut
            .words
            .get(at)
            .map_or(Look::default(), |word| word.look)
    }

    /// The first word at or behind the n-th one that looks as it should.
    #[inline]
    pub(super) fn find(&self, from: usize, fits: impl Fn(Look) -> bool) -> Option<usize> {
        let mut rest = self.cut.words.get(from..)?.iter();
        rest.position(|word| fits(word.look)).map(|at| from + at)
    }

    /// The n-th word as it is shown.
    #[must_use]
    pub fn shown(&self, at: usize) -> &str {
        &self.text[self.cut.words[at].text()]
    }

    /// What stands before the n-th word, after the one before it; behind the last word, the rest.
    #[must_use]
    #[inline]
    pub fn gap(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|at| self.cut.words.get(at));
        let from = before.map_or(0, |word| word.text().end);
        let to = self
            .cut
            .words
            .get(at)
            .map_or(self.text.len(), |word| word.text().start);
        &self.text[from..to]
    }

    /// Whether the n-th word follows the one before it with nothing but spaces or hyphens between.
    #[must_use]
    pub fn is_joined(&self, at: usize) -> bool {
        if at == 0 || at >= self.len() {
            return false;
        }
        let gap = self.gap(at);
        gap == " " || gap == "–" || gap.chars().all(words::joins)
    }

    /// Whether two words stand in one sentence. A rough cut: abbreviations end sentences too.
    #[must_use]
    pub fn is_same_sentence(&self, a: usize, b: usize) -> bool {
        self.cut.words[a].sentence == self.cut.words[b].sentence
    }

    /// The n-th word and those before it in its sentence, backwards.
    pub(super) fn back_from(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let is_inside = move |other: &usize| self.is_same_sentence(*other, at);
        (0..=at).rev().take_while(is_inside)
    }

    /// The words of the sentence that the n-th word stands in.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let number = self.cut.words[at].sentence;
        let start = self
            .cut
            .words
            .partition_point(|word| word.sentence < number);
        let end = self
            .cut
            .words
            .partition_point(|word| word.sentence <= number);
        start..end
    }

    /// Some words as they are shown, with what stands between them.
    #[must_use]
    pub fn phrase(&self, words: &Range<usize>) -> &str {
        &self.text[self.bytes(words)]
    }

    /// Some words in lower case, one space apart.
    pub(super) fn folded_phrase(&self, words: &Range<usize>) -> Cow<'_, str> {
        match words.len() {
            1 => Cow::Borrowed(self.word(words.start)),
            _ => {
                let words: Vec<&str> = words.clone().map(|at| self.word(at)).collect();
                Cow::Owned(words.join(" "))
            }
        }
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
            .cut
            .words
            .partition_point(|word| word.text().end <= bytes.start);
        let end = self
            .cut
            .words
            .partition_point(|word| word.text().start < bytes.end);
        start..end.max(start)
    }

    /// Whether some words are shown as a term of the glossary, which readers can look up where they stand.
    #[must_use]
    pub fn is_term(&self, words: &Range<usize>) -> bool {
        if self.terms.is_empty() {
            return false;
        }
        let bytes = self.bytes(words);
        let mut terms = self.terms.iter();
        terms.any(|term| term.start < bytes.end && bytes.start < term.end)
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
        self.cut.words[words.start].text().start..self.cut.words[words.end - 1].text().end
    }

    fn piece_at(&self, byte: usize) -> &Piece {
        let after = self.pieces.partition_point(|piece| piece.at <= byte);
        &self.pieces[after - 1]
    }
}
