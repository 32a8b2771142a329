//! Where every stem stands: the inverted index.

use super::stem::Stemmer;
use super::words::{Word, words};
use super::{Page, Section};
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::HashMap;

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
    /// Number of the section, places in it in rising order; sections in rising order.
    pub places: Vec<(usize, Vec<usize>)>,
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

/// A section by its words.
struct Counted {
    size: SectionSize,
    /// Each word once, with its places, in the order of the first one.
    words: Vec<(Word, Vec<usize>)>,
}

/// Looks where every stem stands.
pub fn invert(stemmer: &Stemmer, pages: &[Page]) -> Inverted {
    let counted: Vec<Vec<Counted>> = pages
        .par_iter()
        .map(|page| {
            let sections = page.sections.iter().enumerate();
            sections
                .map(|(at, section)| count(page, at, section))
                .collect()
        })
        .collect();
    let mut gathered = Gathered {
        stemmer,
        inverted: Inverted::default(),
        by_word: HashMap::new(),
        by_stem: HashMap::new(),
    };
    for section in counted.into_iter().flatten() {
        gathered.add(section);
    }
    gathered.sorted()
}

fn count(page: &Page, at: usize, section: &Section) -> Counted {
    let (head, tail) = match at {
        0 => (page.title.as_str(), page.keywords.as_str()),
        _ => (section.heading.as_str(), ""),
    };
    let (mut all, in_head) = words(head);
    let mut taken = in_head;
    for text in [section.text.as_str(), tail] {
        let (more, len) = words(text);
        all.extend(more.into_iter().map(|word| Word {
            at: word.at + taken,
            ..word
        }));
        taken += len;
    }
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut out: Vec<(Word, Vec<usize>)> = Vec::new();
    for word in all {
        match places.get(&word.text) {
            Some(&known) => out[known].1.push(word.at),
            None => {
                places.insert(word.text.clone(), out.len());
                let at = word.at;
                out.push((word, vec![at]));
            }
        }
    }
    Counted {
        size: SectionSize {
            head: in_head,
            words: taken,
        },
        words: out,
    }
}

struct Gathered<'a> {
    stemmer: &'a Stemmer,
    inverted: Inverted,
    /// The term of each word; none for words that say nothing.
    by_word: HashMap<String, Option<usize>>,
    by_stem: HashMap<String, usize>,
}

impl Gathered<'_> {
    fn add(&mut self, section: Counted) {
        let number = self.inverted.sections.len();
        self.inverted.sections.push(section.size);
        for (word, places) in section.words {
            let term = match self.by_word.get(&word.text) {
                Some(&term) => term,
                None => self.learn(word),
            };
            let Some(term) = term else { continue };
            let list = &mut self.inverted.terms[term].places;
            match list.last_mut() {
                Some((last, known)) if *last == number => {
                    known.extend(places);
                    known.sort_unstable();
                }
                _ => list.push((number, places)),
            }
        }
    }

    fn learn(&mut self, word: Word) -> Option<usize> {
        let term = if word.pair {
            Some(self.term(word.text.clone()))
        } else if self.stemmer.stops(&word.text) {
            None
        } else {
            self.inverted.forms.push(word.text.clone());
            Some(self.term(self.stemmer.stem(&word.text)))
        };
        self.by_word.insert(word.text, term);
        term
    }

    fn term(&mut self, stem: String) -> usize {
        let terms = &mut self.inverted.terms;
        *self.by_stem.entry(stem).or_insert_with_key(|stem| {
            terms.push(Term {
                stem: stem.clone(),
                places: Vec::new(),
            });
            terms.len() - 1
        })
    }

    fn sorted(self) -> Inverted {
        let mut inverted = self.inverted;
        inverted
            .terms
            .sort_unstable_by(|a, b| by_units(&a.stem, &b.stem));
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

    #[test]
    fn places_are_counted_from_the_head_of_each_section() {
        let pages = [
            page("Doses", &[("", "A dose."), ("Dosing", "No words")]),
            page("Other", &[("", "dose")]),
        ];
        let inverted = invert(stem::of("en"), &pages);
        let dose = vec![(0, vec![0, 2]), (1, vec![0]), (2, vec![1])];
        assert_eq!(inverted.terms[0].stem, "dos");
        assert_eq!(inverted.terms[0].places, dose);
        assert_eq!(
            inverted.forms,
            ["dose", "doses", "dosing", "other", "words"]
        );
        assert_eq!(inverted.sections[1], SectionSize { head: 1, words: 3 });
    }
}
