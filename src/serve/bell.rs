//! Rings when something of the project changed.
//!
//! The watcher is a doorbell: it says that somebody was at a place, and the place is looked at. What kind of change it
//! was does not matter, and neither does a report too many. Reports can also be missing, as on network shares and in
//! containers; therefore all files are looked at from time to time, and often once that was the only way in which a
//! change was found.

#![expect(
    clippy::disallowed_methods,
    reason = "waits until nothing has changed for a while"
)]

use crate::source::{CONTENT_DIR, Library, News, THEMES_DIR, belongs};
use notify::event::{EventKind, Flag};
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// After a save in one go.
const QUIET: Duration = Duration::from_millis(10);
/// After something that often is half of a change: a file was removed or emptied, a folder came or went, or many files
/// changed at once.
const LONG_QUIET: Duration = Duration::from_millis(150);
/// As many files are saved at once by hand; more are the work of a program.
const FEW: usize = 4;
/// A build does not wait longer for things to settle.
const PATIENCE: Duration = Duration::from_secs(3);
/// Between two looks at all files while reports come, and while they do not.
const SELDOM: Duration = Duration::from_secs(2);
const OFTEN: Duration = Duration::from_millis(250);
/// A report that takes longer than this after its change has been lost.
const ON_ITS_WAY: Duration = Duration::from_millis(300);

/// What somebody who waits is told.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    News(News),
    Stop,
}

#[derive(Debug)]
enum Ring {
    /// At these places, absolute.
    At(Vec<PathBuf>),
    /// Somewhere: reports were lost.
    Anywhere,
    /// The system cannot report.
    Mute,
    Stop,
}

/// Watches one project.
#[derive(Debug)]
pub struct Bell {
    root: PathBuf,
    rings: Receiver<Ring>,
    rope: Rope,
    /// `None` when the system cannot report changes at all.
    watcher: Option<RecommendedWatcher>,
    /// Whether a change was found of which no report came, and no report has come since.
    deaf: bool,
    /// Whether the project could not be read at the last look.
    lost: bool,
    /// How long it takes to look at all files.
    look: Duration,
}

/// Ends the waiting from anywhere.
#[derive(Debug, Clone)]
pub struct Rope(Sender<Ring>);

impl Rope {
    /// The next wait ends with [`Call::Stop`].
    pub fn stop(&self) {
        // A bell that is gone waits no longer.
        let _ = self.0.send(Ring::Stop);
    }
}

impl Bell {
    /// Begins to watch the project in `root`.
    #[must_use]
    pub fn hang(root: &Path) -> Self {
        let (sender, rings) = channel();
        let rope = Rope(sender);
        let mut bell = Self {
            root: root.to_owned(),
            rings,
            watcher: watcher(rope.clone()),
            rope,
            deaf: false,
            lost: false,
            look: Duration::ZERO,
        };
        bell.attach_all();
        bell
    }

    /// What stops the bell.
    #[must_use]
    pub fn rope(&self) -> Rope {
        self.rope.clone()
    }

    /// Whether changes are found by looking only.
    #[must_use]
    pub fn polls(&self) -> bool {
        self.deaf || self.watcher.is_none()
    }

    /// Waits until something is not as `library` has read it, and has settled.
    pub fn wait(&mut self, library: &mut Library) -> Call {
        let mut heard = Heard::default();
        loop {
            match self.rings.recv_timeout(self.pace()) {
                Ok(ring) => self.hear(ring, &mut heard),
                Err(RecvTimeoutError::Timeout) => self.look_around(library, &mut heard),
                // The rope in this value keeps the channel open.
                Err(RecvTimeoutError::Disconnected) => return Call::Stop,
            }
            if !heard.is_nothing() {
                self.settle(library, &mut heard);
            }
            if let Some(call) = heard.call() {
                return call;
            }
        }
    }

    fn pace(&self) -> Duration {
        if self.polls() {
            OFTEN.max(self.look * 10)
        } else {
            SELDOM.max(self.look * 40)
        }
    }

    /// Goes on hearing until nothing has come for a while.
    fn settle(&mut self, library: &Library, heard: &mut Heard) {
        let start = Instant::now();
        while !heard.stop && start.elapsed() < PATIENCE {
            match self.rings.recv_timeout(heard.quiet(library)) {
                Ok(ring) => self.hear(ring, heard),
                Err(_) => return,
            }
        }
    }

