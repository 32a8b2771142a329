//! Pages that belong to the learner.

use super::{Card, Foreign, Frame, Link, ObjectiveView};
use serde::Serialize;

/// Everything that the learner did here, and what to do with the record of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ProgressView {
    /// What every page has.
    pub frame: Frame,
    /// Every module.
    pub modules: Vec<Card>,
    /// Every conversation script, with its item as `id`.
    pub scripts: Vec<PlayedLink>,
}

/// A page that is played.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PlayedLink {
    /// The name under which a browser keeps what is done on it.
    pub item: String,
    /// Where it is.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The title's language, when it is not that of the page.
    pub foreign: Option<Foreign>,
}

/// The certificate of a module, filled in by the browser of who passed it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CertificateView {
    /// What every page has.
    pub frame: Frame,
    /// The module's overview.
    pub module: Link,
    /// The module's name in its address, and in the text for checking.
    pub module_name: String,
    /// A mark of the module's text and questions, as in `teachback.json`.
    pub version: String,
    /// Planned minutes.
    pub minutes: Option<u32>,
    /// Percent needed to pass.
    pub pass_mark: Option<u32>,
    /// What the learner can do now.
    pub objectives: Vec<ObjectiveView>,
}
