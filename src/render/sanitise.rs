//! Raw HTML made harmless: what shows text and pictures stays, everything that runs, loads or asks is left out.

mod bounds;

use ammonia::{Builder, UrlRelative};
use regex::Regex;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const TAGS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Attributes of one element each; `class`, `dir`, `id`, `lang` and `title` are allowed on all.
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang", "name"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("div", &["aria-label"]),
    ("img", &["alt", "height", "src", "width"]),
    ("input", &["checked", "disabled"]),
    ("ins", &["datetime"]),
    ("li", &["value"]),
    ("ol", &["reversed", "start", "type"]),
    ("td", &["colspan", "headers", "rowspan"]),
    ("th", &["abbr", "colspan", "headers", "rowspan", "scope"]),
    ("time", &["datetime"]),
];
const EVERYWHERE: &[&str] = &["class", "dir", "id", "lang", "title"];

/// Attributes that are allowed with one value only: what Markdown makes of task lists, and the region around a wide
/// table.
const VALUES: &[(&str, &str, &str)] = &[
    ("div", "role", "region"),
    ("div", "tabindex", "0"),
    ("input", "type", "checkbox"),
    ("span", "aria-hidden", "true"),
];

const SCHEMES: &[&str] = &["http", "https", "mailto", "sms", "tel"];

/// The private-use characters that stand around the number of a placeholder.
const PLACEHOLDER: [char; 2] = ['\u{E000}', '\u{E001}'];

static RULES: LazyLock<Builder<'static>> = LazyLock::new(rules);

/// Elements whose content a browser reads as text up to the closing tag, whatever stands between.
static TEXT_ELEMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)</?(?:iframe|noembed|noframes|noscript|plaintext|textarea|title|xmp)\b[^<>]*>?",
    )
    .expect("invariant: the expression is valid")
});
/// Elements that are left out with all they hold.
static LEFT_OUT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)<(math|script|style|svg|template)\b[^<>]*>?")
        .expect("invariant: the expression is valid")
});

/// Makes HTML harmless: ordinary HTML of Markdown mixed with the author's own. Placeholders (U+E000, a number, U+E001)
/// stay where they stand; a tag around one becomes text. Of HTML that nests deeper than browsers do, only the text is
/// kept. An id stays when `keeps_id` says so, which is asked for each in order. An `h1` becomes an `h2`, because the
/// page has its title.
#[must_use]
pub fn clean(html: &str, keeps_id: impl FnMut(&str) -> bool) -> String {
    let clean = RULES.clean(&bounds::bounded(&opened(html)));
    tidy(&clean.to_string(), keeps_id)
}

fn rules() -> Builder<'static> {
    let attributes: HashMap<&str, HashSet<&str>> = ATTRIBUTES
        .iter()
        .map(|(tag, names)| (*tag, names.iter().copied().collect()))
        .collect();
    let mut values: HashMap<&str, HashMap<&str, HashSet<&str>>> = HashMap::new();
    for (tag, attribute, value) in VALUES {
        let of_tag = values.entry(tag).or_default();
        of_tag.entry(attribute).or_default().insert(value);
    }
    let mut rules = Builder::empty();
    rules
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(["math", "script", "style", "svg", "template"].into())
        .tag_attributes(attributes)
        .tag_attribute_values(values)
        .generic_attributes(EVERYWHERE.iter().copied().collect())
        .url_schemes(SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(|_, name, value| {
            // HTML allows no white space in an id, and no link could name it.
            let lost = matches!(name, "id" | "name") && value.contains(char::is_whitespace);
            (!value.contains(PLACEHOLDER) && !lost).then_some(Cow::Borrowed(value))
        });
    rules
}

/// A comment, or what looks like the start of a tag: with its `>`, or up to the next sign that no tag holds.
static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?s)<!--.*?-->|<[^<>\u{E000}]*>?").expect("invariant: the expression is valid")
});

