//! A value together with what was noticed while it was made.

use super::Diagnostic;

/// The value is always there: a fault in content never stops the rest from being built.
#[must_use = "the diagnostics are lost if an outcome is dropped"]
#[derive(Debug, Clone, Default)]
pub struct Outcome<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// A value about which there is nothing to say.
    pub fn clean(value: T) -> Self {
        Self::new(value, Vec::new())
    }

    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome::new(f(self.value), self.diagnostics)
    }

    /// Moves the diagnostics to `all` and gives the value.
    pub fn take(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}
