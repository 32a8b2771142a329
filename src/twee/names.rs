//! Names of passages and variables, and the number of a story.

use crate::model::{Comparison, Condition, Script};
use std::collections::HashSet;

/// What no passage of a script may be called: SugarCube gives these names a meaning.
const SPECIAL: [&str; 18] = [
    "StoryTitle",
    "StoryData",
    "StoryInit",
    "PassageHeader",
    "PassageFooter",
    "PassageReady",
    "PassageDone",
    "StoryAuthor",
    "StoryBanner",
    "StoryCaption",
    "StoryDisplayTitle",
    "StoryInterface",
    "StoryMenu",
    "StoryShare",
    "StorySubtitle",
    "StorySettings",
    "StoryIncludes",
    "StoryScript",
];

/// Whether a name belongs to the story format.
pub fn is_special(name: &str) -> bool {
    SPECIAL.contains(&name)
}

/// Gives every passage a name of its own.
#[derive(Debug, Default)]
pub struct Taken(HashSet<String>);

impl Taken {
    /// The name, with a number when it is taken.
    pub fn give(&mut self, name: &str) -> String {
        let words: Vec<&str> = name.split_whitespace().collect();
        let base = match words.join(" ") {
            empty if empty.is_empty() => "Scene".to_owned(),
            name => name,
        };
        let mut given = base.clone();
        let mut number = 1;
        while is_special(&given) || self.0.contains(&given) {
            number += 1;
            given = format!("{base} ({number})");
        }
        self.0.insert(given.clone());
        given
    }
}

/// A meter or skill as a variable of SugarCube: letters, digits and `_`.
pub fn variable(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    format!("${}", name.chars().map(plain).collect::<String>())
}

/// A condition in the notation of teachback.
pub fn notation(condition: &Condition) -> String {
    joined(condition, &|name| name.to_owned(), &|op| match op {
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::GreaterOrEqual => ">=",
        Comparison::Greater => ">",
    })
}

/// A condition in the notation of SugarCube.
pub fn sugar(condition: &Condition) -> String {
    joined(condition, &variable, &|op| match op {
        Comparison::Less => "lt",
        Comparison::LessOrEqual => "lte",
        Comparison::Equal => "eq",
        Comparison::NotEqual => "neq",
        Comparison::GreaterOrEqual => "gte",
        Comparison::Greater => "gt",
    })
}

fn joined(
    condition: &Condition,
    name_of: &dyn Fn(&str) -> String,
    sign: &dyn Fn(Comparison) -> &'static str,
) -> String {
    let grouped = |part: &Condition| match part {
        Condition::Compare { .. } => joined(part, name_of, sign),
        _ => format!("({})", joined(part, name_of, sign)),
    };
    let list = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(grouped).collect();
        parts.join(word)
    };
    match condition {
        Condition::Compare { name, op, value } => {
            format!("{} {} {value}", name_of(&name.value), sign(*op))
        }
        Condition::Not(inner) => format!("not ({})", joined(inner, name_of, sign)),
        Condition::And(parts) => list(parts, " and "),
        Condition::Or(parts) => list(parts, " or "),
    }
}

/// The number of a story (IFID): a UUID of version 4 in capital letters, made from its name, so that it stays the same.
pub fn story_number(name: &str) -> String {
    let hash = blake3::derive_key("teachback 2026 ifid of a script", name.as_bytes());
    let mut bytes: [u8; 16] = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

/// What a script declares, as its starting values.
pub fn starts(script: &Script) -> Vec<(String, i64)> {
    let meters = script
        .meters
        .iter()
        .map(|m| (variable(&m.id.value), m.start));
    let skills = script.skills.iter().map(|s| (variable(&s.value), 0));
    meters.chain(skills).collect()
}
