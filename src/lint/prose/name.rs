//! Tells names of people, organisations and books from words that are used.

use super::Run;
use std::ops::Range;

/// Short words inside names: "National Institute on Drug Abuse".
const SMALL_WORDS: [&str; 8] = ["of", "on", "for", "and", "the", "in", "to", "against"];

/// What stands before the name of a person.
const TITLES: [&str; 6] = ["mr", "mrs", "ms", "miss", "dr", "prof"];

/// Whether the words are part of a name, such as that of a person, an organisation or a book: they and a word beside them
/// have capitals. A heading that is all in capitals says nothing of that kind.
pub(in crate::lint) fn is_name(run: &Run<'_>, words: &Range<usize>) -> bool {
    let sentence = run.sentence(words.start);
    if !is_capital(run.shown(words.start)) || (run.is_heading() && is_title_case(run)) {
        return false;
    }
    if words.start > 0 && TITLES.contains(&run.word(words.start - 1)) {
        return true;
    }
    let is_capital_at = |at: usize| is_capital(run.shown(at));
    let starts = words.start == sentence.start;
    let mut inner = words.clone().skip(1);
    let is_compound = inner.len() > 0 && inner.all(is_capital_at);
    let mut after = (words.end..sentence.end).take_while(|&at| run.is_joined(at));
    let after = after.find(|&at| !is_small(run.word(at)));
    let mut before = (sentence.start + 1..words.start)
        .rev()
        .take_while(|&at| run.is_joined(at + 1));
    let before = before.find(|&at| !is_small(run.word(at)));
    (is_compound && !starts)
        || after.is_some_and(is_capital_at)
        || before.is_some_and(is_capital_at)
}

/// Whether every long word has a capital, as in titles.
fn is_title_case(run: &Run<'_>) -> bool {
    let mut long = (0..run.len()).filter(|&at| run.word(at).len() > 3);
    long.all(|at| run.shown(at).starts_with(char::is_uppercase))
}

fn is_small(word: &str) -> bool {
    SMALL_WORDS.contains(&word)
}

/// A capital and then small letters; "I" and words all in capitals are no names.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}
