//! Reads `banks/NAME.yaml`: the same questions as on pages, as YAML.

#[cfg(test)]
mod tests;

use crate::config::is_id;
use crate::diagnostic::{Diagnostic, EMPTY_FILE, INVALID_QUESTION, INVALID_VALUE, Outcome};
use crate::model::{Bank, Fragment, NodeId, Question, Tree};
use crate::question::{
    self, Entry, GroupEntry, Item, Listing, OptionEntry, PairEntry, Parts, Syntax, value,
};
use crate::source::{SourceFile, Span, Spanned, file_stem};
use crate::yaml::{self, Key, Shape, Value, Yaml};

/// Parses a value of a bank as Markdown and appends it to the tree of the file.
pub type ReadMarkdown<'a> = dyn FnMut(&mut Tree, &Spanned<String>) -> Outcome<Fragment> + 'a;

const OPTION: &[Key] = &[
    Key::required("text", Shape::Text, "What the learner chooses."),
    Key::optional("correct", Shape::Flag, "true when it is right."),
    Key::optional("feedback", Shape::Text, "Shown to who chose it."),
];
const PAIR: &[Key] = &[
    Key::required("left", Shape::Text, "What is given."),
    Key::required("right", Shape::Text, "What belongs to it."),
];
const GROUP: &[Key] = &[
    Key::required("name", Shape::Text, "What the group is called."),
    Key::required("items", Shape::List(&Shape::Text), "What belongs to it."),
];
const FEEDBACK: &[Key] = &[
    Key::optional("true", Shape::Text, "Shown to who chose \"true\"."),
    Key::optional("false", Shape::Text, "Shown to who chose \"false\"."),
];
const QUESTION: &[Key] = &[
    Key::optional(
        "id",
        Shape::Checked(is_id, "letters, digits and hyphens"),
        "The name that answers are kept under.",
    ),
    Key::required(
        "prompt",
        Shape::Text,
        "What is asked, in Markdown; with the gaps of a text with gaps.",
    ),
    Key::optional(
        "type",
        Shape::Text,
        "The kind of question, where the answers do not say it.",
    ),
    Key::optional(
        "objective",
        Shape::Text,
        "The id of an objective of the module.",
    ),
    Key::optional(
        "options",
        Shape::List(&Shape::Record(OPTION)),
        "The options of a choice.",
    ),
    Key::optional(
        "answer",
        Shape::Text,
        "The right answer of a typed or true-or-false question.",
    ),
    Key::optional(
        "pattern",
        Shape::Text,
        "A regular expression that the whole answer matches.",
    ),
    Key::optional(
        "tolerance",
        Shape::Checked(is_tolerance, value::TOLERANCE),
        "How far a number may be off.",
    ),
    Key::optional(
        "unit",
        Shape::Text,
        "What stands behind the field of a number.",
    ),
    Key::optional(
        "items",
        Shape::List(&Shape::Text),
        "Things to put in order, in their right order.",
    ),
    Key::optional(
        "pairs",
        Shape::List(&Shape::Record(PAIR)),
        "Pairs to match.",
    ),
    Key::optional(
        "groups",
        Shape::List(&Shape::Record(GROUP)),
        "Groups to sort into.",
    ),
    Key::optional("hint", Shape::Text, "Shown on demand, before an answer."),
    Key::optional("explain", Shape::Text, "Shown after the last attempt."),
    Key::optional(
        "feedback",
        Shape::Record(FEEDBACK),
        "Feedback of a true-or-false question.",
    ),
    Key::optional("model", Shape::Text, "A model answer, for a reflection."),
    Key::optional(
        "points",
        Shape::Checked(is_points, value::POINTS),
        "Points for a right answer; 1 when nothing is said.",
    ),
    Key::optional(
        "shuffle",
        Shape::Flag,
        "false keeps the options in their order.",
    ),
    Key::optional(
        "confidence",
        Shape::Flag,
        "true asks how sure the learner is.",
    ),
];

/// Every key of a bank.
pub const BANK_KEYS: &[Key] = &[Key::required(
    "questions",
    Shape::List(&Shape::Record(QUESTION)),
    "The questions.",
)];

fn is_points(text: &str) -> bool {
    value::points(text).is_some()
}

fn is_tolerance(text: &str) -> bool {
    value::tolerance(text).is_some()
}

