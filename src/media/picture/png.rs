//! PNG: chunks, each with a check sum (PNG, third edition, 5).

use super::{CUT_OFF, Format, Picture, Size, Trouble, be32, exif};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

struct Chunk<'a> {
    kind: &'a [u8],
    payload: &'a [u8],
    /// Length, kind, payload, check sum.
    whole: &'a [u8],
}

impl<'a> Chunk<'a> {
    /// The chunk that begins at `at`; `None` when the file ends before it does.
    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        let len = usize::try_from(be32(bytes, at)?).ok()?;
        let whole = bytes.get(at..at.checked_add(len)?.checked_add(12)?)?;
        Some(Self {
            kind: &whole[4..8],
            payload: &whole[8..8 + len],
            whole,
        })
    }

    fn is_sound(&self) -> bool {
        let (said, sum) = (
            self.whole.len() - 4,
            crc32fast::hash(&self.whole[4..self.whole.len() - 4]),
        );
        be32(self.whole, said) == Some(sum)
    }
}

pub(super) fn inspect(bytes: &[u8]) -> Result<Picture, Trouble> {
    if !bytes.starts_with(SIGNATURE) {
        return Err(Trouble::Damaged(
            "was changed on its way: its line ends were translated",
        ));
    }
    let (mut size, mut notes) = (None, exif::Notes::default());
    let (mut animated, mut drawn) = (false, false);
    let mut at = SIGNATURE.len();
    loop {
        let chunk = Chunk::at(bytes, at).ok_or(CUT_OFF)?;
        if !chunk.is_sound() {
            return Err(Trouble::Damaged("is damaged: a check sum in it is wrong"));
        }
        at += chunk.whole.len();
        match chunk.kind {
            b"IHDR" => {
                let sides = be32(chunk.payload, 0).zip(be32(chunk.payload, 4));
                size = sides.map(|(width, height)| Size { width, height });
            }
            b"eXIf" => notes = exif::read(chunk.payload),
            b"acTL" => animated = true,
            b"IDAT" => drawn = true,
            b"IEND" => break,
            _ => {}
        }
    }
    let size = size.filter(|_| drawn);
    let size = size.ok_or(Trouble::Damaged("holds no picture"))?;
    Ok(Picture {
        format: Format::Png,
        size: Some(size.turned(notes.orientation)),
        orientation: notes.orientation,
        animated,
        tells_place: notes.tells_place,
    })
}

/// Without texts, dates and Exif; what decides on how it looks stays.
pub(super) fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(bytes.get(..SIGNATURE.len())?);
    let mut at = SIGNATURE.len();
    loop {
        let chunk = Chunk::at(bytes, at)?;
        at += chunk.whole.len();
        // A chunk with a capital first letter is needed to show the picture.
        let stays = chunk.kind[0].is_ascii_uppercase()
            || matches!(
                chunk.kind,
                b"tRNS"
                    | b"cHRM"
                    | b"gAMA"
                    | b"iCCP"
                    | b"sBIT"
                    | b"sRGB"
                    | b"cICP"
                    | b"acTL"
                    | b"fcTL"
                    | b"fdAT"
            );
        if stays {
            out.extend_from_slice(chunk.whole);
        }
        if chunk.kind == b"IEND" {
            return Some(out);
        }
    }
}
