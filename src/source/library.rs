//! A project that is read again and again: what did not change is not read twice.

#![expect(
    clippy::disallowed_methods,
    reason = "a part of the one room that reads the disk; the clock only decides whether a file is looked at again"
)]

use super::read::{Read, read_one};
use super::walk::{Found, Walk};
use super::{CONTENT_DIR, SourceFile, SourceTree, belongs};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// What may have changed since the last look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Anything: every file is looked at, and read when its length or its time is another.
    All,
    /// These files and folders, relative to the project: they are read, whatever their times say.
    Paths(BTreeSet<String>),
}

/// What identifies the state of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
    /// Change time and inode, where there are any: they tell a file that was put in the place of another, with its time.
    #[cfg(unix)]
    node: (i64, i64, u64),
}

#[derive(Debug, Clone)]
struct Kept {
    read: Read,
    location: PathBuf,
    stamp: Option<Stamp>,
    /// Whether every later change gives another stamp. Not so just after a change: clocks of disks are coarse.
    settled: bool,
}

/// Everything of a project that was read, and what it was read from.
#[derive(Debug)]
pub struct Library {
    project: PathBuf,
    kept: BTreeMap<String, Kept>,
    linked: bool,
    /// As it was read last.
    tree: SourceTree,
}

/// The coarsest clock of a disk in use ticks every two seconds (FAT).
const TICK: Duration = Duration::from_secs(3);

impl Library {
    /// A library that has read nothing yet.
    #[must_use]
    pub fn new(project: &Path) -> Self {
        Self {
            project: project.to_owned(),
            kept: BTreeMap::new(),
            linked: false,
            tree: SourceTree::default(),
        }
    }

    /// The project as it is now.
    ///
    /// # Errors
    /// When the project folder itself cannot be read; everything below it that fails becomes a
    /// [`ReadFault`](super::ReadFault).
    pub fn read(&mut self, news: &News) -> io::Result<SourceTree> {
        let root = self.project.canonicalize()?;
        match news {
            // Behind a link, a file has a second place, of which no news comes.
            News::Paths(paths) if !self.linked => {
                let paths = outermost(paths);
                let were_texts = paths.iter().all(|path| self.sound_text(path).is_some());
                for path in &paths {
                    self.forget(path);
                    self.look(&root, |walk| walk.place(path));
                }
                let texts = paths.iter().map(|path| self.sound_text(path));
                let texts: Option<Vec<Arc<SourceFile>>> = texts.collect();
                self.tree = match texts.filter(|_| were_texts) {
                    Some(texts) => self.tree_with(texts),
                    None => self.whole_tree(),
                };
            }
            News::Paths(_) | News::All => {
                let before = std::mem::take(&mut self.kept);
                self.linked = false;
                let (known, new): (Vec<_>, Vec<_>) = self
                    .walk(&root, |walk| walk.project())
                    .into_par_iter()
                    .partition_map(|found| still(&before, found, news));
                self.kept.extend(known);
                self.read_all(new);
                self.tree = self.whole_tree();
            }
        }
        Ok(self.tree.clone())
    }

    /// The text of a file that was read without a fault.
    fn sound_text(&self, path: &str) -> Option<Arc<SourceFile>> {
        match &self.kept.get(path)?.read {
            Read::Text(file, None) => Some(file.clone()),
            _ => None,
        }
    }

    /// What is not as it was read: found by looking at every file's length and time.
    ///
    /// # Errors
    /// When the project folder itself cannot be read.
    pub fn changes(&mut self) -> io::Result<BTreeSet<String>> {
        let root = self.project.canonicalize()?;
        let mut walk = Walk::new(&root);
        walk.project();
        let mut changed: BTreeSet<String> = self.kept.keys().cloned().collect();
        for fault in walk.faults {
            if self
                .kept
                .get(&fault.path)
                .is_some_and(|kept| matches!(&kept.read, Read::Fault(known) if *known == fault))
            {
                changed.remove(&fault.path);
            } else {
                changed.insert(fault.path);
            }
        }
        for found in walk.found {
            if self.is_as_read(&found) {
                changed.remove(&found.path);
            } else {
                changed.insert(found.path);
            }
        }
        Ok(changed)
    }

    /// Whether there is anything below `content/`.
    #[must_use]
    pub fn has_content(&self) -> bool {
        let below = format!("{CONTENT_DIR}/");
        let mut from = self.kept.range(below.clone()..);
        from.next()
            .is_some_and(|(path, _)| path.starts_with(&below))
    }

    /// Whether a place holds what an editor leaves when it has finished: a file with something in it.
    #[must_use]
    pub fn looks_whole(&self, path: &str) -> bool {
        let meta = fs::metadata(self.project.join(path));
        meta.is_ok_and(|meta| meta.is_file() && meta.len() > 0)
    }

