//! What `serve` and `watch` say after each build.

use super::Shell;
use super::shell::count;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::emit::{Findings, Summary};
use crate::serve::{Round, Told};
use std::time::Duration;

/// Tells every build, and its faults when they are others than those of the build before.
pub(super) struct Report<'a> {
    shell: &'a Shell,
    last: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn new(shell: &'a Shell) -> Self {
        Self {
            shell,
            last: Vec::new(),
        }
    }

    pub(super) fn tell(&mut self, told: Told<'_>) {
        match told {
            Told::Built { round, first } => self.built(round, first),
            Told::Failed(failure) => self.shell.say(&format!("error: {failure}")),
            Told::Polling => self.shell.remark(
                "the system does not report changes here; the files are looked at again and again instead",
            ),
        }
    }

    fn built(&mut self, round: &Round, first: bool) {
        let counts = round.site.counts();
        let seen = Summary {
            pages: counts.pages,
            questions: counts.questions,
            ..Summary::default()
        };
        let findings = Findings::new(&round.diagnostics, &round.sources, seen);
        let summary = findings.summary;
        if self.last != round.diagnostics {
            // A terminal that is gone is no reason to stop serving.
            let _ = self.shell.tell_faults(&findings);
            self.last.clone_from(&round.diagnostics);
        }
        let done = if first {
            count(counts.pages, "page")
        } else {
            format!("{} changed", count(round.pages_changed(), "page"))
        };
        let faults = [(summary.errors, "error"), (summary.warnings, "warning")];
        let faults: Vec<String> = faults
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, noun)| format!(", {}", count(number, noun)))
            .collect();
        self.shell
            .remark(&format!("{done}{}, {}", faults.concat(), span(round.took)));
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