/// Removes tags that would make the rest of the page their text when they are not closed: it would be lost. A tag or
/// comment that is not closed before a placeholder becomes text.
fn opened(html: &str) -> String {
    let closed = MARKUP.replace_all(html, |found: &regex::Captures<'_>| {
        let rest = &html[found.get(0).map_or(html.len(), |all| all.end())..];
        let swallows = if found[0].starts_with("<!--") {
            rest.contains(PLACEHOLDER[0])
        } else {
            rest.starts_with(PLACEHOLDER[0])
        };
        if swallows && !found[0].ends_with('>') {
            found[0].replacen('<', "&lt;", 1)
        } else {
            found[0].to_owned()
        }
    });
    let html = TEXT_ELEMENT.replace_all(&closed, "");
    let lower = html.to_ascii_lowercase();
    let unclosed = LEFT_OUT.captures_iter(&html).find_map(|found| {
        let (tag, name) = (found.get(0)?, found.get(1)?);
        let close = format!("</{}", name.as_str().to_ascii_lowercase());
        (!lower[tag.end()..].contains(&close)).then_some(tag.range())
    });
    match unclosed {
        Some(range) => {
            let (before, after) = (&html[..range.start], &html[range.end..]);
            format!("{before}{}", LEFT_OUT.replace_all(after, ""))
        }
        None => html.into_owned(),
    }
}

/// Goes over the tags of clean HTML, in which every `<` outside an attribute starts one.
fn tidy(html: &str, mut keeps_id: impl FnMut(&str) -> bool) -> String {
    let mut out = String::with_capacity(html.len());
    let mut links = 0;
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (tag, after) = rest[start..].split_at(tag_len(&rest[start..]));
        out.push_str(&rest[..start]);
        // A table may hold a link inside a link; the inner one is shown as text.
        let opens = tag.starts_with("<a ") || tag == "<a>";
        match tag {
            _ if opens && links > 0 => out.push_str("<span>"),
            "</a>" if links > 1 => out.push_str("</span>"),
            _ => push_tag(tag, &mut keeps_id, &mut out),
        }
        links += usize::from(opens);
        links -= usize::from(tag == "</a>" && links > 0);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The length of the tag that `html` starts with: `>` inside quotes does not close it.
fn tag_len(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn push_tag(tag: &str, keeps_id: &mut impl FnMut(&str) -> bool, out: &mut String) {
    let body = tag.trim_start_matches('<').trim_end_matches('>');
    let (name, attributes) = body.split_once(' ').unwrap_or((body, ""));
    if name == "input" && !attributes.contains("type=\"checkbox\"") {
        return;
    }
    let attributes = split_attributes(attributes);
    let value_of = |key: &str| attributes.iter().find(|(k, _)| *k == key).map(|(_, v)| *v);
    if name == "img" && value_of("src").is_none_or(str::is_empty) {
        // A picture that is not there leaves its words.
        return out.push_str(value_of("alt").unwrap_or_default());
    }
    out.push('<');
    out.push_str(match name {
        "h1" => "h2",
        "/h1" => "/h2",
        name => name,
    });
    let has_id = value_of("id").is_some();
    for (key, value) in attributes {
        let key = match key {
            // The old way to give a place a name.
            "name" if has_id => continue,
            "name" => "id",
            key => key,
        };
        if key != "id" || !value.is_empty() && keeps_id(value) {
            out.push_str(&format!(" {key}=\"{value}\""));
        }
    }
    if name == "input" && !body.contains("disabled=") {
        out.push_str(" disabled=\"\"");
    }
    out.push('>');
}

/// Names and values of `a="…" b="…"`.
fn split_attributes(text: &str) -> Vec<(&str, &str)> {
    let mut attributes = Vec::new();
    let mut rest = text;
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        attributes.push((name.trim_start(), value));
        rest = after;
    }
    attributes
}

#[cfg(test)]
mod tests;
