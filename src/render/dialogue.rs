//! Conversation scripts: all scenes with working links, and what is said on one way through them.

use super::escape::path_address;
use super::view::{ChoiceView, EffectView, LineAudioView, SceneView, SpeakerView, TurnView};
use super::writer::{Text, Writer, without_links};
use crate::link::Target as LinkTarget;
use crate::link::dialogue::Passed;
use crate::model::{
    CastMember, Choice, Comparison, Condition, NodeKind, NodeRef, Scene, Script, Target, Turn,
};

/// Endings that the theme has words for.
const KNOWN_ENDINGS: [&str; 3] = ["good", "fair", "poor"];

/// Endings of files with sound.
const AUDIO: [&str; 7] = ["mp3", "m4a", "aac", "ogg", "opus", "wav", "flac"];

/// The cast as it is introduced.
pub fn cast(writer: &mut Writer<'_>, text: Text<'_>, script: &Script) -> Vec<SpeakerView> {
    let members = 0..script.cast.len();
    members
        .map(|at| speaker(writer, text, script, at))
        .collect()
}

fn speaker(writer: &mut Writer<'_>, text: Text<'_>, script: &Script, at: usize) -> SpeakerView {
    let member = &script.cast[at];
    // The names of roles are those of groups ("Prescribers"); one person has the role as it is written.
    let role = member.role.as_deref().map(in_words);
    let letters = member
        .name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    SpeakerView {
        id: member.id.value.clone(),
        name: member.name.clone(),
        role,
        initials: letters.take(2).flat_map(char::to_uppercase).collect(),
        picture: writer.small_href(text.links.of_cast(at)),
        place: at + 1,
        reader: member.is_reader(),
    }
}

/// Every scene in the order of the file.
pub fn scenes<'a>(writer: &mut Writer<'a>, text: Text<'a>, script: &'a Script) -> Vec<SceneView> {
    let scenes = script.scenes.iter();
    scenes
        .map(|scene| self::scene(writer, text, script, scene))
        .collect()
}

fn scene<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    script: &'a Script,
    scene: &'a Scene,
) -> SceneView {
    writer.ids.insert(scene.id.clone());
    // The theme draws the heading of the scene, at the second level.
    writer.outline = vec![2];
    let (ending, ending_known) = self::ending(scene);
    SceneView {
        id: scene.id.clone(),
        title: scene.title.clone(),
        ending_known,
        ending,
        turns: scene
            .turns
            .iter()
            .map(|turn| self::turn(writer, text, script, turn))
            .collect(),
    }
}

fn turn<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    script: &'a Script,
    turn: &'a Turn,
) -> TurnView {
    match turn {
        Turn::Line {
            speaker,
            direction,
            text: words,
        } => {
            let nodes: Vec<_> = words.nodes(text.tree).collect();
            let (nodes, audio) = match nodes.split_last() {
                Some((last, words)) if !words.is_empty() => match recording(writer, text, *last) {
                    Some(audio) => (words, audio),
                    None => (&nodes[..], String::new()),
                },
                _ => (&nodes[..], String::new()),
            };
            TurnView::Say {
                speaker: self::speaker(writer, text, script, *speaker),
                direction_html: direction.as_ref().map(|d| super::escape::escaped(&d.value)),
                html: format!("<p>{}</p>{audio}", writer.blocks(text, nodes).trim()),
            }
        }
        Turn::Narration(words) => TurnView::Narration {
            html: writer.fragment(text, words),
        },
        Turn::Choices(choices) => TurnView::Choices {
            choices: choices
                .iter()
                .map(|c| choice(writer, text, script, c))
                .collect(),
        },
        Turn::Continue { label, target } => match find(script, target) {
            Some(scene) => TurnView::Continue {
                href: format!("#{}", path_address(&scene.id)),
                label: label.clone(),
                target: scene.title.clone(),
            },
            // A link to no scene was told; its words stay.
            None => TurnView::Narration {
                html: format!("<p>{}</p>", super::escape::escaped(label)),
            },
        },
    }
}

