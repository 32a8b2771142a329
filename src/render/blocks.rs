//! `:::` blocks: each is drawn by its partial of the theme.

use super::compare;
use super::questions;
use super::view::{BlockView, CompareView, Foreign};
use super::writer::{Text, Writer};
use crate::link::{Target, page};
use crate::model::{Block, BlockData, NodeKind, NodeRef};
use crate::source::{Span, Spanned};
use serde::Serialize;

impl<'a> Writer<'a> {
    /// A block. One that is not known is drawn as its content alone.
    pub(super) fn block(
        &mut self,
        out: &mut String,
        text: Text<'a>,
        node: NodeRef<'a>,
        block: &'a Block,
    ) {
        let markup = match &block.data {
            BlockData::Question(at) => self.page_question(text, node, *at),
            BlockData::Quiz(quiz) => self.quiz(text, node, block, quiz),
            BlockData::Media(_) => self.media(text, node, block),
            BlockData::Compare { .. } => self.compare(text, node, block),
            BlockData::Snippet(Some(name)) => {
                let (content_html, foreign) = self.snippet(&name.value);
                let view = BlockView {
                    content_html,
                    foreign: foreign.map(Foreign::of),
                    ..self.block_view(block)
                };
                self.partial("snippet", &view)
            }
            _ => self.plain_block(text, node, block),
        };
        self.own(out, &markup);
    }

    /// Draws a partial of the theme; a fault of the template leaves nothing and is told.
    pub(super) fn partial<V: Serialize>(&mut self, name: &str, view: &V) -> String {
        self.template(&format!("blocks/{name}.html"), view)
    }

    /// Draws a template of the theme.
    pub(super) fn template<V: Serialize>(&mut self, name: &str, view: &V) -> String {
        let drawn = self.studio.theme.render_in(&self.meta.lang, name, view);
        drawn.take(&mut self.diagnostics)
    }

    fn plain_block(&mut self, text: Text<'a>, node: NodeRef<'a>, block: &'a Block) -> String {
        let mut nodes: Vec<NodeRef<'a>> = node.children().collect();
        if crate::parse::blocks::find(&block.name.value).is_none() || block.name.value == "question"
        {
            return self.blocks(text, &nodes);
        }
        let mut view = self.block_view(block);
        let is_myth = block.name.value == "myth";
        let has_lead = is_myth || block.name.value == "teachback";
        if has_lead && nodes.len() > 1 {
            let lead = nodes.remove(0);
            let (label, html) = self.labelled(text, &[lead], is_myth);
            view.lead_label = label;
            view.lead_html = Some(html);
            if view.name == "teachback" {
                self.prompts += 1;
                self.bundles.insert("prompt");
                view.number = self.prompts;
            }
        }
        (view.content_label, view.content_html) = self.labelled(text, &nodes, is_myth);
        self.partial(&block.name.value, &view)
    }

