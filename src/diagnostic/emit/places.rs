//! Lines and columns for many byte offsets at once.

use crate::source::{FileId, Position, SourceTree, Span};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// The line and column of every offset that the diagnostics of one build name. Each file is walked once, however
/// many faults it has: also a file that is one line of fifty megabytes.
#[derive(Debug, Default)]
pub(super) struct Places {
    by_file: FxHashMap<FileId, Vec<(u32, Position)>>,
}

/// Where a file begins; also the place of a fault in a file without text.
const BEGINNING: Position = Position { line: 1, column: 1 };

impl Places {
    pub(super) fn new(spans: impl Iterator<Item = Span>, sources: &SourceTree) -> Self {
        let mut offsets: FxHashMap<FileId, Vec<u32>> = FxHashMap::default();
        for span in spans {
            let of_file = offsets.entry(span.file).or_default();
            of_file.extend([span.start, span.end.max(span.start)]);
        }
        let files: Vec<(FileId, Vec<u32>)> = offsets.into_iter().collect();
        let files = files.into_par_iter();
        let walked =
            files.filter_map(|(id, offsets)| Some((id, walk(&sources.get(id)?.text, offsets))));
        Self {
            by_file: walked.collect(),
        }
    }

    /// The position of the first character of a span.
    pub(super) fn start(&self, span: Span) -> Position {
        self.at(span.file, span.start)
    }

    /// The position after the last character of a span.
    pub(super) fn end(&self, span: Span) -> Position {
        self.at(span.file, span.end.max(span.start))
    }

    fn at(&self, file: FileId, offset: u32) -> Position {
        let Some(places) = self.by_file.get(&file) else {
            return BEGINNING;
        };
        let found = places.binary_search_by_key(&offset, |&(at, _)| at);
        found.map_or(BEGINNING, |i| places[i].1)
    }
}

/// Offsets past the end count as the end, offsets inside a character as its start.
fn walk(text: &str, mut offsets: Vec<u32>) -> Vec<(u32, Position)> {
    offsets.sort_unstable();
    offsets.dedup();
    let mut here = BEGINNING;
    let mut at = 0;
    let mut places = Vec::with_capacity(offsets.len());
    for offset in offsets {
        let to = text.floor_char_boundary(offset as usize);
        for c in text[at..to].chars() {
            if c == '\n' {
                here.line += 1;
                here.column = 1;
            } else {
                here.column += 1;
            }
        }
        at = to;
        places.push((offset, here));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{LineIndex, SourceFile};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_the_line_index(text in "[aé🦋\r\n]{0,40}", from in 0usize..200, to in 0usize..200) {
            let file = SourceFile::new("a.md", &text);
            let span = Span::new(file.id, from.min(to), from.max(to));
            let tree = SourceTree::new(vec![file], vec![], vec![]);
            let places = Places::new([span].into_iter(), &tree);
            let index = LineIndex::new(&text);
            prop_assert_eq!(places.start(span), index.position(from.min(to)));
            prop_assert_eq!(places.end(span), index.position(from.max(to)));
        }
    }
}
