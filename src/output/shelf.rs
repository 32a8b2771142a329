//! Files that go to disk as soon as they are made, beside their place, so that a large site is never held whole. They come
//! to their place when all of them are there.

use super::disk::{Disk, Entry};
use super::error::WriteError;
use super::lot::Lot;
use super::manifest::FileRecord;
use super::outputs::{Output, is_safe};
use super::owned::Owned;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::OnceLock;

/// The output folder of a build, from its first file to its last. Other builds of the folder wait.
pub struct Shelf {
    pub(super) disk: Disk,
    pub(super) owned: Owned,
    /// What was put away and is not in its place; made with the first such file, unless the system refuses.
    pub(super) lot: OnceLock<Option<Lot>>,
    /// Where a folder cannot be locked, two builds at once end in an error of one of them, never in half a file.
    _held: Option<File>,
}

/// What is known of an output that is on disk already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shelved {
    pub record: FileRecord,
    /// Whether it is where it belongs: it was there before.
    pub in_place: bool,
}

impl Shelf {
    /// Opens the folder, and makes it when it is not there.
    ///
    /// # Errors
    /// When the folder is not teachback's, its records cannot be used, or the system refuses.
    pub fn open(dir: &Path) -> Result<Self, WriteError> {
        let disk = Disk::open(dir)?;
        let held = disk.lock().ok();
        let owned = Owned::read(&disk)?;
        disk.remove_lots()?;
        Ok(Self {
            disk,
            owned,
            lot: OnceLock::new(),
            _held: held,
        })
    }

    /// An output that is not kept in memory, unless the system refuses to take it: that is told when it is written.
    #[must_use]
    pub fn put(&self, path: Arc<str>, bytes: &[u8]) -> Output {
        let record = FileRecord::of(bytes);
        if self.holds(&path, bytes, &record) {
            let at = self.disk.at(&path);
            return Output::shelved(path, at, record, true);
        }
        let lot = self.lot.get_or_init(|| Lot::new(&self.disk).ok());
        match lot.as_ref().map(|lot| lot.put(&path, bytes)) {
            Some(Ok(at)) => Output::shelved(path, at, record, false),
            _ => Output::bytes(path, bytes),
        }
    }

    /// Whether the bytes stand in their place as the last build left them. Behind a build that was stopped, everything is
    /// looked at when it is written.
    fn holds(&self, path: &str, bytes: &[u8], record: &FileRecord) -> bool {
        let as_listed = !self.owned.was_stopped() && self.owned.listed(path) == Some(record);
        as_listed
            && is_safe(path)
            && self.disk.entry(path).is_ok_and(|entry| {
                let len = record.size;
                entry == (Entry::File { len })
            })
            && self.disk.holds_bytes(path, bytes)
    }
}
