//! A page as somebody who searches sees it: what is written, cut at its headings. Left out is what would give an answer
//! away (options, feedback, explanations, good answers), and what is not shown.

use crate::link::{Facts, Meta, PageId, Site, SitePage, Target, bank, snippet};
use crate::model::{
    Block, BlockData, Fragment, Heading, NodeKind, NodeRef, Question, QuizSpec, Script, Tree, Turn,
};
use crate::render::escape::path_address;
use crate::render::writer::Text;
use crate::search::Section;
use rustc_hash::FxHashSet;

/// The sections of a page, in order.
pub fn sections(site: &Site, id: PageId) -> Vec<Section> {
    let page = site.page(id);
    let mut reader = Reader::new(site, page);
    reader.head(page);
    let text = Text::of(page);
    match &page.page().script {
        Some(script) => reader.script(text, script),
        None => reader.siblings(text, text.tree.roots()),
    }
    reader.sections
}

struct Reader<'a> {
    site: &'a Site,
    /// Of the page: decides on the variants of snippets.
    meta: &'a Meta,
    facts: Facts<'a>,
    title: &'a str,
    /// The one being read is the last.
    sections: Vec<Section>,
    /// Anchors of sections so far.
    anchors: FxHashSet<&'a str>,
    /// Snippets being read: one that puts in itself ends here.
    open_snippets: Vec<&'a str>,
    /// Empty: room for the next line of text.
    room: String,
}

impl<'a> Reader<'a> {
    fn new(site: &'a Site, page: &'a SitePage) -> Self {
        Self {
            site,
            meta: &page.meta,
            facts: Facts {
                shared: &site.shared,
                lang: &page.meta.lang,
                fallback: site.config.language(),
            },
            title: &page.meta.title,
            sections: vec![Section::default()],
            anchors: FxHashSet::default(),
            open_snippets: Vec::new(),
            room: String::new(),
        }
    }

    /// What stands above the text: the summary, and what a module promises.
    fn head(&mut self, page: &SitePage) {
        self.say_here(&page.meta.summary);
        for objective in &page.page().front.module.objectives {
            let text = self.facts.expand(&objective.text.value, |_, _| {});
            self.say_here(&text);
        }
    }

    /// Adds a text to the section that is being read, apart from what stands there.
    fn say_here(&mut self, text: &str) {
        let text = text.trim();
        let last = self.sections.last_mut();
        let section = &mut last
            .expect("invariant: the first section is made with the reader")
            .text;
        if text.is_empty() {
            return;
        }
        if let Some(last) = section.chars().next_back() {
            section.push_str(if last.is_alphanumeric() { " · " } else { " " });
        }
        section.push_str(text);
    }

    fn siblings(&mut self, text: Text<'a>, nodes: impl Iterator<Item = NodeRef<'a>>) {
        let mut line = std::mem::take(&mut self.room);
        for node in nodes {
            if node.kind().is_inline() {
                self.inline(&mut line, node);
            } else {
                self.end_line(line);
                self.block(text, node);
                line = std::mem::take(&mut self.room);
            }
        }
        self.end_line(line);
    }

    fn end_line(&mut self, mut line: String) {
        self.say_here(&line);
        line.clear();
        self.room = line;
    }

    fn block(&mut self, text: Text<'a>, node: NodeRef<'a>) {
        match node.kind() {
            NodeKind::Heading(heading) => self.heading(node, heading),
            NodeKind::Block(block) => self.fenced(text, node, block),
            // Drawn at the end of the page, and only where something refers to it.
            NodeKind::FootnoteDefinition(_) => {}
            _ => self.siblings(text, node.children()),
        }
    }

    /// A heading begins a section, unless it is the page's title.
    fn heading(&mut self, node: NodeRef<'a>, heading: &'a Heading) {
        let words = self.line(node.children());
        let title = heading.level == 1 && self.sections.len() == 1 && words.trim() == self.title;
        if !title {
            self.begin(&heading.id, words);
        }
    }

    /// Begins a section. A heading whose anchor leads elsewhere is a text of the section before.
    fn begin(&mut self, anchor: &'a str, words: String) {
        if anchor.is_empty() || !self.anchors.insert(anchor) {
            return self.say_here(&words);
        }
        self.sections.push(Section {
            anchor: path_address(anchor),
            heading: words.trim().to_owned(),
            text: String::new(),
        });
    }

