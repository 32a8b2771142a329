//! How long a recording is, of the kinds of file that say it at a place that is easy to find. Others are not guessed.

use std::io::{self, Read, Seek, SeekFrom};

/// How far the head of a file is read, in bytes.
const HEAD: usize = 64 << 10;
/// Boxes and chunks that are passed over before the search is given up.
const MOST_PARTS: usize = 1000;

/// The length in milliseconds; `None` when the file does not say it plainly.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn length(file: &mut (impl Read + Seek)) -> io::Result<Option<u64>> {
    let mut head = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    Ok(match head.as_slice() {
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => movie(file)?,
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'A',
            b'V',
            b'E',
            ..,
        ] => wave(&head),
        [b'f', b'L', b'a', b'C', ..] => flac(&head),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => matroska(&head),
        _ => None,
    })
}

/// MP4 and M4A: the movie header says how many of its units it takes (ISO/IEC 14496-12, 8.2.2).
fn movie(file: &mut (impl Read + Seek)) -> io::Result<Option<u64>> {
    let Some((moov, _)) = find_box(file, 0, *b"moov")? else {
        return Ok(None);
    };
    let Some((mvhd, _)) = find_box(file, moov, *b"mvhd")? else {
        return Ok(None);
    };
    let mut bytes = [0; 32];
    file.seek(SeekFrom::Start(mvhd))?;
    let read = file.read(&mut bytes)?;
    let bytes = &bytes[..read];
    let long = bytes.first() == Some(&1);
    let (unit, count) = match long {
        true => (number(bytes, 20, 4), number(bytes, 24, 8)),
        false => (number(bytes, 12, 4), number(bytes, 16, 4)),
    };
    // All bits set stand for a length that is not known.
    let unknown = if long { u64::MAX } else { u32::MAX.into() };
    let count = count.filter(|count| *count != 0 && *count != unknown);
    Ok(count
        .zip(unit)
        .and_then(|(count, unit)| milliseconds(count, unit)))
}

/// Where the content of the first box of a kind begins and ends, among those that follow each other from `at`.
fn find_box(
    file: &mut (impl Read + Seek),
    at: u64,
    kind: [u8; 4],
) -> io::Result<Option<(u64, u64)>> {
    let mut at = at;
    for _ in 0..MOST_PARTS {
        let mut head = [0; 16];
        file.seek(SeekFrom::Start(at))?;
        let read = file.read(&mut head)?;
        let (len, start) = match number(&head[..read], 0, 4) {
            Some(1) => (number(&head[..read], 8, 8), 16),
            len => (len, 8),
        };
        let Some(len) = len.filter(|len| *len >= start) else {
            return Ok(None);
        };
        let Some(end) = at.checked_add(len) else {
            return Ok(None);
        };
        if head[4..8] == kind {
            return Ok(Some((at + start, end)));
        }
        at = end;
    }
    Ok(None)
}

/// WAV: bytes a second, and how many bytes there are.
fn wave(head: &[u8]) -> Option<u64> {
    let little = |at: usize| {
        Some(u64::from(u32::from_le_bytes(
            head.get(at..at + 4)?.try_into().ok()?,
        )))
    };
    let (mut at, mut rate) = (12, None);
    for _ in 0..MOST_PARTS {
        let len = little(at + 4)?;
        match head.get(at..at + 4)? {
            b"fmt " => rate = little(at + 16),
            b"data" => return milliseconds(len, rate?),
            _ => {}
        }
        at = at
            .checked_add(usize::try_from(len + len % 2).ok()?)?
            .checked_add(8)?;
    }
    None
}

/// FLAC: samples a second in 20 bits, and how many there are in 36 (RFC 9639, 8.2).
fn flac(head: &[u8]) -> Option<u64> {
    let info = head
        .get(8..)
        .filter(|_| head.get(4).is_some_and(|kind| kind & 0x7F == 0))?;
    let bits = number(info, 10, 8)?;
    let (rate, count) = (bits >> 44, bits & 0xF_FFFF_FFFF);
    (count > 0).then(|| milliseconds(count, rate))?
}

/// WebM: the duration in units of its time scale (RFC 9559, 5.1.2). It is looked for in the head of the file.
fn matroska(head: &[u8]) -> Option<u64> {
    const SEGMENT: u32 = 0x1853_8067;
    const INFO: u32 = 0x1549_A966;
    let (_, header) = element(head, 0)?;
    let (id, segment) = element(head, header.end)?;
    let mut at = (id == SEGMENT).then_some(segment.start)?;
    for _ in 0..MOST_PARTS {
        let (id, content) = element(head, at)?;
        if id == INFO {
            return segment_length(head.get(..content.end)?, content.start);
        }
        at = content.end;
    }
    None
}

