//! Things to match with others.

use super::entries::{tell_blank, tell_few, tell_twins};
use super::{Form, Parts, QuestionType};
use crate::diagnostic::Diagnostic;
use crate::model::{Interaction, Pair};

pub(super) const TYPE: QuestionType = QuestionType {
    name: "match",
    label: "a match question",
    summary: "A two-column table with `type=match`: each row is a right pair, the first row names the columns.",
    example: "\
::: question {type=match}
What does each sentence do?

| Sentence               | Skill         |
|------------------------|---------------|
| You sound worn out.    | reflection    |
| What has helped so far?| open question |
:::
",
    form: Form::Pairs,
    detect: |parts| parts.options.is_none() && parts.items.is_none() && parts.pairs.is_some(),
    lower,
};

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let Some(list) = parts.pairs.take() else {
        diagnostics.push(parts.lacks(Form::Pairs));
        return None;
    };
    tell_few(&list, "pairs", diagnostics);
    let sides = list
        .entries
        .iter()
        .flat_map(|pair| [&pair.left, &pair.right]);
    tell_blank(sides, "this side of a pair", diagnostics);
    tell_twins(list.entries.iter().map(|pair| &pair.left), diagnostics);
    let pairs = list.entries.into_iter().map(|pair| Pair {
        source: pair.left.text,
        target: pair.right.text,
    });
    Some(Interaction::Matching {
        heads: parts.heads.take(),
        pairs: pairs.collect(),
    })
}
