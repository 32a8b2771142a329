//! What `serve` and `watch` say after each build.

use super::Shell;
use super::shell::{MOST, count};
use super::wait::Wait;
use crate::diagnostic::Found;
use crate::diagnostic::emit::{Findings, Summary};
use crate::serve::{Round, Told};
use std::sync::Arc;
use std::time::Duration;

/// Tells every build, and what is wrong since then. Other programs are told all faults whenever they are others.
pub(super) struct Report<'a> {
    shell: &'a Shell,
    last: Arc<Found>,
    /// While a site is being made.
    wait: Option<Wait>,
}

impl<'a> Report<'a> {
    pub(super) fn new(shell: &'a Shell) -> Self {
        Self {
            shell,
            last: Arc::default(),
            wait: None,
        }
    }

    pub(super) fn tell(&mut self, told: Told<'_>) {
        // What was said of the work is gone before anything else is said.
        self.wait = None;
        match told {
            Told::Begun(memo) => self.wait = Wait::begin(self.shell, memo),
            Told::Built { round, first } => self.built(round, first),
            Told::Failed(failure) => self.shell.say(&format!("error: {failure}")),
            Told::Polling => self.shell.remark(
                "the system does not report changes here; the files are looked at again and again instead",
            ),
        }
    }

    fn built(&mut self, round: &Round, first: bool) {
        if self.shell.is_for_people() {
            self.tell_faults(MOST, &round.new, round);
        } else if !self.last.iter().eq(round.diagnostics.iter()) {
            self.tell_faults(usize::MAX, &round.diagnostics, round);
        }
        self.last = round.diagnostics.clone();
        let done = if first {
            count(round.made.site.pages.len(), "page")
        } else {
            format!("{} changed", count(round.pages_changed(), "page"))
        };
        let summary = round.summary;
        let faults = [(summary.errors, "error"), (summary.warnings, "warning")];
        let faults: Vec<String> = faults
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, noun)| format!(", {}", count(number, noun)))
            .collect();
        self.shell
            .remark(&format!("{done}{}, {}", faults.concat(), span(round.took)));
    }

    fn tell_faults(&self, most: usize, faults: &Found, round: &Round) {
        let counts = round.made.site.counts();
        let seen = Summary {
            pages: counts.pages,
            questions: counts.questions,
            ..Summary::default()
        };
        let findings = Findings::first(most, faults.iter(), &round.sources, seen);
        // A terminal that is gone is no reason to stop serving.
        let _ = self.shell.tell_faults(&findings);
    }
}

/// A time as a person says it.
fn span(took: Duration) -> String {
    let millis = took.as_millis();
    if millis < 1000 {
        format!("{millis} ms")
    } else {
        format!("{:.1} s", took.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short() {
        assert_eq!(span(Duration::from_micros(41_400)), "41 ms");
        assert_eq!(span(Duration::from_millis(1_260)), "1.3 s");
    }
}
