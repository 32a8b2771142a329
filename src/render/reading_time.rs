//! How long a page takes to read.

use crate::config::Level;
use crate::link::{Meta, Site, SitePage, snippet};
use crate::model::{BlockData, NodeKind, Tree};

/// Words a minute of adults who read without effort. A review of 190 studies found 238 for prose that informs
/// (Brysbaert, M. (2019). How many words do we read per minute? Journal of Memory and Language 109, 104047).
const FLUENT: usize = 230;
/// Words a minute for a level up to grade [`PLAIN_GRADE`]. Readers who choose an easy text read slowly, and twice; this
/// and the next number are our choice on the safe side.
const PLAIN: usize = 180;
/// Words a minute for a level up to grade [`EASY_GRADE`].
const EASY: usize = 130;
const PLAIN_GRADE: f64 = 9.0;
const EASY_GRADE: f64 = 6.0;

/// Bytes that are looked at together.
const AT_ONCE: usize = 16;

/// Minutes to read a page, 1 or more.
#[must_use]
pub fn minutes(site: &Site, page: &SitePage) -> u32 {
    let level = page.meta.level.and_then(|at| site.config.levels.get(at));
    let mut open = Vec::new();
    let words = words(site, &page.meta, &page.page().tree, &mut open);
    let minutes = words.div_ceil(speed(level)).max(1);
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

fn speed(level: Option<&Level>) -> usize {
    let Some(level) = level else { return FLUENT };
    match level.max_grade {
        Some(grade) if grade <= EASY_GRADE => EASY,
        Some(grade) if grade > PLAIN_GRADE => FLUENT,
        _ => PLAIN,
    }
}

/// The words of a text and of the snippets in it.
fn words<'a>(site: &'a Site, meta: &Meta, tree: &'a Tree, open: &mut Vec<&'a str>) -> usize {
    let mut count = 0;
    for node in tree.all() {
        match node.kind() {
            NodeKind::Text(_) => count += count_words(node.literal()),
            NodeKind::Term(term) => count += count_words(&term.shown),
            NodeKind::Fact(_) => count += 1,
            NodeKind::Block(block) => {
                let BlockData::Snippet(Some(name)) = &block.data else {
                    continue;
                };
                let entry = site.snippet_for(&name.value, meta);
                let inner = entry.and_then(|entry| snippet(&entry.parsed));
                if let Some(inner) = inner.filter(|_| !open.contains(&name.value.as_str())) {
                    open.push(&name.value);
                    count += words(site, meta, &inner.tree, open);
                    open.pop();
                }
            }
            _ => {}
        }
    }
    count
}

fn count_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (Some(first), true) = (bytes.first(), text.is_ascii()) else {
        return text.split_whitespace().count();
    };
    let (before, rest) = bytes[..bytes.len() - 1].as_chunks::<AT_ONCE>();
    let (after, _) = bytes[1..].as_chunks::<AT_ONCE>();
    let mut count = usize::from(!is_space(*first));
    // Without branches, and in chunks of one length, the bytes are looked at many at once.
    for (before, after) in before.iter().zip(after) {
        let starts: [u8; AT_ONCE] =
            std::array::from_fn(|at| u8::from(is_space(before[at]) & !is_space(after[at])));
        count += usize::from(starts.iter().sum::<u8>());
    }
    let rest = rest.iter().zip(&bytes[bytes.len() - rest.len()..]);
    count + rest.filter(|(a, b)| is_space(**a) & !is_space(**b)).count()
}

/// What [`char::is_whitespace`] says of a byte of ASCII.
#[inline]
fn is_space(byte: u8) -> bool {
    (byte == b' ') | (byte.wrapping_sub(b'\t') < 5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LocalText;
    use crate::source::{FileId, Span, Spanned};

    #[test]
    fn words_stand_between_spaces() {
        for byte in 0..128_u8 {
            assert_eq!(is_space(byte), char::from(byte).is_whitespace(), "{byte}");
        }
        let texts = [
            "",
            " ",
            "a",
            " a",
            "a ",
            "two  words",
            "\ttwo\u{b}words\n",
            "d’été à\u{a0}Paris",
        ];
        assert_eq!(texts.map(count_words), [0, 0, 1, 1, 1, 2, 2, 3]);
        for words in 60..70 {
            assert_eq!(count_words(&"a ".repeat(words)), words);
            assert_eq!(count_words(&" a".repeat(words)), words);
        }
    }

    #[test]
    fn easier_levels_take_more_time() {
        let level = |max_grade| Level {
            id: Spanned::new("a".to_owned(), Span::start_of(FileId::of_path("a"))),
            name: LocalText::default(),
            max_grade,
        };
        let speeds = [Some(5.0), Some(6.0), Some(8.0), None, Some(12.0)];
        let speeds = speeds.map(|grade| speed(Some(&level(grade))));
        assert_eq!(speeds, [130, 130, 180, 180, 230]);
        assert_eq!(speed(None), 230);
    }
}
