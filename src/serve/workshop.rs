//! Makes the site again and again, each time from what changed.

#![expect(
    clippy::disallowed_methods,
    reason = "an author is told how long a change took"
)]

use crate::diagnostic::emit::Summary;
use crate::diagnostic::{Found, Ledger};
use crate::output::{Outputs, WriteError};
use crate::pipeline::{self, Made, Memo, Options};
use crate::source::{CONTENT_DIR, Library, News, SourceTree};
use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A project with everything that was read and made of it so far.
#[derive(Debug)]
pub struct Workshop {
    sources: Library,
    memo: Arc<Memo>,
    options: Options,
    /// What the last good build made.
    last: Option<Arc<Made>>,
    /// What is wrong with it.
    ledger: Ledger,
    /// Whether it had anything to make.
    had_content: bool,
    /// News of a build that failed before it had read them.
    unread: bool,
}

/// One build.
#[derive(Debug, Clone)]
pub struct Round {
    pub sources: Arc<SourceTree>,
    pub made: Arc<Made>,
    pub diagnostics: Arc<Found>,
    /// Those that the round before did not tell.
    pub new: Found,
    /// How many there are.
    pub summary: Summary,
    /// Paths of the outputs that are new or not as they were, in order; the search is not among them.
    pub changed: Vec<String>,
    /// Paths that are no longer there, in order.
    pub removed: Vec<String>,
    pub took: Duration,
}

/// Why there is no new site; the last one stays. Not for faults in content: with those a site is made.
#[derive(Debug)]
pub enum Failure {
    /// The project's folder cannot be read.
    Unreadable(io::Error),
    /// There was content, and now there is none: the folder was moved, or a share is gone.
    NoContent,
    /// The site could not be written.
    Unwritten(WriteError),
}

impl Workshop {
    /// A project from which nothing was read yet.
    #[must_use]
    pub fn new(root: &Path, options: Options) -> Self {
        Self {
            sources: Library::new(root),
            memo: Arc::new(Memo::default()),
            options,
            last: None,
            ledger: Ledger::default(),
            had_content: false,
            unread: false,
        }
    }

    /// The same for a site that is written to `folder`: pictures that an earlier build left there are not made again.
    #[must_use]
    pub fn writing_to(self, folder: &Path) -> Self {
        Self {
            memo: Arc::new(Memo::of(folder)),
            ..self
        }
    }

    /// What has been read.
    pub fn sources(&mut self) -> &mut Library {
        &mut self.sources
    }

    /// How far the build is, for another thread.
    #[must_use]
    pub fn memo(&self) -> Arc<Memo> {
        self.memo.clone()
    }

    /// Builds from what is on disk.
    ///
    /// # Errors
    /// A [`Failure`]; the next build then begins where this one began.
    pub fn build_all(&mut self) -> Result<Round, Failure> {
        self.build(&News::All)
    }

    /// Builds after a change. Gives the bytes that a first build of the same files gives.
    ///
    /// # Errors
    /// A [`Failure`]; the next build then begins where this one began.
    pub fn build(&mut self, news: &News) -> Result<Round, Failure> {
        let start = Instant::now();
        let news = if self.unread { &News::All } else { news };
        let read = self.sources.read(news);
        self.unread = read.is_err();
        let sources = read.map_err(Failure::Unreadable)?;
        if self.had_content && !self.sources.has_content() {
            return Err(Failure::NoContent);
        }
        self.had_content = self.sources.has_content();
        let outcome = pipeline::make(&sources, &self.options, &self.memo);
        let made = Arc::new(outcome.value);
        let nothing = Outputs::new();
        let before = self.last.as_ref().map_or(&nothing, |made| &made.outputs);
        let (changed, removed) = difference(before, &made.outputs);
        self.last = Some(made.clone());
        let new = self.ledger.enter(&outcome.diagnostics);
        Ok(Round {
            sources: Arc::new(sources),
            made,
            diagnostics: Arc::new(outcome.diagnostics),
            new,
            summary: self.ledger.summary(),
            changed,
            removed,
            took: start.elapsed(),
        })
    }

    /// Does what the first change would wait for: a build after no change finds out who depends on what.
    pub fn get_ready(&mut self) {
        // A failure is found again by the next build, and told then.
        let _same = self.build(&News::Paths(BTreeSet::new()));
    }

    /// The outputs of a round with the search and the list of its files, as a build writes them.
    ///
    /// # Errors
    /// When a media file can no longer be read.
    pub fn complete(&self, round: &Round) -> Result<Outputs, Failure> {
        let mut outputs = round.made.outputs.clone();
        round.made.complete(&mut outputs, &self.memo)?;
        Ok(outputs)
    }
}

impl Round {
    /// How many pages changed, went or came.
    #[must_use]
    pub fn pages_changed(&self) -> usize {
        let paths = self.changed.iter().chain(&self.removed);
        paths.filter(|path| path.ends_with(".html")).count()
    }
}

/// The paths that are new or not as they were, and those that are gone. Both sets are in order.
fn difference(before: &Outputs, now: &Outputs) -> (Vec<String>, Vec<String>) {
    let (mut changed, mut removed) = (Vec::new(), Vec::new());
    let mut old = before.iter().peekable();
    for output in now.iter() {
        if old.next_if(|old| Arc::ptr_eq(old, output)).is_some() {
            continue;
        }
        while let Some(gone) = old.next_if(|old| old.path() < output.path()) {
            removed.push(gone.path().to_owned());
        }
        let then = old.next_if(|old| old.path() == output.path());
        if then.is_none_or(|then| then.fingerprint() != output.fingerprint()) {
            changed.push(output.path().to_owned());
        }
    }
    removed.extend(old.map(|gone| gone.path().to_owned()));
    (changed, removed)
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => {
                write!(
                    f,
                    "the project cannot be read ({error}); the last good site stays"
                )
            }
            Self::NoContent => write!(
                f,
                "there is nothing in {CONTENT_DIR}/ any more; the last good site stays until there is"
            ),
            Self::Unwritten(error) => write!(f, "{error}"),
        }
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Unwritten(error)
    }
}
