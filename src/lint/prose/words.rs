//! Cuts text into words.

use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Ends of addresses and file names that are written without `https://`.
const ENDINGS: [&str; 12] = [
    "org", "com", "gov", "net", "edu", "int", "info", "uk", "md", "html", "htm", "pdf",
];

/// A word: letters and digits, apostrophes inside it. Hyphens part words.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Bytes in the text.
    pub text: Range<usize>,
    /// Bytes in the folded text.
    pub folded: Range<usize>,
    /// Number of its sentence.
    pub sentence: u32,
}

/// The words of a text, and the same words in lower case, one after the other. Addresses have no words.
pub(super) fn cut(text: &str) -> (Vec<Word>, String) {
    let mut cutter = Cutter {
        text,
        words: Vec::with_capacity(text.len() / 5),
        folded: String::with_capacity(text.len()),
        sentence: 0,
    };
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        if !is_address(chunk) {
            cutter.chunk(at, chunk);
        }
        at += chunk.len();
    }
    (cutter.words, cutter.folded)
}

/// Whether a character between two words leaves them one expression.
pub(super) fn joins(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{00AD}')
}

struct Cutter<'a> {
    text: &'a str,
    words: Vec<Word>,
    folded: String,
    sentence: u32,
}

impl Cutter<'_> {
    fn chunk(&mut self, offset: usize, chunk: &str) {
        let mut start = None;
        let mut chars = chunk.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|&(_, next)| next);
            let inside = is_letter(c)
                || (start.is_some() && is_apostrophe(c) && next.is_some_and(char::is_alphanumeric));
            match (inside, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    self.word(offset + from..offset + at);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            self.word(offset + from..offset + chunk.len());
        }
    }

    fn word(&mut self, text: Range<usize>) {
        if let Some(last) = self.words.last()
            && ends_sentence(&self.text[last.text.end..text.start])
        {
            self.sentence += 1;
        }
        let from = self.folded.len();
        for c in self.text[text.clone()].chars() {
            match c {
                _ if c.is_ascii() => self.folded.push(c.to_ascii_lowercase()),
                _ if is_apostrophe(c) => self.folded.push('\''),
                _ => self.folded.extend(c.to_lowercase()),
            }
        }
        self.words.push(Word {
            text,
            folded: from..self.folded.len(),
            sentence: self.sentence,
        });
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || (!c.is_ascii() && is_combining_mark(c))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether what stands between two words ends a sentence: a full stop, a question or exclamation mark, and a space.
fn ends_sentence(gap: &str) -> bool {
    let stop = gap.rfind(['.', '!', '?', '…']);
    stop.is_some_and(|at| gap[at..].contains(char::is_whitespace))
}

fn is_address(chunk: &str) -> bool {
    let chunk = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    if !chunk.contains(['/', '.', '@']) {
        return false;
    }
    let ending = chunk.rsplit_once('.').map(|(_, ending)| ending);
    chunk.contains("://")
        || chunk.starts_with("www.")
        || (chunk.starts_with('/') && chunk.len() > 1)
        || (chunk.contains('@') && chunk.contains('.'))
        || chunk.contains(".org/")
        || chunk.contains(".gov/")
        || chunk.contains(".com/")
        || ending.is_some_and(|ending| ENDINGS.contains(&ending))
}
