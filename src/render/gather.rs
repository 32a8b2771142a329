//! Gathers the files of an output, and tells which of them could not be on one disk.

use super::offline;
use crate::diagnostic::{Diagnostic, OUTPUT_CLASH, Outcome};
use crate::output::{MANIFEST, Made, Output, Outputs};
use crate::source::Span;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Names of the output that no file can have.
const OWN: [(&str, &str); 2] = [
    (MANIFEST, "the list of all files"),
    (
        offline::WORKER,
        "what keeps the site for use without a network",
    ),
];

/// A file of the output, and where it comes from.
#[derive(Debug)]
pub(super) struct Item {
    pub put: Put,
    /// For a fault of its path.
    pub place: Span,
}

#[derive(Debug)]
pub(super) enum Put {
    File(Arc<Output>),
    /// A path that is kept for a file that is made later.
    Kept(Arc<str>),
    /// A file that is named, and made later.
    Named(Made),
}

/// What was gathered in the last build.
#[derive(Debug, Default)]
pub struct Memo {
    last: Mutex<Option<Gathered>>,
}

#[derive(Debug)]
struct Gathered {
    items: Vec<Item>,
    outputs: Outputs,
    clashes: Vec<Diagnostic>,
}

/// The files, in the order in which they come: of two that cannot both be there the first one stays. After a build with
/// the same paths in the same order only the files are others.
pub(super) fn gather(items: Vec<Item>, memo: &Memo) -> Outcome<Outputs> {
    let last = lock(&memo.last).take();
    let same = last.filter(|last| {
        let pairs = last.items.iter().zip(&items);
        last.items.len() == items.len() && pairs.into_iter().all(|(old, new)| old.stands_for(new))
    });
    let gathered = match same {
        Some(last) => last.renewed(items),
        None => Gathered::new(items),
    };
    let outcome = Outcome::new(gathered.outputs.clone(), gathered.clashes.clone());
    *lock(&memo.last) = Some(gathered);
    outcome
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is done while the lock is held that can panic.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Gathered {
    fn new(items: Vec<Item>) -> Self {
        let mut outputs = Outputs::new();
        let clashes = items
            .iter()
            .filter_map(|item| item.add_to(&mut outputs).err());
        Self {
            clashes: clashes.collect(),
            items,
            outputs,
        }
    }

    fn renewed(mut self, items: Vec<Item>) -> Self {
        for (old, new) in self.items.iter().zip(&items) {
            match (&old.put, &new.put) {
                (Put::File(old), Put::File(new)) if !Arc::ptr_eq(old, new) => {
                    self.outputs.replace(old, new);
                }
                (Put::Named(_), Put::Named(new)) => self.outputs.replace_made(new),
                _ => {}
            }
        }
        Self { items, ..self }
    }
}

impl Item {
    /// Whether it would take the same place in the output.
    fn stands_for(&self, other: &Self) -> bool {
        self.place == other.place
            && match (&self.put, &other.put) {
                (Put::File(a), Put::File(b)) => Arc::ptr_eq(a, b) || a.path() == b.path(),
                (Put::Kept(a), Put::Kept(b)) => a == b,
                (Put::Named(a), Put::Named(b)) => a.path == b.path && a.key == b.key,
                _ => false,
            }
    }

    fn add_to(&self, outputs: &mut Outputs) -> Result<(), Diagnostic> {
        let added = match &self.put {
            Put::File(file) => {
                let top = file.path().split('/').next().unwrap_or("");
                let own = OWN.iter().find(|(name, _)| top.eq_ignore_ascii_case(name));
                if let Some((_, what)) = own {
                    return Err(clash_fault(file.path(), what, self.place));
                }
                outputs.insert(file.clone())
            }
            Put::Kept(path) => outputs.reserve(path),
            Put::Named(made) => outputs.insert_made(made.clone()),
        };
        added.map_err(|clash| clash_fault(&clash.path, &clash.with, self.place))
    }
}

fn clash_fault(path: &str, with: &str, place: Span) -> Diagnostic {
    let message = format!("{path} and {with} would be the same file of the site");
    let help = "rename one: some disks do not tell upper case from lower case";
    Diagnostic::new(&OUTPUT_CLASH, place, message).help(help)
}
