//! Remembers what was made from the same input in an earlier build.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Values by key, for as many builds as the process lives. What a build does not ask for is forgotten at its end.
#[derive(Debug)]
pub struct Memo<K, V> {
    entries: Mutex<HashMap<K, Entry<V>>>,
}

#[derive(Debug)]
struct Entry<V> {
    value: Arc<V>,
    used: bool,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self {
            entries: Mutex::new(HashMap::new()),
        }
    }
}

impl<K: Eq + Hash, V> Memo<K, V> {
    /// The remembered value, or the one that `make` gives. The lock is not held while it is made.
    pub fn get_or(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        if let Some(entry) = self.lock().get_mut(&key) {
            entry.used = true;
            return entry.value.clone();
        }
        let value = Arc::new(make());
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

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<K, Entry<V>>> {
        // A panic while the lock is held can only be an allocation failure between two whole states.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
