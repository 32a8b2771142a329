//! `teachback import`: a Twine story as a script.

#![expect(
    clippy::disallowed_methods,
    reason = "reads the one file that it is asked to take over"
)]

use super::shell::count;
use super::{Project, Shell, Trouble, Verdict};
use crate::output;
use crate::twee;
use std::path::{Path, PathBuf};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The story, in Twee 3
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The name of the new script; else that of the file
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Where the script is written instead of content/scripts/NAME.md; - prints it
    #[arg(long, value_name = "FILE", conflicts_with = "name")]
    output: Option<PathBuf>,
}

/// Makes a script of a story and lists what could not be carried, with its line.
///
/// # Errors
/// When the file cannot be read, or the script is there already or cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    let shown = args.file.display();
    let bytes = std::fs::read(&args.file)
        .map_err(|error| Trouble::new(format!("{shown} cannot be read: {error}")))?;
    let carried = twee::import(&String::from_utf8_lossy(&bytes));
    for loss in &carried.losses {
        shell.remark(&format!(
            "{shown}:{}: not carried: {}",
            loss.line, loss.what
        ));
    }
    if args.output.as_deref() == Some(Path::new("-")) {
        shell.print(&carried.text)?;
        return Ok(Verdict::Fine);
    }
    let (path, told) = match &args.output {
        Some(path) => (path.clone(), path.display().to_string()),
        None => {
            let project = Project::find(shell.project.as_deref())?;
            let told = format!("content/scripts/{}.md", name(args)?);
            (project.root.join(&told), told)
        }
    };
    output::create_file(&path, carried.text.as_bytes())?;
    let lost = count(carried.losses.len(), "thing");
    shell.remark(&format!("made {told}; {lost} could not be carried"));
    shell.remark("next: type `teachback check`, and write the feedback of every choice");
    Ok(Verdict::Fine)
}

/// The name of the script: what was asked for, or the file's in small letters with hyphens.
fn name(args: &Args) -> Result<String, Trouble> {
    if let Some(name) = &args.name {
        super::new::check_name(name)?;
        return Ok(name.clone());
    }
    let stem = args
        .file
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let words = stem.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        let trouble = Trouble::new("the name of the file cannot be that of a script");
        return Err(trouble.help("name the script: --name early-refill"));
    }
    Ok(words.join("-"))
}
