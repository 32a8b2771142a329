//! From a story to a script.
//!
//! A passage is a scene; its text comes first and its links are the choices after it. What changes a number on the way into
//! a passage is an effect of every choice that leads there. A passage without links is an ending.

use super::body::{self, Body, Link, feedback};
use super::expression::{Change, Set, condition};
use super::markdown::{Choice, Part, Scene, Story, Turn, write};
use super::names::is_special;
use super::passage::{Passage, read};
use super::{CONTINUED, Carried, ENDING, FEEDBACK_HEADER, INTRODUCTION, Loss, OTHERWISE, STOP};
use crate::model::{Condition, Effect};
use std::collections::HashMap;

/// Makes a script of a Twee 3 story. Any text can be read.
#[must_use]
pub fn import(text: &str) -> Carried {
    let (passages, stray) = read(text);
    let mut import = Import::default();
    if let Some(line) = stray {
        import.lose(line, "the text before the first passage");
    }
    for passage in passages {
        import.sort(passage);
    }
    import.arrange();
    let scenes = (0..import.scenes.len())
        .map(|at| import.scene(at))
        .collect();
    if import.scenes.is_empty() {
        import.lose(1, "nothing: there is no passage in it");
    }
    let story = Story {
        front: import.front,
        title: import.title,
        meters: import.meters,
        intro: import.intro,
        scenes,
    };
    let mut losses = import.losses;
    losses.sort_by_key(|loss| loss.line);
    Carried {
        text: write(&story),
        losses,
    }
}

/// A passage with those that continue it.
struct Source {
    passage: Passage,
    bodies: Vec<Body>,
}

#[derive(Default)]
struct Import {
    title: String,
    start: Option<String>,
    front: Option<String>,
    intro: Vec<String>,
    /// Where the introduction leads.
    begins: Option<String>,
    meters: Vec<(String, i64)>,
    scenes: Vec<Source>,
    /// The scene of each passage, and which of its parts it is.
    places: HashMap<String, (usize, usize)>,
    /// The passages at which a run stops.
    stops: Vec<String>,
    losses: Vec<Loss>,
}

impl Import {
    fn lose(&mut self, line: usize, what: impl Into<String>) {
        let what = what.into();
        self.losses.push(Loss { line, what });
    }

    /// Puts a passage where it belongs.
    fn sort(&mut self, passage: Passage) {
        let has = |tag: &str| passage.tags.iter().any(|known| known == tag);
        match passage.name.as_str() {
            "StoryTitle" => passage.body.trim().clone_into(&mut self.title),
            "StoryData" => self.data(&passage),
            "StoryInit" => self.declarations(&passage),
            _ if has("startup") => self.declarations(&passage),
            "PassageHeader" if passage.body.trim() == FEEDBACK_HEADER => {}
            name if is_special(name) => self.lose(passage.line, format!("the passage {name}")),
            name if ["script", "stylesheet", "widget", "header", "footer"]
                .into_iter()
                .any(has) =>
            {
                self.lose(
                    passage.line,
                    format!("the passage {name}, which is no text"),
                );
            }
            _ if has(STOP) => self.stops.push(passage.name),
            _ => self.text(passage),
        }
    }

    fn data(&mut self, passage: &Passage) {
        let data: Result<serde_json::Value, _> = serde_json::from_str(&passage.body);
        match data {
            Ok(data) => self.start = data["start"].as_str().map(str::to_owned),
            Err(_) => self.lose(passage.line, "StoryData, which is no JSON"),
        }
    }

    /// What holds when a story begins.
    fn declarations(&mut self, passage: &Passage) {
        let body = body::read(&passage.body, passage.line + 1);
        self.front = self.front.take().or(body.front);
        self.losses.extend(body.losses);
        for set in body.arrival {
            match set.change {
                Change::To(value) | Change::By(value)
                    if value.unsigned_abs() <= Condition::LIMIT.unsigned_abs() =>
                {
                    *self.meter(&set.name) = value;
                }
                _ => self.lose(passage.line, format!("the start of ${}", set.name)),
            }
        }
    }

