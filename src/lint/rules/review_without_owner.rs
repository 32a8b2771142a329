//! Handouts that are to be reviewed, by nobody or since no day.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::{Lint, Part, Subject};
use crate::model::{FrontMatter, PageKind};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB254",
        name: "review-without-owner",
        severity: Severity::Info,
        summary: "A handout is to be reviewed, but nobody owns it or no review is noted.",
        page: include_str!("review-without-owner.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    match subject.part {
        Part::Page(page) if page.kind() == PageKind::Handout => {
            let meta = &page.meta;
            let (owned, reviewed) = (meta.owner.is_some(), meta.reviewed.is_some());
            diagnostics.extend(tell(&page.page().front, owned, reviewed));
        }
        Part::Handout(handout) => {
            let front = &handout.front;
            let (owned, reviewed) = (front.owner.is_some(), front.reviewed.is_some());
            diagnostics.extend(tell(front, owned, reviewed));
        }
        _ => {}
    }
}

fn tell(front: &FrontMatter, owned: bool, reviewed: bool) -> Option<Diagnostic> {
    let every = front.review_every.as_ref()?;
    let (message, help) = match (owned, reviewed) {
        (true, true) => return None,
        (false, true) => (
            "this is to be reviewed, but nobody owns it",
            "add `owner: …`: the team that is asked",
        ),
        (true, false) => (
            "this is to be reviewed, but it does not say when it was last",
            "add `reviewed: …` with the day of the last review",
        ),
        (false, false) => (
            "this is to be reviewed, but it names no owner and no last review",
            "add `owner: …` and `reviewed: …`",
        ),
    };
    Some(Diagnostic::new(&LINT.rule, every.span, message).help(help))
}
