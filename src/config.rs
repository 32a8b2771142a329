//! `teachback.yaml`: what an organisation decides once for its whole site.

mod keys;
mod local;

pub use keys::{CONFIG_KEYS, LANGUAGE, is_editor, is_id, is_language};
pub use local::{LOCAL, local_text};

use crate::diagnostic::{Diagnostic, INVALID_VALUE, Outcome};
use crate::model::LocalText;
use crate::source::{CONFIG_FILE, FileId, Fingerprint, SourceTree, Span, Spanned};
use crate::yaml::{self, Shape, Yaml};
use keys::DEFAULT_EDITOR;

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
    /// Where the site is published: an https address without a slash at its end.
    pub base_url: Option<String>,
    /// Whether browsers keep the site for use without a network; `false` where a file takes that back.
    pub offline: Option<bool>,
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
    /// A sentence at the foot of every page.
    pub footer: Option<String>,
    pub banner: Option<Banner>,
}

/// What everybody has to know now, at the top of every page.
#[derive(Debug, Clone)]
pub struct Banner {
    pub text: String,
    /// Where to read more.
    pub link: Option<String>,
}

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
        base_url: text("base_url").map(|url| url.trim_end_matches('/').to_owned()),
        offline: yaml.get("offline").and_then(Yaml::as_bool),
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
        footer: get("footer").map(|text| text.value),
        banner: yaml.and_then(|y| y.get("banner")).and_then(banner),
    }
}

/// A text, or a record of text and link.
fn banner(yaml: &Yaml) -> Option<Banner> {
    let get = |key| yaml.get(key).and_then(Yaml::as_str).map(str::to_owned);
    let text = yaml.as_str().map(str::to_owned).or_else(|| get("text"))?;
    let link = get("link");
    Some(Banner { text, link })
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
