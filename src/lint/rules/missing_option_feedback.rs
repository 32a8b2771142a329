//! Wrong answers that say nothing to who chose them.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::{Lint, Subject};
use crate::model::{ChoiceOption, Fragment, Interaction, Question, Tree};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB456",
        name: "missing-option-feedback",
        severity: Severity::Info,
        summary: "A wrong option has no feedback.",
        page: include_str!("missing-option-feedback.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(tree) = subject.part.tree() else {
        return;
    };
    let questions = subject.part.questions().iter();
    diagnostics.extend(questions.filter_map(|question| tell(question, tree)));
}

fn tell(question: &Question, tree: &Tree) -> Option<Diagnostic> {
    match &question.interaction {
        Interaction::Choice { options, .. } => tell_options(options),
        Interaction::TrueFalse {
            answer,
            if_true,
            if_false,
        } => {
            let (wrong, feedback) = if *answer {
                ("false", if_false)
            } else {
                ("true", if_true)
            };
            if is_there(feedback.as_ref()) {
                return None;
            }
            let message = format!("who answers \"{wrong}\" is not told why that is wrong");
            let stem = question.stem.nodes(tree).map(|node| node.span());
            let span = stem
                .reduce(|all, node| all.to(node))
                .unwrap_or(question.span);
            let help = "say in a sentence what leads people there: on a page in a `> [!true]` or `> [!false]` quote, in a \
                        bank under `feedback:`";
            Some(Diagnostic::new(&LINT.rule, span, message).help(help))
        }
        _ => None,
    }
}

/// One message a question, at its first wrong option without feedback.
fn tell_options(options: &[ChoiceOption]) -> Option<Diagnostic> {
    let silent = |option: &&ChoiceOption| !option.correct && !is_there(option.feedback.as_ref());
    let mut silent = options.iter().filter(silent);
    let first = silent.next()?;
    let message = "who chooses this is not told why it is wrong";
    let told = Diagnostic::new(&LINT.rule, first.span, message).help(
        "say in a sentence what leads people there and what speaks against it: on a page in a quote under the option, in \
         a bank under `feedback:`",
    );
    Some(silent.fold(told, |told, option| {
        told.label(option.span, "this one has no feedback either")
    }))
}

fn is_there(feedback: Option<&Fragment>) -> bool {
    feedback.is_some_and(|feedback| !feedback.is_empty())
}
