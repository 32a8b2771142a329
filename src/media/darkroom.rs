//! Makes the sizes of a picture: decodes it once, turns it upright, scales it, and saves it without notes.

use super::ladder::{Rung, Saved};
use super::picture::{Format, MOST_POINTS, Picture, Size, without_notes};
use fast_image_resize as scaling;
use image::codecs::bmp::BmpDecoder;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageResult, Limits};
use std::io::Cursor;

/// Changes whenever other bytes come out for the same picture, so that nothing made by an earlier version is taken for
/// what this one makes.
pub(super) const RECIPE: u32 = 1;

/// Of 100. Photographs at twice the points of the screen show no loss at it.
const QUALITY: u8 = 80;
/// The longest description of colours that is kept, in bytes. That of a camera or a screen has some hundreds.
const LONGEST_PROFILE: usize = 16 << 10;

/// A decoded picture, upright, with eight bits a channel.
struct Plate {
    size: Size,
    points: Vec<u8>,
    kind: Kind,
    /// What its colours mean, when it says so (an ICC profile).
    profile: Option<Vec<u8>>,
}

/// What a point is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Grey,
    GreyAlpha,
    Colour,
    ColourAlpha,
}

/// Makes some sizes of a picture, in their order. What cannot be decoded stays as it was given, and so does what would only
/// get longer.
pub(super) fn develop(picture: &Picture, bytes: &[u8], wanted: &[Rung]) -> Vec<Vec<u8>> {
    let given = without_notes(picture.format, bytes);
    let is_given = |rung: &Rung| rung.as_given && Some(rung.size) == picture.size;
    let plate = match wanted.iter().all(is_given) {
        true => None,
        false => decode(picture, bytes).ok(),
    };
    let prints = wanted.iter().map(|rung| {
        let given = given.as_deref().filter(|_| rung.as_given);
        let plate = plate
            .as_ref()
            .filter(|_| !(is_given(rung) && given.is_some()));
        let made = plate.and_then(|plate| plate.scaled(rung.size)?.saved(rung.saved));
        match (made, given) {
            (Some(made), Some(given)) if given.len() <= made.len() => given.to_vec(),
            (Some(made), _) => made,
            (None, given) => given.unwrap_or(bytes).to_vec(),
        }
    });
    prints.collect()
}

fn decode(picture: &Picture, bytes: &[u8]) -> ImageResult<Plate> {
    let from = Cursor::new(bytes);
    match picture.format {
        Format::Jpeg => plate(JpegDecoder::new(from)?, picture.orientation),
        Format::Png => plate(PngDecoder::new(from)?, picture.orientation),
        Format::Bmp => plate(BmpDecoder::new(from)?, picture.orientation),
        _ => plate(WebPDecoder::new(from)?, picture.orientation),
    }
}

fn plate(mut decoder: impl ImageDecoder, orientation: u8) -> ImageResult<Plate> {
    let mut limits = Limits::no_limits();
    // Four channels of two bytes, and as much again to work with.
    limits.max_alloc = Some(MOST_POINTS * 16);
    decoder.set_limits(limits)?;
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(
        Orientation::from_exif(orientation).unwrap_or(Orientation::NoTransforms),
    );
    let size = Size {
        width: image.width(),
        height: image.height(),
    };
    let (kind, points) = match image.color() {
        colour if colour.has_color() && colour.has_alpha() => {
            (Kind::ColourAlpha, image.into_rgba8().into_raw())
        }
        colour if colour.has_color() => (Kind::Colour, image.into_rgb8().into_raw()),
        colour if colour.has_alpha() => (Kind::GreyAlpha, image.into_luma_alpha8().into_raw()),
        _ => (Kind::Grey, image.into_luma8().into_raw()),
    };
    Ok(Plate {
        size,
        points,
        kind,
        profile: profile.filter(|profile| kind.is_described_by(profile)),
    })
}

impl Plate {
    /// The same at another size, by Lanczos' filter.
    fn scaled(&self, size: Size) -> Option<Self> {
        let points = if size == self.size {
            self.points.clone()
        } else {
            let kind = self.kind.of_points();
            let Size { width, height } = self.size;
            let from = scaling::images::ImageRef::new(width, height, &self.points, kind).ok()?;
            let mut to = scaling::images::Image::new(size.width, size.height, kind);
            scaling::Resizer::new().resize(&from, &mut to, None).ok()?;
            to.into_vec()
        };
        Some(Self {
            size,
            points,
            kind: self.kind,
            profile: self.profile.clone(),
        })
    }

    fn saved(self, as_what: Saved) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let written = match as_what {
            Saved::Jpeg => self.write(JpegEncoder::new_with_quality(&mut out, QUALITY)),
            Saved::Png => self.write(PngEncoder::new_with_quality(
                &mut out,
                CompressionType::Default,
                FilterType::Adaptive,
            )),
            Saved::Webp => self.write(WebPEncoder::new_lossless(&mut out)),
        };
        written.ok()?;
        Some(out)
    }

    fn write(self, mut encoder: impl ImageEncoder) -> ImageResult<()> {
        if let Some(profile) = self.profile {
            // A kind of file that holds no profile shows the colours nearly right.
            let _ = encoder.set_icc_profile(profile);
        }
        let Size { width, height } = self.size;
        encoder.write_image(&self.points, width, height, self.kind.of_files())
    }
}

impl Kind {
    fn of_points(self) -> scaling::PixelType {
        match self {
            Self::Grey => scaling::PixelType::U8,
            Self::GreyAlpha => scaling::PixelType::U8x2,
            Self::Colour => scaling::PixelType::U8x3,
            Self::ColourAlpha => scaling::PixelType::U8x4,
        }
    }

    fn of_files(self) -> ExtendedColorType {
        match self {
            Self::Grey => ExtendedColorType::L8,
            Self::GreyAlpha => ExtendedColorType::La8,
            Self::Colour => ExtendedColorType::Rgb8,
            Self::ColourAlpha => ExtendedColorType::Rgba8,
        }
    }

    /// Whether an ICC profile is for such points: that of a picture in printing inks is not, once it is decoded
    /// (ICC.1:2022, 7.2.8).
    fn is_described_by(self, profile: &[u8]) -> bool {
        let wanted: &[u8] = match self {
            Self::Grey | Self::GreyAlpha => b"GRAY",
            Self::Colour | Self::ColourAlpha => b"RGB ",
        };
        profile.len() <= LONGEST_PROFILE && profile.get(16..20) == Some(wanted)
    }
}
