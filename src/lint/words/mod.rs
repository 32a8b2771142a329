//! Lists of words with what to say instead: data files, and the search for their words in a text.

mod read;

use super::prose::Run;
use crate::diagnostic::Severity;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The words that stigmatise, with suggestion, reason, source, guards and examples.
pub const STIGMA_WORDS: &str = include_str!("stigma.yaml");

/// In a guard: the clause begins or ends here.
const CLAUSE_END: &str = ".";

/// A list of words, ready to be searched for.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// By first word, the longest first.
    patterns: HashMap<String, Vec<Pattern>>,
    first: Sieve,
    /// What a noun that names a person stands behind: a, the, every.
    determiners: HashSet<String>,
    /// What stands behind a noun and not behind an adjective: is, who, with.
    noun_ends: HashSet<String>,
    /// The same behind "the homeless": verbs too.
    group_ends: HashSet<String>,
}

/// Tells most words that begin no pattern without a look into the map.
#[derive(Debug, Default)]
struct Sieve(Vec<bool>);

/// Words to replace.
#[derive(Debug)]
pub struct Entry {
    /// Completes "… names a person by an illness".
    pub why: String,
    pub say: String,
    /// What to say for several people.
    pub say_plural: Option<String>,
    /// Who recommends it.
    pub source: String,
    pub severity: Severity,
    /// One of these must hold, when there are any.
    only: Vec<Guard>,
    unless: Option<Guard>,
}

/// What must stand around a word. Lists that are empty ask for nothing.
#[derive(Debug, Default)]
struct Guard {
    before: HashSet<String>,
    after: HashSet<String>,
    /// In the same sentence.
    near: HashSet<String>,
}

/// Words in a row.
#[derive(Debug)]
struct Pattern {
    words: Vec<String>,
    meaning: Meaning,
}

#[derive(Debug, Clone, Copy)]
enum Meaning {
    /// A phrase in which nothing is found: the name of an organisation, "child abuse".
    Harmless,
    Term(Term),
}

#[derive(Debug, Clone, Copy)]
struct Term {
    entry: usize,
    is_plural: bool,
    form: Form,
}

/// When a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Always,
    /// As a noun: "a diabetic", not "diabetic ketoacidosis".
    Noun,
    /// As a group of people: "the homeless", not "the homeless shelter".
    Group,
}

/// Words that were found in a run.
#[derive(Debug)]
pub struct Found<'l> {
    pub words: Range<usize>,
    pub entry: &'l Entry,
    /// What to say instead, in the number that fits.
    pub say: &'l str,
}

impl Lexicon {
    /// Every entry that fits, from left to right, none over another; of several that begin at one word the longest.
    #[must_use]
    pub fn find(&self, run: &Run<'_>) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < run.len() {
            let Some((len, meaning)) = self.longest(run, at) else {
                at += 1;
                continue;
            };
            if let Meaning::Term(term) = meaning {
                let entry = &self.entries[term.entry];
                let plural = entry.say_plural.as_ref().filter(|_| term.is_plural);
                found.push(Found {
                    words: at..at + len,
                    entry,
                    say: plural.unwrap_or(&entry.say),
                });
            }
            at += len;
        }
        found
    }

    fn longest(&self, run: &Run<'_>, at: usize) -> Option<(usize, Meaning)> {
        let first = run.word(at);
        if !self.first.may_hold(first) {
            return None;
        }
        let patterns = self
            .patterns
            .get(first)
            .or_else(|| self.patterns.get(first.strip_suffix("'s")?))?;
        let fits = |pattern: &&Pattern| {
            pattern.stands_at(run, at)
                && match pattern.meaning {
                    Meaning::Harmless => true,
                    Meaning::Term(term) => self.counts(term, run, &(at..at + pattern.words.len())),
                }
        };
        let pattern = patterns.iter().find(fits)?;
        Some((pattern.words.len(), pattern.meaning))
    }

    fn counts(&self, term: Term, run: &Run<'_>, words: &Range<usize>) -> bool {
        let form = match term.form {
            Form::Always => true,
            Form::Noun => {
                self.determiners.contains(before(run, words))
                    && self.noun_ends.contains(after(run, words))
            }
            Form::Group => self.group_ends.contains(after(run, words)),
        };
        let entry = &self.entries[term.entry];
        let holds = |guard: &Guard| guard.holds(run, words);
        form && (entry.only.is_empty() || entry.only.iter().any(holds))
            && !entry
                .unless
                .as_ref()
                .is_some_and(|guard| guard.refuses(run, words))
    }
}

impl Sieve {
    fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut holes = vec![false; 1 << 12];
        for word in words {
            holes[Self::hole(word)] = true;
        }
        Self(holes)
    }

    fn may_hold(&self, word: &str) -> bool {
        self.0.get(Self::hole(word)).copied().unwrap_or(false) || word.ends_with("'s")
    }

    /// From the first three letters and the length.
    fn hole(word: &str) -> usize {
        let letters = word.bytes().take(3);
        let number = letters.fold(word.len(), |sum, byte| sum * 37 + usize::from(byte));
        number % (1 << 12)
    }
}

impl Pattern {
    /// The last word may be a possessive: "the addict's family".
    fn stands_at(&self, run: &Run<'_>, at: usize) -> bool {
        let last = self.words.len() - 1;
        self.words.iter().enumerate().all(|(i, wanted)| {
            let word = run.word(at + i);
            let same = word == wanted || (i == last && word.strip_suffix("'s") == Some(wanted));
            same && (i == 0 || run.is_joined(at + i))
        })
    }
}

impl Guard {
    /// Whether everything that the guard asks for is there.
    fn holds(&self, run: &Run<'_>, words: &Range<usize>) -> bool {
        (self.before.is_empty() || self.before.contains(before(run, words)))
            && (self.after.is_empty() || self.after.contains(after(run, words)))
            && (self.near.is_empty() || self.is_near(run, words))
    }

    /// Whether anything that the guard names is there.
    fn refuses(&self, run: &Run<'_>, words: &Range<usize>) -> bool {
        self.before.contains(before(run, words))
            || self.after.contains(after(run, words))
            || (!self.near.is_empty() && self.is_near(run, words))
    }

    fn is_near(&self, run: &Run<'_>, words: &Range<usize>) -> bool {
        let mut around = run.sentence(words.start);
        around.any(|at| !words.contains(&at) && self.near.contains(run.word(at)))
    }
}

/// The word before, in the same clause.
fn before<'r>(run: &'r Run<'_>, words: &Range<usize>) -> &'r str {
    if run.is_joined(words.start) {
        run.word(words.start - 1)
    } else {
        CLAUSE_END
    }
}

/// The word after, in the same clause.
fn after<'r>(run: &'r Run<'_>, words: &Range<usize>) -> &'r str {
    if run.is_joined(words.end) {
        run.word(words.end)
    } else {
        CLAUSE_END
    }
}
