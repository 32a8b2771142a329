//! A small project in a folder of its own, and everything that teachback says about it.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that the program reads"
)]

use std::fs;
use std::path::PathBuf;
use teachback::diagnostic::Diagnostic;
use teachback::pipeline::{self, Memo, Options};
use teachback::source;
use tempfile::TempDir;

/// What a project says about itself when a test does not care.
const SETTINGS: &str = "\
title: Test
languages: [en, es]
levels:
  - {id: easy, name: Easy to read, max_grade: 5}
  - {id: standard, name: Standard, max_grade: 8}
  - {id: detailed, name: In depth, max_grade: 12}
roles:
  - {id: prescriber, name: Prescribers}
  - {id: nurse, name: Nurses}
";

/// The folder is removed when the value is dropped.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// A project with settings and nothing else.
    pub fn new() -> Self {
        Self::bare().file(source::CONFIG_FILE, SETTINGS)
    }

    /// An empty folder.
    pub fn bare() -> Self {
        let folder =
            tempfile::tempdir().expect("the system's folder for temporary files is writable");
        Self { folder }
    }

    /// Writes a file, and the folders above it; `path` is relative to the project.
    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.place(path), content).expect("a file in a new folder can be written");
        self
    }

    /// Where `path` is on disk. The folder above it is there.
    pub fn place(&self, path: &str) -> PathBuf {
        let place = self.folder.path().join(path);
        let above = place
            .parent()
            .expect("a path below the project has a parent");
        fs::create_dir_all(above).expect("a folder can be made in a new folder");
        place
    }

    /// Reads, checks and builds the project in memory, and gives all that was noticed.
    pub fn diagnose(&self) -> Vec<Diagnostic> {
        let sources = source::discover(self.folder.path()).expect("the project folder is there");
        let built = pipeline::build(&sources, &Options::default(), &Memo::default());
        built.expect("the files are still there").diagnostics
    }
}
