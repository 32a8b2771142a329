//! Reads a passage once, from its first byte to its last.

use super::stops::{self, Before, Stop};
use super::token::{self, Token, TokenKind};
use super::{Sentence, Text, Word, WordKind, short};
use std::ops::Range;

/// Marks that begin an item of a list in plain text, with a space behind.
const BULLETS: [char; 9] = ['-', '*', '+', '•', '‣', '◦', '–', '·', '▪'];

/// A label of an item has at most so many bytes: `viii`, `10.2`.
const LONGEST_LABEL: usize = 4;

/// Adds the sentences and words of the passage that the text has from a byte on.
pub(super) fn cut(text: &mut Text, at: usize) {
    let first_word = text.words.len();
    let mut cutter = Cutter {
        source: &text.source,
        folded: &mut text.folded,
        words: &mut text.words,
        sentences: &mut text.sentences,
        colons: &mut text.colons,
        at,
        first_word,
        line_start: true,
        last_marker: 0,
    };
    cutter.run();
}

struct Cutter<'t> {
    source: &'t str,
    folded: &'t mut String,
    words: &'t mut Vec<Word>,
    sentences: &'t mut Vec<Sentence>,
    colons: &'t mut u64,
    at: usize,
    /// The first word of the sentence that is being read.
    first_word: usize,
    /// Whether nothing but space stands between the place and the beginning of its line.
    line_start: bool,
    /// The number of the last item of a numbered list.
    last_marker: u32,
}

