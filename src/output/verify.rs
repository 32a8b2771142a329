//! Compares a published site with its manifest.

use super::disk::{Disk, Entry, record_of_file};
use super::error::WriteError;
use super::manifest::{FileRecord, MANIFEST, Manifest};
use rayon::prelude::*;
use std::path::Path;

/// A file that is not as the manifest says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Relative to the site, with `/`.
    pub path: String,
    pub kind: DifferenceKind,
}

/// In what way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Listed, but not there.
    Missing,
    /// Of another length or with other bytes, or no file at all.
    Changed,
    /// There, but not listed. Names that start with a dot are not looked at.
    Additional,
}

/// The differences in the order of their paths; none when the copy is exact.
///
/// # Errors
/// When there is no usable manifest, or a file cannot be read.
pub fn verify(dir: &Path) -> Result<Vec<Difference>, WriteError> {
    let manifest = Manifest::read(dir)?;
    let disk = Disk::new(dir);
    let listed = manifest.files.par_iter().filter_map(|(path, record)| {
        let kind = compare(&disk, path, record).transpose()?;
        Some(kind.map(|kind| Difference {
            path: path.clone(),
            kind,
        }))
    });
    let mut differences = listed.collect::<Result<Vec<_>, _>>()?;
    additional(&disk, "", &manifest, &mut differences)?;
    differences.sort();
    Ok(differences)
}

fn compare(
    disk: &Disk,
    path: &str,
    record: &FileRecord,
) -> Result<Option<DifferenceKind>, WriteError> {
    let kind = match disk.entry(path)? {
        Entry::Missing => Some(DifferenceKind::Missing),
        Entry::File { len } if len == record.size => {
            let same = record_of_file(&disk.at(path))? == *record;
            (!same).then_some(DifferenceKind::Changed)
        }
        _ => Some(DifferenceKind::Changed),
    };
    Ok(kind)
}

fn additional(
    disk: &Disk,
    folder: &str,
    manifest: &Manifest,
    found: &mut Vec<Difference>,
) -> Result<(), WriteError> {
    for name in disk.names(folder)? {
        let path = match folder {
            "" => name.clone(),
            _ => format!("{folder}/{name}"),
        };
        if name.starts_with('.') || path == MANIFEST || manifest.files.contains_key(&path) {
            continue;
        }
        if disk.entry(&path)? == Entry::Folder {
            additional(disk, &path, manifest, found)?;
        } else {
            let kind = DifferenceKind::Additional;
            found.push(Difference { path, kind });
        }
    }
    Ok(())
}
