//! A script on paper: role-play cards, and the best path to be read aloud.

use super::{Article, Frame, Link, SceneView, SpeakerView};
use serde::Serialize;

/// The pages that go with a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Papers {
    /// The map of all scenes.
    pub map: String,
    /// The role-play cards.
    pub cards: String,
    /// The best path, line by line.
    pub reading: String,
}

/// The page with the role-play cards of a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CardsView {
    /// What every page has.
    pub frame: Frame,
    /// Title and summary of the script; the body is what stands before the first scene.
    pub article: Article,
    /// The script's page.
    pub script: Link,
    /// What it takes to pass, in words.
    pub pass: Option<String>,
    /// The skills that the reader practises.
    pub skills: Vec<String>,
    /// A card for everyone in the cast.
    pub roles: Vec<RoleCard>,
    /// A card for every scene, in the order of the text.
    pub scenes: Vec<CardScene>,
}

/// The card of someone in the cast.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RoleCard {
    /// Who.
    pub speaker: SpeakerView,
    /// Numbers of the scenes in which this person speaks or, for the reader, chooses.
    pub cards: Vec<usize>,
}

/// The card of a scene.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CardScene {
    /// Number in the order of the text, from 1.
    pub number: usize,
    /// The scene; its anchor is `card-{number}`.
    pub scene: SceneView,
    /// For each turn that leads on, and for each choice of a list, the number of the card it leads to.
    pub targets: Vec<Vec<Option<usize>>>,
    /// For each turn the letters of its choices.
    pub letters: Vec<Vec<String>>,
    /// Whether there is something to tell the facilitator.
    pub has_notes: bool,
}

/// The page with the best path of a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReadingView {
    /// What every page has.
    pub frame: Frame,
    /// Title and summary of the script; the body is what stands before the first scene.
    pub article: Article,
    /// The script's page.
    pub script: Link,
    /// Who speaks on the way.
    pub cast: Vec<SpeakerView>,
    /// Whether some lines are spoken by nobody in the cast.
    pub narrated: bool,
    /// The scenes on the way, in order.
    pub scenes: Vec<ReadingScene>,
}

/// A scene of the best path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReadingScene {
    /// Number of the scene in the order of the text, from 1.
    pub number: usize,
    /// Its heading.
    pub title: String,
    /// For an ending: `good`, `fair`, `poor` or another word of the author.
    pub ending: Option<String>,
    /// Whether `ending` is one that the theme has words for.
    pub ending_known: bool,
    /// Number of its first line; lines are counted over all scenes.
    pub start: usize,
    /// What is read, in order.
    pub lines: Vec<ReadingLine>,
}

/// A line to be read aloud.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReadingLine {
    /// Who reads it; absent for text that nobody in the cast speaks.
    pub speaker: Option<SpeakerView>,
    /// Stage direction, without its brackets.
    #[serde(serialize_with = "super::html::maybe")]
    pub direction_html: Option<String>,
    /// What is read.
    #[serde(serialize_with = "super::html::text")]
    pub html: String,
}
