//! Reads one file: its bytes as text, whatever they are.

#![expect(
    clippy::disallowed_methods,
    reason = "a part of the one room that reads the disk"
)]

use super::discover::{ReadFault, ReadFaultKind, THEMES_DIR};
use super::walk::Found;
use super::{FileId, Fingerprint, MediaFile, SourceFile};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Text files above this many bytes are not read: no person wrote them, and spans count in 32 bits.
const MAX_TEXT_BYTES: u64 = 256 << 20;

/// What a file of the project turned out to be.
#[derive(Debug, Clone)]
pub(super) enum Read {
    Text(Arc<SourceFile>, Option<ReadFault>),
    Media(MediaFile),
    Fault(ReadFault),
}

impl Read {
    /// Of the bytes on disk; a file that cannot be read has none.
    pub(super) fn fingerprint(&self) -> Option<Fingerprint> {
        match self {
            Self::Text(file, _) => Some(file.fingerprint),
            Self::Media(file) => Some(file.fingerprint),
            Self::Fault(_) => None,
        }
    }
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

/// Reads a file that was found.
pub(super) fn read_one(found: Found) -> Read {
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
            Read::Text(file.into(), kind.map(|kind| ReadFault { path, kind }))
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

/// All bytes of a file that is not text, such as a picture.
///
/// # Errors
/// When the file cannot be read.
pub fn read_bytes(location: &Path) -> io::Result<Vec<u8>> {
    fs::read(location)
}

/// Opens a file that is not text, to read parts of it.
///
/// # Errors
/// When the file cannot be read.
pub fn open(location: &Path) -> io::Result<fs::File> {
    fs::File::open(location)
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
