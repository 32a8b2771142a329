//! Pictures and recordings that tests put into projects.

use image::{DynamicImage, ExtendedColorType, GrayImage, ImageEncoder, Rgb, RgbImage};

/// A drawing of a slope: every point has its own colour, so that scaling shows.
pub fn drawing(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let share = |at: u32, of: u32| u8::try_from(at * 255 / of.max(1)).expect("a share of 255");
        Rgb([
            share(x, width),
            share(y, height),
            share(x ^ y, width.max(height) * 2),
        ])
    })
}

/// The same as JPEG.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 95);
    encoder
        .write_image(
            &drawing(width, height),
            width,
            height,
            ExtendedColorType::Rgb8,
        )
        .expect("a small picture can be saved");
    out
}

/// The same as PNG.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut out);
    encoder
        .write_image(
            &drawing(width, height),
            width,
            height,
            ExtendedColorType::Rgb8,
        )
        .expect("a small picture can be saved");
    out
}

/// A PNG of one grey all over, which is short whatever its size.
pub fn plain_png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut out);
    let grey = GrayImage::from_pixel(width, height, image::Luma([200]));
    encoder
        .write_image(&grey, width, height, ExtendedColorType::L8)
        .expect("a small picture can be saved");
    out
}

/// The same as WebP without loss.
pub fn webp(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut out);
    encoder
        .write_image(
            &drawing(width, height),
            width,
            height,
            ExtendedColorType::Rgb8,
        )
        .expect("a small picture can be saved");
    out
}

/// What a camera that was held sideways notes: the orientation (6: turn it right by a quarter), and that it knows its
/// place.
pub const NOTES: &[u8] = b"Exif\0\0MM\0*\0\0\0\x08\0\x02\
    \x01\x12\0\x03\0\0\0\x01\0\x06\0\0\
    \x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0";

/// A JPEG with notes of a camera right after its first marker.
pub fn with_notes(jpeg: &[u8], notes: &[u8]) -> Vec<u8> {
    let len = u16::try_from(notes.len() + 2).expect("notes are short");
    let mut out = jpeg[..2].to_vec();
    out.extend([0xFF, 0xE1]);
    out.extend(len.to_be_bytes());
    out.extend(notes);
    out.extend(&jpeg[2..]);
    out
}

/// A chunk of a PNG.
pub fn chunk(kind: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), payload].concat();
    let len = u32::try_from(payload.len()).expect("a short chunk");
    [
        &len.to_be_bytes()[..],
        &body,
        &crc32fast::hash(&body).to_be_bytes(),
    ]
    .concat()
}

/// A WAV file that lasts some milliseconds: one byte each, all silent.
pub fn silence(milliseconds: u32) -> Vec<u8> {
    let mut wave = b"RIFF".to_vec();
    wave.extend((36 + milliseconds).to_le_bytes());
    wave.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wave.extend(1000_u32.to_le_bytes());
    wave.extend(1000_u32.to_le_bytes());
    wave.extend(b"\x01\0\x08\0data");
    wave.extend(milliseconds.to_le_bytes());
    wave.resize(wave.len() + milliseconds as usize, 0x80);
    wave
}

/// The picture that bytes hold.
pub fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).expect("what the program makes can be decoded")
}
