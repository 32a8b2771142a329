//! Which folder a command works on, and where it may write.

#![expect(
    clippy::disallowed_methods,
    reason = "finds the folder that everything else is read from"
)]

use super::Trouble;
use crate::source::{self, CONFIG_FILE, CONTENT_DIR, SourceTree, THEMES_DIR};
use std::io;
use std::path::{Component, Path, PathBuf};

/// A folder with `teachback.yaml`, or at least with `content/`.
#[derive(Debug)]
pub struct Project {
    /// Absolute, without symbolic links.
    pub root: PathBuf,
}

impl Project {
    /// The folder that was asked for; else the current one, or the nearest above it that holds `teachback.yaml`.
    ///
    /// # Errors
    /// When there is no such folder, or no project in it.
    pub fn find(asked: Option<&Path>) -> Result<Self, Trouble> {
        let start = real(asked.unwrap_or(Path::new(".")))?;
        let above = || {
            start
                .ancestors()
                .find(|dir| dir.join(CONFIG_FILE).is_file())
        };
        let root = match asked {
            Some(_) => start.clone(),
            None => above().unwrap_or(&start).to_owned(),
        };
        if root.join(CONFIG_FILE).exists() || root.join(CONTENT_DIR).is_dir() {
            return Ok(Self { root });
        }
        let message = format!(
            "there is no project in {}: neither {CONFIG_FILE} nor a folder {CONTENT_DIR}",
            root.display()
        );
        Err(Trouble::new(message).help(
            "go to the folder of your project, name it with --project, or start one with `teachback new project`",
        ))
    }

    /// Reads all files of the project.
    ///
    /// # Errors
    /// When the project folder cannot be read.
    pub fn read(&self) -> Result<SourceTree, Trouble> {
        source::discover(&self.root).map_err(|error| unreadable(&self.root, &error))
    }

    /// The output folder, absolute: `output/` in the project when nothing is asked for.
    ///
    /// # Errors
    /// When writing there would mix the site with its sources.
    pub fn output_folder(&self, asked: Option<&Path>) -> Result<PathBuf, Trouble> {
        self.own_folder(asked, "the site", "output")
    }

    /// A folder to write `what` to, absolute: `name` in the project when nothing is asked for.
    ///
    /// # Errors
    /// When writing there would mix it with the sources of the project.
    pub fn own_folder(
        &self,
        asked: Option<&Path>,
        what: &str,
        name: &str,
    ) -> Result<PathBuf, Trouble> {
        let folder = match asked {
            Some(dir) => settle(dir)?,
            None => settle(&self.root.join(name))?,
        };
        let refuse = |why: &str| {
            let message = format!("{what} cannot be written to {}: {why}", folder.display());
            Err(Trouble::new(message)
                .help(format!("name a folder of its own, such as --output {name}")))
        };
        if self.root.starts_with(&folder) {
            let own = self.root == folder;
            return refuse(if own {
                "it is the project itself"
            } else {
                "the project lies in it"
            });
        }
        for name in [CONTENT_DIR, THEMES_DIR] {
            let sources = settle(&self.root.join(name))?;
            if folder.starts_with(&sources) {
                return refuse(&format!("it lies in {name}/, where the sources are"));
            }
        }
        Ok(folder)
    }
}

/// An absolute path without symbolic links, of something that is there.
pub(super) fn real(path: &Path) -> Result<PathBuf, Trouble> {
    path.canonicalize()
        .map_err(|error| unreadable(path, &error))
}

/// An absolute path without symbolic links and `..`, whose last parts need not be there yet.
pub(super) fn settle(path: &Path) -> Result<PathBuf, Trouble> {
    let absolute = std::path::absolute(path).map_err(|error| unreadable(path, &error))?;
    let mut settled = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                settled.pop();
            }
            name => settled.push(name),
        }
        if let Ok(real) = settled.canonicalize() {
            settled = real;
        }
    }
    Ok(settled)
}

fn unreadable(path: &Path, error: &io::Error) -> Trouble {
    let shown = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => Trouble::new(format!("{shown} is not there")),
        io::ErrorKind::PermissionDenied => {
            Trouble::new(format!("there is no permission to read {shown}"))
        }
        _ => Trouble::new(format!("{shown} cannot be read: {error}")),
    }
}
