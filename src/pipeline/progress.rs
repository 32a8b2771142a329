//! How far a build is, for whoever watches it from another thread, and how long each part of it took.

#![expect(
    clippy::disallowed_methods,
    reason = "how long a part took is told to people and never put into an output"
)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The parts of a build that can take long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Files are found and read.
    Discover,
    /// Texts become documents.
    Parse,
    /// Documents become a site.
    Link,
    /// Rules look at every text.
    Lint,
    /// Pages are made.
    Render,
    /// The list of files is made, and what differs is written.
    Write,
}

/// In the order of a build.
const PHASES: [Phase; 6] = [
    Phase::Discover,
    Phase::Parse,
    Phase::Link,
    Phase::Lint,
    Phase::Render,
    Phase::Write,
];

impl Phase {
    /// What is being done, as a person says it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Discover | Self::Parse => "reading files",
            Self::Link => "checking links",
            Self::Lint => "checking texts",
            Self::Render => "making pages",
            Self::Write => "finishing",
        }
    }

    /// Its name in a table of times.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Discover => "discover",
            Self::Parse => "parse",
            Self::Link => "link",
            Self::Lint => "lint",
            Self::Render => "render",
            Self::Write => "write",
        }
    }
}

/// Counts, without a lock: a reader may see one phase with the number of the one before, for a moment.
#[derive(Debug, Default)]
pub struct Progress {
    phase: AtomicUsize,
    done: AtomicUsize,
    total: AtomicUsize,
    clock: Mutex<Clock>,
}

#[derive(Debug, Default)]
struct Clock {
    running: Option<(Phase, Instant)>,
    took: [Duration; PHASES.len()],
}

impl Clock {
    fn turn(&mut self, next: Option<Phase>) {
        let now = Instant::now();
        if let Some((phase, since)) = self.running {
            self.took[phase as usize] += now - since;
        }
        self.running = next.map(|phase| (phase, now));
    }
}

impl Progress {
    /// A phase begins, and the one before is over. It works on `total` files or pages; on none when nobody counts.
    pub fn begin(&self, phase: Phase, total: usize) {
        self.phase.store(phase as usize, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.turn(Some(phase));
    }

    /// The last phase is over.
    pub fn finish(&self) {
        self.turn(None);
    }

    pub(super) fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// The phase, and how many of how many files or pages of it are done; of none when that is not counted.
    #[must_use]
    pub fn now(&self) -> (Phase, usize, usize) {
        let phase = PHASES[self.phase.load(Ordering::Relaxed).min(PHASES.len() - 1)];
        let total = self.total.load(Ordering::Relaxed);
        (phase, self.done.load(Ordering::Relaxed).min(total), total)
    }

    /// How long each phase took that is over, of all builds with this memo.
    #[must_use]
    pub fn timings(&self) -> [(Phase, Duration); PHASES.len()] {
        let took = self.clock().took;
        PHASES.map(|phase| (phase, took[phase as usize]))
    }

    fn turn(&self, next: Option<Phase>) {
        self.clock().turn(next);
    }

    fn clock(&self) -> std::sync::MutexGuard<'_, Clock> {
        // Nothing panics while the lock is held.
        self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
