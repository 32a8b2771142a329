//! Markdown for tests, read as a page and as a value of a bank.

use crate::model::{Fragment, Tree};
use crate::parse::markdown;
use crate::source::{FileId, Spanned};

pub fn tree(text: &str) -> Tree {
    markdown::parse(FileId::of_path("page.md"), &text.into(), 0).value
}

pub fn fragment(tree: &mut Tree, text: &Spanned<String>) -> Fragment {
    markdown::append_fragment(tree, text).value
}
