//! The index as scripts that are small enough to be loaded one by one. What a search needs lies close together: words and
//! stems are in order, so that all beginnings of a word are neighbours, and the passages of a page are in one file.

use super::postings::{Inverted, SectionSize, Term};
use super::stem::Stemmer;
use super::{FOLDER, Page, Pages, Put, code};
use crate::source::Fingerprint;
use rayon::prelude::*;
use serde::Serialize;
use std::ops::Range;

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

/// What the catalog says of a page.
pub struct Listed {
    sections: usize,
    kind: usize,
    /// Plus one; nothing is 0.
    level: usize,
    roles: usize,
    group: usize,
    /// Bytes of its texts.
    len: usize,
}

impl Listed {
    pub fn of(page: &Page) -> Self {
        Self {
            sections: page.sections.len(),
            kind: page.kind,
            level: page.level.map_or(0, |level| level + 1),
            roles: roles(page),
            group: page.group,
            len: page.sections.iter().map(|section| section.text.len()).sum(),
        }
    }
}

/// Puts out the files of one language.
struct Writer<'a> {
    lang: &'a str,
    put: Put<'a>,
}

impl Writer<'_> {
    /// Puts out a script that hands over its data under `LANG/NAME`, and gives the mark of its name and its path.
    fn add(&self, name: &str, data: &impl Serialize) -> (String, String) {
        let json = serde_json::to_string(data).expect("invariant: texts and numbers are JSON");
        let lang = self.lang;
        let script = format!("teachback.searchData(\"{lang}/{name}\",{json});\n");
        let mark = Fingerprint::of(script.as_bytes()).short();
        let path = format!("{FOLDER}{lang}/{name}.{mark}.js");
        (self.put)(path.clone(), script);
        (mark, path)
    }

    /// Puts out files of what belongs together. `first` is what a file can begin with, `data` what is in it.
    fn cut<T: Serialize>(
        &self,
        name: &str,
        files: Vec<Range<usize>>,
        first: impl Fn(usize) -> String,
        data: impl Fn(Range<usize>) -> T + Sync,
    ) -> Parts {
        let marks = files.par_iter().enumerate().map(|(at, file)| {
            let (mark, _) = self.add(&format!("{name}-{at}"), &data(file.clone()));
            mark
        });
        Parts {
            marks: marks.collect(),
            first: files.iter().map(|file| first(file.start)).collect(),
        }
    }
}

/// Which items stand in one file, by their lengths: a file is full when it has `size` bytes.
fn files(size: usize, lengths: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut files: Vec<Range<usize>> = Vec::new();
    let mut bytes = size;
    for (at, len) in lengths.enumerate() {
        if bytes >= size {
            files.push(at..at);
            bytes = 0;
        }
        bytes += len;
        files
            .last_mut()
            .expect("invariant: the first item opens a file")
            .end = at + 1;
    }
    files
}

/// Cuts an index into files, and gives the path of the catalog.
pub fn cut(
    pages: Pages<'_>,
    stemmer: &Stemmer,
    (listed, inverted): (&[Listed], &Inverted),
    put: Put<'_>,
) -> String {
    let writer = Writer {
        lang: pages.lang,
        put,
    };
    let numbers = |of: fn(&Listed) -> usize| code::numbers(listed.iter().map(of));
    let sections = &inverted.sections;
    let catalog = Catalog {
        stemmer,
        lengths: sections.iter().map(|s| code::length(s.words)).collect(),
        heads: sections.iter().map(head).collect(),
        sections: numbers(|page| page.sections),
        kinds: numbers(|page| page.kind),
        levels: numbers(|page| page.level),
        roles: numbers(|page| page.roles),
        groups: numbers(|page| page.group),
        words: words(&writer, &inverted.forms),
        terms: terms(&writer, &inverted.terms),
        texts: texts(&writer, pages, listed),
    };
    let (_, path) = writer.add("catalog", &catalog);
    path
}

fn words(writer: &Writer<'_>, forms: &[String]) -> Parts {
    let files = files(PART, forms.iter().map(|form| form.len() + 1));
    let first = |at: usize| forms[at].clone();
    writer.cut("words", files, first, |file| forms[file].join(" "))
}

fn terms(writer: &Writer<'_>, terms: &[Term]) -> Parts {
    let files = files(PART, terms.iter().map(|term| term.len() + 1));
    let first = |at: usize| terms[at].stem.clone();
    writer.cut("terms", files, first, |file| {
        let lines: Vec<String> = terms[file].iter().map(Term::line).collect();
        lines.join("\n")
    })
}

fn texts(writer: &Writer<'_>, pages: Pages<'_>, listed: &[Listed]) -> Parts {
    let all: usize = listed.iter().map(|page| page.len).sum();
    let size = TEXT_PART.max(all / TEXT_PARTS);
    let files = files(size, listed.iter().map(|page| page.len));
    writer.cut(
        "texts",
        files,
        |at| at.to_string(),
        |file| -> Vec<Text> { file.map(|at| text((pages.page)(at))).collect() },
    )
}

/// Address, title, and for each section anchor, heading and text.
type Text = (String, String, Vec<[String; 3]>);

fn text(page: Page) -> Text {
    let sections = page.sections.into_iter();
    let sections = sections.map(|section| [section.anchor, section.heading, section.text]);
    (page.path, page.title, sections.collect())
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
    use std::sync::Mutex;

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

    /// The files of an index in the order of their paths.
    fn made(pages: &[Page]) -> Vec<(String, String)> {
        let files = Mutex::new(Vec::new());
        let put = |path, text| files.lock().expect("no thread fails").push((path, text));
        let pages = Pages {
            lang: "en",
            count: pages.len(),
            page: &|at| pages[at].clone(),
        };
        let catalog = index(pages, &put);
        let mut files = files.into_inner().expect("no thread fails");
        assert!(files.iter().any(|(path, _)| *path == catalog));
        files.sort();
        files
    }

    #[test]
    fn files_are_small_and_named_by_what_they_hold() {
        let words: Vec<String> = (0..6_000).map(|n| format!("word{n:05}")).collect();
        let pages: Vec<Page> = words
            .chunks(30)
            .enumerate()
            .map(|(at, some)| page(at, &some.join(" ")))
            .collect();
        let one = made(&pages);
        assert_eq!(one, made(&pages));
        for (path, text) in &one {
            assert!(text.len() < 16_000, "{path} has {} bytes", text.len());
            let mark = Fingerprint::of(text.as_bytes()).short();
            assert!(path.ends_with(&format!(".{mark}.js")), "{path}");
        }
        let parts = |name: &str| one.iter().filter(|(path, _)| path.contains(name)).count();
        assert!(parts("/words-") > 3 && parts("/terms-") > 3 && parts("/texts-") > 3);
        assert_eq!(parts("/catalog."), 1);
    }

    #[test]
    fn a_file_ends_behind_the_item_that_fills_it() {
        assert_eq!(files(10, [4, 6, 11, 1, 2].into_iter()), [0..2, 2..3, 3..5]);
        assert!(files(10, std::iter::empty()).is_empty());
    }

    #[test]
    fn no_page_is_no_fault() {
        assert_eq!(made(&[]).len(), 1);
    }
}
