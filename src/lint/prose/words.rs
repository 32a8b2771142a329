//! Cuts text into words.

use super::set::Key;
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
    /// Of the folded word.
    pub key: Key,
    /// Has a sign that is neither a letter nor a digit of ASCII, as an apostrophe is.
    pub is_marked: bool,
    /// Has a capital letter, or a letter that is not in ASCII.
    pub is_raised: bool,
}

impl Word {
    /// Bytes in the text.
    pub(super) fn text(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Bytes in the folded text.
    pub(super) fn folded(&self) -> Range<usize> {
        self.folded_start as usize..self.folded_end as usize
    }
}

/// What a byte is: bits, so that those of a stretch of bytes can be joined.
type Signs = u8;
const SMALL: Signs = 1;
const CAPITAL: Signs = 2;
const SPACE: Signs = 4;
/// Stands in every address.
const OF_ADDRESS: Signs = 8;
const OTHER: Signs = 16;

static SIGNS: [Signs; 256] = signs();

const fn signs() -> [Signs; 256] {
    let mut signs = [OTHER; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        signs[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'_' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'/' | b'.' | b'@' => OF_ADDRESS,
            _ if byte.is_ascii_whitespace() => SPACE,
            _ => OTHER,
        };
        byte += 1;
    }
    signs
}

/// The words of a text, and the same words in lower case, one space apart. Addresses have no words.
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
        let (length, signs) = stretch(&bytes[at..], SPACE);
        let end = at + length;
        if signs & !(SMALL | CAPITAL) == 0 {
            if length > 0 {
                cutter.word(at..end, signs);
            }
        } else if signs & OF_ADDRESS == 0 || !is_address(&text[at..end]) {
            cutter.chunk(at..end);
        }
        at = end + 1;
    }
    (cutter.words, cutter.folded)
}

/// How many bytes there are before the first one with one of some signs, and the signs of them all.
fn stretch(bytes: &[u8], until: Signs) -> (usize, Signs) {
    let mut all = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let signs = SIGNS[usize::from(*byte)];
        if signs & until != 0 {
            return (at, all);
        }
        all |= signs;
    }
    (bytes.len(), all)
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
            let (length, signs) = word_at(&self.text[at..chunk.end]);
            let end = at + length;
            if length > 0 {
                self.word(at..end, signs);
            }
            let skipped = self.text[end..chunk.end].chars().next();
            at = end + skipped.map_or(0, char::len_utf8);
        }
    }

    fn word(&mut self, text: Range<usize>, signs: Signs) {
        if let Some(last) = self.words.last() {
            self.sentence += u32::from(ends_sentence(&self.text[last.text().end..text.start]));
            self.folded.push(' ');
        }
        let from = self.folded.len();
        let written = &self.text[text.clone()];
        if signs & OTHER == 0 || written.is_ascii() {
            self.folded.push_str(written);
            if signs & CAPITAL != 0 {
                self.folded[from..].make_ascii_lowercase();
            }
        } else {
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
            key: Key::of(&self.folded[from..]),
            is_marked: signs & OTHER != 0,
            is_raised: signs & (CAPITAL | OTHER) != 0,
        });
    }
}

/// How many bytes of the text belong to a word that begins with it, and their signs.
fn word_at(text: &str) -> (usize, Signs) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut all = 0;
    loop {
        let (plain, signs) = stretch(&bytes[at..], !(SMALL | CAPITAL));
        at += plain;
        all |= signs;
        let mut rest = text[at..].chars();
        let Some(c) = rest.next() else {
            return (at, all);
        };
        let mut goes_on = || at > 0 && is_apostrophe(c) && rest.next().is_some_and(is_letter);
        if !(is_letter(c) || goes_on()) {
            return (at, all);
        }
        at += c.len_utf8();
        all |= OTHER;
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
    if gap.len() < 2 {
        return false;
    }
    let mut stops = gap.match_indices(['.', '!', '?', '…']);
    stops.any(|(at, stop)| {
        let after = gap[at + stop.len()..].trim_start_matches([')', ']', '"', '\'', '”', '’', '»']);
        after.starts_with(char::is_whitespace)
    })
}

fn is_address(chunk: &str) -> bool {
    let chunk = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    if !chunk.bytes().any(|b| matches!(b, b'/' | b'.' | b'@')) {
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
