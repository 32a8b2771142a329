//! Remembers what was made from the same input in an earlier build.
//!
//! [`Memo`] is for what is asked for now and then: the key is the input. [`Row`] is for what is made of each of many files.
//! [`Traced`] is for what may look at any page of the site, such as a drawn page: whoever reads a page [`note`]s it, and
//! what was noted is what the value depends on.
//!
//! After a save, a row or a traced list costs what it costs to find out which of its values are others. Values that stay
//! are not looked at.

mod row;
mod state;
mod traced;

pub use row::Row;
pub use state::{Note, State, note};
pub use traced::{Renewed, Traced};

use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Values in the order of what they were made of. Cloning is cheap.
pub type Values<V> = Arc<Vec<Arc<V>>>;

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

/// A hash of anything, the same for equal values within one process.
pub fn digest(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
