//! Files that wait for their place, in the folders that they have in the site, so that whole folders can be moved.

#![allow(
    clippy::disallowed_methods,
    reason = "a part of the one room that writes"
)]

use super::disk::{Disk, Entry};
use super::error::{Action, WriteError};
use super::outputs::{OWN_PREFIX, Output, fold, folders_of, folders_to, is_safe};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tempfile::{Builder, TempDir};

pub(super) const LOT_SUFFIX: &str = ".new";

/// Files that are on disk and not in their place yet. Those that nobody moved there go with the value.
pub(super) struct Lot {
    /// Only the user may look into it. What is made in it has the rights of any new file and folder.
    folder: TempDir,
    /// The paths of the files that lie where the site has them.
    placed: Mutex<Vec<Arc<str>>>,
    /// How many lie elsewhere.
    aside: AtomicUsize,
}

impl Lot {
    pub fn new(disk: &Disk) -> io::Result<Self> {
        let mut builder = Builder::new();
        builder.prefix(OWN_PREFIX).suffix(LOT_SUFFIX);
        Ok(Self {
            folder: builder.tempdir_in(disk.root())?,
            placed: Mutex::default(),
            aside: AtomicUsize::default(),
        })
    }

    /// Takes a file. Of two that the disk cannot tell apart, the second lies aside until it is known which one stays.
    pub fn put(&self, path: &Arc<str>, bytes: &[u8]) -> io::Result<PathBuf> {
        let own = self.at(path);
        let (at, mut file) = match is_safe(path).then(|| create(&own)) {
            Some(Ok(file)) => {
                self.placed().push(path.clone());
                (own, file)
            }
            _ => {
                let number = self.aside.fetch_add(1, Ordering::Relaxed);
                // No file of the site has such a name.
                let at = self.folder.path().join(format!("{OWN_PREFIX}{number}"));
                let file = File::create_new(&at)?;
                (at, file)
            }
        };
        file.write_all(bytes)?;
        Ok(at)
    }

    /// Moves every folder that the output folder does not have yet, with all that is in it, and leaves only those of
    /// `wanted` that have to be moved one by one.
    ///
    /// A disk can refuse such a move, as where another one is mounted: the files are then among those that are left.
    ///
    /// # Errors
    /// When a file that is not part of the site cannot be taken out before.
    pub fn move_folders<'a>(
        &self,
        disk: &Disk,
        wanted: &[&'a Output],
    ) -> Result<Vec<&'a Output>, WriteError> {
        let is_placed = |output: &Output| output.waits_at(&self.at(output.path()));
        let (placed, mut left): (Vec<&Output>, Vec<&Output>) =
            wanted.iter().partition(|output| is_placed(output));
        let paths: FxHashSet<&str> = placed.iter().map(|output| output.path()).collect();
        self.keep_only(&paths)?;
        let mut moved = BTreeSet::new();
        for folder in single_folders(&paths) {
            let came = folders_of(folder).any(|outer| moved.contains(outer));
            if !came && disk.entry(folder)? == Entry::Missing && self.move_folder(disk, folder) {
                moved.insert(folder);
            }
        }
        let stayed = |output: &&Output| !folders_of(output.path()).any(|f| moved.contains(f));
        left.extend(placed.into_iter().filter(stayed));
        Ok(left)
    }

    fn move_folder(&self, disk: &Disk, folder: &str) -> bool {
        fs::rename(self.at(folder), disk.at(folder)).is_ok()
    }

    /// Takes out what nobody wants: another file of the same name was chosen, or it is in its place already.
    fn keep_only(&self, wanted: &FxHashSet<&str>) -> Result<(), WriteError> {
        for path in self
            .placed()
            .iter()
            .filter(|path| !wanted.contains(&***path))
        {
            let at = self.at(path);
            fs::remove_file(&at).map_err(|error| WriteError::io(Action::Remove, &at, error))?;
            for folder in folders_of(path).rev() {
                if fs::remove_dir(self.at(folder)).is_err() {
                    break; // There are others in it.
                }
            }
        }
        Ok(())
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn placed(&self) -> MutexGuard<'_, Vec<Arc<str>>> {
        // A panic while the lock is held can only be an allocation failure between two whole states.
        self.placed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes a file that is not there, and the folders that lead to it.
fn create(at: &Path) -> io::Result<File> {
    match (File::create_new(at), at.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            File::create_new(at)
        }
        (made, _) => made,
    }
}

/// The folders that lead to these paths, outer ones first, without those that some disks take for another of them: what
/// lies in `A` and in `a` has two places or one.
fn single_folders<'a>(paths: &FxHashSet<&'a str>) -> impl Iterator<Item = &'a str> {
    let mut spellings: BTreeMap<Cow<'_, str>, Vec<&str>> = BTreeMap::new();
    for folder in folders_to(paths.iter().copied()) {
        spellings.entry(fold(folder)).or_default().push(folder);
    }
    let single = spellings.into_values().filter(|folders| folders.len() == 1);
    single.flatten()
}
