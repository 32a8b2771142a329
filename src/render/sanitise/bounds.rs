//! HTML that would cost more than it says: nested so deeply, or with so many open elements, that reading it the way
//! browsers do takes the square of its length.

use regex::Regex;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Open elements at one place above which the markup is dropped; browsers stop nesting at this depth too.
const MAX_DEPTH: usize = 512;
/// Open elements of [`FORMATTING`] above which all of them are dropped.
const MAX_FORMATTING: usize = 32;

/// Elements that a browser opens again in every paragraph that follows until they are closed (HTML, section
/// 13.2.4.3). Links are of this kind too, but one closes the other.
const FORMATTING: &[&str] = &[
    "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements without an end, and those that the next of their kind closes.
const NOT_NESTED: &[&str] = &[
    "a", "area", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "p",
    "source", "td", "th", "tr", "track", "wbr",
];

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?").expect("invariant: the expression is valid")
});

/// The HTML itself when it is of usual depth; without its formatting or without any markup when it is not. The text
/// stays.
pub fn bounded(html: &str) -> Cow<'_, str> {
    let (depth, formatting) = deepest(html);
    if depth > MAX_DEPTH {
        return Cow::Owned(TAG.replace_all(html, " ").replace('<', "&lt;"));
    }
    if formatting > MAX_FORMATTING {
        return TAG.replace_all(html, |tag: &regex::Captures<'_>| {
            let name = tag[2].to_ascii_lowercase();
            if FORMATTING.contains(&name.as_str()) {
                String::new()
            } else {
                tag[0].to_owned()
            }
        });
    }
    Cow::Borrowed(html)
}

/// The most elements that are open at one place: those that do not format, and those that do.
fn deepest(html: &str) -> (usize, usize) {
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut depth, mut formatting) = (0, 0);
    let (mut deepest, mut most) = (0, 0);
    for tag in TAG.captures_iter(html) {
        let name = tag[2].to_ascii_lowercase();
        if NOT_NESTED.contains(&name.as_str()) {
            continue;
        }
        let formats = usize::from(FORMATTING.contains(&name.as_str()));
        let count = open.entry(name).or_default();
        if tag[1].is_empty() {
            *count += 1;
            depth += 1 - formats;
            formatting += formats;
        } else if *count > 0 {
            *count -= 1;
            depth -= 1 - formats;
            formatting -= formats;
        }
        deepest = deepest.max(depth);
        most = most.max(formatting);
    }
    (deepest, most)
}
