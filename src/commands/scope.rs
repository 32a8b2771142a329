//! The part of a project whose faults are shown.

#![expect(
    clippy::disallowed_methods,
    reason = "asks whether a path of the command line is there"
)]

use super::project::{real, settle};
use super::{Project, Trouble};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceTree};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Files and folders, relative to the project; all of it when none is named.
#[derive(Debug)]
pub(super) struct Scope {
    paths: Vec<PathBuf>,
}

impl Scope {
    /// Reads paths as they are typed: relative to the current folder, else to the project.
    pub(super) fn new(project: &Project, typed: &[PathBuf]) -> Result<Self, Trouble> {
        let mut paths = Vec::new();
        for path in typed {
            let inside = project.root.join(path);
            let path = if !path.exists() && inside.exists() {
                &inside
            } else {
                path
            };
            let found = places(path)?;
            let inside = found
                .iter()
                .filter_map(|place| place.strip_prefix(&project.root).ok());
            let before = paths.len();
            paths.extend(inside.map(Path::to_owned));
            if paths.len() == before {
                let message = format!("{} does not belong to the project", path.display());
                let help = format!("the project is {}", project.root.display());
                return Err(Trouble::new(message).help(help));
            }
        }
        Ok(Self { paths })
    }

    /// Keeps what belongs to the named files.
    pub(super) fn keep(&self, diagnostics: &mut Vec<Diagnostic>, sources: &SourceTree) {
        if self.paths.is_empty() {
            return;
        }
        let mut known: HashMap<FileId, bool> = HashMap::new();
        diagnostics.retain(|diagnostic| {
            let file = diagnostic.span.file;
            *known.entry(file).or_insert_with(|| {
                let path = Path::new(sources.path_of(file).unwrap_or_default());
                self.paths.iter().any(|wanted| path.starts_with(wanted))
            })
        });
    }
}

/// Where a path leads, and where it stands itself: a symbolic link inside the project is shown under its own name.
fn places(path: &Path) -> Result<[PathBuf; 2], Trouble> {
    let target = real(path)?;
    let own = match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => settle(&Path::new(".").join(folder))?.join(name),
        _ => target.clone(),
    };
    Ok([target, own])
}
