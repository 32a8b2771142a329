//! Conversation scripts.

use serde::Serialize;

/// Someone of the cast.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SpeakerView {
    /// Key in the front matter.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// Role in the conversation: a role's name, or as written.
    pub role: Option<String>,
    /// One or two letters for the avatar.
    pub initials: String,
    /// A picture for the avatar, in place of the letters. The name stands beside it, so it needs no words.
    pub picture: Option<String>,
    /// Place in the cast, from 1: picks the colour.
    pub place: usize,
    /// Whether this is the part the reader plays (the cast's `you`).
    pub reader: bool,
}

/// What a choice does to a meter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct EffectView {
    /// Name of the meter.
    pub meter: String,
    /// How much it changes; never 0.
    pub change: i64,
}

/// A choice of the reader.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ChoiceView {
    /// What the reader says.
    #[serde(serialize_with = "super::html::text")]
    pub html: String,
    /// The scene it leads to; absent when the text just goes on.
    pub href: Option<String>,
    /// Title of that scene.
    pub target: Option<String>,
    /// What to say about it.
    #[serde(serialize_with = "super::html::maybe")]
    pub feedback_html: Option<String>,
    /// Skills it uses, by name.
    pub skills: Vec<String>,
    /// Meters it changes.
    pub effects: Vec<EffectView>,
    /// When it is offered, such as `trust ≥ 2`.
    pub condition: Option<String>,
    /// Whether it is offered once only.
    pub once: bool,
    /// Whether it is the model answer.
    pub best: bool,
    /// Whether it ends the run as failed.
    pub critical: bool,
}

/// A recording of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LineAudioView {
    /// The file.
    pub src: String,
    /// The author's words for it.
    pub label: String,
}

/// One step of a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TurnView {
    /// Someone speaks.
    Say {
        /// Who.
        speaker: SpeakerView,
        /// Stage direction, without its brackets.
        direction_html: Option<String>,
        /// What is said.
        html: String,
    },
    /// Text that nobody speaks, or a block.
    Narration {
        /// The text.
        html: String,
    },
    /// The reader chooses.
    Choices {
        /// What can be chosen.
        choices: Vec<ChoiceView>,
    },
    /// The scene leads on.
    Continue {
        /// The next scene.
        href: String,
        /// The author's words.
        label: String,
        /// Title of the next scene.
        target: String,
    },
}

/// A scene of a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SceneView {
    /// Anchor on the page.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// For an ending: `good`, `fair`, `poor` or another word of the author.
    pub ending: Option<String>,
    /// Whether `ending` is one of `good`, `fair` and `poor`, for which the theme has words.
    pub ending_known: bool,
    /// What happens, in order.
    pub turns: Vec<TurnView>,
}

/// One of the two scripts of a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SideView {
    /// Title of the script.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Title of the scene in which its way ends.
    pub last: String,
    /// For an ending: `good`, `fair`, `poor` or another word of the author.
    pub ending: Option<String>,
    /// Whether `ending` is one that the theme has words for.
    pub ending_known: bool,
}

/// A note of the author between two turns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CompareNote {
    /// What it is about: `bad`, `good`, or `both`.
    pub side: String,
    /// The note.
    #[serde(serialize_with = "super::html::text")]
    pub html: String,
}

/// A turn of each conversation, and what the author says of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CompareRow {
    /// Number of the row, from 1.
    pub number: usize,
    /// What the reader, or the others, say in the conversation that goes wrong: `say` turns. Empty when they say nothing
    /// at this place.
    pub bad: Vec<TurnView>,
    /// The same in the conversation that goes well.
    pub good: Vec<TurnView>,
    /// What follows.
    pub notes: Vec<CompareNote>,
}

/// Two scripts turn by turn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CompareView {
    /// Language of the page.
    pub lang: String,
    /// Anchor on the page.
    pub id: Option<String>,
    /// Title, when the author gave one.
    pub title: Option<String>,
    /// Classes of the author.
    pub classes: Vec<String>,
    /// What the author wrote in the block.
    #[serde(serialize_with = "super::html::text")]
    pub content_html: String,
    /// The conversation that goes wrong.
    pub bad: SideView,
    /// The conversation that goes well.
    pub good: SideView,
    /// Notes before the first turn.
    pub opening: Vec<CompareNote>,
    /// The turns in order.
    pub rows: Vec<CompareRow>,
}
