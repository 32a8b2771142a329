//! Things to sort into groups.

use super::entries::{tell_blank, tell_feedback, tell_few, tell_twins};
use super::{Form, Parts, QuestionType};
use crate::diagnostic::{Diagnostic, INVALID_QUESTION};
use crate::model::{Group, Interaction};

pub(super) const TYPE: QuestionType = QuestionType {
    name: "sort",
    label: "a sort question",
    summary: "A list of groups, each with a nested list of its items, and `type=sort`.",
    example: "\
::: question {type=sort}
Which sentences open a conversation?

- Opens
  - What worries you most?
  - Tell me about your week.
- Closes
  - It is the policy.
:::
",
    form: Form::Groups,
    detect: |parts| matches!(parts.lists()[..], [(Form::Groups, _)]),
    lower,
};

fn lower(parts: &mut Parts, diagnostics: &mut Vec<Diagnostic>) -> Option<Interaction> {
    let Some(list) = parts.groups.take() else {
        diagnostics.push(parts.lacks(Form::Groups));
        return None;
    };
    tell_few(&list, "groups", diagnostics);
    let names = || list.entries.iter().map(|group| &group.name);
    let items = || list.entries.iter().flat_map(|group| &group.items);
    tell_blank(names(), "this group", diagnostics);
    tell_blank(items(), "this item", diagnostics);
    tell_twins(names(), diagnostics);
    tell_twins(items(), diagnostics);
    tell_feedback(names().chain(items()), diagnostics);
    for group in list.entries.iter().filter(|group| group.items.is_empty()) {
        diagnostics.push(
            Diagnostic::new(
                &INVALID_QUESTION,
                group.name.span,
                "this group has no items",
            )
            .help(Form::Groups.how(parts.syntax)),
        );
    }
    let groups = list.entries.into_iter().map(|group| Group {
        name: group.name.text,
        items: group.items.into_iter().map(|item| item.text).collect(),
    });
    Some(Interaction::Grouping {
        groups: groups.collect(),
    })
}
