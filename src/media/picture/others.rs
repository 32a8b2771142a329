//! Pictures that are shown as they are, and files that browsers do not show.

use super::{Format, Picture, Size, Trouble, be16, be32, le16, le32};
use crate::html_tags;

/// How far an SVG is searched for its first element.
const SVG_HEAD: usize = 64 << 10;

pub(super) fn inspect(bytes: &[u8]) -> Result<Picture, Trouble> {
    let (format, size, animated) = match bytes {
        [b'G', b'I', b'F', b'8', ..] => (Format::Gif, size16(bytes, 6), true),
        [b'B', b'M', ..] => (Format::Bmp, bitmap(bytes)?, false),
        [0, 0, 1, 0, ..] => (Format::Icon, None, false),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => (Format::Avif, boxes(bytes)?, true),
        _ => match svg(bytes) {
            Some(size) => (Format::Svg, size, false),
            None => return Err(Trouble::NotShown(name(bytes))),
        },
    };
    Ok(Picture {
        format,
        size,
        orientation: 1,
        animated,
        tells_place: false,
    })
}

/// What a file is that is no picture for browsers.
fn name(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => "a TIFF picture",
        [0xFF, 0x0A, ..] | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => "a JPEG XL picture",
        [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..] => "a JPEG 2000 picture",
        [b'8', b'B', b'P', b'S', ..] => "a Photoshop file",
        [b'%', b'P', b'D', b'F', ..] => "a PDF file",
        [b'P', b'K', 3, 4, ..] => "a zipped file",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "a video",
        _ => "no kind of picture",
    }
}

fn size16(bytes: &[u8], at: usize) -> Option<Size> {
    let sides = le16(bytes, at).zip(le16(bytes, at + 2));
    sides.map(|(width, height)| Size {
        width: width.into(),
        height: height.into(),
    })
}

/// A bitmap says first how long it is. A height below zero counts from the top.
fn bitmap(bytes: &[u8]) -> Result<Option<Size>, Trouble> {
    let said = le32(bytes, 2).map_or(0, u64::from);
    if said > bytes.len() as u64 {
        return Err(super::CUT_OFF);
    }
    let sides = le32(bytes, 18).zip(le32(bytes, 22));
    Ok(sides.map(|(width, height)| Size {
        width,
        height: height.cast_signed().unsigned_abs(),
    }))
}

/// AVIF, or one of its relatives that browsers do not show (ISO/IEC 14496-12, 4.3).
fn boxes(bytes: &[u8]) -> Result<Option<Size>, Trouble> {
    let end = be32(bytes, 0)
        .map_or(0, |len| len as usize)
        .min(bytes.len());
    let brands = bytes.get(8..end).unwrap_or_default().chunks_exact(4);
    let mut brands = brands.filter(|brand| !brand.iter().all(|byte| *byte == 0));
    if brands
        .clone()
        .any(|brand| brand == b"avif" || brand == b"avis")
    {
        return Ok(largest_extent(bytes));
    }
    let heic = brands.any(|brand| {
        brand.starts_with(b"hei") || brand.starts_with(b"mif") || brand.starts_with(b"msf")
    });
    Err(Trouble::NotShown(if heic {
        "a HEIC picture"
    } else {
        "a video"
    }))
}

/// The largest picture among those that a file is put together from, unless they are turned (ISO/IEC 23008-12, 6.5).
fn largest_extent(bytes: &[u8]) -> Option<Size> {
    let head = &bytes[..bytes.len().min(SVG_HEAD)];
    let boxes = |kind: &'static [u8]| {
        let places = head.windows(4).enumerate();
        places
            .filter(move |(_, window)| *window == kind)
            .map(|(at, _)| at + 4)
    };
    let sizes = boxes(b"ispe").filter_map(|at| {
        let (width, height) = be32(head, at + 4).zip(be32(head, at + 8))?;
        Some(Size { width, height })
    });
    let turned = boxes(b"irot").any(|at| head.get(at).is_some_and(|turns| turns % 2 == 1));
    let largest = sizes.max_by_key(|size| size.points())?;
    Some(largest.turned(if turned { 6 } else { 1 }))
}

