//! Files that cost work to make. A build names them; they are made when they are written or asked for, once.

use super::disk::{Disk, record_of_file};
use super::error::{Action, Problem, WriteError};
use super::manifest::{FileRecord, Manifest, Records};
use super::outputs::{Output, Outputs};
use crate::memo::Memo;
use crate::source::Fingerprint;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io::{self, Write};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::{NamedTempFile, TempPath};

/// Makes files from one file of the project.
pub trait Workbench: Debug + Send + Sync {
    /// What the files are made from.
    fn source(&self) -> &Path;

    /// The bytes of some of them, by their numbers and in that order.
    ///
    /// # Errors
    /// When the source cannot be read; `InvalidData` when it is not as it was when the files were named.
    fn make(&self, wanted: &[usize]) -> io::Result<Vec<Vec<u8>>>;
}

/// A file of the site that a workbench makes.
#[derive(Debug, Clone)]
pub struct Made {
    /// Relative to the output folder. It changes with the content.
    pub path: String,
    /// Identifies the content before it is made.
    pub key: Fingerprint,
    pub bench: Arc<dyn Workbench>,
    /// Which of the workbench's files it is.
    pub number: usize,
}

/// Bytes that were made, in a file of the system's folder for temporary files. It is gone when nobody holds it any more.
#[derive(Debug, Clone)]
pub struct Spool {
    file: Arc<TempPath>,
    len: u64,
}

/// What was made before: in the output folder by earlier builds, and by this process.
#[derive(Debug, Default)]
pub struct Stock {
    folder: Option<PathBuf>,
    spools: Memo<Fingerprint, Spool>,
}

impl Stock {
    /// The stock of builds that write to `folder`.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: Some(folder.to_owned()),
            spools: Memo::default(),
        }
    }

    /// Makes one file, unless this process made it before.
    ///
    /// # Errors
    /// When its source is not as it was, or there is no room for it.
    pub fn get(&self, made: &Made) -> Result<Spool, WriteError> {
        let spool = self.spools.try_get_or(made.key, || {
            let bytes = made.bench.make(&[made.number]);
            let bytes =
                bytes.and_then(|all| all.into_iter().next().ok_or(io::ErrorKind::Other.into()));
            bytes
                .and_then(|bytes| Spool::of(&bytes))
                .map_err(|error| failed(made, error))
        });
        spool.map(|spool| (*spool).clone())
    }

    /// Makes all files, what is made from one source together.
    fn get_all(&self, all: &[&Made]) -> Result<Vec<Spool>, WriteError> {
        let mut benches: BTreeMap<&Path, Vec<&Made>> = BTreeMap::new();
        for made in all {
            benches.entry(made.bench.source()).or_default().push(made);
        }
        let benches: Vec<Vec<&Made>> = benches.into_values().collect();
        benches
            .into_par_iter()
            .try_for_each(|group| self.fill(&group))?;
        all.iter().map(|made| self.get(made)).collect()
    }

    /// Makes the files of one workbench that this process did not make before.
    fn fill(&self, group: &[&Made]) -> Result<(), WriteError> {
        let missing: Vec<&Made> = group
            .iter()
            .copied()
            .filter(|made| !self.spools.has(&made.key))
            .collect();
        let Some(first) = missing.first() else {
            return Ok(());
        };
        let numbers: Vec<usize> = missing.iter().map(|made| made.number).collect();
        let all = first
            .bench
            .make(&numbers)
            .map_err(|error| failed(first, error))?;
        for (made, bytes) in missing.iter().zip(all) {
            let spool = || Spool::of(&bytes).map_err(|error| failed(made, error));
            self.spools.try_get_or(made.key, spool)?;
        }
        Ok(())
    }

    /// The files that an earlier build left in the output folder, as it listed them.
    fn kept<'a>(&self, all: &[&'a Made]) -> BTreeMap<&'a str, (PathBuf, FileRecord)> {
        let Some(folder) = self.folder.as_ref().filter(|_| !all.is_empty()) else {
            return BTreeMap::new();
        };
        let disk = Disk::new(folder);
        // Whatever is wrong with the folder is told when it is written to.
        let Ok(Some(manifest)) = Manifest::read_if_there(&disk) else {
            return BTreeMap::new();
        };
        let kept = all.par_iter().filter_map(|made| {
            let listed = manifest.files.get(&made.path)?;
            let at = disk.at(&made.path);
            let found = record_of_file(&at).ok()?;
            (found == *listed).then_some((made.path.as_str(), (at, found)))
        });
        kept.collect()
    }
}

impl Outputs {
    /// Makes what was only named so far. What is in stock is not made again.
    ///
    /// # Errors
    /// When the source of a file is not as it was, or there is no room for it.
    pub fn settle(&mut self, stock: &Stock, records: &Records) -> Result<(), WriteError> {
        let named = self.take_made();
        let all: Vec<&Made> = named.iter().collect();
        let kept = stock.kept(&all);
        let (old, new): (Vec<&Made>, Vec<&Made>) = all
            .iter()
            .partition(|made| kept.contains_key(made.path.as_str()));
        for made in old {
            let (location, record) = &kept[made.path.as_str()];
            records.get_or(made.key, || record.clone());
            self.fill(Arc::new(Output::kept(made, location.clone(), record.size)));
        }
        for (made, spool) in new.iter().zip(stock.get_all(&new)?) {
            self.fill(Arc::new(Output::spooled(made, &spool)));
        }
        stock.spools.sweep();
        Ok(())
    }
}

impl Spool {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        let mut file = NamedTempFile::new()?;
        file.write_all(bytes)?;
        Ok(Self {
            file: Arc::new(file.into_temp_path()),
            len: bytes.len() as u64,
        })
    }

    /// Length in bytes.
    #[must_use]
    #[expect(
        clippy::len_without_is_empty,
        reason = "the length of a file, not of a collection"
    )]
    pub fn len(&self) -> u64 {
        self.len
    }
}

/// Where the bytes lie.
impl Deref for Spool {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.file
    }
}

fn failed(made: &Made, error: io::Error) -> WriteError {
    match error.kind() {
        io::ErrorKind::InvalidData => WriteError::new(made.bench.source(), Problem::SourceChanged),
        _ => WriteError::io(Action::Read, made.bench.source(), error),
    }
}
