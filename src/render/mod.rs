//! From a site to the files of its output.
//!
//! 1. [`theme`] holds templates, words and assets.
//! 2. `writer` draws the Markdown of a page, `blocks`, `questions` and `dialogue` what only teachback has.
//! 3. `pages` fills a view for each page and draws its template.
//! 4. `search` reads what can be found, and puts its index beside the pages, once all of them are there.
//! 5. `manifest` lists what came out.

mod address;
pub mod assets;
mod atlas;
mod bidi;
mod blocks;
mod brand;
mod choosers;
mod compare;
mod course;
mod dialogue;
mod dialogue_data;
pub mod escape;
mod frame;
pub mod highlight;
mod ids;
mod inline;
mod manifest;
mod map;
mod markdown;
mod notes;
mod offline;
mod pages;
mod pictures;
mod question_key;
mod questions;
mod quizzes;
mod reading_time;
mod recordings;
mod references;
pub mod sanitise;
mod search;
mod sheet;
mod state;
pub mod theme;
mod toc;
pub mod view;
pub mod words;
mod writer;

pub use dialogue_data::json as script_data;
pub use reading_time::minutes as reading_minutes;

use crate::diagnostic::{Diagnostic, OUTPUT_CLASH, Outcome};
use crate::levels::Levels;
use crate::link::{PageId, Site};
use crate::media::Media;
use crate::memo::{State, Traced};
use crate::output::{MANIFEST, Output, Outputs, Records, Shelf, WriteError};
use crate::source::{CONTENT_DIR, SourceTree, Span};
use assets::{Asset, AssetBody};
use atlas::Atlas;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use theme::Theme;
use writer::Studio;

/// Drawn pages: those of the site by their source, the others by their path in the output.
pub type Memo = Traced<String, Outcome<Drawing>>;

/// What pages are drawn on.
pub struct Bench<'a> {
    /// Of the site.
    pub state: &'a State,
    /// Pages of earlier builds.
    pub memo: &'a Memo,
    /// The pictures and recordings of the site.
    pub media: &'a Media,
    /// Is told of every page that is ready.
    pub ready: &'a (dyn Fn() + Sync),
    /// Takes what is drawn; without one it stays in memory.
    pub shelf: Option<&'a Shelf>,
}

/// Draws every page of a site and gathers its files, all but the search and the lists of files, for which a place is kept.
/// What was drawn before from the same parts of the site is not drawn again.
pub fn render(
    site: &Site,
    levels: &Levels,
    theme: &Theme,
    sources: &SourceTree,
    bench: &Bench<'_>,
) -> Outcome<Outputs> {
    let atlas = Atlas::of(site);
    let studio = Studio {
        site,
        levels,
        theme,
        atlas: &atlas,
        media: bench.media,
    };
    let state = Arc::new(state::state(bench.state, studio));
    let mut diagnostics = Vec::new();
    let mut outputs = Outputs::new();
    let config = Span::start_of(site.config.theme.span.file);
    for drawn in draw_all(studio, &state, bench) {
        diagnostics.extend(drawn.diagnostics.iter().cloned());
        for output in &drawn.value.outputs {
            let place = drawn.value.place.unwrap_or(config);
            add(&mut outputs, output.clone(), place, &mut diagnostics);
        }
    }
    if let Some(base) = &site.config.base_url {
        let others = pages::generated(studio).into_iter();
        let others = others
            .filter(|page| page.is_for_search())
            .map(|page| page.path);
        let map = Output::bytes(address::SITE_MAP, address::site_map(base, site, others));
        add(&mut outputs, Arc::new(map), config, &mut diagnostics);
    }
    for page in pages::search(studio, &search::Indexes::new()) {
        let (path, _) = page.take(&mut diagnostics);
        let clash = outputs.reserve(&path).err();
        diagnostics.extend(clash.map(|clash| clash_fault(&path, &clash.with, config)));
    }
    for asset in theme.assets() {
        add(&mut outputs, asset_output(asset), config, &mut diagnostics);
    }
    files(studio, sources, &mut outputs, &mut diagnostics);
    unique(&mut diagnostics);
    Outcome::new(outputs, diagnostics)
}

/// The pages of the site, then those that no file stands for.
fn draw_all(
    studio: Studio<'_>,
    state: &Arc<State>,
    bench: &Bench<'_>,
) -> Vec<Arc<Outcome<Drawing>>> {
    let memo = bench.memo.round(state);
    let pages = &studio.site.pages;
    let own = (0..pages.len()).into_par_iter().map(|at| {
        (bench.ready)();
        let key = format!("{CONTENT_DIR}/{}", pages[at].source);
        let make = || draw(studio, PageId(at), bench.shelf);
        memo.get_or(key, make)
    });
    let mut drawn: Vec<_> = own.collect();
    let generated = pages::generated(studio).into_par_iter().map(|page| {
        let make = || page.draw(studio).map(|page| of_site(page, bench.shelf));
        memo.get_or(page.path.clone(), make)
    });
    drawn.par_extend(generated);
    drawn
}

