//! Boxes, gaps, labelled quotes and blocks that stand in a question where nothing reads them.

use super::Syntax;
use crate::diagnostic::{Diagnostic, GAP_OUTSIDE_QUESTION, INVALID_QUESTION, MISPLACED_BLOCK};
use crate::model::{Fragment, Gap, NodeId, NodeKind, NodeRef, Tree};
use crate::source::Spanned;
use std::collections::HashSet;

/// The labels of quotes that belong to a question.
pub const QUESTION_LABELS: &[&str] = &["hint", "explain", "true", "false", "model"];

/// The gaps of a fragment, in document order, each with its node.
#[must_use]
pub fn gaps_in(tree: &Tree, fragment: &Fragment) -> Vec<(NodeId, Spanned<Gap>)> {
    let nodes = fragment.nodes(tree).flat_map(NodeRef::descendants);
    nodes
        .filter_map(|node| match node.kind() {
            NodeKind::Gap(gap) => {
                let texts = gap.texts.iter().map(|t| t.trim().to_owned()).collect();
                let gap = Gap {
                    texts,
                    chosen: gap.chosen,
                };
                Some((node.id, Spanned::new(gap, node.span())))
            }
            _ => None,
        })
        .collect()
}

/// Tells what stands among `nodes` (all nodes of a question) and only means something elsewhere. `read` are the
/// nodes that the question has read as what they are.
pub fn tell_strays<'a>(
    nodes: impl Iterator<Item = NodeRef<'a>>,
    read: &HashSet<NodeId>,
    syntax: Syntax,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut inner_end = 0;
    for node in nodes {
        // A block that stands here in vain is told as a whole.
        if (node.id.0 as usize) < inner_end || read.contains(&node.id) {
            continue;
        }
        if is_question(node) {
            inner_end = node.id.0 as usize + node.descendants().count();
        }
        diagnostics.extend(stray(node, syntax));
    }
    diagnostics
}

fn is_question(node: NodeRef<'_>) -> bool {
    matches!(node.kind(), NodeKind::Block(block) if matches!(block.name.value.as_str(), "question" | "quiz"))
}

fn stray(node: NodeRef<'_>, syntax: Syntax) -> Option<Diagnostic> {
    let fault = match node.kind() {
        NodeKind::Item(Some(_)) => {
            let help = syntax.pick(
                "options stand in one list, directly in the question, not within a quote, another option or a block",
                "write options under `options:`, not in a text",
            );
            let message = "this box is not an option of the question";
            Diagnostic::new(&INVALID_QUESTION, node.span(), message).help(help)
        }
        NodeKind::Quote(Some(label)) if QUESTION_LABELS.contains(&label.value.as_str()) => {
            let help = syntax.pick(
                "put it directly in the question, not within an option, a quote or a block",
                "write it under its own key, not in a text",
            );
            let message = format!("a quote with the label \"{}\" cannot be read here", label.value);
            Diagnostic::new(&INVALID_QUESTION, label.span, message).help(help)
        }
        NodeKind::Gap(_) => Diagnostic::new(&GAP_OUTSIDE_QUESTION, node.span(), "this gap cannot be filled")
            .help("only the text of a question with `type=gaps` has gaps; write the word without `[=` and `]`"),
        NodeKind::Block(block) if is_question(node) => {
            let message = format!("\"{}\" cannot stand within a question", block.name.value);
            Diagnostic::new(&MISPLACED_BLOCK, block.name.span, message)
                .help("close the question with `:::` before it")
        }
        _ => return None,
    };
    Some(fault)
}