/// The size of an SVG in points of the screen; `None` when it is none.
fn svg(bytes: &[u8]) -> Option<Option<Size>> {
    let head = match bytes {
        [0xFF, 0xFE, ..] => utf16(bytes, le16),
        [0xFE, 0xFF, ..] => utf16(bytes, be16),
        _ => String::from_utf8_lossy(&bytes[..bytes.len().min(SVG_HEAD)]).into_owned(),
    };
    let tags = html_tags::tags(&head);
    let tag = tags
        .iter()
        .find(|tag| tag.name == "svg" || tag.name.ends_with(":svg"))?;
    if tags.first().is_some_and(|first| first.name == "html") {
        return None;
    }
    let value = |name: &str| {
        let found = tag.attributes.iter().find(|a| a.name == name);
        found.map(|attribute| attribute.value)
    };
    let numbers = value("viewbox").map(|text| {
        let parts = text
            .split([' ', ',', '\t', '\n', '\r'])
            .filter(|part| !part.is_empty());
        parts
            .filter_map(|part| part.parse::<f64>().ok())
            .collect::<Vec<_>>()
    });
    let frame = numbers.as_deref().and_then(|numbers| match numbers {
        [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
        _ => None,
    });
    let sides = match (
        value("width").and_then(length),
        value("height").and_then(length),
        frame,
    ) {
        (Some(width), Some(height), _) => Some((width, height)),
        (Some(width), None, Some(frame)) => Some((width, width * frame.1 / frame.0)),
        (None, Some(height), Some(frame)) => Some((height * frame.0 / frame.1, height)),
        (None, None, frame) => frame,
        _ => None,
    };
    Some(
        sides
            .and_then(|(width, height)| whole(width).zip(whole(height)))
            .map(|(width, height)| Size { width, height }),
    )
}

fn utf16(bytes: &[u8], unit: fn(&[u8], usize) -> Option<u16>) -> String {
    let units = (2..bytes.len().min(SVG_HEAD))
        .step_by(2)
        .filter_map(|at| unit(bytes, at));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// A length of SVG in points of the screen, of which an inch has 96. Parts of something unknown have none.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text
        .find(|c: char| c.is_ascii_alphabetic() || c == '%')
        .unwrap_or(text.len());
    let scale = match &text[end..] {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    let number: f64 = text[..end].trim().parse().ok()?;
    (number > 0.0).then_some(number * scale)
}

fn whole(side: f64) -> Option<u32> {
    const LARGEST: f64 = 100_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 1 and the largest side"
    )]
    (side <= LARGEST).then(|| side.round().max(1.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size_of(text: &str) -> Option<(u32, u32)> {
        let picture = inspect(text.as_bytes()).expect("an SVG");
        picture.size.map(|size| (size.width, size.height))
    }

    #[test]
    fn an_svg_says_its_size_in_one_of_three_ways() {
        assert_eq!(
            size_of("<svg width='640' height=\"320px\">"),
            Some((640, 320))
        );
        assert_eq!(
            size_of("<?xml version='1.0'?>\n<!-- <b> -->\n<svg viewBox='0 0 30.4 20'/>"),
            Some((30, 20))
        );
        assert_eq!(
            size_of("<svg width='1in' viewBox='0,0,2,1'>"),
            Some((96, 48))
        );
        assert_eq!(
            size_of("<svg width='100%' height='100%' viewBox='0 0 4 3'>"),
            Some((4, 3))
        );
        assert_eq!(size_of("<svg>"), None);
    }

    #[test]
    fn what_browsers_do_not_show_has_a_name() {
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        assert_eq!(inspect(heic), Err(Trouble::NotShown("a HEIC picture")));
        assert_eq!(inspect(b"II*\0"), Err(Trouble::NotShown("a TIFF picture")));
        assert_eq!(
            inspect(b"words"),
            Err(Trouble::NotShown("no kind of picture"))
        );
        assert_eq!(
            inspect(b"<html><svg>"),
            Err(Trouble::NotShown("no kind of picture"))
        );
    }
}
