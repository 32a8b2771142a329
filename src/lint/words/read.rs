//! Reads a list of words.

use super::{Entry, Form, Guard, Lexicon, Meaning, Pattern, STIGMA_WORDS, Sieve, Term};
use crate::diagnostic::{Outcome, Severity};
use crate::source::FileId;
use crate::yaml::{self, Key, Shape, Yaml};
use std::collections::{HashMap, HashSet};

/// The groups that every list has: see [`Lexicon`].
const DETERMINERS: &str = "determiners";
const NOUN_ENDS: &str = "noun_ends";
const GROUP_ENDS: &str = "group_ends";
/// Words for people: the first group in the singular, the second in the plural.
const PERSON: &str = "person";
const PEOPLE: &str = "people";

const WORDS: Shape = Shape::List(&Shape::Text);

const GUARD: &[Key] = &[
    Key::optional(
        "before",
        WORDS,
        "Words right before; . is the start of a clause.",
    ),
    Key::optional(
        "after",
        WORDS,
        "Words right after; . is the end of a clause.",
    ),
    Key::optional("near", WORDS, "Words in the same sentence."),
];

const ENTRY: &[Key] = &[
    Key::optional(
        "terms",
        WORDS,
        "What is found; | between words for one place, $name for a group.",
    ),
    Key::optional(
        "nouns",
        WORDS,
        "What is found as a noun for people, also before a word for people.",
    ),
    Key::optional(
        "groups",
        WORDS,
        "What is found after \"the\" or before a word for people.",
    ),
    Key::required("say", Shape::Text, "What to say instead."),
    Key::optional(
        "plural",
        Shape::Text,
        "What to say for several; terms are then found in the plural too.",
    ),
    Key::required(
        "why",
        Shape::Text,
        "Completes the sentence that begins with the term.",
    ),
    Key::required(
        "source",
        Shape::Text,
        "Who recommends it: a key of sources.",
    ),
    Key::optional(
        "severity",
        Shape::OneOf(&["info", "warning"]),
        "warning when nothing is said.",
    ),
    Key::optional(
        "only",
        Shape::List(&Shape::Record(GUARD)),
        "Told only where one of these holds whole.",
    ),
    Key::optional(
        "unless",
        Shape::Record(GUARD),
        "Not told where any of these is there.",
    ),
    Key::optional("phrases", WORDS, "Longer phrases that are not told."),
    Key::required("fires", WORDS, "Sentences in which it must be told."),
    Key::required("silent", WORDS, "Sentences in which nothing may be told."),
];

const AREA: &[Key] = &[
    Key::required("name", Shape::Text, "What the words are about."),
    Key::required("entries", Shape::List(&Shape::Record(ENTRY)), "The words."),
];

const LIST: &[Key] = &[
    Key::required(
        "sources",
        Shape::MapOf(&Shape::Text),
        "Who recommends, by key.",
    ),
    Key::required(
        "groups",
        Shape::MapOf(&WORDS),
        "Words that entries name together.",
    ),
    Key::required(
        "areas",
        Shape::List(&Shape::Record(AREA)),
        "The words, by area.",
    ),
];

impl Lexicon {
    /// The words that stigmatise.
    #[must_use]
    pub fn stigma() -> Self {
        Self::read(STIGMA_WORDS).value
    }

    /// Reads a list of words, and tells what is wrong with it.
    pub fn read(text: &str) -> Outcome<Self> {
        let mut diagnostics = Vec::new();
        let file = FileId::of_path("words.yaml");
        let parsed = yaml::parse(file, text, 0).take(&mut diagnostics);
        let Some(parsed) = parsed else {
            return Outcome::new(Self::default(), diagnostics);
        };
        let yaml = yaml::check(parsed, &Shape::Record(LIST)).take(&mut diagnostics);
        let mut reader = Reader::new(&yaml);
        let areas = yaml.get("areas").map_or(&[][..], Yaml::items);
        for entry in areas
            .iter()
            .filter_map(|area| area.get("entries"))
            .flat_map(Yaml::items)
        {
            reader.entry(entry);
        }
        Outcome::new(reader.finish(), diagnostics)
    }
}

struct Reader {
    groups: HashMap<String, Vec<String>>,
    sources: HashMap<String, String>,
    lexicon: Lexicon,
}

impl Reader {
    fn new(yaml: &Yaml) -> Self {
        let entries = |key| yaml.get(key).map_or(&[][..], Yaml::entries).iter();
        let groups = entries("groups").map(|(name, words)| (name.value.clone(), texts(words)));
        let sources = entries("sources").filter_map(|(key, name)| {
            let name = name.as_str()?;
            Some((key.value.clone(), name.to_owned()))
        });
        let mut reader = Self {
            groups: groups.collect(),
            sources: sources.collect(),
            lexicon: Lexicon::default(),
        };
        reader.lexicon.determiners = reader.group(DETERMINERS).into_iter().collect();
        reader.lexicon.noun_ends = reader.group(NOUN_ENDS).into_iter().collect();
        reader.lexicon.group_ends = reader.group(GROUP_ENDS).into_iter().collect();
        reader
    }

