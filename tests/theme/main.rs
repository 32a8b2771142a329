//! The theme: what comes with the program, what a project puts over it, and what is said when that cannot be used.

mod logical;
mod looks;
mod parts;
mod templates;
mod views;
mod words;

use teachback::config;
use teachback::diagnostic::{Diagnostic, Outcome};
use teachback::render::theme::{self, Theme};
use teachback::render::view::{Frame, NoticeView};
use teachback::source::{CONFIG_FILE, FileId, SourceFile, SourceTree};

/// A project held in memory.
fn tree(files: &[(&str, &str)]) -> SourceTree {
    let texts = files.iter().map(|(path, text)| SourceFile::new(path, text));
    SourceTree::new(texts.collect(), Vec::new(), Vec::new())
}

fn load(files: &[(&str, &str)]) -> Outcome<Theme> {
    let sources = tree(files);
    let config = config::load(&sources);
    assert_eq!(config.diagnostics, []);
    theme::load(&sources, &config.value)
}

/// A project with the theme `clinic`, whose files are given by their paths in it.
fn clinic(files: &[(&str, &str)]) -> Outcome<Theme> {
    let mut all = vec![(
        CONFIG_FILE.to_owned(),
        "title: Test\ntheme: clinic\n".to_owned(),
    )];
    for (path, text) in files {
        all.push((format!("themes/clinic/{path}"), (*text).to_owned()));
    }
    let all: Vec<(&str, &str)> = all.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    load(&all)
}

fn frame(kind: &str) -> Frame {
    Frame {
        lang: "en".to_owned(),
        dir: "ltr".to_owned(),
        kind: kind.to_owned(),
        title: "A page".to_owned(),
        site_title: "A site".to_owned(),
        ..Frame::default()
    }
}

fn not_found() -> NoticeView {
    NoticeView {
        frame: frame("not-found"),
    }
}

/// The text that a diagnostic points at.
fn pointed<'a>(diagnostic: &Diagnostic, path: &str, text: &'a str) -> &'a str {
    assert_eq!(diagnostic.span.file, FileId::of_path(path));
    diagnostic.span.slice(text)
}
