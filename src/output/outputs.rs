//! What a build makes: files by their path, before anything touches the disk.

use super::made::{Made, Spool};
use super::manifest::{FileRecord, FileTable, MANIFEST};
use super::paths::{fold, folders_of};
use super::shelf::{Shelf, Shelved};
use crate::source::{Fingerprint, MediaFile};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One file of the built site.
#[derive(Debug, Clone)]
pub struct Output {
    path: Arc<str>,
    body: Body,
    fingerprint: Fingerprint,
    #[expect(
        dead_code,
        reason = "holds the file that is copied, when it is a temporary one"
    )]
    spool: Option<Spool>,
    shelved: Option<Shelved>,
    /// What the manifest lists.
    listed: Option<Arc<FileTable>>,
}

/// The same content at the same place, wherever it is copied from.
impl PartialEq for Output {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.fingerprint == other.fingerprint
    }
}

impl Eq for Output {}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Made by the build.
    Bytes(Vec<u8>),
    /// Taken from where it lies, never held in memory: pictures, video, what is on a [`Shelf`].
    Copy {
        location: PathBuf,
        /// Length in bytes.
        len: u64,
    },
}

impl Output {
    /// A file that the build made. `path` is relative to the output folder, with `/`.
    #[must_use]
    pub fn bytes(path: impl Into<Arc<str>>, bytes: impl Into<Vec<u8>>) -> Self {
        let mut bytes = bytes.into();
        // All outputs of a site are held at once: what a growing text reserved would add up.
        bytes.shrink_to_fit();
        Self {
            path: path.into(),
            fingerprint: Fingerprint::of(&bytes),
            body: Body::Bytes(bytes),
            spool: None,
            shelved: None,
            listed: None,
        }
    }

    /// The manifest: its text, and the table in it.
    #[must_use]
    pub fn manifest(text: String, files: FileTable) -> Self {
        Self {
            listed: Some(Arc::new(files)),
            ..Self::bytes(MANIFEST, text)
        }
    }

    /// A file that the build made: on the shelf, or in memory where there is none.
    #[must_use]
    pub fn made<T>(shelf: Option<&Shelf>, path: impl Into<Arc<str>>, text: T) -> Self
    where
        T: AsRef<[u8]> + Into<Vec<u8>>,
    {
        match shelf {
            Some(shelf) => shelf.put(path.into(), text.as_ref()),
            None => Self::bytes(path, text),
        }
    }

    /// A file that is on disk already, in its place or somewhere from where it can be moved.
    pub(super) fn shelved(path: Arc<str>, at: PathBuf, record: FileRecord, in_place: bool) -> Self {
        Self {
            path,
            fingerprint: Fingerprint::of(record.sha256.as_bytes()),
            body: Body::Copy {
                location: at,
                len: record.size,
            },
            spool: None,
            shelved: Some(Shelved { record, in_place }),
            listed: None,
        }
    }

    pub(super) fn listed(&self) -> Option<&FileTable> {
        self.listed.as_deref()
    }

    pub(super) fn on_shelf(&self) -> Option<&Shelved> {
        self.shelved.as_ref()
    }

    /// Whether it waits at this place to be moved into its own.
    pub(super) fn waits_at(&self, at: &Path) -> bool {
        let waits = self
            .shelved
            .as_ref()
            .is_some_and(|shelved| !shelved.in_place);
        waits && matches!(&self.body, Body::Copy { location, .. } if location == at)
    }

    /// A file of the project that is copied to `path`.
    #[must_use]
    pub fn copy(path: impl Into<Arc<str>>, media: &MediaFile) -> Self {
        Self {
            path: path.into(),
            body: Body::Copy {
                location: media.location.clone(),
                len: media.len,
            },
            fingerprint: media.fingerprint,
            spool: None,
            shelved: None,
            listed: None,
        }
    }

    /// A file that an earlier build made and left where it belongs.
    pub(super) fn kept(made: &Made, location: PathBuf, len: u64) -> Self {
        Self {
            path: made.path.as_str().into(),
            body: Body::Copy { location, len },
            fingerprint: made.key,
            spool: None,
            shelved: None,
            listed: None,
        }
    }

    /// A file that was made.
    pub(super) fn spooled(made: &Made, spool: &Spool) -> Self {
        Self {
            spool: Some(spool.clone()),
            ..Self::kept(made, spool.to_path_buf(), spool.len())
        }
    }

    /// Relative to the output folder, with `/` on every system.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Identifies the content, whatever its path.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Length in bytes.
    #[must_use]
    #[expect(
        clippy::len_without_is_empty,
        reason = "the length of a file, not of a collection"
    )]
    pub fn len(&self) -> u64 {
        match &self.body {
            Body::Bytes(bytes) => bytes.len() as u64,
            Body::Copy { len, .. } => *len,
        }
    }
}