/// Reads a bank. Questions that cannot be read are told and left out; the others stay.
pub fn bank(file: &SourceFile, markdown: &mut ReadMarkdown<'_>) -> Outcome<Bank> {
    let mut diagnostics = Vec::new();
    let parsed = yaml::parse(file.id, &file.text, 0).take(&mut diagnostics);
    let nothing = Value::Map(Vec::new());
    let yaml = match parsed {
        Some(yaml) => yaml::check(yaml, &Shape::Record(BANK_KEYS)).take(&mut diagnostics),
        None if diagnostics.is_empty() => {
            let empty = Yaml {
                value: nothing,
                span: Span::start_of(file.id),
            };
            yaml::check(empty, &Shape::Record(BANK_KEYS)).take(&mut diagnostics)
        }
        None => Yaml {
            value: nothing,
            span: Span::start_of(file.id),
        },
    };
    let mut reader = Reader {
        tree: Tree::new(file.id, file.text.clone()),
        markdown,
        diagnostics,
    };
    let entries = yaml.get("questions").map_or(&[][..], Yaml::items);
    let mut questions: Vec<Question> = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        questions.extend(reader.question(entry, index + 1));
    }
    let Reader {
        tree,
        mut diagnostics,
        ..
    } = reader;
    if let Some(list) = yaml
        .get("questions")
        .filter(|_| entries.is_empty() && diagnostics.is_empty())
    {
        let fault = Diagnostic::new(&EMPTY_FILE, list.span, "this bank has no questions");
        diagnostics.push(fault.help("add questions, or take the file out"));
    }
    diagnostics.extend(question::settle_ids(&mut questions));
    let name = file_stem(&file.path).to_owned();
    Outcome::new(
        Bank {
            name,
            tree,
            questions,
        },
        diagnostics,
    )
}

struct Reader<'a, 'm> {
    tree: Tree,
    markdown: &'a mut ReadMarkdown<'m>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn question(&mut self, entry: &Yaml, number: usize) -> Option<Question> {
        let first = self.tree.nodes.len();
        let item = self.item(entry, number);
        let read: std::collections::HashSet<NodeId> = question::gaps_in(&self.tree, &item.stem)
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        let kind = question::choose(&item.parts).take(&mut self.diagnostics);
        let undetermined = kind.is_none() && item.parts.declared.is_none();
        if undetermined {
            let message = "this question does not say how it is answered";
            self.diagnostics.push(
                Diagnostic::new(&INVALID_QUESTION, item.parts.head, message)
                    .help("add `options:`, or `answer:`, or `type: reflect` for free text"),
            );
        }
        let question =
            kind.and_then(|kind| question::lower(item, kind).take(&mut self.diagnostics));
        let nodes = self.tree.all().skip(first);
        self.diagnostics
            .extend(question::tell_strays(nodes, &read, Syntax::Bank));
        question
    }

    fn item(&mut self, yaml: &Yaml, number: usize) -> Item {
        let prompt = yaml.get("prompt");
        let start = yaml.span.part(0, 0);
        let head = prompt.map_or(start, |p| p.span);
        let stem = self.markdown(yaml, "prompt").map(|stem| stem.value);
        let stem = stem.unwrap_or_default();
        let mut parts = self.parts(yaml, head);
        let gaps = question::gaps_in(&self.tree, &stem);
        parts.gaps = gaps.into_iter().map(|(_, gap)| gap).collect();
        let made = Spanned::new(format!("q{number}"), start);
        let flag = |key: &str| {
            let yaml = yaml.get(key)?;
            Some(Spanned::new(yaml.as_bool()?, yaml.span))
        };
        Item {
            id: yaml.get("id").and_then(Yaml::text).unwrap_or(made),
            objective: self.text(yaml, "objective"),
            points: number_at(yaml, "points", value::points),
            shuffle: flag("shuffle"),
            confidence: flag("confidence"),
            stem,
            hint: self.markdown(yaml, "hint").map(|hint| hint.value),
            explain: self.markdown(yaml, "explain").map(|explain| explain.value),
            span: extent(yaml),
            parts,
        }
    }

