//! JSON Schema (draft 2020-12) from a shape, for editors that complete and check YAML.

use super::{Key, Shape};
use serde_json::{Map, Value, json};

/// The schema of a whole document.
#[must_use]
pub fn json_schema<'a>(title: &str, keys: impl IntoIterator<Item = &'a Key>) -> Value {
    let mut schema = record(keys);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(title);
    schema
}

fn record<'a>(keys: impl IntoIterator<Item = &'a Key>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in keys {
        if key.required {
            required.push(key.name);
        }
        let mut schema = of(&key.shape);
        schema["description"] = json!(key.doc);
        properties.insert(key.name.to_owned(), schema);
    }
    json!({
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "additionalProperties": false,
        "required": required,
    })
}

fn of(shape: &Shape) -> Value {
    match shape {
        Shape::Text => json!({"type": ["string", "number", "boolean"]}),
        Shape::Checked(_, words) => json!({"type": ["string", "number"], "title": words}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Whole(least, u32::MAX) => json!({"type": "integer", "minimum": least}),
        Shape::Whole(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::Number(least, most) => json!({"type": "number", "minimum": least, "maximum": most}),
        Shape::OneOf(words) => json!({"enum": words}),
        Shape::List(item) => json!({"type": "array", "items": of(item)}),
        Shape::Record(keys) => record(*keys),
        Shape::MapOf(item) => json!({"type": "object", "additionalProperties": of(item)}),
        Shape::TextOr(other) => json!({"anyOf": [of(&Shape::Text), of(other)]}),
        Shape::Any => json!({}),
    }
}
