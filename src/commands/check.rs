//! `teachback check`: tells everything that is wrong.

#![expect(clippy::disallowed_methods, reason = "a run tells how long it took")]

use super::mend::{Look, mend};
use super::scope::Scope;
use super::wait::waiting;
use super::{Project, Shell, Trouble, Verdict};
use crate::diagnostic::emit::{Findings, Summary};
use crate::pipeline::{self, Memo, Options};
use std::path::PathBuf;
use std::time::Instant;

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders whose faults are shown; all when none is named
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Let warnings fail the check
    #[arg(long)]
    strict: bool,
    /// Mend what can be mended without changing what you meant
    #[arg(long)]
    fix: bool,
}

/// Checks the project.
///
/// # Errors
/// When there is no project, a path is not there, or a file cannot be mended.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let start = Instant::now();
    let project = Project::find(shell.project.as_deref())?;
    let scope = Scope::new(&project, &args.paths)?;
    let memo = match args.fix {
        // What was mended is looked at again.
        true => Memo::default(),
        false => Memo::default().once(),
    };
    let look = || waiting(shell, &memo, || look(&project, &scope, &memo));
    let mut now = look()?;
    if args.fix {
        now = mend(now, look, &project, shell)?;
    }
    let seen = Summary {
        pages: now.pages,
        questions: now.questions,
        ..Summary::default()
    };
    let findings = Findings::new(&now.diagnostics, &now.sources, seen);
    shell.tell(&findings, start.elapsed())?;
    Ok(Verdict::of(findings.summary, args.strict))
}

fn look(project: &Project, scope: &Scope, memo: &Memo) -> Result<Look, Trouble> {
    let sources = project.read()?;
    let mut outcome = pipeline::check(&sources, &Options::default(), memo);
    scope.keep(&mut outcome.diagnostics, &sources);
    let counts = outcome.value.counts();
    Ok(Look {
        sources,
        diagnostics: outcome.diagnostics,
        pages: counts.pages,
        questions: counts.questions,
    })
}
