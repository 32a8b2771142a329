//! From lists of words to what is searched for.

use super::{
    Entry, Form, Guard, Inflection, Key, Lexicon, Meaning, Pattern, Says, Sieve, Term, inflect,
};
use crate::diagnostic::{Diagnostic, Outcome, Severity, UNKNOWN_NAME};
use crate::model::{WordEntry, WordGuard, WordList};
use crate::source::Spanned;
use std::collections::HashMap;

/// The groups that every list may use without saying them: see [`Lexicon`].
const DETERMINERS: &str = "determiners";
const NOUN_ENDS: &str = "noun_ends";
const GROUP_ENDS: &str = "group_ends";
/// Words for people: the first group in the singular, the second in the plural.
const PERSON: &str = "person";
const PEOPLE: &str = "people";

/// Puts the lists of an organisation before those of the program: of two equal terms the first one counts.
pub(super) fn lexicon(own: &[&WordList], built_in: &[&WordList]) -> Outcome<Lexicon> {
    let mut builder = Builder::default();
    for list in built_in {
        builder.groups.extend(list.groups.iter().map(own_group));
    }
    builder.lexicon.determiners = builder.named(DETERMINERS).into_iter().collect();
    builder.lexicon.noun_ends = builder.named(NOUN_ENDS).into_iter().collect();
    builder.lexicon.group_ends = builder.named(GROUP_ENDS).into_iter().collect();
    let shared = builder.groups.clone();
    for list in own {
        builder.groups.clone_from(&shared);
        builder.groups.extend(list.groups.iter().map(own_group));
        builder.list(list);
    }
    builder.groups = shared;
    let own_entries = builder.lexicon.entries.len();
    for list in built_in {
        builder.list(list);
    }
    for term in own.iter().flat_map(|list| &list.off) {
        builder.switch_off(term, own_entries);
    }
    builder.finish()
}

impl Lexicon {
    /// Makes the sieves for all patterns.
    fn sift(&mut self) {
        let first = self.patterns.keys().map(|word| Key::of(word));
        self.first = Sieve::of(first);
        let mut alone = Vec::new();
        let mut pairs = Vec::new();
        for pattern in self.patterns.values().flatten() {
            match &pattern.words[..] {
                [only] => alone.push(Key::of(only)),
                [first, second, ..] => pairs.push(Key::of(first).then(Key::of(second))),
                [] => {}
            }
        }
        self.alone = Sieve::of(alone.into_iter());
        self.pairs = Sieve::of(pairs.into_iter());
    }
}

fn own_group((name, words): &(String, Vec<Spanned<String>>)) -> (String, Vec<Spanned<String>>) {
    (name.clone(), words.clone())
}

#[derive(Default)]
struct Builder {
    groups: HashMap<String, Vec<Spanned<String>>>,
    lexicon: Lexicon,
    diagnostics: Vec<Diagnostic>,
}

