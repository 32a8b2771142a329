//! What a page gathers while it is drawn, and lists at its end: sources and footnotes.

use super::writer::Text;
use crate::model::{NodeId, NodeKind};
use rustc_hash::FxHashMap;

/// Sources by the order in which the page cites them.
#[derive(Default)]
pub struct Citations {
    /// Keys in the order of their numbers, each with how often it was cited.
    pub cited: Vec<(String, usize)>,
    numbers: FxHashMap<String, usize>,
}

impl Citations {
    /// The number of a source, from 1, for a citation that the list of sources does not lead back to.
    pub fn number(&mut self, key: &str) -> usize {
        *self.numbers.entry(key.to_owned()).or_insert_with(|| {
            self.cited.push((key.to_owned(), 0));
            self.cited.len()
        })
    }

    /// The number of a source, and which citation of it this is; both from 1.
    pub fn cite(&mut self, key: &str) -> (usize, usize) {
        let number = self.number(key);
        let count = &mut self.cited[number - 1].1;
        *count += 1;
        (number, *count)
    }
}

/// Footnotes by the order in which the page refers to them.
#[derive(Default)]
pub struct Notes<'a> {
    /// Every definition met, by tree and name.
    defined: FxHashMap<(usize, &'a str), (Text<'a>, NodeId)>,
    /// In the order of their numbers, each with how often it was referred to.
    pub used: Vec<(Text<'a>, NodeId, usize)>,
    numbers: FxHashMap<(usize, &'a str), usize>,
}

impl<'a> Notes<'a> {
    /// Learns the footnotes that a tree defines.
    pub fn learn(&mut self, text: Text<'a>) {
        for node in text.tree.all() {
            if let NodeKind::FootnoteDefinition(name) = node.kind() {
                self.defined
                    .entry((address(text), name))
                    .or_insert((text, node.id));
            }
        }
    }

    /// The number of a footnote, and which reference to it this is; both from 1. One that is not `counted` is not led back
    /// to.
    pub fn refer(
        &mut self,
        text: Text<'a>,
        name: &'a str,
        counted: bool,
    ) -> Option<(usize, usize)> {
        let key = (address(text), name);
        let &(definition, node) = self.defined.get(&key)?;
        let number = *self.numbers.entry(key).or_insert_with(|| {
            self.used.push((definition, node, 0));
            self.used.len()
        });
        let count = &mut self.used[number - 1].2;
        *count += usize::from(counted);
        Some((number, *count))
    }
}

/// What tells the trees of a page apart: two snippets may name their footnotes alike.
fn address(text: Text<'_>) -> usize {
    std::ptr::from_ref(text.tree) as usize
}
