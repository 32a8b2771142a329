//! Projects held in memory: their files by path, and what a build makes of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use teachback::diagnostic::Diagnostic;
use teachback::output::{Body, Output, Outputs};
use teachback::pipeline::{self, Memo, Options};
use teachback::source::{self, CONFIG_FILE, SourceFile, SourceTree};

/// Settings with everything that a page may name.
pub const SETTINGS: &str = "\
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

/// Text files by their path in the project.
pub type Files = BTreeMap<String, String>;

/// The files with settings, unless they bring their own.
pub fn files(entries: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Files {
    let entries = entries.into_iter();
    let mut files: Files = entries
        .map(|(path, text)| (path.into(), text.into()))
        .collect();
    files
        .entry(CONFIG_FILE.to_owned())
        .or_insert_with(|| SETTINGS.to_owned());
    files
}

/// The files as if they had been read from disk.
pub fn tree(files: &Files) -> SourceTree {
    let texts = files.iter().map(|(path, text)| SourceFile::new(path, text));
    SourceTree::new(texts.collect(), Vec::new(), Vec::new())
}

/// This repository as a project: its settings, content and theme.
pub fn repository() -> &'static SourceTree {
    static TREE: OnceLock<SourceTree> = OnceLock::new();
    TREE.get_or_init(|| {
        source::discover(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is there")
    })
}

/// What a build makes and says.
pub struct Built {
    pub outputs: Outputs,
    pub diagnostics: Vec<Diagnostic>,
}

/// Builds as a process does that has just been started.
pub fn build(sources: &SourceTree) -> Built {
    build_with(sources, &Memo::default())
}

/// Builds as a process does that has built before.
pub fn build_with(sources: &SourceTree, memo: &Memo) -> Built {
    let built = pipeline::build(sources, &Options::default(), memo);
    let built = built.expect("the media files are there");
    Built {
        outputs: built.value.1,
        diagnostics: built.diagnostics,
    }
}

/// The text of an output that the program made itself; `None` for a copied file.
pub fn text(output: &Output) -> Option<&str> {
    match output.body() {
        Body::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
        Body::Copy { .. } => None,
    }
}
