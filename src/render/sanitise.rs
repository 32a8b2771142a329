//! Raw HTML made harmless: what shows text and pictures stays, everything that runs, loads or asks is left out.

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
static PROGRAM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)<(script|style)\b[^<>]*>?").expect("invariant: the expression is valid")
});

/// Makes HTML harmless: ordinary HTML of Markdown mixed with the author's own. Placeholders (U+E000, a number, U+E001) stay
/// where they stand as text; in an attribute they would be put into the middle of a tag, so such attributes go.
/// Of several equal ids the first stays, and an `h1` becomes an `h2`, because the page has its title.
#[must_use]
pub fn clean(html: &str) -> String {
    tidy(&RULES.clean(&opened(html)).to_string())
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
        .attribute_filter(|_, _, value| {
            (!value.contains(PLACEHOLDER)).then_some(Cow::Borrowed(value))
        });
    rules
}

/// Removes tags that would make the rest of the page their text when they are not closed: it would be lost.
fn opened(html: &str) -> Cow<'_, str> {
    let html = TEXT_ELEMENT.replace_all(html, "");
    let lower = html.to_ascii_lowercase();
    let unclosed = PROGRAM.captures_iter(&html).find_map(|found| {
        let (tag, name) = (found.get(0)?, found.get(1)?);
        let close = format!("</{}", name.as_str().to_ascii_lowercase());
        (!lower[tag.end()..].contains(&close)).then_some(tag.range())
    });
    match unclosed {
        Some(range) => {
            let (before, after) = (&html[..range.start], &html[range.end..]);
            Cow::Owned(format!("{before}{}", PROGRAM.replace_all(after, "")))
        }
        None => html,
    }
}

