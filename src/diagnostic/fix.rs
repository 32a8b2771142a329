//! Changes to the source that would mend a fault.

use crate::source::Span;

/// A change that a program can make.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fix {
    /// What the change does, as an order: "add alternative text".
    pub description: String,
    /// `check --fix` applies only fixes that cannot change what the author meant.
    pub sure: bool,
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix of one edit.
    #[must_use]
    pub fn replace(
        description: impl Into<String>,
        sure: bool,
        span: Span,
        text: impl Into<String>,
    ) -> Self {
        Self {
            description: description.into(),
            sure,
            edits: vec![Edit {
                span,
                text: text.into(),
            }],
        }
    }
}

/// Replaces the bytes of a span by a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}
