//! Text into HTML.

/// What stands for each byte in HTML; nothing for those that stand for themselves.
static ENTITIES: [Option<&str>; 256] = {
    let mut table: [Option<&str>; 256] = [None; 256];
    let mut byte = 0;
    // Signs that HTML does not allow are shown as what they are: unreadable.
    while byte < 32 {
        if !matches!(byte as u8, b'\t' | b'\n' | b'\r') {
            table[byte] = Some("\u{FFFD}");
        }
        byte += 1;
    }
    table[127] = Some("\u{FFFD}");
    table[b'&' as usize] = Some("&amp;");
    table[b'<' as usize] = Some("&lt;");
    table[b'>' as usize] = Some("&gt;");
    table[b'"' as usize] = Some("&quot;");
    table
};

/// Appends a text with the signs of HTML replaced; for text and for attribute values in double quotes.
pub fn push(out: &mut String, text: &str) {
    let entity = |byte: &u8| ENTITIES[usize::from(*byte)];
    let mut rest = text;
    while let Some(at) = rest
        .as_bytes()
        .iter()
        .position(|byte| entity(byte).is_some())
    {
        out.push_str(&rest[..at]);
        out.push_str(entity(&rest.as_bytes()[at]).unwrap_or_default());
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
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
            _ => push_percent(&mut out, byte),
        }
    }
    out
}

/// An address of another site as the author wrote it, with the signs percent-encoded that no address may hold (RFC
/// 3986); what is encoded already stays. Square brackets are kept in a host, where they hold an IPv6 address.
#[must_use]
pub fn external_address(address: &str) -> String {
    let host_end = address.find("://").map_or(0, |at| {
        let rest = &address[at + 3..];
        at + 3 + rest.find(['/', '?', '#']).unwrap_or(rest.len())
    });
    let mut out = String::with_capacity(address.len());
    let fragment = address.find('#').unwrap_or(address.len());
    for (at, c) in address.char_indices() {
        match c {
            '#' if at > fragment => out.push_str("%23"),
            '[' | ']' if at < host_end => out.push(c),
            ' '
            | '"'
            | '<'
            | '>'
            | '\\'
            | '^'
            | '`'
            | '{'
            | '|'
            | '}'
            | '['
            | ']'
            | '\0'..='\x1f' => {
                push_percent(&mut out, c as u8);
            }
            _ => out.push(c),
        }
    }
    out
}

fn push_percent(out: &mut String, byte: u8) {
    out.push('%');
    for nibble in [byte >> 4, byte & 15] {
        let digit = char::from_digit(u32::from(nibble), 16);
        out.push(digit.unwrap_or('0').to_ascii_uppercase());
    }
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
    fn other_sites_keep_their_addresses() {
        let odd = external_address("https://[::1]:80/a b?q=[1]&x=%20#/[f]#g");
        assert_eq!(odd, "https://[::1]:80/a%20b?q=%5B1%5D&x=%20#/%5Bf%5D%23g");
        assert_eq!(external_address("tel:+1 2"), "tel:+1%202");
    }

    #[test]
    fn addresses_survive_odd_names() {
        assert_eq!(path_address("a b/50%#1.html"), "a%20b/50%25%231.html");
        assert_eq!(path_address("é.html"), "%C3%A9.html");
    }
}
