//! Everything that a run found, in batches that later runs of the same process share where nothing changed.

use super::{Diagnostic, Severity};
use crate::source::FileId;
use std::sync::Arc;

/// What was found together, such as on one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    all: Vec<Diagnostic>,
    /// The files that they stand in, each once, in their order.
    files: Vec<FileId>,
    has_errors: bool,
}

impl Batch {
    /// Whether there is anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What is in it.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.all.iter()
    }

    /// The files that it tells of.
    #[must_use]
    pub fn files(&self) -> &[FileId] {
        &self.files
    }

    /// Keeps what `keep` wants, which may change it.
    pub fn sift(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        let mut all = std::mem::take(&mut self.all);
        all.retain_mut(keep);
        *self = Self::from(all);
    }
}

impl From<Vec<Diagnostic>> for Batch {
    fn from(mut all: Vec<Diagnostic>) -> Self {
        // It stays as it is from now on, and there can be many.
        all.shrink_to_fit();
        // Most of what is found together stands in one file.
        let mut files: Vec<FileId> = Vec::new();
        for found in &all {
            if files.last() != Some(&found.span.file) {
                files.push(found.span.file);
            }
        }
        files.sort_unstable();
        files.dedup();
        let has_errors = all.iter().any(|found| found.severity == Severity::Error);
        Self {
            all,
            files,
            has_errors,
        }
    }
}

impl<'a> IntoIterator for &'a Batch {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The diagnostics of a run. Cloning is cheap next to looking at each of them.
#[derive(Debug, Clone, Default)]
pub struct Found {
    batches: Vec<Arc<Batch>>,
}

impl Found {
    /// Adds what was found together.
    pub fn push(&mut self, batch: impl Into<Batch>) {
        let batch: Batch = batch.into();
        self.extend((!batch.is_empty()).then(|| Arc::new(batch)));
    }

    /// How many there are, repetitions counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.batches.iter().map(|batch| batch.all.len()).sum()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.batches.iter().all(|batch| batch.is_empty())
    }

    /// All of them, batch after batch.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.batches.iter().flat_map(|batch| batch.iter())
    }

    /// Those that stand in a file. Batches about other files are not looked at.
    pub fn in_file(&self, file: FileId) -> impl Iterator<Item = &Diagnostic> {
        let batches = self.batches.iter();
        let of_file = batches.filter(move |batch| batch.files.binary_search(&file).is_ok());
        let all = of_file.flat_map(|batch| batch.iter());
        all.filter(move |found| found.span.file == file)
    }

    /// Those that are errors. Batches without any are not looked at.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        let batches = self.batches.iter().filter(|batch| batch.has_errors);
        let all = batches.flat_map(|batch| batch.iter());
        all.filter(|found| found.severity == Severity::Error)
    }

    /// The batches, in order.
    #[must_use]
    pub fn batches(&self) -> &[Arc<Batch>] {
        &self.batches
    }

    /// The batches themselves.
    #[must_use]
    pub fn into_batches(self) -> Vec<Arc<Batch>> {
        self.batches
    }

    /// The batches, to put others in their places.
    pub fn batches_mut(&mut self) -> &mut [Arc<Batch>] {
        &mut self.batches
    }

    /// One list. What no later run needs is not copied.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        let mut all = Vec::with_capacity(self.len());
        for batch in self.batches {
            all.extend(Arc::unwrap_or_clone(batch).all);
        }
        all
    }
}

impl Extend<Arc<Batch>> for Found {
    fn extend<I: IntoIterator<Item = Arc<Batch>>>(&mut self, batches: I) {
        self.batches.extend(batches);
    }
}

impl From<Vec<Diagnostic>> for Found {
    fn from(all: Vec<Diagnostic>) -> Self {
        let mut found = Self::default();
        found.push(all);
        found
    }
}
