//! Reads HTML as the program writes it: quoted attributes, nothing left to a browser's guesses.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A tag that opens an element, with decoded attributes in the order they are written.
    Open {
        name: String,
        attributes: Vec<(String, String)>,
    },
    Close(String),
    /// Decoded text.
    Text(String),
}

impl Token {
    /// The value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        let Self::Open { attributes, .. } = self else {
            return None;
        };
        attributes
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.as_str())
    }
}

/// Elements that have no content and no closing tag.
const VOID: [&str; 9] = [
    "br", "col", "hr", "img", "input", "link", "meta", "source", "track",
];

pub fn is_void(name: &str) -> bool {
    VOID.contains(&name) || name == "wbr"
}

/// All tokens of a page. Comments and the document type are left out.
pub fn tokens(html: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        push_text(&mut out, &rest[..open]);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with("<!") {
            rest = rest.split_once('>').map_or("", |(_, after)| after);
        } else if let Some(closing) = rest.strip_prefix("</") {
            let (name, after) = closing.split_once('>').unwrap_or((closing, ""));
            out.push(Token::Close(name.trim().to_ascii_lowercase()));
            rest = after;
        } else {
            rest = open_tag(&rest[1..], &mut out);
        }
    }
    push_text(&mut out, rest);
    out
}

fn push_text(out: &mut Vec<Token>, text: &str) {
    if !text.is_empty() {
        out.push(Token::Text(decoded(text)));
    }
}

/// Reads a tag after its `<` and gives what follows it; for a script or a style sheet, what follows its content.
fn open_tag<'a>(tag: &'a str, out: &mut Vec<Token>) -> &'a str {
    let name_end = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    let (name, mut rest) = tag.split_at(name_end.unwrap_or(tag.len()));
    let name = name.to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut closed;
    loop {
        closed = rest.trim_start().starts_with("/>");
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        if rest.is_empty() {
            break;
        }
        rest = attribute(rest, &mut attributes);
    }
    if matches!(name.as_str(), "script" | "style") {
        rest = rest.find("</").map_or("", |at| &rest[at..]);
    }
    // Drawings are XML: there a slash at the end closes the element.
    let closed = (closed && !is_void(&name)).then(|| Token::Close(name.clone()));
    out.push(Token::Open { name, attributes });
    out.extend(closed);
    rest
}

fn attribute<'a>(text: &'a str, out: &mut Vec<(String, String)>) -> &'a str {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'));
    let (name, after) = text.split_at(end.unwrap_or(text.len()).max(1).min(text.len()));
    let name = name.to_ascii_lowercase();
    let Some(value) = after.strip_prefix('=') else {
        out.push((name, String::new()));
        return after;
    };
    let (value, after) = match value.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
        None => value.split_at(value.find([' ', '>', '\n']).unwrap_or(value.len())),
    };
    out.push((name, decoded(value)));
    after
}

/// Character references replaced: those that the two writers of HTML use.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|&end| end < 12);
        let sign = end.and_then(|end| reference(&rest[1..end]));
        match (sign, end) {
            (Some(sign), Some(end)) => {
                out.push(sign);
                rest = &rest[end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{A0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[test]
fn reads_tags_text_and_references() {
    let open = |name: &str, attributes: &[(&str, &str)]| Token::Open {
        name: name.to_owned(),
        attributes: attributes
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect(),
    };
    assert_eq!(
        tokens(
            "<!doctype html><a href=\"x&amp;y\" hidden>1 &lt; 2 &#39; &c</a><br/><script>a<b</script><!-- <i> -->"
        ),
        [
            open("a", &[("href", "x&y"), ("hidden", "")]),
            Token::Text("1 < 2 ' &c".to_owned()),
            Token::Close("a".to_owned()),
            open("br", &[]),
            open("script", &[]),
            Token::Close("script".to_owned()),
        ]
    );
}
