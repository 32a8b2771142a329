//! Which sizes of a picture pages need.

use super::picture::{Format, Picture, Size};

/// Widths in points. The text of a page is 560 points of the screen wide at most, and those of phones 320 to 480; screens
/// draw each with one to three points of their own.
const WIDTHS: [u32; 4] = [560, 840, 1120, 1680];

/// What one size of a picture is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Saved {
    Jpeg,
    Png,
    Webp,
}

/// One size of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Rung {
    pub size: Size,
    pub saved: Saved,
    /// Whether the file itself may stand in, without its notes: it is saved the same way, and upright.
    pub as_given: bool,
}

impl Saved {
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

/// The sizes of a picture from small to large, none larger than itself; none for a picture that is shown as it is.
pub(super) fn rungs(picture: &Picture) -> Vec<Rung> {
    let Some(whole) = picture
        .size
        .filter(|_| picture.format.is_points() && !picture.animated)
    else {
        return Vec::new();
    };
    let top = whole.width.min(WIDTHS[WIDTHS.len() - 1]);
    // One that is hardly smaller than the largest saves nothing.
    let below = WIDTHS.into_iter().filter(|width| width * 5 <= top * 4);
    let rung = |width| {
        let size = whole.at_width(width);
        let saved = saved(picture.format, width == whole.width);
        Rung {
            size: if width == whole.width { whole } else { size },
            saved,
            as_given: picture.orientation == 1 && is_given(picture.format, saved),
        }
    };
    below.chain([top]).map(rung).collect()
}

/// Photographs stay photographs, and what is drawn keeps every edge.
fn saved(format: Format, whole: bool) -> Saved {
    match format {
        Format::Webp { photo: true } if !whole => Saved::Jpeg,
        Format::Webp { .. } => Saved::Webp,
        Format::Jpeg => Saved::Jpeg,
        _ => Saved::Png,
    }
}

fn is_given(format: Format, saved: Saved) -> bool {
    matches!(
        (format, saved),
        (Format::Jpeg, Saved::Jpeg)
            | (Format::Png, Saved::Png)
            | (Format::Webp { .. }, Saved::Webp)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(width: u32) -> Vec<u32> {
        let picture = Picture {
            format: Format::Jpeg,
            size: Some(Size { width, height: 100 }),
            orientation: 1,
            animated: false,
            tells_place: false,
        };
        rungs(&picture).iter().map(|rung| rung.size.width).collect()
    }

    #[test]
    fn no_size_is_larger_than_the_picture_or_nearly_another() {
        assert_eq!(widths(4000), [560, 840, 1120, 1680]);
        assert_eq!(widths(1680), [560, 840, 1120, 1680]);
        assert_eq!(widths(1050), [560, 840, 1050], "840 is four fifths");
        assert_eq!(widths(1049), [560, 1049]);
        assert_eq!(widths(700), [560, 700]);
        assert_eq!(widths(699), [699]);
        assert_eq!(widths(32), [32]);
    }
}
