//! Pictures, captions and recordings: what the files that pages show hold, and what becomes of them.
//!
//! 1. [`picture`] looks at the bytes of a picture: what it is, how large, whether it is whole. Nothing is decoded for it.
//! 2. `ladder` decides which sizes of it pages need, `darkroom` makes them, without what cameras write into files.
//! 3. [`gallery`] does the first two for all pictures of a site. What it names is made only when somebody asks for it.
//! 4. [`captions`] reads WebVTT, `length` how long a recording is; [`films`] holds the two against each other.

pub mod captions;
mod darkroom;
pub mod films;
pub mod gallery;
mod ladder;
mod length;
pub mod picture;

pub use films::Films;
pub use gallery::{Gallery, Print, Shown};
pub use picture::Size;

use crate::memo::Memo as Table;
use crate::source::Fingerprint;

/// What the pages of a site show and play.
#[derive(Debug, Default)]
pub struct Media {
    pub gallery: Gallery,
    pub films: Films,
}

/// What was found in files of earlier builds, by their content.
#[derive(Debug, Default)]
pub struct Memo {
    pictures: Table<Fingerprint, Result<picture::Picture, picture::Trouble>>,
    lengths: Table<Fingerprint, Option<u64>>,
}
