//! The programs that are compared, each with the same text in its own layout.

use super::floor;
use super::measure::{self, Run};
use super::text::Page;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// mdBook's time grows with the square of the pages: above this many it is left out.
const MDBOOK_PAGES: usize = 1_000;

const TEACHBACK: &str = "title: Bench
levels:
  - {id: easy, name: Easy, max_grade: 6}
  - {id: standard, name: Standard, max_grade: 9}
  - {id: detailed, name: In depth, max_grade: 12}
";
const HUGO: &str = "baseURL = \"https://example.org/\"\ntitle = \"Bench\"\n\
                    disableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\"]\n";
const HUGO_PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title>\
    </head><body><nav><a href=\"/\">Home</a></nav><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n";
const ZOLA: &str =
    "base_url = \"https://example.org\"\ntitle = \"Bench\"\ngenerate_feeds = false\n";
const ZOLA_PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ page.title }}</title>\
    </head><body><nav><a href=\"/\">Home</a></nav><main><h1>{{ page.title }}</h1>{{ page.content | safe }}</main>\
    </body></html>\n";
const ZOLA_HOME: &str =
    "<!doctype html><html lang=\"en\"><title>Bench</title><h1>Bench</h1></html>\n";

/// A program that makes a site.
pub struct Tool(Kind);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
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

    fn output(&self, folder: &Path) -> PathBuf {
        self.project(folder).join("output")
    }

    /// Writes the project anew.
    pub fn lay_out(&self, site: &[Page], folder: &Path) {
        let project = self.project(folder);
        clear(&project);
        let put = |path: &str, text: &str| put(&project.join(path), text);
        match self.0 {
            Kind::Teachback | Kind::Floor => put("teachback.yaml", TEACHBACK),
            Kind::Hugo => {
                put("hugo.toml", HUGO);
                put("layouts/_default/single.html", HUGO_PAGE);
                put("layouts/_default/list.html", HUGO_PAGE);
            }
            Kind::Zola => {
                put("config.toml", ZOLA);
                put("templates/page.html", ZOLA_PAGE);
                put("templates/section.html", ZOLA_HOME);
                put("templates/index.html", ZOLA_HOME);
            }
            Kind::MdBook => {
                put(
                    "book.toml",
                    "[book]\ntitle = \"Bench\"\nsrc = \"content\"\n",
                );
                let lines = site.iter().map(|page| {
                    let path = self.path(page);
                    format!("- [{}]({path}.md)\n", page.title)
                });
                put("content/SUMMARY.md", &lines.collect::<String>());
            }
        }
        for page in site {
            put(
                &format!("content/{}.md", self.path(page)),
                &self.text_of(page),
            );
        }
    }

    /// Where a page is: a dot in a name means a language to some tools.
    fn path(&self, page: &Page) -> String {
        match self.0 {
            Kind::Teachback | Kind::Floor => page.path.clone(),
            Kind::Hugo | Kind::Zola | Kind::MdBook => page.path.replace('.', "-"),
        }
    }

    /// The text of a page; for others the words of a question are a list.
    pub fn text_of(&self, page: &Page) -> String {
        let Page {
            title,
            summary,
            body,
            ..
        } = page;
        let question = page.question.as_deref().unwrap_or_default();
        let plain = question.lines().filter(|line| !line.starts_with(":::"));
        let plain: String = plain.map(|line| format!("{line}\n")).collect();
        match self.0 {
            Kind::Teachback | Kind::Floor => {
                format!("---\ntitle: {title}\nsummary: {summary}\n---\n\n{body}{question}")
            }
            Kind::Hugo => format!("---\ntitle: {title}\n---\n\n{body}{plain}"),
            Kind::Zola => format!("+++\ntitle = \"{title}\"\n+++\n\n{body}{plain}"),
            Kind::MdBook => format!("# {title}\n\n{body}{plain}"),
        }
    }

    pub fn clear_output(&self, folder: &Path) {
        clear(&self.output(folder));
    }

    /// Makes the site.
    pub fn build(&self, folder: &Path) -> Run {
        let project = self.project(folder);
        let output = self.output(folder);
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
    pub fn output_times(&self, folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
        let files = walkdir::WalkDir::new(self.output(folder))
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

fn clear(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("a folder that can be emptied");
    }
}

fn put(at: &Path, text: &str) {
    fs::create_dir_all(at.parent().expect("a folder")).expect("a folder of the project");
    fs::write(at, text).expect("a file of the project");
}