impl Builder {
    fn finish(mut self) -> Outcome<Lexicon> {
        for patterns in self.lexicon.patterns.values_mut() {
            patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.words.len()));
        }
        self.lexicon.sift();
        Outcome::new(self.lexicon, self.diagnostics)
    }

    fn list(&mut self, list: &WordList) {
        for entry in &list.entries {
            self.entry(list, entry);
        }
    }

    fn entry(&mut self, list: &WordList, written: &WordEntry) {
        let entry = self.lexicon.entries.len();
        let advice = self.advice(list, written);
        let has_plural = advice.says.many.is_some();
        self.lexicon.entries.push(advice);
        let term = |number, form| {
            Meaning::Term(Term {
                entry,
                number,
                form,
            })
        };
        for phrase in &written.phrases {
            self.pattern(phrase, Meaning::Harmless);
        }
        for text in &written.terms {
            self.pattern(text, term(Inflection::One, Form::Always));
            if has_plural {
                self.pattern(&plural(text), term(Inflection::Many, Form::Always));
            }
        }
        for verb in &written.verbs {
            let forms = inflect::verb(&verb.value);
            self.pattern(verb, term(Inflection::One, Form::Always));
            for (form, number) in [
                (forms.third, Inflection::Third),
                (forms.past, Inflection::Past),
                (forms.gerund, Inflection::Gerund),
            ] {
                self.pattern(&Spanned::new(form, verb.span), term(number, Form::Always));
            }
        }
        for noun in &written.nouns {
            self.pattern(noun, term(Inflection::One, Form::Noun));
            self.pattern(&plural(noun), term(Inflection::Many, Form::Always));
            self.people(noun, term);
        }
        for adjective in &written.groups {
            let group = adjective.clone().map(|word| format!("the {word}"));
            self.pattern(&group, term(Inflection::Many, Form::Group));
            self.people(adjective, term);
        }
    }

    /// What an entry says, without the words it is about.
    fn advice(&mut self, list: &WordList, written: &WordEntry) -> Entry {
        let source = list.sources.iter().find(|(key, _)| *key == written.source);
        let only = written.only.iter().map(|guard| self.guard(guard)).collect();
        Entry {
            place: written.say.span,
            why: written.why.clone(),
            says: Says {
                one: written.say.value.clone(),
                many: written.plural.clone(),
                forms: (!written.verbs.is_empty()).then(|| inflect::verb(&written.say.value)),
            },
            source: source.map_or(&written.source, |(_, name)| name).clone(),
            severity: written.severity.unwrap_or(Severity::Warning),
            sure: written.sure,
            for_patients: written.for_patients,
            only,
            unless: written.unless.as_ref().map(|guard| self.guard(guard)),
        }
    }

    /// "epileptic patient", "homeless people".
    fn people(&mut self, word: &Spanned<String>, term: impl Fn(Inflection, Form) -> Meaning) {
        let groups = [(PERSON, Inflection::One), (PEOPLE, Inflection::Many)];
        for (group, number) in groups {
            if !self.groups.contains_key(group) {
                continue;
            }
            let written = word.clone().map(|word| format!("{word} ${group}"));
            self.pattern(&written, term(number, Form::Always));
        }
    }

    /// Adds a pattern for each way to read what is written.
    fn pattern(&mut self, written: &Spanned<String>, meaning: Meaning) {
        for words in self.ways(written) {
            let patterns = self.lexicon.patterns.entry(words[0].clone()).or_default();
            patterns.push(Pattern { words, meaning });
        }
    }

    /// Every row of words that a term stands for.
    fn ways(&mut self, written: &Spanned<String>) -> Vec<Vec<String>> {
        let mut ways: Vec<Vec<String>> = vec![Vec::new()];
        let places = written.value.split([' ', '-']);
        for place in places.filter(|place| !place.is_empty()) {
            let choices: Vec<String> = place
                .split('|')
                .flat_map(|word| self.expand(&Spanned::new(word.to_owned(), written.span)))
                .collect();
            let longer = ways.iter().flat_map(|way| {
                choices.iter().map(|word| {
                    let mut way = way.clone();
                    way.push(word.to_lowercase());
                    way
                })
            });
            ways = longer.collect();
        }
        ways.retain(|way| !way.is_empty());
        ways
    }

    fn guard(&mut self, written: &WordGuard) -> Guard {
        let mut words = |list: &[Spanned<String>]| {
            let words = list.iter().flat_map(|word| self.expand(word));
            words.map(|word| word.to_lowercase()).collect()
        };
        Guard {
            before: words(&written.before),
            after: words(&written.after),
            near: words(&written.near),
        }
    }

    /// The words of `$name`, or the word itself.
    fn expand(&mut self, word: &Spanned<String>) -> Vec<String> {
        let Some(name) = word.value.strip_prefix('$') else {
            return vec![word.value.clone()];
        };
        if !self.groups.contains_key(name) {
            let message = format!("there is no group \"{name}\" of words");
            let known = self.groups.keys().map(String::as_str);
            let fault = Diagnostic::new(&UNKNOWN_NAME, word.span, message)
                .help("write it under `groups` in the same file")
                .did_you_mean(name, known);
            if !self.diagnostics.contains(&fault) {
                self.diagnostics.push(fault);
            }
        }
        self.named(name)
    }

    /// The words of a group; a group may name others.
    fn named(&self, name: &str) -> Vec<String> {
        let words = |name: &str| self.groups.get(name).map_or(&[][..], Vec::as_slice);
        let expand = |word: &Spanned<String>| match word.value.strip_prefix('$') {
            Some(inner) if inner != name => words(inner).iter().map(|w| w.value.clone()).collect(),
            _ => vec![word.value.clone()],
        };
        words(name).iter().flat_map(expand).collect()
    }

    /// Takes a term of the program out, in all its forms. `from` is the first entry of the program's own lists.
    fn switch_off(&mut self, term: &Spanned<String>, from: usize) {
        let mut gone = false;
        for way in self.ways(term) {
            let mut entries = Vec::new();
            for pattern in self.lexicon.patterns.get(&way[0]).into_iter().flatten() {
                match pattern.meaning {
                    Meaning::Term(term) if term.entry >= from && pattern.words == way => {
                        entries.push(term.entry);
                    }
                    _ => {}
                }
            }
            gone |= !entries.is_empty();
            for patterns in self.lexicon.patterns.values_mut() {
                patterns.retain(|pattern| {
                    let same =
                        matches!(pattern.meaning, Meaning::Term(t) if entries.contains(&t.entry));
                    !(same && is_form_of(&pattern.words, &way))
                });
            }
        }
        self.lexicon
            .patterns
            .retain(|_, patterns| !patterns.is_empty());
        if !gone {
            let message = format!("no list of the program has the term \"{}\"", term.value);
            let help = "write the term as its message shows it, in the singular";
            self.diagnostics
                .push(Diagnostic::new(&UNKNOWN_NAME, term.span, message).help(help));
        }
    }
}

/// Whether some words are others, or forms of them: "dirty needles" of "dirty needle".
fn is_form_of(words: &[String], term: &[String]) -> bool {
    let alike = |(word, base): (&String, &String)| {
        let stem = base.strip_suffix(['e', 'y']).unwrap_or(base);
        word == base || (word.starts_with(stem) && word.len() <= stem.len() + 4)
    };
    words.len() == term.len() && words.iter().zip(term).all(alike)
}

/// The regular plural of the last word, and of each word that may stand in its place.
fn plural(written: &Spanned<String>) -> Spanned<String> {
    written.clone().map(|written| {
        let (start, last) = match written.rfind([' ', '-']) {
            Some(at) => written.split_at(at + 1),
            None => ("", written.as_str()),
        };
        let plural = |word: &str| match word.starts_with('$') {
            true => word.to_owned(),
            false => inflect::plural(word),
        };
        let plurals: Vec<String> = last.split('|').map(plural).collect();
        format!("{start}{}", plurals.join("|"))
    })
}
