//! Parts of views that many pages show.

use serde::{Serialize, Serializer};
use std::marker::PhantomData;
use tera::Value;

/// A part of a view, made for the templates once: they see what they would see of the part itself. Cloning it is cheap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready<T> {
    value: Value,
    part: PhantomData<fn() -> T>,
}

impl<T: Serialize> From<&T> for Ready<T> {
    fn from(part: &T) -> Self {
        let value = Value::try_from_serializable(part);
        Self {
            value: value.expect("invariant: views are texts, numbers, lists and structs"),
            part: PhantomData,
        }
    }
}

impl<T: Default + Serialize> Default for Ready<T> {
    fn default() -> Self {
        Self::from(&T::default())
    }
}

impl Ready<String> {
    /// Finished HTML, which is printed as it is.
    #[must_use]
    pub fn html(html: &str) -> Self {
        Self {
            value: Value::safe_string(html),
            part: PhantomData,
        }
    }
}

impl<T> Serialize for Ready<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
