//! What an address names: one file of the site, or nothing. Only names of outputs are ever looked up, so that no
//! address can lead to another file.

/// Reads the path of a request: percent-encoding is taken off once. `None` for what no file of a site can be called.
pub(super) fn path_of(encoded: &str) -> Option<String> {
    let path = decode(encoded.strip_prefix('/')?)?;
    let inner = path.strip_suffix('/').unwrap_or(&path);
    let is_name = |part: &str| !matches!(part, "" | "." | "..");
    let plain = !path.contains(|c: char| c == '\\' || c.is_control());
    (plain && (inner.is_empty() && path.is_empty() || inner.split('/').all(is_name)))
        .then_some(path)
}

/// A value of a query such as `page=index.html&seen=1`.
pub(super) fn query_value(query: &str, name: &str) -> Option<String> {
    let pairs = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let (_, value) = pairs.into_iter().find(|(key, _)| *key == name)?;
    decode(value)
}

/// `None` when the signs are no percent-encoded UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            let hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| hex)?);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_read_once() {
        assert_eq!(path_of("/").as_deref(), Some(""));
        assert_eq!(
            path_of("/pages/a%20b.html").as_deref(),
            Some("pages/a b.html")
        );
        assert_eq!(path_of("/modules/").as_deref(), Some("modules/"));
        assert_eq!(path_of("/caf%C3%A9.html").as_deref(), Some("café.html"));
        // What is encoded twice is a name with a percent sign in it.
        assert_eq!(path_of("/%252e%252e/a").as_deref(), Some("%2e%2e/a"));
    }

    #[test]
    fn what_leaves_the_site_is_no_name() {
        for path in [
            "",
            "x",
            "//",
            "//evil.example/a",
            "/../a",
            "/a/../../b",
            "/%2e%2e/a",
            "/a/%2E%2e",
            "/./a",
            "/a//b",
            "/a%00b",
            "/..%5ca",
            "/a\\b",
            "/%c3",
            "/%zz",
            "/%+1",
            "/%",
        ] {
            assert_eq!(path_of(path), None, "{path}");
        }
    }

    #[test]
    fn a_query_has_named_values() {
        assert_eq!(
            query_value("page=a%2Fb.html&x", "page").as_deref(),
            Some("a/b.html")
        );
        assert_eq!(query_value("page=a&__nojs", "__nojs").as_deref(), Some(""));
        assert_eq!(query_value("", "page"), None);
    }
}
