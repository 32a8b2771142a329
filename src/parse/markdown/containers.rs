//! Lines of colons: they open and close blocks.

use super::{Builder, OpenBlock};
use crate::diagnostic::{Diagnostic, STRAY_FENCE, UNCLOSED_BLOCK};
use crate::model::NodeKind;
use crate::parse::blocks::opening::open_block;
use crate::parse::fences::Fence;
use crate::source::Span;
use pulldown_cmark::Event;
use std::ops::Range;

impl Builder<'_, '_> {
    pub(super) fn is_fence(&mut self, event: &Event<'_>, range: &Range<usize>) -> bool {
        let candidate = matches!(event, Event::Rule | Event::Html(_));
        candidate
            && self
                .fences
                .peek()
                .is_some_and(|f| f.line.start == range.start)
    }

    /// Fences that the parser took for something else, before the place it has reached.
    pub(super) fn late_fences(&mut self, reached: usize, body: &str) {
        while self.fences.peek().is_some_and(|f| f.line.start < reached) {
            let fence = self.fences.next().expect("it was peeked at");
            self.fence(&fence, body);
        }
    }

    pub(super) fn fence(&mut self, fence: &Fence, body: &str) {
        let line = self.span(&fence.line);
        if fence.rest.is_empty() {
            return self.close_fence(fence.colons, line);
        }
        let text = &body[fence.rest.clone()];
        let place = self.span(&fence.rest);
        let block = open_block(text, place).take(self.diagnostics);
        let name = block.name.value.clone();
        self.open(NodeKind::Block(Box::new(block)), &fence.line);
        let node = self.stack.last().copied().flatten();
        self.blocks.push(OpenBlock {
            node,
            colons: fence.colons,
            line,
            name,
        });
    }

    pub(super) fn close_fence(&mut self, colons: usize, line: Span) {
        let same = self.blocks.iter().rposition(|b| b.colons == colons);
        let Some(innermost) = self.blocks.len().checked_sub(1) else {
            let message = "this closes a block, but none is open";
            let help = "remove the line, or open the block above with `::: name`";
            self.diagnostics
                .push(Diagnostic::new(&STRAY_FENCE, line, message).help(help));
            return;
        };
        let closing = same.unwrap_or(innermost);
        self.close_blocks(closing + 1);
        let block = self.blocks.pop().expect("there is an innermost block");
        self.stack.pop();
        if let Some(node) = block.node {
            self.close(node);
            self.tree.nodes[node].end = line.end;
        }
    }

    /// Closes every block above `keep` and tells that nothing else did.
    pub(super) fn close_blocks(&mut self, keep: usize) {
        while self.blocks.len() > keep {
            let block = self.blocks.pop().expect("there are more than keep");
            self.stack.pop();
            if let Some(node) = block.node {
                self.close(node);
                if let Some(last) = self.tree.nodes.last().map(|n| n.end) {
                    let end = &mut self.tree.nodes[node].end;
                    *end = last.max(*end);
                }
            }
            let message = format!("the block \"{}\" is not closed", block.name);
            let colons = ":".repeat(block.colons);
            let help = format!("add a line `{colons}` where it ends");
            self.diagnostics
                .push(Diagnostic::new(&UNCLOSED_BLOCK, block.line, message).help(help));
        }
    }
}
