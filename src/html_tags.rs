//! Looks into raw HTML as written: which tags, which attributes. Cleaning is done by a library when a page is drawn;
//! this only tells what will be cleaned away, and where.

use crate::source::{Span, Spanned};
use std::ops::Range;

/// A tag in a piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// In lower case.
    pub name: String,
    pub closing: bool,
    pub range: Range<usize>,
    pub attributes: Vec<TagAttribute<'a>>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct TagAttribute<'a> {
    /// In lower case.
    pub name: String,
    pub value: &'a str,
    pub value_range: Range<usize>,
    /// From the name to the closing quote.
    pub range: Range<usize>,
}

/// The tags of a piece of HTML, comments left out.
#[must_use]
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|i| at + i) {
        if html[open..].starts_with("<!--") {
            at = html[open..]
                .find("-->")
                .map_or(html.len(), |i| open + i + 3);
            continue;
        }
        match tag_at(html, open) {
            Some(tag) => {
                at = tag.range.end;
                out.push(tag);
            }
            None => at = open + 1,
        }
    }
    out
}

fn tag_at(html: &str, open: usize) -> Option<Tag<'_>> {
    let mut at = open + 1;
    let closing = html[at..].starts_with('/');
    at += usize::from(closing);
    let len = html[at..]
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':'))
        .unwrap_or(html.len() - at);
    if len == 0 || !html.as_bytes()[at].is_ascii_alphabetic() {
        return None;
    }
    let name = html[at..at + len].to_ascii_lowercase();
    at += len;
    let mut attributes = Vec::new();
    loop {
        at += html[at..].len()
            - html[at..]
                .trim_start_matches(|c: char| c.is_whitespace() || c == '/')
                .len();
        match html.as_bytes().get(at) {
            None => {
                return Some(Tag {
                    name,
                    closing,
                    range: open..html.len(),
                    attributes,
                });
            }
            Some(b'>') => {
                return Some(Tag {
                    name,
                    closing,
                    range: open..at + 1,
                    attributes,
                });
            }
            Some(_) => at = attribute_at(html, at, &mut attributes),
        }
    }
}

/// Reads an attribute and gives the place after it.
fn attribute_at<'a>(html: &'a str, at: usize, out: &mut Vec<TagAttribute<'a>>) -> usize {
    let rest = &html[at..];
    let len = rest
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_whitespace() || matches!(c, '=' | '>' | '/'))
        .map_or(rest.len(), |(i, _)| i);
    let name = rest[..len].to_ascii_lowercase();
    let after = rest[len..].trim_start();
    let Some(value) = after.strip_prefix('=') else {
        out.push(TagAttribute {
            name,
            value: "",
            value_range: at + len..at + len,
            range: at..at + len,
        });
        return at + len;
    };
    let value = value.trim_start();
    let start = html.len() - value.len();
    let (from, to, next) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let end = value[1..].find(quote).map_or(value.len(), |i| i + 1);
            (
                start + 1.min(value.len()),
                start + end,
                start + (end + 1).min(value.len()),
            )
        }
        _ => {
            let end = value
                .find(|c: char| c.is_whitespace() || c == '>')
                .unwrap_or(value.len());
            (start, start + end, start + end)
        }
    };
    let to = to.max(from);
    let next = next.max(at + len);
    out.push(TagAttribute {
        name,
        value: &html[from..to],
        value_range: from..to,
        range: at..next,
    });
    next
}

/// An address in raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub struct HtmlAddress<'a> {
    pub text: &'a str,
    /// In the piece of HTML.
    pub range: Range<usize>,
    /// The attribute it is the value of.
    pub attribute: Range<usize>,
    /// The tag it stands in.
    pub tag: Range<usize>,
    /// The alternative text of a picture, which the browser loads; `None` for a link, which only leads there.
    pub picture: Option<&'a str>,
}

/// The addresses of links and pictures in a piece of raw HTML, in order, one a tag at most.
#[must_use]
pub fn html_addresses(html: &str) -> Vec<HtmlAddress<'_>> {
    let mut out = Vec::new();
    for tag in tags(html) {
        let wanted = match tag.name.as_str() {
            "img" => "src",
            "a" => "href",
            _ => continue,
        };
        let get = |name: &str| tag.attributes.iter().find(|a| a.name == name);
        if let Some(address) = get(wanted) {
            let alt = get("alt").map_or("", |alt| alt.value);
            out.push(HtmlAddress {
                text: address.value,
                range: address.value_range.clone(),
                attribute: address.range.clone(),
                tag: tag.range.clone(),
                picture: (tag.name == "img").then_some(alt),
            });
        }
    }
    out
}