    /// Finds changes that were not reported.
    fn look_around(&mut self, library: &mut Library, heard: &mut Heard) {
        let start = Instant::now();
        let changes = library.changes();
        self.look = start.elapsed();
        // That the project can no longer be read is news, and so is that it can be read again.
        let lost = changes.is_err();
        if std::mem::replace(&mut self.lost, lost) != lost {
            heard.anywhere = true;
            self.attach_all();
        }
        let changes = changes.unwrap_or_default();
        if changes.is_empty() || heard.anywhere {
            return;
        }
        while let Ok(ring) = self.rings.recv_timeout(ON_ITS_WAY) {
            self.hear(ring, heard);
            if heard.stop || heard.covers(&changes) {
                return;
            }
        }
        self.deaf = true;
        heard.paths.extend(changes);
        // The folder may be another one than that which is watched, as after a share was gone for a while.
        self.attach_all();
    }

    fn attach_all(&mut self) {
        self.attach("", RecursiveMode::NonRecursive);
        self.attach(CONTENT_DIR, RecursiveMode::Recursive);
        self.attach(THEMES_DIR, RecursiveMode::Recursive);
    }

    fn hear(&mut self, ring: Ring, heard: &mut Heard) {
        match ring {
            Ring::Stop => heard.stop = true,
            Ring::Anywhere => heard.anywhere = true,
            Ring::Mute => self.watcher = None,
            Ring::At(places) => {
                for place in places {
                    let Some(path) = self.path_of(&place) else {
                        continue;
                    };
                    if path.is_empty() {
                        heard.anywhere = true;
                    } else if belongs(&path) {
                        self.deaf = false;
                        if path == CONTENT_DIR || path == THEMES_DIR {
                            self.attach(&path, RecursiveMode::Recursive);
                        }
                        heard.paths.insert(path);
                    }
                }
            }
        }
    }

    /// Relative to the project, with `/`.
    fn path_of(&self, place: &Path) -> Option<String> {
        let inside = place.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = inside
            .components()
            .map(|c| c.as_os_str().to_str())
            .collect();
        Some(parts?.join("/"))
    }

    /// Watches a place anew: what has its name now may not be what had it before.
    fn attach(&mut self, path: &str, mode: RecursiveMode) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        let place = if path.is_empty() {
            self.root.clone()
        } else {
            self.root.join(path)
        };
        // It is not watched the first time, and a folder that is gone is watched no longer.
        let _ = watcher.unwatch(&place);
        match watcher.watch(&place, mode) {
            Err(error) if !is_absent(&error) => self.watcher = None,
            _ => {}
        }
    }
}

fn watcher(rope: Rope) -> Option<RecommendedWatcher> {
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let ring = match event {
            // Reading a file is no change; the build itself reads.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
            Ok(event) if event.attrs.flag() == Some(Flag::Rescan) => Ring::Anywhere,
            Ok(event) => Ring::At(event.paths),
            Err(error) if is_absent(&error) => Ring::At(error.paths),
            Err(_) => Ring::Mute,
        };
        // Nobody listens when the program ends.
        let _ = rope.0.send(ring);
    });
    watcher.ok()
}

fn is_absent(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// What came since the last call.
#[derive(Debug, Default)]
struct Heard {
    paths: BTreeSet<String>,
    anywhere: bool,
    stop: bool,
}

impl Heard {
    fn is_nothing(&self) -> bool {
        self.paths.is_empty() && !self.anywhere
    }

    /// How long nothing must come until this is a whole change.
    fn quiet(&self, library: &Library) -> Duration {
        let whole = |path: &String| library.looks_whole(path);
        if self.anywhere || self.paths.len() > FEW || !self.paths.iter().all(whole) {
            LONG_QUIET
        } else {
            QUIET
        }
    }

    /// Whether all changes were reported, each by itself or by its folder.
    fn covers(&self, changes: &BTreeSet<String>) -> bool {
        let reported = |path: &String| {
            let ends = path.match_indices('/').map(|(at, _)| at);
            ends.chain([path.len()])
                .any(|end| self.paths.contains(&path[..end]))
        };
        self.anywhere || changes.iter().all(reported)
    }

    fn call(&mut self) -> Option<Call> {
        if self.stop {
            Some(Call::Stop)
        } else if self.anywhere {
            Some(Call::News(News::All))
        } else if self.paths.is_empty() {
            None
        } else {
            Some(Call::News(News::Paths(std::mem::take(&mut self.paths))))
        }
    }
}