    /// The value that a meter starts with.
    fn meter(&mut self, name: &str) -> &mut i64 {
        let name = meter_name(name);
        let known = self.meters.iter().position(|(known, _)| *known == name);
        let at = known.unwrap_or_else(|| {
            self.meters.push((name, 0));
            self.meters.len() - 1
        });
        &mut self.meters[at].1
    }

    fn text(&mut self, passage: Passage) {
        if self.places.contains_key(&passage.name) {
            let what = format!("a second passage with the name \"{}\"", passage.name);
            return self.lose(passage.line, what);
        }
        let mut body = body::read(&passage.body, passage.line + 1);
        self.losses.append(&mut body.losses);
        if passage.tags.iter().any(|tag| tag == INTRODUCTION) {
            self.begins = body.links.first().map(|link| link.target.clone());
            self.intro.append(&mut body.paragraphs);
            self.start = self.start.take().filter(|start| *start != passage.name);
            return;
        }
        let continued = passage.tags.iter().any(|tag| tag == CONTINUED);
        let last = self.scenes.len().checked_sub(1).filter(|_| continued);
        match last {
            Some(at) => {
                let part = self.scenes[at].bodies.len();
                self.places.insert(passage.name, (at, part));
                self.scenes[at].bodies.push(body);
            }
            None => {
                let at = self.scenes.len();
                self.places.insert(passage.name.clone(), (at, 0));
                let bodies = vec![body];
                self.scenes.push(Source { passage, bodies });
            }
        }
    }

    /// Puts the scene at which the story starts first.
    fn arrange(&mut self) {
        let start = self.start.clone().or(self.begins.clone());
        let known = start
            .as_ref()
            .map(|name| self.places.get(name).map(|place| place.0));
        let first = match known {
            Some(Some(first)) => first,
            Some(None) => {
                let name = start.unwrap_or_default();
                return self.lose(1, format!("the start \"{name}\", which is no passage"));
            }
            None => match self.places.get("Start") {
                Some(&(first, _)) => first,
                None => return,
            },
        };
        self.scenes[..=first].rotate_right(1);
        for (at, _) in self.places.values_mut() {
            if *at == first {
                *at = 0;
            } else if *at < first {
                *at += 1;
            }
        }
    }

    fn scene(&mut self, at: usize) -> Scene {
        let mut parts = Vec::new();
        for part in 0..self.scenes[at].bodies.len() {
            parts.push(self.part(at, part));
        }
        let passage = &self.scenes[at].passage;
        let mut tags = passage.tags.iter();
        let tagged = tags
            .find_map(|tag| tag.strip_prefix(ENDING))
            .map(str::to_owned);
        let leads = self.scenes[at]
            .bodies
            .iter()
            .any(|body| !body.links.is_empty());
        Scene {
            title: passage.name.clone(),
            ending: tagged.or((!leads).then(|| "mixed".to_owned())),
            parts,
        }
    }

    fn part(&mut self, at: usize, part: usize) -> Part {
        let body = self.scenes[at].bodies[part].clone();
        let line = self.scenes[at].passage.line;
        if body.paragraphs.iter().any(|text| prints_variable(text)) {
            self.lose(
                line,
                "the value of a variable in the text; its name is shown",
            );
        }
        let links: Vec<&Link> = body
            .links
            .iter()
            .filter(|link| link.note.as_deref() != Some(OTHERWISE))
            .collect();
        let mut choices = Vec::new();
        for link in &links {
            let choice = self.choice(link, (at, part));
            choices.push(choice);
        }
        let plain = choices.len() == 1 && !links[0].bullet && choices[0].is_plain();
        Part {
            paragraphs: body.paragraphs,
            turn: match choices.pop() {
                Some(choice) if plain => Turn::LeadOn(choice),
                Some(choice) => {
                    choices.push(choice);
                    Turn::Choices(choices)
                }
                None => Turn::None,
            },
        }
    }

