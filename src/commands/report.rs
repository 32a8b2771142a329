//! `teachback report`: the authors' dashboard.

#![expect(
    clippy::disallowed_methods,
    reason = "a run tells how long it took, and reviews are held against the day of the run"
)]

use super::shell::count;
use super::{Project, Shell, Trouble, Verdict};
use crate::diagnostic::emit::{Findings, Summary};
use crate::model::Date;
use crate::output::{self, Manifest};
use crate::pipeline::{self, Memo, Options};
use crate::report::REPORT_ID;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where the report is written; else the folder "report" of the project
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The day that reviews are held against, such as 2026-05-01; else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<Date>,
}

/// Checks the project, and writes what it found as pages. Faults of the content do not fail the command: the report is
/// about them.
///
/// # Errors
/// When there is no project, or the report cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let start = Instant::now();
    let project = Project::find(shell.project.as_deref())?;
    let folder = project.own_folder(args.output.as_deref(), "the report", "report")?;
    refuse_site(&folder)?;
    let sources = project.read()?;
    let today = args.today.unwrap_or_else(today);
    let memo = Memo::default().once();
    let outcome = pipeline::report(&sources, &Options::default(), &memo, today)?;
    let (site, outputs) = outcome.value;
    let written = output::write_changed(&outputs, &folder)?;
    let counts = site.counts();
    let seen = Summary {
        pages: counts.pages,
        questions: counts.questions,
        ..Summary::default()
    };
    let summary = Findings::new(&outcome.diagnostics, &sources, seen).summary;
    for path in &written.written {
        shell.detail(&format!("wrote {path}"));
    }
    shell.remark(&format!(
        "{}, {}, {} on {} in {:.2} s; open {}",
        count(summary.errors, "error"),
        count(summary.warnings, "warning"),
        count(summary.infos, "note"),
        count(summary.pages, "page"),
        start.elapsed().as_secs_f64(),
        folder.join("index.html").display()
    ));
    Ok(Verdict::Fine)
}

/// A report in the folder of a built site would take the place of the site.
fn refuse_site(folder: &Path) -> Result<(), Trouble> {
    match Manifest::read(folder) {
        Ok(manifest) if manifest.id != REPORT_ID => {
            let message = format!("{} holds a built site", folder.display());
            Err(Trouble::new(message).help("name a folder of its own, such as --output report"))
        }
        _ => Ok(()),
    }
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day is written as 2026-05-01".to_owned())
}

/// Today in UTC.
fn today() -> Date {
    const DAY: u64 = 24 * 60 * 60;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    Date::of_days(now.map_or(0, |since| since.as_secs() / DAY))
}
