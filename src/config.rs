//! `teachback.yaml`: what an organisation decides once for its whole site.

mod local;

pub use local::{LOCAL, local_text};

use crate::diagnostic::{Diagnostic, INVALID_VALUE, Outcome};
use crate::model::LocalText;
use crate::source::{CONFIG_FILE, FileId, Fingerprint, SourceTree, Span, Spanned};
use crate::yaml::{self, Key, Shape, Yaml};

/// The settings of a site, complete: what the file does not say has its default.
#[derive(Debug, Clone)]
pub struct Config {
    pub title: String,
    /// The name under which browsers keep what learners do, where one is said.
    pub id: Option<String>,
    pub organisation: String,
    /// Language codes (BCP 47), the first language first; never empty.
    pub languages: Vec<String>,
    /// Reading levels, easiest first; may be empty.
    pub levels: Vec<Level>,
    pub roles: Vec<Role>,
    pub readability: Readability,
    pub lint: LintSettings,
    pub theme: Spanned<String>,
    pub brand: Brand,
    /// Whether quizzes hold their right answers as hashes only, where neither module nor quiz says it.
    pub conceal: bool,
    /// The address behind a fault in a preview, or `none`.
    pub editor: String,
    /// Of the file's text: what was parsed under other settings is parsed again.
    pub fingerprint: Fingerprint,
}

/// A reading level.
#[derive(Debug, Clone)]
pub struct Level {
    pub id: Spanned<String>,
    /// What readers see, in their language; the id when nothing is said.
    pub name: LocalText,
    /// The highest grade its texts may measure.
    pub max_grade: Option<f64>,
}

#[derive(Debug, Clone)]
pub struct Role {
    pub id: Spanned<String>,
    /// What readers see, in their language; the id when nothing is said.
    pub name: LocalText,
}

#[derive(Debug, Clone)]
pub struct Readability {
    /// The name of a formula, or `consensus`.
    pub formula: String,
    /// Grades over a level's limit that turn a warning into an error.
    pub fail_above: f64,
}

/// Names of rules.
#[derive(Debug, Clone, Default)]
pub struct LintSettings {
    /// Become errors.
    pub deny: Vec<Spanned<String>>,
    /// Are not told.
    pub allow: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// `#rrggbb`
    pub primary: Option<Spanned<String>>,
    /// A picture, relative to `content/`.
    pub logo: Option<Spanned<String>>,
}

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
const BRAND: &[Key] = &[
    Key::optional(
        "primary",
        Shape::Checked(is_hex_colour, "a colour such as \"#0b5394\""),
        "The accent colour, #rrggbb.",
    ),
    Key::optional("logo", Shape::Text, "A picture, relative to content/."),
];
const PREVIEW: &[Key] = &[Key::optional(
    "editor",
    Shape::Checked(is_editor_or_none, EDITOR),
    "Where a click on a fault leads, with {path}, {line} and {column}; or none.",
)];
const EDITOR: &str = "an address of your editor with {path}, such as \"vscode://file/{path}:{line}:{column}\", or none";
/// Visual Studio Code is the editor that most people have who never chose one.
const DEFAULT_EDITOR: &str = "vscode://file/{path}:{line}:{column}";
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
        "Colour and logo of the organisation.",
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

/// Reads `teachback.yaml`. A project without one gets every default and a diagnostic.
pub fn load(sources: &SourceTree) -> Outcome<Config> {
    let Some(file) = sources.get_path(CONFIG_FILE) else {
        return Outcome::clean(Config::default());
    };
    let mut diagnostics = Vec::new();
    let parsed = yaml::parse(file.id, &file.text, 0).take(&mut diagnostics);
    let yaml = parsed.unwrap_or(Yaml {
        value: if diagnostics.is_empty() {
            yaml::Value::Map(Vec::new())
        } else {
            yaml::Value::Null
        },
        span: Span::start_of(file.id),
    });
    let yaml = yaml::check(yaml, &Shape::Record(CONFIG_KEYS)).take(&mut diagnostics);
    let mut config = lower(&yaml);
    config.fingerprint = file.fingerprint;
    unique(
        config.levels.iter().map(|l| &l.id),
        "level",
        &mut diagnostics,
    );
    unique(config.roles.iter().map(|r| &r.id), "role", &mut diagnostics);
    Outcome::new(config, diagnostics)
}

impl Default for Config {
    fn default() -> Self {
        let file = FileId::of_path(CONFIG_FILE);
        lower(&Yaml {
            value: yaml::Value::Null,
            span: Span::start_of(file),
        })
    }
}

