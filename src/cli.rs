//! What can be typed: the commands and their options, and the exit code that each run ends with.

use crate::commands::{Shell, Verdict};
use crate::commands::{
    build, check, completions, explain, export, import, measure, new, report, schema, serve,
    verify, verify_certificate, watch,
};
use crate::diagnostic::emit::{EMITTERS, Emitter};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Builds staff training and patient education from plain Markdown files
#[derive(Debug, Parser)]
#[command(name = "teachback", version, propagate_version = true)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
pub struct Global {
    /// The folder with teachback.yaml; else this folder, or the nearest one above it that has the file
    #[arg(long, global = true, value_name = "DIR")]
    pub project: Option<PathBuf>,
    /// How faults are written
    #[arg(long, global = true, value_name = "FORMAT", default_value = EMITTERS[0].name, value_parser = formats())]
    pub format: &'static Emitter,
    /// Whether to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
    /// Print faults only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Name every file that is written or removed
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// In a terminal, unless the environment variable `NO_COLOR` is set
    Auto,
    Always,
    Never,
}

/// The commands, in the order a newcomer needs them.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a good starting file, with what to fill in
    New(new::Args),
    /// Tell everything that is wrong, and write nothing
    Check(check::Args),
    /// Show the site in the browser while you write
    Serve(serve::Args),
    /// Build the site into the output folder
    Build(build::Args),
    /// Build again whenever something changed
    Watch(watch::Args),
    /// Show the manual page of a fault, such as TB103 or unknown-key
    Explain(explain::Args),
    /// Write a script as a Twine story, in Twee 3
    Export(export::Args),
    /// Make a script of a Twine story in Twee 3
    Import(import::Args),
    /// Measure how hard texts are to read
    Measure(measure::Args),
    /// Write pages for authors: levels against their limits, faults, reviews, evidence
    Report(report::Args),
    /// Compare a published copy of the site with its list of files
    Verify(verify::Args),
    /// Hold the text of a certificate against the published site
    VerifyCertificate(verify_certificate::Args),
    /// Print a JSON Schema, with which editors complete and check YAML
    Schema(schema::Args),
    /// Print a script that completes commands when you press Tab
    Completions(completions::Args),
}

/// Runs one command line and gives its exit code: 0 nothing wrong, 1 errors in the content, 2 could not run.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(help_or_fault) => {
            // A reader such as `head` may have closed the pipe: there is nobody left to tell.
            let _ = help_or_fault.print();
            return u8::from(help_or_fault.use_stderr()) * 2;
        }
    };
    let shell = Shell::new(&cli.global);
    let result = match &cli.command {
        Command::New(args) => new::run(args, &shell),
        Command::Check(args) => check::run(args, &shell),
        Command::Serve(args) => serve::run(args, &shell),
        Command::Build(args) => build::run(args, &shell),
        Command::Watch(args) => watch::run(args, &shell),
        Command::Explain(args) => explain::run(args, &shell),
        Command::Export(args) => export::run(args, &shell),
        Command::Import(args) => import::run(args, &shell),
        Command::Measure(args) => measure::run(args, &shell),
        Command::Report(args) => report::run(args, &shell),
        Command::Verify(args) => verify::run(args, &shell),
        Command::VerifyCertificate(args) => verify_certificate::run(args, &shell),
        Command::Schema(args) => schema::run(args, &shell),
        Command::Completions(args) => completions::run(args, &shell),
    };
    match result {
        Ok(Verdict::Fine) => 0,
        Ok(Verdict::Faulty) => 1,
        Err(trouble) => {
            shell.say(&trouble.to_string());
            2
        }
    }
}

fn formats() -> impl TypedValueParser<Value = &'static Emitter> {
    let names = EMITTERS
        .iter()
        .map(|e| PossibleValue::new(e.name).help(e.about));
    PossibleValuesParser::new(names).map(|name| {
        let mut known = EMITTERS.iter();
        known
            .find(|emitter| emitter.name == name)
            .expect("invariant: only names of the table are taken")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }
}
