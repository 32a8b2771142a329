//! How hard a text is to read. This room knows plain text only: no Markdown, no files.
//!
//! 1. [`text`] cuts a text into sentences and words.
//! 2. [`syllables`] says how many syllables a word has when it is read aloud; numbers and units are words too.
//! 3. [`hardness`] orders sentences and texts as readers do.
//! 4. [`Vocabulary`] remembers what is known of each word, [`Counts`] adds it up.
//! 5. [`formulas`] turn counts into grades and scores, [`consensus`] into one grade.
//! 6. [`Tally`] does all of it for a text that comes in parts; [`Grading`] holds a text against a grade.

mod counts;
mod familiar;
pub mod formulas;
mod graded;
pub mod hardness;
pub mod syllables;
mod tally;
pub mod text;
mod vocabulary;

pub use counts::{Counter, Counts};
pub use familiar::Familiar;
pub use formulas::{Gauge, consensus};
pub use graded::{Graded, GradedSentence, Grading};
pub use tally::{HardSentence, Measurement, Tally};
pub use vocabulary::{Tables, Vocabulary, WordFacts};

/// The language that a text is read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    English,
    Spanish,
    /// Sentences, words and letters are counted; formulas that need syllables are left out.
    Other,
}

impl Language {
    /// The language of a code such as `en`, `en-GB` or `es_MX`.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let main = code.split(['-', '_']).next().unwrap_or(code);
        match main.to_ascii_lowercase().as_str() {
            "en" => Self::English,
            "es" => Self::Spanish,
            _ => Self::Other,
        }
    }
}
