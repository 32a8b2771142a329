//! What things are made from, in numbers.

use crate::source::FileId;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::sync::Arc;

/// A part of the site that something was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// What lists and links say of the page: where it is, its title, how much it holds.
    Head(FileId),
    /// The page with its text.
    Whole(FileId),
    /// A picture that is shown: its size, and the names of the files that stand for it.
    Picture(FileId),
}

thread_local! {
    /// What was looked at since the value that this thread makes was begun.
    static NOTES: RefCell<Option<FxHashSet<Note>>> = const { RefCell::new(None) };
}

/// Notes that a part of the site was looked at. Costs nothing while nothing traced is being made.
pub fn note(note: Note) {
    NOTES.with_borrow_mut(|notes| {
        if let Some(notes) = notes {
            notes.insert(note);
        }
    });
}

/// What is made, with what was noted meanwhile, in order.
pub(super) fn noting<V>(make: impl FnOnce() -> V) -> (V, Box<[Note]>) {
    let before = NOTES.replace(Some(FxHashSet::default()));
    let value = make();
    let notes = NOTES.replace(before).unwrap_or_default();
    let mut notes: Box<[Note]> = notes.into_iter().collect();
    notes.sort_unstable();
    (value, notes)
}

/// The state of the site that a build draws.
#[derive(Debug, Default)]
pub struct State {
    /// Of everything that is the same for all pages, and of which pages there are, in which order.
    pub surroundings: u64,
    /// Of each part that can be noted, each once; nothing when no other build follows.
    pub parts: Arc<Vec<(Note, u64)>>,
    /// Whether this is the only build: what is made then is not kept, nor what it was made from.
    pub once: bool,
}

impl State {
    /// The state of a site that is built once.
    #[must_use]
    pub fn once(surroundings: u64) -> Self {
        Self {
            surroundings,
            once: true,
            ..Self::default()
        }
    }

    /// The parts that are not as they were in an earlier state with the same surroundings.
    pub(super) fn changes_since(&self, before: &Self) -> Vec<Note> {
        let (now, then) = (&self.parts, &before.parts);
        if Arc::ptr_eq(now, then) {
            return Vec::new();
        }
        let same_notes = now.len() == then.len();
        let mut pairs = now.iter().zip(then.iter());
        if same_notes && pairs.all(|((note, _), (known, _))| note == known) {
            let pairs = now.iter().zip(then.iter());
            let differ = pairs.filter(|((_, digest), (_, known))| digest != known);
            return differ.map(|((note, _), _)| *note).collect();
        }
        let mut then: FxHashMap<Note, u64> = then.iter().copied().collect();
        let differ = now
            .iter()
            .filter(|(note, digest)| then.remove(note) != Some(*digest));
        let mut changes: Vec<Note> = differ.map(|(note, _)| *note).collect();
        changes.extend(then.into_keys());
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(parts: &[(Note, u64)]) -> State {
        State {
            surroundings: 1,
            parts: Arc::new(parts.to_vec()),
            once: false,
        }
    }

    #[test]
    fn changes_are_what_differs_came_or_went() {
        let [a, b, c] = ["a", "b", "c"].map(|name| Note::Whole(FileId::of_path(name)));
        let before = state(&[(a, 1), (b, 2)]);
        assert_eq!(state(&[(a, 1), (b, 2)]).changes_since(&before), []);
        assert_eq!(state(&[(a, 1), (b, 3)]).changes_since(&before), [b]);
        assert_eq!(state(&[(b, 2), (a, 1)]).changes_since(&before), []);
        assert_eq!(state(&[(a, 1), (c, 2)]).changes_since(&before), [c, b]);
        assert_eq!(state(&[(a, 4)]).changes_since(&before), [a, b]);
    }
}
