//! Which pages there are, and how they stand to each other. It follows from names and settings alone, so that it is made
//! again only when a file comes, goes or is renamed.

use super::collect::{Collected, below_content};
use super::navigation;
use super::site::{Group, PageId, page};
use super::targets::Paths;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, OUTPUT_CLASH, Outcome};
use crate::memo::digest;
use crate::model::{PageKind, PageName};
use crate::source::{FileId, SourceTree, Span};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Names of pages that the program makes itself.
const GENERATED: [&str; 3] = ["glossary.html", "references.html", "404.html"];

/// The pages of a site by their names.
#[derive(Debug)]
pub struct Frame {
    /// In the order of their paths.
    pub places: Vec<Place>,
    /// The file of each place.
    pub files: Arc<Vec<FileId>>,
    /// In the order of the first page's path.
    pub groups: Arc<Vec<Group>>,
    /// The folders of modules, in the order of their names.
    pub folders: Vec<Folder>,
    /// What an address can name.
    pub paths: Paths,
}

/// The folder of a module.
#[derive(Debug)]
pub struct Folder {
    /// Below `modules/`.
    pub name: String,
    /// The pages in it, in the order of their paths.
    pub pages: Vec<PageId>,
}

/// Where a page stands.
#[derive(Debug)]
pub struct Place {
    /// Its number among the pages of [`Collected`].
    pub document: usize,
    pub file: FileId,
    pub name: PageName,
    pub kind: PageKind,
    /// Below `content/`.
    pub source: String,
    /// In the output.
    pub path: String,
    pub group: usize,
}

impl Frame {
    /// Stands the collected pages in their places.
    pub fn new(collected: &Collected, sources: &SourceTree, config: &Config) -> Outcome<Self> {
        let mut diagnostics = Vec::new();
        let mut places = distinct_places(collected, &mut diagnostics);
        let groups = navigation::groups(&mut places, config).take(&mut diagnostics);
        let frame = Self {
            paths: Paths::new(&places, collected, sources),
            groups: Arc::new(groups),
            files: Arc::new(places.iter().map(|place| place.file).collect()),
            folders: navigation::folders(&places),
            places,
        };
        Outcome::new(frame, diagnostics)
    }
}

/// A number that changes with everything that a frame is made from.
#[must_use]
pub fn mark(collected: &Collected, sources: &SourceTree, config: &Config) -> u64 {
    let pages = collected.pages.iter().map(|page| page.value.file);
    let media = sources.media().iter().map(|media| media.id);
    digest((
        pages.collect::<Vec<FileId>>(),
        media.collect::<Vec<FileId>>(),
        (&collected.drafts, &collected.attachments),
        config.fingerprint,
    ))
}

fn output_path(source: &str) -> String {
    format!("{}.html", source.strip_suffix(".md").unwrap_or(source))
}

/// The pages without those whose output another page has already, also on a disk that does not know upper case.
fn distinct_places(collected: &Collected, diagnostics: &mut Vec<Diagnostic>) -> Vec<Place> {
    let mut taken: FxHashMap<String, Option<usize>> = FxHashMap::default();
    taken.extend(GENERATED.iter().map(|name| ((*name).to_owned(), None)));
    let mut kept: Vec<Place> = Vec::with_capacity(collected.pages.len());
    for (at, document) in collected.pages.iter().enumerate() {
        let page = page(document).expect("collect gathers pages");
        let source = below_content(&document.value.path).to_owned();
        let place = Place {
            document: at,
            file: document.value.file,
            name: page.name.clone(),
            kind: page.kind,
            path: output_path(&source),
            source,
            group: 0,
        };
        let key = place.path.to_lowercase();
        match taken.get(&key) {
            None => {
                taken.insert(key, Some(kept.len()));
                kept.push(place);
            }
            Some(other) => diagnostics.push(clash(&place, other.map(|at| &kept[at]))),
        }
    }
    kept
}

/// Tells a page whose output another page has, or one that the program makes.
fn clash(place: &Place, other: Option<&Place>) -> Diagnostic {
    let span = Span::start_of(place.file);
    let Some(other) = other else {
        let message = format!("{} is a page that teachback makes itself", place.path);
        return Diagnostic::new(&OUTPUT_CLASH, span, message).help("give this file another name");
    };
    let message = format!(
        "{} and {} would give the same page",
        place.source, other.source
    );
    Diagnostic::new(&OUTPUT_CLASH, span, message)
        .label(Span::start_of(other.file), "the other file")
        .help("rename one: some disks do not tell upper case from lower case")
}
