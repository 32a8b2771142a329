//! Exif, as far as it says how a picture lies and whether it says where it was taken (CIPA DC-008, 4.6).

/// What matters of the notes of a camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Notes {
    /// 1 to 8; 1 is upright.
    pub orientation: u8,
    pub tells_place: bool,
}

impl Default for Notes {
    fn default() -> Self {
        Self {
            orientation: 1,
            tells_place: false,
        }
    }
}

const ORIENTATION: u16 = 0x0112;
const PLACE: u16 = 0x8825;
/// Tags of the first directory that are looked at; cameras write some twenty.
const MOST_TAGS: usize = 512;

/// Reads a number at a place.
type Reads<N> = fn(&[u8], usize) -> Option<N>;

/// Reads the TIFF structure that Exif is. What cannot be read says nothing.
pub(super) fn read(bytes: &[u8]) -> Notes {
    let mut notes = Notes::default();
    // WebP and PNG may carry the mark that JPEG puts first.
    let tiff = bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes);
    let (short, long): (Reads<u16>, Reads<u32>) = match tiff {
        [b'I', b'I', 42, 0, ..] => (super::le16, super::le32),
        [b'M', b'M', 0, 42, ..] => (super::be16, super::be32),
        _ => return notes,
    };
    let Some(directory) = long(tiff, 4).and_then(|at| usize::try_from(at).ok()) else {
        return notes;
    };
    // An address that lies outside the notes is one to nothing.
    let Some(tags) = tiff.get(directory..) else {
        return notes;
    };
    let count = short(tags, 0).map_or(0, usize::from).min(MOST_TAGS);
    for at in (0..count).map(|tag| 2 + 12 * tag) {
        match short(tags, at) {
            Some(ORIENTATION) => {
                let value = short(tags, at + 8).and_then(|value| u8::try_from(value).ok());
                notes.orientation = value.filter(|v| (1..=8).contains(v)).unwrap_or(1);
            }
            Some(PLACE) => notes.tells_place = true,
            Some(_) => {}
            None => break,
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory with one orientation and one pointer to a place, with the high byte first.
    const NOTES: &[u8] = b"MM\0*\0\0\0\x08\0\x02\
        \x01\x12\0\x03\0\0\0\x01\0\x06\0\0\
        \x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0";

    #[test]
    fn a_camera_held_sideways_that_knows_its_place() {
        let notes = read(NOTES);
        assert_eq!((notes.orientation, notes.tells_place), (6, true));
        let marked = [b"Exif\0\0", NOTES].concat();
        assert_eq!(read(&marked), notes);
    }

    #[test]
    fn what_is_cut_off_says_what_is_left_of_it() {
        for end in 0..NOTES.len() {
            let notes = read(&NOTES[..end]);
            assert!(matches!(notes.orientation, 1 | 6), "{end}");
        }
        assert_eq!(read(b"II*\0\xff\xff\xff\xff"), Notes::default());
    }
}
