//! Whether a full stop, or another end mark, ends a sentence.

use super::abbreviations::{self, Ending};

/// Marks that close after an end mark and still belong to the sentence.
const CLOSING: [char; 10] = ['"', '\'', '”', '’', ')', ']', '»', '›', '」', '*'];
/// Marks that stand before the first word of a sentence.
const OPENING: [char; 15] = [
    '"', '\'', '“', '‘', '(', '[', '«', '‹', '„', '*', '_', '-', '—', '–', '•',
];

/// Whether a character that is not ASCII ends sentences.
pub(super) fn is_stop(c: char) -> bool {
    c == '…' || is_wide_stop(c)
}

/// End marks of scripts that need no space behind them.
fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．' | '؟' | '۔' | '।')
}

/// An end mark, with what follows.
#[derive(Debug)]
pub(super) struct Stop<'a> {
    kind: Kind,
    /// The byte behind the marks and what closes behind them.
    pub closed: usize,
    /// Whether anything closes behind the marks.
    has_closing: bool,
    /// Whether a space, or nothing at all, follows.
    spaced: bool,
    /// The next word, without what opens before it; empty at the end and before signs.
    next: &'a str,
    /// The first character after spaces and opening marks.
    next_char: Option<char>,
    /// The next word is one letter with a stop: an initial.
    next_is_initial: bool,
    /// The next word is a number that something holds on to, as the decimals in `62. 5%`.
    next_is_held: bool,
    ends_paragraph: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Full,
    Ellipsis,
    /// A question or exclamation mark.
    Mark,
    Wide,
}

/// What stands before an end mark.
#[derive(Debug)]
pub(super) struct Before<'a> {
    /// The word that the mark touches, in lower case.
    pub word: Option<&'a str>,
    /// The word before it in the sentence.
    pub previous: Option<&'a str>,
    pub previous_is_name: bool,
    pub capitalised: bool,
    pub all_capitals: bool,
    pub is_number: bool,
    pub previous_is_number: bool,
    /// How many words the sentence has.
    pub words: usize,
}

impl<'a> Stop<'a> {
    /// Reads the marks at a place.
    pub(super) fn read(source: &'a str, at: usize) -> Self {
        let marks = marks(&source[at..]);
        let kind = kind(&source[at..at + marks]);
        let mut closed = at + marks;
        let after = source[closed..].trim_start_matches(CLOSING);
        let has_closing = after.len() < source.len() - closed;
        closed = source.len() - after.len();
        closed += reference(&source[closed..], source[..at].chars().next_back());
        let rest = &source[closed..];
        let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let blank = rest.len() - rest.trim_start().len();
        let ends_paragraph = rest[..blank].matches('\n').count() > 1 || blank == rest.len();
        let next = rest.trim_start().trim_start_matches(OPENING).trim_start();
        let word = first_word(next);
        Self {
            kind,
            closed,
            has_closing,
            spaced,
            next: word,
            next_char: next.chars().next(),
            next_is_held: is_held_number(next, &source.as_bytes()[..at]),
            next_is_initial: word.chars().count() == 1 && next[word.len()..].starts_with('.'),
            ends_paragraph,
        }
    }

    /// Whether a sentence ends here.
    pub(super) fn ends_sentence(&self, before: &Before<'_>) -> bool {
        if self.kind == Kind::Wide {
            return true;
        }
        if !self.spaced {
            return self.lacks_space(before);
        }
        let Some(next) = self.next_char.filter(|_| !self.ends_paragraph) else {
            return true;
        };
        match self.kind {
            Kind::Ellipsis => !next.is_lowercase() && self.next != "I",
            Kind::Full => self.full_stop(before, next),
            Kind::Mark | Kind::Wide => !next.is_lowercase() || self.next_is_mixed(),
        }
    }

    /// `It hurts.Then it stops.`
    fn lacks_space(&self, before: &Before<'_>) -> bool {
        let mut next = self.next.chars();
        let begins = next.next().is_some_and(char::is_uppercase);
        let goes_on = next.next().is_some_and(char::is_lowercase);
        let word = before.word.unwrap_or("");
        let letters = word.chars().all(char::is_alphabetic);
        let after_word = (word.len() > 2 && letters)
            || abbreviations::ends_without_space(word)
            || (before.is_number && before.words > 1);
        begins && goes_on && (after_word || self.kind == Kind::Mark || self.has_closing)
    }

