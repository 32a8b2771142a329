//! Headings with nothing below them.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::{Lint, Part, Subject};
use crate::model::{NodeId, NodeKind, PageKind};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB253",
        name: "empty-section",
        severity: Severity::Info,
        summary: "A heading has nothing below it.",
        page: include_str!("empty-section.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    // A scene of a script is checked as a scene, and an ending may say all in its heading.
    let is_script = matches!(subject.part, Part::Page(page) if page.kind() == PageKind::Script);
    let Some(tree) = subject.part.tree().filter(|_| !is_script) else {
        return;
    };
    for node in tree.all() {
        let NodeKind::Heading(heading) = node.kind() else {
            continue;
        };
        let next = tree.nodes[node.id.0 as usize].next;
        let is_empty = match tree.nodes.get(next as usize) {
            None => true,
            Some(_) => match tree.node(NodeId(next)).kind() {
                NodeKind::Heading(below) => below.level <= heading.level,
                _ => false,
            },
        };
        if is_empty {
            let message = "this heading has nothing below it";
            let told = Diagnostic::new(&LINT.rule, node.span(), message);
            diagnostics.push(told.help("write the section, or take the heading out"));
        }
    }
}
