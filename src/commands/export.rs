//! `teachback export`: a script as a Twine story.

use super::shell::count;
use super::{Project, Shell, Trouble, Verdict};
use crate::diagnostic::did_you_mean;
use crate::link::{PageId, Site};
use crate::model::PageKind;
use crate::output;
use crate::pipeline::{self, Memo, Options};
use crate::source::file_stem;
use crate::twee;
use std::path::PathBuf;

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The script, such as early-refill for content/scripts/early-refill.md
    #[arg(value_name = "SCRIPT")]
    name: String,
    /// Where the story is written, in Twee 3; else it is printed
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Writes a script as Twee 3 for SugarCube, and lists what it cannot hold.
///
/// # Errors
/// When there is no such script, or the file is there already or cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let project = Project::find(shell.project.as_deref())?;
    let sources = project.read()?;
    let options = Options { drafts: true };
    let site = pipeline::check(&sources, &options, &Memo::default().once()).value;
    let (id, source) = find(&site, &args.name)?;
    let carried = twee::export(&site, id).unwrap_or_default();
    for loss in &carried.losses {
        shell.remark(&format!("{source}:{}: {}", loss.line, loss.what));
    }
    match &args.output {
        None => shell.print(&carried.text)?,
        Some(path) => {
            output::create_file(path, carried.text.as_bytes())?;
            let lost = count(carried.losses.len(), "thing");
            shell.remark(&format!(
                "wrote {}; {lost} could not be carried",
                path.display()
            ));
        }
    }
    Ok(Verdict::Fine)
}

/// The page of a script, by the name of its file, and its source.
fn find<'s>(site: &'s Site, wanted: &str) -> Result<(PageId, String), Trouble> {
    let name = wanted.strip_suffix(".md").unwrap_or(wanted);
    let pages = || {
        site.pages
            .iter()
            .enumerate()
            .filter(|(_, page)| page.kind() == PageKind::Script)
    };
    let matches = |source: &str| {
        let below = source.strip_suffix(".md").unwrap_or(source);
        let inside = below.strip_prefix("scripts/").unwrap_or(below);
        [file_stem(source), inside, below].contains(&name) || name == format!("content/{below}")
    };
    if let Some((at, page)) = pages().find(|(_, page)| matches(&page.source)) {
        return Ok((PageId(at), format!("content/{}", page.source)));
    }
    let known: Vec<&'s str> = pages().map(|(_, page)| file_stem(&page.source)).collect();
    let help = did_you_mean(name, known.iter().copied());
    let trouble = Trouble::new(format!("there is no script \"{wanted}\""));
    let list = if known.is_empty() {
        "this project has no scripts".to_owned()
    } else {
        format!("the scripts are: {}", known.join(", "))
    };
    Err(trouble.help(help.unwrap_or(list)))
}
