//! Where a word ends.

/// Ends of addresses and file names that are written without `https://`.
const ENDINGS: [&str; 12] = [
    "org", "com", "gov", "net", "edu", "int", "info", "uk", "md", "html", "htm", "pdf",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Letters,
    Number,
    /// An address of the web or of mail: nobody reads it aloud.
    Address,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// The byte behind it.
    pub end: usize,
    pub kind: TokenKind,
}

/// Reads the token that begins at a letter, a digit or a currency sign.
pub(super) fn read(source: &str, start: usize) -> Token {
    let bytes = source.as_bytes();
    let letters = bytes[start..]
        .iter()
        .take_while(|b| b.is_ascii_alphabetic());
    let end = start + letters.count();
    let next = bytes.get(end).copied().unwrap_or(b' ');
    if end > start && matches!(next, b' ' | b',' | b'\n' | b';' | b')' | b'"' | b'!' | b'?') {
        return Token {
            end,
            kind: TokenKind::Letters,
        };
    }
    Reader {
        source,
        start,
        at: end,
    }
    .read()
}

struct Reader<'a> {
    source: &'a str,
    start: usize,
    at: usize,
}

impl Reader<'_> {
    fn read(mut self) -> Token {
        if self.source[self.at..].starts_with('$') {
            self.at += 1;
        }
        while let Some(c) = self.source[self.at..].chars().next() {
            if is_ideograph(c) && self.at > self.start {
                break;
            }
            let next = self.source[self.at + c.len_utf8()..].chars().next();
            if let Some(end) = self.address(c, next) {
                return Token {
                    end,
                    kind: TokenKind::Address,
                };
            }
            if !self.goes_on(c, next) {
                break;
            }
            self.at += c.len_utf8();
            if is_ideograph(c) {
                break;
            }
        }
        Token {
            end: self.at,
            kind: self.kind(),
        }
    }

    fn kind(&self) -> TokenKind {
        let written = self.source[self.start..self.at].trim_start_matches('$');
        if written.starts_with(|c: char| c.is_numeric()) {
            TokenKind::Number
        } else {
            TokenKind::Letters
        }
    }

    fn previous(&self) -> Option<char> {
        self.source[self.start..self.at].chars().next_back()
    }

    /// Whether a character belongs to the word.
    fn goes_on(&self, c: char, next: Option<char>) -> bool {
        if c.is_alphanumeric() || c == '_' || c == '\u{AD}' || is_mark(c) {
            return true;
        }
        let previous = self.previous();
        let before_digit = next.is_some_and(|c| c.is_ascii_digit());
        let after_digit = previous.is_some_and(|c| c.is_ascii_digit());
        let inside =
            previous.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
        match c {
            '\'' | '’' | 'ʼ' => next.is_some_and(char::is_alphabetic) && inside,
            '-' | '‐' | '‑' => inside,
            '%' | '°' | '‰' => after_digit,
            '–' | '/' | ':' | ',' => after_digit && before_digit,
            '.' if after_digit => before_digit,
            '.' => inside && self.is_dotted() && !self.is_missing_space(next),
            _ => false,
        }
    }

    /// Whether what was read since the last stop is a part of an abbreviation: `e` in `e.g.`, `Ph` in `Ph.D.`
    fn is_dotted(&self) -> bool {
        let written = &self.source[self.start..self.at];
        let part = written.rsplit('.').next().unwrap_or(written);
        part.chars().count() == 1 || (part.len() == 2 && part.starts_with(char::is_uppercase))
    }

    /// `It.Then`: the second part goes on with small letters.
    fn is_missing_space(&self, next: Option<char>) -> bool {
        let behind = self.source[self.at + 1..].chars().nth(1);
        next.is_some_and(char::is_uppercase) && behind.is_some_and(char::is_lowercase)
    }

    /// Where an address ends that the token is part of.
    fn address(&self, c: char, next: Option<char>) -> Option<usize> {
        let may_be = match c {
            '@' => true,
            ':' | '/' => next == Some('/') || c == '/',
            '.' => next.is_some_and(char::is_alphanumeric) && !self.previous()?.is_ascii_digit(),
            _ => false,
        };
        if !may_be {
            return None;
        }
        let rest = &self.source[self.start..];
        let chunk = rest.split(char::is_whitespace).next().unwrap_or(rest);
        let chunk = chunk.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
        is_address(chunk).then(|| self.start + chunk.len())
    }
}

fn is_address(chunk: &str) -> bool {
    let ending = chunk.rsplit_once('.').map(|(_, ending)| ending);
    chunk.contains("://")
        || chunk.starts_with("www.")
        || (chunk.contains('@') && chunk.contains('.'))
        || chunk.contains(".org/")
        || chunk.contains(".gov/")
        || chunk.contains(".com/")
        || chunk.contains(".net/")
        || ending.is_some_and(|ending| ENDINGS.contains(&ending))
}

/// A character of a script without spaces, which is a word of its own.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}
