//! What stands between braces: `{#id .class key=value key="two words" word}`.

use crate::source::{Span, Spanned};

/// Pandoc's attributes. Words without `=` are attributes without a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attrs {
    pub id: Option<Spanned<String>>,
    pub classes: Vec<Spanned<String>>,
    pub pairs: Vec<Attr>,
    /// The braces with all between them; `None` when nothing was written.
    pub span: Option<Span>,
}

/// `key=value`, or a bare word.
#[derive(Debug, Clone, PartialEq)]
pub struct Attr {
    pub key: Spanned<String>,
    /// Without the quotes.
    pub value: Option<Spanned<String>>,
}

impl Attrs {
    /// The first value given for a key.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Spanned<String>> {
        let mut pairs = self.pairs.iter();
        pairs
            .find(|a| a.key.value == key && a.value.is_some())?
            .value
            .as_ref()
    }

    /// Whether the bare word is there.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.words().any(|w| w.value == word)
    }

    /// The bare words, in order.
    pub fn words(&self) -> impl Iterator<Item = &Spanned<String>> {
        let bare = self.pairs.iter().filter(|a| a.value.is_none());
        bare.map(|a| &a.key)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.classes.is_empty() && self.pairs.is_empty()
    }
}
