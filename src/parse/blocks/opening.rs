//! The line that opens a block: `name {attributes}`.

use super::find;
use crate::diagnostic::{Diagnostic, INVALID_ATTRIBUTES, Outcome, UNKNOWN_BLOCK};
use crate::model::{Attrs, Block, BlockData};
use crate::parse::attributes;
use crate::source::{Span, Spanned};

/// Reads what stands after the colons; `span` is its place.
pub fn open_block(text: &str, span: Span) -> Outcome<Block> {
    let len = text
        .find(|c: char| c.is_whitespace() || c == '{')
        .unwrap_or(text.len());
    let name = Spanned::new(text[..len].to_owned(), span.part(0, len));
    let rest = text[len..].trim_start();
    let at = text.len() - rest.len();
    let mut diagnostics = Vec::new();
    let braces = rest
        .starts_with('{')
        .then(|| attributes::braces_len(rest))
        .flatten();
    let attrs = match braces {
        Some(len) => {
            let base = span.start as usize + at;
            attributes::parse(span.file, &rest[..len], base).take(&mut diagnostics)
        }
        None => Attrs::default(),
    };
    let left_over = &rest[braces.unwrap_or(0)..];
    if name.value.is_empty() {
        diagnostics.push(nameless(span));
    } else if find(&name.value).is_some() && !left_over.trim().is_empty() {
        let place = span.part(text.len() - left_over.trim_start().len(), text.len());
        diagnostics.push(unread(&name.value, left_over.trim(), place));
    }
    Outcome::new(
        Block {
            name,
            attrs,
            data: BlockData::Plain,
        },
        diagnostics,
    )
}

fn nameless(span: Span) -> Diagnostic {
    Diagnostic::new(&UNKNOWN_BLOCK, span, "this block has no name")
        .help("write the name before the braces: `::: key {#never-stop}`")
}

fn unread(name: &str, text: &str, place: Span) -> Diagnostic {
    let help = if text.starts_with('{') {
        "close the braces on the same line, and every quote inside them".to_owned()
    } else {
        format!("put a title in braces: `::: {name} {{title=\"{text}\"}}`")
    };
    let message = format!("\"{text}\" has no meaning after \"{name}\"");
    Diagnostic::new(&INVALID_ATTRIBUTES, place, message).help(help)
}
