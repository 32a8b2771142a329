//! Where every stem stands: the inverted index. Its lists are kept as they are put out: a list of numbers for each word of
//! a large site would take many times the memory of its texts.

use super::stem::Stemmer;
use super::words::each;
use super::{Page, Section, code};
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
        let mut out = format!("{} ", self.stem);
        code::push(&mut out, self.places.first);
        out.push_str(&self.places.rest);
        out
    }

    /// The length of the line in bytes.
    pub fn len(&self) -> usize {
        let mut first = String::new();
        code::push(&mut first, self.places.first);
        self.stem.len() + 1 + first.len() + self.places.rest.len()
    }
}

/// Sections and places in them, in rising order.
#[derive(Debug, Default)]
struct Places {
    /// The number of the first section.
    first: usize,
    last: usize,
    /// What follows the first number.
    rest: String,
}

impl Places {
    fn push(&mut self, section: usize, places: impl ExactSizeIterator<Item = usize>) {
        self.go_to(section);
        code::push(&mut self.rest, places.len());
        let mut before = 0;
        for place in places {
            code::push(&mut self.rest, place - before);
            before = place;
        }
    }

    /// Adds the places of sections that come behind these, numbered from `from` on.
    fn append(&mut self, other: &Self, from: usize) {
        self.go_to(from + other.first);
        self.rest.push_str(&other.rest);
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
pub struct Gathered<'a> {
    stemmer: &'a Stemmer,
    terms: Vec<Term>,
    sections: Vec<SectionSize>,
    forms: FxHashSet<String>,
    /// The term of each word; none for words that say nothing.
    by_word: FxHashMap<String, Option<usize>>,
    by_stem: FxHashMap<String, usize>,
    /// The words of the section that is being read: term and place.
    section: Vec<(usize, usize)>,
}

impl<'a> Gathered<'a> {
    pub fn new(stemmer: &'a Stemmer) -> Self {
        Self {
            stemmer,
            terms: Vec::new(),
            sections: Vec::new(),
            forms: FxHashSet::default(),
            by_word: FxHashMap::default(),
            by_stem: FxHashMap::default(),
            section: Vec::new(),
        }
    }

    /// Adds the next page.
    pub fn add(&mut self, page: &Page) {
        for (at, section) in page.sections.iter().enumerate() {
            let size = self.read(page, at, section);
            let number = self.sections.len();
            self.sections.push(size);
            let mut words = std::mem::take(&mut self.section);
            words.sort_unstable();
            for of_term in words.chunk_by(|a, b| a.0 == b.0) {
                let places = of_term.iter().map(|(_, place)| *place);
                self.terms[of_term[0].0].places.push(number, places);
            }
            words.clear();
            self.section = words;
        }
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

    /// Takes the words of a text whose first one has the place `from`.
    fn words(&mut self, text: &str, from: usize) -> usize {
        each(text, |word, at, pair| {
            let term = match self.by_word.get(word) {
                Some(&term) => term,
                None => self.learn(word, pair),
            };
            self.section.extend(term.map(|term| (term, from + at)));
        })
    }

    fn learn(&mut self, word: &str, pair: bool) -> Option<usize> {
        let term = if pair {
            Some(self.term(word.to_owned()))
        } else if self.stemmer.stops(word) {
            None
        } else {
            self.forms.insert(word.to_owned());
            Some(self.term(self.stemmer.stem(word)))
        };
        self.by_word.insert(word.to_owned(), term);
        term
    }

    fn term(&mut self, stem: String) -> usize {
        let terms = &mut self.terms;
        *self.by_stem.entry(stem).or_insert_with_key(|stem| {
            terms.push(Term {
                stem: stem.clone(),
                places: Places::default(),
            });
            terms.len() - 1
        })
    }

    /// Adds what was gathered of the pages behind these.
    pub fn append(&mut self, other: Gathered<'_>) {
        let from = self.sections.len();
        self.sections.extend(other.sections);
        self.forms.extend(other.forms);
        for Term { stem, places } in other.terms {
            let term = self.term(stem);
            self.terms[term].places.append(&places, from);
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
        terms.sort_unstable_by(|a, b| by_units(&a.stem, &b.stem));
        inverted.forms.sort_unstable_by(|a, b| by_units(a, b));
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

    fn gathered(pages: &[Page]) -> Gathered<'static> {
        let mut gathered = Gathered::new(stem::of("en"));
        pages.iter().for_each(|page| gathered.add(page));
        gathered
    }

    #[test]
    fn places_are_counted_from_the_head_of_each_section() {
        let pages = [
            page("Doses", &[("", "A dose."), ("Dosing", "No words")]),
            page("Other", &[("", "dose")]),
        ];
        let inverted = gathered(&pages).sorted();
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
        places.push(2, [0, 33].into_iter());
        places.push(3, [4].into_iter());
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
        let lines = |gathered: Gathered<'_>| -> Vec<String> {
            let inverted = gathered.sorted();
            inverted.terms.iter().map(Term::line).collect()
        };
        let whole = lines(gathered(&pages));
        for cut in 0..=pages.len() {
            let (front, back) = pages.split_at(cut);
            let mut parts = gathered(front);
            parts.append(gathered(back));
            assert_eq!(lines(parts), whole, "cut at {cut}");
        }
    }
}
