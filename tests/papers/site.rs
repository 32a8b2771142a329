//! A site in memory.

use std::sync::Arc;
use teachback::config::Config;
use teachback::link::{self, PageId, Site};
use teachback::model::Script;
use teachback::output::{Body, Outputs};
use teachback::parse;
use teachback::pipeline::{self, Memo, Options};
use teachback::source::{SourceFile, SourceTree};

pub const CAST: &str = "---\ntitle: T\ncast:\n  dana: {name: Dana, role: patient}\n  you: {name: You}\nmeters: {trust: 2}\nskills: [listen]\n---\n\n";

/// Builds a site of some files below `content/`.
pub fn build(files: &[(&str, &str)]) -> (Site, Outputs) {
    let mut sources = vec![SourceFile::new("teachback.yaml", "title: Test\n")];
    let contents = files.iter();
    sources.extend(contents.map(|(path, text)| SourceFile::new(&format!("content/{path}"), text)));
    let sources = SourceTree::new(sources, Vec::new(), Vec::new());
    let built = pipeline::build(&sources, &Options::default(), &Memo::default());
    built.expect("no media are read").value
}

/// Reads and links some files below `content/`, and draws nothing.
pub fn link(files: &[(&str, &str)]) -> Site {
    let config = Arc::new(Config::default());
    let sources = files
        .iter()
        .map(|(path, text)| SourceFile::new(&format!("content/{path}"), text));
    let sources = SourceTree::new(sources.collect(), Vec::new(), Vec::new());
    let parsed = sources
        .texts()
        .iter()
        .map(|file| Arc::new(parse::parse(file, &config)));
    link::link(
        parsed.collect(),
        &sources,
        &config,
        true,
        &link::Memo::default(),
    )
    .value
    .0
}

/// A page of the output.
pub fn html(outputs: &Outputs, path: &str) -> String {
    let output: &Arc<_> = outputs
        .get(path)
        .unwrap_or_else(|| panic!("{path} is built"));
    match output.body() {
        Body::Bytes(bytes) => String::from_utf8(bytes.clone()).expect("pages are UTF-8"),
        Body::Copy { .. } => panic!("a page is made by the build"),
    }
}

/// The script of the first page that has one.
pub fn script(site: &Site) -> (PageId, &Script) {
    let mut pages = site.pages.iter().enumerate();
    pages
        .find_map(|(at, page)| Some((PageId(at), page.page().script.as_ref()?)))
        .expect("the site has a script")
}

/// The values of an attribute, in the order of the page.
pub fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    let parts = html.split(&start).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

/// What stands between two texts, each time.
pub fn between<'h>(html: &'h str, start: &str, end: &str) -> Vec<&'h str> {
    let parts = html.split(start).skip(1);
    parts.filter_map(|part| part.split(end).next()).collect()
}

/// The words of a piece of HTML, without its tags.
pub fn words(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let texts = parts.map(|(at, part)| match part.split_once('>') {
        Some((_, text)) if at > 0 => text,
        _ => part,
    });
    let text: String = texts.collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
