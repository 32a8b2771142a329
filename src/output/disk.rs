//! Every touch of the disk that the writer makes, each with its name in the error.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the one room that writes"
)]

use super::error::{Action, Problem, WriteError};
use super::lot::LOT_SUFFIX;
use super::manifest::{FileRecord, RecordHasher};
use super::outputs::{Body, OWN_PREFIX, Output};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

const TEMP_SUFFIX: &str = ".tmp";
/// Bytes that are read at a time.
const CHUNK: usize = 32 << 10;

/// The output folder.
pub(super) struct Disk {
    root: PathBuf,
}

/// What stands at a place. Links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    Missing,
    File {
        len: u64,
    },
    Folder,
    /// A link, a pipe, a device.
    Other,
}

impl Disk {
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// Makes the folder when it is not there.
    pub fn open(root: &Path) -> Result<Self, WriteError> {
        match fs::metadata(root) {
            Ok(meta) if meta.is_dir() => {}
            Ok(_) => return Err(WriteError::new(root, Problem::OutputIsFile)),
            Err(_) => fs::create_dir_all(root)
                .map_err(|error| WriteError::io(Action::CreateFolder, root, error))?,
        }
        Ok(Self::new(root))
    }

    /// Waits for another build of the same folder, and holds the next one off until the value is dropped.
    ///
    /// # Errors
    /// On systems that cannot lock a folder: Windows, some network disks.
    pub fn lock(&self) -> io::Result<File> {
        let folder = File::open(&self.root)?;
        folder.lock()?;
        Ok(folder)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn entry(&self, path: &str) -> Result<Entry, WriteError> {
        let at = self.at(path);
        match fs::symlink_metadata(&at) {
            Ok(meta) if meta.is_file() => Ok(Entry::File { len: meta.len() }),
            Ok(meta) if meta.is_dir() => Ok(Entry::Folder),
            Ok(_) => Ok(Entry::Other),
            Err(error) if is_absent(&error) => Ok(Entry::Missing),
            Err(error) => Err(WriteError::io(Action::Read, &at, error)),
        }
    }

    /// The names in a folder, in their order; none when there is no such folder.
    pub fn names(&self, folder: &str) -> Result<Vec<String>, WriteError> {
        let at = self.at(folder);
        let failed = |error| WriteError::io(Action::Read, &at, error);
        let entries = match fs::read_dir(&at) {
            Ok(entries) => entries,
            Err(error) if is_absent(&error) => return Ok(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names: Vec<String> = names.collect::<io::Result<_>>().map_err(failed)?;
        names.sort_unstable();
        Ok(names)
    }

    /// Whether two paths name one file, as they do on a disk that does not tell `A` from `a`.
    pub fn is_same_file(&self, a: &str, b: &str) -> bool {
        match (fs::canonicalize(self.at(a)), fs::canonicalize(self.at(b))) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        }
    }

    /// Whether the file at the output's path, which has the same length, holds the same bytes.
    pub fn holds(&self, output: &Output) -> Result<bool, WriteError> {
        if output.on_shelf().is_some_and(|shelved| shelved.in_place) {
            return Ok(true);
        }
        let at = self.at(output.path());
        let failed = |error| WriteError::io(Action::Read, &at, error);
        match output.body() {
            Body::Bytes(bytes) => File::open(&at)
                .and_then(|file| holds_bytes(file, bytes))
                .map_err(failed),
            Body::Copy { location, .. } => {
                let source = File::open(location)
                    .map_err(|error| WriteError::io(Action::Read, location, error))?;
                let copy = File::open(&at).map_err(failed)?;
                same_bytes(source, copy).map_err(failed)
            }
        }
    }

    /// Whether a file holds these bytes.
    pub fn holds_bytes(&self, path: &str, bytes: &[u8]) -> bool {
        let file = File::open(self.at(path));
        file.and_then(|file| holds_bytes(file, bytes))
            .unwrap_or(false)
    }

    /// Removes every [`Lot`](super::lot::Lot) that a stopped build left.
    pub fn remove_lots(&self) -> Result<(), WriteError> {
        let mut names = self.names("")?;
        names.retain(|name| name.starts_with(OWN_PREFIX) && name.ends_with(LOT_SUFFIX));
        names.iter().try_for_each(|name| {
            let at = self.at(name);
            fs::remove_dir_all(&at).map_err(|error| WriteError::io(Action::Remove, &at, error))
        })
    }

    pub fn make_folder(&self, path: &str) -> Result<(), WriteError> {
        let at = self.at(path);
        fs::create_dir_all(&at).map_err(|error| WriteError::io(Action::CreateFolder, &at, error))
    }

    /// Puts an output in its place. Its folder is there.
    pub fn write(&self, output: &Output) -> Result<(), WriteError> {
        let at = self.at(output.path());
        match output.body() {
            Body::Bytes(bytes) => write_whole(&at, bytes),
            // Where that cannot be done (another disk is mounted below the output), it is copied.
            Body::Copy { location, .. }
                if output.on_shelf().is_some_and(|shelved| !shelved.in_place)
                    && fs::rename(location, &at).is_ok() =>
            {
                Ok(())
            }
            Body::Copy { location, len } => {
                let mut source = File::open(location)
                    .map_err(|error| WriteError::io(Action::Read, location, error))?;
                let failed = |error| WriteError::io(Action::Write, &at, error);
                let mut temp = temp_beside(&at).map_err(failed)?;
                let copied = io::copy(&mut source, temp.as_file_mut()).map_err(failed)?;
                if copied != *len {
                    return Err(WriteError::new(location, Problem::SourceChanged));
                }
                temp.persist(&at).map_err(|error| failed(error.error))?;
                Ok(())
            }
        }
    }

    pub fn remove(&self, path: &str) -> Result<(), WriteError> {
        let at = self.at(path);
        match fs::remove_file(&at) {
            Err(error) if !is_absent(&error) => Err(WriteError::io(Action::Remove, &at, error)),
            _ => Ok(()),
        }
    }

    /// Removes a folder when nothing is in it.
    pub fn remove_if_empty(&self, folder: &str) -> Result<(), WriteError> {
        let at = self.at(folder);
        match fs::remove_dir(&at) {
            Err(error) if !is_absent(&error) && !is_in_use(&error) => {
                Err(WriteError::io(Action::Remove, &at, error))
            }
            _ => Ok(()),
        }
    }
}

/// Whether a name is that of a temporary file, which only a stopped build leaves.
pub(super) fn is_temp(name: &str) -> bool {
    name.starts_with(OWN_PREFIX) && name.ends_with(TEMP_SUFFIX)
}

/// The bytes of a file, when there is one.
pub(super) fn read_file(at: &Path) -> Result<Option<Vec<u8>>, WriteError> {
    match fs::read(at) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(WriteError::io(Action::Read, at, error)),
    }
}

/// Length and SHA-256 of a file, read piece by piece.
pub(super) fn record_of_file(at: &Path) -> Result<FileRecord, WriteError> {
    let read = || -> io::Result<FileRecord> {
        let mut file = File::open(at)?;
        let mut hasher = RecordHasher::default();
        let mut chunk = vec![0; CHUNK];
        loop {
            match read_full(&mut file, &mut chunk)? {
                0 => return Ok(hasher.finish()),
                n => hasher.update(&chunk[..n]),
            }
        }
    };
    read().map_err(|error| WriteError::io(Action::Read, at, error))
}

/// Replaces or makes a file in one step: whoever reads it sees the old bytes or the new ones.
pub(super) fn write_whole(at: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || -> io::Result<()> {
        let temp = filled_temp(at, bytes)?;
        temp.persist(at)?;
        Ok(())
    };
    write().map_err(|error| WriteError::io(Action::Write, at, error))
}

/// As [`write_whole`], for a file that must not be there yet.
pub(super) fn write_new(at: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |error| WriteError::io(Action::Write, at, error);
    if let Some(folder) = at.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| WriteError::io(Action::CreateFolder, folder, error))?;
    }
    let temp = filled_temp(at, bytes).map_err(failed)?;
    match temp.persist_noclobber(at) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
            Err(WriteError::new(at, Problem::Exists))
        }
        Err(error) => Err(failed(error.error)),
    }
}

