//! From a script to a story for SugarCube 2.
//!
//! A scene is a passage. Where its text goes on behind a list of choices, the rest is a passage of its own, tagged as
//! continued: a choice without a link leads there, and so does a link that stands there when no choice is open.

use super::names::{Taken, notation, starts, story_number, sugar, variable};
use super::passage::{Passage, write};
use super::words::{Words, escape};
use super::{CONTINUED, Carried, ENDING, FEEDBACK_HEADER, FRONT, INTRODUCTION, OTHERWISE, STOP};
use crate::link::{Facts, PageId, Site};
use crate::model::{Choice, Fragment, Scene, Script, Target, Tree, Turn};
use crate::source::LineIndex;
use serde_json::json;
use std::collections::HashMap;

/// Writes the script of a page as Twee 3; `None` when the page is no script.
#[must_use]
pub fn export(site: &Site, id: PageId) -> Option<Carried> {
    let page = site.page(id);
    let inner = page.page();
    let script = inner.script.as_ref()?;
    let facts = Facts {
        shared: &site.shared,
        lang: &page.meta.lang,
        fallback: site.config.language(),
    };
    let mut export = Export::new(script, &inner.tree, facts);
    export.begin(&page.meta.title, &page.source);
    for (at, scene) in script.scenes.iter().enumerate() {
        export.scene(at, scene);
    }
    if export.stops {
        export.passages.push(Passage {
            name: export.stop.clone(),
            tags: vec![STOP.to_owned()],
            body: "The conversation ends here.".to_owned(),
            ..Passage::default()
        });
    }
    let mut text = String::new();
    for passage in &export.passages {
        write(&mut text, passage);
    }
    let mut losses = export.words.losses;
    losses.sort_by_key(|loss| loss.line);
    Some(Carried {
        text: text.trim_end().to_owned() + "\n",
        losses,
    })
}

struct Export<'a> {
    script: &'a Script,
    tree: &'a Tree,
    words: Words<'a>,
    taken: Taken,
    /// The passage of each scene.
    names: Vec<String>,
    by_id: HashMap<&'a str, usize>,
    /// The passage at which runs stop, and whether any does.
    stop: String,
    stops: bool,
    /// Choices with `once` so far: each has a variable.
    once: usize,
    passages: Vec<Passage>,
}

impl<'a> Export<'a> {
    fn new(script: &'a Script, tree: &'a Tree, facts: Facts<'a>) -> Self {
        let mut taken = Taken::default();
        let scenes = script.scenes.iter();
        let names: Vec<String> = scenes.map(|scene| taken.give(&scene.title)).collect();
        let mut by_id = HashMap::new();
        for (at, scene) in script.scenes.iter().enumerate() {
            by_id.entry(scene.id.as_str()).or_insert(at);
        }
        Self {
            script,
            tree,
            words: Words {
                facts,
                lines: LineIndex::new(&tree.source),
                losses: Vec::new(),
            },
            stop: taken.give("The end of the conversation"),
            taken,
            names,
            by_id,
            stops: false,
            once: 0,
            passages: Vec::new(),
        }
    }

    /// What stands before the scenes.
    fn begin(&mut self, title: &str, source: &str) {
        let mut add = |name: &str, body: String| {
            self.passages.push(Passage {
                name: name.to_owned(),
                body,
                ..Passage::default()
            });
        };
        add("StoryTitle", title.to_owned());
        let intro = (!self.script.intro.is_empty()).then(|| self.taken.give("Before you begin"));
        let first = intro.as_ref().or(self.names.first());
        let data = json!({
            "ifid": story_number(source),
            "format": "SugarCube",
            "format-version": "2.37.3",
            "start": first,
        });
        add("StoryData", format!("{data:#}"));
        let mut init = format!("/* {FRONT}\n{}*/\n", front_matter(&self.tree.source));
        for (name, start) in starts(self.script) {
            init.push_str(&format!("<<set {name} to {start}>>\n"));
        }
        add("StoryInit", init);
        add("PassageHeader", FEEDBACK_HEADER.to_owned());
        if let Some(name) = intro {
            let mut body = self.text(&self.script.intro);
            if let Some(scene) = self.names.first() {
                body.push_str(&format!("\n\n{}", link("Begin", scene, "")));
            }
            self.passages.push(Passage {
                name,
                tags: vec![INTRODUCTION.to_owned()],
                body,
                ..Passage::default()
            });
        }
    }

    fn scene(&mut self, at: usize, scene: &'a Scene) {
        let mut passage = Passage {
            name: self.names[at].clone(),
            metadata: Some(place(at)),
            ..Passage::default()
        };
        if let Some(ending) = &scene.ending {
            passage.tags.push(format!(
                "{ENDING}{}",
                ending.value.replace(char::is_whitespace, "-")
            ));
        }
        let count = scene.turns.len();
        for (number, turn) in scene.turns.iter().enumerate() {
            let decides = matches!(turn, Turn::Choices(_) | Turn::Continue { .. });
            let loose = matches!(turn, Turn::Choices(list) if list.iter().any(|c| c.target.is_none() && !c.critical));
            // A list at the end of a scene has nothing to go on with, unless one of its choices asks for it.
            let splits = decides && (number + 1 < count || loose);
            let rest = splits.then(|| self.taken.give(&self.names[at]));
            let text = self.turn(turn, rest.as_deref());
            passage.body.push_str(&text);
            passage.body.push_str("\n\n");
            if let Some(name) = rest {
                let next = Passage {
                    name,
                    tags: vec![CONTINUED.to_owned()],
                    ..Passage::default()
                };
                self.passages.push(std::mem::replace(&mut passage, next));
            }
        }
        self.passages.push(passage);
    }