impl Cutter<'_> {
    fn run(&mut self) {
        let bytes = self.source.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => self.word(),
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'\n' => self.line_end(),
                b'.' | b'!' | b'?' => self.stop(),
                b'$' if bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit) => self.word(),
                0x80.. => self.wide(),
                _ => {
                    let spaced = bytes.get(self.at + 1).is_some_and(u8::is_ascii_whitespace);
                    *self.colons += u64::from(byte == b':' && spaced);
                    self.at += 1;
                    self.line_start = false;
                }
            }
        }
        self.finish(self.at);
    }

    /// A character that is not ASCII.
    fn wide(&mut self) {
        let Some(c) = self.source[self.at..].chars().next() else {
            return;
        };
        if stops::is_stop(c) {
            self.stop();
        } else if c.is_alphanumeric() {
            self.word();
        } else {
            self.at += c.len_utf8();
            self.line_start &= c.is_whitespace() || c == '\u{FEFF}';
        }
    }

    fn word(&mut self) {
        let token = token::read(self.source, self.at);
        if token.kind == TokenKind::Address {
            self.at = token.end;
        } else if let Some(after) = self.marker(&token) {
            self.at = after;
        } else {
            self.push(&token);
            self.at = token.end;
        }
        self.line_start = false;
    }

    /// Where the text of a list item begins, when the token is the item's number or letter: `2. Take…`, `b) Rest`.
    fn marker(&mut self, token: &Token) -> Option<usize> {
        let label = &self.source[self.at..token.end];
        if label.len() > LONGEST_LABEL || self.words.len() > self.first_word {
            return None;
        }
        let behind = &self.source.as_bytes()[token.end..];
        let [sign @ (b'.' | b')'), b' ' | b'\t', ..] = behind else {
            return None;
        };
        let is_marker = match label.parse::<u32>() {
            Ok(number) if label.len() <= 2 => {
                let next = number == 1 || number == self.last_marker + 1;
                let is_marker = self.line_start || *sign == b')' || next;
                self.last_marker = if is_marker { number } else { self.last_marker };
                is_marker
            }
            _ => is_label(label, *sign, self.line_start),
        };
        is_marker.then_some(token.end + 1)
    }

    fn push(&mut self, token: &Token) {
        let written = &self.source[self.at..token.end];
        let from = self.folded.len();
        let mut upper = 0;
        let mut lower = 0;
        if written.is_ascii() {
            self.folded.push_str(written);
            self.folded[from..].make_ascii_lowercase();
            upper = written.bytes().filter(u8::is_ascii_uppercase).count();
            // Most words have no capital: then nobody asks.
            if upper > 1 {
                lower = written.bytes().filter(u8::is_ascii_lowercase).count();
            }
        } else {
            for c in written.chars() {
                upper += usize::from(c.is_uppercase());
                lower += usize::from(c.is_lowercase());
                match c {
                    '’' | 'ʼ' | '‘' => self.folded.push('\''),
                    '‐' | '‑' => self.folded.push('-'),
                    '\u{AD}' => {}
                    _ => self.folded.extend(c.to_lowercase()),
                }
            }
        }
        let before = self.at.checked_sub(1).map(|at| self.source.as_bytes()[at]);
        self.words.push(Word {
            start: short(self.at),
            end: short(token.end),
            folded_start: short(from),
            folded_end: short(self.folded.len()),
            kind: match token.kind {
                TokenKind::Number => WordKind::Number,
                _ => WordKind::Letters,
            },
            is_capitalised: upper > 0 && is_capital(written),
            is_plain: upper == 0 || (upper == 1 && is_capital(written)),
            is_all_capitals: upper > 1 && lower == 0,
            after_slash: before == Some(b'/'),
        });
    }

    /// A blank line, or a line that begins an item, ends a sentence; another line end is a space.
    fn line_end(&mut self) {
        let rest = &self.source[self.at + 1..];
        let line = rest.trim_start_matches([' ', '\t', '\r']);
        let blank = line.is_empty() || line.starts_with('\n');
        if blank || begins_item(line) {
            self.finish(self.at);
            if blank {
                self.last_marker = 0;
            }
        }
        self.at += 1;
        self.line_start = true;
    }

    fn stop(&mut self) {
        let stop = Stop::read(self.source, self.at);
        if self.words.len() > self.first_word && self.ends_with(&stop) {
            self.finish(stop.closed);
        }
        self.at = stop.closed;
        self.line_start = false;
    }

    fn ends_with(&self, stop: &Stop<'_>) -> bool {
        let sentence = &self.words[self.first_word..];
        let last = sentence.last();
        let touching = last.filter(|word| word.end as usize == self.at);
        let previous = sentence.len().checked_sub(2).map(|at| &sentence[at]);
        stop.ends_sentence(&Before {
            word: touching.map(|word| self.folded_of(word)),
            previous: previous.map(|word| self.folded_of(word)),
            previous_is_name: previous.is_some_and(|word| word.is_capitalised),
            capitalised: touching.is_some_and(|word| word.is_capitalised),
            all_capitals: touching.is_some_and(|word| word.is_all_capitals),
            is_number: touching.is_some_and(|word| word.kind == WordKind::Number),
            previous_is_number: previous.is_some_and(|word| word.kind == WordKind::Number),
            words: sentence.len(),
        })
    }

    fn folded_of(&self, word: &Word) -> &str {
        &self.folded[word.folded_start as usize..word.folded_end as usize]
    }

    /// Ends the sentence that is being read, when it has words.
    fn finish(&mut self, end: usize) {
        let words = self.first_word..self.words.len();
        self.first_word = self.words.len();
        let Some(first) = self.words.get(words.start) else {
            return;
        };
        let start = first.start as usize;
        let bytes = trimmed(self.source, start..end);
        self.sentences.push(Sentence { bytes, words });
    }
}

fn trimmed(source: &str, bytes: Range<usize>) -> Range<usize> {
    let kept = source[bytes.clone()].trim_end().len();
    bytes.start..bytes.start + kept
}

/// Whether something that is no plain number is the label of an item: `b)`, `iv.`, `2.1.`
fn is_label(label: &str, sign: u8, line_start: bool) -> bool {
    let is_letter = label.len() == 1 && label.as_bytes()[0].is_ascii_alphabetic();
    if is_letter && sign == b')' {
        return true;
    }
    let is_section = label.contains('.') && label.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    line_start && (is_roman(label) || is_section || is_letter && !is_capital(label))
}

fn is_roman(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

fn begins_item(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix(BULLETS) {
        return rest.starts_with([' ', '\t']);
    }
    let label = line.find(['.', ')', ' ']).unwrap_or(0);
    if is_roman(&line[..label]) {
        return matches!(line.as_bytes()[label..], [b'.' | b')', b' ' | b'\t', ..]);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line.as_bytes()[digits..];
    if let [b'a'..=b'z' | b'A'..=b'Z', b')', b' ' | b'\t', ..] = rest {
        return digits == 0;
    }
    (1..=2).contains(&digits) && matches!(rest, [b'.' | b')', b' ' | b'\t', ..])
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
