//! What is made of each of many files.

use super::{Values, lock};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex};

/// What the last build made of each of a list of inputs, in the order of the list. A key is everything that its value is
/// made from.
#[derive(Debug)]
pub struct Row<K, V> {
    last: Mutex<Last<K, V>>,
}

#[derive(Debug)]
struct Last<K, V> {
    keys: Vec<K>,
    values: Values<V>,
}

impl<K, V> Default for Last<K, V> {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            values: Arc::default(),
        }
    }
}

impl<K, V> Default for Row<K, V> {
    fn default() -> Self {
        Self {
            last: Mutex::default(),
        }
    }
}

impl<K: Eq + Hash, V: Send + Sync> Row<K, V> {
    /// The values of these keys: those of the last build, and where a key is new, the one that `make` gives for its place
    /// in the list. All others are forgotten.
    pub fn all(&self, keys: Vec<K>, make: impl Fn(usize) -> V + Sync) -> Values<V> {
        // No lock is held while values are made.
        let last = std::mem::take(&mut *lock(&self.last));
        let values = renewed(last, &keys, make);
        *lock(&self.last) = Last {
            keys,
            values: values.clone(),
        };
        values
    }
}

fn renewed<K: Eq + Hash, V: Send + Sync>(
    Last {
        keys: before,
        mut values,
    }: Last<K, V>,
    keys: &[K],
    make: impl Fn(usize) -> V + Sync,
) -> Values<V> {
    let is_as_it_was = |at: &usize| before.get(*at) == keys.get(*at);
    if before.len() == keys.len() {
        let others: Vec<usize> = (0..keys.len()).filter(|at| !is_as_it_was(at)).collect();
        if others.len() * 2 < keys.len() {
            put(&mut values, others, &make);
            return values;
        }
    }
    let mut known: FxHashMap<&K, Arc<V>> = before.iter().zip(values.iter().cloned()).collect();
    let kept: Vec<Option<Arc<V>>> = keys.iter().map(|key| known.remove(key)).collect();
    drop((known, values));
    let made = kept.into_par_iter().enumerate();
    let made = made.map(|(at, kept)| kept.unwrap_or_else(|| Arc::new(make(at))));
    Arc::new(made.collect())
}

/// Makes some of the values anew.
fn put<V: Send + Sync>(
    values: &mut Values<V>,
    places: Vec<usize>,
    make: &(impl Fn(usize) -> V + Sync),
) {
    if places.is_empty() {
        return;
    }
    let made = places.into_par_iter().map(|at| (at, Arc::new(make(at))));
    let made: Vec<(usize, Arc<V>)> = made.collect();
    let values = Arc::make_mut(values);
    for (at, value) in made {
        values[at] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn only_what_is_new_is_made() {
        let row: Row<u32, u32> = Row::default();
        let made = AtomicUsize::new(0);
        let all = |keys: &[u32]| {
            let values = row.all(keys.to_vec(), |at| {
                made.fetch_add(1, Ordering::Relaxed);
                keys[at] * 10
            });
            let values: Vec<u32> = values.iter().map(|value| **value).collect();
            (values, made.swap(0, Ordering::Relaxed))
        };
        assert_eq!(all(&[1, 2, 3, 4]), (vec![10, 20, 30, 40], 4));
        assert_eq!(all(&[1, 2, 3, 4]), (vec![10, 20, 30, 40], 0));
        assert_eq!(all(&[1, 5, 3, 4]), (vec![10, 50, 30, 40], 1));
        assert_eq!(all(&[6, 1, 5, 3]), (vec![60, 10, 50, 30], 1));
        assert_eq!(all(&[3, 6]), (vec![30, 60], 0));
        // What was not asked for is forgotten.
        assert_eq!(all(&[3, 1]), (vec![30, 10], 1));
        assert_eq!(all(&[]), (vec![], 0));
    }
}
