//! The names that a script declares, and places inside texts that were unquoted.

use crate::model::Meter;
use crate::source::{Span, Spanned};

/// Words that a choice's braces and conditions use themselves.
pub(super) const RESERVED: [&str; 7] = ["once", "best", "critical", "if", "and", "or", "not"];

/// The declared skills and meters.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) skills: &'a [Spanned<String>],
    pub(super) meters: &'a [Meter],
}

impl<'a> Names<'a> {
    pub(super) fn is_skill(self, name: &str) -> bool {
        self.skills.iter().any(|s| s.value == name)
    }

    pub(super) fn is_meter(self, name: &str) -> bool {
        self.meters.iter().any(|m| m.id.value == name)
    }

    /// Skills, then meters.
    pub(super) fn all(self) -> impl Iterator<Item = &'a str> {
        let meters = self.meters.iter().map(|m| m.id.value.as_str());
        self.skills.iter().map(|s| s.value.as_str()).chain(meters)
    }
}

/// Whether a skill or meter can have the name: one word of letters, digits, `-` and `_` that starts with a letter.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        && !RESERVED.contains(&text)
}

/// Where a text stands in its file, quotes around it or not.
pub(super) struct Place {
    /// The text without quotes, when it stands in the source letter by letter; else all that was written.
    pub(super) span: Span,
    exact: bool,
}

impl Place {
    /// The place of `text`, which was read from the bytes of `span`.
    pub(super) fn of(text: &str, span: Span, source: &str) -> Self {
        match span.slice(source).find(text) {
            Some(at) => Self {
                span: span.part(at, at + text.len()),
                exact: true,
            },
            None => Self { span, exact: false },
        }
    }

    /// The span of some bytes of the text; the whole place when escapes moved them.
    pub(super) fn part(&self, from: usize, to: usize) -> Span {
        if self.exact {
            self.span.part(from, to)
        } else {
            self.span
        }
    }
}
