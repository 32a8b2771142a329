//! Many nouns in a row.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::{Run, WordSet};
use crate::lint::{Lint, Subject, Voice};
use std::ops::Range;
use std::sync::LazyLock;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB704",
        name: "noun-string",
        severity: Severity::Warning,
        summary: "Four nouns or more stand in a row.",
        page: include_str!("noun-string.md"),
    },
    check,
};

/// How many nouns in a row are hard to read.
const MANY: usize = 4;

/// Nouns that stand before other nouns. Words that are often verbs are left out, but for those that a string
/// needs.
static NOUNS: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new([
        "abuse",
        "access",
        "account",
        "addiction",
        "adult",
        "agency",
        "agent",
        "alcohol",
        "anxiety",
        "appointment",
        "area",
        "blood",
        "board",
        "body",
        "bone",
        "brain",
        "breast",
        "cancer",
        "care",
        "case",
        "cell",
        "center",
        "centre",
        "chart",
        "child",
        "clinic",
        "community",
        "consent",
        "control",
        "cost",
        "crisis",
        "data",
        "database",
        "day",
        "death",
        "depression",
        "device",
        "diabetes",
        "diet",
        "disease",
        "disorder",
        "doctor",
        "dosage",
        "dose",
        "drug",
        "education",
        "emergency",
        "event",
        "evidence",
        "facility",
        "family",
        "fever",
        "form",
        "glucose",
        "group",
        "guideline",
        "health",
        "heart",
        "history",
        "home",
        "hospital",
        "hour",
        "illness",
        "infection",
        "injury",
        "insurance",
        "intake",
        "joint",
        "kidney",
        "knee",
        "lab",
        "laboratory",
        "level",
        "list",
        "liver",
        "lung",
        "medicine",
        "member",
        "month",
        "mood",
        "mortality",
        "mouth",
        "muscle",
        "naloxone",
        "nerve",
        "night",
        "nurse",
        "opioid",
        "outcome",
        "outcomes",
        "overdose",
        "oxygen",
        "pain",
        "parent",
        "patient",
        "pharmacy",
        "phone",
        "physician",
        "pill",
        "policy",
        "population",
        "pregnancy",
        "prescriber",
        "prescription",
        "pressure",
        "prevention",
        "primary",
        "problem",
        "procedure",
        "process",
        "product",
        "program",
        "programme",
        "protocol",
        "provider",
        "quality",
        "record",
        "refill",
        "registry",
        "rehab",
        "research",
        "response",
        "result",
        "risk",
        "room",
        "safety",
        "school",
        "score",
        "service",
        "services",
        "side",
        "site",
        "skill",
        "skin",
        "sleep",
        "staff",
        "state",
        "status",
        "strategy",
        "stroke",
        "student",
        "substance",
        "sugar",
        "suicide",
        "surgery",
        "symptom",
        "syndrome",
        "system",
        "taper",
        "team",
        "technology",
        "therapist",
        "therapy",
        "time",
        "tissue",
        "tool",
        "trial",
        "unit",
        "user",
        "vaccine",
        "veteran",
        "visit",
        "ward",
        "website",
        "week",
        "weight",
        "withdrawal",
        "work",
        "workflow",
        "wound",
        "year",
    ])
});

/// Nouns that are verbs too: they can only be the last one of a string.
const LAST: [&str; 12] = [
    "plan", "plans", "use", "test", "tests", "report", "reports", "review", "support", "screen",
    "check", "call",
];

/// Words with such an ending that are often something else.
const NOT_NOUNS: [&str; 14] = [
    "mention",
    "question",
    "implement",
    "complement",
    "experiment",
    "balance",
    "advance",
    "influence",
    "reference",
    "experience",
    "sentence",
    "once",
    "hence",
    "silence",
];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for run in subject.english() {
        let mut from = 0;
        while let Some(words) = next_string(run, from) {
            from = words.end;
            let is_long = words.len() >= MANY;
            if is_long && run.voice(&words) == Voice::Author && !is_title(run, &words) {
                diagnostics.push(tell(subject, run, &words));
            }
        }
    }
}

