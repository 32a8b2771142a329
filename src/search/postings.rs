//! Where every stem stands: the inverted index. Its lists are kept as they are put out: a list of numbers for each word of
//! a large site would take many times the memory of its texts.

use super::stem::Stemmer;
use super::words::each;
use super::{Page, Section, code};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;

/// What is known of the words of one language.
#[derive(Debug, Default)]
pub struct Inverted {
    /// In the order of [`by_units`].
    pub terms: Vec<Term>,
    /// All words as they are typed, folded, each once, in the order of [`by_units`]. Pairs are not among them.
    pub forms: Vec<String>,
    /// Of all pages, one after the other.
    pub sections: Vec<SectionSize>,
}

/// A stem with the sections that have it.
#[derive(Debug)]
pub struct Term {
    pub stem: String,
    places: Places,
}

impl Term {
    /// `STEM NUMBERS`: for each section how many sections after the one before, how many places, and each place by how
    /// many words after the one before.
    pub fn line(&self) -> String {
        let mut out = Vec::with_capacity(self.len());
        out.extend_from_slice(self.stem.as_bytes());
        out.push(b' ');
        code::push(&mut out, self.places.first);
        out.extend_from_slice(&self.places.rest);
        String::from_utf8(out).expect("invariant: a text, and signs that are ASCII")
    }

    /// The length of the line in bytes.
    pub fn len(&self) -> usize {
        self.stem.len() + 1 + code::len(self.places.first) + self.places.rest.len()
    }
}

/// Sections and places in them, in rising order.
#[derive(Debug, Default)]
struct Places {
    /// The number of the first section.
    first: usize,
    /// The number of the last one.
    last: usize,
    /// What follows the first number, in ASCII.
    rest: Vec<u8>,
    /// Places in the last section, and where their number stands in `rest`.
    count: usize,
    count_at: usize,
    /// The last place there.
    place: usize,
}

impl Places {
    /// Adds a place that comes behind all others.
    fn push(&mut self, section: usize, place: usize) {
        if self.rest.is_empty() || section != self.last {
            self.go_to(section);
            (self.count, self.count_at, self.place) = (1, self.rest.len(), 0);
            code::push(&mut self.rest, 1);
        } else {
            self.count_one();
        }
        code::push(&mut self.rest, place - self.place);
        self.place = place;
    }

    fn count_one(&mut self) {
        let signs = code::len(self.count);
        self.count += 1;
        match code::sign(self.count) {
            Some(sign) => self.rest[self.count_at] = sign,
            None => {
                let mut number = Vec::new();
                code::push(&mut number, self.count);
                let before = self.count_at..self.count_at + signs;
                self.rest.splice(before, number);
            }
        }
    }

    /// Adds the places of sections that come behind these, numbered from `from` on.
    fn append(&mut self, other: &Self, from: usize) {
        self.go_to(from + other.first);
        self.rest.extend_from_slice(&other.rest);
        self.last = from + other.last;
    }

    fn go_to(&mut self, section: usize) {
        if self.rest.is_empty() {
            self.first = section;
        } else {
            code::push(&mut self.rest, section - self.last);
        }
        self.last = section;
    }
}

/// How many words a section has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionSize {
    /// Of the title or heading, which come first.
    pub head: usize,
    /// In all.
    pub words: usize,
}

/// The order in which browsers compare strings: by UTF-16 units.
pub fn by_units(left: &str, right: &str) -> Ordering {
    if left.is_ascii() && right.is_ascii() {
        left.cmp(right)
    } else {
        left.encode_utf16().cmp(right.encode_utf16())
    }
}

/// The words of some pages that stand one after the other.
#[derive(Default)]
pub struct Gathered {
    terms: Vec<Term>,
    sections: Vec<SectionSize>,
    /// Each once.
    forms: Vec<String>,
}

/// Gathers the words of pages, one page after the other.
pub struct Gatherer<'a> {
    stemmer: &'a Stemmer,
    gathered: Gathered,
    /// The term of each word; none for words that say nothing.
    by_word: FxHashMap<Box<str>, Option<u32>>,
    by_stem: FxHashMap<String, u32>,
}

impl<'a> Gatherer<'a> {
    pub fn new(stemmer: &'a Stemmer) -> Self {
        Self {
            stemmer,
            gathered: Gathered::default(),
            by_word: stemmer.stops().map(|word| (word.into(), None)).collect(),
            by_stem: FxHashMap::default(),
        }
    }

    /// Adds the next page.
    pub fn add(&mut self, page: &Page) {
        for (at, section) in page.sections.iter().enumerate() {
            let size = self.read(page, at, section);
            self.gathered.sections.push(size);
        }
    }

    pub fn finish(self) -> Gathered {
        self.gathered
    }

    fn read(&mut self, page: &Page, at: usize, section: &Section) -> SectionSize {
        let (head, tail) = match at {
            0 => (page.title.as_str(), page.keywords.as_str()),
            _ => (section.heading.as_str(), ""),
        };
        let in_head = self.words(head, 0);
        let words = in_head + self.words(&section.text, in_head);
        let words = words + self.words(tail, words);
        SectionSize {
            head: in_head,
            words,
        }
    }

