//! Questions: one file a kind, and one table that knows them all.
//!
//! The way of a question, from a page or from a bank:
//!
//! 1. `parse::quiz` or `parse::bank` reads what is written into an [`Item`].
//! 2. [`choose`] says of which kind it is: what `type=` names, else what the answer list looks like.
//! 3. [`lower`] lets the kind make an [`Interaction`] of it. The kind takes what it uses; what is left has no effect
//!    and is told.
//! 4. [`tell_strays`] tells boxes, gaps and labelled quotes that stand where no question reads them.
//!
//! [`key`] is what a question's scoring needs, [`concealed`] the same for pages that hide it, [`score`] what an answer earns.

pub mod answer_text;
mod choice;
pub mod concealed;
mod entries;
mod gaps;
mod item;
pub mod key;
mod leftover;
mod matching;
mod multiple;
mod number;
mod order;
pub mod pattern;
mod reflect;
pub mod score;
mod short;
mod single;
mod sort;
mod stray;
mod true_false;
pub mod value;

pub use item::{Entry, Form, GroupEntry, Item, Listing, OptionEntry, PairEntry, Parts, Syntax};
pub use stray::{QUESTION_LABELS, gaps_in, tell_strays};

use crate::diagnostic::{
    DUPLICATE_ID, Diagnostic, INVALID_QUESTION, Outcome, UNKNOWN_QUESTION_TYPE,
};
use crate::model::{Interaction, Question};
use crate::source::Span;
use std::collections::{HashMap, HashSet};

/// A kind of question.
#[derive(Debug)]
pub struct QuestionType {
    /// What `type=` says.
    pub name: &'static str,
    /// What it is called in a sentence, with its article.
    pub label: &'static str,
    /// How it is written, in one sentence for the manual.
    pub summary: &'static str,
    /// A whole question of the kind for the manual; it has no fault.
    pub example: &'static str,
    /// The form of its answers.
    pub form: Form,
    /// Whether a question without `type=` is of this kind. Never true for two kinds at the same time.
    detect: fn(&Parts) -> bool,
    /// Takes from the parts what the kind uses. `None` when no interaction can be made; then a diagnostic says why.
    lower: fn(&mut Parts, &mut Vec<Diagnostic>) -> Option<Interaction>,
}

/// Every kind of question, in the order of the manual.
pub const QUESTION_TYPES: &[QuestionType] = &[
    single::TYPE,
    multiple::TYPE,
    true_false::TYPE,
    short::TYPE,
    number::TYPE,
    gaps::TYPE,
    order::TYPE,
    matching::TYPE,
    sort::TYPE,
    reflect::TYPE,
];

/// The kind that a question names, or else the one that it looks like.
pub fn choose(parts: &Parts) -> Outcome<Option<&'static QuestionType>> {
    let detected = QUESTION_TYPES.iter().find(|kind| (kind.detect)(parts));
    let Some(declared) = &parts.declared else {
        return Outcome::clean(detected);
    };
    let names = || QUESTION_TYPES.iter().map(|kind| kind.name);
    let mut kinds = QUESTION_TYPES.iter();
    if let Some(kind) = kinds.find(|kind| kind.name == declared.value) {
        return Outcome::clean(Some(kind));
    }
    let message = format!("\"{}\" is not a type of question", declared.value);
    let known: Vec<&str> = names().collect();
    let fault = Diagnostic::new(&UNKNOWN_QUESTION_TYPE, declared.span, message)
        .help(format!("known are {}", known.join(", ")))
        .did_you_mean(&declared.value, names());
    Outcome::new(detected, vec![fault])
}

/// Makes a question of an item. `None` when there is nothing to answer; then a diagnostic says why.
pub fn lower(mut item: Item, kind: &'static QuestionType) -> Outcome<Option<Question>> {
    let mut diagnostics = Vec::new();
    if let Some(fault) = misfit(&item.parts, kind) {
        return Outcome::new(None, vec![fault]);
    }
    let interaction = (kind.lower)(&mut item.parts, &mut diagnostics);
    leftover::tell_parts(&item.parts, kind, &mut diagnostics);
    let Some(interaction) = interaction else {
        return Outcome::new(None, diagnostics);
    };
    leftover::tell_settings(&item, &interaction, kind, &mut diagnostics);
    // A bank has a key for it, which is told when it is missing.
    if item.stem.is_empty() && item.parts.syntax == Syntax::Page {
        diagnostics.push(
            Diagnostic::new(
                &INVALID_QUESTION,
                item.parts.head,
                "this question asks nothing",
            )
            .help("write what is asked before the answers"),
        );
    }
    let question = Question {
        id: item.id,
        kind: kind.name,
        objective: item.objective,
        points: item.points.map_or(1.0, |p| p.value),
        shuffle: item.shuffle.is_none_or(|s| s.value),
        confidence: item.confidence.is_some_and(|c| c.value),
        stem: item.stem,
        interaction,
        hint: item.hint,
        explain: item.explain,
        span: item.span,
    };
    Outcome::new(Some(question), diagnostics)
}

/// The fault that a question names a kind whose answers have another form than the ones it has.
fn misfit(parts: &Parts, kind: &QuestionType) -> Option<Diagnostic> {
    let lists = parts.lists();
    let declared = parts.declared.as_ref().filter(|d| d.value == kind.name)?;
    let &(form, span) = lists.first()?;
    if lists.iter().any(|&(form, _)| form == kind.form) {
        return None;
    }
    let message = format!(
        "this question has {}, which {} does not use",
        form.words(),
        kind.label
    );
    let help = format!(
        "take out `{}`, or {}",
        parts.syntax.setting("type", kind.name),
        kind.form.how(parts.syntax)
    );
    Some(
        Diagnostic::new(&INVALID_QUESTION, declared.span, message)
            .label(span, form.words())
            .help(help),
    )
}

/// Tells ids that are given twice in a file, and gives questions without a written id one that is free.
pub fn settle_ids(questions: &mut [Question]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut seen: HashMap<String, Span> = HashMap::new();
    let is_written = |question: &Question| question.id.span.start < question.id.span.end;
    for question in questions.iter().filter(|q| is_written(q)) {
        let id = &question.id;
        if let Some(&first) = seen.get(&id.value) {
            let message = format!("the id \"{}\" is used by two questions", id.value);
            diagnostics.push(
                Diagnostic::new(&DUPLICATE_ID, id.span, message)
                    .label(first, "here for the first time")
                    .help("give one of them another id: answers are kept under it"),
            );
        } else {
            seen.insert(id.value.clone(), id.span);
        }
    }
    let mut taken: HashSet<String> = seen.into_keys().collect();
    for question in questions.iter_mut().filter(|q| !is_written(q)) {
        let wanted = question.id.value.clone();
        let mut extra = 1;
        while !taken.insert(question.id.value.clone()) {
            extra += 1;
            question.id.value = format!("{wanted}-{extra}");
        }
    }
    diagnostics
}
