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

/// Bytes that are looked at together.
const AT_ONCE: usize = 32;

/// Appends a text with the signs of HTML replaced; for text and for attribute values in double quotes.
pub fn push(out: &mut String, text: &str) {
    let mut done = 0;
    for (number, chunk) in text.as_bytes().chunks(AT_ONCE).enumerate() {
        // Without branches, and with whole chunks of one length, the bytes are looked at many at once.
        let is_plain = match <&[u8; AT_ONCE]>::try_from(chunk) {
            Ok(chunk) => !chunk
                .iter()
                .fold(false, |any, &byte| any | may_be_sign(byte)),
            Err(_) => !chunk.iter().any(|&byte| may_be_sign(byte)),
        };
        if is_plain {
            continue;
        }
        for (at, byte) in (number * AT_ONCE..).zip(chunk) {
            if let Some(entity) = ENTITIES[usize::from(*byte)] {
                out.push_str(&text[done..at]);
                out.push_str(entity);
                done = at + 1;
            }
        }
    }
    out.push_str(&text[done..]);
}

/// Whether a byte can be one that does not stand for itself: a control sign, `"` or `&`, `<` or `>`.
#[inline]
fn may_be_sign(byte: u8) -> bool {
    (byte < 32) | (byte == 127) | (byte | 4 == b'&') | (byte | 2 == b'>')
}

/// [`push`] into a new text.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

/// Which bytes stand for themselves in a path.
static IN_PATH: [bool; 256] = {
    let signs = b"-._~/!$'()*+,;=@";
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

/// A relative path as an address: spaces, `#`, `?`, `%` and what is not ASCII percent-encoded (RFC 3986).
#[must_use]
pub fn path_address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut done = 0;
    for (at, byte) in path.bytes().enumerate() {
        if !IN_PATH[usize::from(byte)] {
            out.push_str(path.get(done..at).unwrap_or_default());
            push_percent(&mut out, byte);
            done = at + 1;
        }
    }
    out.push_str(&path[done..]);
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
    fn every_sign_is_replaced_wherever_it_stands() {
        for byte in 0..128_u8 {
            assert!(may_be_sign(byte) || ENTITIES[usize::from(byte)].is_none());
        }
        for before in 0..2 * AT_ONCE {
            let (before, after) = ("é".repeat(before), "a".repeat(AT_ONCE));
            let text = format!("{before}<{after}\t&");
            assert_eq!(escaped(&text), format!("{before}&lt;{after}\t&amp;"));
        }
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
