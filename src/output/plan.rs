//! Looks at the output folder and decides what is to be done. Changes nothing.

use super::disk::{Disk, Entry, is_temp, record_of_file};
use super::error::{Problem, WriteError};
use super::outputs::{Output, Outputs, fold, folders_of, folders_to};
use super::owned::Owned;
use crate::source::parent;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What brings the folder to what it should be.
pub(super) struct Plan<'a> {
    /// Outputs that are not there or not the same.
    pub writes: Vec<&'a Output>,
    pub unchanged: usize,
    /// Goes before anything is written: it stands where an output belongs.
    pub blocking: Orphans<'a>,
    /// Goes when everything is written.
    pub stale: Orphans<'a>,
    /// Orphans that somebody changed.
    pub kept: Vec<&'a str>,
    /// Temporary files of a stopped build.
    pub temps: Vec<String>,
}

/// Files of earlier builds that no output replaces.
#[derive(Default)]
pub(super) struct Orphans<'a> {
    pub files: Vec<&'a str>,
    /// Where they are or were; to be removed when empty.
    pub folders: BTreeSet<&'a str>,
}

impl<'a> Plan<'a> {
    /// # Errors
    /// When something foreign stands where an output belongs, or the folder cannot be read.
    pub fn make(
        outputs: &'a Outputs,
        disk: &'a Disk,
        owned: &'a Owned,
    ) -> Result<Self, WriteError> {
        let look = Look::new(outputs, disk, owned)?;
        let all: Vec<&Output> = outputs.iter().map(AsRef::as_ref).collect();
        let differs = all.par_iter().map(|output| look.differs(output));
        let differs: Vec<bool> = differs.collect::<Result<_, _>>()?;
        let pairs = all.iter().zip(differs);
        let writes: Vec<&Output> = pairs
            .filter(|(_, differs)| *differs)
            .map(|(o, _)| *o)
            .collect();
        let temps = look.temps()?;
        let mut plan = Self {
            unchanged: all.len() - writes.len(),
            writes,
            blocking: Orphans::default(),
            stale: Orphans::default(),
            kept: Vec::new(),
            temps,
        };
        plan.sort_orphans(outputs, &look);
        Ok(plan)
    }

    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.blocking.files.is_empty() && self.stale.files.is_empty()
    }

    fn sort_orphans(&mut self, outputs: &Outputs, look: &Look<'a>) {
        for (&path, fate) in &look.fates {
            let orphans = match outputs.clash(path) {
                Some(_) => &mut self.blocking,
                None => &mut self.stale,
            };
            match fate {
                Fate::Kept => self.kept.push(path),
                Fate::Gone => {}
                Fate::Removed => orphans.files.push(path),
            }
            let folders = folders_of(path).filter(|folder| look.is_real(folder));
            orphans.folders.extend(folders);
        }
    }
}

/// What a folder of the site is on disk now.
enum Ground {
    Missing,
    Real,
    /// Something else stands at this path, which is the folder's or leads to it.
    Blocked(String),
}

/// What becomes of an orphan.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Gone,
    Removed,
    Kept,
}

struct Look<'a> {
    disk: &'a Disk,
    owned: &'a Owned,
    grounds: BTreeMap<&'a str, Ground>,
    fates: BTreeMap<&'a str, Fate>,
    /// Orphans by their folded path, of those that stand where an output belongs on some disks.
    twins: HashMap<String, &'a str>,
}

impl<'a> Look<'a> {
    fn new(outputs: &'a Outputs, disk: &'a Disk, owned: &'a Owned) -> Result<Self, WriteError> {
        let paths = outputs.iter().map(|output| output.path());
        let paths = paths.chain(owned.paths());
        let mut look = Self {
            disk,
            owned,
            grounds: survey(disk, paths)?,
            fates: BTreeMap::new(),
            twins: HashMap::new(),
        };
        let orphans = owned.paths().filter(|path| outputs.get(path).is_none());
        let orphans: Vec<&str> = orphans.collect();
        let fates = orphans.into_par_iter();
        let fates = fates.map(|path| Ok((path, look.fate(path)?)));
        look.fates = fates.collect::<Result<_, _>>()?;
        let removed = look
            .fates
            .iter()
            .filter(|(_, fate)| **fate == Fate::Removed);
        let twins = removed.filter(|(path, _)| outputs.clash(path).is_some());
        look.twins = twins
            .map(|(path, _)| (fold(path).into_owned(), *path))
            .collect();
        Ok(look)
    }

    fn is_real(&self, folder: &str) -> bool {
        matches!(self.grounds.get(folder), Some(Ground::Real))
    }

