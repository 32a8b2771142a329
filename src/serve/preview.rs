//! One built site as a browser sees it. What only some pages ask for is made when they ask: nobody waits for it after a
//! save.

use super::editor::Places;
use super::facts::Fault;
use super::workshop::{Failure, Round};
use crate::diagnostic::emit::{Findings, Summary};
use crate::diagnostic::{Diagnostic, Found};
use crate::memo::digest;
use crate::output::{Body, MANIFEST, Output, Outputs, Spool};
use crate::pipeline::{Made, Memo};
use crate::source::{FileId, SourceTree, join_relative, parent};
use std::sync::{Arc, OnceLock};

/// The page that stands in for one that is not there.
pub(super) const NOT_FOUND: &str = "404.html";

/// A site, and what is to be said about it.
#[derive(Debug)]
pub struct Preview {
    /// Counts the builds of this run.
    pub number: u64,
    pub(super) shown: Arc<Shown>,
    /// Why the newest files are not shown.
    pub(super) trouble: Option<String>,
}

/// One build.
#[derive(Debug)]
pub(super) struct Shown {
    pub sources: Arc<SourceTree>,
    pub made: Arc<Made>,
    pub places: Places,
    diagnostics: Arc<Found>,
    memo: Arc<Memo>,
    pub summary: Summary,
    errors: OnceLock<Vec<Fault>>,
    /// With the search.
    searched: OnceLock<Outputs>,
}

impl Preview {
    pub(super) fn new(round: &Round, number: u64, places: Places, memo: Arc<Memo>) -> Self {
        let shown = Shown {
            sources: round.sources.clone(),
            made: round.made.clone(),
            places,
            diagnostics: round.diagnostics.clone(),
            memo,
            summary: round.summary,
            errors: OnceLock::new(),
            searched: OnceLock::new(),
        };
        Self {
            number,
            shown: Arc::new(shown),
            trouble: None,
        }
    }

    /// The same site, with the reason why it is not a newer one.
    pub(super) fn troubled(&self, number: u64, failure: &Failure) -> Self {
        Self {
            number,
            shown: self.shown.clone(),
            trouble: Some(failure.to_string()),
        }
    }

    /// The file at a path that an address names; a folder's is its index.
    pub(super) fn file(&self, path: &str) -> Option<&Arc<Output>> {
        let outputs = match self.is_of_search(path) {
            true => self.shown.searched(),
            false => &self.shown.made.outputs,
        };
        outputs.get(&named(path))
    }

    /// Whether a path names something that is not made before somebody asks for it, and that takes its time.
    pub(super) fn is_slow(&self, path: &str) -> bool {
        path == MANIFEST
            || self.shown.made.outputs.made(path).is_some()
            || self.is_of_search(path) && self.shown.searched.get().is_none()
    }

    /// A picture in one of its sizes, made when it is asked for; `None` for a path that names none.
    pub(super) fn picture(&self, path: &str) -> Option<Spool> {
        let made = self.shown.made.outputs.made(path)?;
        // A picture that was changed at this moment is named anew in a moment.
        self.shown.memo.stock().get(made).ok()
    }

    fn is_of_search(&self, path: &str) -> bool {
        path.starts_with(crate::search::FOLDER) || self.shown.made.outputs.is_reserved(path)
    }

    /// The key of the page at a path, and its style sheets.
    pub(super) fn look_at(&self, path: &str) -> (String, Vec<String>) {
        let outputs = &self.shown.made.outputs;
        if outputs.is_reserved(path) {
            // A page that searches is another one after every change of a text.
            let all = outputs
                .iter()
                .map(|output| (output.path(), output.fingerprint()));
            return (
                format!("{:016x}", digest(all.collect::<Vec<_>>())),
                Vec::new(),
            );
        }
        let shown = self.file(path).or_else(|| self.file(NOT_FOUND));
        shown.map(|output| self.look_of(output)).unwrap_or_default()
    }

    /// A page's key and its style sheets. The key also changes with the pictures and scripts that the page loads.
    fn look_of(&self, output: &Output) -> (String, Vec<String>) {
        let Body::Bytes(bytes) = output.body() else {
            return Default::default();
        };
        let html = String::from_utf8_lossy(bytes);
        let mut styles = Vec::new();
        let mut parts = Vec::new();
        let mut rest = &*html;
        while let Some((before, link)) = rest.split_once("<link rel=\"stylesheet\" href=\"") {
            let (href, after) = link.split_once('"').unwrap_or((link, ""));
            parts.push(before);
            styles.push(href.replace("&amp;", "&"));
            rest = after;
        }
        parts.push(rest);
        let loaded = parts
            .iter()
            .flat_map(|part| addresses(part))
            .filter_map(|href| {
                let path = super::address::path_of(&format!("/{href}"));
                let path = path.or_else(|| Some(href.to_owned()));
                let target = join_relative(parent(output.path()), &path?)?;
                self.shown
                    .made
                    .outputs
                    .get(&target)
                    .map(|output| output.fingerprint())
            });
        let loaded: Vec<_> = loaded.collect();
        (format!("{:016x}", digest((&parts, loaded))), styles)
    }

    /// The list of all files.
    pub(super) fn manifest(&self) -> Option<Arc<Output>> {
        let mut outputs = self.shown.searched().clone();
        let made = &self.shown.made;
        made.add_lists(&mut outputs, &self.shown.memo).ok()?;
        outputs.get(MANIFEST).cloned()
    }
}

impl Shown {
    fn searched(&self) -> &Outputs {
        self.searched.get_or_init(|| {
            let mut outputs = self.made.outputs.clone();
            self.made.add_search(&mut outputs);
            outputs
        })
    }

    /// Every error of the site, in the order of files and places.
    pub fn errors(&self) -> &[Fault] {
        self.errors
            .get_or_init(|| self.faults(self.diagnostics.errors()))
    }

    /// What was found in one file, in the order of the places.
    pub fn faults_in(&self, file: FileId) -> Vec<Fault> {
        self.faults(self.diagnostics.in_file(file))
    }

    fn faults<'a>(&'a self, diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Vec<Fault> {
        let findings = Findings::new(diagnostics, &self.sources, Summary::default());
        let faults = findings.all.iter();
        faults
            .map(|finding| Fault::new(finding, &self.places))
            .collect()
    }
}

/// The file that an address names: of a folder its index.
pub(super) fn named(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// Addresses of what a page loads.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    [" src=\"", " poster=\""].into_iter().flat_map(move |name| {
        let found = html
            .match_indices(name)
            .map(|(at, _)| &html[at + name.len()..]);
        found.map(|rest| rest.split('"').next().unwrap_or_default())
    })
}
