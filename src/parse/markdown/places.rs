//! What the events do not say: labels of quotes, code that nothing closes, where the address of a link stands.

use super::{ALERTS, Builder, Place};
use crate::diagnostic::{Diagnostic, UNCLOSED_CODE_FENCE, UNKNOWN_LABEL};
use crate::model::NodeKind;
use crate::question::QUESTION_LABELS;
use crate::source::Spanned;
use pulldown_cmark::CodeBlockKind;
use std::ops::Range;

impl Builder<'_, '_> {
    /// `[!label]` at the start of a quote.
    pub(super) fn label(&mut self, quote: usize, range: &Range<usize>, body: &str) {
        let text = &body[range.clone()];
        let Some(rest) = text.strip_prefix("[!") else {
            return;
        };
        let Some(len) = rest.find(']') else { return };
        let word = &rest[..len];
        if word.is_empty() || !word.chars().all(|c| c.is_alphanumeric() || c == '-') {
            return;
        }
        let span = self.span(&(range.start..range.start + len + 3));
        let label = word.to_lowercase();
        let known = || ALERTS.iter().chain(QUESTION_LABELS).copied();
        if known().any(|k| k == label) {
            self.tree.nodes[quote].kind =
                NodeKind::Quote(Some(Box::new(Spanned::new(label, span))));
            self.run.skip_label(range.start + len + 3);
        } else {
            let message = format!("\"{word}\" is not a label of a quote");
            let diagnostic = Diagnostic::new(&UNKNOWN_LABEL, span, message);
            self.diagnostics
                .push(diagnostic.did_you_mean(&label, known()));
        }
    }

    pub(super) fn check_code_closed(
        &mut self,
        kind: &CodeBlockKind<'_>,
        range: &Range<usize>,
        body: &str,
    ) {
        if !matches!(kind, CodeBlockKind::Fenced(_)) || body[range.end..].trim() != "" {
            return;
        }
        let code = body[range.clone()].trim_end();
        let first = code.lines().next().unwrap_or("");
        let marker = first.trim_start().chars().next().unwrap_or('`');
        let opened = first
            .trim_start()
            .chars()
            .take_while(|&c| c == marker)
            .count();
        let last = code
            .lines()
            .next_back()
            .unwrap_or("")
            .trim_start_matches([' ', '>']);
        let closed = code.lines().count() > 1
            && last.chars().count() >= opened
            && last.chars().all(|c| c == marker);
        if !closed {
            let fence: String = std::iter::repeat_n(marker, opened).collect();
            let message = "this code is not closed: everything after it is taken for code";
            let span = self.span(&(range.start..range.start + first.len()));
            self.diagnostics.push(
                Diagnostic::new(&UNCLOSED_CODE_FENCE, span, message)
                    .help(format!("add a line `{fence}` where the code ends")),
            );
        }
    }

    /// Finds the address of a link that has just ended: what follows its last child.
    pub(super) fn place_target(&mut self, link: usize, range: &Range<usize>, body: &str) {
        let Place::Body(base) = self.place else {
            return;
        };
        let inside = self.tree.nodes[link + 1..]
            .iter()
            .map(|n| n.end as usize - base)
            .max();
        let from = inside
            .unwrap_or(range.start + 1)
            .clamp(range.start, range.end);
        let Some(text) = body.get(from..range.end) else {
            return;
        };
        let Some(open) = text.find("](") else { return };
        let after = &text[open + 2..];
        let address = after.trim_start();
        let start = from + open + 2 + (after.len() - address.len());
        let len = if let Some(pointed) = address.strip_prefix('<') {
            pointed.find('>').map_or(0, |end| end + 2)
        } else {
            let end = address
                .find(char::is_whitespace)
                .unwrap_or(address.len() - 1);
            end.min(address.len().saturating_sub(1))
        };
        let span = self.span(&(start..start + len));
        if let NodeKind::Link(node) | NodeKind::Image(node) = &mut self.tree.nodes[link].kind {
            node.target_span = span;
        }
    }
}
