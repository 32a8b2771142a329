//! Gathers the files of an output, and tells which of them could not be on one disk.

use super::{Drawing, offline};
use crate::diagnostic::{Diagnostic, OUTPUT_CLASH, Outcome};
use crate::memo::Renewed;
use crate::output::{MANIFEST, Made, Output, Outputs};
use crate::source::Span;
use std::collections::BTreeSet;
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
    /// Those of the pages, page by page.
    items: Vec<Item>,
    /// Where those of each page begin, and where the last ones end.
    starts: Vec<usize>,
    /// The pages about which there is something to tell.
    told: BTreeSet<usize>,
    /// Those behind the pages.
    rest: Vec<Item>,
    outputs: Outputs,
    clashes: Vec<Diagnostic>,
}

/// The files of the pages and then the rest: of two that cannot both be there the first one stays. After a build with the
/// same paths in the same order, only the files that are others are put in their places.
pub(super) fn gather(
    pages: &Renewed<Outcome<Drawing>>,
    rest: Vec<Item>,
    memo: &Memo,
) -> Outcome<Outputs> {
    let last = lock(&memo.last).take();
    let same = last.zip(pages.anew.as_ref()).filter(|(last, anew)| {
        let mut pairs = last.rest.iter().zip(&rest);
        let is_same = |at: &usize| last.is_as(*at, &pages.values[*at].value);
        last.rest.len() == rest.len()
            && pairs.all(|(old, new)| old.stands_for(new))
            && anew.iter().all(is_same)
    });
    let gathered = match same {
        Some((last, anew)) => last.renewed(&pages.values, anew, rest),
        None => Gathered::new(&pages.values, rest),
    };
    let told = gathered.told.iter();
    let told = told.flat_map(|at| &pages.values[*at].diagnostics);
    let diagnostics = told.chain(&gathered.clashes).cloned().collect();
    let outputs = gathered.outputs.clone();
    *lock(&memo.last) = Some(gathered);
    Outcome::new(outputs, diagnostics)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is done while the lock is held that can panic.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Gathered {
    fn new(pages: &[Arc<Outcome<Drawing>>], rest: Vec<Item>) -> Self {
        let (mut items, mut starts) = (Vec::new(), vec![0]);
        let mut told = BTreeSet::new();
        for (at, drawn) in pages.iter().enumerate() {
            items.extend(drawn.value.items());
            starts.push(items.len());
            told.extend((!drawn.diagnostics.is_empty()).then_some(at));
        }
        let mut outputs = Outputs::new();
        let all = items.iter().chain(&rest);
        let clashes = all.filter_map(|item| item.add_to(&mut outputs));
        Self {
            clashes: clashes.collect(),
            items,
            starts,
            told,
            rest,
            outputs,
        }
    }

    fn of_page(&self, at: usize) -> std::ops::Range<usize> {
        self.starts[at]..self.starts[at + 1]
    }

    /// Whether a page takes the places that it had.
    fn is_as(&self, page: usize, drawing: &Drawing) -> bool {
        let before = &self.items[self.of_page(page)];
        let mut pairs = before.iter().zip(drawing.items());
        before.len() == drawing.outputs.len() && pairs.all(|(old, new)| old.stands_for(&new))
    }

    fn renewed(mut self, pages: &[Arc<Outcome<Drawing>>], anew: &[usize], rest: Vec<Item>) -> Self {
        for &at in anew {
            let places = self.of_page(at);
            for (old, new) in self.items[places].iter_mut().zip(pages[at].value.items()) {
                old.renew(new, &mut self.outputs);
            }
            match pages[at].diagnostics.is_empty() {
                true => self.told.remove(&at),
                false => self.told.insert(at),
            };
        }
        for (old, new) in self.rest.iter_mut().zip(rest) {
            old.renew(new, &mut self.outputs);
        }
        self
    }
}

impl Item {
    /// Puts in its place what stands for it now.
    fn renew(&mut self, new: Self, outputs: &mut Outputs) {
        match (&self.put, &new.put) {
            (Put::File(old), Put::File(new)) if !Arc::ptr_eq(old, new) => outputs.replace(old, new),
            (Put::Named(_), Put::Named(made)) => outputs.replace_made(made),
            _ => {}
        }
        *self = new;
    }

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

    /// Adds the file, or tells with what it clashes.
    fn add_to(&self, outputs: &mut Outputs) -> Option<Diagnostic> {
        let added = match &self.put {
            Put::File(file) => {
                let top = file.path().split('/').next().unwrap_or("");
                let own = OWN.iter().find(|(name, _)| top.eq_ignore_ascii_case(name));
                if let Some((_, what)) = own {
                    return Some(clash_fault(file.path(), what, self.place));
                }
                outputs.insert(file.clone())
            }
            Put::Kept(path) => outputs.reserve(path),
            Put::Named(made) => outputs.insert_made(made.clone()),
        };
        let clash = added.err()?;
        Some(clash_fault(&clash.path, &clash.with, self.place))
    }
}

fn clash_fault(path: &str, with: &str, place: Span) -> Diagnostic {
    let message = format!("{path} and {with} would be the same file of the site");
    let help = "rename one: some disks do not tell upper case from lower case";
    Diagnostic::new(&OUTPUT_CLASH, place, message).help(help)
}
