//! Snippets, each in its variants, and which of them a page puts in.

use super::site::{Included, Meta, snippet};
use crate::model::Snippet;
use std::collections::BTreeMap;

/// The snippets of a site.
#[derive(Debug, Default)]
pub struct Snippets {
    /// The variants of each, in the order of their paths.
    by_name: BTreeMap<String, Vec<Included>>,
}

impl Snippets {
    /// Adds a variant.
    pub(super) fn add(&mut self, name: String, variant: Included) {
        self.by_name.entry(name).or_default().push(variant);
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// Every variant of every snippet, in an order that does not change.
    pub fn all(&self) -> impl Iterator<Item = &Included> {
        self.by_name.values().flatten()
    }

    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut Included> {
        self.by_name.values_mut().flatten()
    }

    /// The variants of one snippet.
    #[must_use]
    pub fn variants(&self, name: &str) -> &[Included] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// The variant that a page puts in: in its language before others, in that one of its level before the one for all
    /// levels. `first` is the first language of the site, which stands in for a translation that is missing.
    #[must_use]
    pub fn choose(&self, name: &str, page: &Meta, first: &str) -> Option<&Included> {
        let mut chosen: Option<(&Included, (u8, u8))> = None;
        for variant in self.variants(name) {
            let Some(inner) = snippet(&variant.parsed) else {
                continue;
            };
            let rank = rank(inner, page, first);
            if chosen.is_none_or(|(_, best)| rank > best) {
                chosen = Some((variant, rank));
            }
        }
        chosen.map(|(variant, _)| variant)
    }
}

/// How well a variant fits a page: by language, then by level.
fn rank(variant: &Snippet, page: &Meta, first: &str) -> (u8, u8) {
    let language = match variant.lang.as_str() {
        lang if lang == page.lang => 2,
        lang if lang == first => 1,
        _ => 0,
    };
    let level = match variant.level {
        level if level == page.level => 2,
        None => 1,
        Some(_) => 0,
    };
    (language, level)
}
