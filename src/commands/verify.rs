//! `teachback verify`: compares a published copy with its manifest.

use super::shell::count;
use super::{Shell, Trouble, Verdict};
use crate::output::{self, DifferenceKind};
use std::fmt::Write;
use std::path::PathBuf;

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the published site: the one that holds teachback.json
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Compares every file with what `teachback.json` says of it.
///
/// # Errors
/// When there is no usable list of files, or a file cannot be read.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let differences = output::verify(&args.folder)?;
    let mut text = String::new();
    for difference in &differences {
        let word = match difference.kind {
            DifferenceKind::Missing => "missing",
            DifferenceKind::Changed => "changed",
            DifferenceKind::Additional => "not part of the site",
        };
        writeln!(text, "{}: {word}", difference.path)
            .expect("invariant: writing to a string cannot fail");
    }
    shell.print(&text)?;
    if differences.is_empty() {
        shell.remark("every file is as it was built");
        return Ok(Verdict::Fine);
    }
    shell.remark(&count(differences.len(), "difference"));
    Ok(Verdict::Faulty)
}
