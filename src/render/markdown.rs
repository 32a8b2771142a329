//! Markdown nodes into HTML.

use super::escape::escaped;
use super::highlight::highlight;
use super::inline::class_attribute;
use super::writer::{Text, Writer};
use crate::model::{Alignment, Heading, LinkNode, NodeKind, NodeRef, PageKind};
use crate::parse::{ALERTS, anchors::slug};

/// Nodes whose content is drawn by itself and put in as a whole, so that raw HTML in it is cleaned there.
pub(super) fn drawn_apart(kind: &NodeKind) -> bool {
    match kind {
        NodeKind::Block(_) | NodeKind::Table(_) | NodeKind::CodeBlock(_) => true,
        NodeKind::Quote(label) => label.is_some(),
        NodeKind::Item(task) => task.is_some(),
        _ => false,
    }
}

impl<'a> Writer<'a> {
    /// One node with all below it.
    pub(super) fn node(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>) {
        match node.kind() {
            NodeKind::Paragraph => self.paragraph(out, text, node),
            NodeKind::Heading(heading) => self.heading(out, text, node, heading),
            NodeKind::Quote(label) => match label {
                Some(label) => self.alert(out, text, node, &label.value),
                None => self.wrap(out, text, node, ("<blockquote>\n", "</blockquote>\n")),
            },
            NodeKind::CodeBlock(lang) => self.code_block(out, node, lang.as_deref()),
            NodeKind::List(start) => self.list(out, text, node, *start),
            NodeKind::Item(None) => self.wrap(out, text, node, ("<li>", "</li>\n")),
            NodeKind::Item(Some(done)) => self.task(out, text, node, *done),
            NodeKind::Table(columns) => self.table(out, text, node, columns),
            NodeKind::DefinitionList => self.wrap(out, text, node, ("<dl>\n", "</dl>\n")),
            NodeKind::DefinitionTerm => self.wrap(out, text, node, ("<dt>", "</dt>\n")),
            NodeKind::Definition => self.wrap(out, text, node, ("<dd>", "</dd>\n")),
            NodeKind::ThematicBreak => out.push_str("<hr>\n"),
            NodeKind::Block(block) => self.block(out, text, node, block),
            // Rows and cells are drawn by their table; footnotes stand at the end of the page.
            NodeKind::TableHead
            | NodeKind::TableRow
            | NodeKind::TableCell
            | NodeKind::FootnoteDefinition(_) => {}
            _ => self.inline(out, text, node),
        }
    }

    pub(super) fn wrap(
        &mut self,
        out: &mut String,
        text: Text<'a>,
        node: NodeRef<'a>,
        (open, close): (&str, &str),
    ) {
        out.push_str(open);
        self.children(out, text, node);
        out.push_str(close);
    }

    /// A paragraph that holds one picture with a caption is a figure.
    fn paragraph(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>) {
        let mut children = node.children();
        let (only, more) = (children.next(), children.next());
        if let (Some(child), None) = (only, more)
            && let NodeKind::Image(image) = child.kind()
        {
            return self.figure(out, text, child, image);
        }
        self.wrap(out, text, node, ("<p>", "</p>\n"));
    }

    fn figure(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>, image: &LinkNode) {
        let caption = image.attrs.value("caption").map(|c| c.value.as_str());
        let caption = caption.or(Some(image.title.as_str()).filter(|t| !t.is_empty()));
        out.push_str("<figure>");
        self.image(out, text, node, image);
        if let Some(caption) = caption {
            out.push_str("<figcaption>");
            self.text(out, caption);
            out.push_str("</figcaption>");
        }
        out.push_str("</figure>\n");
    }

    fn heading(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>, heading: &Heading) {
        let id = self.id_attribute(&heading.id);
        if Some(node.id) == self.title_heading && std::ptr::eq(text.tree, node.tree) {
            // The theme shows the title; links to the heading still find their place.
            let place = format!("<span{id}></span>\n");
            return self.own(out, &place);
        }
        let level = self.heading_level(heading.level);
        let classes = class_attribute(heading.attrs.classes.iter().map(|c| c.value.as_str()));
        out.push_str(&format!("<h{level}{id}{classes}>"));
        self.children(out, text, node);
        out.push_str(&format!("</h{level}>\n"));
    }

