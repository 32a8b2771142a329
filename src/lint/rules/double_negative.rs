//! Two negatives in one clause.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::{Run, WordSet};
use crate::lint::{Lint, Subject, Voice};
use std::ops::Range;
use std::sync::LazyLock;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB705",
        name: "double-negative",
        severity: Severity::Warning,
        summary: "Two negatives stand in one clause.",
        page: include_str!("double-negative.md"),
    },
    check,
};

/// Words that say no.
const NEGATIVES: [&str; 6] = ["not", "never", "cannot", "hardly", "neither", "without"];

/// Words that say no and have a "not" behind them.
const NOTHING: [&str; 3] = ["no", "nobody", "nothing"];

/// What two negatives begin with, beside contractions.
static FIRST: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(NEGATIVES.into_iter().chain(NOTHING)));

/// May stand between a negative and what it turns around.
const ADVERBS: [&str; 12] = [
    "at",
    "all",
    "very",
    "so",
    "too",
    "entirely",
    "completely",
    "always",
    "necessarily",
    "be",
    "an",
    "a",
];

/// Words that say no inside themselves.
const NEGATED: &[&str] = &[
    "dishonest",
    "disloyal",
    "dissatisfied",
    "dissimilar",
    "illogical",
    "immaterial",
    "impossible",
    "improbable",
    "improper",
    "inaccurate",
    "inappropriate",
    "incapable",
    "incompatible",
    "inconsistent",
    "inconvenient",
    "incorrect",
    "ineffective",
    "infrequent",
    "infrequently",
    "insignificant",
    "insufficient",
    "intolerable",
    "invisible",
    "irrelevant",
    "irresponsible",
    "irreversible",
    "unacceptable",
    "unable",
    "unavoidable",
    "unaware",
    "uncertain",
    "unclear",
    "uncomfortable",
    "uncommon",
    "uncommonly",
    "unconcerned",
    "undesirable",
    "unexpected",
    "unfair",
    "unfamiliar",
    "unhappy",
    "unhealthy",
    "unhelpful",
    "unimportant",
    "uninteresting",
    "unkind",
    "unlike",
    "unlikely",
    "unnecessary",
    "unpleasant",
    "unreasonable",
    "unrelated",
    "unreliable",
    "unsafe",
    "unsatisfied",
    "unsuitable",
    "unusual",
    "unusually",
    "unwelcome",
    "unwell",
    "unwilling",
    "unwise",
    "without",
];

/// Nothing and nobody, which a negative before them turns into something.
const NONE: [&str; 6] = ["no", "nothing", "nobody", "nowhere", "none", "never"];

/// Verbs that say no when "to" follows.
const FAILING: [&str; 6] = ["fail", "fails", "failed", "neglect", "neglects", "omit"];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let first = &*FIRST;
    for run in subject.english() {
        let may_begin = |at: &usize| first.holds(run, *at) || run.may_have_apostrophe(*at);
        let mut from = 0;
        while let Some(at) = (from..run.len()).find(may_begin) {
            let Some(words) = double_at(run, at) else {
                from = at + 1;
                continue;
            };
            from = words.end;
            if run.voice(&words) == Voice::Author {
                diagnostics.push(tell(subject, run, &words));
            }
        }
    }
}

fn tell(subject: &Subject<'_>, run: &Run<'_>, words: &Range<usize>) -> Diagnostic {
    let message = format!("\"{}\" says no twice", run.phrase(words));
    let mut told = Diagnostic::new(&LINT.rule, run.span(words), message)
        .help("say it the positive way: \"common\" instead of \"not uncommon\"");
    told.severity = subject.audience.severity();
    told
}

fn double_at(run: &Run<'_>, at: usize) -> Option<Range<usize>> {
    let word = run.word(at);
    let end = if is_negative(word) {
        // "Whether or not unusual": here "not" is the other half of a choice.
        if at > 0 && run.is_joined(at) && run.word(at - 1) == "or" {
            return None;
        }
        let adverbs = joined(run, at + 1).take_while(|&at| ADVERBS.contains(&run.word(at)));
        let next = at + 1 + adverbs.take(2).count();
        turned(run, next).or_else(|| none_behind(run, at))?
    } else if NOTHING.contains(&word) {
        reason_not(run, at)?
    } else {
        return None;
    };
    Some(at..end)
}

fn is_negative(word: &str) -> bool {
    NEGATIVES.contains(&word) || word.ends_with("n't")
}

/// The words from one on that follow each other without a mark between.
fn joined<'r>(run: &'r Run<'_>, from: usize) -> impl Iterator<Item = usize> + 'r {
    (from..run.len()).take_while(|&at| run.is_joined(at))
}

/// "not uncommon", "never fail to"
fn turned(run: &Run<'_>, at: usize) -> Option<usize> {
    let word = run.word(at);
    let is_negated = NEGATED.contains(&word);
    let fails = FAILING.contains(&word) && run.word(at + 1) == "to";
    let joined = run.is_joined(at);
    if joined && fails {
        return Some(at + 2);
    }
    (joined && is_negated).then_some(at + 1)
}

/// "don't need no pills": within the next three words.
fn none_behind(run: &Run<'_>, at: usize) -> Option<usize> {
    let is_contraction = run.word(at).ends_with("n't") || run.word(at) == "cannot";
    let near = joined(run, at + 1).take(3);
    let mut none = near.filter(|&at| NONE.contains(&run.word(at)));
    let found =
        none.find(|&at| !matches!(run.word(at + 1), "more" | "longer" | "later" | "matter"))?;
    is_contraction.then_some(found + 1)
}

/// "no reason not to", "nothing that is not"
fn reason_not(run: &Run<'_>, at: usize) -> Option<usize> {
    let near = joined(run, at + 1).take(3);
    let mut not = near.filter(|&at| run.word(at) == "not" || run.word(at).ends_with("n't"));
    let found = not.next()?;
    (run.word(found - 1) != "or").then_some(found + 1)
}
