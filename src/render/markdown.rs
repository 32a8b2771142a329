//! Markdown nodes into HTML.

use super::escape::escaped;
use super::highlight::highlight;
use super::writer::{Text, Writer};
use crate::link::Target;
use crate::model::{Alignment, Heading, LinkNode, NodeKind, NodeRef, PageKind};
use crate::parse::{ALERTS, anchors::slug, html_addresses};

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

    fn inline(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>) {
        match node.kind() {
            NodeKind::Text(_) => self.text(out, node.literal()),
            NodeKind::Code(_) => {
                out.push_str("<code>");
                self.text(out, node.literal());
                out.push_str("</code>");
            }
            NodeKind::SoftBreak => out.push('\n'),
            NodeKind::HardBreak => out.push_str("<br>\n"),
            NodeKind::Emphasis => self.wrap(out, text, node, ("<em>", "</em>")),
            NodeKind::Strong => self.wrap(out, text, node, ("<strong>", "</strong>")),
            NodeKind::Strikethrough => self.wrap(out, text, node, ("<del>", "</del>")),
            NodeKind::Link(link) => self.link(out, text, node, link),
            NodeKind::Image(image) => self.image(out, text, node, image),
            NodeKind::Html => self.html(out, text, node),
            NodeKind::Fact(name) => self.fact(out, node, name),
            NodeKind::Term(term) => self.term(out, &term.shown, &term.term.value),
            NodeKind::Citation(items) => self.citation(out, items),
            NodeKind::FootnoteReference(name) => self.footnote_mark(out, text, name),
            NodeKind::Gap(gap) => self.gap(out, node, gap),
            // Blocks were drawn above.
            _ => {}
        }
    }

    fn wrap(
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
        let level = (heading.level + self.heading_shift).clamp(2, 6);
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
        let markup = format!(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><pre class=\"code\"><code{class}>{html}</code></pre></div>\n"
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
            children.iter().take_while(|c| is_inline(c.kind())).count()
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
            out.push_str(&format!("<{open}{class}>{html}</{close}>"));
        }
        out.push_str("</tr>\n");
    }

    fn link(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>, link: &LinkNode) {
        let href = self.href(text.links.get(node.id)).filter(|_| !self.in_link);
        let Some(href) = href else {
            return self.children(out, text, node);
        };
        let title = title_attribute(&link.title);
        let id = link
            .attrs
            .id
            .as_ref()
            .map(|id| self.id_attribute(&id.value))
            .unwrap_or_default();
        let classes = class_attribute(link.attrs.classes.iter().map(|c| c.value.as_str()));
        out.push_str(&format!(
            "<a href=\"{}\"{id}{classes}{title}>",
            escaped(&href)
        ));
        self.in_link = true;
        self.children(out, text, node);
        self.in_link = false;
        out.push_str("</a>");
    }

    fn image(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>, image: &LinkNode) {
        let alt = self.alt(node);
        let Some(src) = self.href(text.links.get(node.id)) else {
            // A picture that is not there leaves its words.
            return self.text(out, &alt);
        };
        let decorative = image.attrs.has_word("decorative");
        let alt = if decorative {
            String::new()
        } else {
            escaped(&alt)
        };
        let number = |key: &str| {
            let value = image.attrs.value(key)?;
            let digits = !value.value.is_empty() && value.value.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| format!(" {key}=\"{}\"", value.value))
        };
        let id = image
            .attrs
            .id
            .as_ref()
            .map(|id| self.id_attribute(&id.value))
            .unwrap_or_default();
        let classes = class_attribute(image.attrs.classes.iter().map(|c| c.value.as_str()));
        let size = number("width").unwrap_or_default() + &number("height").unwrap_or_default();
        let title = if decorative {
            String::new()
        } else {
            title_attribute(&image.title)
        };
        let src = escaped(&src);
        let markup =
            format!("<img src=\"{src}\" alt=\"{alt}\"{size}{id}{classes}{title} loading=\"lazy\">");
        self.own(out, &markup);
    }

    /// The alternative text, with facts as values.
    fn alt(&self, node: NodeRef<'a>) -> String {
        self.facts.expand(&node.plain_text(), |_, _| {})
    }

    /// Raw HTML as written, but with addresses that lead where they should.
    fn html(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>) {
        let source = node.source();
        let targets = text.links.of(node.id);
        let mut done = 0;
        for (found, (_, target)) in html_addresses(source).iter().zip(targets) {
            self.text_as_html(out, &source[done..found.range.start]);
            let href = if *target == Target::Nowhere {
                None
            } else {
                self.href(target)
            };
            out.push_str(&escaped(&href.unwrap_or_default()));
            done = found.range.end;
        }
        self.text_as_html(out, &source[done..]);
    }

    fn text_as_html(&self, out: &mut String, html: &str) {
        out.push_str(&html.replace(['\u{E000}', '\u{E001}'], "\u{FFFD}"));
    }

    fn fact(&mut self, out: &mut String, node: NodeRef<'a>, name: &str) {
        match self.facts.get(name) {
            Some(value) => {
                self.text(out, value);
                if !self.facts_used.iter().any(|used| used == name) {
                    self.facts_used.push(name.to_owned());
                }
            }
            None => self.text(out, node.source()),
        }
    }

    fn term(&mut self, out: &mut String, shown: &str, term: &str) {
        let site = self.studio.site;
        let entry = site
            .shared
            .terms
            .get(&term.to_lowercase())
            .map(|&at| &site.shared.glossary[at]);
        let plain = entry.and_then(|e| e.plain.get(&self.meta.lang, site.config.language()));
        let (Some(entry), Some(plain), false) = (entry, plain, self.in_link) else {
            return self.text(out, shown);
        };
        let page = super::pages::glossary_path(site, &self.meta.lang);
        let href = format!("{}#{}", self.file_href(&page), slug(&entry.term.value));
        let plain = self.facts.expand(&plain.value, |_, _| {});
        let markup = format!(
            "<a class=\"term\" href=\"{}\" data-plain=\"{}\">{}</a>",
            escaped(&href),
            escaped(&plain),
            escaped(shown)
        );
        self.own(out, &markup);
    }

    fn citation(&mut self, out: &mut String, items: &[crate::model::CitationItem]) {
        let site = self.studio.site;
        let mut parts = Vec::new();
        for item in items {
            if !site.shared.citations.contains_key(&item.key.value) {
                parts.push(escaped(&format!("@{}", item.key.value)));
                continue;
            }
            let (number, count) = self.citations.cite(&item.key.value);
            let key = super::references::id(&item.key.value);
            let place = self.id_attribute(&format!("cite-{key}-{count}"));
            let locator = match item.locator.as_str() {
                "" => String::new(),
                locator => format!(", {}", escaped(locator)),
            };
            parts.push(if self.in_link {
                format!("{number}{locator}")
            } else {
                format!("<a class=\"cite\"{place} href=\"#ref-{key}\">{number}</a>{locator}")
            });
        }
        let markup = format!("<span class=\"cites\">[{}]</span>", parts.join("; "));
        self.own(out, &markup);
    }

    fn footnote_mark(&mut self, out: &mut String, text: Text<'a>, name: &'a str) {
        let Some((number, count)) = self.notes.refer(text, name) else {
            return;
        };
        let place = self.id_attribute(&footnote_place(number, count));
        let markup = if self.in_link {
            format!("<sup class=\"fn\">{number}</sup>")
        } else {
            format!("<sup class=\"fn\"><a href=\"#fn-{number}\"{place}>{number}</a></sup>")
        };
        self.own(out, &markup);
    }
}

/// The anchor of a reference to a footnote.
pub(super) fn footnote_place(number: usize, count: usize) -> String {
    match count {
        1 => format!("fnref-{number}"),
        count => format!("fnref-{number}-{count}"),
    }
}

fn title_attribute(title: &str) -> String {
    match title {
        "" => String::new(),
        title => format!(" title=\"{}\"", escaped(title)),
    }
}

fn class_attribute<'c>(classes: impl Iterator<Item = &'c str>) -> String {
    let classes: Vec<String> = classes.map(escaped).collect();
    if classes.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", classes.join(" "))
    }
}

/// Whether a node stands in running text.
pub(super) fn is_inline(kind: &NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Text(_)
            | NodeKind::Code(_)
            | NodeKind::Html
            | NodeKind::SoftBreak
            | NodeKind::HardBreak
            | NodeKind::Emphasis
            | NodeKind::Strong
            | NodeKind::Strikethrough
            | NodeKind::Link(_)
            | NodeKind::Image(_)
            | NodeKind::FootnoteReference(_)
            | NodeKind::Fact(_)
            | NodeKind::Citation(_)
            | NodeKind::Term(_)
            | NodeKind::Gap(_)
    )
}
