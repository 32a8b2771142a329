//! `teachback watch`: builds the site again whenever something changed.

use super::loop_report::Report;
use super::wait::waiting;
use super::{Project, Shell, Trouble, Verdict};
use crate::output::write_changed;
use crate::pipeline::Options;
use crate::serve::{Bell, Call, Failure, Round, Told, Workshop, on_interrupt};
use crate::source::News;
use std::path::{Path, PathBuf};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where the site is written; else the folder "output" of the project
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Build drafts too
    #[arg(long)]
    drafts: bool,
}

/// Builds the project until it is stopped. A fault in the content, or a site that cannot be written, is told and waited
/// out; the last good site stays.
///
/// # Errors
/// When there is no project, or the first site cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let project = Project::find(shell.project.as_deref())?;
    let folder = project.output_folder(args.output.as_deref())?;
    let mut bell = Bell::hang(&project.root);
    on_interrupt(bell.rope()).map_err(|error| {
        Trouble::new(format!("the system does not let teachback wait: {error}"))
    })?;
    let options = Options {
        drafts: args.drafts,
    };
    let mut workshop = Workshop::new(&project.root, options).writing_to(&folder);
    let mut report = Report::new(shell);
    let first = waiting(shell, &workshop.memo(), || {
        write(&mut workshop, &News::All, &folder)
    });
    let first = first.map_err(|failure| Trouble::new(failure.to_string()))?;
    report.tell(Told::Built {
        round: &first,
        first: true,
    });
    shell.remark(&format!(
        "watching {} (stop with Ctrl-C)",
        project.root.display()
    ));
    let mut unwritten = false;
    let mut polling = false;
    workshop.get_ready();
    let memo = workshop.memo();
    while let Call::News(news) = bell.wait(workshop.sources()) {
        if bell.polls() && !std::mem::replace(&mut polling, true) {
            report.tell(Told::Polling);
        }
        // What could not be written is not known to be on disk.
        let news = if unwritten { News::All } else { news };
        let round = waiting(shell, &memo, || write(&mut workshop, &news, &folder));
        unwritten = round.is_err();
        match &round {
            Ok(round) => report.tell(Told::Built {
                round,
                first: false,
            }),
            Err(failure) => report.tell(Told::Failed(failure)),
        }
    }
    shell.remark("stopped");
    Ok(Verdict::Fine)
}

fn write(workshop: &mut Workshop, news: &News, folder: &Path) -> Result<Round, Failure> {
    let round = workshop.build(news)?;
    write_changed(&workshop.complete(&round)?, folder)?;
    Ok(round)
}
