//! The YAML between `---` lines at the start of a page.

use crate::diagnostic::{Diagnostic, INVALID_VALUE, Outcome, UNCLOSED_FRONT_MATTER, nearest};
use crate::model::{Date, EvidenceGrade, FrontMatter, ModuleFront, Objective, PageKind, Period};
use crate::source::{SourceFile, Span, Spanned};
use crate::yaml::{self, Key, Shape, Value, Yaml};

pub(super) const DATE: Shape = Shape::Checked(is_date, "a date such as 2026-05-01");
pub(super) const PERIOD: Shape = Shape::Checked(is_period, "a time such as 12 months");
const TEXTS: Shape = Shape::List(&Shape::Text);

/// Keys that every page may have. The title is asked for later, since the levels of a handout share theirs.
pub const COMMON_KEYS: &[Key] = &[
    Key::optional("title", Shape::Text, "The title of the page."),
    Key::optional(
        "summary",
        Shape::Text,
        "One or two sentences for lists and search.",
    ),
    Key::optional("roles", TEXTS, "Roles the page is for."),
    Key::optional(
        "languages",
        TEXTS,
        "Languages the page should be written in; those it has a variant in when nothing is said.",
    ),
    Key::optional("tags", TEXTS, "Words to group pages by."),
    Key::optional("owner", Shape::Text, "Who looks after the page."),
    Key::optional("authors", TEXTS, "Who wrote it."),
    Key::optional("reviewers", TEXTS, "Who checked it."),
    Key::optional("reviewed", DATE, "When it was last checked."),
    Key::optional("review_every", PERIOD, "How long a check lasts."),
    Key::optional(
        "evidence",
        Shape::OneOf(&EvidenceGrade::WORDS),
        "How sure the evidence is as a whole.",
    ),
    Key::optional("draft", Shape::Flag, "true keeps the page out of the site."),
];

const OBJECTIVE: &[Key] = &[
    Key::required("id", Shape::Text, "The name that questions use."),
    Key::required("text", Shape::Text, "What the learner can do afterwards."),
];

/// Keys that a module adds.
pub const MODULE_KEYS: &[Key] = &[
    Key::optional(
        "objectives",
        Shape::List(&Shape::Record(OBJECTIVE)),
        "What the learner can do afterwards.",
    ),
    Key::optional(
        "minutes",
        Shape::Whole(1, 10_000),
        "How long the module takes.",
    ),
    Key::optional(
        "pass_mark",
        Shape::Whole(0, 100),
        "Percent to pass the quiz.",
    ),
    Key::optional(
        "attempts",
        Shape::Whole(1, 1000),
        "How often the quiz may be tried.",
    ),
    Key::optional("prerequisites", TEXTS, "Names of modules to take before."),
    Key::optional(
        "certificate",
        Shape::Flag,
        "Whether there is a certificate.",
    ),
    Key::optional(
        "conceal",
        Shape::Flag,
        "true keeps the answers of the module's quizzes out of sight of who looks at the source of a page.",
    ),
    Key::optional(
        "order",
        TEXTS,
        "Names of the lessons in order, when name order is not wanted.",
    ),
];

/// The keys a kind of page may have.
#[must_use]
pub fn keys(kind: PageKind) -> Vec<&'static Key> {
    let own: &[Key] = match kind {
        PageKind::Module => MODULE_KEYS,
        PageKind::Script => super::script::SCRIPT_KEYS,
        _ => &[],
    };
    COMMON_KEYS.iter().chain(own).collect()
}

/// A page's front matter.
#[derive(Debug)]
pub struct Front {
    pub front: FrontMatter,
    /// The checked map, for keys that another reader takes (scripts); null when there is none.
    pub yaml: Yaml,
    /// Where the body begins, in bytes.
    pub body: usize,
}

/// Reads the front matter of a page of some kind.
pub fn read(file: &SourceFile, kind: PageKind) -> Outcome<Front> {
    let mut diagnostics = Vec::new();
    let none = Yaml {
        value: Value::Null,
        span: Span::start_of(file.id),
    };
    let Some(split) = split(&file.text) else {
        let front = Front {
            front: FrontMatter::default(),
            yaml: none,
            body: 0,
        };
        return Outcome::clean(front);
    };
    if !split.closed {
        let message = "the front matter has no closing line";
        let span = Span::new(file.id, 0, 3);
        diagnostics.push(
            Diagnostic::new(&UNCLOSED_FRONT_MATTER, span, message)
                .help("add a line `---` after the last key"),
        );
    }
    let text = &file.text[split.from..split.to];
    let parsed = yaml::parse(file.id, text, split.from).take(&mut diagnostics);
    let title_told = match &parsed {
        Some(yaml) => yaml.entries().iter().any(|(key, value)| {
            let key = key.value.as_str();
            value.value != Value::Null && (key == "title" || nearest(key, ["title"]).is_some())
        }),
        None => !diagnostics.is_empty(),
    };
    let yaml = match parsed {
        Some(yaml) => {
            let outcome = yaml::check_keys(yaml, &keys(kind));
            outcome.take(&mut diagnostics)
        }
        None => none,
    };
    let mut front = lower(&yaml);
    front.title_told = title_told && front.title.is_none();
    front.span = Some(Span::new(file.id, 0, split.body));
    check_objectives(&front.module, &mut diagnostics);
    Outcome::new(
        Front {
            front,
            yaml,
            body: split.body,
        },
        diagnostics,
    )
}

