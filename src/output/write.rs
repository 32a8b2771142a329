//! Carries a plan out.

use super::disk::Disk;
use super::error::{Problem, WriteError};
use super::lot::Lot;
use super::manifest::MANIFEST;
use super::outputs::{Output, Outputs, is_safe};
use super::owned::{Owned, Planned};
use super::plan::{Orphans, Plan};
use super::shelf::Shelf;
use crate::source::parent;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// What was done to the output folder. Paths are relative to it and in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// New and changed files.
    pub written: Vec<String>,
    /// Files of earlier builds that are no longer part of the site.
    pub removed: Vec<String>,
    /// How many outputs were on disk already.
    pub unchanged: usize,
    /// Files of earlier builds that are no longer part of the site, but that somebody changed since: left alone, and no
    /// longer known to later builds.
    pub kept_foreign: Vec<String>,
}

/// Makes the folder hold the outputs: writes what differs, removes what earlier builds wrote and this one does not, and
/// touches nothing else. `outputs` contains the manifest, `teachback.json`, which lists all others.
///
/// # Errors
/// Before anything is changed, when the folder or a file in it is not teachback's. Later only when the system refuses;
/// every file is then old or new, and the next build goes on from there.
pub fn write_changed(outputs: &Outputs, dir: &Path) -> Result<Written, WriteError> {
    refuse_unsafe(outputs)?;
    Shelf::open(dir)?.write_changed(outputs)
}

fn refuse_unsafe(outputs: &Outputs) -> Result<(), WriteError> {
    match outputs.iter().find(|output| !is_safe(output.path())) {
        Some(output) => Err(WriteError::new(output.path(), Problem::UnsafePath)),
        None => Ok(()),
    }
}

impl Shelf {
    /// As [`write_changed`], for the folder of the shelf.
    ///
    /// # Errors
    /// As there.
    pub fn write_changed(self, outputs: &Outputs) -> Result<Written, WriteError> {
        refuse_unsafe(outputs)?;
        let (disk, owned) = (&self.disk, &self.owned);
        let plan = Plan::make(outputs, disk, owned)?;
        for temp in &plan.temps {
            disk.remove(temp)?;
        }
        if !plan.is_empty() || owned.was_stopped() {
            owned.begin(disk, &planned(outputs, &plan)?)?;
            carry_out(disk, &plan, self.lot.get().and_then(Option::as_ref))?;
            Owned::finish(disk)?;
        }
        Ok(plan.into())
    }
}

/// The records of what is about to be written, from the manifest that is part of it.
fn planned<'a>(outputs: &'a Outputs, plan: &Plan<'a>) -> Result<Planned<'a>, WriteError> {
    let unlisted = |path: &str| WriteError::new(path, Problem::Unlisted);
    let manifest = outputs.get(MANIFEST).and_then(|output| output.listed());
    let table = manifest.ok_or_else(|| unlisted(MANIFEST))?;
    let is_listed = |output: &Output| {
        let record = table.get(output.path());
        record.is_some_and(|record| record.size == output.len())
    };
    let mut files = outputs.iter().filter(|output| output.path() != MANIFEST);
    if let Some(output) = files.find(|output| !is_listed(output)) {
        return Err(unlisted(output.path()));
    }
    let writes = plan.writes.iter();
    let records = writes.filter_map(|output| table.get_key_value(output.path()));
    Ok(records
        .map(|(path, record)| (path.as_str(), record))
        .collect())
}

/// The order is what keeps every file known; the module's documentation gives the reasons.
fn carry_out(disk: &Disk, plan: &Plan, lot: Option<&Lot>) -> Result<(), WriteError> {
    remove(disk, &plan.blocking)?;
    let (manifest, files): (Vec<&Output>, Vec<&Output>) = plan
        .writes
        .iter()
        .partition(|output| output.path() == MANIFEST);
    let files = match lot {
        Some(lot) => lot.move_folders(disk, &files)?,
        None => files,
    };
    let folders: BTreeSet<&str> = files.iter().map(|output| parent(output.path())).collect();
    for folder in folders {
        disk.make_folder(folder)?;
    }
    files.par_iter().try_for_each(|output| disk.write(output))?;
    remove(disk, &plan.stale)?;
    manifest.iter().try_for_each(|output| disk.write(output))
}

fn remove(disk: &Disk, orphans: &Orphans) -> Result<(), WriteError> {
    orphans
        .files
        .par_iter()
        .try_for_each(|path| disk.remove(path))?;
    // From the innermost outwards.
    let mut folders = orphans.folders.iter().rev();
    folders.try_for_each(|folder| disk.remove_if_empty(folder))
}

impl From<Plan<'_>> for Written {
    fn from(plan: Plan<'_>) -> Self {
        let owned = |paths: Vec<&str>| paths.into_iter().map(str::to_owned).collect();
        let mut removed = plan.blocking.files;
        removed.extend(plan.stale.files);
        removed.sort_unstable();
        Self {
            written: owned(plan.writes.iter().map(|output| output.path()).collect()),
            removed: owned(removed),
            unchanged: plan.unchanged,
            kept_foreign: owned(plan.kept),
        }
    }
}