    fn full_stop(&self, before: &Before<'_>, next: char) -> bool {
        let Some(word) = before.word else {
            return self.after_word(next);
        };
        if let Some(ending) = abbreviation(before, word) {
            return self.abbreviated(ending, word, next);
        }
        let mut letters = word.chars();
        if letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none() {
            return self.after_letter(before, next);
        }
        let labelled = before.words == 2 && before.previous.is_some_and(abbreviations::is_label);
        let decimals = self.next_is_held || (word == "0" && next.is_numeric());
        if before.is_number && (labelled || decimals) {
            return false;
        }
        self.after_word(next)
    }

    fn after_word(&self, next: char) -> bool {
        !next.is_lowercase() || self.next_is_mixed()
    }

    fn abbreviated(&self, ending: Ending, word: &str, next: char) -> bool {
        match ending {
            Ending::Never => false,
            Ending::BeforeNumber => {
                let lettered = self.next_is_letter() && word != "no";
                !next.is_numeric() && !lettered && self.after_word(next)
            }
            Ending::BeforeStarter => {
                matches!(next, '¿' | '¡') || (next.is_uppercase() && self.next_is_starter())
            }
            Ending::BeforeCapital => {
                let time = matches!(word, "a.m" | "p.m" | "m");
                let belongs = time && abbreviations::follows_time(&self.next.to_lowercase());
                !next.is_lowercase() && !next.is_numeric() && !belongs
            }
        }
    }

    /// An initial (`J. Smith`), or the letter of a thing (`vitamin C. It…`).
    fn after_letter(&self, before: &Before<'_>, next: char) -> bool {
        if self.next_is_initial || !before.capitalised {
            return !self.next_is_initial && !next.is_lowercase() && !next.is_numeric();
        }
        let Some(previous) = before.previous else {
            return false;
        };
        if next.is_lowercase() {
            return false;
        }
        // "98.6 F. That": a unit.
        if before.previous_is_number {
            return true;
        }
        (abbreviations::takes_letter(previous) && !before.previous_is_name)
            || abbreviations::takes_letter(previous) && previous.len() > 3
            || self.next_is_starter()
    }

    fn next_is_starter(&self) -> bool {
        let word = self.next.to_lowercase();
        let plain = word.split(['\'', '’']).next().unwrap_or(&word);
        let is_starter = abbreviations::is_starter(&word) || abbreviations::is_starter(plain);
        !self.next_is_initial && is_starter
    }

    /// A capital letter by itself that is no word: the `A` of `Fig. A`.
    fn next_is_letter(&self) -> bool {
        self.next.len() == 1 && !matches!(self.next, "I" | "a" | "y" | "o")
    }

    /// Begins small and goes on with capitals: `mRNA`, `pH`.
    fn next_is_mixed(&self) -> bool {
        let mut letters = self.next.chars().skip(1);
        letters.any(char::is_uppercase)
    }
}

/// The ending of an abbreviation. In capitals most of them are something else: `MS`, `EST`.
fn abbreviation(before: &Before<'_>, word: &str) -> Option<Ending> {
    if matches!(word, "a.m" | "p.m") && before.previous.is_none() && before.all_capitals {
        return Some(Ending::BeforeStarter);
    }
    if word.contains('.') && !before.is_number {
        return Some(abbreviations::ending(word).unwrap_or(Ending::BeforeStarter));
    }
    if before.all_capitals && !matches!(word, "ee" | "uu") {
        return None;
    }
    if word == "al" {
        let et = before.previous == Some("et");
        return et.then_some(Ending::BeforeStarter);
    }
    if word == "m" && matches!(before.previous, Some("a" | "p")) {
        return Some(Ending::BeforeCapital);
    }
    if matches!((before.previous, word), (Some("e"), "g") | (Some("i"), "e")) {
        return Some(Ending::Never);
    }
    let capital_needed = abbreviations::is_also_a_word(word) && !before.capitalised;
    abbreviations::ending(word).filter(|_| !capital_needed)
}

