//! What a project is on disk, and what can be wrong with reading it.

use super::SourceTree;
use super::library::{Library, News};
use std::io;
use std::path::Path;

/// The file that makes a folder a project.
pub const CONFIG_FILE: &str = "teachback.yaml";
/// The folder of the content.
pub const CONTENT_DIR: &str = "content";
/// The folder of the project's own themes.
pub const THEMES_DIR: &str = "themes";

/// Something of the project that could not be read, or not as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFault {
    /// Relative to the project.
    pub path: String,
    pub kind: ReadFaultKind,
}

/// Why. The pipeline turns each into a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFaultKind {
    /// The operating system's own words.
    Unreadable(String),
    /// The first byte that is not UTF-8, as an offset into the text that was read in its place.
    NotUtf8 { offset: usize },
    /// Saved as UTF-16; the text was decoded.
    Utf16,
    /// Length in bytes.
    TooLarge(u64),
    /// A symbolic link to a place outside the project.
    LeavesProject,
    /// A symbolic link to a folder that holds it.
    LinkLoop,
    /// The name is not Unicode.
    NameNotUnicode,
}

/// Reads `teachback.yaml`, `content/` and `themes/` below `project`.
///
/// # Errors
/// Only when the project folder itself cannot be read; everything below it that fails becomes a [`ReadFault`].
pub fn discover(project: &Path) -> io::Result<SourceTree> {
    Library::new(project).read(&News::All)
}
