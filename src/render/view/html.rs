//! Finished HTML in views: templates print it as it is, and need not say that it is safe.

use serde::{Serialize, Serializer};
use tera::Value;

/// HTML.
///
/// # Errors
/// Those of the serialiser.
pub fn text<S: Serializer>(html: &str, serializer: S) -> Result<S::Ok, S::Error> {
    Value::safe_string(html).serialize(serializer)
}

/// HTML that may be missing.
///
/// # Errors
/// Those of the serialiser.
pub fn maybe<S: Serializer>(html: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    let html = html.as_deref().map(Value::safe_string);
    html.serialize(serializer)
}

/// Pieces of HTML.
///
/// # Errors
/// Those of the serialiser.
pub fn list<S: Serializer>(html: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(html.iter().map(|html| Value::safe_string(html)))
}
