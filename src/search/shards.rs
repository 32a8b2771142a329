//! The index as scripts that are small enough to be loaded one by one. What a search needs lies close together: words and
//! stems are in order, so that all beginnings of a word are neighbours, and the passages of a page are in one file.

use super::postings::{Inverted, SectionSize, Term};
use super::stem::Stemmer;
use super::{FOLDER, Index, Page, code};
use crate::source::Fingerprint;
use serde::Serialize;

/// Bytes after which a file of words or stems ends.
const PART: usize = 10_000;
/// Bytes after which a file of texts ends; on sites with many texts more, so that there are about [`TEXT_PARTS`].
const TEXT_PART: usize = 8_000;
const TEXT_PARTS: usize = 1_000;

/// Everything that a browser has to know before it can look something up.
#[derive(Serialize)]
struct Catalog<'a> {
    stemmer: &'a Stemmer,
    /// A sign for each section: the number of its words ([`code::length`]).
    lengths: String,
    /// A sign for each section: the number of words of its title or heading.
    heads: String,
    /// For each page ([`code::numbers`]): how many sections it has, its kind, its level plus one or nothing, its roles as
    /// bits, its group.
    sections: String,
    kinds: String,
    levels: String,
    roles: String,
    groups: String,
    words: Parts,
    terms: Parts,
    texts: Parts,
}

/// The files of one sort, in order: what each begins with, and the mark in its name.
#[derive(Default, Serialize)]
struct Parts {
    first: Vec<String>,
    marks: Vec<String>,
}

/// Files as they are gathered.
struct Writer<'a> {
    lang: &'a str,
    files: Vec<(String, String)>,
}

impl Writer<'_> {
    /// Adds a script that hands over its data under `LANG/NAME`, and gives the mark of its name and its path.
    fn add(&mut self, name: &str, data: &impl Serialize) -> (String, String) {
        let json = serde_json::to_string(data).expect("invariant: texts and numbers are JSON");
        let lang = self.lang;
        let script = format!("teachback.searchData(\"{lang}/{name}\",{json});\n");
        let mark = Fingerprint::of(script.as_bytes()).short();
        let path = format!("{FOLDER}{lang}/{name}.{mark}.js");
        self.files.push((path.clone(), script));
        (mark, path)
    }

    /// Adds files of what belongs together, each full when it has `size` bytes. An item is what a file can begin with, and
    /// its text.
    fn cut<T: Serialize>(
        &mut self,
        name: &str,
        size: usize,
        items: impl Iterator<Item = (String, T, usize)>,
        join: fn(&[T]) -> serde_json::Value,
    ) -> Parts {
        let mut parts = Parts::default();
        let mut open: Vec<T> = Vec::new();
        let mut bytes = 0;
        for (first, item, len) in items {
            if bytes >= size {
                self.close(name, &mut parts, &mut open, join);
                bytes = 0;
            }
            if open.is_empty() {
                parts.first.push(first);
            }
            bytes += len;
            open.push(item);
        }
        if !open.is_empty() {
            self.close(name, &mut parts, &mut open, join);
        }
        parts
    }

    fn close<T>(
        &mut self,
        name: &str,
        parts: &mut Parts,
        open: &mut Vec<T>,
        join: fn(&[T]) -> serde_json::Value,
    ) {
        let name = format!("{name}-{}", parts.marks.len());
        let (mark, _) = self.add(&name, &join(open));
        parts.marks.push(mark);
        open.clear();
    }
}