    fn alert(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>, label: &str) {
        let nodes: Vec<NodeRef<'a>> = node.children().collect();
        let content = self.blocks(text, &nodes);
        if !ALERTS.contains(&label) {
            return self.own(out, &format!("<blockquote>\n{content}</blockquote>\n"));
        }
        let title = escaped(&self.word(&format!("alert-{label}")));
        let markup = format!(
            "<div class=\"alert alert-{label}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n{content}</div>\n"
        );
        self.own(out, &markup);
    }

    fn code_block(&mut self, out: &mut String, node: NodeRef<'a>, lang: Option<&str>) {
        let mut code = String::new();
        for line in node.children() {
            code.push_str(line.literal());
        }
        let html = lang
            .and_then(|lang| highlight(lang, &code))
            .unwrap_or_else(|| escaped(&code));
        let class = lang.map_or_else(String::new, |lang| {
            format!(" class=\"language-{}\"", escaped(&slug(lang)))
        });
        let label = escaped(&self.region("code-region"));
        let dir = self.code_dir();
        let markup = format!(
            "<div class=\"scroll\"{dir} role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><pre class=\"code\"><code{class}>{html}</code></pre></div>\n"
        );
        self.own(out, &markup);
    }

    fn list(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>, start: Option<u64>) {
        let tasks = node
            .children()
            .any(|item| matches!(item.kind(), NodeKind::Item(Some(_))));
        let class = if tasks { " class=\"task-list\"" } else { "" };
        match start {
            None => self.wrap(out, text, node, (&format!("<ul{class}>\n"), "</ul>\n")),
            Some(1) => self.wrap(out, text, node, (&format!("<ol{class}>\n"), "</ol>\n")),
            Some(first) => {
                self.wrap(
                    out,
                    text,
                    node,
                    (&format!("<ol{class} start=\"{first}\">\n"), "</ol>\n"),
                );
            }
        }
    }

    /// An item with a box. On a form the reader ticks it; elsewhere it only shows. The label holds the words, and what
    /// stands below them follows it.
    fn task(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>, done: bool) {
        let children: Vec<NodeRef<'a>> = node.children().collect();
        let loose = matches!(
            children.first().map(|c| c.kind()),
            Some(NodeKind::Paragraph)
        );
        let words = if loose {
            1
        } else {
            children.iter().take_while(|c| c.kind().is_inline()).count()
        };
        let inner: Vec<NodeRef<'a>> = match children.first() {
            Some(paragraph) if loose => paragraph.children().collect(),
            _ => children[..words].to_vec(),
        };
        let label = self.blocks(text, &inner);
        let below = self.blocks(text, &children[words..]);
        let checked = if done { " checked" } else { "" };
        let fixed = if self.kind == PageKind::Form {
            ""
        } else {
            " disabled"
        };
        let markup = format!(
            "<li><label><input type=\"checkbox\"{checked}{fixed}> {label}</label>{below}</li>\n"
        );
        self.own(out, &markup);
    }

    fn table(
        &mut self,
        out: &mut String,
        text: Text<'a>,
        node: NodeRef<'a>,
        columns: &[Alignment],
    ) {
        let label = escaped(&self.region("table-region"));
        let mut markup = format!(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>\n"
        );
        let mut in_body = false;
        for row in node.children() {
            let head = matches!(row.kind(), NodeKind::TableHead);
            if head {
                markup.push_str("<thead>\n");
            } else if !in_body {
                markup.push_str("<tbody>\n");
                in_body = true;
            }
            self.row(&mut markup, text, row, columns);
            if head {
                markup.push_str("</thead>\n");
            }
        }
        markup.push_str(if in_body {
            "</tbody>\n</table></div>\n"
        } else {
            "</table></div>\n"
        });
        self.own(out, &markup);
    }

    fn row(&mut self, out: &mut String, text: Text<'a>, row: NodeRef<'a>, columns: &[Alignment]) {
        let head = matches!(row.kind(), NodeKind::TableHead);
        out.push_str("<tr>");
        for (cell, alignment) in row.children().zip(columns) {
            let nodes: Vec<NodeRef<'a>> = cell.children().collect();
            let html = self.blocks(text, &nodes);
            let class = match alignment {
                Alignment::None => "",
                Alignment::Start => " class=\"align-start\"",
                Alignment::Center => " class=\"align-center\"",
                Alignment::End => " class=\"align-end\"",
            };
            // An empty head would be read out as a head without words.
            let (open, close) = match (head, html.is_empty()) {
                (true, false) => ("th scope=\"col\"", "th"),
                _ => ("td", "td"),
            };
            for part in ["<", open, class, ">", &html, "</", close, ">"] {
                out.push_str(part);
            }
        }
        out.push_str("</tr>\n");
    }
}