/// Where front matter stands in a text.
struct Split {
    /// The YAML.
    from: usize,
    to: usize,
    body: usize,
    closed: bool,
}

/// Finds the `---` lines. A first line `---` that nothing closes is front matter only when a key follows it: else it
/// is a thematic break.
fn split(text: &str) -> Option<Split> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let from = first.len();
    let mut at = from;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Some(Split {
                from,
                to: at,
                body: at + line.len(),
                closed: true,
            });
        }
        at += line.len();
    }
    let mut to = from;
    for line in text[from..].split_inclusive('\n') {
        let is_key = line.starts_with([' ', '-', '#'])
            || line.contains(": ")
            || line.trim_end().ends_with(':');
        if line.trim().is_empty() || !is_key {
            break;
        }
        to += line.len();
    }
    (to > from).then_some(Split {
        from,
        to,
        body: to,
        closed: false,
    })
}

/// The common keys and those of modules, from a checked map.
#[must_use]
pub fn lower(yaml: &Yaml) -> FrontMatter {
    let text = |key: &str| yaml.get(key).and_then(Yaml::text);
    let texts = |key: &str| yaml.get(key).map(Yaml::texts).unwrap_or_default();
    let flag = |key: &str| yaml.get(key).and_then(Yaml::as_bool).unwrap_or(false);
    let extra = yaml
        .entries()
        .iter()
        .filter(|(key, _)| key.value.starts_with("x-"));
    FrontMatter {
        title: text("title").filter(|t| !t.value.trim().is_empty()),
        summary: text("summary"),
        roles: texts("roles"),
        languages: texts("languages"),
        tags: texts("tags"),
        owner: text("owner"),
        authors: texts("authors"),
        reviewers: texts("reviewers"),
        reviewed: text("reviewed").and_then(|t| read_as(&t, Date::parse)),
        review_every: text("review_every").and_then(|t| read_as(&t, Period::parse)),
        evidence: text("evidence").and_then(|t| read_as(&t, EvidenceGrade::from_word)),
        draft: flag("draft"),
        module: module(yaml),
        extra: extra
            .map(|(key, value)| (key.value.clone(), value.to_json()))
            .collect(),
        title_told: false,
        span: None,
    }
}

fn module(yaml: &Yaml) -> ModuleFront {
    let number = |key: &str| yaml.get(key).and_then(Yaml::as_u32);
    let texts = |key: &str| yaml.get(key).map(Yaml::texts).unwrap_or_default();
    let objectives = yaml.get("objectives").map(Yaml::items).unwrap_or_default();
    let objective = |item: &Yaml| {
        let (id, text) = (item.get("id")?.text()?, item.get("text")?.text()?);
        Some(Objective { id, text })
    };
    ModuleFront {
        objectives: objectives.iter().filter_map(objective).collect(),
        minutes: number("minutes"),
        pass_mark: number("pass_mark"),
        attempts: number("attempts"),
        prerequisites: texts("prerequisites"),
        certificate: yaml
            .get("certificate")
            .and_then(Yaml::as_bool)
            .unwrap_or(false),
        conceal: yaml.get("conceal").and_then(Yaml::as_bool),
        order: texts("order"),
    }
}

fn check_objectives(module: &ModuleFront, diagnostics: &mut Vec<Diagnostic>) {
    for (at, objective) in module.objectives.iter().enumerate() {
        let same = module.objectives[..at]
            .iter()
            .find(|o| o.id.value == objective.id.value);
        if let Some(first) = same {
            let message = format!("the objective \"{}\" is given twice", objective.id.value);
            diagnostics.push(
                Diagnostic::new(&INVALID_VALUE, objective.id.span, message)
                    .label(first.id.span, "here for the first time"),
            );
        }
    }
}

fn read_as<T>(text: &Spanned<String>, read: fn(&str) -> Option<T>) -> Option<Spanned<T>> {
    read(&text.value).map(|value| Spanned::new(value, text.span))
}

fn is_date(text: &str) -> bool {
    Date::parse(text).is_some()
}

fn is_period(text: &str) -> bool {
    Period::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> (&str, bool) {
        split(text).map_or(("none", true), |s| (&text[s.body..], s.closed))
    }

    #[test]
    fn finds_the_lines() {
        assert_eq!(body("---\ntitle: A\n---\nBody"), ("Body", true));
        assert_eq!(body("---\r\ntitle: A\r\n---\r\nBody"), ("Body", true));
        assert_eq!(body("---\n---\nBody"), ("Body", true));
        assert_eq!(body("---\n\nA break, not front matter.\n"), ("none", true));
        assert_eq!(body("---\ntitle: A\n\nBody"), ("\nBody", false));
        assert_eq!(body("text\n---\n"), ("none", true));
    }
}
