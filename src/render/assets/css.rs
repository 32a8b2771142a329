//! Style sheets without comments and needless white space, and with other addresses.

use std::ops::Range;

/// A piece of a style sheet, as far as shortening it needs to know.
enum Piece {
    Comment,
    Space,
    /// `url(…)` whose address stands at this range.
    Url(Range<usize>),
    /// A string, an escape or any other character: kept as it is.
    Kept,
}

/// Shortens a style sheet. `address` is asked for another address for each `url(…)`, with its range in `css`.
/// Strings stay as they are, and so does white space that could mean something: only around braces and after
/// semicolons and commas it never does.
pub fn shorten(css: &str, mut address: impl FnMut(&str, Range<usize>) -> Option<String>) -> String {
    let mut short = Shortened::default();
    let mut at = 0;
    while at < css.len() {
        let (piece, len) = next(css, at);
        let text = &css[at..at + len];
        match piece {
            Piece::Space => short.space = true,
            Piece::Comment => short.comment(text, &css[at + len..]),
            Piece::Kept => short.push(text),
            Piece::Url(range) => match address(&css[range.clone()], range) {
                Some(new) => short.push(&format!("url(\"{new}\")")),
                None => short.push(text),
            },
        }
        at += len;
    }
    if !short.css.is_empty() {
        short.css.push('\n');
    }
    short.css
}

#[derive(Default)]
struct Shortened {
    css: String,
    /// White space was read and is not written yet.
    space: bool,
}

impl Shortened {
    fn push(&mut self, text: &str) {
        if self.space && self.wants_space(text) {
            self.css.push(' ');
        }
        self.space = false;
        self.css.push_str(text);
    }

    fn wants_space(&self, next: &str) -> bool {
        let Some(last) = self.css.chars().next_back() else {
            return false;
        };
        let before_brace = next.starts_with(['{', '}']) && last != ':';
        !before_brace && !matches!(last, '{' | '}' | ';' | ',')
    }

    /// Leaves a comment out, unless it is a notice (`/*! … */`) or all that stands between two tokens.
    fn comment(&mut self, text: &str, after: &str) {
        if text.starts_with("/*!") {
            self.push(text);
            return;
        }
        let last = self.css.chars().next_back();
        let next = after.chars().next();
        let apart = self.space
            || matches!(last, None | Some('{' | '}' | ';' | ','))
            || next.is_none_or(|c| c.is_ascii_whitespace() || matches!(c, '{' | '}' | ';'));
        if !apart {
            self.push("/**/");
        }
    }
}

/// The piece that starts at a byte, and its length.
fn next(css: &str, at: usize) -> (Piece, usize) {
    let rest = &css[at..];
    let first = rest.chars().next().map_or(1, char::len_utf8);
    match rest.as_bytes()[0] {
        b'/' if rest.starts_with("/*") => {
            let end = rest[2..].find("*/").map_or(rest.len(), |i| i + 4);
            (Piece::Comment, end)
        }
        b if b.is_ascii_whitespace() => {
            let end = rest.find(|c: char| !c.is_ascii_whitespace());
            (Piece::Space, end.unwrap_or(rest.len()))
        }
        b'"' | b'\'' => (Piece::Kept, string_len(rest)),
        b'\\' => {
            let escaped = rest[1..].chars().next().map_or(0, char::len_utf8);
            (Piece::Kept, 1 + escaped)
        }
        b'u' | b'U' if !css[..at].ends_with(is_name) => match url(rest) {
            Some((address, len)) => (Piece::Url(at + address.start..at + address.end), len),
            None => (Piece::Kept, first),
        },
        _ => (Piece::Kept, first),
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// The length of the string that `text` starts with. A line end closes it too, as it does for browsers.
fn string_len(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'\n' => return at,
            byte if byte == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The range of the address and the length of the whole, when `text` starts with `url(…)`.
fn url(text: &str) -> Option<(Range<usize>, usize)> {
    let is_url = text.get(..4)?.eq_ignore_ascii_case("url(");
    let inner = text.get(4..).filter(|_| is_url)?;
    let start = 4 + inner.len() - inner.trim_ascii_start().len();
    let (address, after) = if text[start..].starts_with(['"', '\'']) {
        let string = &text[start..start + string_len(&text[start..])];
        let inner = string[1..].strip_suffix(&string[..1])?;
        (start + 1..start + 1 + inner.len(), start + string.len())
    } else {
        let len = text[start..].find(')')?;
        let len = text[start..start + len].trim_ascii_end().len();
        (start..start + len, start + len)
    };
    let close = text[after..].find(')')?;
    let fits = text[after..after + close].trim_ascii().is_empty();
    fits.then_some((address, after + close + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(css: &str) -> String {
        shorten(css, |_, _| None)
    }

    #[test]
    fn leaves_out_what_means_nothing() {
        let css = "/* head */\n.a,\n.b {\n  color: red;\n  margin: 0 auto;\n}\n\n@media (x) {\n  p { top: 0 }\n}\n";
        assert_eq!(
            short(css),
            ".a,.b{color: red;margin: 0 auto;}@media (x){p{top: 0}}\n"
        );
    }

    #[test]
    fn keeps_what_means_something() {
        for css in [
            "a :hover{width: calc(1px + -2px)}\n",
            "a{content: \"  /* no  comment */ \\\"  { \"}\n",
            "a{--x: ;--y: }\n",
            ".a\\:b .c{}\n",
            "/*! MIT */a{}\n",
            "a{background: url(data:image/png;base64,/*//)}\n",
        ] {
            assert_eq!(short(css), css);
        }
        // A comment can be all that keeps two tokens apart.
        assert_eq!(short("a{margin:1px/* */2px}"), "a{margin:1px/**/2px}\n");
        assert_eq!(short("a/* */.b{}"), "a/**/.b{}\n");
        assert_eq!(short("a /* */ .b{}"), "a .b{}\n");
    }

    #[test]
    fn broken_sheets_end_where_they_end() {
        for css in [
            "/* open",
            "a{content:\"open",
            "a{b:url(open",
            "a{b:url(\"open",
            "a{b:url(\"é\n)",
            "a\\",
        ] {
            assert!(short(css).len() <= css.len() + 1, "{css}");
        }
    }

    #[test]
    fn addresses_are_replaced_in_every_spelling() {
        let new = |css: &str| shorten(css, |address, _| Some(format!("<{address}>")));
        assert_eq!(new("a{b:url(x.png)}"), "a{b:url(\"<x.png>\")}\n");
        assert_eq!(new("a{b:URL( \"x y.png\" )}"), "a{b:url(\"<x y.png>\")}\n");
        assert_eq!(new("a{b:url( 'x)y' ) c}"), "a{b:url(\"<x)y>\") c}\n");
        // Not a function of that name.
        assert_eq!(new("a{b:my-url(x)}"), "a{b:my-url(x)}\n");
    }
}
