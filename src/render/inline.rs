//! Running text into HTML: links, pictures, and teachback's own marks.

use super::escape::escaped;
use super::writer::{Text, Writer};
use crate::html_tags::html_addresses;
use crate::link::Target;
use crate::model::{CitationItem, LinkNode, NodeKind, NodeRef};
use crate::parse::anchors::slug;

impl<'a> Writer<'a> {
    /// One inline node with all below it.
    pub(super) fn inline(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>) {
        match node.kind() {
            NodeKind::Text(_) => self.running_text(out, node.literal()),
            NodeKind::Code(_) => {
                out.push_str("<code");
                out.push_str(self.code_dir());
                out.push('>');
                self.text(out, node.literal());
                out.push_str("</code>");
            }
            NodeKind::SoftBreak => out.push('\n'),
            NodeKind::HardBreak => out.push_str("<br>\n"),
            NodeKind::Emphasis => self.wrap(out, text, node, ("<em>", "</em>")),
            NodeKind::Strong if self.drawn_as_label == Some(node.span()) => {}
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
        let levels = match text.links.get(node.id) {
            Target::Page(page, anchor) => self.level_links(*page, anchor.as_deref()),
            _ => String::new(),
        };
        let levels = if levels.is_empty() {
            levels
        } else {
            format!(" data-levels=\"{}\"", escaped(&levels))
        };
        out.push_str(&format!(
            "<a href=\"{}\"{id}{classes}{title}{levels}>",
            escaped(&href)
        ));
        self.in_link = true;
        self.children(out, text, node);
        self.in_link = false;
        out.push_str("</a>");
    }

    pub(super) fn image(
        &mut self,
        out: &mut String,
        text: Text<'a>,
        node: NodeRef<'a>,
        image: &LinkNode,
    ) {
        let alt = self.alt(node);
        let Some(mut view) = self.picture(text.links.get(node.id)) else {
            // A picture that is not there leaves its words.
            return self.text(out, &alt);
        };
        if !image.attrs.has_word("decorative") {
            view.alt = alt;
            view.title = Some(image.title.clone()).filter(|title| !title.is_empty());
        }
        let number = |key: &str| image.attrs.value(key)?.value.parse().ok();
        view.measure(number("width"), number("height"));
        let id = image.attrs.id.as_ref().map(|id| id.value.clone());
        view.id = id.filter(|id| self.ids.insert(id.clone()));
        let classes = image.attrs.classes.iter();
        view.classes = classes.map(|class| class.value.clone()).collect();
        let markup = self.template("image.html", &view);
        self.own(out, &markup);
    }

    /// The alternative text, with facts as values.
    fn alt(&self, node: NodeRef<'a>) -> String {
        self.facts.expand(&node.plain_text(), |_, _| {})
    }

    /// Raw HTML as written, but with addresses that lead where they should. A link to nowhere loses its address, a
    /// picture that is not there leaves its words.
    fn html(&mut self, out: &mut String, text: Text<'a>, node: NodeRef<'a>) {
        let source = node.source();
        let targets = text.links.of(node.id);
        let mut done = 0;
        for (found, (_, target)) in html_addresses(source).iter().zip(targets) {
            if let Target::Picture(_) = target {
                self.text_as_html(out, &source[done..found.tag.start]);
                self.html_picture(out, &source[found.tag.clone()], target);
                done = found.tag.end;
                continue;
            }
            let (cut, put) = match (self.href(target), found.picture) {
                (Some(href), _) => (&found.range, escaped(&href)),
                (None, Some(alt)) => (&found.tag, alt.to_owned()),
                (None, None) => (&found.attribute, String::new()),
            };
            self.text_as_html(out, &source[done..cut.start]);
            self.text_as_html(out, &put);
            done = cut.end;
        }
        self.text_as_html(out, &source[done..]);
    }

    fn text_as_html(&self, out: &mut String, html: &str) {
        out.push_str(&html.replace(['\u{E000}', '\u{E001}'], "\u{FFFD}"));
    }

    fn fact(&mut self, out: &mut String, node: NodeRef<'a>, name: &str) {
        match self.facts.get(name) {
            Some(value) if is_number(value) => {
                self.number(out, value);
                self.note_fact(name);
            }
            Some(value) => {
                self.text(out, value);
                self.note_fact(name);
            }
            None => self.text(out, node.source()),
        }
    }

    fn note_fact(&mut self, name: &str) {
        if !self.facts_used.iter().any(|used| used == name) {
            self.facts_used.push(name.to_owned());
        }
    }

    fn term(&mut self, out: &mut String, shown: &str, term: &str) {
        let site = self.studio.site;
        let entry = site
            .shared
            .terms
            .get(&term.to_lowercase())
            .map(|&at| &site.shared.glossary[at]);
        let (lang, first) = (&self.meta.lang, site.config.language());
        let plain = entry.and_then(|e| e.plain.get(lang, first));
        let (Some(entry), Some(plain), false) = (entry, plain, self.in_link) else {
            return self.text(out, shown);
        };
        let page = super::pages::glossary_path(site, &self.meta.lang);
        let href = format!("{}#{}", self.file_href(&page), slug(&entry.term.value));
        let plain_lang = entry.plain.language_of(plain, first);
        let plain = self.facts.expand(&plain.value, |_, _| {});
        let markup = format!(
            "<a class=\"term\" href=\"{}\" data-plain=\"{}\"{}>{}</a>",
            escaped(&href),
            escaped(&plain),
            match plain_lang == lang {
                true => String::new(),
                false => format!(" data-plain-lang=\"{}\"", escaped(plain_lang)),
            },
            escaped(shown)
        );
        self.own(out, &markup);
    }

    fn citation(&mut self, out: &mut String, items: &[CitationItem]) {
        let site = self.studio.site;
        let mut parts = Vec::new();
        for item in items {
            if !site.shared.citations.contains_key(&item.key.value) {
                parts.push(escaped(&format!("@{}", item.key.value)));
                continue;
            }
            let key = super::references::id(&item.key.value);
            let (number, place) = if self.scrambling {
                (self.citations.number(&item.key.value), String::new())
            } else {
                let (number, count) = self.citations.cite(&item.key.value);
                (number, self.id_attribute(&format!("cite-{key}-{count}")))
            };
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
        let Some((number, count)) = self.notes.refer(text, name, !self.scrambling) else {
            return;
        };
        let place = if self.scrambling {
            String::new()
        } else {
            self.id_attribute(&footnote_place(number, count))
        };
        let number = number.to_string();
        let markup = if self.in_link {
            ["<sup class=\"fn\">", &number, "</sup>"].concat()
        } else {
            let (open, close) = ("<sup class=\"fn\"><a href=\"#fn-", "</a></sup>");
            [open, &number, "\"", &place, ">", &number, close].concat()
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

/// Whether a value is a telephone number or the like, which no line end should cut.
pub(super) fn is_number(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    digits >= 3
        && value.len() <= 24
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || " +-().".contains(c))
}

fn title_attribute(title: &str) -> String {
    match title {
        "" => String::new(),
        title => format!(" title=\"{}\"", escaped(title)),
    }
}

pub(super) fn class_attribute<'c>(classes: impl Iterator<Item = &'c str>) -> String {
    let classes: Vec<String> = classes.map(escaped).collect();
    if classes.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", classes.join(" "))
    }
}