/// Two outputs that cannot both be on every disk: the same path, the same but for case or for the way its accents are
/// encoded (one file on Windows and macOS), or a file where the other needs a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The output that was refused.
    pub path: String,
    /// The one that was there first.
    pub with: String,
}

/// The outputs of a build, in the order of their paths. Cloning is cheap: bodies are shared.
#[derive(Debug, Clone, Default)]
pub struct Outputs {
    files: BTreeMap<Arc<str>, Arc<Output>>,
    claims: Arc<Claims>,
    /// What is named, but not made yet.
    made: BTreeMap<String, Made>,
}

/// Which paths are taken.
#[derive(Debug, Clone, Default)]
struct Claims {
    /// By [`fold`]ed path.
    by_key: FxHashMap<Arc<str>, Arc<str>>,
    /// A file in each folder, by the folder's folded path.
    folders: FxHashMap<Box<str>, Arc<str>>,
}

impl Outputs {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. Takes `Arc<Output>` too, so that a remembered output need not be copied.
    ///
    /// # Errors
    /// A [`Clash`] with an output that was added before; the set is then unchanged.
    pub fn insert(&mut self, output: impl Into<Arc<Output>>) -> Result<(), Clash> {
        let output = output.into();
        self.take(&output.path)?;
        self.files.insert(output.path.clone(), output);
        Ok(())
    }

    /// Names a file that a workbench makes later. The same file may be named again.
    ///
    /// # Errors
    /// A [`Clash`], as for [`Outputs::insert`].
    pub fn insert_made(&mut self, made: Made) -> Result<(), Clash> {
        let known = self.made.get(&made.path);
        if known.is_none_or(|known| known.key != made.key) {
            self.take(&made.path.as_str().into())?;
            self.made.insert(made.path.clone(), made);
        }
        Ok(())
    }

    /// The same file by the same name, from where it is made now.
    pub fn replace_made(&mut self, made: &Made) {
        if let Some(known) = self.made.get_mut(&made.path) {
            known.clone_from(made);
        }
    }

    /// A file that is named, but not made yet.
    #[must_use]
    pub fn made(&self, path: &str) -> Option<&Made> {
        self.made.get(path)
    }

    /// Takes out what is named, to have it made; the places stay claimed.
    pub(super) fn take_made(&mut self) -> Vec<Made> {
        std::mem::take(&mut self.made).into_values().collect()
    }

    /// Keeps a path for a file that is made later, with [`Outputs::fill`].
    ///
    /// # Errors
    /// A [`Clash`] with an output that was added before; the set is then unchanged.
    pub fn reserve(&mut self, path: &str) -> Result<(), Clash> {
        self.take(&path.into())
    }

    fn take(&mut self, path: &Arc<str>) -> Result<(), Clash> {
        let key = fold(path);
        if let Some(with) = self.claims.holder(&key) {
            return Err(Clash {
                path: path.to_string(),
                with: with.to_owned(),
            });
        }
        let claims = Arc::make_mut(&mut self.claims);
        for folder in folders_of(&key) {
            if !claims.folders.contains_key(folder) {
                claims.folders.insert(folder.into(), path.clone());
            }
        }
        let key = match key {
            Cow::Borrowed(_) => path.clone(),
            Cow::Owned(key) => key.into(),
        };
        claims.by_key.insert(key, path.clone());
        Ok(())
    }

    /// Puts a file in the place of one with the same path. When that is not among these, nothing happens.
    pub fn replace(&mut self, old: &Arc<Output>, new: &Arc<Output>) {
        if let Some(held) = self.files.get_mut(&*old.path)
            && Arc::ptr_eq(held, old)
            && old.path == new.path
        {
            *held = new.clone();
        }
    }

    /// Whether a path is kept for a file that is not there yet.
    #[must_use]
    pub fn is_reserved(&self, path: &str) -> bool {
        let holder = self.claims.by_key.get(&*fold(path));
        let is_there = self.files.contains_key(path) || self.made.contains_key(path);
        holder.is_some_and(|holder| **holder == *path) && !is_there
    }

    /// Adds the file that a path was kept for. One for whose path nothing is kept is left out: that was told when it could
    /// not be reserved.
    pub fn fill(&mut self, output: Arc<Output>) {
        if self.is_reserved(&output.path) {
            self.files.insert(output.path.clone(), output);
        }
    }

    /// The output that could not be on the same disk as a file at `path`.
    #[must_use]
    pub fn clash(&self, path: &str) -> Option<&str> {
        self.claims.holder(&fold(path))
    }

    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Arc<Output>> {
        self.files.get(path)
    }

    /// In the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Output>> {
        self.files.values()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl Claims {
    fn holder(&self, key: &str) -> Option<&str> {
        let same = self.by_key.get(key).or_else(|| self.folders.get(key));
        same.or_else(|| folders_of(key).find_map(|folder| self.by_key.get(folder)))
            .map(|path| &**path)
    }
}
