//! A built project: its pages, its files, and what was said.

use crate::project::Project;
use std::collections::BTreeMap;
use std::fs;
use teachback::diagnostic::Diagnostic;
use teachback::output::Body;
use teachback::pipeline::{self, Memo, Options};
use teachback::source;

pub struct Built {
    pub files: BTreeMap<String, Vec<u8>>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Builds a project in memory.
pub fn build(project: &Project) -> Built {
    let sources = source::discover(project.place("content").parent().expect("a folder"))
        .expect("the project folder is there");
    let built = pipeline::build(&sources, &Options::default(), &Memo::default());
    let built = built.expect("the files are still there");
    let files = built.value.1.iter().map(|output| {
        let bytes = match output.body() {
            Body::Bytes(bytes) => bytes.clone(),
            Body::Copy { location, .. } => fs::read(location).expect("a copied file is there"),
        };
        (output.path().to_owned(), bytes)
    });
    Built {
        files: files.collect(),
        diagnostics: built.diagnostics,
    }
}

impl Built {
    /// The text of a page.
    pub fn page(&self, path: &str) -> &str {
        std::str::from_utf8(&self.files[path]).expect("a page is UTF-8")
    }

    /// The names of what was said.
    pub fn said(&self) -> Vec<&str> {
        self.diagnostics.iter().map(|d| d.rule.name).collect()
    }

    /// The first tag of a page that begins so, such as `<img `.
    pub fn tag(&self, path: &str, start: &str) -> &str {
        let page = self.page(path);
        let at = page
            .find(start)
            .unwrap_or_else(|| panic!("{path} has no {start}"));
        let end = page[at..].find('>').expect("a tag ends");
        &page[at..=at + end]
    }

    /// The files that a picture can be chosen from, each with its width as the page gives it.
    pub fn choices(&self, tag: &str) -> Vec<(String, u32)> {
        let srcset = attribute(tag, "srcset").unwrap_or_default();
        let choices = srcset.split(", ").filter(|choice| !choice.is_empty());
        let choices = choices.map(|choice| {
            let (path, width) = choice.split_once(' ').expect("a path and a width");
            let width = width.strip_suffix('w').expect("a width ends with w");
            (from_pages(path), width.parse().expect("a number"))
        });
        choices.collect()
    }
}

/// The value of an attribute of a tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// The output path of an address on a page in `pages/`.
pub fn from_pages(address: &str) -> String {
    address
        .strip_prefix("../")
        .map_or_else(|| format!("pages/{address}"), str::to_owned)
}
