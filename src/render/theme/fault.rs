//! From the template engine's errors to places in templates.

use std::ops::Range;
use tera::ErrorKind;

/// One thing that is wrong in a theme's templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The template, when the engine names it.
    pub template: Option<String>,
    /// Where in it.
    pub place: Place,
    pub message: String,
    /// Whether it stays the same whatever the other templates hold.
    pub stands_alone: bool,
}

/// The engine gives bytes for most faults, and a line for names that it looks up only when all templates are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Bytes(Range<usize>),
    /// Line and column from 1, columns and width in characters.
    Line {
        line: usize,
        column: usize,
        width: usize,
    },
}

impl Fault {
    /// All faults that an error of the engine holds; at least one.
    pub fn all(error: &tera::Error) -> Vec<Self> {
        match error.kind() {
            ErrorKind::SyntaxError(report) => vec![Self {
                stands_alone: true,
                ..Self::reported(report)
            }],
            ErrorKind::RenderingError(report) => vec![Self::reported(report)],
            ErrorKind::CircularExtend { tpl, .. } => {
                vec![Self::whole(tpl, "it extends itself, through others or not")]
            }
            ErrorKind::CircularInclude { tpl, .. } => {
                vec![Self::whole(
                    tpl,
                    "it includes itself, through others or not",
                )]
            }
            ErrorKind::MissingParent { current, parent } => {
                let message = format!("it extends \"{parent}\", which is not there");
                vec![Self::whole(current, message)]
            }
            ErrorKind::Msg(text) => {
                let faults: Vec<Self> = text.split("\n\n").filter_map(Self::in_text).collect();
                if faults.is_empty() {
                    vec![Self::unplaced(text)]
                } else {
                    faults
                }
            }
            other => vec![Self::unplaced(&other.to_string())],
        }
    }

    fn reported(report: &tera::ReportError) -> Self {
        Self {
            template: Some(report.filename().to_owned()),
            place: Place::Bytes(report.span().range.clone()),
            message: sentence(report.message()),
            stands_alone: false,
        }
    }

    fn whole(template: &str, message: impl Into<String>) -> Self {
        Self {
            template: Some(template.to_owned()),
            place: Place::Bytes(0..0),
            message: message.into(),
            stands_alone: false,
        }
    }

    /// The same fault, laid at the door of a template that it does not name.
    pub fn unplaced_in(self, template: &str) -> Self {
        let at_fault = self.template.filter(|name| name != template);
        let message = match at_fault {
            Some(other) => format!("with it, \"{other}\" breaks: {}", self.message),
            None => self.message,
        };
        Self::whole(template, message)
    }

    fn unplaced(message: &str) -> Self {
        Self {
            template: None,
            place: Place::Bytes(0..0),
            message: sentence(message),
            stands_alone: false,
        }
    }

    /// Reads one of the reports that the engine writes for names it does not know:
    ///
    /// ```text
    /// error: Unknown filter `shout`
    ///  --> page.html:3:14
    ///   |
    /// 3 | {{ title | shout }}
    ///   |            ^^^^^
    /// ```
    fn in_text(report: &str) -> Option<Self> {
        let mut lines = report.lines();
        let message = lines.next()?.strip_prefix("error: ")?;
        let (_, place) = lines.next()?.split_once("--> ")?;
        let mut place = place.rsplitn(3, ':');
        let column = place.next()?.parse().ok()?;
        let line = place.next()?.parse().ok()?;
        let template = place.next()?.to_owned();
        let width = lines.nth(2).map_or(1, |l| l.matches('^').count());
        Some(Self {
            template: Some(template),
            place: Place::Line {
                line,
                column,
                width,
            },
            message: sentence(message),
            stands_alone: ["Unknown filter", "Unknown test", "Unknown function"]
                .iter()
                .any(|start| message.starts_with(start)),
        })
    }
}

impl Place {
    /// The bytes of the template's text.
    pub fn bytes(&self, text: &str) -> Range<usize> {
        match self {
            Self::Bytes(range) => range.start.min(text.len())..range.end.min(text.len()),
            Self::Line {
                line,
                column,
                width,
            } => {
                let before = text.split_inclusive('\n').take(line.saturating_sub(1));
                let start: usize = before.map(str::len).sum();
                let rest: &str = &text[start..];
                let byte = |chars: usize| {
                    rest.char_indices()
                        .nth(chars)
                        .map_or(rest.len(), |(at, _)| at)
                };
                let column = column.saturating_sub(1);
                start + byte(column)..start + byte(column + width)
            }
        }
    }
}

/// The engine's words as the end of a sentence of ours. What it lists of the values that are there differs from page
/// to page, and would make one fault look like many.
fn sentence(message: &str) -> String {
    let message = message
        .split(". Available ")
        .next()
        .unwrap_or(message)
        .trim_end_matches('.');
    let mut chars = message.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}
