//! Headings that leave out a level.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::{Lint, Part, Subject};
use crate::model::NodeKind;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB251",
        name: "skipped-heading-level",
        severity: Severity::Warning,
        summary: "A heading is more than one level below the one before it.",
        page: include_str!("skipped-heading-level.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(tree) = subject.part.tree() else {
        return;
    };
    // The title of a page is its first level; a snippet stands below any heading.
    let mut above = matches!(subject.part, Part::Page(_)).then_some((1, None));
    for node in tree.all() {
        let NodeKind::Heading(heading) = node.kind() else {
            continue;
        };
        if let Some((level, before)) = above
            && heading.level > level + 1
        {
            let signs = |level: u8| "#".repeat(usize::from(level));
            let after = match before {
                Some(_) => format!("a heading with {}", signs(level)),
                None => "the title".to_owned(),
            };
            let message = format!(
                "{} follows {after}: a level is left out",
                signs(heading.level)
            );
            let mut told = Diagnostic::new(&LINT.rule, node.span(), message)
                .help(format!("write it with {}", signs(level + 1)));
            if let Some(before) = before {
                told = told.label(before, "the heading before it");
            }
            diagnostics.push(told);
        }
        above = Some((heading.level, Some(node.span())));
    }
}
