//! The only reader: what is on disk, as text with places in it.
//!
//! Everything above this floor works on values. A [`SourceTree`] is the whole project read once; a [`Span`] names a
//! place in one of its files and is carried from here to the last diagnostic, never searched for again.

mod discover;
mod library;
mod line_index;
mod path;
mod read;
mod span;
mod walk;

pub use discover::{CONFIG_FILE, CONTENT_DIR, ReadFault, ReadFaultKind, THEMES_DIR, discover};
pub use library::{Library, News};
pub use line_index::{LineIndex, Position};
pub use path::{file_stem, join_relative, parent, relative_link};
pub use read::{open, read_bytes, read_text, text_of};
pub use span::{FileId, Fingerprint, Span, Spanned};
pub use walk::belongs;

use rustc_hash::FxHashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A text file of the project.
#[derive(Debug, Clone)]
pub struct SourceFile {
    pub id: FileId,
    /// Relative to the project, with `/` on every system.
    pub path: Arc<str>,
    /// Without a byte order mark; bytes that are not UTF-8 stand as U+FFFD.
    pub text: Arc<str>,
    pub fingerprint: Fingerprint,
    /// Bytes that stood before `text` on disk (a byte order mark) and belong in front of every offset of an edit.
    pub skipped_bytes: u32,
}

impl SourceFile {
    /// A text that is not read from disk: for tests, and for files that the program itself holds.
    #[must_use]
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            id: FileId::of_path(path),
            path: path.into(),
            text: text.into(),
            fingerprint: Fingerprint::of(text.as_bytes()),
            skipped_bytes: 0,
        }
    }

    /// The span of the whole file.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.id, 0, self.text.len())
    }
}

/// A file that is copied as it is: a picture, a video, a PDF. Its bytes stay on disk.
#[derive(Debug, Clone)]
pub struct MediaFile {
    pub id: FileId,
    /// Relative to the project, with `/` on every system.
    pub path: Arc<str>,
    /// Where the bytes are now.
    pub location: PathBuf,
    /// Length in bytes.
    pub len: u64,
    pub fingerprint: Fingerprint,
}

/// A project as it was when it was read. Files stand in the order of their paths, whatever order the disk gave.
/// Cloning is cheap: files are shared.
#[derive(Debug, Clone, Default)]
pub struct SourceTree {
    texts: Vec<Arc<SourceFile>>,
    media: Arc<Vec<MediaFile>>,
    by_id: Arc<FxHashMap<FileId, usize>>,
    /// The texts that are YAML.
    yaml: Arc<Vec<usize>>,
    media_by_path: Arc<FxHashMap<Arc<str>, usize>>,
    /// What could not be read, for diagnostics.
    pub faults: Vec<ReadFault>,
}

impl SourceTree {
    /// Sorts the files by path and indexes them.
    #[must_use]
    pub fn new<F: Into<Arc<SourceFile>>>(
        texts: Vec<F>,
        mut media: Vec<MediaFile>,
        faults: Vec<ReadFault>,
    ) -> Self {
        let mut texts: Vec<Arc<SourceFile>> = texts.into_iter().map(Into::into).collect();
        texts.sort_by(|a, b| a.path.cmp(&b.path));
        media.sort_by(|a, b| a.path.cmp(&b.path));
        let by_id: FxHashMap<FileId, usize> =
            texts.iter().enumerate().map(|(i, f)| (f.id, i)).collect();
        let is_yaml = |at: &usize| {
            let path = &texts[*at].path;
            path.ends_with(".yaml") || path.ends_with(".yml")
        };
        let yaml = (0..texts.len()).filter(is_yaml).collect();
        let media_by_path: FxHashMap<Arc<str>, usize> = media
            .iter()
            .enumerate()
            .map(|(i, f)| (f.path.clone(), i))
            .collect();
        Self {
            texts,
            media: Arc::new(media),
            by_id: Arc::new(by_id),
            yaml: Arc::new(yaml),
            media_by_path: Arc::new(media_by_path),
            faults,
        }
    }

    /// Puts a text in the place of the one that the same file had before.
    pub(super) fn replace(&mut self, file: Arc<SourceFile>) {
        if let Some(&at) = self.by_id.get(&file.id) {
            self.texts[at] = file;
        }
    }

    /// Every text file, in the order of the paths.
    #[must_use]
    pub fn texts(&self) -> &[Arc<SourceFile>] {
        &self.texts
    }

    /// The text files that are YAML, in the order of the paths.
    pub fn yaml(&self) -> impl Iterator<Item = &SourceFile> {
        self.yaml.iter().map(|&at| &*self.texts[at])
    }

    /// Every other file, in the order of the paths.
    #[must_use]
    pub fn media(&self) -> &[MediaFile] {
        &self.media
    }

    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.by_id.get(&id).map(|&i| &*self.texts[i])
    }

    #[must_use]
    pub fn get_path(&self, path: &str) -> Option<&SourceFile> {
        self.get(FileId::of_path(path))
    }

    /// The path of any file of the project that was found, also of one that could not be read.
    #[must_use]
    pub fn path_of(&self, id: FileId) -> Option<&str> {
        if let Some(file) = self.get(id) {
            return Some(&file.path);
        }
        let media = self.media.iter().find(|f| f.id == id).map(|f| &*f.path);
        media.or_else(|| {
            let mut faults = self.faults.iter().map(|f| f.path.as_str());
            faults.find(|path| FileId::of_path(path) == id)
        })
    }

    #[must_use]
    pub fn media_at(&self, path: &str) -> Option<&MediaFile> {
        self.media_by_path.get(path).map(|&i| &self.media[i])
    }

    /// Text files whose path starts with `prefix`, found without a walk over the others.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Arc<SourceFile>> {
        let start = self.texts.partition_point(|f| &*f.path < prefix);
        self.texts[start..]
            .iter()
            .take_while(move |f| f.path.starts_with(prefix))
    }
}
