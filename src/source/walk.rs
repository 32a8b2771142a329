//! Walks over a project: which files belong to it.

#![expect(
    clippy::disallowed_methods,
    reason = "a part of the one room that reads the disk"
)]

use super::discover::{CONFIG_FILE, CONTENT_DIR, ReadFault, ReadFaultKind, THEMES_DIR};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A file of the project that was seen, and not read yet.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Relative to the project.
    pub path: String,
    /// Where it is on disk.
    pub location: PathBuf,
}

/// What a walk over the project sees.
pub(super) struct Walk<'a> {
    root: &'a Path,
    pub found: Vec<Found>,
    pub faults: Vec<ReadFault>,
    /// Whether a symbolic link was met: the files behind it have two places.
    pub linked: bool,
}

impl<'a> Walk<'a> {
    /// A walk that has not begun. `root` has no symbolic links in it.
    pub fn new(root: &'a Path) -> Self {
        Self {
            root,
            found: Vec::new(),
            faults: Vec::new(),
            linked: false,
        }
    }

    /// Looks at everything that belongs to a project.
    pub fn project(&mut self) {
        self.place(CONFIG_FILE);
        self.place(CONTENT_DIR);
        self.place(THEMES_DIR);
    }

    /// Looks at a file, or at a folder and all below it; `path` is relative to the project. What does not belong to
    /// the project or is not there is passed over.
    pub fn place(&mut self, path: &str) {
        if path == CONFIG_FILE {
            let location = self.root.join(CONFIG_FILE);
            if location.is_file() {
                self.file(&location);
            }
        } else if belongs(path) {
            self.folder(path);
        }
    }

    fn folder(&mut self, name: &str) {
        let top = self.root.join(name);
        if fs::symlink_metadata(&top).is_err() {
            return;
        }
        let mut entries = WalkDir::new(&top).follow_links(true).into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    self.linked |= entry.path_is_symlink();
                    let is_dir = entry.file_type().is_dir();
                    if entry.depth() > 0 && is_left_beside(&entry.file_name().to_string_lossy()) {
                        if is_dir {
                            entries.skip_current_dir();
                        }
                    } else if entry.path_is_symlink() && !self.stays_inside(entry.path()) {
                        self.fault(entry.path(), ReadFaultKind::LeavesProject);
                        if is_dir {
                            entries.skip_current_dir();
                        }
                    } else if entry.file_type().is_file() {
                        self.file(entry.path());
                    } else if !is_dir {
                        // Opening a pipe or a device could wait for ever.
                        let kind = ReadFaultKind::Unreadable("not a regular file".to_owned());
                        self.fault(entry.path(), kind);
                    }
                }
                Err(error) => self.walk_error(&error),
            }
        }
    }

    fn file(&mut self, location: &Path) {
        match project_path(self.root, location) {
            Some(path) => self.found.push(Found {
                path,
                location: location.to_owned(),
            }),
            None => self.fault(location, ReadFaultKind::NameNotUnicode),
        }
    }

    fn stays_inside(&self, link: &Path) -> bool {
        link.canonicalize()
            .is_ok_and(|real| real.starts_with(self.root))
    }

    fn walk_error(&mut self, error: &walkdir::Error) {
        let path = error.path().unwrap_or(self.root).to_owned();
        let kind = if error.loop_ancestor().is_some() {
            ReadFaultKind::LinkLoop
        } else {
            let text = error
                .io_error()
                .map_or_else(|| "it cannot be read".to_owned(), |e| e.kind().to_string());
            ReadFaultKind::Unreadable(text)
        };
        self.fault(&path, kind);
    }

    fn fault(&mut self, path: &Path, kind: ReadFaultKind) {
        let shown = path.strip_prefix(self.root).unwrap_or(path);
        let path = shown.to_string_lossy().replace('\\', "/");
        self.faults.push(ReadFault { path, kind });
    }
}

fn project_path(root: &Path, location: &Path) -> Option<String> {
    let mut path = String::new();
    for part in location.strip_prefix(root).ok()?.components() {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(part.as_os_str().to_str()?);
    }
    Some(path)
}

/// Whether a path, relative to the project, names something that a build reads.
#[must_use]
pub fn belongs(path: &str) -> bool {
    let mut parts = path.split('/');
    match parts.next() {
        Some(CONTENT_DIR | THEMES_DIR) => !parts.any(is_left_beside),
        Some(CONFIG_FILE) => parts.next().is_none(),
        _ => false,
    }
}

/// Names that editors, version control and operating systems leave beside the work: Vim's swap files and its probe
/// `4913`, Emacs' locks and backups, the owner files of Word, the safe writes of JetBrains' editors.
fn is_left_beside(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(
            name,
            "4913" | "Thumbs.db" | "desktop.ini" | "node_modules" | "__MACOSX"
        )
        || [
            ".tmp",
            ".swp",
            ".swo",
            ".swx",
            "___jb_tmp___",
            "___jb_old___",
        ]
        .iter()
        .any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_work_belongs() {
        for path in [
            "teachback.yaml",
            "content",
            "content/pages/a.md",
            "themes/x/templates/page.html",
            "content/media/4913.png",
        ] {
            assert!(belongs(path), "{path}");
        }
        for path in [
            "",
            "output/index.html",
            "contents/a.md",
            "teachback.yaml/a",
            "content/.git/HEAD",
            "content/a.md~",
            "content/.#a.md",
            "content/#a.md#",
            "content/4913",
            "content/.a.md.swp",
            "content/~$letter.docx",
            "content/a.md.tmp",
            "content/a.md___jb_tmp___",
        ] {
            assert!(!belongs(path), "{path}");
        }
    }
}
