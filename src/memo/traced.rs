//! Values with the parts of the site that each was made from.

use super::state::{Note, State, noting};
use super::{Values, lock};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

/// Values that a worker is given at once, unless he asks for more.
const AT_MOST: usize = 64;

/// A list of values, one for each page or for each of something else that follows from the surroundings of the site: as
/// long as these are the same, the list is as long and in the same order.
#[derive(Debug)]
pub struct Traced<V> {
    last: Mutex<Option<Last<V>>>,
}

#[derive(Debug)]
struct Last<V> {
    state: Arc<State>,
    values: Values<V>,
    /// What each value was made from.
    notes: Vec<Box<[Note]>>,
    /// The places of the values that were made from a part. Nobody needs it before the second build.
    readers: Option<Readers>,
    /// The places of the values that hold anything, where those are asked for.
    filled: Option<BTreeSet<usize>>,
}

/// The values of a site in some state.
#[derive(Debug)]
pub struct Renewed<V> {
    pub values: Values<V>,
    /// The places whose values are others than in the last build; nothing when all of them can be.
    pub anew: Option<Vec<usize>>,
}

type Readers = FxHashMap<Note, Vec<u32>>;

impl<V> Default for Traced<V> {
    fn default() -> Self {
        Self {
            last: Mutex::default(),
        }
    }
}

impl<V: Send + Sync> Traced<V> {
    /// The values of a site in some state. One that was made from what is as it was is that of the last build; the others
    /// `make` gives, each for its place in a list of `len`.
    pub fn all(
        &self,
        state: &Arc<State>,
        len: usize,
        make: impl Fn(usize) -> V + Sync,
    ) -> Values<V> {
        self.renewed(state, len, make).values
    }

    /// The same, with what is not as it was.
    pub fn renewed(
        &self,
        state: &Arc<State>,
        len: usize,
        make: impl Fn(usize) -> V + Sync,
    ) -> Renewed<V> {
        self.made((state, 1), len, || (), |(), at| make(at))
    }

    /// The same for values that are made with something that each worker has for itself and uses for at least `at_once`
    /// values, when there are so many to be made.
    pub fn all_with<W>(
        &self,
        round: (&Arc<State>, usize),
        len: usize,
        worker: impl Fn() -> W + Sync + Send,
        make: impl Fn(&mut W, usize) -> V + Sync,
    ) -> Values<V> {
        self.made(round, len, worker, make).values
    }

    fn made<W>(
        &self,
        (state, at_once): (&Arc<State>, usize),
        len: usize,
        worker: impl Fn() -> W + Sync + Send,
        make: impl Fn(&mut W, usize) -> V + Sync,
    ) -> Renewed<V> {
        if state.once {
            let places = spread((0..len).into_par_iter(), at_once);
            let made = places.map_init(&worker, |worker, at| Arc::new(make(worker, at)));
            let values = Arc::new(made.collect());
            return Renewed { values, anew: None };
        }
        let made = |places: Vec<usize>| -> Vec<(Arc<V>, Box<[Note]>)> {
            let places = spread(places.into_par_iter(), at_once);
            let made = places.map_init(&worker, |worker, at| {
                let (value, notes) = noting(|| make(worker, at));
                (Arc::new(value), notes)
            });
            made.collect()
        };
        // No lock is held while values are made.
        let last = lock(&self.last).take();
        let is_same = |last: &Last<V>| {
            last.state.surroundings == state.surroundings && last.values.len() == len
        };
        let (now, anew) = match last.filter(is_same) {
            Some(mut last) => {
                let anew = last.renew(state, made);
                (last, Some(anew))
            }
            None => (Last::new(state, made((0..len).collect())), None),
        };
        let values = now.values.clone();
        *lock(&self.last) = Some(now);
        Renewed { values, anew }
    }
}

/// Deals values out to the workers. Those that cost much often stand side by side, such as the pages of one folder: nobody
/// gets so many at once that the others would wait for him.
fn spread<I: IndexedParallelIterator>(
    places: I,
    at_once: usize,
) -> impl IndexedParallelIterator<Item = I::Item> {
    places
        .with_min_len(at_once)
        .with_max_len(AT_MOST.max(at_once))
}

impl<V: Send + Sync> Traced<V> {
    /// The values that hold anything, in order. Those that hold nothing, which are most, are not looked at again.
    pub fn filled(
        &self,
        state: &Arc<State>,
        len: usize,
        is_empty: impl Fn(&V) -> bool + Sync,
        make: impl Fn(usize) -> V + Sync,
    ) -> Vec<Arc<V>> {
        if state.once {
            let made = spread((0..len).into_par_iter(), 1).map(&make);
            let filled = made.filter(|value| !is_empty(value));
            return filled.map(Arc::new).collect();
        }
        let Renewed { values, anew } = self.renewed(state, len, make);
        let mut last = lock(&self.last);
        let known = last.as_mut().and_then(|last| last.filled.take());
        let filled = match (anew, known) {
            (Some(anew), Some(mut filled)) => {
                for at in anew {
                    match is_empty(&values[at]) {
                        true => filled.remove(&at),
                        false => filled.insert(at),
                    };
                }
                filled
            }
            _ => (0..len).filter(|at| !is_empty(&values[*at])).collect(),
        };
        let all = filled.iter().map(|at| values[*at].clone()).collect();
        if let Some(last) = last.as_mut() {
            last.filled = Some(filled);
        }
        all
    }
}

