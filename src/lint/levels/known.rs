//! The words of a page that readers are told the meaning of.

use crate::levels::UsedTerm;
use crate::lint::prose::{Prose, Run};
use crate::model::GlossaryEntry;
use crate::readability::text::Text;
use rustc_hash::{FxHashMap, FxHashSet};

/// Endings of regular forms: "tapered" is a form of "taper".
const ENDINGS: [&str; 6] = ["'s", "es", "s", "ed", "d", "ing"];

/// The glossary, as pages are held against it.
pub(super) struct Glossary<'a> {
    entries: &'a [GlossaryEntry],
    /// The words of each term, in lower case.
    terms: Vec<Vec<String>>,
    /// Terms by their first word.
    by_first: FxHashMap<String, Vec<usize>>,
}

/// What readers are told on a page.
pub(super) struct Known {
    /// Of each word of the text, whether its meaning is told.
    pub words: Vec<bool>,
    pub terms: Vec<UsedTerm>,
}

impl<'a> Glossary<'a> {
    pub fn new(entries: &'a [GlossaryEntry]) -> Self {
        let words = |entry: &GlossaryEntry| {
            let term = Text::new(&entry.term.value);
            let words = term.sentences().iter().flat_map(|s| term.words_of(s));
            words.map(|view| view.folded.to_owned()).collect()
        };
        let terms: Vec<Vec<String>> = entries.iter().map(words).collect();
        let mut by_first: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, term) in terms.iter().enumerate() {
            if let Some(first) = term.first() {
                by_first.entry(first.clone()).or_default().push(at);
            }
        }
        Self {
            entries,
            terms,
            by_first,
        }
    }

    /// Looks for terms, and for words that the page explains.
    pub fn find(&self, prose: &Prose<'_>, text: &Text) -> Known {
        let told = told_words(prose);
        let mut words = vec![false; text.words().len()];
        let mut used: Vec<Option<bool>> = vec![None; self.terms.len()];
        // Most pages explain nothing, and many sites have no glossary.
        let is_needed = !told.is_empty() || !self.terms.is_empty();
        for sentence in text.sentences().iter().filter(|_| is_needed) {
            let folded: Vec<&str> = text.words_of(sentence).map(|view| view.folded).collect();
            let known = &mut words[sentence.words.clone()];
            for at in 0..folded.len() {
                known[at] |= told.contains(folded[at]);
                for (term, length) in self.terms_at(&folded[at..]) {
                    let linked = folded[at..at + length]
                        .iter()
                        .all(|word| told.contains(*word));
                    used[term] = Some(used[term].unwrap_or(false) || linked);
                    known[at..at + length].fill(true);
                }
            }
        }
        let found = self.entries.iter().zip(used);
        let terms = found.filter_map(|(entry, used)| {
            Some(UsedTerm {
                term: entry.term.value.clone(),
                is_explained: used?,
            })
        });
        Known {
            words,
            terms: terms.collect(),
        }
    }

    /// The terms that some words begin with, each with the number of its words.
    fn terms_at(&self, words: &[&str]) -> Vec<(usize, usize)> {
        if self.by_first.is_empty() {
            return Vec::new();
        }
        let first = words.first().copied().unwrap_or_default();
        let stems = ENDINGS
            .iter()
            .filter_map(|ending| first.strip_suffix(ending));
        let starts = stems
            .chain([first])
            .filter_map(|stem| self.by_first.get(stem));
        let candidates = starts.flatten();
        let fits = candidates.filter_map(|&at| {
            let term = &self.terms[at];
            let part = words.get(..term.len())?;
            let same = part.iter().zip(term).enumerate();
            let mut same = same.map(|(place, (word, wanted))| {
                *word == wanted || (place + 1 == term.len() && is_form(word, wanted))
            });
            same.all(|same| same).then_some((at, term.len()))
        });
        fits.collect()
    }
}

fn is_form(word: &str, of: &str) -> bool {
    let mut stems = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    stems.any(|stem| stem == of || of.strip_suffix('e') == Some(stem))
}

/// Words, in lower case, that are shown as terms of the glossary, or explained where the page first uses them.
fn told_words(prose: &Prose<'_>) -> FxHashSet<String> {
    let mut told = FxHashSet::default();
    let is_told = |run: &Run<'_>, at: usize| run.is_term(&(at..at + 1)) || is_explained(run, at);
    // Most pages tell nothing: then it does not matter which words come for the first time.
    let mut runs = prose.runs.iter();
    if !runs.any(|run| (0..run.len()).any(|at| is_told(run, at))) {
        return told;
    }
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for run in &prose.runs {
        for at in 0..run.len() {
            let is_first = seen.insert(run.word(at));
            if run.is_term(&(at..at + 1)) || (is_first && is_explained(run, at)) {
                told.insert(run.word(at).to_owned());
            }
        }
    }
    told
}

/// "hypertension (high blood pressure)", "high blood pressure (hypertension)", "this is called hypertension",
/// "hypertension means".
fn is_explained(run: &Run<'_>, at: usize) -> bool {
    let (before, behind) = (run.gap(at), run.gap(at + 1));
    // Most words stand between two spaces.
    if before == " " && behind == " " {
        return (at > 0 && run.word(at - 1) == "called") || run.word(at + 1) == "means";
    }
    let (before, behind) = (before.trim(), behind.trim());
    let is_alone = before.ends_with('(') && behind.starts_with(')');
    let is_named = before.is_empty() && at > 0 && run.word(at - 1) == "called";
    let means = behind.is_empty() && run.word(at + 1) == "means";
    behind.starts_with('(') && words_in_parentheses(run, at + 1) > 1
        || is_alone
        || is_named
        || means
}

/// How many words stand from one on before the parenthesis closes.
fn words_in_parentheses(run: &Run<'_>, from: usize) -> usize {
    let inside = (from..run.len()).take_while(|&at| at == from || !run.gap(at).contains(')'));
    inside.count()
}
