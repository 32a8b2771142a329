//! The piece of a line that is shown around a place.

use std::ops::Range;

/// Bytes shown before the place and after its start. A line can be a whole book.
const BEFORE: usize = 70;
const AFTER: usize = 90;
const CUT: &str = "…";

/// A part of one line, with marks where it was cut.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) text: String,
    /// The byte of the file that `text` starts with, after a mark.
    from: usize,
    to: usize,
    /// Length of the mark at the beginning.
    mark: usize,
}

impl Window {
    /// The line around a byte offset. Offsets that do not fit the text are moved to where they do.
    pub(super) fn around(text: &str, offset: usize) -> Self {
        let at = text.floor_char_boundary(offset);
        let first = text.floor_char_boundary(at.saturating_sub(BEFORE));
        let last = text.ceil_char_boundary(at.saturating_add(AFTER));
        let line_start = text[first..at].rfind('\n').map(|n| first + n + 1);
        let line_end = text[at..last].find('\n').map(|n| at + n);
        let from = line_start.unwrap_or(first);
        let to = line_end.unwrap_or(last);
        let cut_before = line_start.is_none() && first > 0 && !text[..first].ends_with('\n');
        let cut_after = line_end.is_none() && last < text.len() && !text[last..].starts_with('\n');
        let mark = if cut_before { CUT } else { "" };
        let end = if cut_after { CUT } else { "" };
        let shown = text[from..to].trim_end_matches('\r');
        Self {
            text: format!("{mark}{shown}{end}"),
            from,
            to,
            mark: mark.len(),
        }
    }

    /// Whether the line begins before the shown text.
    pub(super) fn is_cut_before(&self) -> bool {
        self.mark > 0
    }

    /// Whether a byte offset of the file is shown.
    pub(super) fn holds(&self, offset: usize) -> bool {
        (self.from..=self.to).contains(&offset)
    }

    /// A range of bytes of the file as a range of the shown text, cut at its ends.
    pub(super) fn range(&self, start: usize, end: usize) -> Range<usize> {
        let place = |offset: usize| {
            let inside = offset.clamp(self.from, self.to) - self.from;
            self.text.floor_char_boundary(self.mark + inside)
        };
        let start = place(start);
        start..place(end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_is_shown_whole() {
        let text = "one\r\ntwo words\r\nthree";
        let window = Window::around(text, 9);
        assert_eq!(window.text, "two words");
        assert_eq!(window.range(9, 14), 4..9);
    }

    #[test]
    fn a_place_past_the_end_of_a_line_belongs_to_that_line() {
        let window = Window::around("one\ntwo", 3);
        assert_eq!((window.text.as_str(), window.range(3, 4)), ("one", 3..3));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}x{}", "é".repeat(5_000), "ü".repeat(5_000));
        let window = Window::around(&text, 10_000);
        let shown = format!("…{}x{}…", "é".repeat(35), "ü".repeat(45));
        assert_eq!(window.text, shown);
        // The mark has three bytes, 35 letters of two bytes stand before the x.
        assert_eq!(window.range(10_000, 10_001), 73..74);
    }
}
