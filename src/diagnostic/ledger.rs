//! What is wrong with a project that is built again and again.

use super::emit::Summary;
use super::{Batch, Diagnostic, Found};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::hash::BuildHasher;
use std::sync::Arc;

/// How many diagnostics there are and which of them are new, run after run. A run costs what differs from the one before:
/// batches that both share are not looked at.
#[derive(Debug, Default)]
pub struct Ledger {
    last: Found,
    /// How often the last run told a diagnostic, by its hash. There are too many to keep them themselves twice; that two
    /// have the same hash of 64 bits is not to be expected in the life of a project.
    told: FxHashMap<u64, u32>,
    summary: Summary,
}

impl Ledger {
    /// Enters the next run, and gives what the last one did not tell.
    pub fn enter(&mut self, found: &Found) -> Found {
        let place = |batch: &Arc<Batch>| Arc::as_ptr(batch).addr();
        let places = |found: &Found| found.batches().iter().map(place).collect::<FxHashSet<_>>();
        let (before, now) = (places(&self.last), places(found));
        let last = std::mem::replace(&mut self.last, found.clone());
        let come = found.batches().iter();
        let come: Vec<_> = come
            .filter(|batch| !before.contains(&place(batch)))
            .collect();
        let new = match before.is_empty() {
            true => found.clone(),
            false => self.fresh(come.iter().flat_map(|batch| batch.iter())),
        };
        for one in come.into_iter().flat_map(|batch| batch.iter()) {
            self.add(one);
        }
        let gone = last.batches().iter();
        let gone = gone.filter(|batch| !now.contains(&place(batch)));
        for one in gone.flat_map(|batch| batch.iter()) {
            self.remove(one);
        }
        new
    }

    /// What was not told so far.
    fn fresh<'a>(&self, all: impl Iterator<Item = &'a Diagnostic>) -> Found {
        let fresh = all.filter(|one| !self.told.contains_key(&hash(one)));
        Found::from(fresh.cloned().collect::<Vec<_>>())
    }

    /// How many there are of each kind, each counted once.
    #[must_use]
    pub fn summary(&self) -> Summary {
        self.summary
    }

    fn add(&mut self, one: &Diagnostic) {
        let times = self.told.entry(hash(one)).or_insert(0);
        *times += 1;
        if *times == 1 {
            *self.summary.of(one.severity) += 1;
        }
    }

    fn remove(&mut self, one: &Diagnostic) {
        let hash = hash(one);
        let Some(times) = self.told.get_mut(&hash) else {
            return;
        };
        *times -= 1;
        if *times == 0 {
            self.told.remove(&hash);
            *self.summary.of(one.severity) -= 1;
        }
    }
}

fn hash(one: &Diagnostic) -> u64 {
    FxBuildHasher.hash_one(one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{MISSING_MEDIA, SECOND_TITLE};
    use crate::source::{FileId, Span};

    fn fault(file: &str, message: &str) -> Diagnostic {
        let place = Span::start_of(FileId::of_path(file));
        let rule = if message.starts_with('!') {
            &MISSING_MEDIA
        } else {
            &SECOND_TITLE
        };
        Diagnostic::new(rule, place, message)
    }

    fn batch(file: &str, messages: &[&str]) -> Arc<Batch> {
        let all = messages.iter().map(|message| fault(file, message));
        Arc::new(Batch::from(all.collect::<Vec<_>>()))
    }

    fn enter(ledger: &mut Ledger, batches: &[&Arc<Batch>]) -> (Vec<String>, [usize; 2]) {
        let mut found = Found::default();
        found.extend(batches.iter().map(|&batch| batch.clone()));
        let new = ledger.enter(&found);
        let new = new.iter().map(|one| one.message.clone()).collect();
        let summary = ledger.summary();
        (new, [summary.errors, summary.warnings])
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_differs_is_told_and_each_is_counted_once() {
        let (a, b) = (batch("a", &["one", "!two", "one"]), batch("b", &["three"]));
        let mut ledger = Ledger::default();
        let first = enter(&mut ledger, &[&a, &b]);
        assert_eq!(first, (words(&["one", "!two", "one", "three"]), [1, 2]));
        assert_eq!(enter(&mut ledger, &[&a, &b]), (words(&[]), [1, 2]));
        // Another batch with one that was there and one that was not.
        let other = batch("a", &["!two", "four"]);
        assert_eq!(
            enter(&mut ledger, &[&other, &b]),
            (words(&["four"]), [1, 2])
        );
        assert_eq!(enter(&mut ledger, &[&b]), (words(&[]), [0, 1]));
        assert_eq!(enter(&mut ledger, &[]), (words(&[]), [0, 0]));
        // What is gone and comes again is new.
        let again = enter(&mut ledger, &[&a]);
        assert_eq!(again, (words(&["one", "!two", "one"]), [1, 1]));
    }

    #[test]
    fn the_same_in_two_batches_is_there_until_both_are_gone() {
        let (a, b) = (batch("a", &["one"]), batch("a", &["one", "two"]));
        let mut ledger = Ledger::default();
        assert_eq!(enter(&mut ledger, &[&a]), (words(&["one"]), [0, 1]));
        assert_eq!(enter(&mut ledger, &[&a, &b]), (words(&["two"]), [0, 2]));
        assert_eq!(enter(&mut ledger, &[&b]), (words(&[]), [0, 2]));
        assert_eq!(enter(&mut ledger, &[&a]), (words(&[]), [0, 1]));
    }
}
