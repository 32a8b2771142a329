//! The commands: arguments to pipeline to print. One file a command; only this floor prints.

pub mod build;
pub mod check;
pub mod completions;
pub mod explain;
pub mod export;
pub mod import;
mod loop_report;
pub mod measure;
mod mend;
pub mod new;
mod page;
mod project;
pub mod report;
pub mod schema;
mod scope;
pub mod serve;
mod shell;
mod trouble;
pub mod verify;
pub mod verify_certificate;
mod wait;
pub mod watch;

pub use project::Project;
pub use shell::Shell;
pub use trouble::Trouble;

use crate::diagnostic::emit::Summary;

/// How a command that could run has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Fine,
    /// The content has errors, or warnings in a strict run.
    Faulty,
}

impl Verdict {
    /// Errors always count, warnings in a strict run, infos never.
    #[must_use]
    pub fn of(summary: Summary, strict: bool) -> Self {
        if summary.errors > 0 || (strict && summary.warnings > 0) {
            Self::Faulty
        } else {
            Self::Fine
        }
    }
}
