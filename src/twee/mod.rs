//! Twee 3, the text format of Twine stories: scripts go out as it and come in from it.
//!
//! 1. `passage` reads and writes passages with their names, tags and metadata (Twee 3 Specification 3.0.2, Interactive
//!    Fiction Technology Foundation).
//! 2. `export` writes a script for SugarCube 2, `words` its text and `names` its passages and variables.
//! 3. `import` makes a script: `body` finds text, links and macros of SugarCube and Harlowe in a passage, `macros` says what
//!    they mean, `expression` reads conditions and assignments, and `markdown` writes the file.
//!
//! What one side has and the other has not is listed with its line. A script that teachback has written carries its front
//! matter and the braces of its choices in comments, and comes back as the same conversation.

mod body;
mod export;
mod expression;
mod import;
mod macros;
mod markdown;
mod names;
mod passage;
mod words;

pub use export::export;
pub use import::import;

/// Something that was not carried over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Line in the file that was read, from 1.
    pub line: usize,
    /// What it is, as a sentence without a full stop.
    pub what: String,
}

/// A file of the other format, with what it lacks.
#[derive(Debug, Clone, Default)]
pub struct Carried {
    pub text: String,
    /// In the order of their lines.
    pub losses: Vec<Loss>,
}

/// The tag of a passage that goes on where the one before it ends.
const CONTINUED: &str = "continued";
/// The tag of the text before the first scene.
const INTRODUCTION: &str = "introduction";
/// The tag of the passage at which a run stops.
const STOP: &str = "stop";
/// The start of the tag of an ending: `ending-good`.
const ENDING: &str = "ending-";
/// The first word of the comment that holds the front matter.
const FRONT: &str = "teachback";
/// What the comment behind a link says that is only there for when no other link is.
const OTHERWISE: &str = "otherwise";
/// Shows the feedback of the last choice.
const FEEDBACK_HEADER: &str =
    "<<if $feedback>><blockquote><<print $feedback>></blockquote><<unset $feedback>><</if>>";
