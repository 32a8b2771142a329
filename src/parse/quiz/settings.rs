//! What stands in the braces of a question or a quiz.

use crate::config::is_id;
use crate::diagnostic::{Diagnostic, INVALID_VALUE, Outcome};
use crate::model::{Attr, Block, Fragment, QuizSpec};
use crate::question::{Item, Parts, Syntax, answer_text::part_of, value};
use crate::source::{Span, Spanned};

/// The settings of a question, with nothing of its content yet.
pub(super) fn item(block: &Block, span: Span, head: Span, number: usize) -> Outcome<Item> {
    let mut settings = Settings::of(block);
    let made = Spanned::new(format!("q{number}"), head.part(0, 0));
    let mut parts = Parts::new(Syntax::Page, head);
    parts.declared = settings.text("type");
    parts.answer = settings.text("answer");
    parts.pattern = settings.text("pattern");
    parts.tolerance = settings.checked("tolerance", value::tolerance, value::TOLERANCE);
    parts.unit = settings.text("unit");
    let item = Item {
        id: settings.id().unwrap_or(made),
        objective: settings.text("objective"),
        points: settings.checked("points", value::points, value::POINTS),
        shuffle: settings.flag("shuffle"),
        confidence: settings.flag("confidence"),
        stem: Fragment::default(),
        hint: None,
        explain: None,
        span,
        parts,
    };
    Outcome::new(item, settings.diagnostics)
}

/// The settings of `::: quiz {bank=rapport draw=5 shuffle pass=80 attempts=3 conceal}`. Several banks stand in quotes, with
/// spaces or commas between. A bank that is not named, and attributes that a quiz does not have, are told by the
/// table of blocks.
pub fn quiz_spec(block: &Block) -> Outcome<QuizSpec> {
    let mut settings = Settings::of(block);
    let from_one = |text: &str| whole(text).filter(|&n| n > 0);
    let percent = |text: &str| whole(text).filter(|&n| n <= 100);
    let spec = QuizSpec {
        banks: settings.names("bank"),
        draw: settings.checked("draw", from_one, "a whole number from 1 up"),
        shuffle: settings.flag("shuffle").is_some_and(|flag| flag.value),
        pass: settings
            .checked(
                "pass",
                percent,
                "a whole number of percent from 0 to 100, without a %",
            )
            .map(|pass| pass.value),
        attempts: settings
            .checked("attempts", from_one, "a whole number from 1 up")
            .map(|attempts| attempts.value),
        conceal: settings.flag("conceal").map(|flag| flag.value),
    };
    Outcome::new(spec, settings.diagnostics)
}

fn whole(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// Reads attributes and tells values that are none.
struct Settings<'a> {
    block: &'a Block,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Settings<'a> {
    fn of(block: &'a Block) -> Self {
        Self {
            block,
            diagnostics: Vec::new(),
        }
    }

    fn attr(&self, key: &str) -> Option<&'a Attr> {
        let mut pairs = self.block.attrs.pairs.iter();
        pairs.find(|attr| attr.key.value == key)
    }

    /// The id, when it is one that files, stores and learning systems can hold.
    fn id(&mut self) -> Option<Spanned<String>> {
        let id = self.block.attrs.id.clone()?;
        if is_id(&id.value) {
            return Some(id);
        }
        let message = format!("the id \"{}\" has signs that an id cannot have", id.value);
        let fault = Diagnostic::new(&INVALID_VALUE, id.span, message);
        self.diagnostics
            .push(fault.help("use letters, digits and hyphens"));
        None
    }

    /// A value that is not empty. A key without `=` is told by the table of blocks.
    fn text(&mut self, key: &str) -> Option<Spanned<String>> {
        let attr = self.attr(key)?;
        let value = attr.value.clone()?;
        if value.value.trim().is_empty() {
            let message = format!("\"{key}\" has no value");
            let fault = Diagnostic::new(&INVALID_VALUE, attr.key.span.to(value.span), message);
            self.diagnostics
                .push(fault.help("write something after the =, or take it out"));
            return None;
        }
        Some(value)
    }

    /// A value that `read` accepts; `words` follow "must be".
    fn checked<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
        words: &str,
    ) -> Option<Spanned<T>> {
        let text = self.text(key)?;
        if let Some(value) = read(&text.value) {
            return Some(Spanned::new(value, text.span));
        }
        let message = format!("\"{key}\" must be {words}, not \"{}\"", text.value);
        self.diagnostics
            .push(Diagnostic::new(&INVALID_VALUE, text.span, message));
        None
    }

    /// `key`, `key=true` or `key=false`
    fn flag(&mut self, key: &str) -> Option<Spanned<bool>> {
        let attr = self.attr(key)?;
        match &attr.value {
            None => Some(Spanned::new(true, attr.key.span)),
            Some(_) => self.checked(key, value::truth, "true or false"),
        }
    }

    /// Names with spaces or commas between, each with its place.
    fn names(&mut self, key: &str) -> Vec<Spanned<String>> {
        let Some(list) = self.text(key) else {
            return Vec::new();
        };
        let mut names: Vec<Spanned<String>> = Vec::new();
        let mut at = 0;
        for word in list.value.split([',', ' ', '\t']) {
            let name = Spanned::new(word.to_owned(), part_of(&list, at, at + word.len()));
            at += word.len() + 1;
            if word.is_empty() {
                continue;
            }
            if names.iter().any(|n| n.value == name.value) {
                let message = format!("\"{word}\" is named twice");
                self.diagnostics.push(
                    Diagnostic::new(&INVALID_VALUE, name.span, message)
                        .help("name it only one time"),
                );
            } else {
                names.push(name);
            }
        }
        names
    }
}