    /// Takes the words of a text of the section to come, whose first one has the place `from`.
    fn words(&mut self, text: &str, from: usize) -> usize {
        let section = self.gathered.sections.len();
        each(text, |word, at, pair| {
            let term = match self.by_word.get(word) {
                Some(&term) => term,
                None => Some(self.learn(word, pair)),
            };
            if let Some(term) = term {
                let places = &mut self.gathered.terms[term as usize].places;
                places.push(section, from + at);
            }
        })
    }

    fn learn(&mut self, word: &str, pair: bool) -> u32 {
        let stem = if pair {
            word.to_owned()
        } else {
            self.gathered.forms.push(word.to_owned());
            self.stemmer.stem(word)
        };
        let term = term(&mut self.by_stem, &mut self.gathered.terms, stem);
        self.by_word.insert(word.into(), Some(term));
        term
    }
}

/// The number of a stem among the terms, of which it becomes one.
fn term(by_stem: &mut FxHashMap<String, u32>, terms: &mut Vec<Term>, stem: String) -> u32 {
    *by_stem.entry(stem).or_insert_with_key(|stem| {
        terms.push(Term {
            stem: stem.clone(),
            places: Places::default(),
        });
        u32::try_from(terms.len() - 1).expect("invariant: memory holds fewer stems")
    })
}

/// What was gathered, put together.
#[derive(Default)]
pub struct Whole {
    terms: Vec<Term>,
    by_stem: FxHashMap<String, u32>,
    sections: Vec<SectionSize>,
    forms: FxHashSet<String>,
}

impl Whole {
    /// Adds what was gathered of the pages behind these.
    pub fn append(&mut self, part: Gathered) {
        let from = self.sections.len();
        self.sections.extend(part.sections);
        self.forms.extend(part.forms);
        for Term { stem, places } in part.terms {
            let at = term(&mut self.by_stem, &mut self.terms, stem) as usize;
            self.terms[at].places.append(&places, from);
        }
    }

    /// All of it, in order.
    pub fn sorted(self) -> Inverted {
        let mut inverted = Inverted {
            terms: self.terms,
            forms: self.forms.into_iter().collect(),
            sections: self.sections,
        };
        let terms = &mut inverted.terms;
        terms.par_sort_unstable_by(|a, b| by_units(&a.stem, &b.stem));
        inverted.forms.par_sort_unstable_by(|a, b| by_units(a, b));
        inverted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::stem;

    fn page(title: &str, sections: &[(&str, &str)]) -> Page {
        let sections = sections.iter().map(|(heading, text)| Section {
            anchor: heading.to_lowercase(),
            heading: (*heading).to_owned(),
            text: (*text).to_owned(),
        });
        Page {
            title: title.to_owned(),
            sections: sections.collect(),
            ..Page::default()
        }
    }

    fn inverted(parts: &[&[Page]]) -> Inverted {
        let mut whole = Whole::default();
        for pages in parts {
            let mut gatherer = Gatherer::new(stem::of("en"));
            pages.iter().for_each(|page| gatherer.add(page));
            whole.append(gatherer.finish());
        }
        whole.sorted()
    }

    #[test]
    fn places_are_counted_from_the_head_of_each_section() {
        let pages = [
            page("Doses", &[("", "A dose."), ("Dosing", "No words")]),
            page("Other", &[("", "dose")]),
        ];
        let inverted = inverted(&[&pages]);
        // In section 0 two places: 0 and two words later; one section on one place: 0; one section on one place: 1.
        assert_eq!(inverted.terms[0].line(), "dos ACACBBABBB");
        assert_eq!(
            inverted.forms,
            ["dose", "doses", "dosing", "other", "words"]
        );
        assert_eq!(inverted.sections[1], SectionSize { head: 1, words: 3 });
    }

    #[test]
    fn a_stem_has_its_places_by_their_distances() {
        let mut places = Places::default();
        for (section, place) in [(2, 0), (2, 33), (3, 4)] {
            places.push(section, place);
        }
        let stem = "pain".to_owned();
        let term = Term { stem, places };
        assert_eq!(term.line(), "pain CCAhBBBE");
        assert_eq!(term.len(), term.line().len());
    }

    #[test]
    fn pages_can_be_gathered_apart() {
        let pages = [
            page("Pain", &[("", "where is the pain"), ("Dose", "the dose")]),
            page("Dose", &[("", "a dose for pain")]),
            page("Other", &[("", "no pain"), ("Pain", "gone")]),
        ];
        let lines = |parts: &[&[Page]]| -> Vec<String> {
            let inverted = inverted(parts);
            inverted.terms.iter().map(Term::line).collect()
        };
        let whole = lines(&[&pages]);
        for cut in 0..=pages.len() {
            let (front, back) = pages.split_at(cut);
            assert_eq!(lines(&[front, back]), whole, "cut at {cut}");
        }
    }

    #[test]
    fn a_section_can_have_a_stem_many_times() {
        let mut places = Places::default();
        (0..1_025).for_each(|place| places.push(0, place));
        places.push(1, 7);
        // 1,025 is 1 + 32·32; the first place is 0, every other one later; then one section on one place: 7.
        let line = format!("hgBA{}BBH", "B".repeat(1_024));
        assert_eq!(String::from_utf8(places.rest), Ok(line));
    }
}
