//! Remembers what was made from the same input in an earlier build.
//!
//! [`Memo`] is for what is made from one file: the key is the input. [`Traced`] is for what may look at any page of the
//! site, such as a drawn page: whoever reads a page [`note`]s it, and what was noted is what the value depends on.

use crate::source::FileId;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

/// Values by key, for as many builds as the process lives. What a build does not ask for is forgotten at its end.
#[derive(Debug)]
pub struct Memo<K, V> {
    entries: Mutex<FxHashMap<K, Entry<V>>>,
}

#[derive(Debug)]
struct Entry<V> {
    value: Arc<V>,
    used: bool,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self {
            entries: Mutex::new(FxHashMap::default()),
        }
    }
}

impl<K: Eq + Hash, V> Memo<K, V> {
    /// The remembered value, or the one that `make` gives. The lock is not held while it is made.
    pub fn get_or(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        match self.get(&key) {
            Some(value) => value,
            None => self.put(key, make()),
        }
    }

    /// As [`Memo::get_or`], for what can fail: a failure is not remembered.
    ///
    /// # Errors
    /// That of `make`.
    pub fn try_get_or<E>(&self, key: K, make: impl FnOnce() -> Result<V, E>) -> Result<Arc<V>, E> {
        match self.get(&key) {
            Some(value) => Ok(value),
            None => Ok(self.put(key, make()?)),
        }
    }

    /// Whether a value is remembered. Asking does not keep it from being forgotten.
    #[must_use]
    pub fn has(&self, key: &K) -> bool {
        self.lock().contains_key(key)
    }

    fn get(&self, key: &K) -> Option<Arc<V>> {
        let mut entries = self.lock();
        let entry = entries.get_mut(key)?;
        entry.used = true;
        Some(entry.value.clone())
    }

    fn put(&self, key: K, value: V) -> Arc<V> {
        let value = Arc::new(value);
        let entry = Entry {
            value: value.clone(),
            used: true,
        };
        self.lock().insert(key, entry);
        value
    }

    /// Forgets what was not used since the last call.
    pub fn sweep(&self) {
        self.lock()
            .retain(|_, entry| std::mem::take(&mut entry.used));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, FxHashMap<K, Entry<V>>> {
        // A panic while the lock is held can only be an allocation failure between two whole states.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A part of the site that something was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

fn noting<V>(make: impl FnOnce() -> V) -> (V, FxHashSet<Note>) {
    let before = NOTES.replace(Some(FxHashSet::default()));
    let value = make();
    let notes = NOTES.replace(before);
    (value, notes.unwrap_or_default())
}

/// A hash of anything, the same for equal values within one process.
pub fn digest(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The state of the site that a build draws.
#[derive(Debug, Default)]
pub struct State {
    /// Of everything that is the same for all pages, and of which pages there are.
    pub surroundings: u64,
    /// Of each part that can be noted.
    pub parts: FxHashMap<Note, u64>,
}

/// Values by key, each with what it was made from.
#[derive(Debug)]
pub struct Traced<K, V> {
    memo: Memo<K, Made<V>>,
}

#[derive(Debug)]
struct Made<V> {
    value: Arc<V>,
    surroundings: u64,
    parts: Vec<(Note, u64)>,
}

impl<K, V> Default for Traced<K, V> {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
        }
    }
}

impl<K: Eq + Hash, V> Traced<K, V> {
    /// The remembered value when all that it was made from is as it was, or the one that `make` gives.
    pub fn get_or(&self, key: K, state: &State, make: impl FnOnce() -> V) -> Arc<V> {
        if let Some(made) = self.memo.get(&key) {
            let same = |(note, then): &(Note, u64)| state.parts.get(note) == Some(then);
            if made.surroundings == state.surroundings && made.parts.iter().all(same) {
                return made.value.clone();
            }
        }
        let (value, notes) = noting(make);
        let value = Arc::new(value);
        let parts = notes.into_iter().map(|note| {
            // What the state does not know is never equal to what it will know.
            (note, state.parts.get(&note).copied().unwrap_or_default())
        });
        let made = Made {
            value: value.clone(),
            surroundings: state.surroundings,
            parts: parts.collect(),
        };
        self.memo.put(key, made);
        value
    }

    /// Forgets what was not used since the last call.
    pub fn sweep(&self) {
        self.memo.sweep();
    }
}
