//! A value together with what was noticed while it was made.

use super::{Diagnostic, Found};

/// The value is always there: a fault in content never stops the rest from being built.
#[must_use = "the diagnostics are lost if an outcome is dropped"]
#[derive(Debug, Clone, Default)]
pub struct Outcome<T, D = Vec<Diagnostic>> {
    pub value: T,
    pub diagnostics: D,
}

impl<T> Outcome<T> {
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// A value about which there is nothing to say.
    pub fn clean(value: T) -> Self {
        Self::new(value, Vec::new())
    }

    /// Moves the diagnostics to `all` and gives the value.
    pub fn take(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}

impl<T, D> Outcome<T, D> {
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Outcome<U, D> {
        Outcome {
            value: f(self.value),
            diagnostics: self.diagnostics,
        }
    }
}

impl<T> Outcome<T, Found> {
    /// The same with the diagnostics in one list.
    pub fn flat(self) -> Outcome<T> {
        Outcome::new(self.value, self.diagnostics.into_vec())
    }
}
