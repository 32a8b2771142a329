//! Writes a script as the Markdown that authors write.

use super::words::unescape;
use crate::parse::anchors::slug;
use std::collections::HashSet;
use std::fmt::Write;

/// A story that was read.
#[derive(Debug, Default)]
pub struct Story {
    /// Front matter that came with it.
    pub front: Option<String>,
    pub title: String,
    /// Meters with their start.
    pub meters: Vec<(String, i64)>,
    pub intro: Vec<String>,
    pub scenes: Vec<Scene>,
}

#[derive(Debug)]
pub struct Scene {
    pub title: String,
    pub ending: Option<String>,
    pub parts: Vec<Part>,
}

/// A piece of a scene: text, and what comes after it.
#[derive(Debug)]
pub struct Part {
    pub paragraphs: Vec<String>,
    pub turn: Turn,
}

#[derive(Debug)]
pub enum Turn {
    None,
    LeadOn(Choice),
    Choices(Vec<Choice>),
}

#[derive(Debug)]
pub struct Choice {
    pub text: String,
    /// The index of a scene, or the name of a passage that is not there; `None` goes on with the text.
    pub target: Option<Result<usize, String>>,
    /// What stands in the braces.
    pub braces: String,
    pub feedback: Option<String>,
}

impl Choice {
    /// Whether it only leads on.
    pub fn is_plain(&self) -> bool {
        self.target.is_some() && self.braces.trim().is_empty() && self.feedback.is_none()
    }
}

/// The file of a script.
pub fn write(story: &Story) -> String {
    let ids = ids(&story.scenes);
    let mut cast = Vec::new();
    let mut body = String::new();
    for text in &story.intro {
        paragraph(&mut body, text, &mut cast);
    }
    for (scene, id) in story.scenes.iter().zip(&ids) {
        let mut marks = Vec::new();
        if *id != slug(&title(scene)) {
            marks.push(format!("#{id}"));
        }
        marks.extend(
            scene
                .ending
                .as_ref()
                .map(|kind| format!("ending={}", value(kind))),
        );
        let marks = if marks.is_empty() {
            String::new()
        } else {
            format!(" {{{}}}", marks.join(" "))
        };
        push(&mut body, &format!("## {}{marks}", plain(&title(scene))));
        for part in &scene.parts {
            for text in &part.paragraphs {
                paragraph(&mut body, text, &mut cast);
            }
            turn(&mut body, &part.turn, &ids);
        }
    }
    let front = match &story.front {
        Some(front) => front.trim_end().to_owned() + "\n",
        None => front_matter(story, &cast),
    };
    format!("---\n{front}---\n\n{}\n", body.trim_end())
}

fn front_matter(story: &Story, cast: &[String]) -> String {
    let name = if story.title.is_empty() {
        "Untitled"
    } else {
        &story.title
    };
    let mut out = format!("title: {}\n", quoted(name));
    let mut taken = HashSet::from(["you".to_owned()]);
    out.push_str("cast:\n  you: You\n");
    for name in cast.iter().filter(|name| *name != "You") {
        let mut id = slug(name);
        while !taken.insert(id.clone()) {
            id.push('x');
        }
        let _ = writeln!(out, "  {}: {}", quoted(&id), quoted(name));
    }
    if !story.meters.is_empty() {
        out.push_str("meters:\n");
        for (name, start) in &story.meters {
            let _ = writeln!(out, "  {name}: {start}");
        }
    }
    out
}

/// A text as YAML reads it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn title(scene: &Scene) -> String {
    let words: Vec<&str> = scene.title.split_whitespace().collect();
    if words.is_empty() {
        "Scene".to_owned()
    } else {
        words.join(" ")
    }
}

/// The anchor of every scene: as its heading would give it, or with a number.
fn ids(scenes: &[Scene]) -> Vec<String> {
    let bases: Vec<String> = scenes.iter().map(|scene| slug(&title(scene))).collect();
    let mut taken: HashSet<String> = HashSet::new();
    let reserved = |id: &str| id.starts_with("fn-") || id.starts_with("fnref-");
    let mut ids = Vec::new();
    for base in &bases {
        let mut id = if reserved(base) {
            format!("scene-{base}")
        } else {
            base.clone()
        };
        let mut number = 1;
        while !taken.insert(id.clone()) {
            number += 1;
            id = format!("{base}-scene-{number}");
        }
        ids.push(id);
    }
    ids
}

/// The value of an attribute.
fn value(text: &str) -> String {
    let word = !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    if word {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace(['"', '\\', '{', '}'], ""))
    }
}

fn push(out: &mut String, block: &str) {
    out.push_str(block);
    out.push_str("\n\n");
}

