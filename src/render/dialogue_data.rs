//! The data that the page of a script carries, so that it can be played in the browser: the course of the conversation.
//! What is said stands in the page already; scene by scene and turn by turn it is in the same order here.

use super::dialogue::{condition, in_words};
use crate::model::{Choice, Comparison, Condition, Scene, Script, Target, Tree, Turn};
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
struct Data<'a> {
    /// Changes with the course of the conversation and the words of its choices.
    fingerprint: String,
    course: Course<'a>,
}

#[derive(Serialize)]
struct Course<'a> {
    meters: Vec<Named<'a>>,
    skills: Vec<Named<'a>>,
    pass: Option<Test<'a>>,
    /// What must hold together for a pass, each with its words.
    goals: Vec<Goal<'a>>,
    late: bool,
    ratio: RatioData<'a>,
    scenes: Vec<SceneData<'a>>,
}

#[derive(Serialize)]
struct RatioData<'a> {
    reflections: &'a [String],
    questions: &'a [String],
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<i64>,
}

#[derive(Serialize)]
struct Goal<'a> {
    words: String,
    test: Test<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Test<'a> {
    /// Name, comparison and number.
    Is(&'a str, &'static str, i64),
    Not(Box<Test<'a>>),
    All(Vec<Test<'a>>),
    Any(Vec<Test<'a>>),
}

#[derive(Serialize)]
struct SceneData<'a> {
    id: &'a str,
    ending: Option<&'a str>,
    /// Whether it is an ending that nobody should want.
    bad: bool,
    turns: Vec<TurnData<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum TurnData<'a> {
    /// A line or another text: only shown.
    Text,
    Choices(Vec<ChoiceData<'a>>),
    /// The scene that it leads on to.
    To(usize),
}

#[derive(Serialize)]
struct ChoiceData<'a> {
    /// Tells the choices of a list apart, also after the script was changed.
    key: String,
    /// The scene it leads to; absent when the text just goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", rename = "if")]
    condition: Option<Test<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skills: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    effects: Vec<(&'a str, i64)>,
    #[serde(skip_serializing_if = "is_false")]
    once: bool,
    #[serde(skip_serializing_if = "is_false")]
    best: bool,
    #[serde(skip_serializing_if = "is_false")]
    critical: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// The data as JSON that may stand in a `<script type="application/json">`: no text can end the element. `None` for a
/// script that cannot be played: one without scenes, or with a link to a scene that is not there, which was told.
#[must_use]
pub fn json(script: &Script, tree: &Tree) -> Option<String> {
    let mut scenes = HashMap::new();
    for (at, scene) in script.scenes.iter().enumerate() {
        scenes.entry(scene.id.as_str()).or_insert(at);
    }
    let reader = Reader { scenes, tree };
    let course = reader
        .course(script)
        .filter(|course| !course.scenes.is_empty())?;
    let text =
        serde_json::to_string(&course).expect("invariant: texts, numbers and lists are JSON");
    let fingerprint = short_hash(&text);
    let data = Data {
        fingerprint,
        course,
    };
    let json = serde_json::to_string(&data).expect("invariant: texts, numbers and lists are JSON");
    Some(json.replace('<', "\\u003c"))
}

fn short_hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..12].to_owned()
}

struct Reader<'a> {
    scenes: HashMap<&'a str, usize>,
    tree: &'a Tree,
}

impl<'a> Reader<'a> {
    fn course(&self, script: &'a Script) -> Option<Course<'a>> {
        let named = |id: &'a str, start| Named {
            id,
            name: in_words(id),
            start,
        };
        let pass = script.pass.as_ref().map(|pass| &pass.value);
        let goals: &[Condition] = match pass {
            Some(Condition::And(parts)) => parts,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let meters = script.meters.iter();
        let skills = script.skills.iter();
        let scenes = script.scenes.iter().map(|scene| self.scene(scene));
        Some(Course {
            meters: meters.map(|m| named(&m.id.value, Some(m.start))).collect(),
            skills: skills.map(|skill| named(&skill.value, None)).collect(),
            pass: pass.map(Test::of),
            goals: goals.iter().map(Goal::of).collect(),
            late: script.late_feedback,
            ratio: RatioData {
                reflections: &script.ratio.reflections,
                questions: &script.ratio.questions,
            },
            scenes: scenes.collect::<Option<_>>()?,
        })
    }

    fn scene(&self, scene: &'a Scene) -> Option<SceneData<'a>> {
        let turns = scene.turns.iter().map(|turn| {
            Some(match turn {
                Turn::Line { .. } | Turn::Narration(_) => TurnData::Text,
                Turn::Continue { target, .. } => TurnData::To(self.place(target)?),
                Turn::Choices(choices) => TurnData::Choices(self.choices(choices)?),
            })
        });
        Some(SceneData {
            id: &scene.id,
            ending: scene.ending.as_ref().map(|ending| ending.value.as_str()),
            bad: scene.ends_badly(),
            turns: turns.collect::<Option<_>>()?,
        })
    }

    fn place(&self, target: &Target) -> Option<usize> {
        self.scenes.get(target.anchor.value.as_str()).copied()
    }

    fn choices(&self, choices: &'a [Choice]) -> Option<Vec<ChoiceData<'a>>> {
        let mut out: Vec<ChoiceData<'a>> = Vec::with_capacity(choices.len());
        for choice in choices {
            let mut data = self.choice(choice)?;
            let same = |other: &&ChoiceData<'_>| other.key.starts_with(&data.key);
            let copies = out.iter().filter(same).count();
            if copies > 0 {
                data.key.push_str(&format!("-{}", copies + 1));
            }
            out.push(data);
        }
        Some(out)
    }

    fn choice(&self, choice: &'a Choice) -> Option<ChoiceData<'a>> {
        let effects = choice.effects.iter();
        let to = match &choice.target {
            Some(target) => Some(self.place(target)?),
            None => None,
        };
        Some(ChoiceData {
            key: short_hash(&choice.text.plain_text(self.tree)),
            to,
            condition: choice.condition.as_ref().map(|c| Test::of(&c.value)),
            skills: choice.skills.iter().map(|s| s.value.as_str()).collect(),
            effects: effects
                .map(|effect| (effect.meter.value.as_str(), effect.change))
                .collect(),
            once: choice.once,
            best: choice.best,
            critical: choice.critical,
        })
    }
}

impl<'a> Goal<'a> {
    fn of(part: &'a Condition) -> Self {
        Self {
            words: condition(part),
            test: Test::of(part),
        }
    }
}

impl<'a> Test<'a> {
    fn of(condition: &'a Condition) -> Self {
        let all = |parts: &'a [Condition]| parts.iter().map(Self::of).collect();
        match condition {
            Condition::Compare { name, op, value } => Self::Is(&name.value, sign(*op), *value),
            Condition::Not(inner) => Self::Not(Box::new(Self::of(inner))),
            Condition::And(parts) => Self::All(all(parts)),
            Condition::Or(parts) => Self::Any(all(parts)),
        }
    }
}

fn sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::GreaterOrEqual => ">=",
        Comparison::Greater => ">",
    }
}