    fn finish(mut self) -> Lexicon {
        for patterns in self.lexicon.patterns.values_mut() {
            patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.words.len()));
        }
        let first = self.lexicon.patterns.keys().map(String::as_str);
        self.lexicon.first = Sieve::of(first);
        self.lexicon
    }

    fn entry(&mut self, yaml: &Yaml) {
        let entry = self.lexicon.entries.len();
        let advice = self.advice(yaml);
        let has_plural = advice.say_plural.is_some();
        self.lexicon.entries.push(advice);
        let list = |key: &str| yaml.get(key).map(texts).unwrap_or_default();
        let term = |is_plural, form| {
            Meaning::Term(Term {
                entry,
                is_plural,
                form,
            })
        };
        for phrase in list("phrases") {
            self.pattern(&phrase, Meaning::Harmless);
        }
        for written in list("terms") {
            self.pattern(&written, term(false, Form::Always));
            if has_plural {
                self.pattern(&pluralise(&written), term(true, Form::Always));
            }
        }
        for noun in list("nouns") {
            self.pattern(&noun, term(false, Form::Noun));
            self.pattern(&pluralise(&noun), term(true, Form::Always));
            self.people(&noun, term);
        }
        for adjective in list("groups") {
            self.pattern(&format!("the {adjective}"), term(true, Form::Group));
            self.people(&adjective, term);
        }
    }

    /// What an entry says, without the words it is about.
    fn advice(&self, yaml: &Yaml) -> Entry {
        let text = |key: &str| yaml.get(key).and_then(Yaml::as_str).unwrap_or_default();
        let source = text("source");
        let source = self.sources.get(source).map_or(source, String::as_str);
        let only = yaml.get("only").map_or(&[][..], Yaml::items);
        Entry {
            why: text("why").to_owned(),
            say: text("say").to_owned(),
            say_plural: yaml.get("plural").and_then(Yaml::as_str).map(str::to_owned),
            source: source.to_owned(),
            severity: match text("severity") {
                "info" => Severity::Info,
                _ => Severity::Warning,
            },
            only: only.iter().map(|guard| self.guard(guard)).collect(),
            unless: yaml.get("unless").map(|guard| self.guard(guard)),
        }
    }

    /// "epileptic patient", "homeless people".
    fn people(&mut self, word: &str, term: impl Fn(bool, Form) -> Meaning) {
        for (group, is_plural) in [(PERSON, false), (PEOPLE, true)] {
            self.pattern(&format!("{word} ${group}"), term(is_plural, Form::Always));
        }
    }

    /// Adds a pattern for each way to read what is written.
    fn pattern(&mut self, written: &str, meaning: Meaning) {
        let mut ways: Vec<Vec<String>> = vec![Vec::new()];
        for place in written.split([' ', '-']) {
            let choices: Vec<String> = place
                .split('|')
                .flat_map(|word| self.expand(word))
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
        for words in ways {
            let patterns = self.lexicon.patterns.entry(words[0].clone()).or_default();
            patterns.push(Pattern { words, meaning });
        }
    }

    fn guard(&self, yaml: &Yaml) -> Guard {
        let words = |key: &str| {
            let words = yaml.get(key).map(texts).unwrap_or_default();
            words
                .iter()
                .flat_map(|word| self.expand(word))
                .collect::<HashSet<_>>()
        };
        Guard {
            before: words("before"),
            after: words("after"),
            near: words("near"),
        }
    }

    /// The words of `$name`, or the word itself.
    fn expand(&self, word: &str) -> Vec<String> {
        match word.strip_prefix('$') {
            Some(name) => self.group(name),
            None => vec![word.to_owned()],
        }
    }

    /// The words of a group; a group may name others.
    fn group(&self, name: &str) -> Vec<String> {
        let words = self.groups.get(name).map_or(&[][..], Vec::as_slice);
        let expand = |word: &String| match word.strip_prefix('$') {
            Some(inner) if inner != name => self.groups.get(inner).cloned().unwrap_or_default(),
            _ => vec![word.clone()],
        };
        words.iter().flat_map(expand).collect()
    }
}

fn texts(yaml: &Yaml) -> Vec<String> {
    yaml.texts().into_iter().map(|text| text.value).collect()
}

/// The regular plural of the last word, and of each word that may stand in its place.
fn pluralise(written: &str) -> String {
    let (start, last) = match written.rfind([' ', '-']) {
        Some(at) => written.split_at(at + 1),
        None => ("", written),
    };
    let plurals: Vec<String> = last.split('|').map(plural).collect();
    format!("{start}{}", plurals.join("|"))
}

fn plural(word: &str) -> String {
    let consonant_y = word
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x']) || word.ends_with("ch") => format!("{word}es"),
        None => format!("{word}s"),
    }
}