    fn is_as_read(&mut self, found: &Found) -> bool {
        let Some(kept) = self.kept.get_mut(&found.path) else {
            return false;
        };
        let (stamp, settled) = stamp(&found.location);
        if stamp.is_none() || stamp != kept.stamp {
            return false;
        }
        let same =
            kept.settled || read_one(found.clone()).0.fingerprint() == kept.read.fingerprint();
        kept.settled = same && settled;
        same
    }

    fn forget(&mut self, path: &str) {
        self.kept.remove(path);
        let below = format!("{path}/");
        let gone: Vec<String> = self
            .kept
            .range(below.clone()..)
            .map(|(path, _)| path)
            .take_while(|path| path.starts_with(&below))
            .cloned()
            .collect();
        for path in gone {
            self.kept.remove(&path);
        }
    }

    fn look(&mut self, root: &Path, go: impl FnOnce(&mut Walk<'_>)) {
        let found = self.walk(root, go);
        self.read_all(found);
    }

    /// Walks, and keeps what the walk could not look into.
    fn walk(&mut self, root: &Path, go: impl FnOnce(&mut Walk<'_>)) -> Vec<Found> {
        let mut walk = Walk::new(root);
        go(&mut walk);
        self.linked |= walk.linked;
        for fault in walk.faults {
            let kept = Kept {
                location: root.join(&fault.path),
                read: Read::Fault(fault.clone()),
                stamp: None,
                settled: false,
            };
            self.kept.insert(fault.path, kept);
        }
        walk.found
    }

    fn read_all(&mut self, found: Vec<Found>) {
        let read: Vec<(String, Kept)> = found.into_par_iter().map(fresh).collect();
        self.kept.extend(read);
    }

    /// The last tree with other texts of the same files.
    fn tree_with(&self, texts: Vec<Arc<SourceFile>>) -> SourceTree {
        let mut tree = self.tree.clone();
        texts.into_iter().for_each(|text| tree.replace(text));
        tree
    }

    fn whole_tree(&self) -> SourceTree {
        let (mut texts, mut media, mut faults) = (Vec::new(), Vec::new(), Vec::new());
        for kept in self.kept.values() {
            match &kept.read {
                Read::Text(file, fault) => {
                    texts.push(file.clone());
                    faults.extend(fault.clone());
                }
                Read::Media(file) => media.push(file.clone()),
                Read::Fault(fault) => faults.push(fault.clone()),
            }
        }
        SourceTree::new(texts, media, faults)
    }
}

fn fresh(found: Found) -> (String, Kept) {
    let (path, location) = (found.path.clone(), found.location.clone());
    // The stamp is older than what is read: what is written between the two makes the next look read again.
    let (read, meta) = read_one(found);
    let (stamp, settled) = stamp_of(meta.as_ref());
    let kept = Kept {
        read,
        location,
        stamp,
        settled,
    };
    (path, kept)
}

/// What is kept of a file that is as it was; else the file, to be read.
fn still(
    before: &BTreeMap<String, Kept>,
    found: Found,
    news: &News,
) -> rayon::iter::Either<(String, Kept), Found> {
    use rayon::iter::Either;
    let Some(kept) = before.get(&found.path) else {
        return Either::Right(found);
    };
    let named = matches!(news, News::Paths(paths) if is_named(paths, &found.path));
    let (stamp, _) = stamp(&found.location);
    let same =
        kept.settled && stamp.is_some() && stamp == kept.stamp && kept.location == found.location;
    if same && !named {
        Either::Left((found.path, kept.clone()))
    } else {
        Either::Right(found)
    }
}

fn is_named(paths: &BTreeSet<String>, path: &str) -> bool {
    let ends = path.match_indices('/').map(|(at, _)| at);
    ends.chain([path.len()])
        .any(|end| paths.contains(&path[..end]))
}

/// The paths that lie in no other of them and belong to a project.
fn outermost(paths: &BTreeSet<String>) -> Vec<&str> {
    let inside = |path: &str| {
        let mut ends = path.match_indices('/').map(|(at, _)| at);
        ends.any(|end| paths.contains(&path[..end]))
    };
    let paths = paths.iter().map(String::as_str);
    paths
        .filter(|path| belongs(path) && !inside(path))
        .collect()
}

fn stamp(location: &Path) -> (Option<Stamp>, bool) {
    stamp_of(fs::metadata(location).ok().as_ref())
}

/// The stamp, and whether every later change gives another one.
fn stamp_of(meta: Option<&fs::Metadata>) -> (Option<Stamp>, bool) {
    let Some(meta) = meta else {
        return (None, false);
    };
    let modified = meta.modified().ok();
    let age = modified.and_then(|then| SystemTime::now().duration_since(then).ok());
    let stamp = Stamp {
        len: meta.len(),
        modified,
        #[cfg(unix)]
        node: {
            use std::os::unix::fs::MetadataExt;
            (meta.ctime(), meta.ctime_nsec(), meta.ino())
        },
    };
    (Some(stamp), age.is_some_and(|age| age > TICK))
}
