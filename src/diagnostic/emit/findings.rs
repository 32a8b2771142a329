//! Diagnostics made ready for writing.

use super::places::Places;
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::source::{
    CONFIG_FILE, FileId, Fingerprint, LineIndex, Position, SourceFile, SourceTree, Span,
};
use rustc_hash::FxHashSet;
use std::collections::{HashMap, HashSet};
use std::time::Duration;

/// What a run looked at and what it found, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    pub pages: usize,
    pub questions: usize,
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
}

impl Summary {
    /// Counts faults, each once, without looking at their places.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let each: FxHashSet<&Diagnostic> = diagnostics.iter().collect();
        Self::count(each.into_iter(), Self::default())
    }

    fn count<'a>(each: impl Iterator<Item = &'a Diagnostic>, told: Self) -> Self {
        each.fold(told, |mut sum, diagnostic| {
            match diagnostic.severity {
                Severity::Error => sum.errors += 1,
                Severity::Warning => sum.warnings += 1,
                Severity::Info => sum.infos += 1,
            }
            sum
        })
    }
}

/// A diagnostic with what a format wants to know of its place.
#[derive(Debug)]
pub struct Finding<'a> {
    pub diagnostic: &'a Diagnostic,
    /// Relative to the project; `.` for a fault of the project as a whole.
    pub path: &'a str,
    /// The file's text; `None` for what has none, such as pictures and files that cannot be read.
    pub source: Option<&'a SourceFile>,
    pub start: Position,
    /// After the last character.
    pub end: Position,
}

/// All diagnostics of a run, sorted by path, place and code, each once.
#[derive(Debug)]
pub struct Findings<'a> {
    pub all: Vec<Finding<'a>>,
    pub summary: Summary,
    /// How long each part of the run took, in their order; empty when nobody asked.
    pub timings: Vec<(&'static str, Duration)>,
    sources: &'a SourceTree,
    places: Places,
    /// Files whose bytes on disk are exactly their text, so that edits can be told in bytes.
    exact: HashSet<FileId>,
}

impl<'a> Findings<'a> {
    /// Sorts and counts the diagnostics. `told` has the numbers of pages and questions; the faults are counted here.
    #[must_use]
    pub fn new(diagnostics: &'a [Diagnostic], sources: &'a SourceTree, told: Summary) -> Self {
        let places = Places::new(diagnostics.iter().flat_map(spans), sources);
        let mut paths: HashMap<FileId, &str> = HashMap::new();
        let mut all: Vec<Finding<'a>> = diagnostics
            .iter()
            .map(|diagnostic| Finding {
                diagnostic,
                path: paths
                    .entry(diagnostic.span.file)
                    .or_insert_with(|| path_of(sources, diagnostic.span.file)),
                source: sources.get(diagnostic.span.file),
                start: places.start(diagnostic.span),
                end: places.end(diagnostic.span),
            })
            .collect();
        all.sort_by(|a, b| order(a).cmp(&order(b)));
        let mut seen = FxHashSet::default();
        all.retain(|finding| seen.insert(finding.diagnostic));
        let mended = all.iter().flat_map(|f| &f.diagnostic.fixes);
        let edited: HashSet<FileId> = mended
            .flat_map(|fix| fix.edits.iter().map(|e| e.span.file))
            .collect();
        let exact = edited
            .into_iter()
            .filter(|&id| sources.get(id).is_some_and(is_exact))
            .collect();
        Self {
            summary: Summary::count(all.iter().map(|finding| finding.diagnostic), told),
            all,
            timings: Vec::new(),
            sources,
            places,
            exact,
        }
    }

    /// The path of a file that a label or an edit names.
    #[must_use]
    pub fn path(&self, file: FileId) -> &'a str {
        path_of(self.sources, file)
    }

    /// The file of a label or an edit, when it has text.
    #[must_use]
    pub fn source(&self, file: FileId) -> Option<&'a SourceFile> {
        self.sources.get(file)
    }

    /// The line of any place in a file, from 1; 1 in a file without text.
    #[must_use]
    pub fn line(&self, span: Span) -> usize {
        let source = self.sources.get(span.file);
        source.map_or(1, |source| {
            LineIndex::new(&source.text)
                .position(span.start as usize)
                .line
        })
    }

    /// The positions of a label or an edit: its first character, and the one after its last.
    #[must_use]
    pub fn positions(&self, span: Span) -> (Position, Position) {
        (self.places.start(span), self.places.end(span))
    }

    /// The fixes of a fault that can be told as edits of files on disk.
    pub fn fixes(&self, finding: &Finding<'a>) -> impl Iterator<Item = &'a Fix> {
        finding.diagnostic.fixes.iter().filter(|fix| {
            let mut edits = fix.edits.iter();
            edits.all(|edit| self.exact.contains(&edit.span.file))
        })
    }
}

/// Whether the bytes on disk are the text, but for a byte order mark. A file that is not UTF-8 was read with
/// replacement characters: its offsets mean nothing on disk.
pub(in crate::diagnostic) fn is_exact(file: &SourceFile) -> bool {
    if file.skipped_bytes == 0 {
        return Fingerprint::of(file.text.as_bytes()) == file.fingerprint;
    }
    let with_mark = format!("\u{feff}{}", file.text);
    Fingerprint::of(with_mark.as_bytes()) == file.fingerprint
}

fn path_of(sources: &SourceTree, file: FileId) -> &str {
    sources.path_of(file).unwrap_or({
        if file == FileId::of_path(CONFIG_FILE) {
            CONFIG_FILE
        } else {
            "."
        }
    })
}

fn spans(diagnostic: &Diagnostic) -> impl Iterator<Item = Span> {
    let labels = diagnostic.labels.iter().map(|label| label.span);
    let edits = diagnostic.fixes.iter().flat_map(|fix| &fix.edits);
    std::iter::once(diagnostic.span)
        .chain(labels)
        .chain(edits.map(|edit| edit.span))
}

fn order<'a>(finding: &'a Finding<'_>) -> impl Ord + use<'a> {
    let diagnostic = finding.diagnostic;
    let (span, code) = (diagnostic.span, diagnostic.rule.code);
    let words = (&diagnostic.message, &diagnostic.help);
    (finding.path, span.start, code, span.end, words)
}
