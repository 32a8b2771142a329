//! What earlier builds wrote into the folder: the manifest of the last finished one and the journal of a stopped one.

use super::disk::{Disk, read_file, write_whole};
use super::error::{Problem, WriteError};
use super::manifest::{FileRecord, FileTable, MANIFEST, Manifest, check_paths};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const JOURNAL: &str = ".teachback-journal";

/// By path, every content that a file may have been given.
type Records = BTreeMap<String, Vec<FileRecord>>;

/// What a build is about to write, in the order of the paths.
pub(super) type Planned<'a> = Vec<(&'a str, &'a FileRecord)>;

/// The files of earlier builds.
pub(super) struct Owned {
    /// Those of the last finished build.
    listed: FileTable,
    journal: Option<Journal>,
}

/// What a build that is not finished may have written.
#[derive(Debug, Default, Deserialize)]
struct Journal {
    files: Records,
}

/// A journal as it is written.
#[derive(Serialize)]
struct Entries<'a> {
    files: BTreeMap<&'a str, Vec<&'a FileRecord>>,
}

impl Owned {
    /// Reads both records.
    ///
    /// # Errors
    /// When one is unusable, or when there is none and the folder holds files that are not hidden.
    pub fn read(disk: &Disk) -> Result<Self, WriteError> {
        let manifest = Manifest::read_if_there(disk)?;
        let journal = Journal::read(disk)?;
        if manifest.is_none() && journal.is_none() {
            refuse_foreign(disk)?;
        }
        let listed = manifest.map(|manifest| manifest.files).unwrap_or_default();
        Ok(Self { listed, journal })
    }

    /// Whether a build was stopped before it was finished.
    pub fn was_stopped(&self) -> bool {
        self.journal.is_some()
    }

    /// Every path once, without the manifest's.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let is_new = |path: &&String| !self.listed.contains_key(*path);
        let journaled = self.journaled().map(|files| files.keys().filter(is_new));
        let all = self.listed.keys().chain(journaled.into_iter().flatten());
        all.map(String::as_str)
    }

    /// Every content that earlier builds may have given a file.
    pub fn records(&self, path: &str) -> impl Iterator<Item = &FileRecord> {
        let journaled = self.journaled().and_then(|files| files.get(path));
        self.listed(path)
            .into_iter()
            .chain(journaled.into_iter().flatten())
    }

    fn journaled(&self) -> Option<&Records> {
        self.journal.as_ref().map(|journal| &journal.files)
    }

    /// Whether the last finished build wrote a file here. A stopped one may not have come so far.
    pub fn is_listed(&self, path: &str) -> bool {
        path == MANIFEST || self.listed.contains_key(path)
    }

    /// What the last finished build wrote here.
    pub fn listed(&self, path: &str) -> Option<&FileRecord> {
        self.listed.get(path)
    }

    /// Whether earlier builds wrote something below a folder.
    pub fn contains_folder(&self, folder: &str) -> bool {
        is_above(&self.listed, folder)
            || self
                .journaled()
                .is_some_and(|files| is_above(files, folder))
    }

    /// Writes down what is about to be written, beside what a stopped build wrote down.
    pub fn begin(&self, disk: &Disk, planned: &Planned<'_>) -> Result<(), WriteError> {
        let before = self.journaled().into_iter().flatten();
        let mut files: BTreeMap<&str, Vec<&FileRecord>> = before
            .map(|(path, records)| (path.as_str(), records.iter().collect()))
            .collect();
        for &(path, record) in planned {
            let known = files.entry(path).or_default();
            if !known.contains(&record) {
                known.push(record);
            }
        }
        let bytes = serde_json::to_vec(&Entries { files })
            .expect("invariant: a map of strings is always JSON");
        write_whole(&disk.at(JOURNAL), &bytes)
    }

    /// Ends the build: from now on the manifest says it all.
    pub fn finish(disk: &Disk) -> Result<(), WriteError> {
        disk.remove(JOURNAL)
    }
}

/// Whether one of these paths is below a folder.
fn is_above<V>(files: &BTreeMap<String, V>, folder: &str) -> bool {
    let start = format!("{folder}/");
    let mut below = files.range(start.clone()..);
    below
        .next()
        .is_some_and(|(path, _)| path.starts_with(&start))
}

impl Journal {
    fn read(disk: &Disk) -> Result<Option<Self>, WriteError> {
        let at = disk.at(JOURNAL);
        let Some(bytes) = read_file(&at)? else {
            return Ok(None);
        };
        let journal: Result<Self, _> = serde_json::from_slice(&bytes);
        let checked = journal.and_then(|journal| {
            check_paths(journal.files.keys())?;
            Ok(Some(journal))
        });
        checked.map_err(|error| WriteError::new(at, Problem::UnusableRecord(error)))
    }
}

/// A folder that nobody uses holds nothing, or only hidden files such as `.gitignore`.
fn refuse_foreign(disk: &Disk) -> Result<(), WriteError> {
    let names = disk.names("")?;
    match names.into_iter().find(|name| !name.starts_with('.')) {
        Some(example) => Err(WriteError::new(
            disk.root(),
            Problem::ForeignFolder { example },
        )),
        None => Ok(()),
    }
}