impl<T: Clone + Send + Sync> Traced<Vec<T>> {
    /// What the values hold, one after the other.
    pub fn flat(
        &self,
        state: &Arc<State>,
        len: usize,
        make: impl Fn(usize) -> Vec<T> + Sync,
    ) -> Vec<T> {
        if state.once {
            let places = spread((0..len).into_par_iter(), 1);
            return places.flat_map_iter(&make).collect();
        }
        let filled = self.filled(state, len, Vec::is_empty, make);
        filled
            .iter()
            .flat_map(|value| value.iter().cloned())
            .collect()
    }
}

impl<V> Last<V> {
    fn new(state: &Arc<State>, made: Vec<(Arc<V>, Box<[Note]>)>) -> Self {
        let (values, notes) = made.into_iter().unzip();
        Self {
            state: state.clone(),
            values: Arc::new(values),
            notes,
            readers: None,
            filled: None,
        }
    }

    /// Makes again what was made from something that has changed, and gives the places of it.
    fn renew(
        &mut self,
        state: &Arc<State>,
        make: impl FnOnce(Vec<usize>) -> Vec<(Arc<V>, Box<[Note]>)>,
    ) -> Vec<usize> {
        let readers = self.readers.get_or_insert_with(|| readers(&self.notes));
        let changes = state.changes_since(&self.state);
        self.state = state.clone();
        let of_changes = changes.iter().filter_map(|note| readers.get(note));
        let mut places: Vec<usize> = of_changes.flatten().map(|&at| at as usize).collect();
        places.sort_unstable();
        places.dedup();
        if places.is_empty() {
            return places;
        }
        let made = make(places.clone());
        let values = Arc::make_mut(&mut self.values);
        for (&at, (value, notes)) in places.iter().zip(made) {
            values[at] = value;
            if self.notes[at] != notes {
                let before = std::mem::replace(&mut self.notes[at], notes);
                read_anew(readers, at, (&before, &self.notes[at]));
            }
        }
        places
    }
}

fn readers(notes: &[Box<[Note]>]) -> Readers {
    let mut readers = Readers::default();
    for (at, notes) in notes.iter().enumerate() {
        read_anew(&mut readers, at, (&[], notes));
    }
    readers
}

/// A value that was made from some parts is made from others now.
fn read_anew(readers: &mut Readers, at: usize, (before, now): (&[Note], &[Note])) {
    let at = u32::try_from(at).expect("invariant: no list has so many values");
    for note in before {
        if let Some(places) = readers.get_mut(note) {
            places.retain(|place| *place != at);
        }
    }
    for note in now {
        readers.entry(*note).or_default().push(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::note;
    use crate::source::FileId;
    use std::sync::atomic::{AtomicU64, Ordering};

    fn part(number: usize) -> Note {
        Note::Whole(FileId::of_path(&number.to_string()))
    }

    /// Three values, of which each reads the number of its part, and, where that is odd, also that of the next one.
    fn sums(traced: &Traced<u64>, surroundings: u64, numbers: [u64; 3]) -> (Vec<u64>, u64) {
        let parts = numbers.iter().enumerate();
        let state = State {
            surroundings,
            parts: Arc::new(parts.map(|(at, number)| (part(at), *number)).collect()),
            once: false,
        };
        let made = AtomicU64::new(0);
        let values = traced.all(&Arc::new(state), 3, |at| {
            made.fetch_add(1, Ordering::Relaxed);
            note(part(at));
            if numbers[at].is_multiple_of(2) {
                return numbers[at];
            }
            note(part((at + 1) % 3));
            numbers[at] + numbers[(at + 1) % 3]
        });
        let values = values.iter().map(|value| **value);
        (values.collect(), made.into_inner())
    }

    #[test]
    fn a_value_is_made_again_when_what_it_read_has_changed() {
        let traced = Traced::default();
        assert_eq!(sums(&traced, 1, [1, 2, 3]), (vec![3, 2, 4], 3));
        assert_eq!(sums(&traced, 1, [1, 2, 3]), (vec![3, 2, 4], 0));
        // The first value read the second part, too.
        assert_eq!(sums(&traced, 1, [1, 4, 3]), (vec![5, 4, 4], 2));
        // From here on it reads its own part alone.
        assert_eq!(sums(&traced, 1, [2, 4, 3]), (vec![2, 4, 5], 2));
        assert_eq!(sums(&traced, 1, [2, 6, 3]), (vec![2, 6, 5], 1));
        // And now the second one reads the third part.
        assert_eq!(sums(&traced, 1, [2, 5, 3]), (vec![2, 8, 5], 1));
        assert_eq!(sums(&traced, 1, [2, 5, 4]), (vec![2, 9, 4], 2));
        assert_eq!(sums(&traced, 2, [2, 5, 4]), (vec![2, 9, 4], 3));
    }

    #[test]
    fn what_values_hold_stands_in_order_however_often_the_site_is_built() {
        let make = |at: usize| vec![at; at % 3];
        let held: Vec<usize> = (0..500).flat_map(make).collect();
        for once in [true, false] {
            let traced = Traced::default();
            let state = Arc::new(State {
                once,
                ..State::default()
            });
            for _ in 0..2 {
                assert_eq!(traced.flat(&state, 500, make), held);
            }
        }
    }
}
