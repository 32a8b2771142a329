//! The order of things: the only module that knows what comes after what.

use crate::config::{self, Config};
use crate::diagnostic::{
    Diagnostic, HUGE_FILE, INVALID_ENCODING, LINK_LEAVES_PROJECT, MISSING_CONFIG, Outcome,
    UNREADABLE_FILE,
};
use crate::link::{self, Parsed, Site};
use crate::lint;
use crate::output::{Outputs, WriteError};
use crate::parse;
use crate::render::{self, theme};
use crate::source::{
    CONFIG_FILE, CONTENT_DIR, FileId, Fingerprint, ReadFault, ReadFaultKind, SourceTree, Span,
};
use rayon::prelude::*;
use std::sync::Arc;

/// What a run is asked for beyond the project itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Build pages that are marked as drafts.
    pub drafts: bool,
}

/// Parsed files by what they were made from: file, text, settings.
pub type Memo =
    crate::memo::Memo<(FileId, Fingerprint, Fingerprint), Outcome<crate::model::Document>>;

/// Reads everything into a site and tells all that is wrong with it.
pub fn check(sources: &SourceTree, options: &Options, memo: &Memo) -> Outcome<Site> {
    let mut diagnostics = read_faults(sources);
    let config = Arc::new(config::load(sources).take(&mut diagnostics));
    let parsed = parse_all(sources, &config, memo);
    memo.sweep();
    for document in &parsed {
        diagnostics.extend(document.diagnostics.iter().cloned());
    }
    let site = link::link(parsed, sources, &config, options.drafts).take(&mut diagnostics);
    diagnostics.extend(lint::lint(&site));
    let mut told = Vec::new();
    let kept = lint::apply_settings(diagnostics, &config.lint).take(&mut told);
    told.extend(kept);
    Outcome::new(site, told)
}

fn parse_all(sources: &SourceTree, config: &Config, memo: &Memo) -> Vec<Parsed> {
    let files: Vec<_> = sources.below(CONTENT_DIR).collect();
    let files = files
        .into_par_iter()
        .filter(|file| file.path.starts_with("content/"));
    files
        .map(|file| {
            let key = (file.id, file.fingerprint, config.fingerprint);
            memo.get_or(key, || parse::parse(file, config))
        })
        .collect()
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

/// Makes the whole site, in memory.
///
/// # Errors
/// When a media file can no longer be read.
pub fn build(
    sources: &SourceTree,
    options: &Options,
    memo: &Memo,
) -> Result<Outcome<(Site, Outputs)>, WriteError> {
    let mut diagnostics = Vec::new();
    let site = check(sources, options, memo).take(&mut diagnostics);
    let theme = theme::load(sources, &site.config).take(&mut diagnostics);
    let outputs = render::render(&site, &theme, sources)?.take(&mut diagnostics);
    Ok(Outcome::new((site, outputs), diagnostics))
}
