//! YAML with a place for every value: the only user of the YAML crate.
//!
//! A document is read into a tree of [`Yaml`] values, then a [`Shape`] says what it may hold. Reading into a tree
//! first means that all faults of a file are told at once: a misspelt key does not hide a wrong date below it.

mod read;
mod schema;
mod shape;

pub use read::parse;
pub use schema::json_schema;
pub use shape::{Key, Shape, check, check_keys};

use crate::source::{Span, Spanned};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Yaml {
    pub value: Value,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    /// A plain, quoted or block scalar. Plain scalars keep their text as written: `988` is not a number until
    /// somebody asks for one, and `no` is a word.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Yaml>),
    Map(Vec<(Spanned<String>, Yaml)>),
}

impl Yaml {
    /// The value of a key of a map.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Yaml> {
        let mut entries = self.entries().iter();
        entries.find(|(k, _)| k.value == key).map(|(_, v)| v)
    }

    /// The entries of a map; none for anything else.
    #[must_use]
    pub fn entries(&self) -> &[(Spanned<String>, Yaml)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Yaml] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a scalar.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The text of a scalar with its place.
    #[must_use]
    pub fn text(&self) -> Option<Spanned<String>> {
        let text = self.as_str()?.to_owned();
        Some(Spanned::new(text, self.span))
    }

    /// The texts of a list of scalars.
    #[must_use]
    pub fn texts(&self) -> Vec<Spanned<String>> {
        self.items().iter().filter_map(Self::text).collect()
    }

    /// `true` or `false`, unquoted.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match &self.value {
            Value::Scalar { text, plain: true } => text.parse().ok(),
            _ => None,
        }
    }

    /// A whole number, not negative.
    #[must_use]
    pub fn as_u32(&self) -> Option<u32> {
        self.as_str()?.parse().ok()
    }

    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.as_str()?.parse().ok().filter(|n: &f64| n.is_finite())
    }

    /// The value as JSON, for what is handed on as it is. Plain scalars become booleans and numbers where they
    /// look like them.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Null => Json::Null,
            Value::Scalar { text, plain } => {
                let typed = plain.then(|| match text.as_str() {
                    "true" => Some(Json::Bool(true)),
                    "false" => Some(Json::Bool(false)),
                    number => serde_json::from_str::<serde_json::Number>(number)
                        .ok()
                        .map(Json::Number),
                });
                typed
                    .flatten()
                    .unwrap_or_else(|| Json::String(text.clone()))
            }
            Value::List(items) => items.iter().map(Self::to_json).collect(),
            Value::Map(entries) => entries
                .iter()
                .map(|(k, v)| (k.value.clone(), v.to_json()))
                .collect::<serde_json::Map<_, _>>()
                .into(),
        }
    }
}
