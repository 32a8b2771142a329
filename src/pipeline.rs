//! A stand-in for the pipeline, so that the commands compile on this branch.
#![allow(missing_docs)]
use crate::config;
use crate::diagnostic::{Diagnostic, Outcome, UNREADABLE_FILE};
use crate::output::Outputs;
use crate::source::{FileId, SourceTree, Span};

#[derive(Debug, Default)]
pub struct Options {
    pub drafts: bool,
}
#[derive(Debug, Default)]
pub struct Memo(());
#[derive(Debug, Default)]
pub struct Site(usize);
#[derive(Debug, Default)]
pub struct Counts {
    pub pages: usize,
    pub questions: usize,
}
impl Site {
    pub fn counts(&self) -> Counts {
        Counts {
            pages: self.0,
            questions: 0,
        }
    }
}
pub fn check(sources: &SourceTree, _: &Options, _: &Memo) -> Outcome<Site> {
    let mut diagnostics = config::load(sources).diagnostics;
    for fault in &sources.faults {
        let span = Span::start_of(FileId::of_path(&fault.path));
        diagnostics.push(Diagnostic::new(
            &UNREADABLE_FILE,
            span,
            "this file cannot be read",
        ));
    }
    Outcome::new(Site(sources.texts().len()), diagnostics)
}
pub fn build(sources: &SourceTree, options: &Options, memo: &Memo) -> Outcome<(Site, Outputs)> {
    check(sources, options, memo).map(|site| (site, Outputs))
}
