//! From a site to the files of its output.
//!
//! 1. [`theme`] holds templates, words and assets.
//! 2. `writer` draws the Markdown of a page, `blocks`, `questions` and `dialogue` what only teachback has.
//! 3. `pages` fills a view for each page and draws its template.
//! 4. `manifest` lists what came out.

pub mod assets;
mod atlas;
mod blocks;
mod brand;
mod course;
mod dialogue;
mod escape;
mod frame;
pub mod highlight;
mod ids;
mod inline;
mod manifest;
mod markdown;
mod notes;
mod pages;
mod question_key;
mod questions;
mod reading_time;
mod references;
pub mod sanitise;
pub mod theme;
mod toc;
pub mod view;
pub mod words;
mod writer;

use crate::diagnostic::{Diagnostic, OUTPUT_CLASH, Outcome};
use crate::levels::Levels;
use crate::link::{PageId, Site};
use crate::output::{MANIFEST, Output, Outputs, WriteError};
use crate::source::{CONTENT_DIR, SourceTree, Span};
use assets::{Asset, AssetBody};
use atlas::Atlas;
use rayon::prelude::*;
use std::sync::Arc;
use theme::Theme;
use writer::Studio;

/// Draws every page of a site and gathers its files, all but the manifest.
pub fn render(
    site: &Site,
    levels: &Levels,
    theme: &Theme,
    sources: &SourceTree,
) -> Outcome<Outputs> {
    let atlas = Atlas::of(site);
    let studio = Studio {
        site,
        levels,
        theme,
        atlas: &atlas,
    };
    let mut diagnostics = Vec::new();
    let mut outputs = Outputs::new();
    let drawn: Vec<Outcome<Drawing>> = (0..site.pages.len())
        .into_par_iter()
        .map(|at| draw(studio, PageId(at)))
        .collect();
    for outcome in drawn {
        let drawing = outcome.take(&mut diagnostics);
        for output in drawing.outputs {
            add(&mut outputs, output, drawing.place, &mut diagnostics);
        }
    }
    let config = Span::start_of(site.config.theme.span.file);
    for (path, html) in pages::generated(studio).take(&mut diagnostics) {
        add(
            &mut outputs,
            Arc::new(Output::bytes(path, html)),
            config,
            &mut diagnostics,
        );
    }
    for asset in theme.assets() {
        add(&mut outputs, asset_output(asset), config, &mut diagnostics);
    }
    media(site, sources, &mut outputs, &mut diagnostics);
    unique(&mut diagnostics);
    Outcome::new(outputs, diagnostics)
}

/// Adds `teachback.json`, which lists every other file.
///
/// # Errors
/// When a media file cannot be read.
pub fn add_manifest(site: &Site, outputs: &mut Outputs) -> Result<(), WriteError> {
    let manifest = manifest::manifest(site, outputs)?;
    let added = outputs.insert(Arc::new(Output::bytes(MANIFEST, manifest)));
    added.expect("invariant: `add` keeps the manifest's name free");
    Ok(())
}

/// A page as it is put out: at its own path, and at that of its group when it is the first variant.
struct Drawing {
    outputs: Vec<Arc<Output>>,
    /// Its source.
    place: Span,
}

fn draw(studio: Studio<'_>, id: PageId) -> Outcome<Drawing> {
    let site = studio.site;
    pages::page(studio, id).map(|(path, html)| {
        let group = site.group_of(id);
        let alias = group.alias.clone().filter(|_| group.variants[0] == id);
        let mut outputs = Vec::new();
        // Both stand in the same folder, so that the same bytes serve for both.
        outputs.extend(alias.map(|alias| Arc::new(Output::bytes(alias, html.clone()))));
        outputs.push(Arc::new(Output::bytes(path, html)));
        let place = Span::start_of(site.page(id).parsed.value.file);
        Drawing { outputs, place }
    })
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
    let clash = if top.eq_ignore_ascii_case(MANIFEST) {
        Some((output.path().to_owned(), "the list of all files".to_owned()))
    } else {
        let clash = outputs.insert(output).err();
        clash.map(|clash| (clash.path, clash.with))
    };
    if let Some((path, with)) = clash {
        let message = format!("{path} and {with} would be the same file of the site");
        let help = "rename one: some disks do not tell upper case from lower case";
        diagnostics.push(Diagnostic::new(&OUTPUT_CLASH, place, message).help(help));
    }
}

/// Files that pages show or link to, copied as they are.
fn media(
    site: &Site,
    sources: &SourceTree,
    outputs: &mut Outputs,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for path in &site.media {
        let source = format!("{CONTENT_DIR}/{path}");
        if let Some(file) = sources.media_at(&source) {
            let place = Span::start_of(file.id);
            add(
                outputs,
                Arc::new(Output::copy(path.as_str(), file)),
                place,
                diagnostics,
            );
        } else if let Some(file) = sources.get_path(&source) {
            let output = Output::bytes(path.as_str(), file.text.as_bytes());
            add(
                outputs,
                Arc::new(output),
                Span::start_of(file.id),
                diagnostics,
            );
        }
    }
}

/// A fault of a template is found on every page that uses it, and told once.
fn unique(diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = std::collections::HashSet::new();
    diagnostics.retain(|d| seen.insert((d.rule.code, d.span, d.message.clone())));
}
