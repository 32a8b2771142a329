//! A text as sentences and words, each with its place in bytes.

mod abbreviations;
mod cutter;
mod fragments;
mod stops;
mod token;

use std::ops::Range;

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, perhaps with apostrophes, hyphens and the stops of an abbreviation.
    Letters,
    /// Digits, perhaps with separators, signs and a unit: `2.5`, `1,000`, `5-10`, `25mg`, `90%`.
    Number,
}

/// A word. A hyphenated word is one word, as McLaughlin counts it (1969).
#[derive(Debug, Clone, Copy)]
pub struct Word {
    start: u32,
    end: u32,
    folded_start: u32,
    folded_end: u32,
    pub kind: WordKind,
    /// Begins with a capital letter.
    pub is_capitalised: bool,
    /// Two letters or more, all of them capitals.
    pub is_all_capitals: bool,
    is_plain: bool,
    /// Follows a slash, as `day` in `mg/day`.
    pub after_slash: bool,
}

impl Word {
    /// Bytes in the text.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether its capitals say nothing about how it is read: all small, or the first letter a capital.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.is_plain
    }
}

/// A sentence: from its first word to its end mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes in the text.
    pub bytes: Range<usize>,
    /// Indices of its words; never empty.
    pub words: Range<usize>,
}

/// A word as formulas look at it.
#[derive(Debug, Clone, Copy)]
pub struct WordView<'t> {
    /// As written.
    pub text: &'t str,
    /// In lower case, apostrophes straight.
    pub folded: &'t str,
    pub word: &'t Word,
    /// The first word of its sentence.
    pub is_first: bool,
}

/// A text cut into sentences and words. It can be filled again, so that a stream of texts needs no new memory.
#[derive(Debug, Default)]
pub struct Text {
    source: String,
    folded: String,
    words: Vec<Word>,
    sentences: Vec<Sentence>,
    colons: u64,
}

impl Text {
    /// Cuts a text.
    #[must_use]
    pub fn new(source: &str) -> Self {
        let mut text = Self::default();
        text.push(source);
        text
    }

    /// Forgets all text, and keeps the memory.
    pub fn clear(&mut self) {
        self.source.clear();
        self.folded.clear();
        self.words.clear();
        self.sentences.clear();
        self.colons = 0;
    }

    /// Adds a passage, and gives the byte it begins at. Its sentences are its own: nothing is glued to what came before.
    pub fn push(&mut self, passage: &str) -> usize {
        let at = self.begin(passage);
        cutter::cut(self, at);
        at
    }

    /// Adds a passage that was cut by itself, as [`Text::push`] would add what it was cut from.
    pub fn append(&mut self, passage: &Self) -> usize {
        let at = self.begin(&passage.source);
        let first = self.words.len();
        let (by, folded_by) = (short(at), short(self.folded.len()));
        self.folded.push_str(&passage.folded);
        self.words.extend(passage.words.iter().map(|word| Word {
            start: word.start.saturating_add(by),
            end: word.end.saturating_add(by),
            folded_start: word.folded_start.saturating_add(folded_by),
            folded_end: word.folded_end.saturating_add(folded_by),
            ..*word
        }));
        let sentences = passage.sentences.iter().map(|sentence| Sentence {
            bytes: at + sentence.bytes.start..at + sentence.bytes.end,
            words: first + sentence.words.start..first + sentence.words.end,
        });
        self.sentences.extend(sentences);
        self.colons += passage.colons;
        at
    }

    /// Puts a passage on a line of its own behind the text, and gives the byte it begins at.
    fn begin(&mut self, passage: &str) -> usize {
        if !self.source.is_empty() {
            self.source.push('\n');
        }
        let at = self.source.len();
        self.source.push_str(passage);
        at
    }

    /// All text.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// How many colons stand before a space.
    #[must_use]
    pub fn colons(&self) -> u64 {
        self.colons
    }

    /// A sentence as it is written, with its end mark.
    #[must_use]
    pub fn written(&self, sentence: &Sentence) -> &str {
        &self.source[sentence.bytes.clone()]
    }

    /// The words of a sentence.
    pub fn words_of<'t>(
        &'t self,
        sentence: &Sentence,
    ) -> impl ExactSizeIterator<Item = WordView<'t>> + use<'t> {
        let words = self.words[sentence.words.clone()].iter();
        words.enumerate().map(|(at, word)| WordView {
            text: &self.source[word.bytes()],
            folded: &self.folded[word.folded_start as usize..word.folded_end as usize],
            word,
            is_first: at == 0,
        })
    }
}

/// Places are kept in 32 bits; what lies behind 4 GiB is not measured.
fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
