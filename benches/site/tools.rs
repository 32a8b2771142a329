//! The programs that are compared, each with the same text in its own layout.

use super::floor;
use super::layout;
use super::measure::{self, Run};
use super::text::Page;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// mdBook's time grows with the square of the pages: above this many it is left out.
const MDBOOK_PAGES: usize = 1_000;

/// A program that makes a site.
pub struct Tool(Kind);

/// Which one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Teachback,
    Floor,
    Hugo,
    Zola,
    MdBook,
}

/// Teachback, the floor, and of the others what is installed and comes to an end with so many pages.
pub fn installed(pages: usize) -> Vec<Tool> {
    let others = [Kind::Hugo, Kind::Zola, Kind::MdBook].into_iter();
    let there = others.filter(|kind| {
        let slow = *kind == Kind::MdBook && pages > MDBOOK_PAGES;
        !slow && Tool(*kind).answers()
    });
    let own = [Kind::Teachback, Kind::Floor].into_iter();
    own.chain(there).map(Tool).collect()
}

impl Tool {
    /// The program of this repository.
    pub fn own() -> Self {
        Self(Kind::Teachback)
    }

    pub fn name(&self) -> &'static str {
        match self.0 {
            Kind::Teachback => "teachback",
            Kind::Floor => "floor",
            Kind::Hugo => "hugo",
            Kind::Zola => "zola",
            Kind::MdBook => "mdbook",
        }
    }

    /// Whether it is the program of this repository.
    pub fn is_own(&self) -> bool {
        self.0 == Kind::Teachback
    }

    fn answers(&self) -> bool {
        let argument = if self.0 == Kind::Hugo {
            "version"
        } else {
            "--version"
        };
        let mut command = Command::new(self.name());
        let quiet = command
            .arg(argument)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }

    /// Where its project is.
    pub fn project(&self, folder: &Path) -> PathBuf {
        folder.join(self.name())
    }

    /// A folder for each run: where one was just removed, some disks are slow to make the next.
    fn output(&self, folder: &Path, run: usize) -> PathBuf {
        self.project(folder).join(format!("output-{run}"))
    }

    /// Writes the project anew.
    pub fn lay_out(&self, site: &[Page], folder: &Path) {
        let project = self.project(folder);
        clear(&project);
        for (path, text) in layout::frame(self.0, site) {
            put(&project.join(path), &text);
        }
        for page in site {
            let path = format!("content/{}.md", layout::path(self.0, page));
            put(&project.join(path), &self.text_of(page));
        }
    }

    /// The text of a page.
    pub fn text_of(&self, page: &Page) -> String {
        layout::text(self.0, page)
    }

    /// Makes the site, in the folder of a run.
    pub fn build(&self, folder: &Path, run: usize) -> Run {
        let project = self.project(folder);
        let output = self.output(folder, run);
        let mut command = match self.0 {
            Kind::Teachback => Command::new(env!("CARGO_BIN_EXE_teachback")),
            Kind::Floor => {
                Command::new(std::env::current_exe().expect("a program knows where it is"))
            }
            _ => Command::new(self.name()),
        };
        match self.0 {
            Kind::Teachback => {
                command.args(["--quiet", "build", "--output"]).arg(&output);
            }
            Kind::Floor => {
                command.args([Path::new(floor::MODE), &project.join("content"), &output]);
            }
            Kind::Hugo => {
                command.arg("--destination").arg(&output);
            }
            Kind::Zola => {
                command
                    .args(["build", "--force", "--output-dir"])
                    .arg(&output);
            }
            Kind::MdBook => {
                command.args(["build", "--dest-dir"]).arg(&output);
            }
        }
        measure::run(command.current_dir(&project))
    }

    /// When each file of the output was written.
    pub fn output_times(&self, folder: &Path, run: usize) -> BTreeMap<PathBuf, SystemTime> {
        let files = walkdir::WalkDir::new(self.output(folder, run))
            .into_iter()
            .flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        let times = files.map(|entry| {
            let meta = entry.metadata().expect("a file that is there");
            let written = meta.modified().expect("a disk that keeps times");
            (entry.into_path(), written)
        });
        times.collect()
    }
}

/// Removes a folder.
pub fn clear(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("a folder that can be emptied");
    }
}

fn put(at: &Path, text: &str) {
    fs::create_dir_all(at.parent().expect("a folder")).expect("a folder of the project");
    fs::write(at, text).expect("a file of the project");
}
