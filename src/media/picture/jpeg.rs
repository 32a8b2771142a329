//! JPEG: markers and what follows them (ITU-T T.81, annex B).

use super::{CUT_OFF, Format, Picture, Size, Trouble, be16, exif};
use std::ops::Range;

/// A part of the file from its marker on.
struct Segment {
    marker: u8,
    /// The marker with all that belongs to it; of a scan, its data too.
    range: Range<usize>,
}

const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const RARE: Trouble = Trouble::NotShown("a JPEG of a rare kind");

pub(super) fn inspect(bytes: &[u8]) -> Result<Picture, Trouble> {
    let (mut size, mut notes) = (None, exif::Notes::default());
    let mut at = 2;
    loop {
        let segment = segment(bytes, at).ok_or(CUT_OFF)?;
        at = segment.range.end;
        let payload = bytes.get(segment.range.start + 4..at).unwrap_or_default();
        match segment.marker {
            END => break,
            0xE1 if payload.starts_with(b"Exif\0\0") => notes = exif::read(payload),
            // Frames that browsers decode: baseline, extended, progressive.
            0xC0..=0xC2 => size = Some(frame(payload)?),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(RARE),
            _ => {}
        }
    }
    let size = size.ok_or(Trouble::Damaged("holds no picture"))?;
    Ok(Picture {
        format: Format::Jpeg,
        size: Some(size.turned(notes.orientation)),
        orientation: notes.orientation,
        animated: false,
        tells_place: notes.tells_place,
    })
}

fn frame(payload: &[u8]) -> Result<Size, Trouble> {
    let (precision, parts) = (payload.first(), payload.get(5));
    let (height, width) = (be16(payload, 1), be16(payload, 3));
    match (precision, parts, width, height) {
        (Some(8), Some(1 | 3 | 4), Some(width), Some(height)) => Ok(Size {
            width: width.into(),
            height: height.into(),
        }),
        _ => Err(RARE),
    }
}

/// The part that begins at `at`; `None` when the file ends before it does, or no marker stands there.
fn segment(bytes: &[u8], at: usize) -> Option<Segment> {
    let mut start = at;
    while bytes.get(start + 1)? == &0xFF {
        start += 1;
    }
    let marker = match bytes.get(start..start + 2)? {
        [0xFF, marker] => *marker,
        _ => return None,
    };
    let end = match marker {
        0x01 | 0xD0..=0xD9 => start + 2,
        SCAN => scan_end(bytes, start + 2 + usize::from(be16(bytes, start + 2)?))?,
        _ => start + 2 + usize::from(be16(bytes, start + 2)?.max(2)),
    };
    let range = start..end;
    (end <= bytes.len()).then_some(Segment { marker, range })
}

/// Where the data of a scan ends: at the next marker that is no part of it.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
        match bytes.get(at + 1)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

/// Without the segments of applications but for the colours, and without what was put behind the picture.
pub(super) fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(bytes.get(..2)?);
    let mut at = 2;
    loop {
        let segment = segment(bytes, at)?;
        at = segment.range.end;
        let whole = &bytes[segment.range];
        let payload = whole.get(4..).unwrap_or_default();
        let stays = match segment.marker {
            0xE0 => payload.starts_with(b"JFIF\0"),
            0xE2 => payload.starts_with(b"ICC_PROFILE\0"),
            0xEE => payload.starts_with(b"Adobe"),
            0xE1..=0xEF | 0xFE => false,
            _ => true,
        };
        if stays {
            out.extend_from_slice(whole);
        }
        if segment.marker == END {
            return Some(out);
        }
    }
}
