//! How far a build is, for whoever watches it from another thread.

use std::sync::atomic::{AtomicUsize, Ordering};

/// The parts of a build that can take long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Reading,
    Checking,
    Drawing,
    Writing,
}

const PHASES: [Phase; 4] = [
    Phase::Reading,
    Phase::Checking,
    Phase::Drawing,
    Phase::Writing,
];

impl Phase {
    /// What is being done, as a person says it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Reading => "reading files",
            Self::Checking => "checking links and texts",
            Self::Drawing => "making pages",
            Self::Writing => "finishing",
        }
    }
}

/// Counts, without a lock: a reader may see one phase with the number of the one before, for a moment.
#[derive(Debug, Default)]
pub struct Progress {
    phase: AtomicUsize,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    pub(super) fn begin(&self, phase: Phase, total: usize) {
        self.phase.store(phase as usize, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
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
}
