//! The hardest sentences of a page, with why they are hard.

use super::Desk;
use super::view::PassageRow;
use crate::levels::{HardPassage, PageLevel, is_harder};
use crate::readability::hardness::Reason;

pub(super) fn passages(desk: &Desk<'_>, level: &PageLevel) -> Vec<PassageRow> {
    let row = |passage: &HardPassage| PassageRow {
        text: passage.text.clone(),
        line: desk.findings.line(passage.span),
        hardness: format!("{:.1}", passage.hardness),
        reasons: why_hard(passage),
        effect: effect(level, passage),
    };
    level.hardest.iter().map(row).collect()
}

/// What the page would measure without a sentence, when that is less.
#[must_use]
pub fn effect(level: &PageLevel, passage: &HardPassage) -> Option<String> {
    let (grade, without) = (level.grade?, passage.without?);
    is_harder(grade, without).then(|| format!("Without it the page measures {without:.1}."))
}

/// Why a sentence is hard, in a few words each.
#[must_use]
pub fn why_hard(passage: &HardPassage) -> Vec<String> {
    let mut reasons: Vec<String> = passage.reasons.iter().map(reason).collect();
    if !passage.long_words.is_empty() {
        reasons.push(format!("long words: {}", passage.long_words.join(", ")));
    }
    reasons
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Long { words, .. } => format!("{words} words"),
        Reason::RareWords { words, .. } => {
            let words: Vec<&str> = words.iter().map(|word| word.written.as_str()).collect();
            format!("rare words: {}", words.join(", "))
        }
    }
}
