//! Options about the other options.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::choice::Shown;
use crate::lint::{Lint, Subject};
use crate::question::answer_text::fold;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB453",
        name: "all-of-the-above",
        severity: Severity::Warning,
        summary: "An option is about the other options.",
        page: include_str!("all-of-the-above.md"),
    },
    check,
};

/// Words in which such options are written, without accents.
struct Words {
    /// Whole options.
    phrases: &'static [&'static str],
    /// Whole options with an ending: "both are right". Alone they may answer the question: "Which side hurts?"
    with_ending: &'static [&'static str],
    /// What may follow a phrase, or two letters: "all of the above are correct".
    endings: &'static [&'static str],
    /// What may stand before two letters: "both A and B".
    before_letters: &'static [&'static str],
    between_letters: &'static [&'static str],
}

const ENGLISH: Words = Words {
    phrases: &[
        "all above",
        "all answers",
        "all of the above",
        "all of the answers",
        "all of the options",
        "all of these",
        "all of those",
        "all options",
        "all the above",
        "any of the above",
        "both of the above",
        "both of these",
        "neither of the above",
        "neither of these",
        "no option",
        "none of the above",
        "none of the answers",
        "none of the options",
        "none of these",
        "none of those",
        "none the above",
        "some of the above",
        "the above",
        "two of the above",
    ],
    with_ending: &["all", "both", "neither", "none"],
    endings: &[
        "apply",
        "applies",
        "is correct",
        "are correct",
        "is right",
        "are right",
        "is true",
        "are true",
        "is false",
        "are false",
        "is wrong",
        "are wrong",
        "only",
    ],
    before_letters: &["both", "only", "either", "neither", "options", "answers"],
    between_letters: &["and", "or", "nor", "&"],
};

const SPANISH: Words = Words {
    phrases: &[
        "ambas anteriores",
        "ambas opciones",
        "ambas respuestas",
        "cualquiera de las anteriores",
        "las dos anteriores",
        "los dos anteriores",
        "ninguna de estas",
        "ninguna de las anteriores",
        "ninguna de las opciones",
        "ninguna de las opciones anteriores",
        "ninguna de las respuestas anteriores",
        "ninguna opcion",
        "ninguno de estos",
        "ninguno de los anteriores",
        "todas estas",
        "todas las anteriores",
        "todas las opciones",
        "todas las opciones anteriores",
        "todas las respuestas",
        "todas las respuestas anteriores",
        "todo lo anterior",
        "todos los anteriores",
    ],
    with_ending: &["ambas", "ambos", "ninguna", "ninguno", "todas", "todos"],
    endings: &[
        "es correcta",
        "son correctas",
        "es correcto",
        "son correctos",
        "es verdadera",
        "son verdaderas",
        "es falsa",
        "son falsas",
        "es cierta",
        "son ciertas",
        "solamente",
    ],
    before_letters: &["tanto", "solo", "ni", "opciones", "respuestas"],
    between_letters: &["y", "o", "ni", "como", "&"],
};

/// Letters that options go by on paper.
const LETTERS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let words = match subject.part.lang(subject.site).split('-').next() {
        Some("en") => &ENGLISH,
        Some("es") => &SPANISH,
        _ => return,
    };
    for choice in &subject.choices {
        for Shown { option, text } in &choice.options {
            if is_about_others(text, words) {
                let message = format!("\"{text}\" is about the other options");
                let help = "write what is meant as an option of its own, or mark every option that is right with \
                            `[x]` and ask for all that fit";
                diagnostics.push(Diagnostic::new(&LINT.rule, option.span, message).help(help));
            }
        }
    }
}

fn is_about_others(shown: &str, words: &Words) -> bool {
    let folded = fold(shown);
    let cut: Vec<&str> = folded
        .split([' ', ',', '(', ')', '.', ':'])
        .filter(|word| !word.is_empty())
        .collect();
    let text = cut.join(" ");
    let is_phrase = |text: &str| words.phrases.contains(&text) || is_two_letters(text, words);
    let endings = words.endings.iter();
    let mut shorter = endings.filter_map(|ending| text.strip_suffix(ending)?.strip_suffix(' '));
    is_phrase(&text) || shorter.any(|text| is_phrase(text) || words.with_ending.contains(&text))
}

/// "A and B", "both B and C": letters that no option has when it is shown.
fn is_two_letters(text: &str, words: &Words) -> bool {
    let cut: Vec<&str> = text.split(' ').collect();
    let cut = match &cut[..] {
        [first, rest @ ..] if words.before_letters.contains(first) => rest,
        all => all,
    };
    match cut {
        [first, between, second] => {
            LETTERS.contains(first)
                && LETTERS.contains(second)
                && words.between_letters.contains(between)
        }
        _ => false,
    }
}
