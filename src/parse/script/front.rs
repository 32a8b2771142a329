//! The front matter of a script: cast, skills, meters and the pass rule.

use super::condition;
use super::names::{Names, Place, is_name};
use crate::diagnostic::{DUPLICATE_ID, Diagnostic, INVALID_VALUE, UNDECLARED_SKILL};
use crate::model::{CastMember, Condition, Meter, Ratio, Script};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Shape, Yaml};
use std::collections::HashMap;

const NAME: &str = "one word such as open-question, and not once, best, critical, if, and, or, not";

const CAST_MEMBER: &[Key] = &[
    Key::optional(
        "name",
        Shape::Text,
        "As it stands in bold where this person speaks; the id when nothing is said.",
    ),
    Key::optional(
        "role",
        Shape::Text,
        "What the person is: patient, prescriber.",
    ),
    Key::optional(
        "picture",
        Shape::Text,
        "A picture beside the script, shown round and small where this person speaks; their initials when nothing is said.",
    ),
];

const RATIO: &[Key] = &[
    Key::optional(
        "reflections",
        Shape::List(&Shape::Text),
        "Skills that count as reflections; those whose name ends in reflection when nothing is said.",
    ),
    Key::optional(
        "questions",
        Shape::List(&Shape::Text),
        "Skills that count as questions; those whose name ends in question when nothing is said.",
    ),
];

/// The keys that only scripts have.
pub const SCRIPT_KEYS: &[Key] = &[
    Key::optional(
        "cast",
        Shape::MapOf(&Shape::TextOr(&Shape::Record(CAST_MEMBER))),
        "Who speaks: ids with a name, or with name and role.",
    ),
    Key::optional(
        "skills",
        Shape::List(&Shape::Checked(is_name, NAME)),
        "The skills that choices may use.",
    ),
    Key::optional(
        "meters",
        Shape::MapOf(&Shape::Checked(is_number, "a whole number")),
        "Numbers that choices change, with their value at the start.",
    ),
    Key::optional(
        "pass",
        Shape::Text,
        "The condition that a run must meet at its end, such as trust >= 2.",
    ),
    Key::optional(
        "feedback",
        Shape::OneOf(&["now", "debrief"]),
        "When the reader sees the feedback of a choice: right after it (now), or at the end (debrief).",
    ),
    Key::optional(
        "ratio",
        Shape::Record(RATIO),
        "Skills that the debrief weighs against each other: reflections and questions.",
    ),
];

fn is_number(text: &str) -> bool {
    number(text).is_some()
}

fn number(text: &str) -> Option<i64> {
    text.replace('\u{2212}', "-")
        .parse()
        .ok()
        .filter(|n: &i64| n.abs() <= Condition::LIMIT)
}

/// A script without its scenes.
pub(super) fn read(front: &Yaml, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Script {
    let entries = |key: &str| front.get(key).map_or(&[][..], Yaml::entries);
    let mut script = Script {
        cast: entries("cast").iter().map(cast_member).collect(),
        ..Script::default()
    };
    let mut declared = Declared::default();
    for skill in front.get("skills").map_or_else(Vec::new, Yaml::texts) {
        if is_name(&skill.value) && declared.is_new(&skill, diagnostics) {
            script.skills.push(skill);
        }
    }
    for (id, start) in entries("meters") {
        let Some(start) = start.as_str().and_then(number) else {
            continue;
        };
        if !is_name(&id.value) {
            let message = format!("\"{}\" cannot be the name of a meter", id.value);
            let fault = Diagnostic::new(&INVALID_VALUE, id.span, message);
            diagnostics.push(fault.help(format!("a meter is {NAME}")));
        } else if declared.is_new(id, diagnostics) {
            let id = id.clone();
            script.meters.push(Meter { id, start });
        }
    }
    script.pass = front.get("pass").and_then(|pass| {
        let names = Names {
            skills: &script.skills,
            meters: &script.meters,
        };
        let text = pass.text()?;
        let place = Place::of(&text.value, text.span, source);
        let condition = condition::parse(&text.value, &place, names).take(diagnostics)?;
        Some(Spanned::new(condition, place.span))
    });
    script.late_feedback = front.get("feedback").and_then(Yaml::as_str) == Some("debrief");
    script.ratio = Ratio {
        reflections: counted(front, "reflections", &script.skills, diagnostics),
        questions: counted(front, "questions", &script.skills, diagnostics),
    };
    script
}

/// The skills that one side of the ratio counts: those that the front matter names, else those whose last word says so.
fn counted(
    front: &Yaml,
    key: &'static str,
    skills: &[Spanned<String>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let names = skills.iter().map(|skill| skill.value.as_str());
    let Some(listed) = front.get("ratio").and_then(|ratio| ratio.get(key)) else {
        let last = |name: &str| name.rsplit(['-', '_']).next().map(str::to_lowercase);
        let counts = |name: &&str| last(name).is_some_and(|word| word == key || key == word + "s");
        return names.filter(counts).map(str::to_owned).collect();
    };
    let mut out = Vec::new();
    for skill in listed.texts() {
        if names.clone().any(|name| name == skill.value) {
            out.push(skill.value);
            continue;
        }
        let message = format!("\"{}\" is not a skill of this script", skill.value);
        let fault = Diagnostic::new(&UNDECLARED_SKILL, skill.span, message)
            .help("declare it under skills in the front matter")
            .did_you_mean(&skill.value, names.clone());
        diagnostics.push(fault);
    }
    out
}

fn cast_member((id, value): &(Spanned<String>, Yaml)) -> CastMember {
    let text = |yaml: Option<&Yaml>| yaml.and_then(Yaml::as_str).map(str::to_owned);
    let name = text(Some(value)).or_else(|| text(value.get("name")));
    CastMember {
        name: name.unwrap_or_else(|| id.value.clone()),
        role: text(value.get("role")),
        picture: value.get("picture").and_then(Yaml::text),
        id: id.clone(),
    }
}

/// Skills and meters share their names: a condition could not tell them apart.
#[derive(Default)]
struct Declared(HashMap<String, Span>);

impl Declared {
    fn is_new(&mut self, name: &Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let first = self.0.insert(name.value.clone(), name.span);
        if let Some(first) = first {
            let message = format!("\"{}\" is declared twice", name.value);
            diagnostics.push(
                Diagnostic::new(&DUPLICATE_ID, name.span, message)
                    .label(first, "here for the first time")
                    .help("skills and meters need names of their own"),
            );
        }
        first.is_none()
    }
}
