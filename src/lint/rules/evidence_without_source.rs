//! Statements of evidence, and answers to myths, without a source.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::link::snippet;
use crate::lint::{Lint, Subject};
use crate::model::{Block, BlockData, EvidenceGrade, NodeKind, NodeRef, Tree};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB351",
        name: "evidence-without-source",
        severity: Severity::Warning,
        summary: "A statement of evidence, or the answer to a myth, cites no source.",
        page: include_str!("evidence-without-source.md"),
    },
    check,
};

/// Snippets in snippets that are followed; a loop is told when links are looked up.
const DEPTH: usize = 8;

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(tree) = subject.part.tree() else {
        return;
    };
    for node in tree.all() {
        let NodeKind::Block(block) = node.kind() else {
            continue;
        };
        if needs_source(block) && !has_source(subject, tree, &mut node.descendants(), DEPTH) {
            let message = format!("this {} names no source", what(block));
            let help = "cite where it is written, [@key], so that readers can judge it; `grade=none` says that nothing \
                        is known";
            let told = Diagnostic::new(&LINT.rule, block.name.span, message);
            diagnostics.push(told.help(help));
        }
    }
}

fn what(block: &Block) -> &'static str {
    match block.name.value.as_str() {
        "myth" => "answer to a myth",
        _ => "statement of evidence",
    }
}

fn needs_source(block: &Block) -> bool {
    let BlockData::Evidence(grade) = &block.data else {
        return false;
    };
    let grade = grade.as_ref().map(|grade| grade.value);
    grade != Some(EvidenceGrade::None)
}

/// Whether some nodes cite a source, themselves, in a footnote or in a snippet that they put in.
fn has_source<'a>(
    subject: &Subject<'_>,
    tree: &'a Tree,
    mut nodes: &mut dyn Iterator<Item = NodeRef<'a>>,
    depth: usize,
) -> bool {
    Iterator::any(&mut nodes, |node| match node.kind() {
        NodeKind::Citation(_) => true,
        NodeKind::FootnoteReference(label) => footnote_cites(tree, label),
        NodeKind::Block(block) => match &block.data {
            BlockData::Snippet(Some(name)) if depth > 0 => {
                let reader = subject.part.reader(subject.site);
                let entry = subject.site.snippet_for(&name.value, &reader);
                let inner = entry.and_then(|entry| snippet(&entry.parsed));
                inner.is_some_and(|inner| {
                    has_source(subject, &inner.tree, &mut inner.tree.all(), depth - 1)
                })
            }
            _ => false,
        },
        _ => false,
    })
}

fn footnote_cites(tree: &Tree, label: &str) -> bool {
    let mut notes = tree.all().filter(
        |node| matches!(node.kind(), NodeKind::FootnoteDefinition(name) if **name == *label),
    );
    notes.any(|note| {
        let mut nodes = note.descendants();
        nodes.any(|node| matches!(node.kind(), NodeKind::Citation(_) | NodeKind::Link(_)))
    })
}
