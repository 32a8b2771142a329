//! Objectives that a module promises and never asks about.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::link::{Site, SitePage, questions_on};
use crate::lint::{Lint, Part, Subject};
use crate::model::PageKind;
use std::collections::HashSet;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB457",
        name: "unassessed-objective",
        severity: Severity::Warning,
        summary: "No question of a module is about one of its objectives.",
        page: include_str!("unassessed-objective.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Part::Page(page) = subject.part else {
        return;
    };
    let objectives = &page.page().front.module.objectives;
    if page.kind() != PageKind::Module || objectives.is_empty() {
        return;
    }
    let assessed = assessed(subject.site, page);
    for objective in objectives {
        let id = &objective.id;
        if !assessed.contains(id.value.as_str()) {
            let message = format!("no question is about the objective \"{}\"", id.value);
            let help = format!(
                "add a question with `objective={}` to a lesson, to the quiz or to a bank that it draws from; or take \
                 the objective out",
                id.value
            );
            diagnostics.push(Diagnostic::new(&LINT.rule, id.span, message).help(help));
        }
    }
}

/// The objectives that the questions of a module name, on its pages and in the banks that its quizzes draw from.
fn assessed<'a>(site: &'a Site, module: &SitePage) -> HashSet<&'a str> {
    let folder = |page: &SitePage| page.source.rfind('/').map_or(0, |slash| slash + 1);
    let folder = &module.source[..folder(module)];
    let pages = site.pages.iter();
    let pages =
        pages.filter(|page| page.source.starts_with(folder) && page.meta.lang == module.meta.lang);
    let questions = pages.flat_map(|page| questions_on(site, page));
    questions
        .filter_map(|question| Some(question.objective.as_ref()?.value.as_str()))
        .collect()
}