/// The next nouns in a row at or behind a word, and perhaps shorter ones: strings that are too short to be told are
/// stepped over where a look at one word shows it.
fn next_string(run: &Run<'_>, mut from: usize) -> Option<Range<usize>> {
    // All words but the last of a string are nouns: every long string has one at a step.
    const STEP: usize = MANY - 1;
    while !is_noun_at(run, from + STEP - 1) {
        from += STEP;
        if from >= run.len() {
            return None;
        }
    }
    let mut start = from + STEP - 1;
    while start > from && is_spaced(run, start) && is_noun_at(run, start - 1) {
        start -= 1;
    }
    Some(start..string_end(run, start))
}

/// The word behind the nouns that begin at a word; a plural is the last one of a string.
fn string_end(run: &Run<'_>, start: usize) -> usize {
    let mut end = start;
    while end < run.len() && (end == start || is_spaced(run, end)) {
        if is_noun_at(run, end) {
            end += 1;
            continue;
        }
        let word = run.word(end);
        let is_last = end > start && (is_plural(word) || LAST.contains(&word));
        return if is_last { end + 1 } else { end };
    }
    end
}

fn is_plural(word: &str) -> bool {
    match word.strip_suffix("ies") {
        Some(stem) => is_noun(&format!("{stem}y")),
        None => word.strip_suffix('s').is_some_and(is_noun),
    }
}

/// Whether only spaces part a word from the one before: a hyphen makes one word of two.
fn is_spaced(run: &Run<'_>, at: usize) -> bool {
    run.gap(at).chars().all(char::is_whitespace)
}

fn is_noun_at(run: &Run<'_>, at: usize) -> bool {
    NOUNS.holds(run, at) || is_noun_by_ending(run.word(at))
}

fn is_noun(word: &str) -> bool {
    NOUNS.has(word) || is_noun_by_ending(word)
}

fn is_noun_by_ending(word: &str) -> bool {
    has_ending(word) && !NOT_NOUNS.contains(&word)
}

/// Whether a long word has an ending that makes a noun of it.
fn has_ending(word: &str) -> bool {
    let last = word.as_bytes().last_chunk().filter(|_| word.len() > 6);
    match last {
        Some(b"tion" | b"sion" | b"ment" | b"ness" | b"ship" | b"ance" | b"ence") => true,
        Some(b"logy") => word.ends_with("ology"),
        Some(b"lity") => word.ends_with("ability"),
        _ => false,
    }
}

/// Names of programs and headings in capitals.
fn is_title(run: &Run<'_>, words: &Range<usize>) -> bool {
    let mut words = words.clone();
    words.all(|at| run.shown(at).starts_with(char::is_uppercase))
}

fn tell(subject: &Subject<'_>, run: &Run<'_>, words: &Range<usize>) -> Diagnostic {
    let message = format!(
        "\"{}\" puts {} nouns in a row",
        run.phrase(words),
        words.len()
    );
    let mut told = Diagnostic::new(&LINT.rule, run.span(words), message)
        .help("begin with the last noun, and join the others with \"of\", \"for\" or a verb");
    told.severity = subject.audience.severity();
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::RunKind;
    use crate::lint::prose::Prose;
    use crate::source::{FileId, Span, Spanned};

    #[test]
    fn a_string_is_found_wherever_it_begins() {
        let lead = ["they", "so", "who", "when", "how"];
        for before in 0..=lead.len() {
            let text = format!("{} patient safety risk plans too", lead[..before].join(" "));
            let mut prose = Prose::default();
            let span = Span::start_of(FileId::of_path("a.md"));
            prose.push_text(&Spanned::new(text, span), None, "en", RunKind::Paragraph);
            let mut found = Vec::new();
            let mut from = 0;
            while let Some(words) = next_string(&prose.runs[0], from) {
                from = words.end;
                found.push(words);
            }
            let string = before..before + 4;
            assert!(found.contains(&string), "{before}: {found:?}");
        }
    }

    #[test]
    fn long_words_are_nouns_by_their_endings() {
        for noun in [
            "infection",
            "statement",
            "tolerance",
            "cardiology",
            "disability",
        ] {
            assert!(is_noun(noun), "{noun}");
        }
        for other in ["ration", "analogy", "mobility", "question", "walking"] {
            assert!(!is_noun(other), "{other}");
        }
    }
}
