//! Every key of `teachback.yaml`, and what its values may be.

use super::local::LOCAL;
use crate::yaml::{Key, Shape};

const LEVEL: &[Key] = &[
    Key::required(
        "id",
        Shape::Checked(is_id, ID),
        "The name part of files of this level.",
    ),
    Key::optional(
        "name",
        LOCAL,
        "What readers see, one a language if need be; the id when nothing is said.",
    ),
    Key::optional(
        "max_grade",
        Shape::Number(0.0, 30.0),
        "The highest grade a text of this level may measure.",
    ),
];
const ROLE: &[Key] = &[
    Key::required(
        "id",
        Shape::Checked(is_id, ID),
        "What front matter and role blocks name.",
    ),
    Key::optional(
        "name",
        LOCAL,
        "What readers see, one a language if need be; the id when nothing is said.",
    ),
];
const READABILITY: &[Key] = &[
    Key::optional(
        "formula",
        Shape::OneOf(FORMULAS),
        "The formula that max_grade is measured by.",
    ),
    Key::optional(
        "fail_above",
        Shape::Number(0.0, 30.0),
        "Grades over max_grade that turn a warning into an error.",
    ),
];
const LINT: &[Key] = &[
    Key::optional(
        "deny",
        Shape::List(&Shape::Text),
        "Names of rules whose faults fail the build.",
    ),
    Key::optional(
        "allow",
        Shape::List(&Shape::Text),
        "Names of rules that are not told.",
    ),
];
const BANNER: &[Key] = &[
    Key::required("text", Shape::Text, "The words of the banner."),
    Key::optional(
        "link",
        Shape::Checked(is_banner_link, BANNER_LINK),
        "Where to read more.",
    ),
];
const BANNER_LINK: &str = "a web address such as https://example.org/news, or tel: and a number";
const BRAND: &[Key] = &[
    Key::optional(
        "primary",
        Shape::Checked(is_hex_colour, "a colour such as \"#0b5394\""),
        "The accent colour, #rrggbb.",
    ),
    Key::optional("logo", Shape::Text, "A picture, relative to content/."),
    Key::optional(
        "footer",
        Shape::Text,
        "A sentence at the foot of every page.",
    ),
    Key::optional(
        "banner",
        Shape::TextOr(&Shape::Record(BANNER)),
        "What everybody has to know now, at the top of every page: a text, or text and link.",
    ),
];
const PREVIEW: &[Key] = &[Key::optional(
    "editor",
    Shape::Checked(is_editor_or_none, EDITOR),
    "Where a click on a fault leads, with {path}, {line} and {column}; or none.",
)];
const EDITOR: &str = "an address of your editor with {path}, such as \"vscode://file/{path}:{line}:{column}\", or none";
/// Visual Studio Code is the editor that most people have who never chose one.
pub(super) const DEFAULT_EDITOR: &str = "vscode://file/{path}:{line}:{column}";
const FORMULAS: &[&str] = &[
    "consensus",
    "flesch-kincaid",
    "smog",
    "gunning-fog",
    "coleman-liau",
    "ari",
    "dale-chall",
    "forcast",
];
const BASE_URL: &str = "the https address of the site, such as https://example.org/training";
const ID: &str = "letters, digits and hyphens";

/// Every key of `teachback.yaml`.
pub const CONFIG_KEYS: &[Key] = &[
    Key::required("title", Shape::Text, "The name of the site."),
    Key::optional(
        "id",
        Shape::Checked(is_id, ID),
        "The name under which browsers keep progress; made of the title when nothing is said.",
    ),
    Key::optional("organisation", Shape::Text, "Whose site it is."),
    Key::optional(
        "language",
        Shape::Checked(is_language, LANGUAGE),
        "The first language; en when nothing is said.",
    ),
    Key::optional(
        "languages",
        Shape::List(&Shape::Checked(is_language, LANGUAGE)),
        "All languages, the first one among them.",
    ),
    Key::optional(
        "levels",
        Shape::List(&Shape::Record(LEVEL)),
        "Reading levels, easiest first.",
    ),
    Key::optional(
        "roles",
        Shape::List(&Shape::Record(ROLE)),
        "Who the content is for.",
    ),
    Key::optional(
        "readability",
        Shape::Record(READABILITY),
        "How reading levels are measured.",
    ),
    Key::optional(
        "lint",
        Shape::Record(LINT),
        "Rules that are stricter or looser here.",
    ),
    Key::optional("theme", Shape::Text, "A folder below themes/, or default."),
    Key::optional(
        "brand",
        Shape::Record(BRAND),
        "Colour, logo, footer and banner of the organisation.",
    ),
    Key::optional(
        "base_url",
        Shape::Checked(is_base_url, BASE_URL),
        "Where the site is published: for printed codes, search engines and the site map.",
    ),
    Key::optional(
        "offline",
        Shape::Flag,
        "true keeps the site in browsers for use without a network; false takes that back.",
    ),
    Key::optional(
        "conceal",
        Shape::Flag,
        "true keeps the answers of quizzes out of sight of who looks at the source of a page.",
    ),
    Key::optional(
        "preview",
        Shape::Record(PREVIEW),
        "What `teachback serve` shows beside the pages.",
    ),
];
/// What a language code is, in words that follow "must be".
pub const LANGUAGE: &str = "a language code such as en or pt-BR";

/// Letters, digits, hyphens and underscores: what a name part of a file can be.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// An address of an application on the author's computer. One of the web, or one that runs in the page, is none.
#[must_use]
pub fn is_editor(text: &str) -> bool {
    const OF_BROWSERS: [&str; 9] = [
        "javascript",
        "data",
        "blob",
        "file",
        "http",
        "https",
        "about",
        "vbscript",
        "view-source",
    ];
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    is_scheme
        && text.contains("{path}")
        && !OF_BROWSERS.contains(&scheme.to_ascii_lowercase().as_str())
}

/// An https address of a folder, with nothing behind the path.
fn is_base_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or("");
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_name = name.starts_with(|c: char| c.is_alphanumeric())
        && name.split('.').all(|label| !label.is_empty())
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'));
    is_name
        && port.parse::<u16>().is_ok_and(|port| port > 0)
        && !text.contains(|c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '"' | '<' | '>' | '\\')
        })
}

fn is_banner_link(text: &str) -> bool {
    let schemes = ["https://", "http://", "tel:", "mailto:"];
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

fn is_editor_or_none(text: &str) -> bool {
    text == "none" || is_editor(text)
}

pub fn is_language(text: &str) -> bool {
    text.parse::<unic_langid::LanguageIdentifier>().is_ok() && text.len() >= 2
}

fn is_hex_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}