/// Goes over the tags of clean HTML, in which every `<` outside an attribute starts one.
fn tidy(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut ids = HashSet::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (tag, after) = rest[start..].split_at(tag_len(&rest[start..]));
        out.push_str(&rest[..start]);
        push_tag(tag, &mut ids, &mut out);
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

fn push_tag<'a>(tag: &'a str, ids: &mut HashSet<&'a str>, out: &mut String) {
    let body = tag.trim_start_matches('<').trim_end_matches('>');
    let (name, attributes) = body.split_once(' ').unwrap_or((body, ""));
    if name == "input" && !attributes.contains("type=\"checkbox\"") {
        return;
    }
    out.push('<');
    out.push_str(match name {
        "h1" => "h2",
        "/h1" => "/h2",
        name => name,
    });
    let attributes = split_attributes(attributes);
    let has_id = attributes.iter().any(|(key, _)| *key == "id");
    for (key, value) in attributes {
        let key = match key {
            // The old way to give a place a name.
            "name" if has_id => continue,
            "name" => "id",
            key => key,
        };
        if key != "id" || !value.is_empty() && ids.insert(value) {
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
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_loads_or_asks_is_left() {
        for attack in [
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<script>alert(1)",
            "<img src=x onerror=alert(1)>",
            "<img src=x onerror\n=\n\"alert(1)\">",
            "<img/src=x/onerror=alert(1)>",
            "<p onclick='alert(1)' OnMouseOver=alert(1)>x</p>",
            "<a href='javascript:alert(1)'>x</a>",
            "<a href='JaVaScRiPt:alert(1)'>x</a>",
            "<a href=' \u{1}javascript:alert(1)'>x</a>",
            "<a href='java\nscript:alert(1)'>x</a>",
            "<a href='java&#x09;script&colon;alert(1)'>x</a>",
            "<a href='&#106;avascript:alert(1)'>x</a>",
            "<a href='vbscript:alert(1)'>x</a>",
            "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
            "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
            "<svg onload=alert(1)><script>alert(1)</script></svg>",
            "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
            "<iframe src='https://x.example/' srcdoc='<script>alert(1)</script>'></iframe>",
            "<object data=x.swf></object><embed src=x.swf><applet code=x></applet>",
            "<style>p{background:url(https://x.example/)}</style>",
            "<p style='background:url(https://x.example/)'>x</p>",
            "<base href='https://x.example/'>",
            "<meta http-equiv=refresh content='0;url=https://x.example/'>",
            "<link rel=stylesheet href=https://x.example/x.css>",
            "<form action='https://x.example/'><input name=a><button formaction='javascript:alert(1)'>x</button></form>",
            "<video src=x onerror=alert(1)></video><audio src=x></audio>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
            "<template><img src=x onerror=alert(1)></template>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
            "<xmp><p title=\"</xmp><script>alert(1)</script>\">",
            "<p title='\" onmouseover=\"alert(1)'>x</p>",
            "<p id='x\" onclick=\"alert(1)'>x</p>",
            "<!--><script>alert(1)</script>-->",
            "<a href='https://x.example/' target=_blank ping=https://x.example/>x</a>",
        ] {
            assert_harmless(attack);
        }
    }

    /// Reads the tags that are left as a browser would, and looks at every name and address.
    fn assert_harmless(attack: &str) {
        let html = clean(attack);
        let mut rest = html.as_str();
        while let Some(start) = rest.find('<') {
            let (tag, after) = rest[start..].split_at(tag_len(&rest[start..]));
            rest = after;
            let body = tag.trim_matches(['<', '>', '/']);
            let (name, attributes) = body.split_once(' ').unwrap_or((body, ""));
            assert!(TAGS.contains(&name), "{attack}\n{html}");
            for (key, value) in split_attributes(attributes) {
                let own = ATTRIBUTES
                    .iter()
                    .any(|(t, keys)| *t == name && keys.contains(&key));
                let fixed = VALUES
                    .iter()
                    .any(|(t, k, v)| (*t, *k, *v) == (name, key, value));
                assert!(
                    own || fixed || EVERYWHERE.contains(&key),
                    "{attack}\n{html}"
                );
                if matches!(key, "href" | "src") {
                    let scheme = value.split_once(':').map_or("https", |(scheme, _)| scheme);
                    assert!(SCHEMES.contains(&scheme), "{attack}\n{html}");
                }
            }
        }
    }

    #[test]
    fn what_shows_text_and_pictures_stays() {
        for html in [
            "<p>a <strong>b</strong> <em>c</em> H<sub>2</sub>O <kbd>Esc</kbd> <mark>m</mark></p>",
            "<details open=\"\"><summary>More</summary><p>x</p></details>",
            "<figure><img src=\"../media/x.svg\" alt=\"A chart\" width=\"20\" height=\"10\"><figcaption>c</figcaption></figure>",
            "<table class=\"plain\"><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td colspan=\"2\">b</td></tr></tbody></table>",
            "<p dir=\"rtl\" lang=\"ar\"><ruby>漢<rt>kan</rt></ruby></p>",
            "<a class=\"cite\" id=\"cite-1\" href=\"#ref-x\">1</a>",
            "<a href=\"tel:+15551234\">call</a> <a href=\"mailto:a@b.example\">mail</a> <a href=\"x.html?a=1&amp;b=2#c\">x</a>",
            "<ol start=\"3\"><li>x</li></ol>",
            "<pre><code class=\"language-x\">a &lt; b</code></pre>",
        ] {
            let mut wanted: Vec<char> = html.chars().collect();
            let cleaned = clean(html);
            let mut got: Vec<char> = cleaned.chars().collect();
            // Attributes may stand in another order.
            wanted.sort_unstable();
            got.sort_unstable();
            assert_eq!(got, wanted, "{html}\n{cleaned}");
        }
    }

    #[test]
    fn placeholders_survive_in_text_and_never_in_attributes() {
        let html =
            "<div>\u{E000}12\u{E001}</div>\u{E000}3\u{E001}<p title=\"\u{E000}4\u{E001}\">x</p>";
        assert_eq!(
            clean(html),
            "<div>\u{E000}12\u{E001}</div>\u{E000}3\u{E001}<p>x</p>"
        );
    }

    #[test]
    fn an_unclosed_tag_does_not_swallow_the_page() {
        for start in [
            "<script>",
            "<style>",
            "<iframe src=x>",
            "<textarea>",
            "<title>",
            "<xmp>",
            "<noscript>",
        ] {
            let cleaned = clean(&format!("<p>a {start} b</p><p>the rest</p>"));
            assert!(cleaned.contains("<p>the rest</p>"), "{start}: {cleaned}");
        }
        assert_eq!(clean("<script>x()</script><p>y</p>"), "<p>y</p>");
    }

    #[test]
    fn there_is_one_title_and_each_id_once() {
        assert_eq!(
            clean(
                "<h1 id=\"a\">x</h1><p id=\"a\">y</p><a name=\"b\">z</a><a id=\"b\" name=\"c\">z</a>"
            ),
            "<h2 id=\"a\">x</h2><p>y</p><a id=\"b\">z</a><a>z</a>"
        );
    }

    #[test]
    fn of_inputs_only_the_boxes_of_task_lists_stay() {
        let html = clean("<input type=\"checkbox\" checked=\"\"><input type=password><input>");
        assert_eq!(html.matches("<input").count(), 1, "{html}");
        assert!(html.contains("disabled=\"\""), "{html}");
    }

    #[test]
    fn deep_and_broken_html_ends() {
        for piece in [
            "<div>",
            "<b>",
            "<table>",
            "<a href=x>",
            "<",
            "<!--",
            "</p>",
            "<p title=\"",
            "<svg>",
            "<math><mi>",
        ] {
            let cleaned = clean(&piece.repeat(10_000));
            assert_eq!(clean(&cleaned), cleaned, "{piece}");
        }
    }
}
