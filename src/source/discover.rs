//! Reads a project: which files there are, and what they hold.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the one room that reads the disk"
)]

use super::{FileId, Fingerprint, MediaFile, SourceFile, SourceTree};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The file that makes a folder a project.
pub const CONFIG_FILE: &str = "teachback.yaml";
/// The folder of the content.
pub const CONTENT_DIR: &str = "content";
/// The folder of the project's own themes.
pub const THEMES_DIR: &str = "themes";

/// Text files above this many bytes are not read: no person wrote them, and spans count in 32 bits.
const MAX_TEXT_BYTES: u64 = 256 << 20;

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
    let root = project.canonicalize()?;
    let mut walk = Walk::new(&root);
    if root.join(CONFIG_FILE).is_file() {
        walk.found.push(Found {
            path: CONFIG_FILE.to_owned(),
            location: root.join(CONFIG_FILE),
        });
    }
    walk.folder(CONTENT_DIR);
    walk.folder(THEMES_DIR);
    Ok(read_all(walk.found, walk.faults))
}

struct Found {
    path: String,
    location: PathBuf,
}

struct Walk<'a> {
    root: &'a Path,
    found: Vec<Found>,
    faults: Vec<ReadFault>,
}

impl<'a> Walk<'a> {
    fn new(root: &'a Path) -> Self {
        Self {
            root,
            found: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn folder(&mut self, name: &str) {
        let top = self.root.join(name);
        if fs::symlink_metadata(&top).is_err() {
            return;
        }
        let mut entries = WalkDir::new(&top).follow_links(true).into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    let is_dir = entry.file_type().is_dir();
                    if entry.depth() > 0 && is_editor_file(&entry.file_name().to_string_lossy()) {
                        if is_dir {
                            entries.skip_current_dir();
                        }
                    } else if entry.path_is_symlink() && !self.stays_inside(entry.path()) {
                        self.fault(entry.path(), ReadFaultKind::LeavesProject);
                        if is_dir {
                            entries.skip_current_dir();
                        }
                    } else if entry.file_type().is_file() {
                        self.file(entry.path());
                    } else if !is_dir {
                        // Opening a pipe or a device could wait for ever.
                        let kind = ReadFaultKind::Unreadable("not a regular file".to_owned());
                        self.fault(entry.path(), kind);
                    }
                }
                Err(error) => self.walk_error(&error),
            }
        }
    }

    fn file(&mut self, location: &Path) {
        match project_path(self.root, location) {
            Some(path) => self.found.push(Found {
                path,
                location: location.to_owned(),
            }),
            None => self.fault(location, ReadFaultKind::NameNotUnicode),
        }
    }

    fn stays_inside(&self, link: &Path) -> bool {
        link.canonicalize()
            .is_ok_and(|real| real.starts_with(self.root))
    }

    fn walk_error(&mut self, error: &walkdir::Error) {
        let path = error.path().unwrap_or(self.root).to_owned();
        let kind = if error.loop_ancestor().is_some() {
            ReadFaultKind::LinkLoop
        } else {
            let text = error
                .io_error()
                .map_or_else(|| "it cannot be read".to_owned(), |e| e.kind().to_string());
            ReadFaultKind::Unreadable(text)
        };
        self.fault(&path, kind);
    }

    fn fault(&mut self, path: &Path, kind: ReadFaultKind) {
        let shown = path.strip_prefix(self.root).unwrap_or(path);
        let path = shown.to_string_lossy().replace('\\', "/");
        self.faults.push(ReadFault { path, kind });
    }
}

fn project_path(root: &Path, location: &Path) -> Option<String> {
    let mut path = String::new();
    for part in location.strip_prefix(root).ok()?.components() {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(part.as_os_str().to_str()?);
    }
    Some(path)
}

/// Files that editors, version control and operating systems leave beside the work.
fn is_editor_file(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(name, "Thumbs.db" | "desktop.ini" | "node_modules")
        || name.ends_with(".tmp")
        || name.ends_with(".swp")
}

fn is_text(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or("");
    let lower = ending.to_ascii_lowercase();
    if path.starts_with(THEMES_DIR) {
        return matches!(
            &*lower,
            "html" | "css" | "js" | "ftl" | "yaml" | "svg" | "txt"
        );
    }
    matches!(&*lower, "md" | "yaml" | "yml" | "bib" | "vtt")
}

