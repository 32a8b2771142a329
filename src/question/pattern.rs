//! Regular expressions for typed answers: the part of the language that this program and a browser read the same way.
//!
//! A pattern is checked here with the `regex` crate and runs in the page as ECMAScript (`new RegExp("^(?:…)$", "iu")`).
//! Both must agree, so what only one of them knows is refused, and what they read differently (`\d`, `\w` and `\b` are
//! ASCII in ECMAScript, Unicode in the crate) is translated for the crate.
//! Source of the grammar: ECMA-262, "Patterns", with the flag u.

#[cfg(test)]
mod tests;

use super::answer_text::fold;
use regex::{Regex, RegexBuilder};
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;
use unicode_normalization::UnicodeNormalization;

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternFault {
    /// Bytes of the pattern.
    pub at: Range<usize>,
    /// Completes "this regular expression …".
    pub message: String,
    pub help: Option<&'static str>,
}

/// A pattern that was read.
#[derive(Debug, Clone)]
pub struct Pattern(Regex);

/// The largest compiled form, in bytes; keeps `(a{1000}){1000}` from taking all memory.
const SIZE_LIMIT: usize = 1 << 20;
const SYNTAX: &str = r"^$\.*+?()[]{}|/";
const CATEGORIES: &[&str] = &["L", "Lu", "Ll", "M", "N", "Nd", "P", "S", "Z"];

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// When it is no regular expression, or uses something that only one of program and browser knows.
    pub fn new(pattern: &str) -> Result<Self, PatternFault> {
        let translated = translate(pattern)?;
        let whole = format!(r"\A(?:{translated})\z");
        let mut builder = RegexBuilder::new(&whole);
        let built = builder
            .case_insensitive(true)
            .size_limit(SIZE_LIMIT)
            .build();
        built.map(Self).map_err(|error| PatternFault {
            at: 0..pattern.len(),
            message: format!("cannot be read: {}", reason(&error)),
            help: None,
        })
    }

    /// Whether the whole answer matches, as it was typed or without its accents. Case and outer spaces do not count. A
    /// long s, the one sign outside ASCII that ECMAScript takes for a part of a word, is read as s.
    #[must_use]
    pub fn accepts(&self, answer: &str) -> bool {
        let typed: String = answer.trim().nfc().collect();
        let matches = |text: String| self.0.is_match(&text.replace('\u{17F}', "s"));
        matches(typed) || matches(fold(answer))
    }
}

fn reason(error: &regex::Error) -> String {
    if let regex::Error::CompiledTooBig(_) = error {
        return "it repeats too much".to_owned();
    }
    let text = error.to_string();
    let last = text.lines().last().unwrap_or("");
    last.trim().trim_start_matches("error: ").to_owned()
}

fn translate(pattern: &str) -> Result<String, PatternFault> {
    let mut reader = Reader {
        pattern,
        chars: pattern.char_indices().peekable(),
        out: String::with_capacity(pattern.len()),
        before: Before::Nothing,
    };
    while let Some((at, c)) = reader.chars.next() {
        reader.outside_class(at, c)?;
    }
    Ok(reader.out)
}

/// What stands in front of the next sign: says whether it can be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Atom,
    Repeat,
}

struct Reader<'a> {
    pattern: &'a str,
    chars: Peekable<CharIndices<'a>>,
    out: String,
    before: Before,
}

