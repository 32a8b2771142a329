//! Negatives in what a question asks that are easy to read over.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::{Lint, Run, Subject, Voice};
use crate::model::{Interaction, NodeKind, Question, Tree};
use crate::source::Span;
use std::ops::Range;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB455",
        name: "unstressed-negative",
        severity: Severity::Warning,
        summary: "A question asks for what is not so, in a word that is easy to miss.",
        page: include_str!("unstressed-negative.md"),
    },
    check,
};

/// The words that the rule goes by, in small letters.
struct Words {
    negatives: &'static [&'static str],
    /// Turn the whole question round wherever they stand, but at its beginning.
    exceptions: &'static [&'static str],
    /// Negative behind one of `articles`: "the least likely", not "at least".
    least: &'static str,
    articles: &'static [&'static str],
    /// Begin what is asked. "Why" and "how" are left out: they ask about a negative, and not for one.
    asking: &'static [&'static str],
    /// Begin a part of a sentence that only describes: a negative behind them does not turn the question round.
    describing: &'static [&'static str],
}

const ENGLISH: Words = Words {
    negatives: &["not", "never"],
    exceptions: &["except", "excepting"],
    least: "least",
    articles: &["the", "is", "are", "be", "you"],
    asking: &[
        "which", "what", "who", "whom", "whose", "when", "where", "all",
    ],
    describing: &[
        "that", "who", "whom", "whose", "because", "if", "when", "while", "since", "although",
        "though", "until", "whether", "so", "and", "but", "or",
    ],
};

const SPANISH: Words = Words {
    negatives: &["no", "nunca", "jamás"],
    exceptions: &["excepto", "salvo"],
    least: "menos",
    articles: &["el", "la", "es", "son"],
    asking: &[
        "qué", "cuál", "cuáles", "quién", "quiénes", "cuándo", "dónde", "todas", "todos",
    ],
    describing: &[
        "que", "quien", "quienes", "porque", "si", "cuando", "mientras", "aunque", "como", "y",
        "pero", "o",
    ],
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let words = match subject.part.lang(subject.site).split('-').next() {
        Some("en") => &ENGLISH,
        Some("es") => &SPANISH,
        _ => return,
    };
    let Some(tree) = subject.part.tree() else {
        return;
    };
    for question in subject.part.questions() {
        if is_checked(&question.interaction) {
            let runs = stem_runs(subject, question, tree);
            tell(question, tree, &runs, words, diagnostics);
        }
    }
}

/// Whether one answer to what is asked is right: a task to sort or to think about may well hold a negative.
fn is_checked(interaction: &Interaction) -> bool {
    matches!(
        interaction,
        Interaction::Choice { .. }
            | Interaction::TrueFalse { .. }
            | Interaction::FillIn { .. }
            | Interaction::Numeric { .. }
    )
}

fn stem_runs<'s, 'a>(
    subject: &'s Subject<'a>,
    question: &Question,
    tree: &Tree,
) -> Vec<&'s Run<'a>> {
    let stem = question.stem.nodes(tree).map(|node| node.span());
    let stem: Vec<Span> = stem.collect();
    let runs = subject.prose.runs.iter();
    runs.filter(|run| {
        let first = run.span(&(0..1));
        stem.iter().any(|root| holds(*root, first))
    })
    .collect()
}

fn tell(
    question: &Question,
    tree: &Tree,
    runs: &[&Run<'_>],
    words: &Words,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let states = matches!(question.interaction, Interaction::TrueFalse { .. });
    for (run, sentence) in asking(runs) {
        for at in sentence.clone() {
            let word = at..at + 1;
            if !is_negative(run, &sentence, at, words, states)
                || run.voice(&word) == Voice::Mention
                || is_stressed(question, tree, run, at)
            {
                continue;
            }
            let shown = run.shown(at);
            let message = format!("\"{shown}\" turns the question round, and is easy to miss");
            let help = format!("ask for what is right instead, or stress the word: **{shown}**");
            diagnostics.push(Diagnostic::new(&LINT.rule, run.span(&word), message).help(help));
        }
    }
}

/// The sentences that ask: those that end with a question mark, else the last one.
fn asking<'r, 'a>(runs: &[&'r Run<'a>]) -> Vec<(&'r Run<'a>, Range<usize>)> {
    let mut sentences = Vec::new();
    for run in runs {
        let mut at = 0;
        while at < run.len() {
            let sentence = run.sentence(at);
            at = sentence.end;
            sentences.push((*run, sentence));
        }
    }
    let last = sentences.last().cloned();
    sentences.retain(|(run, sentence)| {
        let end = sentence.end;
        run.gap(end).contains('?') && run.voice(&(end - 1..end)) != Voice::Mention
    });
    match last {
        Some(last) if sentences.is_empty() => vec![last],
        _ => sentences,
    }
}

/// Whether a word makes the question ask for the opposite. `states`: the sentence is a statement to judge.
fn is_negative(
    run: &Run<'_>,
    sentence: &Range<usize>,
    at: usize,
    words: &Words,
    states: bool,
) -> bool {
    let word = run.word(at);
    if words.exceptions.contains(&word) {
        return at > sentence.start;
    }
    if word == words.least {
        return at > sentence.start && words.articles.contains(&run.word(at - 1));
    }
    if !words.negatives.contains(&word) && !word.ends_with("n't") {
        return false;
    }
    let breaks = |at: usize| run.gap(at).contains([',', ';', ':', '(', '–', '—']);
    let start = (sentence.start + 1..=at).rfind(|&at| breaks(at));
    let before = start.unwrap_or(sentence.start)..at;
    let described = before
        .clone()
        .skip(usize::from(!states))
        .any(|at| words.describing.contains(&run.word(at)));
    let asked = states
        || before
            .clone()
            .any(|at| words.asking.contains(&run.word(at)));
    asked && !described
}

/// Whether a word is in capitals, or stands in bold or slanted text.
fn is_stressed(question: &Question, tree: &Tree, run: &Run<'_>, at: usize) -> bool {
    let shown = run.shown(at);
    if shown.chars().count() > 1 && shown.chars().all(|c| !c.is_lowercase()) {
        return true;
    }
    let span = run.span(&(at..at + 1));
    let mut nodes = question
        .stem
        .nodes(tree)
        .flat_map(|node| node.descendants());
    nodes.any(|node| {
        matches!(node.kind(), NodeKind::Strong | NodeKind::Emphasis) && holds(node.span(), span)
    })
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
