//! Runs of words in capitals.

use super::undefined_abbreviation::{is_capitals, is_loud_word};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::Run;
use crate::lint::{Lint, Subject, Voice};
use std::ops::Range;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB708",
        name: "all-capitals",
        severity: Severity::Warning,
        summary: "Several words stand in capitals.",
        page: include_str!("all-capitals.md"),
    },
    check,
};

/// Words in a row that are a run.
const MANY: usize = 3;

/// Letters that two words must have together to be a run.
const LETTERS_OF_TWO: usize = 10;

/// Words that are longer are no abbreviations.
const LONGEST_ABBREVIATION: usize = 5;

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for run in subject.english() {
        let mut from = 0;
        while let Some(at) = run.find(from, |look| look.may_be_loud) {
            let end = run_end(run, at);
            let words = at..end;
            if is_loud(run, &words) && run.voice(&words) == Voice::Author {
                diagnostics.push(tell(subject, run, &words));
            }
            from = end.max(at + 1);
        }
    }
}

/// The word behind the capitals that begin at a word; "A" and "I" count inside.
fn run_end(run: &Run<'_>, start: usize) -> usize {
    if !is_capitals(run.shown(start)) {
        return start;
    }
    let goes_on = |at: &usize| {
        let shown = run.shown(*at);
        run.is_joined(*at) && (is_capitals(shown) || matches!(shown, "A" | "I"))
    };
    let mut end = start + 1 + (start + 1..run.len()).take_while(goes_on).count();
    while matches!(run.shown(end - 1), "A" | "I") {
        end -= 1;
    }
    end
}

fn is_loud(run: &Run<'_>, words: &Range<usize>) -> bool {
    let is_word = |at: &usize| {
        let word = run.word(*at);
        word.len() > LONGEST_ABBREVIATION || matches!(word, "do" | "it") || is_loud_word(word)
    };
    let real = words.clone().filter(is_word).count();
    let letters: usize = words.clone().map(|at| run.word(at).len()).sum();
    let enough = words.len() >= MANY || (words.len() == 2 && letters >= LETTERS_OF_TWO);
    enough && real >= 2
}

fn tell(subject: &Subject<'_>, run: &Run<'_>, words: &Range<usize>) -> Diagnostic {
    let message = format!("\"{}\" stands in capitals", run.phrase(words));
    let mut told = Diagnostic::new(&LINT.rule, run.span(words), message)
        .help("write it in small letters; **bold** says that it matters, and can be read faster");
    told.severity = subject.audience.severity();
    told
}
