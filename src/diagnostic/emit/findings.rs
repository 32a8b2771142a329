//! Diagnostics made ready for writing.

use super::places::Places;
use crate::diagnostic::{Diagnostic, Fix, Rule, Severity};
use crate::source::{
    CONFIG_FILE, FileId, Fingerprint, LineIndex, Position, SourceFile, SourceTree, Span,
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
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
    /// The number that counts a severity.
    pub(in crate::diagnostic) fn of(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        }
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
    /// How many of a rule are counted but not among these.
    pub left_out: BTreeMap<&'static str, LeftOut>,
    pub summary: Summary,
    /// How long each part of the run took, in their order; empty when nobody asked.
    pub timings: Vec<(&'static str, Duration)>,
    sources: &'a SourceTree,
    places: Places,
    /// Files whose bytes on disk are exactly their text, so that edits can be told in bytes.
    exact: FxHashSet<FileId>,
}

/// What is counted only.
#[derive(Debug)]
pub struct LeftOut {
    pub rule: &'static Rule,
    pub number: usize,
}

impl<'a> Findings<'a> {
    /// Sorts and counts the diagnostics. `told` has the numbers of pages and questions; the faults are counted here.
    #[must_use]
    pub fn new(
        diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
        sources: &'a SourceTree,
        told: Summary,
    ) -> Self {
        Self::first(usize::MAX, diagnostics, sources, told)
    }

    /// The same with the first `most` of each rule; the others are counted.
    #[must_use]
    pub fn first(
        most: usize,
        diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
        sources: &'a SourceTree,
        told: Summary,
    ) -> Self {
        let mut sorted = sorted(diagnostics, sources);
        let summary = sorted.iter().fold(told, |mut sum, one| {
            *sum.of(one.diagnostic.severity) += 1;
            sum
        });
        let left_out = shorten(&mut sorted, most);
        let spans = sorted.iter().flat_map(|one| spans(one.diagnostic));
        let places = Places::new(spans, sources);
        let exact = exact(&sorted, sources);
        let all = sorted.into_par_iter().map(|one| Finding {
            diagnostic: one.diagnostic,
            path: one.path,
            source: sources.get(one.diagnostic.span.file),
            start: places.start(one.diagnostic.span),
            end: places.end(one.diagnostic.span),
        });
        Self {
            all: all.collect(),
            left_out,
            summary,
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

/// A diagnostic with the path of its file, and the place of that path among those of all.
#[derive(Clone, Copy)]
struct Sorted<'a> {
    diagnostic: &'a Diagnostic,
    path: &'a str,
    rank: u32,
}

impl<'a> Sorted<'a> {
    fn key(&self) -> impl Ord + use<'a> {
        let diagnostic = self.diagnostic;
        let (span, code) = (diagnostic.span, diagnostic.rule.code);
        let words = (&diagnostic.message, &diagnostic.help);
        (self.rank, span.start, code, span.end, words)
    }
}

/// By path, place, code and words, each once.
fn sorted<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    sources: &'a SourceTree,
) -> Vec<Sorted<'a>> {
    let all: Vec<&Diagnostic> = diagnostics.into_iter().collect();
    let paths = paths(&all, sources);
    let with_path = all.into_par_iter().map(|diagnostic| {
        let (path, rank) = paths[&diagnostic.span.file];
        Sorted {
            diagnostic,
            path,
            rank,
        }
    });
    let mut all: Vec<Sorted<'a>> = with_path.collect();
    all.par_sort_by(|a, b| a.key().cmp(&b.key()));
    let mut each: Vec<Sorted<'a>> = Vec::with_capacity(all.len());
    for one in all {
        let alike = each.iter().rev().take_while(|e| e.key() == one.key());
        if !alike.into_iter().any(|e| e.diagnostic == one.diagnostic) {
            each.push(one);
        }
    }
    each
}

/// The path of every file that is told of, with its place among all of them in order.
fn paths<'a>(all: &[&Diagnostic], sources: &'a SourceTree) -> FxHashMap<FileId, (&'a str, u32)> {
    let files: FxHashSet<FileId> = all.iter().map(|one| one.span.file).collect();
    let files = files.into_iter().map(|file| (path_of(sources, file), file));
    let mut files: Vec<(&str, FileId)> = files.collect();
    files.sort_unstable_by_key(|(path, _)| *path);
    let (mut paths, mut rank, mut last) = (FxHashMap::default(), 0, "");
    for (path, file) in files {
        rank += u32::from(path != last);
        last = path;
        paths.insert(file, (path, rank));
    }
    paths
}

/// Keeps the first ones of each rule, and counts the others.
fn shorten(sorted: &mut Vec<Sorted<'_>>, most: usize) -> BTreeMap<&'static str, LeftOut> {
    let mut told: FxHashMap<&str, usize> = FxHashMap::default();
    let mut left_out: BTreeMap<&str, LeftOut> = BTreeMap::new();
    sorted.retain(|one| {
        let rule = one.diagnostic.rule;
        let told = told.entry(rule.code).or_default();
        let is_told = *told < most;
        if is_told {
            *told += 1;
        } else {
            let others = left_out.entry(rule.code);
            others.or_insert(LeftOut { rule, number: 0 }).number += 1;
        }
        is_told
    });
    left_out
}

/// The files that fixes change and whose bytes on disk are their text.
fn exact(sorted: &[Sorted<'_>], sources: &SourceTree) -> FxHashSet<FileId> {
    let fixes = sorted.iter().flat_map(|one| &one.diagnostic.fixes);
    let edits = fixes.flat_map(|fix| &fix.edits);
    let edited: FxHashSet<FileId> = edits.map(|edit| edit.span.file).collect();
    let edited: Vec<FileId> = edited.into_iter().collect();
    let is_exact = |id: &FileId| sources.get(*id).is_some_and(is_exact);
    edited.into_par_iter().filter(is_exact).collect()
}