    fn choice(&mut self, link: &Link, (at, part): (usize, usize)) -> Choice {
        let place = self.places.get(&link.target).copied();
        let target = match place {
            Some((scene, 0)) => Some(Ok(scene)),
            Some(next) if next == (at, part + 1) => None,
            Some((scene, _)) => Some(Ok(scene)),
            None if self.stops.contains(&link.target) || link.target.is_empty() => None,
            None => {
                let what = format!("the passage \"{}\", which is not there", link.target);
                self.lose(link.line, what);
                Some(Err(link.target.clone()))
            }
        };
        let braces = match &link.note {
            Some(note) => note.clone(),
            None => self.braces(link, place),
        };
        Choice {
            text: link.text.clone(),
            target,
            braces,
            feedback: feedback(&link.sets).map(str::to_owned),
        }
    }

    /// What a link does, and what happens on the way into its passage.
    fn braces(&mut self, link: &Link, place: Option<(usize, usize)>) -> String {
        let mut words = self.effects(link, place);
        let tests = self.tests(link);
        match tests.as_slice() {
            [] => {}
            [test] => words.push(format!("if=\"{test}\"")),
            tests => {
                let grouped: Vec<String> = tests.iter().map(|test| format!("({test})")).collect();
                words.push(format!("if=\"{}\"", grouped.join(" and ")));
            }
        }
        words.join(" ")
    }

    /// The changes of meters, such as `trust+1`.
    fn effects(&mut self, link: &Link, place: Option<(usize, usize)>) -> Vec<String> {
        let mut words = Vec::new();
        for (name, change) in self.changes(link, place) {
            if change.unsigned_abs() > Effect::LIMIT.unsigned_abs() {
                let lost = format!("the change of ${name}, which is too large");
                self.lose(link.line, lost);
            } else if change != 0 {
                self.meter(&name);
                words.push(format!("{}{change:+}", meter_name(&name)));
            }
        }
        words
    }

    /// By how much each variable changes altogether.
    fn changes(&mut self, link: &Link, place: Option<(usize, usize)>) -> Vec<(String, i64)> {
        let arrival = place.map(|(scene, part)| self.scenes[scene].bodies[part].arrival.clone());
        let sets = link.sets.iter().cloned().chain(arrival.unwrap_or_default());
        let mut changes: Vec<(String, i64)> = Vec::new();
        for Set { name, change } in sets {
            match change {
                Change::By(by) => match changes.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, sum)) => *sum = sum.saturating_add(by),
                    None => changes.push((name, by)),
                },
                Change::Text(_) if name == "feedback" => {}
                _ => self.lose(link.line, format!("the new value of ${name}")),
            }
        }
        changes
    }

    /// The conditions that can be carried.
    fn tests(&mut self, link: &Link) -> Vec<String> {
        let mut tests = Vec::new();
        for test in &link.conditions {
            let Some((mut text, names)) = condition(test) else {
                self.lose(link.line, format!("the condition {test}"));
                continue;
            };
            for name in names {
                self.meter(&name);
                text = renamed(&text, &name);
            }
            tests.push(text);
        }
        tests
    }
}

/// The name of a variable as a meter can have it.
fn meter_name(name: &str) -> String {
    let reserved = matches!(
        name,
        "once" | "best" | "critical" | "if" | "and" | "or" | "not"
    );
    if reserved || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        format!("meter-{name}")
    } else {
        name.to_owned()
    }
}

/// A condition with a name as a meter can have it.
fn renamed(text: &str, name: &str) -> String {
    let meter = meter_name(name);
    if meter == name {
        return text.to_owned();
    }
    let words = text.split(' ').map(|word| {
        let bare = word.trim_start_matches('(');
        if bare == name {
            format!("{}{meter}", &word[..word.len() - bare.len()])
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn prints_variable(text: &str) -> bool {
    let mut signs = text.match_indices('$').map(|(at, _)| &text[at + 1..]);
    signs.any(|after| after.starts_with(|c: char| c.is_ascii_alphabetic()))
}
