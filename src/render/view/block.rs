//! Content blocks and media.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Foreign;
use crate::media::Size;

/// A content block: `key`, `steps`, `say`, `myth`, `evidence`, `teachback`, `resources`, `discuss`,
/// `details`, `role` or `snippet`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BlockView {
    /// Language of the page.
    pub lang: String,
    /// Name of the block.
    pub name: String,
    /// Anchor on the page.
    pub id: Option<String>,
    /// Classes of the author.
    pub classes: Vec<String>,
    /// `title="…"`, when the author gave one.
    pub title: Option<String>,
    /// `myth`: the myth. `teachback`: what to ask. `None` for the others.
    #[serde(serialize_with = "super::html::maybe")]
    pub lead_html: Option<String>,
    /// `myth`: the bold words with a colon that open the myth, without the colon: they are its label.
    pub lead_label: Option<String>,
    /// The (rest of the) content.
    #[serde(serialize_with = "super::html::text")]
    pub content_html: String,
    /// `myth`: the same for the fact.
    pub content_label: Option<String>,
    /// `snippet`: its language, when it is not that of the page.
    pub foreign: Option<Foreign>,
    /// `evidence`, `myth`: `high`, `moderate`, `low`, `very-low` or `none`.
    pub grade: Option<String>,
    /// `role`: names of the roles that the text is for.
    pub roles: Vec<String>,
    /// `teachback`: the number of the block on its page, from 1; 0 for the others.
    pub number: usize,
    /// `role`: their ids.
    pub role_ids: Vec<String>,
    /// Every key=value attribute as written, for other themes.
    pub attributes: BTreeMap<String, String>,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImageView {
    /// The file for browsers that do not choose, relative to the page.
    pub src: String,
    /// The files to choose from with their widths, as HTML writes them, when there are several.
    pub srcset: Option<String>,
    /// What it shows; empty when it only decorates.
    pub alt: String,
    /// Width in points of the screen at most, when it is known.
    pub width: Option<u32>,
    /// Height at that width.
    pub height: Option<u32>,
    /// Words for a pointer that rests on it.
    pub title: Option<String>,
    /// Anchor on the page.
    pub id: Option<String>,
    /// Classes of the author.
    pub classes: Vec<String>,
    /// Its own size, from which a missing measure follows.
    #[serde(skip)]
    pub shape: Option<Size>,
}

/// Captions of a media file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CaptionTrack {
    /// The WebVTT file, relative to the page.
    pub src: String,
    /// Language tag.
    pub lang: String,
    /// The language's own name.
    pub label: String,
    /// A script with the same captions, relative to the page: from a disk, browsers load no caption files.
    pub script: Option<String>,
}

/// A video or sound file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MediaView {
    /// Language of the page.
    pub lang: String,
    /// `video` or `audio`.
    pub name: String,
    /// Anchor on the page, always given.
    pub id: String,
    /// Classes of the author.
    pub classes: Vec<String>,
    /// Title, when the author gave one.
    pub title: Option<String>,
    /// The file, relative to the page.
    pub src: String,
    /// Its media type, such as `video/mp4`.
    pub mime: Option<String>,
    /// Still picture of a video, relative to the page.
    pub poster: Option<String>,
    /// Captions in each language.
    pub captions: Vec<CaptionTrack>,
    /// What the author wrote inside the block.
    #[serde(serialize_with = "super::html::text")]
    pub content_html: String,
    /// The transcript.
    #[serde(serialize_with = "super::html::text")]
    pub transcript_html: String,
    /// Its own page, when somebody wrote it.
    pub transcript_href: Option<String>,
}