/// Cuts an index into files.
pub fn cut(lang: &str, stemmer: &Stemmer, pages: &[Page], inverted: &Inverted) -> Index {
    let mut writer = Writer {
        lang,
        files: Vec::new(),
    };
    let words = inverted.forms.iter();
    let words = words.map(|form| (form.clone(), form.clone(), form.len() + 1));
    let terms = inverted.terms.iter().map(|term| {
        let line = line(term);
        let len = line.len() + 1;
        (term.stem.clone(), line, len)
    });
    let texts = pages.iter().enumerate().map(|(at, page)| {
        let len = page.sections.iter().map(|section| section.text.len()).sum();
        (at.to_string(), text(page), len)
    });
    let all: usize = pages
        .iter()
        .flat_map(|p| &p.sections)
        .map(|s| s.text.len())
        .sum();
    let catalog = Catalog {
        stemmer,
        lengths: inverted
            .sections
            .iter()
            .map(|s| code::length(s.words))
            .collect(),
        heads: inverted.sections.iter().map(head).collect(),
        sections: code::numbers(pages.iter().map(|page| page.sections.len())),
        kinds: code::numbers(pages.iter().map(|page| page.kind)),
        levels: code::numbers(
            pages
                .iter()
                .map(|page| page.level.map_or(0, |level| level + 1)),
        ),
        roles: code::numbers(pages.iter().map(roles)),
        groups: code::numbers(pages.iter().map(|page| page.group)),
        words: writer.cut("words", PART, words, |all| all.join(" ").into()),
        terms: writer.cut("terms", PART, terms, |all| all.join("\n").into()),
        texts: writer.cut("texts", TEXT_PART.max(all / TEXT_PARTS), texts, |all| {
            all.into()
        }),
    };
    let (_, path) = writer.add("catalog", &catalog);
    Index {
        catalog: path,
        files: writer.files,
    }
}

/// `STEM NUMBERS`: for each section how many sections after the one before, how many places, and each place by how many
/// words after the one before.
fn line(term: &Term) -> String {
    let mut out = format!("{} ", term.stem);
    let mut section_before = 0;
    for (section, places) in &term.places {
        code::push(&mut out, section - section_before);
        section_before = *section;
        code::push(&mut out, places.len());
        let mut before = 0;
        for place in places {
            code::push(&mut out, place - before);
            before = *place;
        }
    }
    out
}

/// Address, title, and for each section anchor, heading and text.
fn text(page: &Page) -> serde_json::Value {
    let sections = page.sections.iter();
    let sections: Vec<[&str; 3]> = sections
        .map(|section| [section.anchor.as_str(), &section.heading, &section.text])
        .collect();
    serde_json::json!([page.path, page.title, sections])
}

fn head(size: &SectionSize) -> char {
    code::length(size.head)
}

/// A bit for each role; those behind the 30th are for everybody.
fn roles(page: &Page) -> usize {
    let bits = page.roles.iter().filter(|role| **role < 30);
    bits.fold(0, |all, role| all | 1 << role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Section, index};

    fn page(at: usize, text: &str) -> Page {
        Page {
            path: format!("p{at}.html"),
            title: format!("Page {at}"),
            sections: vec![Section {
                text: text.to_owned(),
                ..Section::default()
            }],
            ..Page::default()
        }
    }

    #[test]
    fn a_stem_has_its_places_by_their_distances() {
        let term = Term {
            stem: "pain".to_owned(),
            places: vec![(2, vec![0, 33]), (3, vec![4])],
        };
        assert_eq!(line(&term), "pain CCAhBBBE");
    }

    #[test]
    fn files_are_small_and_named_by_what_they_hold() {
        let words: Vec<String> = (0..6_000).map(|n| format!("word{n:05}")).collect();
        let pages: Vec<Page> = words
            .chunks(30)
            .enumerate()
            .map(|(at, some)| page(at, &some.join(" ")))
            .collect();
        let one = index("en", &pages);
        assert_eq!(one, index("en", &pages));
        for (path, text) in &one.files {
            assert!(text.len() < 16_000, "{path} has {} bytes", text.len());
            let mark = Fingerprint::of(text.as_bytes()).short();
            assert!(path.ends_with(&format!(".{mark}.js")), "{path}");
        }
        let parts = |name: &str| {
            one.files
                .iter()
                .filter(|(path, _)| path.contains(name))
                .count()
        };
        assert!(parts("/words-") > 3 && parts("/terms-") > 3 && parts("/texts-") > 3);
        assert_eq!(parts("/catalog."), 1);
    }

    #[test]
    fn no_page_is_no_fault() {
        assert_eq!(index("en", &[]).files.len(), 1);
    }
}
