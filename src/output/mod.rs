//! The only writer: puts outputs on disk so that a kill at any moment leaves every file old or new, never half.
//!
//! A build knows its own files by two records in the output folder:
//!
//! - `teachback.json`, the manifest, lists every file of the last finished build with length and SHA-256;
//! - `.teachback-journal` is there only while a build writes, or after one was stopped: it lists what that build was
//!   about to write.
//!
//! The order keeps every file in one of them at any moment:
//!
//! 1. look at the folder, and refuse before anything is changed;
//! 2. write the journal;
//! 3. remove orphans that stand where a new file or folder belongs;
//! 4. write what differs, each file through a temporary file beside it that is then renamed;
//! 5. remove the other orphans and the folders that they leave empty;
//! 6. replace the manifest, and remove the journal.
//!
//! The files of a large site are not held until then: a [`Shelf`] takes each as soon as it is made, into a folder of its own
//! inside the output folder that has the folders of the site. From there step 4 only renames: a whole folder where there is
//! none yet, else file by file.
//!
//! This holds when the program is killed. After a power failure some file systems give back empty files; the next build
//! writes them again, or says which record it cannot read.

mod disk;
mod error;
mod lot;
mod made;
mod manifest;
mod outputs;
mod owned;
mod plan;
mod shelf;
mod single;
mod verify;
mod write;

pub use error::{Action, Problem, WriteError};
pub use made::{Made, Spool, Stock, Workbench};
pub use manifest::{FileRecord, FileTable, MANIFEST, Manifest, ModuleRecord, Records};
pub use outputs::{Body, Clash, Output, Outputs};
pub use shelf::Shelf;
pub use single::{create_file, replace_file};
pub use verify::{Difference, DifferenceKind, verify};
pub use write::{Written, write_changed};
