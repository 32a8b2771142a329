//! Words that a plain one can stand for.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::{Mentions, Run, is_name};
use crate::lint::replace;
use crate::lint::words::{Found, Lexicon};
use crate::lint::{Audience, Lint, Subject, Voice};
use crate::model::WordRule;
use crate::source::Span;
use std::collections::HashSet;
use std::ops::Range;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB703",
        name: "hard-word",
        severity: Severity::Warning,
        summary: "A plain word can stand for a hard one.",
        page: include_str!("hard-word.md"),
    },
    check,
};

/// Words before a hard one that is just being taught: "this is called hypertension".
const INTRODUCTIONS: [&str; 4] = ["called", "named", "termed", "as"];

/// Behind a comma after a hard word: what follows explains it.
const EXPLANATIONS: [&str; 6] = ["or", "which", "that", "meaning", "also", "a"];

/// What to do where the word must stay; the word follows.
const LEARN_IT: &str = "if readers must learn it, explain it in content/glossary.yaml and write [[";

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut all: Vec<(&Run<'_>, Found<'_>)> = Vec::new();
    let mut explained: HashSet<Span> = HashSet::new();
    for (run, lexicon) in subject.texts(WordRule::HardWord) {
        for found in used(lexicon, run) {
            if is_explained(run, &found.words) {
                explained.insert(found.entry.place);
            }
            all.push((run, found));
        }
    }
    for (run, found) in all {
        if explained.contains(&found.entry.place) || is_in_glossary(subject, run, &found.words) {
            continue;
        }
        if let Some(severity) = severity(subject.audience, &found) {
            diagnostics.push(tell(run, &found, severity));
        }
    }
}

/// What is used in the author's own voice.
fn used<'l>(lexicon: &'l Lexicon, run: &Run<'_>) -> Vec<Found<'l>> {
    let mut mentions = Mentions::default();
    let mut found = lexicon.find(run);
    found.retain(|found| {
        let shown = mentions.holds(run, &found.words);
        run.voice(&found.words) == Voice::Author && !shown && !is_name(run, &found.words)
    });
    found
}

/// How serious a word is for some readers. What patients need not know is no matter in a text for staff, and what is only
/// worth knowing for patients is not worth a line there.
fn severity(audience: Audience, found: &Found<'_>) -> Option<Severity> {
    let entry = found.entry;
    match audience {
        Audience::Everybody => Some(entry.severity),
        Audience::Curious | Audience::Staff if entry.severity == Severity::Info => None,
        Audience::Staff if entry.for_patients => None,
        Audience::Curious | Audience::Staff => Some(Severity::Info),
    }
}

fn tell(run: &Run<'_>, found: &Found<'_>, severity: Severity) -> Diagnostic {
    let written = run.phrase(&found.words);
    let why = match found.entry.why.as_str() {
        "" if found.words.len() > 1 => "says it the long way",
        "" => "is a hard word",
        why => why,
    };
    let message = ["\"", written, "\" ", why, "; say \"", found.say, "\""].concat();
    let mut told = Diagnostic::new(&LINT.rule, run.span(&found.words), message);
    told.severity = severity;
    if found.entry.for_patients {
        let term = written.to_lowercase();
        told = told.help([LEARN_IT, &term, "]]"].concat());
    }
    told.fixes = replace::fix(run, found).into_iter().collect();
    told
}

/// Whether the text itself says what the words mean: "hypertension (high blood pressure)".
fn is_explained(run: &Run<'_>, words: &Range<usize>) -> bool {
    let behind = run.gap(words.end).trim_start();
    let before = run.gap(words.start).trim_end();
    let next = run.word(words.end);
    let introduced = run.is_joined(words.start)
        && INTRODUCTIONS.contains(&run.word(words.start - 1))
        && (run.word(words.start - 1) != "as" || knows(run, words.start));
    behind.starts_with('(')
        || before.ends_with('(')
        || (behind.starts_with(',') && EXPLANATIONS.contains(&next))
        || (behind.is_empty() && next == "means")
        || introduced
}

/// "known as", "referred to as"
fn knows(run: &Run<'_>, at: usize) -> bool {
    let from = at.saturating_sub(3);
    (from..at).any(|at| matches!(run.word(at), "known" | "referred"))
}

/// Whether the glossary explains the words, here with a link or for the whole site.
fn is_in_glossary(subject: &Subject<'_>, run: &Run<'_>, words: &Range<usize>) -> bool {
    if run.is_term(words) {
        return true;
    }
    let terms = &subject.site.shared.terms;
    if terms.is_empty() {
        return false;
    }
    let phrase = run.folded_phrase(words);
    let singular = phrase.strip_suffix('s').unwrap_or(&phrase);
    terms.contains_key(&*phrase) || terms.contains_key(singular)
}
