//! The list of a site's files: made for `teachback.json`, and read back from it.

use super::disk::{Disk, read_file, record_of_file};
use super::error::{Problem, WriteError};
use super::outputs::{Body, Output, Outputs};
use super::paths::is_safe;
use crate::memo::Memo;
use crate::source::Fingerprint;
use rayon::prelude::*;
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = "teachback.json";

/// What identifies the content of a file to any tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// SHA-256 in lower-case hexadecimal digits.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
}

impl FileRecord {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hasher = RecordHasher::default();
        hasher.update(bytes);
        hasher.finish()
    }
}

/// The `files` of a manifest, by path.
pub type FileTable = BTreeMap<String, FileRecord>;

/// Records of earlier builds by content.
pub type Records = Memo<Fingerprint, FileRecord>;

/// What a published site says of itself. Pages, objectives and questions are for other tools and are not read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// The name under which browsers keep progress.
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub modules: Vec<ModuleRecord>,
    pub files: FileTable,
}

/// A published module, as far as a certificate names it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ModuleRecord {
    pub name: String,
    /// Changes with its text and its questions.
    pub version: String,
    pub minutes: Option<u32>,
    /// Percent.
    pub pass_mark: Option<u32>,
    pub certificate: bool,
}

impl Manifest {
    /// Reads the manifest of the site in `dir`.
    ///
    /// # Errors
    /// When there is none, or it is not as teachback writes it.
    pub fn read(dir: &Path) -> Result<Self, WriteError> {
        let at = dir.join(MANIFEST);
        match Self::read_if_there(&Disk::new(dir))? {
            Some(manifest) => Ok(manifest),
            None => Err(WriteError::new(at, Problem::NoManifest)),
        }
    }

    pub(super) fn read_if_there(disk: &Disk) -> Result<Option<Self>, WriteError> {
        let at = disk.at(MANIFEST);
        let Some(bytes) = read_file(&at)? else {
            return Ok(None);
        };
        let manifest: Result<Self, _> = serde_json::from_slice(&bytes);
        let checked = manifest.and_then(|manifest| {
            check_paths(manifest.files.keys())?;
            Ok(Some(manifest))
        });
        checked.map_err(|error| WriteError::new(at, Problem::UnusableRecord(error)))
    }
}

/// Refuses a record that names a place outside its folder: nobody may use it to have other files removed.
pub(super) fn check_paths<'a>(
    mut paths: impl Iterator<Item = &'a String>,
) -> Result<(), serde_json::Error> {
    match paths.find(|path| !is_safe(path)) {
        Some(path) => Err(serde_json::Error::custom(format!("bad path {path:?}"))),
        None => Ok(()),
    }
}

impl Outputs {
    /// Length and SHA-256 of every output but the manifest itself.
    ///
    /// # Errors
    /// When a file that is to be copied cannot be read.
    pub fn file_table(&self) -> Result<FileTable, WriteError> {
        self.file_table_with(&Records::default())
    }

    /// As [`Outputs::file_table`]; what was hashed before, with the same content, is not hashed again.
    ///
    /// # Errors
    /// When a file that is to be copied cannot be read.
    pub fn file_table_with(&self, records: &Records) -> Result<FileTable, WriteError> {
        let outputs: Vec<_> = self.iter().filter(|o| o.path() != MANIFEST).collect();
        let table = outputs.into_par_iter().map(|output| {
            let record = match output.on_shelf() {
                Some(shelved) => shelved.record.clone(),
                None => {
                    let make = || record_of(output);
                    (*records.try_get_or(output.fingerprint(), make)?).clone()
                }
            };
            Ok((output.path().to_owned(), record))
        });
        let table = table.collect();
        records.sweep();
        table
    }
}

fn record_of(output: &Output) -> Result<FileRecord, WriteError> {
    match output.body() {
        Body::Bytes(bytes) => Ok(FileRecord::of(bytes)),
        Body::Copy { location, len } => {
            let record = record_of_file(location)?;
            if record.size != *len {
                return Err(WriteError::new(location, Problem::SourceChanged));
            }
            Ok(record)
        }
    }
}

/// Makes a [`FileRecord`] of bytes that come in pieces.
#[derive(Default)]
pub(super) struct RecordHasher {
    hasher: Sha256,
    size: u64,
}

impl RecordHasher {
    pub fn update(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.size += bytes.len() as u64;
    }

    pub fn finish(self) -> FileRecord {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digest = self.hasher.finalize();
        let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        FileRecord {
            sha256: digits.map(|d| char::from(DIGITS[usize::from(d)])).collect(),
            size: self.size,
        }
    }
}
