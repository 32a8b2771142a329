//! Reads `::: question` and `::: quiz` blocks of a page.
//!
//! 1. The settings come from the braces ([`settings`]).
//! 2. The content is sorted: labelled quotes, the task list, and the rest, which is the stem.
//! 3. The kind is chosen; where it wants another list or a table, the last one in the stem is the answer list
//!    ([`answers`]).
//! 4. The kind makes an interaction of it.
//!
//! The stem is all text of the block but the answer list and the labelled quotes. Text after the list belongs to it
//! too, and is shown where the rest of the stem is: before the answers.

mod answers;
#[cfg(test)]
pub(in crate::parse) mod sample;
mod settings;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, INVALID_QUESTION, Outcome};
use crate::model::{Block, Fragment, NodeId, NodeKind, NodeRef, Question};
use crate::question::{self, Entry, Form, Item, Parts, QUESTION_LABELS, Syntax};
use crate::source::{Span, Spanned};
pub use settings::quiz_spec;
use std::collections::HashSet;

/// Reads the question of a block, the `number`-th of its page. `None` when it cannot be answered in any way; then a
/// diagnostic says why. Ids are not yet compared with each other: see [`question::settle_ids`].
///
/// Attributes that a question does not have are told by the table of blocks.
pub fn question(block: NodeRef<'_>, number: usize) -> Outcome<Option<Question>> {
    let NodeKind::Block(data) = block.kind() else {
        return Outcome::clean(None);
    };
    let mut diagnostics = Vec::new();
    let head = opening(data);
    let item = settings::item(data, block.span(), head, number).take(&mut diagnostics);
    let mut reading = Reading {
        block,
        item,
        stem: Vec::new(),
        read: HashSet::new(),
        diagnostics,
    };
    for child in block.children() {
        reading.child(child);
    }
    reading.finish()
}

/// The line that opens a block.
fn opening(block: &Block) -> Span {
    let name = block.name.span;
    block.attrs.span.map_or(name, |attrs| name.to(attrs))
}

/// A block while it is read.
struct Reading<'a> {
    block: NodeRef<'a>,
    item: Item,
    stem: Vec<NodeRef<'a>>,
    /// Nodes that were read as what they are.
    read: HashSet<NodeId>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    fn child(&mut self, child: NodeRef<'a>) {
        match child.kind() {
            NodeKind::Quote(Some(label)) if QUESTION_LABELS.contains(&label.value.as_str()) => {
                self.labelled(child, label);
            }
            NodeKind::Quote(None) if self.item.parts.options.is_some() => self.outdented(child),
            NodeKind::List(_) if answers::has_boxes(child) => self.task_list(child),
            _ => self.stem.push(child),
        }
    }

    fn labelled(&mut self, quote: NodeRef<'a>, label: &Spanned<String>) {
        self.read.insert(quote.id);
        let content: Fragment = quote.children().map(|node| node.id).collect();
        if content.is_empty() {
            let message = format!("the quote with the label \"{}\" has no text", label.value);
            let fault = Diagnostic::new(&INVALID_QUESTION, label.span, message);
            self.diagnostics
                .push(fault.help("write its text on the next line, after `> `"));
            return;
        }
        let parts = &mut self.item.parts;
        let place = Spanned::new(content, label.span);
        let twice = match label.value.as_str() {
            "hint" => self.item.hint.replace(place.value).is_some(),
            "explain" => self.item.explain.replace(place.value).is_some(),
            "true" => parts.if_true.replace(place).is_some(),
            "false" => parts.if_false.replace(place).is_some(),
            _ => parts.model.replace(place).is_some(),
        };
        if twice {
            let message = format!(
                "this question has a second quote with the label \"{}\"",
                label.value
            );
            let fault = Diagnostic::new(&INVALID_QUESTION, label.span, message);
            self.diagnostics
                .push(fault.help("put both texts into one quote"));
        }
    }

    /// A plain quote after the options: feedback that was not indented.
    fn outdented(&mut self, quote: NodeRef<'a>) {
        self.diagnostics.push(
            Diagnostic::new(&INVALID_QUESTION, quote.span(), "this quote belongs to no option")
                .help("indent it by two spaces to make it feedback for the option above, or start it with `[!explain]`"),
        );
        let list = self.item.parts.options.as_mut();
        let last = list.and_then(|list| list.entries.last_mut());
        if let Some(option) = last.filter(|option| option.entry.feedback.is_none()) {
            let content = quote.children().map(|node| node.id).collect();
            option.entry.feedback = Some(Spanned::new(content, quote.span()));
        }
    }

    fn task_list(&mut self, list: NodeRef<'a>) {
        let boxes = list
            .children()
            .filter(|c| matches!(c.kind(), NodeKind::Item(Some(_))));
        self.read.extend(boxes.map(|item| item.id));
        let more = answers::options(list).take(&mut self.diagnostics);
        let Some(first) = &mut self.item.parts.options else {
            self.item.parts.options = Some(more);
            return;
        };
        // Quotes that were not indented cut one list into several; that is told already.
        let cut = self.diagnostics.iter().any(|d| {
            d.rule == &INVALID_QUESTION
                && d.span.start >= first.span.end
                && d.span.end <= more.span.start
        });
        if !cut {
            let message = "this question has a second list of options";
            self.diagnostics.push(
                Diagnostic::new(&INVALID_QUESTION, more.span, message)
                    .label(first.span, "here is the first")
                    .help("make one list of both, or two questions"),
            );
        }
        first.span = first.span.to(more.span);
        first.entries.extend(more.entries);
    }

    fn finish(mut self) -> Outcome<Option<Question>> {
        self.find_gaps();
        let kind = question::choose(&self.item.parts).take(&mut self.diagnostics);
        let mut lowered = None;
        match kind {
            Some(kind) if self.place_list(kind.form) => {
                self.find_gaps();
                self.item.stem = self.stem.iter().map(|node| node.id).collect();
                lowered = question::lower(self.item, kind).take(&mut self.diagnostics);
            }
            None if self.item.parts.declared.is_none() => {
                let fault = undetermined(&self.item.parts, &self.stem);
                self.diagnostics.push(fault);
            }
            _ => {}
        }
        let inside = self.block.descendants().skip(1);
        let strays = question::tell_strays(inside, &self.read, Syntax::Page);
        self.diagnostics.extend(strays);
        Outcome::new(lowered, self.diagnostics)
    }

    /// The gaps of the stem are read, by the kind or by who tells what the kind left.
    fn find_gaps(&mut self) {
        let stem: Fragment = self.stem.iter().map(|node| node.id).collect();
        let gaps = question::gaps_in(self.block.tree, &stem);
        self.read
            .retain(|&id| !matches!(self.block.tree.node(id).kind(), NodeKind::Gap(_)));
        self.read.extend(gaps.iter().map(|(id, _)| *id));
        self.item.parts.gaps = gaps.into_iter().map(|(_, gap)| gap).collect();
    }

    /// Takes the answer list of a form out of the stem: the last one that has the form. False when it is there but
    /// cannot be read.
    fn place_list(&mut self, form: Form) -> bool {
        let fits = |node: &NodeRef<'_>| match form {
            Form::Plain | Form::Options => false,
            Form::Items => matches!(node.kind(), NodeKind::List(Some(_))),
            Form::Pairs => matches!(node.kind(), NodeKind::Table(_)),
            Form::Groups => matches!(node.kind(), NodeKind::List(_)),
        };
        let Some(at) = self.stem.iter().rposition(fits) else {
            return true;
        };
        let list = self.stem.remove(at);
        let parts = &mut self.item.parts;
        match form {
            Form::Plain | Form::Options => true,
            Form::Items => {
                parts.items = Some(answers::items(list));
                true
            }
            Form::Groups => {
                parts.groups = Some(answers::groups(list));
                true
            }
            Form::Pairs => {
                let table = answers::pairs(list).take(&mut self.diagnostics);
                let readable = table.is_some();
                let (heads, pairs) = table.unzip();
                (parts.heads, parts.pairs) = (heads.flatten(), pairs);
                readable
            }
        }
    }
}

