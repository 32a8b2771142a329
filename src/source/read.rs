//! Reads one file: its bytes as text, whatever they are.

#![expect(
    clippy::disallowed_methods,
    reason = "a part of the one room that reads the disk"
)]

use super::discover::{ReadFault, ReadFaultKind, THEMES_DIR};
use super::walk::Found;
use super::{FileId, Fingerprint, MediaFile, SourceFile};
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
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

/// Reads a file that was found, and gives what the system said of it before.
pub(super) fn read_one(found: Found) -> (Read, Option<Metadata>) {
    let Found { path, location } = found;
    let opened = File::open(&location).and_then(|file| Ok((file.metadata()?, file)));
    let (meta, file) = match opened {
        Ok(opened) => opened,
        Err(error) => return (unreadable(path, &error), fs::metadata(&location).ok()),
    };
    let read = if !is_text(&path) {
        read_media(path, location, file)
    } else if meta.len() > MAX_TEXT_BYTES {
        let kind = ReadFaultKind::TooLarge(meta.len());
        Read::Fault(ReadFault { path, kind })
    } else {
        read_source(path, file, meta.len())
    };
    (read, Some(meta))
}

fn read_media(path: String, location: PathBuf, mut file: File) -> Read {
    let mut hasher = blake3::Hasher::new();
    match io::copy(&mut file, &mut hasher) {
        Ok(len) => Read::Media(MediaFile {
            id: FileId::of_path(&path),
            path: path.into(),
            location,
            len,
            fingerprint: Fingerprint::from_hash(&hasher.finalize()),
        }),
        Err(error) => unreadable(path, &error),
    }
}

fn read_source(path: String, file: File, len: u64) -> Read {
    // With room for one byte more, the end is found without another buffer.
    let mut bytes = Vec::with_capacity(usize::try_from(len).map_or(0, |len| len + 1));
    // Its length is known: a file by itself would ask the system for it once more.
    match file.take(u64::MAX).read_to_end(&mut bytes) {
        Ok(_) => {
            let (file, kind) = decode(&path, bytes);
            Read::Text(file.into(), kind.map(|kind| ReadFault { path, kind }))
        }
        Err(error) => unreadable(path, &error),
    }
}

fn unreadable(path: String, error: &io::Error) -> Read {
    Read::Fault(ReadFault {
        path,
        kind: ReadFaultKind::Unreadable(error.kind().to_string()),
    })
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
