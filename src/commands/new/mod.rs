//! `teachback new`: good starting files, with what to fill in.

#![expect(
    clippy::disallowed_methods,
    reason = "asks which files are there before it makes new ones"
)]

mod kinds;
mod name;
mod site;

pub(super) use name::check as check_name;

use super::{Project, Shell, Trouble, Verdict};
use crate::output;
use crate::source::{CONFIG_FILE, SourceTree};
use std::path::{Path, PathBuf};

/// What can be made.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Debug, clap::Subcommand)]
enum Kind {
    /// A whole small site to begin with
    Project {
        /// Its folder, which is made when it is not there; this folder when none is named
        #[arg(value_name = "NAME")]
        folder: Option<PathBuf>,
    },
    /// A training module with its first lesson
    Module { name: String },
    /// A lesson, numbered after the last one of its module
    Lesson {
        #[arg(value_name = "MODULE/NAME")]
        name: String,
    },
    /// A conversation to practise
    Script { name: String },
    /// Patient education, one file for each reading level
    Handout { name: String },
    /// Questions for a quiz to draw from
    Bank { name: String },
    /// A form to fill in by hand
    Form { name: String },
}

/// A file to be made; the path is relative to the project.
struct NewFile {
    path: String,
    text: String,
}

/// Makes the files, or none when one of them is there already.
///
/// # Errors
/// When a name cannot be used, a file is there already or cannot be written.
pub fn run(args: &Args, shell: &Shell) -> Result<Verdict, Trouble> {
    match &args.kind {
        Kind::Project { folder } => project(folder.as_deref(), shell),
        Kind::Module { name } => add(shell, |_| kinds::module(name)),
        Kind::Lesson { name } => add(shell, |sources| kinds::lesson(name, sources)),
        Kind::Script { name } => add(shell, |_| kinds::script(name)),
        Kind::Handout { name } => add(shell, |sources| kinds::handout(name, sources)),
        Kind::Bank { name } => add(shell, |_| kinds::bank(name)),
        Kind::Form { name } => add(shell, |_| kinds::form(name)),
    }
}

fn add(
    shell: &Shell,
    files: impl FnOnce(&SourceTree) -> Result<Vec<NewFile>, Trouble>,
) -> Result<Verdict, Trouble> {
    let project = Project::find(shell.project.as_deref())?;
    create(&project.root, files(&project.read()?)?, shell)?;
    Ok(Verdict::Fine)
}

fn project(folder: Option<&Path>, shell: &Shell) -> Result<Verdict, Trouble> {
    let base = shell.project.as_deref().unwrap_or(Path::new("."));
    let root = super::project::settle(&folder.map_or(base.to_owned(), |name| base.join(name)))?;
    let title = root
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    create(&root, site::files(&title.unwrap_or_default()), shell)?;
    let place = match folder {
        Some(name) => format!("go to the folder {} and type", name.display()),
        None => "type".to_owned(),
    };
    shell.remark(&format!(
        "next: open {CONFIG_FILE} and say whose site it is; then {place} `teachback build`, and open output/index.html"
    ));
    Ok(Verdict::Fine)
}

fn create(root: &Path, files: Vec<NewFile>, shell: &Shell) -> Result<(), Trouble> {
    let is_there = |file: &&NewFile| root.join(&file.path).symlink_metadata().is_ok();
    let there: Vec<&str> = files
        .iter()
        .filter(is_there)
        .map(|f| f.path.as_str())
        .collect();
    if !there.is_empty() {
        let message = format!("already there, and left as it is: {}", there.join(", "));
        return Err(Trouble::new(message).help("choose another name; nothing was written"));
    }
    for file in files {
        output::create_file(&root.join(&file.path), file.text.as_bytes())?;
        shell.remark(&format!("made {}", file.path));
    }
    Ok(())
}
