//! `teachback completions`: completes commands at the Tab key.

use super::{Shell, Trouble, Verdict};
use crate::cli::Cli;
use clap::CommandFactory;

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell that you type commands in
    #[arg(value_name = "SHELL")]
    shell: clap_complete::Shell,
}

/// Prints the script for one shell.
///
/// # Errors
/// When it cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "teachback", &mut script);
    shell.print(&String::from_utf8_lossy(&script))?;
    Ok(Verdict::Fine)
}
