//! The blocks (`:::`) an author can write: a file a kind, and one line in [`BLOCKS`].

mod compare;
mod details;
mod discuss;
mod evidence;
mod key;
mod media;
mod myth;
pub(super) mod opening;
mod question;
mod quiz;
mod resources;
mod role;
mod say;
mod snippet;
mod steps;
mod teachback;

use crate::diagnostic::{
    Diagnostic, INVALID_BLOCK_CONTENT, MISSING_ATTRIBUTE, UNKNOWN_ATTRIBUTE, UNKNOWN_BLOCK,
};
use crate::model::{Block, BlockData, NodeKind, NodeRef};
use crate::source::{Span, Spanned};

/// A kind of block.
pub struct BlockKind {
    /// As written after the colons; also the name of the theme's partial, `blocks/NAME.html`.
    pub name: &'static str,
    /// One sentence for the manual.
    pub about: &'static str,
    pub attributes: &'static [Attribute],
    /// What the block says beyond its content.
    pub read: fn(&mut Reading<'_>) -> BlockData,
}

/// An attribute of a kind of block. Every block may also have an id and classes.
pub struct Attribute {
    /// The key, or the word; `*` stands for words of the author's (names of roles).
    pub name: &'static str,
    pub form: Form,
    pub about: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A bare word.
    Word,
    /// `name=value`
    Value,
    /// `name=value`, without which the block makes no sense.
    Required,
}

/// Every kind of block.
pub const BLOCKS: &[BlockKind] = &[
    question::KIND,
    quiz::KIND,
    say::KIND,
    myth::KIND,
    evidence::KIND,
    key::KIND,
    steps::KIND,
    teachback::KIND,
    resources::KIND,
    media::VIDEO,
    media::AUDIO,
    discuss::KIND,
    details::KIND,
    role::KIND,
    snippet::KIND,
    compare::KIND,
];

const TITLE: Attribute = Attribute {
    name: "title",
    form: Form::Value,
    about: "A title in place of the usual one.",
};

/// The kind with a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static BlockKind> {
    BLOCKS.iter().find(|kind| kind.name == name)
}

/// A block while its kind reads it.
pub struct Reading<'a> {
    pub node: NodeRef<'a>,
    pub block: &'a Block,
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    /// The line that opens the block.
    #[must_use]
    pub fn opening(&self) -> Span {
        let name = self.block.name.span;
        self.block.attrs.span.map_or(name, |attrs| name.to(attrs))
    }

    #[must_use]
    pub fn value(&self, key: &str) -> Option<Spanned<String>> {
        self.block.attrs.value(key).cloned()
    }

    /// Tells that the content is not what the kind wants.
    pub fn wrong_content(&mut self, message: &str, help: &str) {
        let fault = Diagnostic::new(&INVALID_BLOCK_CONTENT, self.opening(), message).help(help);
        self.diagnostics.push(fault);
    }

    /// Tells a block without content.
    pub fn needs_content(&mut self) {
        if self.node.children().next().is_none() {
            let message = format!("the block \"{}\" is empty", self.block.name.value);
            self.wrong_content(&message, "write its text between the two lines of colons");
        }
    }

    /// Whether a node of some kind stands directly in the block.
    pub fn has_child(&self, wanted: fn(&NodeKind) -> bool) -> bool {
        self.node.children().any(|child| wanted(child.kind()))
    }
}

/// Checks the attributes of a block and reads what it says. A block that is not known stays plain.
pub fn read(node: NodeRef<'_>, block: &Block, diagnostics: &mut Vec<Diagnostic>) -> BlockData {
    let Some(kind) = find(&block.name.value) else {
        if !block.name.value.is_empty() {
            diagnostics.push(unknown(block));
        }
        return BlockData::Plain;
    };
    check_attributes(kind, block, diagnostics);
    (kind.read)(&mut Reading {
        node,
        block,
        diagnostics,
    })
}

fn unknown(block: &Block) -> Diagnostic {
    let name = &block.name.value;
    let message = format!("\"{name}\" is not a block that is known");
    let names = || BLOCKS.iter().map(|kind| kind.name);
    let fault = Diagnostic::new(&UNKNOWN_BLOCK, block.name.span, message);
    let alert = name.to_lowercase();
    if crate::parse::markdown::ALERTS.contains(&alert.as_str()) {
        return fault.help(format!(
            "write it as a quote: `> [!{}]`",
            alert.to_uppercase()
        ));
    }
    match crate::diagnostic::nearest(name, names()) {
        Some(_) => fault.did_you_mean(name, names()),
        None => fault.help(format!("known: {}", names().collect::<Vec<_>>().join(", "))),
    }
}

fn check_attributes(kind: &BlockKind, block: &Block, diagnostics: &mut Vec<Diagnostic>) {
    for attr in &block.attrs.pairs {
        let known = kind.attributes.iter().any(|a| match a.form {
            Form::Word => attr.value.is_none() && (a.name == attr.key.value || a.name == "*"),
            Form::Value | Form::Required => attr.value.is_some() && a.name == attr.key.value,
        });
        if !known {
            diagnostics.push(unknown_attribute(kind, &attr.key, attr.value.is_some()));
        }
    }
    for attribute in kind.attributes.iter().filter(|a| a.form == Form::Required) {
        if block.attrs.value(attribute.name).is_none() {
            let message = format!("the block \"{}\" needs {}", kind.name, attribute.name);
            let help = format!(
                "add `{}=…` in its braces: {}",
                attribute.name, attribute.about
            );
            let place = block.attrs.span.unwrap_or(block.name.span);
            diagnostics.push(Diagnostic::new(&MISSING_ATTRIBUTE, place, message).help(help));
        }
    }
}

fn unknown_attribute(kind: &BlockKind, key: &Spanned<String>, has_value: bool) -> Diagnostic {
    let message = format!("\"{}\" is not an attribute of \"{}\"", key.value, kind.name);
    let fault = Diagnostic::new(&UNKNOWN_ATTRIBUTE, key.span, message);
    let same_name = kind.attributes.iter().find(|a| a.name == key.value);
    match same_name {
        Some(_) if has_value => fault.help(format!("write only the word: `{}`", key.value)),
        Some(_) => fault.help(format!("give it a value: `{}=…`", key.value)),
        None => {
            let names = || kind.attributes.iter().map(|a| a.name).filter(|n| *n != "*");
            if crate::diagnostic::nearest(&key.value, names()).is_some() {
                fault.did_you_mean(&key.value, names())
            } else if names().next().is_none() {
                fault.help("this block has no attributes but an id and classes")
            } else {
                fault.help(format!("known: {}", names().collect::<Vec<_>>().join(", ")))
            }
        }
    }
}
