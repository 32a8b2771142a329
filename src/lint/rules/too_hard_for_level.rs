//! Pages that are harder to read than their level may be, told at the sentences that make them so.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::levels::{HardPassage, PageLevel, is_harder};
use crate::lint::{Lint, Subject};
use crate::model::WordRule;
use crate::readability::hardness::Reason;
use crate::source::Span;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB722",
        name: "too-hard-for-level",
        severity: Severity::Warning,
        summary: "A page measures harder than its reading level may be.",
        page: include_str!("too-hard-for-level.md"),
    },
    check,
};

/// How many words of a kind are named.
const WORDS: usize = 4;

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some((level, name)) = subject.level() else {
        return;
    };
    let Some((grade, target)) = level.over() else {
        return;
    };
    let fails = is_harder(grade - target, subject.site.config.readability.fail_above);
    let severity = if fails && !level.is_estimate() {
        Severity::Error
    } else {
        Severity::Warning
    };
    let measured = format!(
        "the page measures grade {grade:.1} by {}{}, and \"{name}\" may have {target}",
        level.formula,
        if level.is_estimate() {
            " (an estimate, as it is short)"
        } else {
            ""
        },
    );
    for passage in told(level) {
        let mut fault =
            Diagnostic::new(&LINT.rule, passage.span, message(passage, &measured, grade));
        fault.severity = severity;
        diagnostics.push(fault.help(help(subject, level, passage)));
    }
    if level.hardest.is_empty()
        && let Some((_, page)) = subject.page()
    {
        let start = Span::start_of(page.parsed.value.file);
        let mut fault = Diagnostic::new(&LINT.rule, start, measured);
        fault.severity = severity;
        diagnostics.push(fault.help("say it in shorter words"));
    }
}

/// The sentences to rewrite: those that raise the grade, or the hardest one when the grade comes from all together.
fn told(level: &PageLevel) -> Vec<&HardPassage> {
    let raising = level.hardest.iter().filter(|p| p.without < level.grade);
    let raising: Vec<&HardPassage> = raising.collect();
    if raising.is_empty() {
        level.hardest.iter().take(1).collect()
    } else {
        raising
    }
}

fn message(passage: &HardPassage, measured: &str, grade: f64) -> String {
    match passage.without {
        Some(without) if is_harder(grade, without) => {
            format!("this sentence is hard: {measured}; without it, it would be {without:.1}")
        }
        _ => format!("this sentence is hard, like others here: {measured}"),
    }
}

fn help(subject: &Subject<'_>, level: &PageLevel, passage: &HardPassage) -> String {
    let mut parts = reasons(passage);
    let says = replacements(subject, passage.span);
    if !says.is_empty() {
        parts.push(says.join(", "));
    }
    let unlinked = level.terms.iter().filter(|term| !term.is_explained);
    let here = |term: &str| passage.text.to_lowercase().contains(&term.to_lowercase());
    let mut unlinked = unlinked.filter(|term| here(&term.term));
    if let Some(term) = unlinked.next() {
        parts.push(format!(
            "the glossary has \"{0}\": link it, [[{0}]]",
            term.term
        ));
    } else if says.is_empty() && !named(passage).is_empty() {
        let word = named(passage).swap_remove(0).to_lowercase();
        parts.push(format!(
            "use an easier word for \"{word}\", or explain it: in parentheses where it is first used, or in \
             content/glossary.yaml"
        ));
    }
    if parts.is_empty() {
        parts.push("say it in shorter sentences and shorter words".to_owned());
    }
    parts.join("; ")
}

/// What makes a sentence hard, as a person says it.
fn reasons(passage: &HardPassage) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rare: Vec<&str> = Vec::new();
    for reason in &passage.reasons {
        match reason {
            Reason::Long { words, .. } => parts.push(format!("it has {words} words: split it")),
            Reason::RareWords { words, .. } => {
                rare = words
                    .iter()
                    .map(|word| word.written.as_str())
                    .take(WORDS)
                    .collect();
                parts.push(format!("rare words: {}", rare.join(", ")));
            }
        }
    }
    let long = passage.long_words.iter().map(String::as_str);
    let long: Vec<&str> = long
        .filter(|word| !rare.contains(word))
        .take(WORDS)
        .collect();
    if !long.is_empty() {
        parts.push(format!("long words: {}", long.join(", ")));
    }
    parts
}

/// The words that were named, the rarest first.
fn named(passage: &HardPassage) -> Vec<&str> {
    let rare = passage.reasons.iter().find_map(|reason| match reason {
        Reason::RareWords { words, .. } => Some(words.iter().map(|w| w.written.as_str()).collect()),
        Reason::Long { .. } => None,
    });
    rare.unwrap_or_else(|| passage.long_words.iter().map(String::as_str).collect())
}

/// Plain words for hard ones inside a place.
fn replacements(subject: &Subject<'_>, place: Span) -> Vec<String> {
    let mut says: Vec<String> = Vec::new();
    for (run, lexicon) in subject.texts(WordRule::HardWord) {
        let whole = run.span(&(0..run.len()));
        if whole.file != place.file || whole.end <= place.start || place.end <= whole.start {
            continue;
        }
        for found in lexicon.find(run) {
            let span = run.span(&found.words);
            let say = format!("say \"{}\" for \"{}\"", found.say, run.phrase(&found.words));
            if place.start <= span.start && span.end <= place.end && !says.contains(&say) {
                says.push(say);
            }
        }
    }
    says.truncate(WORDS);
    says
}