/// The player for a line that ends with a link to a recording of it; its words stand in the line.
fn recording(writer: &mut Writer<'_>, text: Text<'_>, last: NodeRef<'_>) -> Option<String> {
    let NodeKind::Link(_) = last.kind() else {
        return None;
    };
    let (_, target) = text.links.of(last.id).first()?;
    let LinkTarget::Media(path) = target else {
        return None;
    };
    let (_, ending) = path.rsplit_once('.')?;
    if !AUDIO.contains(&ending.to_ascii_lowercase().as_str()) {
        return None;
    }
    let view = LineAudioView {
        src: writer.href(target)?,
        label: last.plain_text(),
    };
    Some(writer.template("line-audio.html", &view))
}

fn find<'s>(script: &'s Script, target: &Target) -> Option<&'s Scene> {
    script
        .scenes
        .iter()
        .find(|scene| scene.id == target.anchor.value)
}

fn choice<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    script: &'a Script,
    choice: &'a Choice,
) -> ChoiceView {
    let scene = choice
        .target
        .as_ref()
        .and_then(|target| find(script, target));
    // The words become a link as a whole: none may stand in them.
    writer.in_link = scene.is_some();
    let html = writer.fragment(text, &choice.text);
    writer.in_link = false;
    let html = if scene.is_some() {
        without_links(&html)
    } else {
        html
    };
    ChoiceView {
        html,
        href: scene.map(|scene| format!("#{}", path_address(&scene.id))),
        target: scene.map(|scene| scene.title.clone()),
        feedback_html: choice.feedback.as_ref().map(|f| writer.fragment(text, f)),
        skills: choice.skills.iter().map(|s| in_words(&s.value)).collect(),
        effects: choice
            .effects
            .iter()
            .filter(|effect| effect.change != 0)
            .map(|effect| EffectView {
                meter: in_words(&effect.meter.value),
                change: effect.change,
            })
            .collect(),
        condition: choice.condition.as_ref().map(|c| condition(&c.value)),
        once: choice.once,
        best: choice.best,
        critical: choice.critical,
    }
}

/// `open-question` as people read it.
pub fn in_words(name: &str) -> String {
    name.replace(['-', '_'], " ")
}

/// A condition as people read it: `trust ≥ 2`. The words between come from the condition's own notation.
#[must_use]
pub fn condition(condition: &Condition) -> String {
    let join = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(grouped).collect();
        parts.join(word)
    };
    match condition {
        Condition::Compare { name, op, value } => {
            format!("{} {} {value}", in_words(&name.value), sign(*op))
        }
        Condition::Not(inner) => format!("not {}", grouped(inner)),
        Condition::And(parts) => join(parts, " and "),
        Condition::Or(parts) => join(parts, " or "),
    }
}

fn grouped(part: &Condition) -> String {
    match part {
        Condition::Compare { .. } => condition(part),
        _ => format!("({})", condition(part)),
    }
}

fn sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Less => "<",
        Comparison::LessOrEqual => "≤",
        Comparison::Equal => "=",
        Comparison::NotEqual => "≠",
        Comparison::GreaterOrEqual => "≥",
        Comparison::Greater => ">",
    }
}

/// What is read or heard of a turn that a way through the script comes to: a choice that is taken is said by the reader.
pub fn passed<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    script: &'a Script,
    (scene, passed): (usize, Passed),
) -> Option<TurnView> {
    let turn = &script.scenes[scene].turns[passed.turn];
    match turn {
        Turn::Choices(choices) => {
            let words = &choices[passed.choice?].text;
            let html = format!("<p>{}</p>", writer.fragment(text, words).trim());
            let reader = script.cast.iter().position(CastMember::is_reader);
            Some(match reader {
                Some(at) => TurnView::Say {
                    speaker: speaker(writer, text, script, at),
                    direction_html: None,
                    html,
                },
                None => TurnView::Narration { html },
            })
        }
        Turn::Continue { .. } => None,
        Turn::Line { .. } | Turn::Narration(_) => Some(self::turn(writer, text, script, turn)),
    }
}

/// What kind of ending a scene is, and whether the theme has words for it.
pub fn ending(scene: &Scene) -> (Option<String>, bool) {
    let ending = scene.ending.as_ref().map(|e| e.value.clone());
    let known = ending
        .as_ref()
        .is_some_and(|e| KNOWN_ENDINGS.contains(&e.as_str()));
    (ending, known)
}

/// What it takes to pass, in words.
pub fn pass(script: &Script) -> Option<String> {
    let pass = script.pass.as_ref();
    pass.map(|pass| condition(&pass.value))
}
