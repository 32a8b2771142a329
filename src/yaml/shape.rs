//! What a YAML document may hold, as a table: one source for checking, for the JSON Schema and for the manual.

use super::{Value, Yaml};
use crate::diagnostic::{
    Diagnostic, Fix, INVALID_VALUE, MISSING_KEY, Outcome, UNKNOWN_KEY, did_you_mean,
};
use crate::source::{Span, Spanned};

/// The form of a value.
#[derive(Debug)]
pub enum Shape {
    /// Any scalar, as text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number between two bounds, both included.
    Whole(u32, u32),
    /// A number between two bounds, both included.
    Number(f64, f64),
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// A text that a function accepts, with the words that say what it must be: "a date such as 2026-05-01".
    Checked(fn(&str) -> bool, &'static str),
    List(&'static Shape),
    Record(&'static [Key]),
    /// A map whose keys are the author's.
    MapOf(&'static Shape),
    /// Either a scalar or, when it is not one, something else.
    TextOr(&'static Shape),
    /// Whatever the author likes.
    Any,
}

/// A key of a record.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub required: bool,
    /// One sentence for the manual and for editors.
    pub doc: &'static str,
}

impl Key {
    /// A key that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            name,
            shape,
            required: false,
            doc,
        }
    }

    /// A key that must be there.
    #[must_use]
    pub const fn required(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            name,
            shape,
            required: true,
            doc,
        }
    }
}

/// Tells everything in a value that does not fit the shape, and gives the value without it.
pub fn check(yaml: Yaml, shape: &Shape) -> Outcome<Yaml> {
    let mut check = Check {
        diagnostics: Vec::new(),
        path: Vec::new(),
    };
    let span = yaml.span;
    let value = check.value(yaml, shape);
    let value = value.unwrap_or(Yaml {
        value: Value::Null,
        span,
    });
    Outcome::new(value, check.diagnostics)
}

/// Like [`check`] for a record whose keys come from several tables.
pub fn check_keys(yaml: Yaml, keys: &[&Key]) -> Outcome<Yaml> {
    let mut check = Check {
        diagnostics: Vec::new(),
        path: Vec::new(),
    };
    let span = yaml.span;
    let value = match yaml.value {
        Value::Map(entries) => check.record(entries, keys, span),
        Value::Null => Yaml {
            value: Value::Null,
            span,
        },
        value => {
            check.wrong(&Shape::Record(&[]), &value, span);
            Yaml {
                value: Value::Null,
                span,
            }
        }
    };
    Outcome::new(value, check.diagnostics)
}

struct Check {
    diagnostics: Vec<Diagnostic>,
    path: Vec<String>,
}

impl Check {
    fn value(&mut self, yaml: Yaml, shape: &Shape) -> Option<Yaml> {
        match (shape, yaml.value) {
            (Shape::Any, value) => Some(Yaml {
                value,
                span: yaml.span,
            }),
            (Shape::TextOr(_), value @ Value::Scalar { .. }) => Some(Yaml {
                value,
                span: yaml.span,
            }),
            (Shape::TextOr(other), value) => self.value(
                Yaml {
                    value,
                    span: yaml.span,
                },
                other,
            ),
            (Shape::List(item), Value::List(items)) => Some(self.list(items, item, yaml.span)),
            (Shape::Record(keys), Value::Map(entries)) => {
                let keys: Vec<&Key> = keys.iter().collect();
                Some(self.record(entries, &keys, yaml.span))
            }
            (Shape::MapOf(item), Value::Map(entries)) => Some(self.map(entries, item, yaml.span)),
            (shape, Value::Scalar { text, plain }) if fits(shape, &text, plain) => Some(Yaml {
                value: Value::Scalar { text, plain },
                span: yaml.span,
            }),
            // A key without a value is a form that is not filled in yet: the same as no key.
            (_, Value::Null) => None,
            (shape, value) => {
                self.wrong(shape, &value, yaml.span);
                None
            }
        }
    }

    fn list(&mut self, items: Vec<Yaml>, shape: &Shape, span: Span) -> Yaml {
        let kept = items
            .into_iter()
            .filter_map(|item| self.value(item, shape))
            .collect();
        Yaml {
            value: Value::List(kept),
            span,
        }
    }

    fn map(&mut self, entries: Vec<(Spanned<String>, Yaml)>, shape: &Shape, span: Span) -> Yaml {
        let mut kept = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            self.path.push(key.value.clone());
            if let Some(value) = self.value(value, shape) {
                kept.push((key, value));
            }
            self.path.pop();
        }
        Yaml {
            value: Value::Map(kept),
            span,
        }
    }