    fn parts(&mut self, yaml: &Yaml, head: Span) -> Parts {
        let mut parts = Parts::new(Syntax::Bank, head);
        parts.declared = self.text(yaml, "type");
        parts.answer = self.text(yaml, "answer");
        parts.pattern = self.text(yaml, "pattern");
        parts.tolerance = number_at(yaml, "tolerance", value::tolerance);
        parts.unit = self.text(yaml, "unit");
        parts.options = self.listing(yaml, "options", Self::option);
        parts.items = self.listing(yaml, "items", Self::entry);
        parts.pairs = self.listing(yaml, "pairs", Self::pair);
        parts.groups = self.listing(yaml, "groups", Self::group);
        if let Some(feedback) = yaml.get("feedback") {
            parts.if_true = self.markdown(feedback, "true");
            parts.if_false = self.markdown(feedback, "false");
        }
        parts.model = self.markdown(yaml, "model");
        parts
    }

    fn listing<T>(
        &mut self,
        yaml: &Yaml,
        key: &str,
        read: impl Fn(&mut Self, &Yaml) -> T,
    ) -> Option<Listing<T>> {
        let list = yaml.get(key)?;
        let items = list.items().iter();
        Some(Listing {
            entries: items.map(|item| read(self, item)).collect(),
            span: extent(list),
        })
    }

    fn option(&mut self, yaml: &Yaml) -> OptionEntry {
        let mut entry = self.entry_at(yaml, "text");
        entry.feedback = self.markdown(yaml, "feedback");
        let correct = yaml.get("correct").and_then(Yaml::as_bool);
        OptionEntry {
            entry,
            correct: correct.unwrap_or(false),
        }
    }

    fn pair(&mut self, yaml: &Yaml) -> PairEntry {
        PairEntry {
            left: self.entry_at(yaml, "left"),
            right: self.entry_at(yaml, "right"),
        }
    }

    fn group(&mut self, yaml: &Yaml) -> GroupEntry {
        let items = yaml.get("items").map_or(&[][..], Yaml::items);
        GroupEntry {
            name: self.entry_at(yaml, "name"),
            items: items.iter().map(|item| self.entry(item)).collect(),
        }
    }

    /// The text of a key. The shape has told one that is missing: it counts as written, so that it is told only once.
    fn entry_at(&mut self, yaml: &Yaml, key: &str) -> Entry {
        let Some(text) = yaml.get(key) else {
            let mut entry = Entry::new(&self.tree, Fragment::default(), yaml.span);
            entry.blank = false;
            return entry;
        };
        self.entry(text)
    }

    fn entry(&mut self, yaml: &Yaml) -> Entry {
        let text = yaml
            .text()
            .unwrap_or_else(|| Spanned::new(String::new(), yaml.span));
        let fragment = (self.markdown)(&mut self.tree, &text).take(&mut self.diagnostics);
        Entry::new(&self.tree, fragment, yaml.span)
    }

    /// A Markdown value with its place; `None` when it is not there or has no text, which is told.
    fn markdown(&mut self, yaml: &Yaml, key: &str) -> Option<Spanned<Fragment>> {
        let text = self.text(yaml, key)?;
        let fragment = (self.markdown)(&mut self.tree, &text).take(&mut self.diagnostics);
        Some(Spanned::new(fragment, text.span))
    }

    /// A text that is not empty.
    fn text(&mut self, yaml: &Yaml, key: &str) -> Option<Spanned<String>> {
        let text = yaml.get(key)?.text()?;
        if text.value.trim().is_empty() {
            let fault =
                Diagnostic::new(&INVALID_VALUE, text.span, format!("\"{key}\" has no text"));
            self.diagnostics
                .push(fault.help("write its text, or take the key out"));
            return None;
        }
        Some(text)
    }
}

/// The number of a key; the shape has told what is none.
fn number_at(yaml: &Yaml, key: &str, read: fn(&str) -> Option<f64>) -> Option<Spanned<f64>> {
    let text = yaml.get(key)?.text()?;
    Some(Spanned::new(read(&text.value)?, text.span))
}

/// The place of a value up to the end of the last one in it; the YAML crate places a list or a map at its first sign.
fn extent(yaml: &Yaml) -> Span {
    let last = match &yaml.value {
        Value::List(items) => items.last(),
        Value::Map(entries) => entries.last().map(|(_, value)| value),
        Value::Null | Value::Scalar { .. } => None,
    };
    last.map_or(yaml.span, |last| yaml.span.to(extent(last)))
}
