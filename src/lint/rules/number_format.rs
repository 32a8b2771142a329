//! Risks in percent or as decimals.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::prose::Run;
use crate::lint::{Audience, Lint, Subject, Voice};
use std::ops::Range;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB707",
        name: "number-format",
        severity: Severity::Warning,
        summary: "A risk is given in a form that is hard to picture.",
        page: include_str!("number-format.md"),
    },
    check,
};

/// Words that make a percentage one of people.
const PEOPLE: [&str; 30] = [
    "people",
    "persons",
    "patients",
    "adults",
    "women",
    "men",
    "children",
    "babies",
    "teenagers",
    "those",
    "users",
    "veterans",
    "smokers",
    "parents",
    "mothers",
    "drivers",
    "americans",
    "cases",
    "deaths",
    "households",
    "families",
    "students",
    "participants",
    "clients",
    "residents",
    "teens",
    "boys",
    "girls",
    "infants",
    "everyone",
];

/// May stand between "of" and the people.
const BETWEEN: usize = 3;

/// Words that make a number a risk.
const RISKS: [&str; 10] = [
    "chance",
    "chances",
    "risk",
    "risks",
    "odds",
    "probability",
    "likelihood",
    "likely",
    "incidence",
    "prevalence",
];

const SMALL_NUMBERS: [&str; 11] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred",
];

/// Percent of the largest share that still has another form.
const WHOLE: f64 = 100.0;

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if subject.audience != Audience::Everybody {
        return;
    }
    for run in subject.english().filter(|run| run.has_digit()) {
        let mut at = 0;
        while at < run.text.len() {
            let Some(found) = number_at(&run.text, at) else {
                break;
            };
            at = found.bytes.end;
            let words = run.words_at(&found.bytes);
            let is_told = !words.is_empty()
                && run.voice(&words) == Voice::Author
                && found.is_risk(run, &words)
                && !is_pictured(run, &words);
            if is_told {
                diagnostics.push(found.tell(run));
            }
        }
    }
}

/// A number with what belongs to it.
struct Number {
    bytes: Range<usize>,
    /// In percent.
    share: f64,
    is_percent: bool,
}

/// The next number at or behind a byte.
fn number_at(text: &str, from: usize) -> Option<Number> {
    let start = from + text[from..].find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let fraction = rest[digits..].strip_prefix('.').map_or(0, |after| {
        let more = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if more > 0 { more + 1 } else { 0 }
    });
    let end = start + digits + fraction;
    let value: f64 = text[start..end].parse().ok()?;
    let behind = text[end..].trim_start_matches([' ', '-']);
    let sign = ["%", "percent", "per cent"]
        .into_iter()
        .find(|sign| behind.starts_with(sign));
    let sign_end = sign.map(|sign| text.len() - behind.len() + sign.len());
    Some(Number {
        bytes: start..sign_end.unwrap_or(end),
        share: if sign.is_some() { value } else { value * WHOLE },
        is_percent: sign.is_some(),
    })
}

impl Number {
    /// Whether it says how many people something happens to.
    fn is_risk(&self, run: &Run<'_>, words: &Range<usize>) -> bool {
        let sentence = run.sentence(words.start);
        let mut near = sentence.clone().filter(|at| !words.contains(at));
        let about_risk = near.any(|at| RISKS.contains(&run.word(at)));
        if !self.is_percent {
            let is_decimal = self.share > 0.0 && self.share < WHOLE && words.len() == 2;
            let alone = sentence.end == words.end || !is_unit(run.word(words.end));
            return about_risk && is_decimal && alone;
        }
        let of = words.end;
        let mut after = (of + 1)..(of + 2 + BETWEEN).min(sentence.end);
        let of_people = of < sentence.end
            && run.word(of) == "of"
            && after.any(|at| PEOPLE.contains(&run.word(at)));
        let people = of < sentence.end && PEOPLE.contains(&run.word(of));
        self.share > 0.0 && self.share < WHOLE && (about_risk || of_people || people)
    }

    fn tell(&self, run: &Run<'_>) -> Diagnostic {
        let written = &run.text[self.bytes.clone()];
        let message = format!(
            "\"{written}\" is hard to picture; say \"{}\"",
            self.pictured()
        );
        Diagnostic::new(&LINT.rule, run.place(&self.bytes), message)
            .help("count people, and keep to one total on a page: 1 in 100 and 5 in 100")
    }

    /// The share as a count of people: "1 in 10", "7 in 100", "2 in 1,000".
    fn pictured(&self) -> String {
        let totals = [
            (10.0, "10"),
            (100.0, "100"),
            (1000.0, "1,000"),
            (10_000.0, "10,000"),
        ];
        for (total, shown) in totals {
            let count = self.share / WHOLE * total;
            if count >= 0.999 && (count - count.round()).abs() < 0.001 * total.sqrt() / 3.0 {
                return format!("{} in {shown}", count.round());
            }
        }
        "a few in 10,000".to_owned()
    }
}

/// Whether a word behind a number makes an amount of it.
fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "mg" | "ml" | "mcg" | "g" | "kg" | "l" | "mme" | "mmol" | "units" | "inches" | "cm" | "mm"
    )
}

/// Whether the sentence gives the count too: "10% (1 in 10)", "3 out of 100".
fn is_pictured(run: &Run<'_>, words: &Range<usize>) -> bool {
    let is_number = |at: usize| {
        let word = run.word(at);
        word.starts_with(|c: char| c.is_ascii_digit()) || SMALL_NUMBERS.contains(&word)
    };
    run.sentence(words.start).any(|at| {
        let of = match (run.word(at), run.word(at + 1)) {
            ("in", _) => at + 1,
            ("out", "of") => at + 2,
            _ => return false,
        };
        at > 0 && is_number(at - 1) && is_number(of)
    })
}
