//! What went wrong while writing, in sentences that say what to do.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file or folder that could not be written, read or removed as it had to be.
#[derive(Debug)]
pub struct WriteError {
    /// The output folder as the caller named it, and what below it failed.
    pub path: PathBuf,
    pub problem: Problem,
}

/// Why.
#[derive(Debug)]
pub enum Problem {
    /// The operating system refused.
    Io { action: Action, source: io::Error },
    /// The output folder is a file.
    OutputIsFile,
    /// A folder without a record of teachback, with files in it; one of them.
    ForeignFolder { example: String },
    /// Something that teachback did not write, or that was changed since, stands where an output belongs.
    InTheWay,
    /// The path of an output would leave the output folder, or is one of the writer's own names.
    UnsafePath,
    /// An output that the new `teachback.json` does not list as it is (later builds would not know it as theirs), or
    /// that manifest itself when it is missing or no manifest.
    Unlisted,
    /// `teachback.json` or the journal is not what teachback writes.
    UnusableRecord(serde_json::Error),
    /// There is no `teachback.json`.
    NoManifest,
    /// A picture or media file was written to while it was copied.
    SourceChanged,
    /// A file that was to be made is there already.
    Exists,
}

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Read,
    Write,
    Remove,
    CreateFolder,
}

impl WriteError {
    pub(super) fn new(path: impl Into<PathBuf>, problem: Problem) -> Self {
        Self {
            path: path.into(),
            problem,
        }
    }

    pub(super) fn io(action: Action, path: &Path, source: io::Error) -> Self {
        Self::new(path, Problem::Io { action, source })
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.path.display(), self.problem)
    }
}

/// What follows the name of the file.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { action, source } => {
                let (reason, advice) = explain(source);
                write!(f, "could not be {}: {reason}; {advice}", action.done())
            }
            Self::ForeignFolder { example } => {
                write!(f, "{FOREIGN_FOLDER}, such as \"{example}\"; {EMPTY_FOLDER}")
            }
            Self::UnusableRecord(source) => write!(f, "{UNUSABLE} ({source}); {BRING_BACK}"),
            Self::OutputIsFile => f.write_str(OUTPUT_IS_FILE),
            Self::InTheWay => f.write_str(IN_THE_WAY),
            Self::UnsafePath => f.write_str(UNSAFE_PATH),
            Self::Unlisted => f.write_str(UNLISTED),
            Self::NoManifest => f.write_str(NO_MANIFEST),
            Self::SourceChanged => f.write_str(SOURCE_CHANGED),
            Self::Exists => f.write_str(EXISTS),
        }
    }
}

const FOREIGN_FOLDER: &str = "holds files that teachback did not write";
const EMPTY_FOLDER: &str = "choose an empty folder with --output, or empty this one";
const UNUSABLE: &str =
    "is not as teachback wrote it, so it cannot be told which files are the site's";
const BRING_BACK: &str = "bring it back from a copy, or empty the folder and build again";
const OUTPUT_IS_FILE: &str = "is a file, but the site needs a folder; remove the file or choose another folder with \
                              --output";
const IN_THE_WAY: &str = "was not written by teachback, or was changed since, and stands where a file of the site \
                          belongs; move it away or rename the source of that file";
const UNSAFE_PATH: &str = "cannot be the name of a file of the site; rename its source";
const UNLISTED: &str = "and the new teachback.json do not fit together; this is a fault of teachback, please report it";
const NO_MANIFEST: &str = "is not there, so this folder is not a site that teachback built, or its build was not \
                           finished; build it again";
const SOURCE_CHANGED: &str = "was changed while it was copied; run the command again";
const EXISTS: &str =
    "is there already and was left as it is; choose another name, or remove it first";

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.problem {
            Problem::Io { source, .. } => Some(source),
            Problem::UnusableRecord(source) => Some(source),
            _ => None,
        }
    }
}

impl Action {
    fn done(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "written",
            Self::Remove => "removed",
            Self::CreateFolder => "made",
        }
    }
}

/// A reason and an advice for what the operating system says.
fn explain(error: &io::Error) -> (String, &'static str) {
    use io::ErrorKind as Kind;
    let (reason, advice) = match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => (
            "the disk is full",
            "free some space and run the command again",
        ),
        Kind::PermissionDenied => (
            "there is no permission",
            "change the rights of the file and of its folder, or choose another folder",
        ),
        Kind::ReadOnlyFilesystem => ("the disk is read-only", "choose another folder"),
        Kind::InvalidFilename => (
            "this disk does not take the name, which may be too long",
            "give the source a shorter name",
        ),
        Kind::NotADirectory | Kind::AlreadyExists => (
            "a part of the path is a file and not a folder",
            "move that file away or choose another folder",
        ),
        Kind::NotFound => ("it is not there", "run the command again"),
        _ => return (error.to_string(), "mend this and run the command again"),
    };
    (reason.to_owned(), advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_was_tried_on_which_file_and_what_to_do() {
        let cases = [
            (io::ErrorKind::StorageFull, "full", "free some space"),
            (io::ErrorKind::PermissionDenied, "permission", "rights"),
            (
                io::ErrorKind::ReadOnlyFilesystem,
                "read-only",
                "another folder",
            ),
        ];
        for (kind, reason, advice) in cases {
            let error = WriteError::io(Action::Write, Path::new("out/a.html"), kind.into());
            let text = error.to_string();
            assert!(
                text.starts_with("out/a.html could not be written: "),
                "{text}"
            );
            assert!(text.contains(reason) && text.contains(advice), "{text}");
            let source = error.source().expect("the system's error is chained");
            assert_eq!(source.to_string(), io::Error::from(kind).to_string());
        }
    }
}
