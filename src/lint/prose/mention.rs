//! Tells words that are talked about ("the word …", "instead of …") from words that are used.

use super::{Phrases, Run, words};
use aho_corasick::AhoCorasick;
use std::ops::Range;
use std::sync::LazyLock;

/// Words that announce a word to be talked about, and how many other words may stand between.
const CUES: &[(&str, usize)] = &[
    ("the word", 1),
    ("the words", 1),
    ("the term", 1),
    ("the terms", 1),
    ("the label", 1),
    ("the labels", 1),
    ("word like", 1),
    ("words like", 1),
    ("terms like", 1),
    ("labels like", 1),
    ("words such as", 1),
    ("terms such as", 1),
    ("labels such as", 1),
    ("words to avoid", 1),
    ("terms to avoid", 1),
    ("avoid", 1),
    ("avoid saying", 3),
    ("avoid calling", 5),
    ("instead of", 4),
    ("rather than", 4),
    ("do not say", 4),
    ("don't say", 4),
    ("never say", 4),
    ("not to say", 4),
    ("do not write", 4),
    ("don't write", 4),
    ("never write", 4),
    ("do not call", 5),
    ("don't call", 5),
    ("never call", 5),
    ("not call", 5),
    ("called a", 2),
    ("called an", 2),
    ("labeled as", 2),
    ("labelled as", 2),
    ("labeled", 2),
    ("labelled", 2),
    ("so called", 1),
    ("la palabra", 1),
    ("las palabras", 1),
    ("el término", 1),
    ("los términos", 1),
    ("la etiqueta", 1),
    ("palabras como", 1),
    ("términos como", 1),
    ("en lugar de", 4),
    ("en vez de", 4),
    ("evite", 2),
    ("evite decir", 3),
    ("evite llamar", 5),
    ("no diga", 4),
    ("no digas", 4),
    ("nunca diga", 4),
    ("no escriba", 4),
    ("no llame", 5),
    ("nunca llame", 5),
    ("llamado", 2),
    ("llamada", 2),
];

/// The cues, ready to be searched for, with their reach.
static CUES_READY: LazyLock<Phrases<usize>> = LazyLock::new(|| Phrases::new(CUES.iter().copied()));

/// The longest cue and what may follow it, in words.
const REACH: usize = 9;

/// Follow a word that is said to be one: "addict is a label".
const COPULAS: [&str; 6] = ["is", "are", "was", "were", "es", "son"];
const NAMES_OF_WORDS: [&str; 16] = [
    "word",
    "words",
    "term",
    "terms",
    "label",
    "labels",
    "slur",
    "slurs",
    "palabra",
    "palabras",
    "término",
    "términos",
    "etiqueta",
    "etiquetas",
    "insulto",
    "insultos",
];

/// What the head of a column of words to avoid holds.
const COLUMN_HEADS: [&str; 20] = [
    "avoid",
    "instead of",
    "not this",
    "don't say",
    "do not say",
    "never say",
    "not say",
    "don't use",
    "do not use",
    "rather than",
    "outdated",
    "stigmati",
    "evite",
    "evitar",
    "en lugar de",
    "en vez de",
    "no diga",
    "no decir",
    "no use",
    "no usar",
];

/// The same, ready to be searched for. Nearly every text has none.
static IN_COLUMN_HEADS: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(COLUMN_HEADS).expect("invariant: so few words fit"));

/// Looks at the findings of one run, from its start to its end.
#[derive(Debug, Default)]
pub(in crate::lint) struct Mentions {
    /// The word behind the last one that was only mentioned: "the words addict, abuser and junkie".
    last: Option<usize>,
}

impl Mentions {
    /// Whether some words are talked about and not used.
    pub(in crate::lint) fn holds(&mut self, run: &Run<'_>, words: &Range<usize>) -> bool {
        let listed = self.last.is_some_and(|last| is_listed(run, last, words));
        let mentioned = listed || is_announced(run, words.start) || is_named(run, words.end);
        if mentioned {
            self.last = Some(words.end);
        }
        mentioned
    }
}

/// Whether the words go on with a list that ends at `last`.
fn is_listed(run: &Run<'_>, last: usize, words: &Range<usize>) -> bool {
    let between = last..words.start;
    let is_link = |at: usize| {
        matches!(
            run.word(at),
            "and" | "or" | "nor" | "a" | "an" | "y" | "e" | "o" | "u" | "ni"
        )
    };
    let part = !run.is_joined(words.start) || !between.is_empty();
    part && between.len() <= 3
        && run.is_same_sentence(last - 1, words.start)
        && between.into_iter().all(is_link)
}

fn is_announced(run: &Run<'_>, start: usize) -> bool {
    let cues = &*CUES_READY;
    let mut near = run.back_from(start).skip(1).take(REACH);
    near.any(|at| {
        cues.at(run, at).any(|(end, reach)| {
            let fits = end <= start && start - end <= reach;
            fits && (end..=start).all(|at| !run.gap(at).contains([',', ';']))
        })
    })
}

fn is_named(run: &Run<'_>, end: usize) -> bool {
    COPULAS.contains(&run.word(end))
        && (end + 1..end + 5).any(|at| NAMES_OF_WORDS.contains(&run.word(at)))
        && run.is_same_sentence(end - 1, end)
}

/// Whether a column with this head (folded) holds words to avoid.
pub(super) fn is_column_head(text: &str) -> bool {
    text == "not" || IN_COLUMN_HEADS.is_match(text)
}

/// Whether a heading, or the words before a list (folded), say that words to avoid follow.
pub(super) fn is_label(text: &str) -> bool {
    if !is_column_head(text) {
        return false;
    }
    let exact =
        COLUMN_HEADS.contains(&text) || matches!(text, "not" | "avoid saying" | "avoid these");
    let names = |word: &str| {
        NAMES_OF_WORDS.contains(&word)
            || matches!(word, "language" | "phrases" | "lenguaje" | "frases")
    };
    exact || text.split(' ').any(names)
}

/// The words in lower case, one space apart.
pub(super) fn folded(text: &str) -> String {
    words::joined(&words::cut(text))
}