enum Read {
    Text(SourceFile, Option<ReadFault>),
    Media(MediaFile),
    Fault(ReadFault),
}

fn read_all(found: Vec<Found>, mut faults: Vec<ReadFault>) -> SourceTree {
    let mut texts = Vec::with_capacity(found.len());
    let mut media = Vec::new();
    for read in found.into_par_iter().map(read_one).collect::<Vec<_>>() {
        match read {
            Read::Text(file, fault) => {
                texts.push(file);
                faults.extend(fault);
            }
            Read::Media(file) => media.push(file),
            Read::Fault(fault) => faults.push(fault),
        }
    }
    faults.sort_by(|a, b| a.path.cmp(&b.path));
    SourceTree::new(texts, media, faults)
}

fn read_one(found: Found) -> Read {
    let Found { path, location } = found;
    let unreadable = |path: String, error: &io::Error| {
        Read::Fault(ReadFault {
            path,
            kind: ReadFaultKind::Unreadable(error.kind().to_string()),
        })
    };
    if !is_text(&path) {
        return match hash_file(&location) {
            Ok((fingerprint, len)) => Read::Media(MediaFile {
                id: FileId::of_path(&path),
                path: path.into(),
                location,
                len,
                fingerprint,
            }),
            Err(error) => unreadable(path, &error),
        };
    }
    match fs::metadata(&location) {
        Ok(meta) if meta.len() > MAX_TEXT_BYTES => {
            let kind = ReadFaultKind::TooLarge(meta.len());
            return Read::Fault(ReadFault { path, kind });
        }
        Err(error) => return unreadable(path, &error),
        Ok(_) => {}
    }
    match fs::read(&location) {
        Ok(bytes) => {
            let (file, kind) = decode(&path, bytes);
            Read::Text(file, kind.map(|kind| ReadFault { path, kind }))
        }
        Err(error) => unreadable(path, &error),
    }
}

fn hash_file(location: &Path) -> io::Result<(Fingerprint, u64)> {
    let mut hasher = blake3::Hasher::new();
    let len = io::copy(&mut fs::File::open(location)?, &mut hasher)?;
    Ok((Fingerprint::from_hash(&hasher.finalize()), len))
}

fn decode(path: &str, bytes: Vec<u8>) -> (SourceFile, Option<ReadFaultKind>) {
    let fingerprint = Fingerprint::of(&bytes);
    let (text, skipped_bytes, fault) = decode_text(bytes);
    let file = SourceFile {
        id: FileId::of_path(path),
        path: path.into(),
        text: text.into(),
        fingerprint,
        skipped_bytes,
    };
    (file, fault)
}

/// The text, the length of a byte order mark that is not part of it, and what was wrong.
fn decode_text(bytes: Vec<u8>) -> (String, u32, Option<ReadFaultKind>) {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => (
            from_utf16(rest, u16::from_le_bytes),
            0,
            Some(ReadFaultKind::Utf16),
        ),
        [0xFE, 0xFF, rest @ ..] => (
            from_utf16(rest, u16::from_be_bytes),
            0,
            Some(ReadFaultKind::Utf16),
        ),
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            let (text, fault) = from_utf8(rest.to_vec());
            (text, 3, fault)
        }
        _ => {
            let (text, fault) = from_utf8(bytes);
            (text, 0, fault)
        }
    }
}

/// Reads one text that need not belong to a project: UTF-8 or UTF-16, bytes that are neither as U+FFFD.
///
/// # Errors
/// When the file cannot be read.
pub fn read_text(location: &Path) -> io::Result<String> {
    fs::read(location).map(text_of)
}

/// The text that bytes stand for, as [`read_text`] reads it.
#[must_use]
pub fn text_of(bytes: Vec<u8>) -> String {
    decode_text(bytes).0
}

fn from_utf8(bytes: Vec<u8>) -> (String, Option<ReadFaultKind>) {
    String::from_utf8(bytes).map_or_else(
        |error| {
            let offset = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (text, Some(ReadFaultKind::NotUtf8 { offset }))
        },
        |text| (text, None),
    )
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