impl Config {
    /// The first language.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.languages[0]
    }

    /// What readers of a language see of a level.
    #[must_use]
    pub fn level_name(&self, at: usize, lang: &str) -> &str {
        let level = &self.levels[at];
        self.shown(&level.name, &level.id, lang)
    }

    /// What readers of a language see of a role; its id when it is not known, which is told.
    #[must_use]
    pub fn role_name<'a>(&'a self, id: &'a str, lang: &str) -> &'a str {
        let role = self.roles.iter().find(|role| role.id.value == id);
        role.map_or(id, |role| self.shown(&role.name, &role.id, lang))
    }

    fn shown<'a>(&'a self, name: &'a LocalText, id: &'a Spanned<String>, lang: &str) -> &'a str {
        let name = name.get(lang, self.language());
        &name.unwrap_or(id).value
    }
}

fn lower(yaml: &Yaml) -> Config {
    let text = |key: &str| yaml.get(key).and_then(Yaml::as_str).map(str::to_owned);
    let first = text("language");
    let mut languages: Vec<String> = Vec::new();
    let listed = yaml.get("languages").map(Yaml::texts).unwrap_or_default();
    for code in first.into_iter().chain(listed.into_iter().map(|t| t.value)) {
        if !languages.contains(&code) {
            languages.push(code);
        }
    }
    if languages.is_empty() {
        languages.push("en".to_owned());
    }
    let theme = yaml.get("theme").and_then(Yaml::text);
    Config {
        id: text("id"),
        title: text("title").unwrap_or_else(|| "Untitled".to_owned()),
        organisation: text("organisation").unwrap_or_default(),
        languages,
        levels: records(yaml.get("levels"), level),
        roles: records(yaml.get("roles"), role),
        readability: readability(yaml.get("readability")),
        lint: lint(yaml.get("lint")),
        theme: theme.unwrap_or_else(|| Spanned::new("default".to_owned(), yaml.span)),
        brand: brand(yaml.get("brand")),
        conceal: yaml.get("conceal").and_then(Yaml::as_bool) == Some(true),
        editor: editor(yaml.get("preview")),
        fingerprint: Fingerprint::of(b""),
    }
}

fn records<T>(list: Option<&Yaml>, lower: fn(&Yaml) -> Option<T>) -> Vec<T> {
    list.map(|l| l.items().iter().filter_map(lower).collect())
        .unwrap_or_default()
}

fn named(yaml: &Yaml) -> Option<(Spanned<String>, LocalText)> {
    let id = yaml.get("id")?.text()?;
    let name = yaml.get("name").map(local_text).unwrap_or_default();
    Some((id, name))
}

fn level(yaml: &Yaml) -> Option<Level> {
    let (id, name) = named(yaml)?;
    let max_grade = yaml.get("max_grade").and_then(Yaml::as_f64);
    Some(Level {
        id,
        name,
        max_grade,
    })
}

fn role(yaml: &Yaml) -> Option<Role> {
    let (id, name) = named(yaml)?;
    Some(Role { id, name })
}

fn readability(yaml: Option<&Yaml>) -> Readability {
    let get = |key| yaml.and_then(|y| y.get(key));
    let formula = get("formula").and_then(Yaml::as_str).unwrap_or("consensus");
    Readability {
        formula: formula.to_owned(),
        fail_above: get("fail_above").and_then(Yaml::as_f64).unwrap_or(1.0),
    }
}

fn lint(yaml: Option<&Yaml>) -> LintSettings {
    let get = |key| {
        yaml.and_then(|y| y.get(key))
            .map(Yaml::texts)
            .unwrap_or_default()
    };
    LintSettings {
        deny: get("deny"),
        allow: get("allow"),
    }
}

fn editor(preview: Option<&Yaml>) -> String {
    let said = preview.and_then(|p| p.get("editor")).and_then(Yaml::as_str);
    said.unwrap_or(DEFAULT_EDITOR).to_owned()
}

fn brand(yaml: Option<&Yaml>) -> Brand {
    let get = |key| yaml.and_then(|y| y.get(key)).and_then(Yaml::text);
    Brand {
        primary: get("primary"),
        logo: get("logo"),
    }
}

fn unique<'a>(
    ids: impl Iterator<Item = &'a Spanned<String>>,
    what: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen: Vec<&Spanned<String>> = Vec::new();
    for id in ids {
        if let Some(first) = seen.iter().find(|s| s.value == id.value) {
            let message = format!("the {what} \"{}\" is given twice", id.value);
            diagnostics.push(
                Diagnostic::new(&INVALID_VALUE, id.span, message)
                    .label(first.span, "here for the first time"),
            );
        }
        seen.push(id);
    }
}

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
