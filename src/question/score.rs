//! Scoring: the one rule for what an answer earns. The browser's script says the same; a test runs both on the same
//! answers.

#[cfg(test)]
mod tests;

use super::answer_text::fold;
use super::key::{GapKey, Key};
use super::pattern::Pattern;
use serde::Serialize;

/// What a learner answered, named as in the [`Key`]. As JSON it is the value alone, as the browser's script keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// The options that were chosen.
    Options(Vec<usize>),
    /// "True" or "false".
    Truth(bool),
    /// What was typed: a text or a number.
    Text(String),
    /// What was typed or chosen in each gap.
    Gaps(Vec<String>),
    /// For each source the number of the target, for each item that of the group; `None` where nothing was chosen.
    Places(Vec<Option<usize>>),
    /// The items in the order they were put in.
    Order(Vec<usize>),
}

/// How many of a question's parts an answer earned. A question that is right or wrong has one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    pub earned: usize,
    /// At least 1.
    pub of: usize,
}

impl Score {
    /// The share of the points that is earned, from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        self.points(1.0)
    }

    /// The points that are earned of those that the question is worth. First multiplied, then divided, so that three
    /// of three parts are the whole in any arithmetic.
    #[must_use]
    pub fn points(self, worth: f64) -> f64 {
        worth * self.earned as f64 / self.of as f64
    }

    fn of_one(right: bool) -> Self {
        Self {
            earned: usize::from(right),
            of: 1,
        }
    }

    fn of_parts(right: impl Iterator<Item = bool>) -> Self {
        let mut score = Self { earned: 0, of: 0 };
        for part in right {
            score.earned += usize::from(part);
            score.of += 1;
        }
        score.of = score.of.max(1);
        score
    }
}

/// What an answer earns; the rules stand at each kind of [`Interaction`](crate::model::Interaction). `None` for a
/// reflection, which is not graded. An answer of another form than the question's earns nothing; what it says too much
/// does not count.
#[must_use]
pub fn score(key: &Key, answer: &Answer) -> Option<Score> {
    Some(match (key, answer) {
        (Key::Reflection, _) => return None,
        (Key::Choice { multiple, right }, Answer::Options(chosen)) => {
            choice(*multiple, right, chosen)
        }
        (Key::Truth { answer }, Answer::Truth(said)) => Score::of_one(answer == said),
        (Key::Texts { texts }, Answer::Text(typed)) => Score::of_one(is_one_of(texts, typed)),
        (Key::Pattern { pattern }, Answer::Text(typed)) => {
            let read = Pattern::new(pattern);
            Score::of_one(read.is_ok_and(|pattern| pattern.accepts(typed)))
        }
        (
            Key::Number {
                answer,
                tolerance,
                unit,
            },
            Answer::Text(typed),
        ) => {
            let typed = measured(typed, unit.as_deref());
            Score::of_one(typed.is_some_and(|x| is_near(x, *answer, *tolerance)))
        }
        (Key::Gaps { gaps }, Answer::Gaps(filled)) => {
            let filled = |at: usize| filled.get(at).map_or("", String::as_str);
            let parts = gaps.iter().enumerate();
            Score::of_parts(parts.map(|(at, gap)| is_filled(gap, filled(at))))
        }
        (Key::Match { targets: places } | Key::Sort { groups: places }, Answer::Places(said)) => {
            let parts = places.iter().enumerate();
            Score::of_parts(parts.map(|(at, place)| said.get(at) == Some(&Some(*place))))
        }
        (Key::Order { items }, Answer::Order(said)) => {
            Score::of_parts((0..*items).map(|at| said.get(at) == Some(&at)))
        }
        (key, _) => Score {
            earned: 0,
            of: parts(key),
        },
    })
}

/// Into how many parts the points of a question are divided.
fn parts(key: &Key) -> usize {
    let parts = match key {
        Key::Choice { multiple, right } if *multiple => right.iter().filter(|r| **r).count(),
        Key::Gaps { gaps } => gaps.len(),
        Key::Match { targets: places } | Key::Sort { groups: places } => places.len(),
        Key::Order { items } => *items,
        _ => 1,
    };
    parts.max(1)
}

fn choice(multiple: bool, right: &[bool], chosen: &[usize]) -> Score {
    let is_chosen = |at: usize| chosen.contains(&at);
    let count = |wanted: bool| {
        let options = right.iter().enumerate();
        options
            .filter(|&(at, &right)| right == wanted && is_chosen(at))
            .count()
    };
    if multiple {
        let of = right.iter().filter(|right| **right).count().max(1);
        return Score {
            earned: count(true).saturating_sub(count(false)),
            of,
        };
    }
    Score::of_one(count(true) == 1 && count(false) == 0)
}

fn is_one_of(texts: &[String], typed: &str) -> bool {
    let typed = fold(typed);
    texts.iter().any(|text| fold(text) == typed)
}

fn is_filled(gap: &GapKey, filled: &str) -> bool {
    if gap.chosen {
        gap.texts.first().is_some_and(|right| right == filled)
    } else {
        is_one_of(&gap.texts, filled)
    }
}

/// A number, behind which the unit of the question may stand: `90 MME`, `50%`.
#[must_use]
pub fn measured(typed: &str, unit: Option<&str>) -> Option<f64> {
    let unit = unit.map(fold).filter(|unit| !unit.is_empty());
    let folded = fold(typed);
    let bare = unit.and_then(|unit| folded.strip_suffix(&*unit));
    number(bare.unwrap_or(typed))
}

/// A number as people type it: `90`, `−0.5`, `,5`, `0,5`. A comma is a decimal mark, but not where it may as well group
/// thousands (`1,500`): that, and every other text, is no number.
#[must_use]
pub fn number(typed: &str) -> Option<f64> {
    let text = typed.trim().replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(rest) if text.starts_with('-') => (-1.0, rest),
        Some(rest) => (1.0, rest),
        None => (1.0, text.as_str()),
    };
    let mark = digits.find(['.', ',']);
    let (whole, part) = mark.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let thousands = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && part.len() == 3;
    if thousands && digits[whole.len()..].starts_with(',') {
        return None;
    }
    let value: f64 = format!("0{whole}.{part}0").parse().ok()?;
    value.is_finite().then_some(sign * value)
}

/// |x − answer| ≤ tolerance as for decimal numbers: 1.1 is 0.1 from 1, though binary numbers say it is a little more. Each
/// of the three is at most half a unit in the last place off, and so is the difference.
fn is_near(x: f64, answer: f64, tolerance: f64) -> bool {
    let largest = x.abs().max(answer.abs()).max(tolerance);
    (x - answer).abs() <= tolerance + 4.0 * f64::EPSILON * largest
}
