//! `teachback build`: makes the site.

#![expect(clippy::disallowed_methods, reason = "a run tells how long it took")]

use super::shell::{MOST, count};
use super::wait::waiting;
use super::{Project, Shell, Trouble, Verdict};
use crate::diagnostic::emit::{Findings, Summary};
use crate::output::{Shelf, Written};
use crate::pipeline::{self, Memo, Options, Phase};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where the site is written; else the folder "output" of the project
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Let warnings fail the build
    #[arg(long)]
    strict: bool,
    /// Build drafts too
    #[arg(long)]
    drafts: bool,
    /// How many files to work on at once; else as many as the computer can
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Say how long each part of the build took
    #[arg(long)]
    timings: bool,
}

/// Builds the site. Every page is written, also one with faults: a link to nowhere is words, an unknown fact its name.
///
/// # Errors
/// When there is no project, or the site cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let workers = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, NonZeroUsize::get))
        .build()
        .map_err(|error| Trouble::new(format!("the work could not be shared out: {error}")))?;
    workers.install(|| build(args, shell))
}

fn build(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let start = Instant::now();
    let project = Project::find(shell.project.as_deref())?;
    let folder = project.output_folder(args.output.as_deref())?;
    let options = Options {
        drafts: args.drafts,
    };
    let memo = Memo::of(&folder).once();
    let (sources, outcome, written) = waiting(shell, &memo, || {
        memo.progress.begin(Phase::Discover, 0);
        let sources = project.read()?;
        let shelf = Shelf::open(&folder);
        let outcome = pipeline::build_onto(shelf.as_ref().ok(), &sources, &options, &memo)?;
        let written = shelf.and_then(|shelf| shelf.write_changed(&outcome.value.1));
        memo.progress.finish();
        Ok::<_, Trouble>((sources, outcome, written))
    })?;
    let site = &outcome.value.0;
    let counts = site.counts();
    let seen = Summary {
        pages: counts.pages,
        questions: counts.questions,
        ..Summary::default()
    };
    let most = if shell.is_for_people() {
        MOST
    } else {
        usize::MAX
    };
    let mut findings = Findings::first(most, outcome.diagnostics.iter(), &sources, seen);
    if let Ok(written) = &written {
        remark(written, &folder, shell);
    }
    if args.timings {
        let timings = memo.progress.timings().into_iter();
        findings.timings = timings.map(|(phase, took)| (phase.name(), took)).collect();
        tell_timings(&findings.timings, shell);
    }
    // The summary is the last line of a run.
    shell.tell(&findings, start.elapsed())?;
    written?;
    let verdict = Verdict::of(findings.summary, args.strict);
    // The process ends here, and the system takes its memory back faster than piece by piece.
    std::mem::forget((sources, outcome, memo));
    Ok(verdict)
}

fn remark(written: &Written, folder: &Path, shell: &Shell) {
    for path in &written.written {
        shell.detail(&format!("wrote {path}"));
    }
    for path in &written.removed {
        shell.detail(&format!("removed {path}"));
    }
    for path in &written.kept_foreign {
        shell.remark(&format!(
            "{path} is no longer part of the site, but was changed by hand; it is left where it is"
        ));
    }
    shell.remark(&format!(
        "{} written, {} removed, {} unchanged in {}",
        count(written.written.len(), "file"),
        written.removed.len(),
        written.unchanged,
        folder.display()
    ));
}

/// A line for each part of the build, in the order they were done, to the error stream whatever the format.
fn tell_timings(timings: &[(&str, Duration)], shell: &Shell) {
    let whole: Duration = timings.iter().map(|(_, took)| *took).sum();
    for (part, took) in timings {
        let share = 100.0 * took.as_secs_f64() / whole.as_secs_f64().max(f64::MIN_POSITIVE);
        let milliseconds = took.as_secs_f64() * 1000.0;
        shell.say(&format!("{part:<8} {milliseconds:>10.1} ms {share:>5.1} %"));
    }
}