/// The text that the value of an attribute stands for. References by name are read for the signs that HTML itself needs.
#[must_use]
pub fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, next) = after.split_once(';').unwrap_or((after, ""));
        let number = name
            .strip_prefix('#')
            .map(|digits| match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => digits.parse(),
            });
        let sign = match (name, number) {
            (_, Some(number)) => number
                .ok()
                .and_then(char::from_u32)
                .filter(|sign| *sign != '\0'),
            ("amp", _) => Some('&'),
            ("lt", _) => Some('<'),
            ("gt", _) => Some('>'),
            ("quot", _) => Some('"'),
            ("apos", _) => Some('\''),
            ("nbsp", _) => Some('\u{A0}'),
            _ => None,
        };
        match sign {
            Some(sign) => {
                out.push(sign);
                rest = next;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Anchors in raw HTML: `id`, and `name` of a link.
#[must_use]
pub fn ids(html: &str, span: Span) -> Vec<Spanned<String>> {
    let mut out = Vec::new();
    for tag in tags(html) {
        for attribute in &tag.attributes {
            let anchor = attribute.name == "id" || (attribute.name == "name" && tag.name == "a");
            if anchor
                && !attribute.value.is_empty()
                && !attribute.value.contains(char::is_whitespace)
            {
                let place = span.part(attribute.value_range.start, attribute.value_range.end);
                out.push(Spanned::new(attribute.value.to_owned(), place));
                break;
            }
        }
    }
    out
}

/// What of a tag is left out when a page is drawn, in words; `None` when nothing is.
#[must_use]
pub fn unsafe_part(tag: &Tag<'_>) -> Option<String> {
    const TAGS: [&str; 20] = [
        "script", "style", "iframe", "object", "embed", "applet", "frame", "frameset", "base",
        "link", "meta", "svg", "math", "form", "input", "button", "select", "textarea", "template",
        "noscript",
    ];
    if TAGS.contains(&tag.name.as_str()) {
        return Some(format!("<{}>", tag.name));
    }
    let attribute = tag.attributes.iter().find(|a| {
        let address = matches!(
            a.name.as_str(),
            "href" | "src" | "action" | "formaction" | "srcdoc"
        );
        a.name.starts_with("on")
            || a.name == "style"
            || a.name == "srcdoc"
            || (address && is_program(a.value))
    })?;
    Some(format!("{} of <{}>", attribute.name, tag.name))
}

/// Whether an address runs a program instead of leading somewhere. Browsers ignore case, and control signs and spaces
/// before and inside the scheme.
#[must_use]
pub fn is_program(address: &str) -> bool {
    if !address.contains(':') {
        return false;
    }
    let clean: String = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take(24)
        .flat_map(char::to_lowercase)
        .collect();
    let data = clean.starts_with("data:") && !clean.starts_with("data:image/");
    data || clean.starts_with("javascript:") || clean.starts_with("vbscript:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_left_out() {
        let part = |html: &str| tags(html).first().and_then(unsafe_part);
        assert_eq!(part("<script>").as_deref(), Some("<script>"));
        assert_eq!(part("<p onclick=x>").as_deref(), Some("onclick of <p>"));
        assert_eq!(
            part("<a href=' JavaScript:x'>").as_deref(),
            Some("href of <a>")
        );
        assert_eq!(
            part("<a href='data:text/html,x'>").as_deref(),
            Some("href of <a>")
        );
        assert_eq!(part("<b class=x>"), None);
    }

    #[test]
    fn reads_tags_as_browsers_do() {
        let html = "<A href=\"x>y\" onclick=go()>t</a><!-- <b> --><br/><img src='a b' alt>";
        let found = tags(html);
        let names: Vec<(&str, bool)> = found.iter().map(|t| (t.name.as_str(), t.closing)).collect();
        assert_eq!(
            names,
            [("a", false), ("a", true), ("br", false), ("img", false)]
        );
        assert_eq!(found[0].attributes[0].value, "x>y");
        assert_eq!(found[0].attributes[1].name, "onclick");
        assert_eq!(found[3].attributes[0].value, "a b");
        assert_eq!(found[3].attributes[1].name, "alt");
    }

    #[test]
    fn references_are_read() {
        assert_eq!(
            unescaped("a &amp; b &lt;c&gt; &#39;d&#x27;"),
            "a & b <c> 'd'"
        );
        assert_eq!(
            unescaped("R&D; &nothing; 100 & &#0; &#xD800;"),
            "R&D; &nothing; 100 & &#0; &#xD800;"
        );
    }

    #[test]
    fn broken_html_ends() {
        for html in [
            "<", "<a", "<a b", "<a b=", "<a b=\"", "<a b='x", "< a>", "<1>", "<a =", "<å>",
        ] {
            let _ = tags(html).len();
        }
        assert!(tags("a < b > c").is_empty());
    }
}
