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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Accept, Fragment, Interaction};
    use crate::source::{FileId, Span, Spanned};

    #[test]
    fn no_text_ends_the_element_that_holds_the_data() {
        let span = Span::start_of(FileId::of_path("a.md"));
        let question = Question {
            id: Spanned::new("q1".to_owned(), span),
            kind: "short",
            objective: None,
            points: 1.5,
            shuffle: true,
            confidence: false,
            stem: Fragment::default(),
            interaction: Interaction::FillIn {
                accept: Accept::Texts(Vec::new()),
            },
            hint: None,
            explain: None,
            span,
        };
        let texts = vec!["</script><!--".to_owned()];
        assert_eq!(
            json(&question, &Key::Texts { texts }, &[]),
            r#"{"id":"q1","kind":"short","points":1.5,"shuffle":true,"confidence":false,"key":{"form":"texts","texts":["\u003c/script>\u003c!--"]},"shown":[]}"#
        );
    }
}
