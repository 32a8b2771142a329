//! Sentences, words, syllables and formulas, against what was counted by hand.

mod formulas;
mod sentences;
mod syllables;
mod traps;
mod whole_texts;
mod words;
