//! `teachback measure`: how hard texts are to read.

mod human;
mod json;
mod lines;
mod sample;

use super::{Shell, Trouble, Verdict};
use crate::readability::Tables;
use rayon::prelude::*;
use sample::{Form, Sample};
use std::path::{Path, PathBuf};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files to measure, or - for standard input, which is also read when no file is named
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Take every text as plain text; else files that end in .md, and standard input, are Markdown
    #[arg(long)]
    plain: bool,
    /// The language of the texts; else the one that the name of a file says (sleep.es.md), or en
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// Read {"id": …, "text": …} a line from standard input, and write one JSON result a line
    #[arg(long, conflicts_with_all = ["files", "plain"])]
    jsonl: bool,
}

/// Measures files, standard input, or a stream of texts.
///
/// # Errors
/// When a file cannot be read, or the result not be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let as_json = match shell.format() {
        "human" => false,
        "json" => true,
        other => {
            let message = format!("measure cannot write the format {other}");
            return Err(Trouble::new(message).help("it has human and json"));
        }
    };
    let tables = Tables::new();
    if args.jsonl {
        return lines::run(&tables, args.lang.as_deref(), shell);
    }
    let samples: Vec<Sample> = sources(args)
        .iter()
        .map(|path| read(path, args))
        .collect::<Result<_, _>>()?;
    let measured: Vec<_> = samples.par_iter().map(|s| s.measure(&tables)).collect();
    let text = if as_json {
        json::documents(&measured)
    } else {
        let paints = shell.paints();
        let texts: Vec<String> = measured
            .iter()
            .map(|m| human::document(m, paints))
            .collect();
        texts.join("\n")
    };
    shell.print(&text)?;
    Ok(Verdict::Fine)
}

fn sources(args: &Args) -> Vec<PathBuf> {
    if args.files.is_empty() {
        vec![PathBuf::from("-")]
    } else {
        args.files.clone()
    }
}

fn read(path: &Path, args: &Args) -> Result<Sample, Trouble> {
    let sample = Sample::read(path, args.lang.as_deref())?;
    Ok(if args.plain {
        Sample {
            form: Form::Plain,
            ..sample
        }
    } else {
        sample
    })
}
