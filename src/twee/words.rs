//! Text of a script as SugarCube shows it.

use super::Loss;
use crate::link::Facts;
use crate::model::{NodeKind, NodeRef};
use crate::source::LineIndex;

/// Writes text, and notes what it cannot write.
pub struct Words<'a> {
    pub facts: Facts<'a>,
    pub lines: LineIndex<'a>,
    pub losses: Vec<Loss>,
}

impl Words<'_> {
    /// Notes what is not carried.
    pub fn lose(&mut self, node: NodeRef<'_>, what: &str) {
        let line = self.lines.position(node.span().start as usize).line;
        let what = what.to_owned();
        self.losses.push(Loss { line, what });
    }

    /// Nodes that stand in running text, with their marks.
    pub fn inline<'n>(&mut self, nodes: impl Iterator<Item = NodeRef<'n>>) -> String {
        let mut out = String::new();
        for node in nodes {
            self.node(&mut out, node);
        }
        out.trim().to_owned()
    }

    /// A block: a paragraph as one line, anything else by the text of its paragraphs.
    pub fn block(&mut self, node: NodeRef<'_>) -> String {
        match node.kind() {
            NodeKind::Paragraph => self.inline(node.children()),
            kind if kind.is_inline() => self.inline(std::iter::once(node)),
            NodeKind::Heading(_) => format!("''{}''", self.inline(node.children())),
            NodeKind::Quote(_) | NodeKind::Block(_) => self.blocks(node),
            NodeKind::ThematicBreak => String::new(),
            NodeKind::List(number) => self.list(node, *number),
            NodeKind::FootnoteDefinition(_) => {
                self.lose(node, "a footnote is left out");
                String::new()
            }
            _ => {
                self.lose(node, "a table or code is carried as plain text");
                escape(&node.plain_text())
            }
        }
    }

    fn blocks(&mut self, node: NodeRef<'_>) -> String {
        let parts = node.children().map(|child| self.block(child));
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    }

    fn list(&mut self, node: NodeRef<'_>, number: Option<u64>) -> String {
        let mut out = String::new();
        for (at, item) in node.children().enumerate() {
            let mark =
                number.map_or_else(|| "•".to_owned(), |first| format!("{}.", first + at as u64));
            out.push_str(&format!(
                "{mark} {}\n",
                self.blocks(item).replace('\n', " ")
            ));
        }
        out.trim_end().to_owned()
    }

    fn node(&mut self, out: &mut String, node: NodeRef<'_>) {
        match node.kind() {
            NodeKind::Text(_) => out.push_str(&escape(node.literal())),
            NodeKind::Code(_) => out.push_str(&escape(node.literal())),
            NodeKind::SoftBreak => out.push(' '),
            NodeKind::HardBreak => out.push_str("<br>"),
            NodeKind::Emphasis => self.marked(out, node, "//"),
            NodeKind::Strong => self.marked(out, node, "''"),
            NodeKind::Strikethrough => self.marked(out, node, "=="),
            NodeKind::Link(link) => {
                self.lose(
                    node,
                    &format!("the link to {} is carried as words", link.target),
                );
                self.marked(out, node, "");
            }
            NodeKind::Image(link) => {
                self.lose(node, &format!("the picture {} is left out", link.target));
                out.push_str(&escape(&node.plain_text()));
            }
            NodeKind::Fact(name) => {
                let value = self.facts.get(name).unwrap_or(name);
                out.push_str(&escape(value));
            }
            NodeKind::Term(term) => out.push_str(&escape(&term.shown)),
            NodeKind::FootnoteReference(_) => self.lose(node, "the mark of a footnote is left out"),
            NodeKind::Citation(_) => self.lose(node, "a source is left out"),
            NodeKind::Html => self.lose(node, "HTML is left out"),
            _ => out.push_str(&escape(&node.plain_text())),
        }
    }

    fn marked(&mut self, out: &mut String, node: NodeRef<'_>, mark: &str) {
        out.push_str(mark);
        for child in node.children() {
            self.node(out, child);
        }
        out.push_str(mark);
    }
}

/// Signs that SugarCube gives a meaning, as HTML entities, which it shows as the signs.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\n';
    for sign in text.chars() {
        let doubled = sign == before && matches!(sign, '\'' | '/' | '=' | '-' | '^' | '~');
        let comment = before == '/' && matches!(sign, '*' | '%');
        let leading = before == '\n' && matches!(sign, '*' | '#' | '!' | '>' | '-' | '|');
        let special = matches!(
            sign,
            '&' | '<' | '>' | '[' | ']' | '{' | '}' | '$' | '@' | '\\' | '_' | '`' | '"'
        );
        if doubled || comment || leading || special {
            out.push_str(&format!("&#{};", u32::from(sign)));
        } else {
            out.push(sign);
        }
        before = sign;
    }
    out
}

/// Turns entities back into signs.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.find(';').filter(|&end| end <= 8);
        let sign = end.and_then(|end| entity(&after[..end]));
        match (sign, end) {
            (Some(sign), Some(end)) => {
                out.push(sign);
                rest = &after[end + 1..];
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    let number = name.strip_prefix('#');
    let hex = number.and_then(|number| number.strip_prefix(['x', 'X']));
    match (hex, number) {
        (Some(hex), _) => char::from_u32(u32::from_str_radix(hex, 16).ok()?),
        (None, Some(number)) => char::from_u32(number.parse().ok()?),
        (None, None) => Some(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            _ => return None,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_keeps_a_meaning_and_all_come_back() {
        let text = "* 5 < 6 & $7 [[x->y]] //a// ''b'' <<c>> _d \"e\" /* f */ -- g";
        let escaped = escape(text);
        for mark in ["<<", "[[", "//", "''", "/*", "$7", "--", "_d"] {
            assert!(!escaped.contains(mark), "{mark} in {escaped}");
        }
        assert_eq!(unescape(&escaped), text);
        assert_eq!(
            unescape("R&D; &bogus; &#x2019; &amp;lt;"),
            "R&D; &bogus; ’ &lt;"
        );
    }
}
