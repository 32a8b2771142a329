//! Sentences that do not say who does something.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::{Run, WordSet};
use crate::lint::{Lint, Subject, Voice};
use std::ops::Range;
use std::sync::LazyLock;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB702",
        name: "passive-voice",
        severity: Severity::Info,
        summary: "A sentence does not say who does something.",
        page: include_str!("passive-voice.md"),
    },
    check,
};

const FORMS_OF_BE: [&str; 12] = [
    "am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't",
];
const FORMS_OF_GET: [&str; 5] = ["get", "gets", "got", "gotten", "getting"];

/// Of both.
static VERBS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(FORMS_OF_BE.into_iter().chain(FORMS_OF_GET)));

/// May stand between the verb and the participle, beside words in -ly.
static ADVERBS: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new([
        "not",
        "never",
        "also",
        "always",
        "often",
        "already",
        "still",
        "just",
        "now",
        "then",
        "only",
        "first",
        "ever",
        "well",
        "soon",
        "even",
        "sometimes",
        "all",
    ])
});

/// Words in -ly that are no adverbs.
const NOT_ADVERBS: [&str; 8] = [
    "only", "family", "early", "daily", "weekly", "monthly", "likely", "friendly",
];

/// Participles that do not end in -ed. Those that mostly describe ("lost", "broken", "done") are left out.
static IRREGULAR: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new([
        "beaten",
        "bitten",
        "blown",
        "bought",
        "brought",
        "built",
        "caught",
        "chosen",
        "cut",
        "dealt",
        "drawn",
        "driven",
        "drunk",
        "eaten",
        "fed",
        "felt",
        "forbidden",
        "forgotten",
        "found",
        "given",
        "grown",
        "heard",
        "held",
        "hit",
        "hurt",
        "kept",
        "laid",
        "led",
        "lent",
        "made",
        "paid",
        "put",
        "read",
        "ridden",
        "said",
        "seen",
        "sent",
        "set",
        "shown",
        "shut",
        "sold",
        "spent",
        "spoken",
        "stolen",
        "sworn",
        "taken",
        "taught",
        "thought",
        "thrown",
        "told",
        "understood",
        "withdrawn",
        "won",
        "worn",
        "written",
    ])
});

/// Words in -ed that are no participles, or that describe more than they tell what somebody does.
const DESCRIBING: &[&str] = &[
    "advanced",
    "afraid",
    "agreed",
    "alarmed",
    "allowed",
    "annoyed",
    "armed",
    "ashamed",
    "based",
    "bed",
    "bored",
    "breed",
    "called",
    "closed",
    "committed",
    "complicated",
    "concerned",
    "confused",
    "connected",
    "convinced",
    "crowded",
    "dedicated",
    "delighted",
    "depressed",
    "detailed",
    "determined",
    "devastated",
    "disabled",
    "disappointed",
    "distressed",
    "dressed",
    "embarrassed",
    "exceed",
    "excited",
    "exhausted",
    "experienced",
    "faced",
    "fed",
    "feed",
    "finished",
    "frightened",
    "frustrated",
    "greed",
    "hundred",
    "hurried",
    "indeed",
    "inclined",
    "infrared",
    "interested",
    "involved",
    "irritated",
    "isolated",
    "limited",
    "located",
    "married",
    "mixed",
    "motivated",
    "naked",
    "named",
    "need",
    "needed",
    "overwhelmed",
    "overweight",
    "pleased",
    "prepared",
    "puzzled",
    "qualified",
    "red",
    "related",
    "relaxed",
    "relieved",
    "retired",
    "rushed",
    "sacred",
    "satisfied",
    "scared",
    "seed",
    "shed",
    "shocked",
    "skilled",
    "sled",
    "speed",
    "started",
    "stressed",
    "supposed",
    "surprised",
    "swollen",
    "talented",
    "terrified",
    "thrilled",
    "tired",
    "troubled",
    "unconcerned",
    "unexpected",
    "unlimited",
    "unrelated",
    "unused",
    "upset",
    "used",
    "varied",
    "weed",
    "wicked",
    "worried",
    "wounded",
];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let verbs = &*VERBS;
    for run in subject.english() {
        let mut from = 0;
        while let Some(verb) = verbs.next(run, from) {
            let Some(words) = passive_at(run, verb) else {
                from = verb + 1;
                continue;
            };
            from = words.end;
            if run.voice(&words) == Voice::Author {
                diagnostics.push(tell(run, &words));
            }
        }
    }
}

fn tell(run: &Run<'_>, words: &Range<usize>) -> Diagnostic {
    let message = ["\"", run.phrase(words), "\" does not say who does it"].concat();
    Diagnostic::new(&LINT.rule, run.span(words), message)
        .help("begin with who acts: \"we sent the refill\" instead of \"the refill was sent\"")
}

/// A form of "be" or "get" at a word, at most two adverbs, and a participle.
fn passive_at(run: &Run<'_>, at: usize) -> Option<Range<usize>> {
    let mut end = at + 1;
    while end <= at + 2 && run.is_joined(end) && is_adverb(run, end) {
        end += 1;
    }
    if !is_participle(run, end) || !run.is_joined(end) {
        return None;
    }
    let participle = run.word(end);
    let is_get = FORMS_OF_GET.contains(&run.word(at));
    // "Get a hit", "the cut is deep": after get, words that are nouns and verbs too say little.
    let doubtful = is_get && matches!(participle, "hurt" | "read" | "set" | "hit" | "cut");
    // "The less known facts", "is a well known": what follows a hyphen belongs to an adjective.
    let goes_on = run.is_joined(end + 1) && run.gap(end + 1).contains('-');
    let says_who = run.is_joined(end + 1) && run.word(end + 1) == "by";
    (!doubtful && !goes_on && !says_who).then_some(at..end + 1)
}

fn is_adverb(run: &Run<'_>, at: usize) -> bool {
    let word = run.word(at);
    (word.ends_with("ly") && !NOT_ADVERBS.contains(&word)) || ADVERBS.holds(run, at)
}

fn is_participle(run: &Run<'_>, at: usize) -> bool {
    let word = run.word(at);
    let regular = word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed");
    (regular || IRREGULAR.holds(run, at)) && !DESCRIBING.contains(&word)
}
