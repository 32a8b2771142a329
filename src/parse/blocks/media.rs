//! `video` and `audio`: a media file that everybody can take in.

use super::{Attribute, BlockKind, Form, Reading};
use crate::model::{BlockData, MediaSpec};

const SRC: Attribute = Attribute {
    name: "src",
    form: Form::Required,
    about: "The media file.",
};
const CAPTIONS: Attribute = Attribute {
    name: "captions",
    form: Form::Required,
    about: "A WebVTT file (.vtt) with what is said and heard.",
};
const TRANSCRIPT: Attribute = Attribute {
    name: "transcript",
    form: Form::Required,
    about: "A Markdown page with all that is said and shown.",
};

pub const VIDEO: BlockKind = BlockKind {
    name: "video",
    about: "A video with captions and a transcript; both are required.",
    attributes: &[
        SRC,
        CAPTIONS,
        TRANSCRIPT,
        Attribute {
            name: "poster",
            form: Form::Value,
            about: "A picture to show before it plays.",
        },
        super::TITLE,
    ],
    read,
};

pub const AUDIO: BlockKind = BlockKind {
    name: "audio",
    about: "A recording with captions and a transcript; both are required.",
    attributes: &[SRC, CAPTIONS, TRANSCRIPT, super::TITLE],
    read,
};

fn read(reading: &mut Reading<'_>) -> BlockData {
    BlockData::Media(MediaSpec {
        src: reading.value("src"),
        captions: reading.value("captions"),
        transcript: reading.value("transcript"),
        poster: reading.value("poster"),
    })
}
