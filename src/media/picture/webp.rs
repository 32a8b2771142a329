//! WebP: chunks of a RIFF file (RFC 9649).

use super::{CUT_OFF, Format, Picture, Size, Trouble, exif, le16, le32};

const HEAD: usize = 12;
/// Flags of the extended header.
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;
const ANIMATION: u8 = 0x02;

struct Chunk<'a> {
    kind: &'a [u8],
    payload: &'a [u8],
    /// Kind, length, payload and the byte that makes the length even.
    whole: &'a [u8],
}

/// The chunks up to the end that the file names; `None` when it ends before.
fn chunks(bytes: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let end = usize::try_from(le32(bytes, 4)?).ok()?.checked_add(8)?;
    let bytes = bytes.get(..end)?;
    let mut chunks = Vec::new();
    let mut at = HEAD;
    while at < end {
        let len = usize::try_from(le32(bytes, at + 4)?).ok()?;
        let next = at.checked_add(8)?.checked_add(len)?;
        let payload = bytes.get(at + 8..next)?;
        // Some writers leave the last even byte out.
        let next = (next + len % 2).min(end);
        chunks.push(Chunk {
            kind: &bytes[at..at + 4],
            payload,
            whole: &bytes[at..next],
        });
        at = next;
    }
    Some(chunks)
}

pub(super) fn inspect(bytes: &[u8]) -> Result<Picture, Trouble> {
    let mut notes = exif::Notes::default();
    let (mut size, mut canvas) = (None, None);
    let (mut animated, mut photo) = (false, false);
    for chunk in chunks(bytes).ok_or(CUT_OFF)? {
        match chunk.kind {
            b"VP8X" => {
                let flags = chunk.payload.first().copied().unwrap_or(0);
                animated = flags & ANIMATION != 0;
                canvas = extended(chunk.payload).map(|size| (size, flags & ALPHA != 0));
            }
            b"VP8 " => {
                size = lossy(chunk.payload);
                photo = true;
            }
            b"VP8L" => size = lossless(chunk.payload),
            b"EXIF" => notes = exif::read(chunk.payload),
            _ => {}
        }
    }
    let seen_through = canvas.is_some_and(|(_, alpha)| alpha);
    let size = canvas.map(|(size, _)| size).filter(|_| animated).or(size);
    let size = size.ok_or(Trouble::Damaged("holds no picture"))?;
    Ok(Picture {
        format: Format::Webp {
            photo: photo && !seen_through,
        },
        size: Some(size.turned(notes.orientation)),
        orientation: notes.orientation,
        animated,
        tells_place: notes.tells_place,
    })
}

fn extended(payload: &[u8]) -> Option<Size> {
    let side = |at: usize| {
        let low = u32::from(le16(payload, at)?);
        Some((low | u32::from(*payload.get(at + 2)?) << 16) + 1)
    };
    side(4)
        .zip(side(7))
        .map(|(width, height)| Size { width, height })
}

fn lossy(payload: &[u8]) -> Option<Size> {
    let side = |at| Some(u32::from(le16(payload, at)? & 0x3FFF));
    let key_frame = payload.get(3..6)? == b"\x9d\x01\x2a";
    let sides = side(6).zip(side(8)).filter(|_| key_frame);
    sides.map(|(width, height)| Size { width, height })
}

fn lossless(payload: &[u8]) -> Option<Size> {
    let bits = le32(payload, 1).filter(|_| payload[0] == 0x2F)?;
    Some(Size {
        width: (bits & 0x3FFF) + 1,
        height: (bits >> 14 & 0x3FFF) + 1,
    })
}

/// Without Exif and XMP.
pub(super) fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..HEAD)?.to_vec();
    for chunk in chunks(bytes)? {
        let at = out.len();
        match chunk.kind {
            b"EXIF" | b"XMP " => continue,
            _ => out.extend_from_slice(chunk.whole),
        }
        if chunk.kind == b"VP8X" && !chunk.payload.is_empty() {
            out[at + 8] &= !(EXIF | XMP);
        }
    }
    let len = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&len.to_le_bytes());
    Some(out)
}
