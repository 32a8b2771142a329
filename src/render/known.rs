//! What many pages of a build ask for.

use rustc_hash::FxHashMap;
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

/// Values that are made by the first page that asks. Of two pages that ask at once, both may make one.
#[derive(Debug)]
pub struct Known<K, V> {
    values: RwLock<FxHashMap<K, Arc<V>>>,
    at_most: usize,
}

impl<K: Eq + Hash, V> Known<K, V> {
    /// Room for so many values. When there are more, all are forgotten: pages that ask for the same are drawn one after the
    /// other, so that each value is made again a few times at most.
    #[must_use]
    pub fn of(at_most: usize) -> Self {
        Self {
            values: RwLock::default(),
            at_most,
        }
    }

    /// The value for a key, or the one that `make` gives. No lock is held while it is made.
    pub fn get_or<Q>(&self, key: &Q, make: impl FnOnce() -> V) -> Arc<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = K> + ?Sized,
    {
        // A panic while the lock is held can only be an allocation failure between two whole states.
        let values = self.values.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = values.get(key) {
            return value.clone();
        }
        drop(values);
        let value = Arc::new(make());
        let mut values = self.values.write().unwrap_or_else(PoisonError::into_inner);
        if values.len() >= self.at_most {
            values.clear();
        }
        values.insert(key.to_owned(), value.clone());
        value
    }
}
