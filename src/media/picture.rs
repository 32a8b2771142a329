//! What the bytes of a picture say of it.

mod exif;
mod jpeg;
mod others;
mod png;
mod webp;

use std::fmt;

/// Width and height in points, as the picture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// A kind of picture that browsers show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Jpeg,
    Png,
    /// `photo` when it is compressed with loss and nothing of it can be seen through.
    Webp {
        photo: bool,
    },
    Bmp,
    Gif,
    Svg,
    Avif,
    Icon,
}

/// A picture that is whole, as far as can be told without decoding it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    pub format: Format,
    /// `None` when it does not say: an SVG without measures.
    pub size: Option<Size>,
    /// How it lies, as Exif counts it: 1 is upright.
    pub orientation: u8,
    pub animated: bool,
    /// Whether it holds where it was taken.
    pub tells_place: bool,
}

/// Why a file is no picture that can be prepared for pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// What is wrong, as the end of "the picture …".
    Damaged(&'static str),
    /// What it is instead, with an article.
    NotShown(&'static str),
    /// More points than are decoded.
    Huge(Size),
}

/// The most points of a picture that is decoded. A photograph of a good camera has half as many; a file of some kilobytes
/// can hold a thousand times more.
pub const MOST_POINTS: u64 = 64_000_000;
/// The longest file that is looked into, in bytes.
pub const LONGEST: u64 = 256 << 20;

const EMPTY: Trouble = Trouble::Damaged("is an empty file");
const CUT_OFF: Trouble = Trouble::Damaged("is cut off: its end is missing");

/// Looks at a picture.
///
/// # Errors
/// The [`Trouble`] with it.
pub fn inspect(bytes: &[u8]) -> Result<Picture, Trouble> {
    let picture = match bytes {
        [] => return Err(EMPTY),
        [0xFF, 0xD8, ..] => jpeg::inspect(bytes)?,
        [0x89, b'P', b'N', b'G', ..] => png::inspect(bytes)?,
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
            b'E',
            b'B',
            b'P',
            ..,
        ] => webp::inspect(bytes)?,
        _ => others::inspect(bytes)?,
    };
    match picture.size {
        Some(size) if size.width == 0 || size.height == 0 => {
            Err(Trouble::Damaged("has no points: its width or height is 0"))
        }
        Some(size) if picture.format.is_points() && size.points() > MOST_POINTS => {
            Err(Trouble::Huge(size))
        }
        _ => Ok(picture),
    }
}

/// The same picture, point for point, without what cameras and programs write beside it: where and when it was taken, with
/// what, by whom, a smaller picture of it. `None` for a kind that is left as it is.
#[must_use]
pub fn without_notes(format: Format, bytes: &[u8]) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => jpeg::without_notes(bytes),
        Format::Png => png::without_notes(bytes),
        Format::Webp { .. } => webp::without_notes(bytes),
        _ => None,
    }
}

impl Size {
    fn points(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// The size of the same picture at another width; at least one point high.
    #[must_use]
    pub fn at_width(self, width: u32) -> Self {
        let height = u64::from(self.height) * u64::from(width);
        let height = (height + u64::from(self.width) / 2) / u64::from(self.width).max(1);
        Self {
            width,
            height: u32::try_from(height.max(1)).unwrap_or(u32::MAX),
        }
    }

    /// The same, or what it is at a width when it is wider.
    #[must_use]
    pub fn at_most(self, width: u32) -> Self {
        if self.width > width {
            self.at_width(width)
        } else {
            self
        }
    }

    /// As [`Size::at_width`], for a height.
    #[must_use]
    pub fn at_height(self, height: u32) -> Self {
        let turned = Self {
            width: self.height,
            height: self.width,
        };
        let turned = turned.at_width(height);
        Self {
            width: turned.height,
            height,
        }
    }

    /// The size of a picture that lies on its side until it is turned.
    fn turned(self, orientation: u8) -> Self {
        if orientation < 5 {
            return self;
        }
        Self {
            width: self.height,
            height: self.width,
        }
    }
}

impl Format {
    /// Whether it is made of points that can be scaled down here.
    #[must_use]
    pub fn is_points(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp { .. } | Self::Bmp)
    }

    /// The endings of its files, the usual one first.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png", "apng"],
            Self::Webp { .. } => &["webp"],
            Self::Bmp => &["bmp"],
            Self::Gif => &["gif"],
            Self::Svg => &["svg"],
            Self::Avif => &["avif"],
            Self::Icon => &["ico"],
        }
    }
}

/// With an article.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "a JPEG",
            Self::Png => "a PNG",
            Self::Webp { .. } => "a WebP",
            Self::Bmp => "a bitmap (BMP)",
            Self::Gif => "a GIF",
            Self::Svg => "an SVG",
            Self::Avif => "an AVIF",
            Self::Icon => "an icon (ICO)",
        })
    }
}

/// A number of two bytes, the higher one first.
fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// A number of four bytes, the highest one first.
fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A number of two bytes, the lower one first.
fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// A number of four bytes, the lowest one first.
fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_keeps_its_shape() {
        let size = Size {
            width: 3000,
            height: 2000,
        };
        assert_eq!(size.at_width(480).height, 320);
        assert_eq!(size.at_height(1000).width, 1500);
        let strip = Size {
            width: 4000,
            height: 2,
        };
        assert_eq!(strip.at_width(480).height, 1, "never nothing");
        assert_eq!(size.turned(6).width, 2000);
        assert_eq!(size.turned(3).width, 3000);
    }
}