/// As [`write_whole`], for a file of the author's: its rights stay, and a link stays a link to the changed file.
pub(super) fn rewrite(at: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || -> io::Result<()> {
        let real = fs::canonicalize(at)?;
        let rights = fs::metadata(&real)?.permissions();
        let temp = filled_temp(&real, bytes)?;
        temp.as_file().set_permissions(rights)?;
        temp.persist(&real)?;
        Ok(())
    };
    write().map_err(|error| WriteError::io(Action::Write, at, error))
}

fn filled_temp(at: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut temp = temp_beside(at)?;
    temp.write_all(bytes)?;
    Ok(temp)
}

/// A temporary file in the folder of `at`, with the rights of any new file: a site is there to be read by a web server.
fn temp_beside(at: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(OWN_PREFIX).suffix(TEMP_SUFFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let folder = at.parent().filter(|folder| !folder.as_os_str().is_empty());
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
}

fn holds_bytes(mut file: File, mut expected: &[u8]) -> io::Result<bool> {
    let mut chunk = [0; CHUNK];
    loop {
        let n = match file.read(&mut chunk) {
            Ok(0) => return Ok(expected.is_empty()),
            Ok(n) => n,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        match expected.split_at_checked(n) {
            Some((here, rest)) if *here == chunk[..n] => expected = rest,
            _ => return Ok(false),
        }
    }
}

fn same_bytes(mut a: File, mut b: File) -> io::Result<bool> {
    let (mut here, mut there) = (vec![0; CHUNK], vec![0; CHUNK]);
    loop {
        let n = read_full(&mut a, &mut here)?;
        let m = read_full(&mut b, &mut there)?;
        if here[..n] != there[..m] {
            return Ok(false);
        }
        if n == 0 {
            return Ok(true);
        }
    }
}

/// Fills the buffer as far as the file goes.
fn read_full(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// What systems say of a folder that is not empty, or in which somebody is.
fn is_in_use(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists | ErrorKind::ResourceBusy
    )
}