    fn fate(&self, path: &str) -> Result<Fate, WriteError> {
        let folder = parent(path);
        if !folder.is_empty() && !self.is_real(folder) {
            return Ok(Fate::Gone);
        }
        match self.disk.entry(path)? {
            Entry::Missing | Entry::Folder => Ok(Fate::Gone),
            Entry::File { len } if self.is_as_written(path, len)? => Ok(Fate::Removed),
            Entry::File { .. } | Entry::Other => Ok(Fate::Kept),
        }
    }

    fn is_as_written(&self, path: &str, len: u64) -> Result<bool, WriteError> {
        let records = || self.owned.records(path);
        if !records().any(|record| record.size == len) {
            return Ok(false);
        }
        let found = record_of_file(&self.disk.at(path))?;
        Ok(records().any(|record| *record == found))
    }

    /// Whether a file that differs from its output may be replaced: a listed one whoever changed it, for it can be built
    /// again; one that only a journal names when it holds what the journal says.
    fn is_own(&self, path: &str, len: u64) -> Result<bool, WriteError> {
        Ok(self.owned.is_listed(path) || self.is_as_written(path, len)?)
    }

    /// Whether an output must be written.
    fn differs(&self, output: &Output) -> Result<bool, WriteError> {
        let path = output.path();
        match self.grounds.get(parent(path)) {
            Some(Ground::Missing) => return Ok(true),
            Some(Ground::Blocked(at)) if self.yields(at) => return Ok(true),
            Some(Ground::Blocked(at)) => return Err(self.in_the_way(at)),
            Some(Ground::Real) | None => {}
        }
        match self.disk.entry(path)? {
            Entry::Missing => Ok(true),
            Entry::File { .. } if self.yields(path) => Ok(true),
            Entry::File { len } if len == output.len() && self.disk.holds(output)? => Ok(false),
            Entry::File { len } if self.is_own(path, len)? => Ok(true),
            Entry::Folder => self.folder_yields(path).map(|()| true),
            Entry::File { .. } | Entry::Other => Err(self.in_the_way(path)),
        }
    }

    /// Whether what stands at `path` is an orphan that is removed before anything is written: one of this name, or one
    /// whose name differs only for disks that tell `A` from `a`.
    fn yields(&self, path: &str) -> bool {
        self.fates.get(path) == Some(&Fate::Removed)
            || (self.twins.get(&*fold(path))).is_some_and(|twin| self.disk.is_same_file(path, twin))
    }

    /// Whether a folder that stands where a file belongs holds nothing but what is removed first.
    fn folder_yields(&self, folder: &str) -> Result<(), WriteError> {
        if !self.owned.contains_folder(folder) {
            return Err(self.in_the_way(folder));
        }
        for name in self.disk.names(folder)? {
            let path = format!("{folder}/{name}");
            if self.disk.entry(&path)? == Entry::Folder {
                self.folder_yields(&path)?;
            } else if !self.yields(&path) && !is_temp(&name) {
                return Err(self.in_the_way(&path));
            }
        }
        Ok(())
    }

    /// A stopped build leaves temporary files only where it was writing: in the folders of its records, or at the top
    /// while it wrote the journal.
    fn temps(&self) -> Result<Vec<String>, WriteError> {
        let mut temps = self.disk.names("")?;
        temps.retain(|name| is_temp(name));
        if self.owned.was_stopped() {
            for folder in self.grounds.keys().filter(|folder| self.is_real(folder)) {
                let names = self.disk.names(folder)?;
                let here = names.iter().filter(|name| is_temp(name));
                temps.extend(here.map(|name| format!("{folder}/{name}")));
            }
        }
        Ok(temps)
    }

    fn in_the_way(&self, path: &str) -> WriteError {
        WriteError::new(self.disk.at(path), Problem::InTheWay)
    }
}

/// Looks at every folder that leads to one of the paths, once. Links are no folders, wherever they lead.
fn survey<'a>(
    disk: &Disk,
    paths: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<&'a str, Ground>, WriteError> {
    let mut grounds: BTreeMap<&str, Ground> = BTreeMap::new();
    for folder in folders_to(paths) {
        let ground = match grounds.get(parent(folder)) {
            Some(Ground::Missing) => Ground::Missing,
            Some(Ground::Blocked(at)) => Ground::Blocked(at.clone()),
            Some(Ground::Real) | None => match disk.entry(folder)? {
                Entry::Missing => Ground::Missing,
                Entry::Folder => Ground::Real,
                Entry::File { .. } | Entry::Other => Ground::Blocked(folder.to_owned()),
            },
        };
        grounds.insert(folder, ground);
    }
    Ok(grounds)
}