fn turn(out: &mut String, turn: &Turn, ids: &[String]) {
    match turn {
        Turn::None => {}
        Turn::LeadOn(choice) => push(out, &words(choice, ids)),
        Turn::Choices(choices) => {
            for choice in choices {
                let _ = write!(out, "- {}", words(choice, ids));
                if !choice.braces.trim().is_empty() {
                    let _ = write!(out, " {{{}}}", choice.braces.trim());
                }
                out.push('\n');
                for line in choice.feedback.iter().flat_map(|text| feedback(text)) {
                    let _ = writeln!(out, "  > {line}");
                }
            }
            out.push('\n');
        }
    }
}

fn feedback(text: &str) -> Vec<String> {
    let text = text.replace("<br>", "\n\n");
    text.lines().map(|line| markup(line.trim())).collect()
}

/// The words of a choice, as a link when it leads somewhere.
fn words(choice: &Choice, ids: &[String]) -> String {
    let text: Vec<&str> = choice.text.split_whitespace().collect();
    let text = if text.is_empty() {
        "…".to_owned()
    } else {
        plain(&text.join(" "))
    };
    match &choice.target {
        Some(Ok(scene)) => format!("[{text}](#{})", ids[*scene]),
        Some(Err(name)) => format!("[{text}](#{})", slug(name)),
        None => text,
    }
}

/// Text without any mark: every sign that Markdown gives a meaning is escaped.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter(|c| !c.is_control()) {
        push_plain(&mut out, sign);
    }
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && out[digits..].starts_with(['.', ')']);
    if numbered {
        out.insert(digits, '\\');
    } else if out.starts_with(['-', '+', '=', ':']) {
        out.insert(0, '\\');
    }
    out
}

fn push_plain(out: &mut String, sign: char) {
    let special = matches!(
        sign,
        '\\' | '*'
            | '_'
            | '`'
            | '['
            | ']'
            | '<'
            | '>'
            | '{'
            | '}'
            | '#'
            | '|'
            | '~'
            | '&'
            | '^'
            | '$'
            | '@'
    );
    if special {
        out.push('\\');
    }
    out.push(sign);
}

/// A paragraph of the story; a bold name with a colon at its start speaks.
fn paragraph(out: &mut String, text: &str, cast: &mut Vec<String>) {
    let spoken = ["''", "**"].into_iter().find_map(|mark| {
        let (name, rest) = text.strip_prefix(mark)?.split_once(mark)?;
        let (name, rest) = match name.strip_suffix(':') {
            Some(name) => (name, rest),
            None => (name, rest.strip_prefix(':')?),
        };
        let name = unescape(name.trim());
        let sound = !name.is_empty() && !name.contains(['\n', '*', '\'', '[', '<', ':']);
        sound.then_some((name, rest))
    });
    match spoken {
        Some((name, rest)) => {
            push(
                out,
                format!("**{}:** {}", plain(&name), said(rest.trim())).trim_end(),
            );
            if !cast.contains(&name) {
                cast.push(name);
            }
        }
        None => {
            let lines: Vec<String> = text.lines().map(markup).collect();
            push(out, &lines.join("\n"));
        }
    }
}

/// What is said: a stage direction in italics loses its marks.
fn said(text: &str) -> String {
    let direction = text
        .strip_prefix("//(")
        .and_then(|rest| rest.split_once(")//"));
    match direction {
        Some((direction, rest)) => format!("({}) {}", markup(direction), markup(rest.trim())),
        None => text.lines().map(markup).collect::<Vec<_>>().join("\n"),
    }
}

/// A line with the marks of SugarCube as those of Markdown; Markdown of Harlowe stays. What would open a scene, a block or
/// a list is escaped.
fn markup(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line.trim();
    let leading = rest.starts_with(['#', '-', '+', '=', '>', '~', '`', '*', '_', ':', '|']);
    if leading && !rest.starts_with("**") {
        out.push('\\');
    }
    while let Some(sign) = rest.chars().next() {
        let mut taken = sign.len_utf8();
        let address = out.ends_with(':');
        if rest.starts_with("''") {
            out.push_str("**");
            taken = 2;
        } else if rest.starts_with("//") && !address {
            out.push('*');
            taken = 2;
        } else if rest.starts_with("<br>") {
            out.push_str("\\\n");
            taken = 4;
        } else if let Some(end) = rest.find(';').filter(|&end| sign == '&' && end <= 9) {
            let shown = unescape(&rest[..=end]);
            if shown.chars().count() == 1 {
                shown.chars().for_each(|sign| push_plain(&mut out, sign));
                taken = end + 1;
            } else {
                out.push_str("\\&");
            }
        } else if matches!(sign, '[' | ']' | '{' | '}' | '<' | '&' | '\\') {
            push_plain(&mut out, sign);
        } else if !sign.is_control() {
            out.push(sign);
        }
        rest = &rest[taken..];
    }
    out
}
