//! Cuts text into words.

use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Ends of addresses and file names that are written without `https://`.
const ENDINGS: [&str; 12] = [
    "org", "com", "gov", "net", "edu", "int", "info", "uk", "md", "html", "htm", "pdf",
];

/// A word: letters and digits, apostrophes inside it. Hyphens part words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    start: u32,
    end: u32,
    folded_start: u32,
    folded_end: u32,
    /// Number of its sentence.
    pub sentence: u32,
}

impl Word {
    /// Bytes in the text.
    pub(super) fn text(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Bytes in the folded text.
    pub(super) fn folded(self) -> Range<usize> {
        self.folded_start as usize..self.folded_end as usize
    }
}

/// The words of a text, and the same words in lower case, one after the other. Addresses have no words.
pub(super) fn cut(text: &str) -> (Vec<Word>, String) {
    let mut cutter = Cutter {
        text,
        words: Vec::with_capacity(text.len() / 5),
        folded: String::with_capacity(text.len()),
        sentence: 0,
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = bytes[at..].iter();
        let end = rest.take_while(|byte| !byte.is_ascii_whitespace()).count() + at;
        if !is_address(&text[at..end]) {
            cutter.chunk(at..end);
        }
        at = end + 1;
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
    /// Cuts what stands between two spaces.
    fn chunk(&mut self, chunk: Range<usize>) {
        let mut at = chunk.start;
        while at < chunk.end {
            let end = word_end(&self.text[at..chunk.end]) + at;
            if end > at {
                self.word(at..end);
            }
            let skipped = self.text[end..chunk.end].chars().next();
            at = end + skipped.map_or(0, char::len_utf8);
        }
    }

    fn word(&mut self, text: Range<usize>) {
        if let Some(last) = self.words.last()
            && ends_sentence(&self.text[last.text().end..text.start])
        {
            self.sentence += 1;
        }
        let from = self.folded.len();
        let written = &self.text[text.clone()];
        self.folded.push_str(written);
        if written.is_ascii() {
            self.folded[from..].make_ascii_lowercase();
        } else {
            self.folded.truncate(from);
            let straight = |c| if is_apostrophe(c) { '\'' } else { c };
            let folded = written.chars().map(straight).flat_map(char::to_lowercase);
            self.folded.extend(folded);
        }
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.words.push(Word {
            start: short(text.start),
            end: short(text.end),
            folded_start: short(from),
            folded_end: short(self.folded.len()),
            sentence: self.sentence,
        });
    }
}

/// How many bytes of the text belong to a word that begins with it.
fn word_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let plain = bytes[at..].iter();
        at += plain
            .take_while(|b| b.is_ascii_alphanumeric() || **b == b'_')
            .count();
        let mut rest = text[at..].chars();
        let Some(c) = rest.next() else {
            return at;
        };
        let mut goes_on = || at > 0 && is_apostrophe(c) && rest.next().is_some_and(is_letter);
        if !(is_letter(c) || goes_on()) {
            return at;
        }
        at += c.len_utf8();
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || (!c.is_ascii() && is_combining_mark(c))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether what stands between two words ends a sentence: a full stop, a question or exclamation mark, perhaps a closing
/// mark, and a space.
fn ends_sentence(gap: &str) -> bool {
    let mut stops = gap.match_indices(['.', '!', '?', '…']);
    stops.any(|(at, stop)| {
        let after = gap[at + stop.len()..].trim_start_matches([')', ']', '"', '\'', '”', '’', '»']);
        after.starts_with(char::is_whitespace)
    })
}

fn is_address(chunk: &str) -> bool {
    if !chunk.bytes().any(|b| matches!(b, b'/' | b'.' | b'@')) {
        return false;
    }
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
