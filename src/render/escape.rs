//! Text into HTML.

/// Appends a text with the signs of HTML replaced; for text and for attribute values in double quotes.
pub fn push(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            // Signs that HTML does not allow are shown as what they are: unreadable.
            0..=8 | 11 | 12 | 14..=31 | 127 => "\u{FFFD}",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(entity);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// [`push`] into a new text.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

/// A relative path as an address: spaces, `#`, `?`, `%` and what is not ASCII percent-encoded (RFC 3986).
#[must_use]
pub fn path_address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte as char);
            }
            b'!' | b'$' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' | b'@' => {
                out.push(byte as char);
            }
            _ => {
                out.push('%');
                for nibble in [byte >> 4, byte & 15] {
                    out.push(
                        char::from_digit(u32::from(nibble), 16)
                            .unwrap_or('0')
                            .to_ascii_uppercase(),
                    );
                }
            }
        }
    }
    // A first part with a colon would be read as a scheme; the colon itself was encoded above.
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_signs_are_replaced() {
        assert_eq!(
            escaped("a < b & \"c\"\u{1}\n"),
            "a &lt; b &amp; &quot;c&quot;\u{FFFD}\n"
        );
    }

    #[test]
    fn addresses_survive_odd_names() {
        assert_eq!(path_address("a b/50%#1.html"), "a%20b/50%25%231.html");
        assert_eq!(path_address("é.html"), "%C3%A9.html");
    }
}
