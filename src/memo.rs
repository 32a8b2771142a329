//! Remembers what was made from the same input in an earlier build.
//!
//! [`Memo`] is for what is made from one file: the key is the input. [`Traced`] is for what may look at any page of the
//! site, such as a drawn page: whoever reads a page [`note`]s it, and what was noted is what the value depends on.

use crate::source::FileId;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Parts of a memo with a lock each, so that threads seldom wait for each other.
const SHELVES: usize = 32;

/// Values by key, for as many builds as the process lives. What a build does not ask for is forgotten at its end.
#[derive(Debug)]
pub struct Memo<K, V> {
    shelves: [Mutex<FxHashMap<K, Entry<V>>>; SHELVES],
}

#[derive(Debug)]
struct Entry<V> {
    value: Arc<V>,
    used: bool,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self {
            shelves: std::array::from_fn(|_| Mutex::default()),
        }
    }
}

impl<K: Eq + Hash, V> Memo<K, V> {
    /// The remembered value, or the one that `make` gives. No lock is held while it is made.
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
        self.shelf(key).contains_key(key)
    }

    fn get(&self, key: &K) -> Option<Arc<V>> {
        let mut entries = self.shelf(key);
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
        self.shelf(&key).insert(key, entry);
        value
    }

    /// Forgets what was not used since the last call.
    pub fn sweep(&self) {
        for shelf in &self.shelves {
            lock(shelf).retain(|_, entry| std::mem::take(&mut entry.used));
        }
    }

    fn shelf(&self, key: &K) -> MutexGuard<'_, FxHashMap<K, Entry<V>>> {
        // The upper half: the lower one already decides on the place in the map.
        let hash = FxBuildHasher.hash_one(key) >> 32;
        lock(&self.shelves[(hash % SHELVES as u64) as usize])
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic while a lock is held can only be an allocation failure between two whole states.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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

impl State {
    /// The parts that are not as they were in an earlier state; nothing when the surroundings are others.
    fn changes_since(&self, before: &Self) -> Option<FxHashSet<Note>> {
        if self.surroundings != before.surroundings {
            return None;
        }
        let now = self.parts.iter();
        let differ = now.filter(|(note, digest)| before.parts.get(note) != Some(digest));
        let gone = before.parts.keys();
        let gone = gone.filter(|note| !self.parts.contains_key(note));
        Some(differ.map(|(note, _)| *note).chain(gone.copied()).collect())
    }
}

/// Values by key, each with the parts of the site that it was made from.
#[derive(Debug)]
pub struct Traced<K, V> {
    memo: Memo<K, Made<V>>,
    /// The state that all remembered values are those of.
    last: Mutex<Arc<State>>,
}

#[derive(Debug)]
struct Made<V> {
    value: Arc<V>,
    parts: Vec<Note>,
}

impl<K, V> Default for Traced<K, V> {
    fn default() -> Self {
        Self {
            memo: Memo::default(),
            last: Mutex::default(),
        }
    }
}

impl<K: Eq + Hash, V> Traced<K, V> {
    /// Begins a build. What it does not ask for is forgotten when it ends.
    pub fn round(&self, state: &Arc<State>) -> Round<'_, K, V> {
        Round {
            changes: state.changes_since(&lock(&self.last)),
            traced: self,
            state: state.clone(),
        }
    }
}

/// The values of one build.
#[derive(Debug)]
pub struct Round<'a, K: Eq + Hash, V> {
    traced: &'a Traced<K, V>,
    state: Arc<State>,
    /// What is not as it was in the build before; nothing when all is to be made anew.
    changes: Option<FxHashSet<Note>>,
}

impl<K: Eq + Hash, V> Round<'_, K, V> {
    /// The remembered value when all that it was made from is as it was, or the one that `make` gives. A build asks for
    /// each key once.
    pub fn get_or(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        if let Some(changes) = &self.changes
            && let Some(made) = self.traced.memo.get(&key)
            && !made.parts.iter().any(|part| changes.contains(part))
        {
            return made.value.clone();
        }
        let (value, notes) = noting(make);
        let value = Arc::new(value);
        let made = Made {
            value: value.clone(),
            parts: notes.into_iter().collect(),
        };
        self.traced.memo.put(key, made);
        value
    }
}

impl<K: Eq + Hash, V> Drop for Round<'_, K, V> {
    fn drop(&mut self) {
        self.traced.memo.sweep();
        *lock(&self.traced.last) = self.state.clone();
    }
}
