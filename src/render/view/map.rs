//! The map of a script: the picture, and the same as a list.

use super::{Article, Frame, Link, SpeakerView};
use serde::Serialize;

/// The page with the map of a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MapView {
    /// What every page has.
    pub frame: Frame,
    /// The title, and who answers for the script.
    pub article: Article,
    /// The script's page.
    pub script: Link,
    /// Who speaks.
    pub cast: Vec<SpeakerView>,
    /// The picture; absent when the script is too large or too tangled to draw.
    pub picture: Option<PictureView>,
    /// Every scene with where it leads, in the order of the text.
    pub scenes: Vec<MapScene>,
}

/// The picture, in units that are pixels at full size.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PictureView {
    /// Width of every band.
    pub width: i64,
    /// Whether it needs paper on its side.
    pub wide: bool,
    /// The picture cut between rows, from top to bottom; each band fits on a sheet of paper.
    pub bands: Vec<BandView>,
}

/// A part of the picture that goes over its whole width.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BandView {
    /// Upper edge in the picture.
    pub top: i64,
    /// Height.
    pub height: i64,
    /// Lines between scenes, those of the best path last.
    pub lines: Vec<LineView>,
    /// Scenes.
    pub boxes: Vec<BoxView>,
    /// Words that belong to no box.
    pub notes: Vec<TextLine>,
}

/// Words in the picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TextLine {
    /// Middle of the words; for notes their start.
    pub x: i64,
    /// Foot of the letters.
    pub y: i64,
    /// What is written.
    pub text: String,
}

/// A scene in the picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BoxView {
    /// Left edge.
    pub x: i64,
    /// Upper edge.
    pub y: i64,
    /// Width.
    pub width: i64,
    /// Height.
    pub height: i64,
    /// Radius of the corners: an ending is round.
    pub radius: i64,
    /// The scene on the script's page.
    pub href: String,
    /// The number and the whole title.
    pub name: String,
    /// Number and title, broken into lines.
    pub title: Vec<TextLine>,
    /// What kind of scene it is, in words, broken into lines.
    pub facts: Vec<TextLine>,
    /// For an ending: `good`, `fair`, `poor` or another word of the author.
    pub ending: Option<String>,
    /// Whether `ending` is one that the theme has a colour for.
    pub ending_known: bool,
    /// Whether the best path goes through it.
    pub best: bool,
    /// Whether nothing leads to it.
    pub unreachable: bool,
}

/// A piece of a line between two scenes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LineView {
    /// Where it runs: the `d` of an SVG path.
    pub path: String,
    /// The head of the arrow, also as a path.
    pub arrow: Option<String>,
    /// The letters of the choices that it stands for.
    pub letters: Option<TextLine>,
    /// From which scene to which, in words; on shared pieces only to which.
    pub name: String,
    /// Whether the best path runs along it.
    pub best: bool,
    /// Whether it leads back.
    pub back: bool,
    /// Whether it stands for a critical choice.
    pub critical: bool,
}

/// A scene in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MapScene {
    /// Number in the order of the text, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// The scene on the script's page.
    pub href: String,
    /// For an ending: `good`, `fair`, `poor` or another word of the author.
    pub ending: Option<String>,
    /// Whether `ending` is one that the theme has words for.
    pub ending_known: bool,
    /// Whether the best path goes through it.
    pub best: bool,
    /// Whether nothing leads to it.
    pub unreachable: bool,
    /// Where it leads.
    pub ways: Vec<MapWay>,
}

/// A choice, or a link that leads on, in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MapWay {
    /// The letter of a choice; a link that leads on has none.
    pub letter: Option<String>,
    /// What the reader says, or the words of the link.
    pub text: String,
    /// Number of the scene it leads to; absent when the text goes on or the run ends.
    pub number: Option<usize>,
    /// Title of that scene.
    pub target: Option<String>,
    /// Whether it is the model answer.
    pub best: bool,
    /// Whether it ends the run as failed.
    pub critical: bool,
    /// When it is offered, such as `trust ≥ 2`.
    pub condition: Option<String>,
    /// Whether it is offered once only.
    pub once: bool,
}