    fn record(&mut self, entries: Vec<(Spanned<String>, Yaml)>, keys: &[&Key], span: Span) -> Yaml {
        for key in keys.iter().filter(|k| k.required) {
            if !entries
                .iter()
                .any(|(name, v)| name.value == key.name && v.value != Value::Null)
            {
                self.missing(key, span);
            }
        }
        let mut kept = Vec::with_capacity(entries.len());
        for (name, value) in entries {
            if let Some(key) = keys.iter().find(|k| k.name == name.value) {
                self.path.push(name.value.clone());
                if let Some(value) = self.value(value, &key.shape) {
                    kept.push((name, value));
                }
                self.path.pop();
            } else if name.value.starts_with("x-") {
                kept.push((name, value));
            } else {
                self.unknown(&name, keys);
            }
        }
        Yaml {
            value: Value::Map(kept),
            span,
        }
    }

    fn missing(&mut self, key: &Key, span: Span) {
        let place = Span::new(span.file, span.start as usize, span.start as usize);
        let message = format!("the key \"{}\" is missing{}", key.name, self.inside());
        let help = format!("add `{}: …`: {}", key.name, key.doc);
        self.diagnostics
            .push(Diagnostic::new(&MISSING_KEY, place, message).help(help));
    }

    fn unknown(&mut self, name: &Spanned<String>, keys: &[&Key]) {
        let known = || keys.iter().map(|k| k.name);
        let message = format!(
            "\"{}\" is not a key that is known{}",
            name.value,
            self.inside()
        );
        let help = did_you_mean(&name.value, known()).unwrap_or_else(|| {
            let list: Vec<&str> = known().collect();
            format!(
                "known here: {}; a key of your own starts with x-",
                list.join(", ")
            )
        });
        self.diagnostics
            .push(Diagnostic::new(&UNKNOWN_KEY, name.span, message).help(help));
    }

    fn wrong(&mut self, shape: &Shape, value: &Value, span: Span) {
        let what = match self.path.last() {
            Some(key) => format!("\"{key}\""),
            None => "this".to_owned(),
        };
        let found = match value {
            Value::Null => "nothing".to_owned(),
            Value::Scalar { text, .. } => format!("\"{}\"", shorten(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "keys with values".to_owned(),
        };
        let message = format!("{what} must be {}, not {found}", describe(shape));
        let mut diagnostic = Diagnostic::new(&INVALID_VALUE, span, message);
        if let (Shape::OneOf(words), Value::Scalar { text, .. }) = (shape, value)
            && let Some(help) = did_you_mean(text, words.iter().copied())
        {
            diagnostic = diagnostic.help(help);
        } else if let (Shape::List(_), Value::Scalar { text, plain: true }) = (shape, value) {
            let fix = Fix::replace("make it a list of one", true, span, format!("[{text}]"));
            diagnostic = diagnostic
                .help(format!("write it as a list: [{}]", shorten(text)))
                .fix(fix);
        }
        self.diagnostics.push(diagnostic);
    }

    fn inside(&self) -> String {
        self.path
            .last()
            .map_or_else(String::new, |key| format!(" in \"{key}\""))
    }
}

fn fits(shape: &Shape, text: &str, plain: bool) -> bool {
    match shape {
        Shape::Text | Shape::Any | Shape::TextOr(_) => true,
        Shape::Flag => plain && matches!(text, "true" | "false"),
        Shape::Whole(least, most) => text
            .parse()
            .is_ok_and(|n: u32| (*least..=*most).contains(&n)),
        Shape::Number(least, most) => text
            .parse()
            .is_ok_and(|n: f64| (*least..=*most).contains(&n)),
        Shape::OneOf(words) => words.contains(&text),
        Shape::Checked(accepts, _) => accepts(text),
        Shape::List(_) | Shape::Record(_) | Shape::MapOf(_) => false,
    }
}

/// What a value of the shape is, in words that follow "must be".
fn describe(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text".to_owned(),
        Shape::Flag => "true or false".to_owned(),
        Shape::Whole(least, u32::MAX) => format!("a whole number from {least} up"),
        Shape::Whole(least, most) => format!("a whole number from {least} to {most}"),
        Shape::Number(least, most) if *most >= 1e9 => format!("a number from {least} up"),
        Shape::Number(least, most) => format!("a number from {least} to {most}"),
        Shape::OneOf(words) => format!("one of {}", words.join(", ")),
        Shape::Checked(_, words) => (*words).to_owned(),
        Shape::List(_) => "a list".to_owned(),
        Shape::Record(_) => "keys with values".to_owned(),
        Shape::MapOf(_) => "names with values".to_owned(),
        Shape::TextOr(other) => format!("a text or {}", describe(other)),
        Shape::Any => "anything".to_owned(),
    }
}

fn shorten(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST - 1).collect();
    format!("{start}…")
}
