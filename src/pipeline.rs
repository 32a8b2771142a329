//! The order of things: the only module that knows what comes after what.

mod progress;

use crate::config::{self, Config};
use crate::diagnostic::emit::{Findings, Summary};
use crate::diagnostic::{
    Diagnostic, Found, HUGE_FILE, INVALID_ENCODING, LINK_LEAVES_PROJECT, MISSING_CONFIG, Outcome,
    UNREADABLE_FILE,
};
use crate::levels::Levels;
use crate::link::{self, Parsed, Site};
use crate::lint;
use crate::media::{self, Media};
use crate::memo::Row;
use crate::model::{Date, Document};
use crate::output::{Output, Outputs, Records, Shelf, Stock, WriteError};
use crate::parse;
use crate::render::theme::{self, Theme};
use crate::render::{self, Bench};
use crate::report;
use crate::source::{
    CONFIG_FILE, CONTENT_DIR, FileId, Fingerprint, ReadFault, ReadFaultKind, SourceTree, Span,
};
pub use progress::{Phase, Progress};
use std::path::Path;
use std::sync::Arc;

/// What a run is asked for beyond the project itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Build pages that are marked as drafts.
    pub drafts: bool,
}

/// What was made before, for as many builds as the process lives. A build with a memo gives the bytes that one without
/// gives.
#[derive(Debug, Default)]
pub struct Memo {
    /// By what they were made from: file, text, settings.
    parsed: Row<(FileId, Fingerprint, Fingerprint), Outcome<Document>>,
    themes: crate::memo::Memo<u64, Outcome<Theme>>,
    linked: link::Memo,
    linted: lint::Memo,
    allowances: lint::AllowanceMemo,
    settings: lint::SettingsMemo,
    levels: lint::LevelMemo,
    drawn: render::Memo,
    media: media::Memo,
    stock: Stock,
    records: Records,
    /// How far the build is that is going on now.
    pub progress: Progress,
}

impl Memo {
    /// A memo for builds that write to `folder`: what earlier ones left there is not made again.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            stock: Stock::of(folder),
            ..Self::default()
        }
    }

    /// The same memo for one build, which keeps nothing for another: that saves time and memory. What it builds is the same.
    #[must_use]
    pub fn once(self) -> Self {
        Self {
            linked: link::Memo::once(),
            ..self
        }
    }

    /// What was made of pictures, and makes what is missing.
    #[must_use]
    pub fn stock(&self) -> &Stock {
        &self.stock
    }
}

/// Reads everything into a site and tells all that is wrong with it. The pages are drawn too, since a template can
/// fail on one of them, and two files can want the same place.
pub fn check(sources: &SourceTree, options: &Options, memo: &Memo) -> Outcome<Site> {
    make(sources, options, memo).map(|made| made.site).flat()
}

/// Makes the whole site, in memory.
///
/// # Errors
/// When a media file can no longer be read.
pub fn build(
    sources: &SourceTree,
    options: &Options,
    memo: &Memo,
) -> Result<Outcome<(Site, Outputs)>, WriteError> {
    build_onto(None, sources, options, memo).map(Outcome::flat)
}

/// Makes the whole site. What is made goes onto the shelf at once, and little of it stays in memory.
///
/// # Errors
/// When a media file can no longer be read.
pub fn build_onto(
    shelf: Option<&Shelf>,
    sources: &SourceTree,
    options: &Options,
    memo: &Memo,
) -> Result<Outcome<(Site, Outputs), Found>, WriteError> {
    let mut outcome = make_onto(shelf, sources, options, memo);
    let made = &mut outcome.value;
    let mut outputs = std::mem::take(&mut made.outputs);
    made.search(&mut outputs, shelf);
    memo.progress.begin(Phase::Write, 0);
    made.add_lists(&mut outputs, memo)?;
    Ok(outcome.map(|made| (made.site, outputs)))
}

/// A site with its pages.
#[derive(Debug)]
pub struct Made {
    pub site: Site,
    /// All but what every text goes into: the search and the lists of files.
    pub outputs: Outputs,
    pub levels: Levels,
    media: Media,
    theme: Arc<Outcome<Theme>>,
}

impl Made {
    /// Adds the search to the outputs of this site.
    pub fn add_search(&self, outputs: &mut Outputs) {
        self.search(outputs, None);
    }

    fn search(&self, outputs: &mut Outputs, shelf: Option<&Shelf>) {
        let of = (&self.site, &self.levels, &self.theme.value, &self.media);
        render::add_search(of, outputs, shelf);
    }

