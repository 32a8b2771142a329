//! What earlier builds wrote into the folder: the manifest of the last finished one and the journal of a stopped one.

use super::disk::{Disk, read_file, write_whole};
use super::error::{Problem, WriteError};
use super::manifest::{FileRecord, FileTable, MANIFEST, Manifest, check_paths};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const JOURNAL: &str = ".teachback-journal";

/// By path, every content that a file may have been given.
type Records = BTreeMap<String, Vec<FileRecord>>;

/// The files of earlier builds.
pub(super) struct Owned {
    files: Records,
    /// Those of the last finished build.
    listed: FileTable,
    journal: Option<Journal>,
}

/// What a build that is not finished may have written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Journal {
    files: Records,
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
        let mut files = Records::new();
        for (path, record) in &listed {
            files.insert(path.clone(), vec![record.clone()]);
        }
        if let Some(journal) = &journal {
            add(&mut files, &journal.files);
        }
        Ok(Self {
            files,
            listed,
            journal,
        })
    }

    /// Whether a build was stopped before it was finished.
    pub fn was_stopped(&self) -> bool {
        self.journal.is_some()
    }

    /// In the order of the paths; without the manifest.
    pub fn files(&self) -> &Records {
        &self.files
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
        let start = format!("{folder}/");
        let mut below = self.files.range(start.clone()..);
        below
            .next()
            .is_some_and(|(path, _)| path.starts_with(&start))
    }

    /// Writes down what is about to be written, beside what a stopped build wrote down.
    pub fn begin(&self, disk: &Disk, planned: &FileTable) -> Result<(), WriteError> {
        let mut journal = self.journal.clone().unwrap_or_default();
        for (path, record) in planned {
            add_record(&mut journal.files, path, record);
        }
        let bytes =
            serde_json::to_vec(&journal).expect("invariant: a map of strings is always JSON");
        write_whole(&disk.at(JOURNAL), &bytes)
    }

    /// Ends the build: from now on the manifest says it all.
    pub fn finish(disk: &Disk) -> Result<(), WriteError> {
        disk.remove(JOURNAL)
    }
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

fn add(files: &mut Records, more: &Records) {
    for (path, records) in more {
        for record in records {
            add_record(files, path, record);
        }
    }
}

fn add_record(files: &mut Records, path: &str, record: &FileRecord) {
    let known = files.entry(path.to_owned()).or_default();
    if !known.contains(record) {
        known.push(record.clone());
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