fn segment_length(head: &[u8], from: usize) -> Option<u64> {
    const SCALE: u32 = 0x2A_D7B1;
    const DURATION: u32 = 0x4489;
    let (mut at, mut scale, mut duration) = (from, 1_000_000, None);
    while let Some((id, content)) = element(head, at) {
        let len = content.len();
        match id {
            SCALE if len <= 8 => scale = number(head, content.start, len)?,
            DURATION if len == 4 => {
                let bits = u32::try_from(number(head, content.start, 4)?).ok()?;
                duration = Some(f64::from(f32::from_bits(bits)));
            }
            DURATION if len == 8 => {
                duration = Some(f64::from_bits(number(head, content.start, 8)?))
            }
            _ => {}
        }
        at = content.end;
    }
    #[expect(clippy::cast_precision_loss, reason = "a scale is some millions")]
    let length = duration? * scale as f64 / 1e6;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between nothing and a year"
    )]
    (length > 0.0 && length < 3.2e10).then(|| length.round() as u64)
}

/// An element of EBML: its id and where its content is. One of unknown length reaches to the end of what is there.
fn element(bytes: &[u8], at: usize) -> Option<(u32, std::ops::Range<usize>)> {
    let width = usize::try_from(bytes.get(at)?.leading_zeros()).ok()? + 1;
    let id = u32::try_from(number(bytes, at, width).filter(|_| width <= 4)?).ok()?;
    let at = at + width;
    let width = usize::try_from(bytes.get(at)?.leading_zeros()).ok()? + 1;
    let mask = (1_u64 << (7 * width.min(8))) - 1;
    let len = number(bytes, at, width).filter(|_| width <= 8)? & mask;
    let start = at + width;
    let end = match len == mask {
        true => bytes.len(),
        false => start.checked_add(usize::try_from(len).ok()?)?,
    };
    Some((id, start..end))
}

/// A number of `len` bytes, the highest first.
fn number(bytes: &[u8], at: usize, len: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(len)?)?;
    Some(
        bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)),
    )
}

fn milliseconds(count: u64, a_second: u64) -> Option<u64> {
    let length = (u128::from(count) * 1000).checked_div(a_second.into())?;
    u64::try_from(length).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn of(bytes: &[u8]) -> Option<u64> {
        length(&mut Cursor::new(bytes)).expect("memory can be read")
    }

    #[test]
    fn a_wave_is_as_long_as_its_bytes() {
        let mut wave = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        wave.extend(8000_u32.to_le_bytes());
        wave.extend(16_000_u32.to_le_bytes());
        wave.extend(b"\x02\0\x10\0LIST\x03\0\0\0abc\0data");
        wave.extend(40_000_u32.to_le_bytes());
        assert_eq!(of(&wave), Some(2500), "40,000 bytes at 16,000 a second");
        for end in 0..wave.len() {
            assert_eq!(of(&wave[..end]), None, "cut off after {end}");
        }
    }

    #[test]
    fn a_movie_says_its_length_wherever_its_header_stands() {
        let mut header = b"\0\0\0\x6Cmvhd\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
        header.extend(600_u32.to_be_bytes());
        header.extend(4500_u32.to_be_bytes());
        header.resize(0x6C, 0);
        let moov = [b"\0\0\0\x74moov".as_slice(), &header].concat();
        let first = [b"\0\0\0\x10ftypisom\0\0\0\0".as_slice(), &moov].concat();
        assert_eq!(of(&first), Some(7500), "4,500 of 600 a second");
        let last = [
            b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x0Amdat..".as_slice(),
            &moov,
        ]
        .concat();
        assert_eq!(of(&last), Some(7500));
        assert_eq!(of(b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\0moov"), None);
    }

    #[test]
    fn a_webm_says_its_length_in_its_own_units() {
        // EBML head without content; a segment of unknown length; its info: a scale of 1,000,000 and 1234.5 of it.
        let info = b"\x2A\xD7\xB1\x83\x0F\x42\x40\x44\x89\x84\x44\x9A\x50\x00";
        let mut webm = b"\x1A\x45\xDF\xA3\x80\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x15\x49\xA9\x66\x8E".to_vec();
        webm.extend(info);
        assert_eq!(of(&webm), Some(1235), "rounded");
        for end in 0..webm.len() {
            assert_eq!(of(&webm[..end]), None, "cut off after {end}");
        }
    }

    #[test]
    fn a_flac_counts_its_samples() {
        let mut flac = b"fLaC\x80\0\0\x22".to_vec();
        flac.extend([0; 10]);
        // 44,100 a second in 20 bits, two channels, 16 bits each, 88,200 samples.
        let bits = 44_100_u64 << 44 | 1 << 41 | 15 << 36 | 88_200;
        flac.extend(bits.to_be_bytes());
        flac.resize(42, 0);
        assert_eq!(of(&flac), Some(2000));
    }
}