    /// Blocks, and apart from them the bold words with a colon that open them, when they are drawn as the label.
    fn labelled(
        &mut self,
        text: Text<'a>,
        nodes: &[NodeRef<'a>],
        apart: bool,
    ) -> (Option<String>, String) {
        let label = nodes.first().filter(|_| apart).and_then(|n| label(*n));
        let (span, label) = label.unzip();
        self.drawn_as_label = span;
        let html = self.blocks(text, nodes);
        self.drawn_as_label = None;
        (label, html)
    }

    fn block_view(&mut self, block: &'a Block) -> BlockView {
        let id = self.own_id(block);
        let config = &self.studio.site.config;
        let role_name = |role: &str| config.role_name(role, &self.meta.lang).to_owned();
        let roles: &[Spanned<String>] = match &block.data {
            BlockData::Role(roles) => roles,
            _ => &[],
        };
        if !roles.is_empty() {
            self.bundles.insert("roles");
        }
        BlockView {
            lang: self.meta.lang.clone(),
            name: block.name.value.clone(),
            id,
            classes: classes(block),
            title: self.title(block),
            lead_html: None,
            number: 0,
            lead_label: None,
            content_label: None,
            content_html: String::new(),
            foreign: None,
            grade: match &block.data {
                BlockData::Evidence(Some(grade)) => Some(grade.value.word().to_owned()),
                _ => block.attrs.value("grade").map(|g| g.value.clone()),
            },
            roles: roles.iter().map(|role| role_name(&role.value)).collect(),
            role_ids: roles.iter().map(|role| role.value.clone()).collect(),
            attributes: block
                .attrs
                .pairs
                .iter()
                .filter_map(|a| Some((a.key.value.clone(), a.value.as_ref()?.value.clone())))
                .collect(),
        }
    }

    /// The author's id, unless something on the page has it already.
    fn own_id(&mut self, block: &Block) -> Option<String> {
        let id = block.attrs.id.as_ref()?.value.clone();
        self.ids.insert(id.clone()).then_some(id)
    }

    pub(super) fn title(&self, block: &Block) -> Option<String> {
        let title = block.attrs.value("title")?;
        Some(self.facts.expand(&title.value, |_, _| {}))
    }

    /// An id that is always there: the author's, or one made from a word and a number.
    pub(super) fn made_id(&mut self, block: &Block, word: &str) -> String {
        let written = block.attrs.id.as_ref().map(|id| id.value.clone());
        let mut id = written.unwrap_or_else(|| word.to_owned());
        let mut number = 1;
        while !self.ids.insert(id.clone()) {
            number += 1;
            id = format!("{word}-{number}");
        }
        id
    }

    /// A question of the page. In a snippet it was told to be misplaced, and stays as text.
    fn page_question(&mut self, text: Text<'a>, node: NodeRef<'a>, at: usize) -> String {
        let Some(question) = text.questions.get(at) else {
            let nodes: Vec<NodeRef<'a>> = node.children().collect();
            return self.blocks(text, &nodes);
        };
        self.questions += 1;
        let number = self.questions;
        questions::draw(self, text, question, Some(number))
    }

    fn compare(&mut self, text: Text<'a>, node: NodeRef<'a>, block: &'a Block) -> String {
        let site = self.studio.site;
        let nodes: Vec<NodeRef<'a>> = node.children().collect();
        let content_html = self.blocks(text, &nodes);
        // A conversation that is compared may compare conversations itself, that one among them. Its page does so.
        if std::mem::replace(&mut self.comparing, true) {
            return content_html;
        }
        let mut sides = Vec::new();
        for (at, (_, target)) in text.links.of(node.id).iter().enumerate() {
            let Target::Page(id, _) = target else {
                continue;
            };
            let source = site.page(*id);
            if let Some(script) = page(&source.parsed).and_then(|p| p.script.as_ref()) {
                sides.push(compare::side(self, *id, script, at == 1));
            }
        }
        self.comparing = false;
        let (Some(good), Some(bad)) = (sides.pop(), sides.pop()) else {
            return content_html;
        };
        let mut view = CompareView {
            lang: self.meta.lang.clone(),
            id: self.own_id(block),
            title: self.title(block),
            classes: classes(block),
            content_html,
            bad: bad.view.clone(),
            good: good.view.clone(),
            opening: Vec::new(),
            rows: Vec::new(),
        };
        (view.opening, view.rows) = compare::rows(bad, good);
        self.partial("compare", &view)
    }
}

/// The bold words with a colon that open a paragraph, such as `**Myth:**`: where they stand, and the words alone.
fn label(paragraph: NodeRef<'_>) -> Option<(Span, String)> {
    let first = paragraph.children().next()?;
    let is_text = |node: NodeRef<'_>| matches!(node.kind(), NodeKind::Text(_));
    let is_label = matches!(paragraph.kind(), NodeKind::Paragraph)
        && matches!(first.kind(), NodeKind::Strong)
        && first.children().all(is_text);
    let words = first.plain_text();
    let words = words.trim().strip_suffix([':', '：'])?.trim();
    (is_label && !words.is_empty()).then(|| (first.span(), words.to_owned()))
}

/// The author's classes.
pub(super) fn classes(block: &Block) -> Vec<String> {
    let classes = block.attrs.classes.iter();
    classes.map(|class| class.value.clone()).collect()
}