    /// Makes the pictures that are only named so far, and adds the lists of all other files, for which every byte is hashed.
    ///
    /// # Errors
    /// When a media file can no longer be read.
    pub fn add_lists(&self, outputs: &mut Outputs, memo: &Memo) -> Result<(), WriteError> {
        outputs.settle(&memo.stock, &memo.records)?;
        render::add_manifest(&self.site, outputs, &memo.records)
    }

    /// Adds the search, then the lists.
    ///
    /// # Errors
    /// When a media file can no longer be read.
    pub fn complete(&self, outputs: &mut Outputs, memo: &Memo) -> Result<(), WriteError> {
        self.add_search(outputs);
        memo.progress.begin(Phase::Write, 0);
        self.add_lists(outputs, memo)
    }
}

/// Makes the authors' report, in memory: what a check finds, as pages of their own. `today` decides what is overdue.
///
/// # Errors
/// When a file of the theme can no longer be read.
pub fn report(
    sources: &SourceTree,
    options: &Options,
    memo: &Memo,
    today: Date,
) -> Result<Outcome<(Site, Outputs)>, WriteError> {
    let Outcome {
        value: made,
        mut diagnostics,
    } = make(sources, options, memo).flat();
    let mut outputs = Outputs::new();
    let sheets = made.theme.value.stylesheets();
    let is_needed = |path: &String| {
        !path.ends_with(".js") && (!path.ends_with(".css") || sheets.contains(path))
    };
    let assets = made.theme.value.assets().iter();
    for asset in assets.filter(|asset| is_needed(&asset.path)) {
        put(&mut outputs, render::asset_output(asset));
    }
    let findings = Findings::new(&diagnostics, sources, Summary::default());
    let desk = report::Desk {
        site: &made.site,
        levels: &made.levels,
        findings: &findings,
        stylesheets: made.theme.value.stylesheets(),
        today,
    };
    let mut faults = Vec::new();
    for sheet in report::sheets(&desk) {
        let html = made
            .theme
            .value
            .render(sheet.template, &sheet.view)
            .take(&mut faults);
        put(&mut outputs, Arc::new(Output::bytes(sheet.path, html)));
    }
    put(&mut outputs, Arc::new(report::style()));
    let manifest = report::manifest(&outputs)?;
    put(&mut outputs, Arc::new(manifest));
    diagnostics.extend(faults);
    Ok(Outcome::new((made.site, outputs), diagnostics))
}

/// Adds a file. Of two that no disk can tell apart, which was told as a fault of the site, the first stays.
fn put(outputs: &mut Outputs, output: Arc<Output>) {
    if outputs.clash(output.path()).is_none() {
        let added = outputs.insert(output);
        added.expect("invariant: it clashes with nothing");
    }
}

/// Makes the pages of a site, in memory.
pub fn make(sources: &SourceTree, options: &Options, memo: &Memo) -> Outcome<Made, Found> {
    make_onto(None, sources, options, memo)
}

fn make_onto(
    shelf: Option<&Shelf>,
    sources: &SourceTree,
    options: &Options,
    memo: &Memo,
) -> Outcome<Made, Found> {
    let mut told = read_faults(sources);
    let progress = &memo.progress;
    progress.begin(Phase::Parse, sources.texts().len());
    let config = Arc::new(config::load(sources).take(&mut told));
    let parsed = parse_all(sources, &config, memo).take(&mut told);
    progress.begin(Phase::Link, 0);
    let (site, state) =
        link::link(parsed, sources, &config, options.drafts, &memo.linked).take(&mut told);
    let media = shown(&site, sources, &memo.media).take(&mut told);
    progress.begin(Phase::Lint, 0);
    let levels = lint::measure_levels(&site, &state, &memo.levels);
    let mut found = Found::from(told);
    let linted = lint::lint(&site, &levels, &state, &memo.linted);
    found.extend(linted.into_batches());
    found = lint::apply_allowances(found, (&site, sources), (&state, &memo.allowances));
    progress.begin(Phase::Render, site.pages.len());
    let theme = load_theme(sources, &config, memo);
    found.push(theme.diagnostics.clone());
    let bench = Bench {
        state: &state,
        memo: &memo.drawn,
        media: &media,
        ready: &|| progress.advance(),
        shelf,
    };
    let mut drawn = render::render(&site, &levels, &theme.value, sources, &bench);
    // What parts and pages have in common was told when the theme was loaded.
    drawn
        .diagnostics
        .retain(|told| !theme.diagnostics.contains(told));
    found.push(drawn.diagnostics);
    let found = lint::apply_settings(found, &config.lint, &memo.settings);
    let made = Made {
        site,
        levels,
        media,
        theme,
        outputs: drawn.value,
    };
    Outcome {
        value: made,
        diagnostics: found,
    }
}

