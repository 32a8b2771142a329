//! What is wrong with content: values with a code, a place, a sentence and a help line.

mod apply;
mod catalog;
pub mod emit;
mod fix;
mod found;
mod ledger;
mod outcome;
mod suggest;

pub use apply::{Mended, MendedFile, apply};
pub use catalog::*;
pub use fix::{Edit, Fix};
pub use found::{Batch, Found};
pub use ledger::Ledger;
pub use outcome::Outcome;
pub use suggest::{did_you_mean, nearest};

use crate::source::Span;
use std::hash::{Hash, Hasher};

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; never fails a build.
    Info,
    /// Should be mended; fails a strict build.
    Warning,
    /// Must be mended; fails every build.
    Error,
}

impl Severity {
    /// The word used in every output format.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One kind of fault: what `explain` shows, and what `allow` and `deny` name.
#[derive(Debug)]
pub struct Rule {
    /// `TB` and three digits; never used again for another rule.
    pub code: &'static str,
    /// Completes "allow …" and names the fault, not the cure.
    pub name: &'static str,
    pub severity: Severity,
    /// One sentence for lists.
    pub summary: &'static str,
    /// The manual page in Markdown, with a `bad` and a `good` example that are run as tests.
    pub page: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

/// A further place that belongs to a fault, with what is to be said there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// One fault at one place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    pub rule: &'static Rule,
    pub severity: Severity,
    /// A plain sentence for a person who writes content, not code.
    pub message: String,
    pub span: Span,
    /// What to do about it.
    pub help: Option<String>,
    pub labels: Vec<Label>,
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A fault with the severity of its rule.
    #[must_use]
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            span,
            help: None,
            labels: Vec::new(),
            fixes: Vec::new(),
        }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        // Few have more than one, and there can be many that have one.
        self.labels.reserve_exact(1);
        self.labels.push(Label { span, text });
        self
    }

    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.reserve_exact(1);
        self.fixes.push(fix);
        self
    }

    /// Says which known name was probably meant: a help line, and a fix that `check --fix` leaves to a person.
    #[must_use]
    pub fn did_you_mean<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(written, known) {
            Some(name) => {
                let help = format!("did you mean \"{name}\"?");
                self.help(help)
            }
            None => self,
        }
    }
}
