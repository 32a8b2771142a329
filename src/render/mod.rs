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
mod footnotes;
mod frame;
mod gather;
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

use crate::diagnostic::{Diagnostic, Outcome};
use crate::levels::Levels;
use crate::link::{PageId, Site};
use crate::media::Media;
use crate::memo::{State, Traced};
use crate::output::{Output, Outputs, Records, Shelf, WriteError};
use crate::source::{CONTENT_DIR, SourceTree, Span};
use assets::{Asset, AssetBody};
use atlas::Atlas;
use gather::{Item, Put};
use pages::Generated;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use theme::Theme;
use writer::Studio;

/// What was drawn in earlier builds.
#[derive(Debug, Default)]
pub struct Memo {
    atlas: atlas::Memo,
    pages: Traced<Outcome<Drawing>>,
    generated: Traced<Outcome<Drawing>>,
    /// One value: what search engines are told, where the address of the site is known.
    map: Traced<Option<Arc<Output>>>,
    /// The paths of the pages that search.
    search: Traced<Outcome<Arc<str>>>,
    /// The files of a theme.
    assets: crate::memo::Memo<u64, Vec<Arc<Output>>>,
    gathered: gather::Memo,
}

/// What pages are drawn on.
pub struct Bench<'a> {
    /// Of the site.
    pub state: &'a Arc<State>,
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
    let atlas = Atlas::remembered(site, bench.state, &bench.memo.atlas);
    let studio = Studio {
        site,
        levels,
        theme,
        atlas: &atlas,
        media: bench.media,
    };
    let state = Arc::new(state::state(bench.state, studio));
    let mut diagnostics = Vec::new();
    let pages = bench.memo.pages.renewed(&state, site.pages.len(), |at| {
        (bench.ready)();
        draw(studio, PageId(at), bench.shelf)
    });
    let mut rest = draw_others(studio, &state, bench).take(&mut diagnostics);
    let config = Span::start_of(site.config.theme.span.file);
    rest.extend(assets(theme, bench.memo).iter().map(|asset| Item {
        put: Put::File(asset.clone()),
        place: config,
    }));
    files(studio, sources, &mut rest);
    let outputs = gather::gather(&pages, rest, &bench.memo.gathered).take(&mut diagnostics);
    unique(&mut diagnostics);
    Outcome::new(outputs, diagnostics)
}

/// The pages that no file stands for, and the places of those that search.
fn draw_others(studio: Studio<'_>, state: &Arc<State>, bench: &Bench<'_>) -> Outcome<Vec<Item>> {
    let (site, memo) = (studio.site, bench.memo);
    let generated = pages::generated(studio);
    let paths: Vec<&str> = generated.iter().map(|page| page.path.as_str()).collect();
    let state = Arc::new(state::of_generated(state, &paths));
    let others = memo.generated.all(&state, generated.len(), |at| {
        let drawn = generated[at].draw(studio);
        drawn.map(|page| of_site(page, site, bench.shelf))
    });
    let map = memo.map.all(&state, 1, |_| site_map(site, &generated));
    let languages = &site.config.languages;
    let search = memo.search.all(&state, languages.len(), |at| {
        let page = pages::search(studio, &languages[at], &search::Indexes::new());
        page.map(|(path, _)| path.into())
    });
    let config = Span::start_of(site.config.theme.span.file);
    let (mut items, mut diagnostics) = (Vec::new(), Vec::new());
    let item = |place, put| Item { put, place };
    for drawn in others.iter() {
        diagnostics.extend_from_slice(&drawn.diagnostics);
        items.extend(drawn.value.items());
    }
    let maps = map.iter().flat_map(|map| map.iter());
    items.extend(maps.map(|map| item(config, Put::File(map.clone()))));
    for page in search.iter() {
        diagnostics.extend_from_slice(&page.diagnostics);
        items.push(item(config, Put::Kept(page.value.clone())));
    }
    Outcome::new(items, diagnostics)
}

/// The addresses of all pages for search engines.
fn site_map(site: &Site, generated: &[Generated]) -> Option<Arc<Output>> {
    let base = site.config.base_url.as_ref()?;
    let others = generated.iter().filter(|page| page.is_for_search());
    let others = others.map(|page| page.path.clone());
    let map = address::site_map(base, site, others);
    Some(Arc::new(Output::bytes(address::SITE_MAP, map)))
}

fn assets(theme: &Theme, memo: &Memo) -> Arc<Vec<Arc<Output>>> {
    let make = || theme.assets().iter().map(asset_output).collect();
    let assets = memo.assets.get_or(theme.digest(), make);
    memo.assets.sweep();
    assets
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
    for lang in &site.config.languages {
        let (path, html) = pages::search(studio, lang, &indexes).value;
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
    /// Its source, or the settings for a page that has none.
    place: Span,
}

impl Drawing {
    fn items(&self) -> impl Iterator<Item = Item> {
        let outputs = self.outputs.iter();
        outputs.map(|output| Item {
            put: Put::File(output.clone()),
            place: self.place,
        })
    }
}

/// A page that belongs to no file.
fn of_site((path, html): pages::Drawn, site: &Site, shelf: Option<&Shelf>) -> Drawing {
    Drawing {
        outputs: vec![Arc::new(Output::made(shelf, path, html))],
        place: Span::start_of(site.config.theme.span.file),
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
        let place = Span::start_of(site.page(id).parsed.value.file);
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

/// Files that pages show or link to: pictures in the sizes that pages need, everything else copied as it is.
fn files(studio: Studio<'_>, sources: &SourceTree, items: &mut Vec<Item>) {
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
        items.push(Item {
            put: Put::File(Arc::new(output)),
            place: Span::start_of(id),
        });
    }
    let place = Span::start_of(site.config.theme.span.file);
    let scripts = media.films.scripts();
    let scripts = scripts.map(|(path, script)| Put::File(Arc::new(Output::bytes(path, script))));
    let named = media.gallery.made().map(|made| Put::Named(made.clone()));
    items.extend(scripts.chain(named).map(|put| Item { put, place }));
}

/// A fault of a template is found on every page that uses it, and told once.
fn unique(diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = std::collections::HashSet::new();
    diagnostics.retain(|d| seen.insert((d.rule.code, d.span, d.message.clone())));
}