/// Looks into what pages show and play.
fn shown(site: &Site, sources: &SourceTree, memo: &media::Memo) -> Outcome<Media> {
    let named = media::gallery::Named {
        shown: &site.pictures,
        given: &site.media,
    };
    let recordings = site.recordings.iter();
    let recordings = recordings.map(|recording| (recording.src.as_str(), &recording.captions));
    let mut diagnostics = Vec::new();
    let gallery = media::Gallery::of(named, sources, memo).take(&mut diagnostics);
    let films = media::Films::of(recordings, sources, memo).take(&mut diagnostics);
    Outcome::new(Media { gallery, films }, diagnostics)
}

fn load_theme(sources: &SourceTree, config: &Config, memo: &Memo) -> Arc<Outcome<Theme>> {
    let key = theme::digest(sources, config);
    let theme = memo.themes.get_or(key, || theme::load(sources, config));
    memo.themes.sweep();
    theme
}

fn parse_all(sources: &SourceTree, config: &Config, memo: &Memo) -> Outcome<Vec<Parsed>> {
    let below = format!("{CONTENT_DIR}/");
    let files: Vec<_> = sources.below(&below).collect();
    let keys = files.iter();
    let keys = keys.map(|file| (file.id, file.fingerprint, config.fingerprint));
    let parsed = memo.parsed.all(keys.collect(), |at| {
        memo.progress.advance();
        parse::parse(files[at], config)
    });
    let found = parsed
        .iter()
        .flat_map(|document| document.diagnostics.iter().cloned());
    let found = found.collect();
    Outcome::new(parsed.to_vec(), found)
}

/// What could not be read, as diagnostics.
fn read_faults(sources: &SourceTree) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = sources.faults.iter().map(read_fault).collect();
    if sources.get_path(CONFIG_FILE).is_none()
        && !sources.faults.iter().any(|f| f.path == CONFIG_FILE)
    {
        let place = Span::start_of(FileId::of_path(CONFIG_FILE));
        let message = "this project has no teachback.yaml";
        let help = "write one with a line `title: …`, or begin with `teachback new project`";
        faults.push(Diagnostic::new(&MISSING_CONFIG, place, message).help(help));
    }
    faults
}

fn read_fault(fault: &ReadFault) -> Diagnostic {
    let file = FileId::of_path(&fault.path);
    let start = Span::start_of(file);
    match &fault.kind {
        ReadFaultKind::Unreadable(reason) => {
            let message = format!("this cannot be read: {reason}");
            Diagnostic::new(&UNREADABLE_FILE, start, message)
                .help("check that the file is there, and that you may open it")
        }
        ReadFaultKind::NameNotUnicode => {
            Diagnostic::new(&UNREADABLE_FILE, start, "this name cannot be read as text")
                .help("give the file a name of letters, digits and hyphens")
        }
        ReadFaultKind::NotUtf8 { offset } => {
            let place = Span::new(file, *offset, offset + '\u{FFFD}'.len_utf8());
            let message =
                "from here on, signs of this file cannot be read: it is not saved as UTF-8";
            Diagnostic::new(&INVALID_ENCODING, place, message)
                .help("save it again with the encoding UTF-8; the lost signs are shown as \u{FFFD}")
        }
        ReadFaultKind::Utf16 => {
            Diagnostic::new(&INVALID_ENCODING, start, "this file is saved as UTF-16")
                .help("save it again with the encoding UTF-8")
        }
        ReadFaultKind::TooLarge(len) => {
            let message = format!("this text has {} MB and is not read", len >> 20);
            Diagnostic::new(&HUGE_FILE, start, message)
                .help("split it into pages that people can read")
        }
        ReadFaultKind::LeavesProject => {
            let message = "this is a link to a place outside the project, and is not followed";
            Diagnostic::new(&LINK_LEAVES_PROJECT, start, message)
                .help("copy the file or folder into the project")
        }
        ReadFaultKind::LinkLoop => Diagnostic::new(
            &LINK_LEAVES_PROJECT,
            start,
            "this link leads to a folder that holds it",
        )
        .help("remove the link"),
    }
}
