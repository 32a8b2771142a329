//! Instructions that do not say when.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::{Phrases, Run, WordSet};
use crate::lint::{Audience, Lint, Subject, Voice};
use std::ops::Range;
use std::sync::LazyLock;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB706",
        name: "vague-time",
        severity: Severity::Warning,
        summary: "An instruction does not say when or how often.",
        page: include_str!("vague-time.md"),
    },
    check,
};

/// What stands for a time and gives none.
const VAGUE: &[&str] = &[
    "as needed",
    "as necessary",
    "as required",
    "when needed",
    "when necessary",
    "if needed",
    "regularly",
    "on a regular basis",
    "periodically",
    "occasionally",
    "from time to time",
    "frequently",
    "routinely",
    "soon",
    "shortly",
    "in the near future",
    "for a while",
    "for some time",
    "in a timely manner",
];

/// The same, ready to be searched for.
static PHRASES: LazyLock<Phrases<&str>> =
    LazyLock::new(|| Phrases::new(VAGUE.iter().map(|phrase| (*phrase, *phrase))));

/// Say for what, or when, where they follow: "as needed for pain", "regularly at eight".
const ANSWERS: [&str; 10] = [
    "for", "if", "when", "whenever", "until", "after", "before", "every", "at", "as",
];

/// Before "soon" it is no time.
const NO_TIME: [&str; 6] = ["as", "too", "how", "very", "so", "quite"];

/// What patients are told to do, and what others promise to do.
static ACTIONS: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new([
        "apply", "ask", "bring", "call", "change", "check", "clean", "come", "contact", "drink",
        "eat", "empty", "exercise", "feed", "follow", "get", "give", "go", "inject", "keep",
        "look", "measure", "meet", "monitor", "move", "phone", "practice", "read", "record",
        "refill", "remove", "repeat", "replace", "rest", "return", "rinse", "schedule", "see",
        "send", "sleep", "spray", "start", "stop", "stretch", "swallow", "take", "talk", "tell",
        "test", "text", "try", "turn", "use", "visit", "walk", "wash", "wear", "weigh", "write",
    ])
});

/// What an action stands behind in an instruction, when it does not begin it.
const LEADS: [&str; 22] = [
    "you", "should", "must", "to", "please", "and", "or", "then", "not", "may", "can", "will",
    "always", "never", "we", "also", "now", "don't", "they", "just", "first", "might",
];

/// Units that make a time of a number.
const UNITS: [&str; 16] = [
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "daily", "weekly", "monthly", "nightly",
];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if subject.audience == Audience::Staff {
        return;
    }
    let phrases = &*PHRASES;
    for run in subject.english() {
        let mut from = 0;
        while let Some(at) = phrases.next(run, from) {
            let Some(words) = vague_at(phrases, run, at) else {
                from = at + 1;
                continue;
            };
            from = words.end;
            if run.voice(&words) == Voice::Author && is_instruction(run, &words) {
                diagnostics.push(tell(subject, run, &words));
            }
        }
    }
}

fn tell(subject: &Subject<'_>, run: &Run<'_>, words: &Range<usize>) -> Diagnostic {
    let message = format!("\"{}\" does not say when", run.phrase(words));
    let mut told = Diagnostic::new(&LINT.rule, run.span(words), message)
        .help("name the time or the sign: \"every 6 hours\", \"when the pain keeps you awake\"");
    told.severity = subject.audience.severity();
    told
}

fn vague_at(phrases: &Phrases<&str>, run: &Run<'_>, at: usize) -> Option<Range<usize>> {
    let is_whole = |end: usize| (at + 1..end).all(|at| run.is_joined(at));
    let (end, phrase) = phrases.at(run, at).find(|(end, _)| is_whole(*end))?;
    let words = at..end;
    let answered = run.is_joined(words.end) && ANSWERS.contains(&run.word(words.end));
    let no_time = phrase == "soon" && run.is_joined(at) && NO_TIME.contains(&run.word(at - 1));
    (!answered && !no_time && !has_time(run, &words)).then_some(words)
}

/// Whether the sentence gives a time of its own; "as needed" wants to hear for what all the same.
fn has_time(run: &Run<'_>, words: &Range<usize>) -> bool {
    let is_need = run.word(words.end - 1) == "needed";
    let mut others = run.sentence(words.start).filter(|at| !words.contains(at));
    !is_need && others.any(|at| UNITS.contains(&run.word(at)))
}

/// Whether the sentence tells somebody to do something, or promises it.
fn is_instruction(run: &Run<'_>, words: &Range<usize>) -> bool {
    let actions = &*ACTIONS;
    let sentence = run.sentence(words.start);
    sentence.clone().any(|at| {
        let leads = || {
            at == words.end
                || at == sentence.start
                || !run.is_joined(at)
                || LEADS.contains(&run.word(at - 1))
        };
        actions.holds(run, at) && leads()
    })
}
