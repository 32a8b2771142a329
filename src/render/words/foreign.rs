//! Words that a language lacks come in another one. Readers' software has to know: a screen reader would speak English
//! words by the rules of French, and a sentence in a right-to-left page would lose its order.
//!
//! 1. Such a word is [`marked`] by two characters that no text holds.
//! 2. The finished page says the language [where the mark is](spelled): by an element in text, and not at all where HTML
//!    has no place for one, as in attributes.

/// Unicode noncharacters: kept for the use of programs, and never in a text.
const BEGIN: char = '\u{fdd0}';
const END: char = '\u{fdd1}';

const OPEN: &str = "<span lang=\"en\" dir=\"ltr\">";
const CLOSE: &str = "</span>";

/// Elements whose text cannot hold other elements.
const PLAIN: &[&str] = &["title", "option", "textarea", "script", "style", "svg"];

/// A word in the language of last resort.
#[must_use]
pub fn marked(word: &str) -> String {
    format!("{BEGIN}{word}{END}")
}

/// A page whose marked words say their language. Takes well-formed HTML, such as templates and the sanitiser make.
#[must_use]
pub fn spelled(html: String) -> String {
    if !html.contains(BEGIN) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        text(&mut out, &rest[..at]);
        let (whole, after) = element(&rest[at..]);
        out.extend(whole.chars().filter(|c| !matches!(*c, BEGIN | END)));
        rest = after;
    }
    text(&mut out, rest);
    out
}

fn text(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find([BEGIN, END]) {
        out.push_str(&rest[..at]);
        out.push_str(if rest[at..].starts_with(BEGIN) {
            OPEN
        } else {
            CLOSE
        });
        rest = &rest[at + BEGIN.len_utf8()..];
    }
    out.push_str(rest);
}

/// The tag that a text begins with, or the whole element when that holds plain text only; and what comes after.
fn element(html: &str) -> (&str, &str) {
    let (tag, after) = html.split_at(tag_length(html));
    let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next();
    let plain = PLAIN.iter().find(|plain| Some(**plain) == name);
    let close = plain.and_then(|name| after.find(&format!("</{name}")));
    match close {
        Some(close) => html.split_at(tag.len() + close),
        None => (tag, after),
    }
}

/// The bytes of the tag at the start; a `>` in a quoted attribute does not end it.
fn tag_length(html: &str) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            (b'>', None) => return at + 1,
            _ => {}
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(before: &str, after: &str) -> String {
        spelled(format!("{before}{}{after}", marked("Quiz")))
    }

    #[test]
    fn text_says_its_language() {
        assert_eq!(
            page("<p>Voici: ", "</p>"),
            "<p>Voici: <span lang=\"en\" dir=\"ltr\">Quiz</span></p>"
        );
    }

    #[test]
    fn places_without_elements_have_the_bare_word() {
        for (before, after) in [
            ("<a title=\"", "\" href=x>Voici</a>"),
            ("<a title=\"1 > 0, ", "\">Voici</a>"),
            ("<title>", " – Site</title>"),
            ("<option value=x>", "</option>"),
            ("<svg viewBox=\"0 0 1 1\"><text>", "</text></svg>"),
        ] {
            assert_eq!(page(before, after), format!("{before}Quiz{after}"));
        }
    }

    #[test]
    fn what_follows_plain_elements_is_text_again() {
        let html = format!("<title>{0}</title><p>{0}</p>", marked("Quiz"));
        assert_eq!(
            spelled(html),
            "<title>Quiz</title><p><span lang=\"en\" dir=\"ltr\">Quiz</span></p>"
        );
    }
}