    fn fenced(&mut self, text: Text<'a>, node: NodeRef<'a>, block: &'a Block) {
        if let Some(title) = block.attrs.value("title") {
            let title = self.facts.expand(&title.value, |_, _| {});
            self.say_here(&title);
        }
        match &block.data {
            BlockData::Question(at) => {
                if let Some(question) = text.questions.get(*at) {
                    self.stem(text.tree, question);
                }
            }
            BlockData::Quiz(quiz) => {
                self.siblings(text, node.children());
                self.quiz(quiz);
            }
            BlockData::Media(_) => {
                self.siblings(text, node.children());
                self.transcript(text, node);
            }
            BlockData::Snippet(Some(name)) => self.snippet(&name.value),
            // The good answer below what is asked is folded, for who has answered.
            _ if block.name.value == "teachback" && node.children().nth(1).is_some() => {
                self.siblings(text, node.children().take(1));
            }
            _ => self.siblings(text, node.children()),
        }
    }

    fn stem(&mut self, tree: &'a Tree, question: &'a Question) {
        let words = self.plain(tree, &question.stem);
        self.say_here(&words);
    }

    fn quiz(&mut self, quiz: &'a QuizSpec) {
        for name in &quiz.banks {
            let Some(bank) = self
                .site
                .shared
                .banks
                .get(&name.value)
                .and_then(|b| bank(&b.parsed))
            else {
                continue;
            };
            for question in &bank.questions {
                self.stem(&bank.tree, question);
            }
        }
    }

    fn transcript(&mut self, text: Text<'a>, node: NodeRef<'a>) {
        let Some((_, Target::Page(page, _))) = text.links.of(node.id).get(2) else {
            return;
        };
        let tree = &self.site.page(*page).page().tree;
        for node in tree.roots() {
            let words = self.line(node.descendants().skip(1));
            self.say_here(&words);
        }
    }

    fn snippet(&mut self, name: &'a str) {
        let Some(entry) = self.site.snippet_for(name, self.meta) else {
            return;
        };
        let Some(inner) = snippet(&entry.parsed).filter(|_| !self.open_snippets.contains(&name))
        else {
            return;
        };
        self.open_snippets.push(name);
        let text = Text::without_questions(&inner.tree, &entry.links);
        self.siblings(text, inner.tree.roots());
        self.open_snippets.pop();
    }

    /// What is said and told, scene by scene; what the reader may say is for who plays.
    fn script(&mut self, text: Text<'a>, script: &'a Script) {
        self.siblings(text, script.intro.nodes(text.tree));
        for scene in &script.scenes {
            self.begin(&scene.id, scene.title.clone());
            for turn in &scene.turns {
                match turn {
                    Turn::Line { text: said, .. } => {
                        let words = self.plain(text.tree, said);
                        self.say_here(&words);
                    }
                    Turn::Narration(told) => self.siblings(text, told.nodes(text.tree)),
                    Turn::Choices(_) | Turn::Continue { .. } => {}
                }
            }
        }
    }

    /// The words of a fragment, without the answers in its gaps.
    fn plain(&self, tree: &'a Tree, fragment: &'a Fragment) -> String {
        let mut out = String::new();
        for root in fragment.nodes(tree) {
            let inline = root.kind().is_inline();
            let words = if inline {
                self.line(std::iter::once(root))
            } else {
                self.line(root.descendants().skip(1))
            };
            if !inline && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&words);
        }
        out
    }

    fn line(&self, nodes: impl Iterator<Item = NodeRef<'a>>) -> String {
        let mut out = String::new();
        let mut behind = 0;
        for node in nodes {
            // Inline nodes bring all below them; a block only parts what it holds from what was before.
            if node.id.0 < behind {
                continue;
            }
            if node.kind().is_inline() {
                behind = node.tree.nodes[node.id.0 as usize].next;
                self.inline(&mut out, node);
            } else if !out.is_empty() {
                out.push(' ');
            }
        }
        out
    }

    /// An inline node with all below it. What is in a gap, or in a mark of HTML, is not a word of the text.
    fn inline(&self, out: &mut String, node: NodeRef<'a>) {
        for node in node.descendants() {
            match node.kind() {
                NodeKind::Text(_) | NodeKind::Code(_) => out.push_str(node.literal()),
                NodeKind::SoftBreak | NodeKind::HardBreak => out.push(' '),
                NodeKind::Fact(name) => out.push_str(self.facts.get(name).unwrap_or(node.source())),
                NodeKind::Term(term) => out.push_str(&term.shown),
                NodeKind::Gap(_) => out.push('…'),
                // The mark of a source or note stands behind a space that is not shown here.
                NodeKind::Citation(_) | NodeKind::FootnoteReference(_) => {
                    out.truncate(out.trim_end().len());
                }
                _ => {}
            }
        }
    }
}
