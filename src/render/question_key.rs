//! The data that a page carries for each question, so that a script can play and score it.

use crate::model::Question;
use crate::question::key::Key;
use serde::Serialize;

#[derive(Serialize)]
struct QuestionKey<'a> {
    /// The author's id, under which answers are kept.
    id: &'a str,
    kind: &'a str,
    points: f64,
    shuffle: bool,
    confidence: bool,
    key: &'a Key,
    /// `order`, `match`, `sort`: the numbers of the items in the order in which the page shows them.
    shown: &'a [usize],
}

/// The data as JSON that may stand in a `<script type="application/json">`: no text can end the element.
pub fn json(question: &Question, key: &Key, shown: &[usize]) -> String {
    let data = QuestionKey {
        id: &question.id.value,
        kind: question.kind,
        points: question.points,
        shuffle: question.shuffle,
        confidence: question.confidence,
        key,
        shown,
    };
    let json = serde_json::to_string(&data);
    json.expect("invariant: texts, numbers and lists are JSON")
        .replace('<', "\\u003c")
}