    fn turn(&mut self, turn: &'a Turn, rest: Option<&str>) -> String {
        match turn {
            Turn::Line {
                speaker,
                direction,
                text,
            } => {
                let name = escape(&self.script.cast[*speaker].name);
                let direction = direction
                    .as_ref()
                    .map(|d| format!(" //({})//", escape(&d.value)));
                let words = self.words.inline(text.nodes(self.tree));
                format!("''{name}:''{} {words}", direction.unwrap_or_default())
            }
            Turn::Narration(text) => self.text(text),
            Turn::Continue { label, target } => {
                let to = self.passage(target);
                link(label, &to, "")
            }
            Turn::Choices(choices) => self.choices(choices, rest),
        }
    }

    fn text(&mut self, text: &Fragment) -> String {
        let parts = text.nodes(self.tree).map(|node| self.words.block(node));
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    }

    /// The passage that a target names; a link to no scene keeps its name, which Twine shows as broken.
    fn passage(&self, target: &Target) -> String {
        let anchor = target.anchor.value.as_str();
        let known = self.by_id.get(anchor).map(|&at| self.names[at].clone());
        known.unwrap_or_else(|| anchor.to_owned())
    }

    fn choices(&mut self, choices: &'a [Choice], rest: Option<&str>) -> String {
        let mut lines = Vec::new();
        let mut none_open = Vec::new();
        for choice in choices {
            let mut tests = Vec::new();
            let mut sets = Vec::new();
            if choice.once {
                self.once += 1;
                let used = format!("$once_{}", self.once);
                tests.push(format!("not {used}"));
                sets.push(format!("{used} to true"));
            }
            tests.extend(choice.condition.as_ref().map(|c| sugar(&c.value)));
            let line = self.choice(choice, rest, sets);
            let open: String = tests.iter().map(|test| format!("<<if {test}>>")).collect();
            lines.push(format!("{open}{line}{}", "<</if>>".repeat(tests.len())));
            let all: Vec<String> = tests.iter().map(|test| format!("({test})")).collect();
            none_open.push((!all.is_empty()).then(|| format!("not ({})", all.join(" and "))));
        }
        let none_open: Option<Vec<String>> = none_open.into_iter().collect();
        if let (Some(tests), Some(rest)) = (none_open, rest) {
            let way = link("Continue", rest, "");
            lines.push(format!(
                "<<if {}>>{way} /* {OTHERWISE} */<</if>>",
                tests.join(" and ")
            ));
        }
        lines.join("\n")
    }

    fn choice(&mut self, choice: &Choice, rest: Option<&str>, mut sets: Vec<String>) -> String {
        for effect in &choice.effects {
            let name = variable(&effect.meter.value);
            sets.push(format!("{name} += {}", effect.change));
        }
        for skill in &choice.skills {
            sets.push(format!("{} += 1", variable(&skill.value)));
        }
        if choice.critical {
            sets.push("$failed to true".to_owned());
        }
        if let Some(feedback) = &choice.feedback {
            let text = self
                .text(feedback)
                .replace("\n\n", "<br>")
                .replace('\n', " ");
            sets.push(format!("$feedback to \"{text}\""));
        }
        let to = match &choice.target {
            Some(target) => self.passage(target),
            None if choice.critical => {
                self.stops = true;
                self.stop.clone()
            }
            None => rest.unwrap_or_default().to_owned(),
        };
        let words = choice.text.plain_text(self.tree);
        let words = self.words.facts.expand(&words, |_, _| {});
        let line = link(words.trim(), &to, &sets.join("; "));
        format!("* {line} /* {{{}}} */", braces(choice))
    }
}

/// Where a passage stands in the map of Twine.
fn place(at: usize) -> String {
    let (column, row) = (at % 6, at / 6);
    format!(
        r#"{{"position":"{},{}"}}"#,
        100 + 150 * column,
        100 + 150 * row
    )
}

/// A link; as a macro when its words or its passage hold signs of links.
fn link(words: &str, passage: &str, sets: &str) -> String {
    let hard = |text: &str| {
        text.is_empty()
            || text.contains(['[', ']', '|', '\\', '$', '<', '>'])
            || text.contains("&#")
    };
    if hard(words) || hard(passage) {
        let sets = if sets.is_empty() {
            String::new()
        } else {
            format!("<<set {sets}>>")
        };
        let passage = passage.replace('\\', "\\\\").replace('"', "\\\"");
        return format!(
            "<<link \"{}\" \"{passage}\">>{sets}<</link>>",
            escape(words)
        );
    }
    if sets.is_empty() {
        format!("[[{words}->{passage}]]")
    } else {
        format!("[[{words}->{passage}][{sets}]]")
    }
}

/// What stands in the braces of a choice.
fn braces(choice: &Choice) -> String {
    let mut words: Vec<String> = choice.skills.iter().map(|s| s.value.clone()).collect();
    words.extend(
        choice
            .effects
            .iter()
            .map(|e| format!("{}{:+}", e.meter.value, e.change)),
    );
    words.extend(
        choice
            .condition
            .as_ref()
            .map(|c| format!("if=\"{}\"", notation(&c.value))),
    );
    let flags = [
        (choice.once, "once"),
        (choice.best, "best"),
        (choice.critical, "critical"),
    ];
    words.extend(
        flags
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, word)| (*word).to_owned()),
    );
    words.join(" ")
}

/// The front matter as it stands in the file, safe in a comment.
fn front_matter(source: &str) -> String {
    let mut lines = source.trim_start_matches('\u{FEFF}').lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return String::new();
    }
    let front = lines.take_while(|line| !matches!(line.trim_end(), "---" | "..."));
    front.map(|line| line.replace("*/", "* /") + "\n").collect()
}
