//! Lists of words with what to say instead: data files, and the search for their words in a text.

mod build;
mod examples;
mod inflect;
mod lexica;

pub(super) use examples::check as check_examples;
pub use lexica::{BUILT_IN_LISTS, Lexica};

use super::prose::{Key, Run, Sieve};
use crate::diagnostic::Severity;
use crate::source::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// In a guard: the clause begins or ends here.
const CLAUSE_END: &str = ".";

/// Before the participle of a verb, where its past stands alone.
const AUXILIARIES: [&str; 16] = [
    "am", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "get",
    "gets", "got", "not",
];

/// A list of words, ready to be searched for.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// By first word, the longest first.
    patterns: FxHashMap<String, Vec<Pattern>>,
    /// The words that patterns begin with.
    first: Sieve,
    /// Of them, those that are a pattern by themselves.
    alone: Sieve,
    /// The first two words of all other patterns.
    pairs: Sieve,
    /// What a noun that names a person stands behind: a, the, every.
    determiners: FxHashSet<String>,
    /// What stands behind a noun and not behind an adjective: is, who, with.
    noun_ends: FxHashSet<String>,
    /// The same behind "the homeless": verbs too.
    group_ends: FxHashSet<String>,
}

/// Words to replace.
#[derive(Debug)]
pub struct Entry {
    /// Where its list says what to say: no two entries have the same place.
    pub place: Span,
    /// Completes "… names a person by an illness"; may be empty.
    pub why: String,
    /// What to say, in every form that a term can ask for.
    says: Says,
    /// Who recommends it; may be empty.
    pub source: String,
    /// Where the rule is not milder for the text.
    pub severity: Severity,
    /// Whether a program may put in what to say without asking.
    pub sure: bool,
    /// Whether the words are hard for patients only.
    pub for_patients: bool,
    /// One of these must hold, when there are any.
    only: Vec<Guard>,
    unless: Option<Guard>,
}

/// What to say instead, form by form.
#[derive(Debug)]
struct Says {
    one: String,
    many: Option<String>,
    /// For verbs.
    forms: Option<inflect::Forms>,
}

/// What must stand around a word. Lists that are empty ask for nothing.
#[derive(Debug, Default)]
struct Guard {
    before: FxHashSet<String>,
    after: FxHashSet<String>,
    /// In the same sentence.
    near: FxHashSet<String>,
}

/// Words in a row.
#[derive(Debug)]
struct Pattern {
    words: Vec<String>,
    /// Of the second word, when there is one.
    second: Option<Key>,
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
    number: Inflection,
    form: Form,
}

/// The form that a term has, and that what is said instead must take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inflection {
    One,
    Many,
    Third,
    Past,
    Gerund,
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
    /// What to say instead, in the form that fits.
    pub say: &'l str,
}

impl Lexicon {
    /// Every entry that fits, from left to right, none over another; of several that begin at one word the longest.
    #[must_use]
    pub fn find(&self, run: &Run<'_>) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = self.next_start(run, from) {
            let Some((len, meaning)) = self.longest(run, at) else {
                from = at + 1;
                continue;
            };
            from = at + len;
            if let Meaning::Term(term) = meaning {
                let entry = &self.entries[term.entry];
                let words = at..from;
                let say = entry.says.form(term.number, before(run, &words));
                found.push(Found { words, entry, say });
            }
        }
        found
    }

    /// The next word where a pattern may begin: cheap, and seldom wrong.
    fn next_start(&self, run: &Run<'_>, from: usize) -> Option<usize> {
        run.find_pair(from, |word, next| {
            let may_go_on = || {
                next.may_have_apostrophe
                    || self.alone.may_hold(word.key)
                    || self.pairs.may_hold(word.key.then(next.key))
            };
            word.may_have_apostrophe || (self.first.may_hold(word.key) && may_go_on())
        })
    }

    fn longest(&self, run: &Run<'_>, at: usize) -> Option<(usize, Meaning)> {
        let first = run.word(at);
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
                let owns = run.word(words.end - 1).ends_with("'s");
                self.determiners.contains(before(run, words))
                    && (owns || self.noun_ends.contains(after(run, words)))
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

impl Says {
    /// What to say in a form; `before` is the word before, which tells a participle from a past.
    fn form(&self, form: Inflection, before: &str) -> &str {
        let verb = self.forms.as_ref();
        let inflected = match form {
            Inflection::One => None,
            Inflection::Many => self.many.as_deref(),
            Inflection::Third => verb.map(|forms| forms.third.as_str()),
            Inflection::Gerund => verb.map(|forms| forms.gerund.as_str()),
            Inflection::Past if AUXILIARIES.contains(&before) => {
                verb.map(|forms| forms.participle.as_str())
            }
            Inflection::Past => verb.map(|forms| forms.past.as_str()),
        };
        inflected.unwrap_or(&self.one)
    }

    /// Whether past and participle differ, so that a program could choose the wrong one.
    fn is_irregular(&self) -> bool {
        let forms = self.forms.as_ref();
        forms.is_some_and(|forms| forms.past != forms.participle)
    }
}

impl Found<'_> {
    /// Whether a program may replace the words as they stand in a run.
    #[must_use]
    pub fn is_sure(&self, run: &Run<'_>) -> bool {
        let last = run.word(self.words.end - 1);
        let regular = !self.entry.says.is_irregular() || !last.ends_with("ed");
        self.entry.sure && regular && !last.ends_with("'s")
    }
}

impl Pattern {
    /// The last word may be a possessive: "the addict's family".
    fn stands_at(&self, run: &Run<'_>, at: usize) -> bool {
        let next = run.look(at + 1);
        if self.second.is_some_and(|key| key != next.key) && !next.may_have_apostrophe {
            return false;
        }
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