/// How many bytes end marks take, those with spaces between them (`. . .`) too.
fn marks(text: &str) -> usize {
    let is_mark = |c: char| matches!(c, '.' | '!' | '?') || is_stop(c);
    let mut end = text.len() - text.trim_start_matches(is_mark).len();
    while let Some(rest) = text[end..].strip_prefix(" .") {
        let more = rest.len() - rest.trim_start_matches('.').len();
        if !(rest.is_empty() || rest[more..].starts_with(char::is_whitespace)) {
            break;
        }
        end += 2 + more;
    }
    end
}

fn kind(marks: &str) -> Kind {
    if marks.chars().any(is_wide_stop) {
        Kind::Wide
    } else if marks.contains(['!', '?']) {
        Kind::Mark
    } else if marks == "." {
        Kind::Full
    } else {
        Kind::Ellipsis
    }
}

/// How many bytes the number of a reference takes that stands behind a sentence: `[12]`, `¹`, and `pain.3 The`.
fn reference(text: &str, before: Option<char>) -> usize {
    if let Some(rest) = text.strip_prefix('[') {
        let inside = rest.trim_start_matches(|c: char| c.is_ascii_digit() || ",-– ".contains(c));
        return match inside.strip_prefix(']') {
            Some(behind) if inside.len() < rest.len() => text.len() - behind.len(),
            _ => 0,
        };
    }
    let raised = text.trim_start_matches(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰']);
    if raised.len() < text.len() {
        return text.len() - raised.len();
    }
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit() || ",-–".contains(c));
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    let after_letter = before.is_some_and(|c| c.is_lowercase() || c == ')');
    if is_number && after_letter && behind.starts_with(char::is_whitespace) {
        text.len() - behind.len()
    } else {
        0
    }
}

/// How far back a bracket is looked for, in bytes.
const BRACKET: usize = 300;

/// Whether a text begins with digits that belong to what stands before: a sign follows that no sentence has behind its
/// first word (`62. 5%`), or a range goes on (`0. 8 to 1. 2`), or a bracket is still open (`(mean 4. 4 days)`).
fn is_held_number(text: &str, before: &[u8]) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if behind.len() == text.len() {
        return false;
    }
    let near = &before[before.len().saturating_sub(BRACKET)..];
    let bracket = near.iter().rev().find(|b| b"()[]".contains(b));
    let range = behind
        .strip_prefix(" to ")
        .map(|end| end.trim_start_matches('-'));
    behind.starts_with(['%', ')', ']', ',', ';', '-', '–', '°'])
        || range.is_some_and(|end| end.starts_with(|c: char| c.is_ascii_digit()))
        || bracket.is_some_and(|b| b"([".contains(b))
}

fn first_word(text: &str) -> &str {
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let end = text.find(|c: char| !is_inside(c)).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use crate::readability::text::Text;

    fn sentences(text: &str) -> usize {
        Text::new(text).sentences().len()
    }

    #[test]
    fn decimals_with_a_space_in_them_do_not_end_a_sentence() {
        assert_eq!(sentences("Fidelity was moderate (67. 7%)."), 1);
        assert_eq!(sentences("The risk was 18. 5% in one group."), 1);
        assert_eq!(sentences("They sat for a 4. 5-month period."), 1);
        assert_eq!(
            sentences("The interval was -1. 20 to 3. 90; it was wide."),
            1
        );
        assert_eq!(sentences("It was rare (risk 1. 5 per year) there."), 1);
        assert_eq!(sentences("The p value was 0. 0211 then."), 1);
        assert_eq!(sentences("Some stimuli (e. g. red and blue) differ."), 1);
    }

    #[test]
    fn a_sentence_may_begin_with_a_number() {
        assert_eq!(sentences("We asked 45. 30 people came."), 2);
        assert_eq!(
            sentences("The study (of 12 people) began in 2019. 12 patients left."),
            2
        );
    }
}
