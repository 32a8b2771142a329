//! Lists of words with what to say instead, as their files give them.

use crate::diagnostic::Severity;
use crate::source::Spanned;

/// Which rule tells the words of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WordRule {
    #[default]
    Stigma,
    HardWord,
}

impl WordRule {
    /// The names of the rules, as lists give them.
    pub const NAMES: [&'static str; 2] = ["stigma", "hard-word"];

    /// The rule of a name; words that stigmatise when there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        if name == Self::NAMES[1] {
            Self::HardWord
        } else {
            Self::Stigma
        }
    }
}

/// A file of words.
#[derive(Debug, Clone, Default)]
pub struct WordList {
    pub rule: WordRule,
    /// The language of its words; the first one of the site when nothing is said.
    pub lang: Option<Spanned<String>>,
    /// Who recommends, by key.
    pub sources: Vec<(String, String)>,
    /// Words that entries name together, by name.
    pub groups: Vec<(String, Vec<Spanned<String>>)>,
    /// Terms of the built-in lists that are not told on this site.
    pub off: Vec<Spanned<String>>,
    pub entries: Vec<WordEntry>,
}

/// Words to replace, as written.
#[derive(Debug, Clone)]
pub struct WordEntry {
    pub terms: Vec<Spanned<String>>,
    /// Found as nouns for people.
    pub nouns: Vec<Spanned<String>>,
    /// Found in every form of the verb.
    pub verbs: Vec<Spanned<String>>,
    /// Found as groups of people.
    pub groups: Vec<Spanned<String>>,
    pub say: Spanned<String>,
    /// What to say for several.
    pub plural: Option<String>,
    /// Completes the sentence that begins with the term; may be empty.
    pub why: String,
    /// A key of the list's sources or a text of its own; may be empty.
    pub source: String,
    pub severity: Option<Severity>,
    /// Whether a program may put in what to say without asking.
    pub sure: bool,
    /// Whether the words are hard for patients only, and everyday words for staff.
    pub for_patients: bool,
    pub only: Vec<WordGuard>,
    pub unless: Option<WordGuard>,
    pub phrases: Vec<Spanned<String>>,
    /// Sentences in which it must be told.
    pub fires: Vec<Spanned<String>>,
    /// Sentences in which nothing of the list may be told.
    pub silent: Vec<Spanned<String>>,
}

/// What stands around a word.
#[derive(Debug, Clone, Default)]
pub struct WordGuard {
    pub before: Vec<Spanned<String>>,
    pub after: Vec<Spanned<String>>,
    /// In the same sentence.
    pub near: Vec<Spanned<String>>,
}