/// The fault of a question that says in no way how it is answered, with what its content comes nearest to.
fn undetermined(parts: &Parts, stem: &[NodeRef<'_>]) -> Diagnostic {
    let last = stem.iter().rev().find_map(|node| match node.kind() {
        NodeKind::Table(_) => Some("for a table of pairs write `type=match` in the braces"),
        NodeKind::List(Some(_)) => {
            Some("for things to put in order write `type=order` in the braces; options need a box: `- [ ] …`, `- [x] …`")
        }
        NodeKind::List(None) if answers::has_nested_list(*node) => {
            Some("for a list of groups write `type=sort` in the braces")
        }
        NodeKind::List(None) => Some("put a box in front of each option: `- [ ] …`, and `- [x] …` for what is right"),
        _ => None,
    });
    let help = last.unwrap_or(
        "add options (`- [ ] …`, `- [x] …`), or write `answer=…` in the braces, or `type=reflect` for free text",
    );
    let message = "this question does not say how it is answered";
    Diagnostic::new(&INVALID_QUESTION, parts.head, message).help(help)
}

/// What an item of a list says: its text, and the quotes below it as feedback.
fn entry(item: NodeRef<'_>, is_text: impl Fn(&NodeKind) -> bool) -> Entry {
    let (mut text, mut feedback, mut place) = (Vec::new(), Vec::new(), None::<Span>);
    for child in item.children() {
        match child.kind() {
            NodeKind::Quote(None) => {
                feedback.extend(child.children().map(|node| node.id));
                place = Some(place.map_or(child.span(), |p| p.to(child.span())));
            }
            kind if is_text(kind) => text.push(child),
            _ => {}
        }
    }
    let end = text.last().map(|node| node.span().end);
    let first_line = item.source().lines().next().unwrap_or("").len();
    let end = end.map_or(item.span().start as usize + first_line, |end| end as usize);
    let start = item.span().start as usize;
    let span = Span::new(item.tree.file, start, end);
    let trimmed = span.slice(&item.tree.source).trim_end().len();
    let fragment = text.iter().map(|node| node.id).collect();
    let mut entry = Entry::new(
        item.tree,
        fragment,
        Span::new(span.file, start, start + trimmed),
    );
    entry.feedback = place.map(|place| Spanned::new(Fragment { roots: feedback }, place));
    entry
}
