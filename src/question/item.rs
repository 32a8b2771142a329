//! A question before its kind is known: one form for the blocks of pages and the entries of banks.

use crate::diagnostic::{Diagnostic, INVALID_QUESTION};
use crate::model::{Fragment, Gap, NodeKind, Pair, Tree};
use crate::source::{Span, Spanned};

/// How the author wrote the question; decides the words of help lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// A `::: question` block.
    Page,
    /// An entry of a YAML bank.
    Bank,
}

impl Syntax {
    /// A key with its value, as the author would write it: `type=order` or `type: order`.
    #[must_use]
    pub fn setting(self, key: &str, value: &str) -> String {
        match self {
            Self::Page => format!("{key}={value}"),
            Self::Bank => format!("{key}: {value}"),
        }
    }

    /// The words for one of two texts.
    #[must_use]
    pub fn pick<'a>(self, page: &'a str, bank: &'a str) -> &'a str {
        match self {
            Self::Page => page,
            Self::Bank => bank,
        }
    }
}

/// The form in which a kind of question wants its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Nothing but settings, or gaps in the text.
    Plain,
    /// Options with a mark at the right ones.
    Options,
    /// Things in their right order.
    Items,
    /// Two columns.
    Pairs,
    /// Groups with their items.
    Groups,
}

impl Form {
    /// What it is called in a message, with its article.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Plain => "no list",
            Self::Options => "a list of options",
            Self::Items => "a list of things to put in order",
            Self::Pairs => "a table of pairs",
            Self::Groups => "a list of groups",
        }
    }

    /// How it is written.
    #[must_use]
    pub fn how(self, syntax: Syntax) -> &'static str {
        let (page, bank) = match self {
            Self::Plain => ("write no list", "write no list"),
            Self::Options => (
                "write each option as `- [ ] …`, the right ones as `- [x] …`",
                "write `options:` with `- {text: …, correct: true}` for what is right and `- {text: …}` for the others",
            ),
            Self::Items => (
                "write a numbered list in the right order: `1. …`, `2. …`",
                "write `items:` with the things in their right order, each after `- `",
            ),
            Self::Pairs => (
                "write a table with two columns, one pair a row",
                "write `pairs:` with `- {left: …, right: …}` for each pair",
            ),
            Self::Groups => (
                "write a list of groups, and below each group its items as a list that is indented",
                "write `groups:` with `- {name: …, items: […]}` for each group",
            ),
        };
        syntax.pick(page, bank)
    }
}

/// A question with everything that was written for it, before a kind makes an interaction of it.
#[derive(Debug, Clone)]
pub struct Item {
    /// Written, or made; the span of a made id is empty.
    pub id: Spanned<String>,
    pub objective: Option<Spanned<String>>,
    pub points: Option<Spanned<f64>>,
    pub shuffle: Option<Spanned<bool>>,
    pub confidence: Option<Spanned<bool>>,
    pub stem: Fragment,
    pub hint: Option<Fragment>,
    pub explain: Option<Fragment>,
    /// The whole question.
    pub span: Span,
    pub parts: Parts,
}

/// What kinds take from a question. A kind removes what it uses, so that what is left at the end has no effect and is
/// told.
#[derive(Debug, Clone)]
pub struct Parts {
    pub syntax: Syntax,
    /// `type=`
    pub declared: Option<Spanned<String>>,
    /// Where faults of the question as a whole are shown: its opening line, or its prompt.
    pub head: Span,
    pub answer: Option<Spanned<String>>,
    pub pattern: Option<Spanned<String>>,
    pub tolerance: Option<Spanned<f64>>,
    pub unit: Option<Spanned<String>>,
    pub options: Option<Listing<OptionEntry>>,
    pub items: Option<Listing<Entry>>,
    pub pairs: Option<Listing<PairEntry>>,
    /// The heads of the two columns.
    pub heads: Option<Box<Pair>>,
    pub groups: Option<Listing<GroupEntry>>,
    /// The gaps of the stem, in document order.
    pub gaps: Vec<Spanned<Gap>>,
    /// Feedback for who chose "true".
    pub if_true: Option<Spanned<Fragment>>,
    /// Feedback for who chose "false".
    pub if_false: Option<Spanned<Fragment>>,
    /// A model answer.
    pub model: Option<Spanned<Fragment>>,
}

/// An answer list with its place.
#[derive(Debug, Clone)]
pub struct Listing<T> {
    pub entries: Vec<T>,
    pub span: Span,
}

/// A text of an answer list.
#[derive(Debug, Clone)]
pub struct Entry {
    pub text: Fragment,
    /// The text without marks, outer spaces removed.
    pub plain: String,
    /// Nothing to see: no text and no picture.
    pub blank: bool,
    pub feedback: Option<Spanned<Fragment>>,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct OptionEntry {
    pub entry: Entry,
    pub correct: bool,
}

#[derive(Debug, Clone)]
pub struct PairEntry {
    pub left: Entry,
    pub right: Entry,
}

#[derive(Debug, Clone)]
pub struct GroupEntry {
    pub name: Entry,
    pub items: Vec<Entry>,
}

impl Entry {
    /// An entry without feedback.
    #[must_use]
    pub fn new(tree: &Tree, text: Fragment, span: Span) -> Self {
        let plain: String = text.nodes(tree).map(|node| node.plain_text()).collect();
        let nodes = || text.nodes(tree).flat_map(|node| node.descendants());
        let shown = |kind: &NodeKind| matches!(kind, NodeKind::Image(_) | NodeKind::Html);
        let blank = plain.trim().is_empty() && !nodes().any(|node| shown(node.kind()));
        Self {
            plain: plain.trim().to_owned(),
            blank,
            text,
            feedback: None,
            span,
        }
    }
}

impl Parts {
    /// Parts of a question of which nothing is read yet.
    #[must_use]
    pub fn new(syntax: Syntax, head: Span) -> Self {
        Self {
            syntax,
            declared: None,
            head,
            answer: None,
            pattern: None,
            tolerance: None,
            unit: None,
            options: None,
            items: None,
            pairs: None,
            heads: None,
            groups: None,
            gaps: Vec::new(),
            if_true: None,
            if_false: None,
            model: None,
        }
    }

    /// The forms of the answer lists that are there, with their places.
    #[must_use]
    pub fn lists(&self) -> Vec<(Form, Span)> {
        let spans = [
            (Form::Options, self.options.as_ref().map(|l| l.span)),
            (Form::Items, self.items.as_ref().map(|l| l.span)),
            (Form::Pairs, self.pairs.as_ref().map(|l| l.span)),
            (Form::Groups, self.groups.as_ref().map(|l| l.span)),
        ];
        let present = spans.into_iter();
        present
            .filter_map(|(form, span)| Some((form, span?)))
            .collect()
    }

    /// Whether there is an answer list of any form.
    #[must_use]
    pub fn has_list(&self) -> bool {
        !self.lists().is_empty()
    }

    /// The fault that the answer list of a form is not there.
    #[must_use]
    pub fn lacks(&self, form: Form) -> Diagnostic {
        let message = format!("this question needs {}", form.words());
        Diagnostic::new(&INVALID_QUESTION, self.head, message).help(form.how(self.syntax))
    }
}
