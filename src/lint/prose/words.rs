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
    pub look: Look,
}

/// What a word looks like at a glance.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::lint) struct Look {
    /// Of the word in lower case.
    pub key: Key,
    /// If not, it is no possessive and no contraction.
    pub may_have_apostrophe: bool,
    /// If not, it does not begin with two capitals.
    pub may_be_loud: bool,
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
pub(super) type Signs = u8;
const SMALL: Signs = 1;
const CAPITAL: Signs = 2;
pub(super) const DIGIT: Signs = 4;
const SPACE: Signs = 8;
/// Stands in every address.
const OF_ADDRESS: Signs = 16;
const OTHER: Signs = 32;
/// What words are made of, but for the letters of other alphabets and apostrophes.
const OF_WORD: Signs = SMALL | CAPITAL | DIGIT;

static SIGNS: [Signs; 256] = signs();

const fn signs() -> [Signs; 256] {
    let mut signs = [OTHER; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        signs[byte as usize] = match byte {
            b'a'..=b'z' | b'_' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b'/' | b'.' | b'@' => OF_ADDRESS,
            _ if byte.is_ascii_whitespace() => SPACE,
            _ => OTHER,
        };
        byte += 1;
    }
    signs
}

/// What a text was cut into.
#[derive(Debug, Default)]
pub(super) struct Cut {
    pub words: Vec<Word>,
    /// Has the words in lower case.
    pub folded: String,
    /// Of all that is no space.
    pub signs: Signs,
}

/// Cuts a text into words. Addresses have none.
pub(super) fn cut(text: &str) -> Cut {
    let is_ascii = text.is_ascii();
    let mut cutter = Cutter {
        text,
        words: Vec::with_capacity(text.len() / 5),
        folded: match is_ascii {
            true => text.to_ascii_lowercase(),
            false => String::with_capacity(text.len()),
        },
        is_ascii,
        end: 0,
        sentence: 0,
    };
    let mut all = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (length, signs) = stretch(&bytes[at..], SPACE);
        let end = at + length;
        all |= signs;
        if signs & !OF_WORD == 0 {
            if length > 0 {
                cutter.word(at..end, signs);
            }
        } else if signs & OF_ADDRESS == 0 || !is_address(&text[at..end]) {
            cutter.chunk(at..end);
        }
        at = end + 1;
    }
    Cut {
        words: cutter.words,
        folded: cutter.folded,
        signs: all,
    }
}

/// Words in lower case, one space apart.
pub(super) fn joined(Cut { words, folded, .. }: &Cut) -> String {
    let mut joined = String::with_capacity(folded.len() + words.len());
    for word in words {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&folded[word.folded()]);
    }
    joined
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
    /// The text in lower case when all of it is ASCII, else the words in lower case, one after the other.
    folded: String,
    is_ascii: bool,
    /// Where the last word ends.
    end: usize,
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

    #[inline]
    fn word(&mut self, text: Range<usize>, signs: Signs) {
        let gap = self.end..text.start;
        self.end = text.end;
        // A stop and a space are two bytes.
        if gap.len() > 1 && !self.words.is_empty() {
            self.sentence += u32::from(ends_sentence(&self.text[gap]));
        }
        let folded = self.fold(&text);
        let is_capital = |at: usize| {
            self.text
                .as_bytes()
                .get(at)
                .is_some_and(u8::is_ascii_uppercase)
        };
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.words.push(Word {
            start: short(text.start),
            end: short(text.end),
            folded_start: short(folded.start),
            folded_end: short(folded.end),
            sentence: self.sentence,
            look: Look {
                key: Key::of(&self.folded.as_bytes()[folded]),
                may_have_apostrophe: signs & OTHER != 0,
                may_be_loud: signs & OTHER != 0
                    || (signs & CAPITAL != 0 && is_capital(text.start + 1)),
            },
        });
    }

    /// Where the folded text has a word.
    fn fold(&mut self, text: &Range<usize>) -> Range<usize> {
        if self.is_ascii {
            return text.clone();
        }
        let from = self.folded.len();
        let straight = |c| if is_apostrophe(c) { '\'' } else { c };
        let folded = self.text[text.clone()].chars().map(straight);
        self.folded.extend(folded.flat_map(char::to_lowercase));
        from..self.folded.len()
    }
}

/// How many bytes of the text belong to a word that begins with it, and their signs.
fn word_at(text: &str) -> (usize, Signs) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut all = 0;
    loop {
        let (plain, signs) = stretch(&bytes[at..], !OF_WORD);
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
#[inline]
fn ends_sentence(gap: &str) -> bool {
    gap == ". " || (gap != ", " && has_stop(gap))
}

#[inline(never)]
fn has_stop(gap: &str) -> bool {
    let mut stops = gap.match_indices(['.', '!', '?', '…']);
    stops.any(|(at, stop)| {
        let after = gap[at + stop.len()..].trim_start_matches([')', ']', '"', '\'', '”', '’', '»']);
        after.starts_with(char::is_whitespace)
    })
}

fn is_address(chunk: &str) -> bool {
    let is_sign = |byte: u8| SIGNS[usize::from(byte)] & OF_ADDRESS != 0;
    // "Word." at the end of a sentence.
    if !chunk
        .strip_suffix('.')
        .unwrap_or(chunk)
        .bytes()
        .any(is_sign)
    {
        return false;
    }
    let chunk = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    if !chunk.bytes().any(is_sign) {
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