/// Adds the index of the search, and the pages that name it, for which [`render`] kept a place. They follow every text of
/// the site, so that nothing is gained by remembering them; a preview makes them when somebody searches.
pub fn add_search(
    (site, levels, theme, media): (&Site, &Levels, &Theme, &Media),
    outputs: &mut Outputs,
    shelf: Option<&Shelf>,
) {
    let atlas = Atlas::of(site);
    let studio = Studio {
        site,
        levels,
        theme,
        atlas: &atlas,
        media,
    };
    let files = Mutex::new(Vec::new());
    let indexes = search::indexes(site, &|path, text| {
        let file = Output::made(shelf, path, text);
        lock(&files).push(file);
    });
    for page in pages::search(studio, &indexes) {
        let (path, html) = page.value;
        outputs.fill(Arc::new(Output::made(shelf, path, html)));
    }
    for file in lock(&files).drain(..) {
        // Only the same file can have the same mark in its name.
        let _ = outputs.insert(file);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic while the lock is held can only be an allocation failure between two whole states.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Adds the worker that keeps the site in browsers, where one is asked for, and `teachback.json`, which lists every other
/// file.
///
/// # Errors
/// When a media file cannot be read.
pub fn add_manifest(
    site: &Site,
    outputs: &mut Outputs,
    records: &Records,
) -> Result<(), WriteError> {
    if let Some(worker) = offline::worker(&site.config, outputs, records)? {
        let added = outputs.insert(Arc::new(Output::bytes(offline::WORKER, worker)));
        added.expect("invariant: `add` keeps the worker's name free");
    }
    let manifest = manifest::manifest(site, outputs, records)?;
    let added = outputs.insert(manifest);
    added.expect("invariant: `add` keeps the manifest's name free");
    Ok(())
}

/// A page as it is put out: at its own path, and at that of its group when it is the first variant; with what goes with it.
#[derive(Debug)]
pub struct Drawing {
    outputs: Vec<Arc<Output>>,
    /// Its source, where it has one.
    place: Option<Span>,
}

/// A page that belongs to no file.
fn of_site((path, html): pages::Drawn, shelf: Option<&Shelf>) -> Drawing {
    Drawing {
        outputs: vec![Arc::new(Output::made(shelf, path, html))],
        place: None,
    }
}

fn draw(studio: Studio<'_>, id: PageId, shelf: Option<&Shelf>) -> Outcome<Drawing> {
    let site = studio.site;
    let mut drawn = pages::page(studio, id).map(|(path, html)| {
        let group = site.group_of(id);
        let alias = group.alias.clone().filter(|_| group.variants[0] == id);
        let mut outputs = Vec::new();
        // Both stand in the same folder, so that the same bytes serve for both.
        outputs.extend(alias.map(|alias| Arc::new(Output::made(shelf, alias, html.as_str()))));
        outputs.push(Arc::new(Output::made(shelf, path, html)));
        let place = Some(Span::start_of(site.page(id).parsed.value.file));
        Drawing { outputs, place }
    });
    let beside = pages::beside(studio, id).take(&mut drawn.diagnostics);
    let prints = pages::prints(studio, id).take(&mut drawn.diagnostics);
    for (path, html) in beside.into_iter().chain(prints) {
        drawn
            .value
            .outputs
            .push(Arc::new(Output::made(shelf, path, html)));
    }
    drawn
}

/// A file of the theme as it is put out.
pub fn asset_output(asset: &Asset) -> Arc<Output> {
    Arc::new(match &asset.body {
        AssetBody::Text(text) => Output::bytes(asset.path.as_str(), text.as_str()),
        AssetBody::Copy(file) => Output::copy(asset.path.as_str(), file),
    })
}

fn add(outputs: &mut Outputs, output: Arc<Output>, place: Span, diagnostics: &mut Vec<Diagnostic>) {
    let top = output.path().split('/').next().unwrap_or("");
    let own = [
        (MANIFEST, "the list of all files"),
        (
            offline::WORKER,
            "what keeps the site for use without a network",
        ),
    ];
    let own = own.iter().find(|(name, _)| top.eq_ignore_ascii_case(name));
    let clash = if let Some((_, what)) = own {
        Some((output.path().to_owned(), (*what).to_owned()))
    } else {
        let clash = outputs.insert(output).err();
        clash.map(|clash| (clash.path, clash.with))
    };
    diagnostics.extend(clash.map(|(path, with)| clash_fault(&path, &with, place)));
}

fn clash_fault(path: &str, with: &str, place: Span) -> Diagnostic {
    let message = format!("{path} and {with} would be the same file of the site");
    let help = "rename one: some disks do not tell upper case from lower case";
    Diagnostic::new(&OUTPUT_CLASH, place, message).help(help)
}

/// Files that pages show or link to: pictures in the sizes that pages need, everything else copied as it is.
fn files(
    studio: Studio<'_>,
    sources: &SourceTree,
    outputs: &mut Outputs,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Studio { site, media, .. } = studio;
    let linked = site.media.keys().map(String::as_str);
    let copied: BTreeSet<&str> = linked.chain(media.gallery.copied()).collect();
    for path in copied {
        let source = format!("{CONTENT_DIR}/{path}");
        let (output, id) = match (sources.media_at(&source), sources.get_path(&source)) {
            (Some(file), _) => (Output::copy(path, file), file.id),
            (None, Some(file)) => (Output::bytes(path, file.text.as_bytes()), file.id),
            (None, None) => continue,
        };
        add(outputs, Arc::new(output), Span::start_of(id), diagnostics);
    }
    let config = Span::start_of(site.config.theme.span.file);
    for (path, script) in media.films.scripts() {
        let output = Arc::new(Output::bytes(path, script));
        add(outputs, output, config, diagnostics);
    }
    for made in media.gallery.made() {
        let clash = outputs.insert_made(made.clone()).err();
        diagnostics.extend(clash.map(|clash| clash_fault(&clash.path, &clash.with, config)));
    }
}

/// A fault of a template is found on every page that uses it, and told once.
fn unique(diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = std::collections::HashSet::new();
    diagnostics.retain(|d| seen.insert((d.rule.code, d.span, d.message.clone())));
}
