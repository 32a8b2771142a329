//! The data that a page carries for each question, so that a script can play and score it.

use crate::model::{Fragment, Interaction, Question, Tree};
use crate::question::concealed::Concealed;
use crate::question::key::Key;
use crate::source::Fingerprint;
use serde::Serialize;

/// What a page carries for a question.
#[derive(Serialize)]
pub struct Carried<'a> {
    /// The author's id, under which answers are kept.
    id: &'a str,
    kind: &'a str,
    /// Changes with what is asked and what is right: an answer to another print is an answer to another question.
    print: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    objective: Option<&'a str>,
    points: f64,
    shuffle: bool,
    confidence: bool,
    key: KeyData,
    /// `order`, `match`, `sort`: the numbers of the items in the order in which the page shows them. Concealed, the numbers
    /// are those places, and nothing is said here.
    shown: Vec<usize>,
    /// The salt of what is scrambled, where answers are concealed.
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum KeyData {
    Open(Key),
    Concealed(Concealed),
}

impl<'a> Carried<'a> {
    /// The data of a question whose fragments belong to `tree`. With `conceal`, right answers are hashes where that works.
    #[must_use]
    pub fn of(
        question: &'a Question,
        tree: &Tree,
        key: Key,
        shown: Vec<usize>,
        conceal: bool,
    ) -> Self {
        let print = print(question, &key, tree, conceal);
        let salt = conceal.then(|| print.clone() + &question.id.value);
        let hidden = salt
            .as_deref()
            .and_then(|salt| Concealed::of(&key, &shown, salt));
        let (key, shown) = match hidden {
            Some(hidden) => {
                let places = matches!(hidden, Concealed::Match { .. } | Concealed::Sort { .. });
                let places = if places { 0..shown.len() } else { 0..0 };
                (KeyData::Concealed(hidden), places.collect())
            }
            None => (KeyData::Open(key), shown),
        };
        Self {
            id: &question.id.value,
            kind: question.kind,
            print,
            objective: question.objective.as_ref().map(|o| o.value.as_str()),
            points: question.points,
            shuffle: question.shuffle,
            confidence: question.confidence,
            key,
            shown,
            salt,
        }
    }

    /// The salt, where the answer and its reasons are to be scrambled.
    #[must_use]
    pub fn salt(&self) -> Option<&str> {
        self.salt.as_deref()
    }

    /// The data as JSON that may stand in a `<script type="application/json">`: no text can end the element.
    #[must_use]
    pub fn json(&self) -> String {
        let json = serde_json::to_string(self);
        json.expect("invariant: texts, numbers and lists are JSON")
            .replace('<', "\\u003c")
    }
}

/// A mark of what is scored: the key, what is asked and what can be chosen; not hints, reasons or points.
pub(super) fn print(question: &Question, key: &Key, tree: &Tree, conceal: bool) -> String {
    let key = serde_json::to_string(key);
    let key = key.expect("invariant: texts, numbers and lists are JSON");
    let mut parts = vec![key, conceal.to_string()];
    let mut add = |text: &Fragment| parts.push(text.plain_text(tree));
    add(&question.stem);
    match &question.interaction {
        Interaction::Choice { options, .. } => options.iter().for_each(|o| add(&o.text)),
        Interaction::Matching { pairs, .. } => pairs.iter().for_each(|pair| {
            add(&pair.source);
            add(&pair.target);
        }),
        Interaction::Grouping { groups } => groups.iter().for_each(|group| {
            add(&group.name);
            group.items.iter().for_each(&mut add);
        }),
        Interaction::Sequencing { items } => items.iter().for_each(add),
        Interaction::Numeric { unit, .. } => parts.extend(unit.clone()),
        Interaction::TrueFalse { .. }
        | Interaction::FillIn { .. }
        | Interaction::Gaps { .. }
        | Interaction::LongFillIn { .. } => {}
    }
    Fingerprint::of(parts.join("\n").as_bytes()).short()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Accept;
    use crate::source::{FileId, Span, Spanned};

    fn question() -> Question {
        let span = Span::start_of(FileId::of_path("a.md"));
        Question {
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
        }
    }

    fn texts(text: &str) -> Key {
        let texts = vec![text.to_owned()];
        Key::Texts { texts }
    }

    fn carried(question: &Question, text: &str, conceal: bool) -> String {
        let tree = Tree::new(FileId::of_path("a.md"), "".into());
        Carried::of(question, &tree, texts(text), Vec::new(), conceal).json()
    }

    #[test]
    fn no_text_ends_the_element_that_holds_the_data() {
        let json = carried(&question(), "</script><!--", false);
        let (head, rest) = json.split_once(r#""print":""#).expect("a print");
        assert_eq!(head, r#"{"id":"q1","kind":"short","#);
        assert_eq!(
            &rest[8..],
            r#"","points":1.5,"shuffle":true,"confidence":false,"key":{"form":"texts","texts":["\u003c/script>\u003c!--"]},"shown":[]}"#
        );
    }

    #[test]
    fn the_print_follows_what_is_scored() {
        let print = |question: &Question, text| {
            let json = carried(question, text, false);
            json.split("print\":\"").nth(1).expect("a print")[..8].to_owned()
        };
        let mut other = question();
        let first = print(&other, "naloxone");
        assert_ne!(first, print(&other, "narcan"));
        other.points = 3.0;
        assert_eq!(first, print(&other, "naloxone"));
    }

    #[test]
    fn a_concealed_answer_is_not_in_the_data() {
        let json = carried(&question(), "naloxone", true);
        assert!(
            !json.contains("naloxone") && json.contains("hashes"),
            "{json}"
        );
    }
}