impl Reader<'_> {
    fn outside_class(&mut self, at: usize, c: char) -> Result<(), PatternFault> {
        match c {
            '\\' => self.escape(at, false),
            '[' => self.class(at),
            '(' => self.group(at),
            '{' | '*' | '+' | '?' => self.repeat(at, c),
            ']' | '}' => Err(self.fault(at, format!("has a lone {c}"), "put a \\ in front of it")),
            '^' | '$' | '|' => self.keep(c, Before::Nothing),
            _ => self.keep(c, Before::Atom),
        }
    }

    fn keep(&mut self, c: char, before: Before) -> Result<(), PatternFault> {
        self.out.push(c);
        self.before = before;
        Ok(())
    }

    fn group(&mut self, at: usize) -> Result<(), PatternFault> {
        let rest = &self.pattern[at + 1..];
        self.out.push('(');
        self.before = Before::Nothing;
        if !rest.starts_with('?') {
            return Ok(());
        }
        if ["?=", "?!", "?<=", "?<!"]
            .iter()
            .any(|look| rest.starts_with(look))
        {
            return Err(self.fault(
                at,
                "looks ahead or behind, which cannot be checked here".to_owned(),
                "say what the whole answer looks like, or list the right answers in answer",
            ));
        }
        let opening = if rest.starts_with("?:") {
            2
        } else if rest.starts_with("?<") {
            let close = rest.find('>');
            close.map_or(2, |end| end + 1)
        } else {
            return Err(self.fault(
                at,
                "has flags or a group that browsers do not know".to_owned(),
                "write groups as (…) or (?:…); case never counts, so (?i) is not needed",
            ));
        };
        self.out.push_str(&rest[..opening]);
        self.skip_to(at + 1 + opening);
        Ok(())
    }

    fn repeat(&mut self, at: usize, c: char) -> Result<(), PatternFault> {
        let mut end = at + 1;
        if c == '{' {
            let rest = &self.pattern[at..];
            end = at + rest.find('}').map_or(rest.len(), |close| close + 1);
            if !is_count(&self.pattern[at..end]) {
                return Err(self.fault(at, "has a lone {".to_owned(), "put a \\ in front of it"));
            }
        }
        let lazy = self.pattern[end..].starts_with('?');
        if self.before != Before::Atom {
            let message = format!("repeats nothing with {}", &self.pattern[at..end]);
            return Err(self.fault(
                at,
                message,
                "put the sign to repeat, or a group (…), before it",
            ));
        }
        end += usize::from(lazy);
        self.out.push_str(&self.pattern[at..end]);
        self.skip_to(end);
        self.before = Before::Repeat;
        Ok(())
    }

    fn class(&mut self, at: usize) -> Result<(), PatternFault> {
        self.out.push('[');
        if self.next_is('^') {
            self.chars.next();
            self.out.push('^');
        }
        if self.next_is(']') {
            return Err(self.fault(
                at,
                "has an empty [ ]".to_owned(),
                "put signs between [ and ]",
            ));
        }
        while let Some((at, c)) = self.chars.next() {
            match c {
                ']' => return self.keep(']', Before::Atom),
                '\\' => self.escape(at, true)?,
                '[' => {
                    let help = "put a \\ in front of a [ that stands between [ and ]";
                    return Err(self.fault(at, "has a [ within [ ]".to_owned(), help));
                }
                '&' | '~' | '-' if self.next_is(c) => {
                    let message =
                        format!("has {c}{c} within [ ], which browsers read in another way");
                    return Err(self.fault(
                        at,
                        message,
                        "write each sign between [ and ] only one time",
                    ));
                }
                _ => self.out.push(c),
            }
        }
        Err(self.fault(
            at,
            "has a [ that is not closed".to_owned(),
            "write ] after the signs",
        ))
    }

    fn escape(&mut self, at: usize, in_class: bool) -> Result<(), PatternFault> {
        let Some((_, c)) = self.chars.next() else {
            let help = "write \\\\ for a backslash";
            return Err(self.fault(at, "ends with a lone \\".to_owned(), help));
        };
        self.before = Before::Atom;
        match c {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' => return self.sign_class(at, c, in_class),
            'b' if !in_class => {
                self.before = Before::Nothing;
                self.out.push_str(r"(?-u:\b)");
            }
            't' | 'n' | 'r' | 'f' | 'v' => self.out.extend(['\\', c]),
            'x' | 'u' | 'p' | 'P' => return self.long_escape(at, c),
            '1'..='9' => {
                let help = "say what the whole answer looks like, without a reference to a group";
                let message = format!("refers back to group {c}, which cannot be checked here");
                return Err(self.fault(at, message, help));
            }
            _ if SYNTAX.contains(c) || (in_class && c == '-') => self.out.extend(['\\', c]),
            _ => {
                let message = format!("has \\{c}, which not every program reads the same way");
                return Err(self.fault(at, message, "write the sign without a backslash"));
            }
        }
        Ok(())
    }

    fn sign_class(&mut self, at: usize, c: char, in_class: bool) -> Result<(), PatternFault> {
        let rest = &self.pattern[at + 2..];
        if in_class && rest.starts_with('-') && !rest.starts_with("-]") {
            let help = "put the - at the end, just before ]";
            return Err(self.fault(at, format!("has a range that starts with \\{c}"), help));
        }
        self.out.push_str(match (c, in_class) {
            ('d', false) => "[0-9]",
            ('d', true) => "0-9",
            ('D', _) => "[^0-9]",
            ('w', false) => "[A-Za-z0-9_]",
            ('w', true) => "A-Za-z0-9_",
            ('W', _) => "[^A-Za-z0-9_]",
            ('s', _) => r"\s",
            _ => r"\S",
        });
        Ok(())
    }

    /// `\x41`, `\u0041`, `\u{41}`, `\p{L}`
    fn long_escape(&mut self, at: usize, c: char) -> Result<(), PatternFault> {
        let rest = &self.pattern[at + 2..];
        let braced = rest
            .strip_prefix('{')
            .and_then(|r| r.split_once('}'))
            .map(|(name, _)| name);
        let is_hex = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
        let digits = |n: usize| rest.get(..n).filter(|d| is_hex(d)).map(|_| n);
        let len = match (c, braced) {
            ('x', _) => digits(2),
            ('u', Some(code)) if is_hex(code) => Some(code.len() + 2),
            ('u', _) => digits(4),
            (_, Some(name)) if CATEGORIES.contains(&name) => Some(name.len() + 2),
            _ => None,
        };
        let Some(len) = len else {
            let help = "known are \\x41, \\u0041, \\u{41} and \\p{…} with one of L, Lu, Ll, M, N, Nd, P, S, Z";
            let message = format!("has a \\{c} that not every program reads the same way");
            return Err(self.fault(at, message, help));
        };
        self.out.push_str(&self.pattern[at..at + 2 + len]);
        self.skip_to(at + 2 + len);
        Ok(())
    }

    fn next_is(&mut self, c: char) -> bool {
        self.chars.peek().is_some_and(|&(_, next)| next == c)
    }

    fn skip_to(&mut self, end: usize) {
        while self.chars.next_if(|&(at, _)| at < end).is_some() {}
    }

    fn fault(&self, at: usize, message: String, help: &'static str) -> PatternFault {
        let end = at + self.pattern[at..].chars().next().map_or(0, char::len_utf8);
        PatternFault {
            at: at..end,
            message,
            help: Some(help),
        }
    }
}

/// `{2}`, `{2,}`, `{2,3}`
fn is_count(text: &str) -> bool {
    let inner = text.strip_prefix('{').and_then(|t| t.strip_suffix('}'));
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    inner.is_some_and(|inner| match inner.split_once(',') {
        Some((least, most)) => digits(least) && (most.is_empty() || digits(most)),
        None => digits(inner),
    })
}
