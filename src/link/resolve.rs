//! Looks up what each page names: links, pictures, facts, terms, citations, snippets, banks, scripts and media.

use super::collect::{Collected, below_content, check_roles, meta, term_key};
use super::files::Files;
use super::frame::{Frame, Place};
use super::local::Facts;
use super::site::{
    Links, PageId, Parsed, Recording, Shared, Site, SitePage, Target, page as as_page,
    snippet as as_snippet,
};
use super::targets::{Address, Index, Use};
use crate::config::Config;
use crate::diagnostic::{
    Diagnostic, Outcome, SNIPPET_LOOP, UNKNOWN_CITATION, UNKNOWN_SNIPPET, UNKNOWN_TERM,
    did_you_mean,
};
use crate::html_tags::html_addresses;
use crate::memo::{State, Traced};
use crate::model::{BlockData, LinkNode, MediaSpec, NodeId, NodeKind, Page, Script, Tree};
use crate::source::{Span, Spanned};
use std::collections::HashSet;
use std::sync::Arc;

/// A page with its links.
#[derive(Debug)]
pub struct Linked {
    pub page: Arc<SitePage>,
    /// The pages that it shows beside media.
    transcripts: Vec<PageId>,
    files: Files,
}

/// Pages that were linked earlier, in the order of the frame.
pub type Memo = Traced<Outcome<Linked>>;

/// The links of everything, still beside what they belong to.
pub struct Resolved {
    pages: Vec<Arc<SitePage>>,
    /// The pages that others show beside media.
    transcripts: Vec<PageId>,
    /// In the order of all snippets.
    snippets: Vec<Links>,
    banks: Vec<(String, Links)>,
    files: Files,
}

/// Resolves every page and snippet. A page is resolved again when its text has changed, or that of a page whose anchors it
/// names; `state` has the digests of the texts, and in its surroundings the frame and everything that pages share.
pub fn resolve(
    (collected, frame): (&Collected, &Frame),
    config: &Config,
    state: &Arc<State>,
    memo: &Memo,
) -> Outcome<Resolved> {
    let mut diagnostics = Vec::new();
    let shared = &collected.shared;
    let context = Context {
        shared,
        index: Index {
            collected,
            frame,
            config,
        },
        config,
    };
    let all = memo.all(state, frame.places.len(), |at| {
        let place = &frame.places[at];
        let parsed = &collected.pages[place.document];
        linked(context, parsed, (PageId(at), place))
    });
    let (mut files, mut transcripts) = (Files::default(), Vec::new());
    let mut pages = Vec::with_capacity(all.len());
    for linked in all.iter() {
        diagnostics.extend_from_slice(&linked.diagnostics);
        files.extend(&linked.value.files);
        transcripts.extend_from_slice(&linked.value.transcripts);
        pages.push(linked.value.page.clone());
    }
    transcripts.sort_unstable();
    transcripts.dedup();
    let snippets = snippets(context, &mut files).take(&mut diagnostics);
    let banks = banks(context, &mut files).take(&mut diagnostics);
    let resolved = Resolved {
        pages,
        transcripts,
        snippets,
        banks,
        files,
    };
    Outcome::new(resolved, diagnostics)
}

fn linked(context: Context<'_>, parsed: &Parsed, (id, place): (PageId, &Place)) -> Outcome<Linked> {
    let mut diagnostics = Vec::new();
    let meta = meta(parsed, context.shared, context.config, &mut diagnostics);
    let page = as_page(parsed).expect("the places of a frame are those of pages");
    let resolver = Resolver::new(context, &place.source, Some(id), &meta.lang);
    let found = resolver.page(page).take(&mut diagnostics);
    let page = SitePage::new(parsed.clone(), place, meta, found.links);
    let linked = Linked {
        page: Arc::new(page),
        transcripts: found.transcripts,
        files: found.files,
    };
    Outcome::new(linked, diagnostics)
}

fn snippets(context: Context<'_>, files: &mut Files) -> Outcome<Vec<Links>> {
    let (mut out, mut diagnostics) = (Vec::new(), Vec::new());
    for entry in context.shared.snippets.all() {
        let Some(snippet) = as_snippet(&entry.parsed) else {
            out.push(Links::default());
            continue;
        };
        let source = below_content(&entry.parsed.value.path);
        let mut resolver = Resolver::new(context, source, None, &snippet.lang);
        resolver.tree(&snippet.tree, &HashSet::new());
        diagnostics.append(&mut resolver.diagnostics);
        diagnostics.extend(snippet_loop(&snippet.name, &snippet.tree, context.shared));
        files.extend(&resolver.found.files);
        out.push(resolver.found.links);
    }
    Outcome::new(out, diagnostics)
}

/// Tells a snippet that puts in itself, at any depth. Each loop is told at each of its members.
fn snippet_loop(name: &str, tree: &Tree, shared: &Shared) -> Option<Diagnostic> {
    let mut seen: HashSet<&str> = HashSet::new();
    let inner = used_snippets(tree);
    let mut open: Vec<(&Spanned<String>, Span)> = inner.iter().map(|n| (*n, n.span)).collect();
    while let Some((next, first)) = open.pop() {
        if next.value == name {
            let message = format!("the snippet \"{name}\" puts in itself");
            let help = "remove this line, or the one of the other snippet that leads back here";
            return Some(Diagnostic::new(&SNIPPET_LOOP, first, message).help(help));
        }
        if seen.insert(&next.value) {
            let variants = shared.snippets.variants(&next.value).iter();
            let trees = variants.filter_map(|entry| Some(&as_snippet(&entry.parsed)?.tree));
            open.extend(trees.flat_map(used_snippets).map(|n| (n, first)));
        }
    }
    None
}

fn used_snippets(tree: &Tree) -> Vec<&Spanned<String>> {
    let blocks = tree.blocks();
    let names = blocks.filter_map(|(_, block)| match &block.data {
        BlockData::Snippet(name) => name.as_ref(),
        _ => None,
    });
    names.collect()
}

/// Texts of banks have no page of their own: their links are looked up from the bank's folder.
fn banks(context: Context<'_>, files: &mut Files) -> Outcome<Vec<(String, Links)>> {
    let (mut out, mut diagnostics) = (Vec::new(), Vec::new());
    for (name, entry) in &context.shared.banks {
        let Some(bank) = super::site::bank(&entry.parsed) else {
            continue;
        };
        let source = format!("banks/{name}.yaml");
        let mut resolver = Resolver::new(context, &source, None, context.config.language());
        resolver.tree(&bank.tree, &HashSet::new());
        diagnostics.append(&mut resolver.diagnostics);
        files.extend(&resolver.found.files);
        out.push((name.clone(), resolver.found.links));
    }
    Outcome::new(out, diagnostics)
}

#[derive(Clone, Copy)]
struct Context<'a> {
    shared: &'a Shared,
    index: Index<'a>,
    config: &'a Config,
}

#[derive(Default)]
struct Found {
    links: Links,
    transcripts: Vec<PageId>,
    files: Files,
}

struct Resolver<'a> {
    context: Context<'a>,
    source: &'a str,
    page: Option<PageId>,
    facts: Facts<'a>,
    found: Found,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Resolver<'a> {
    fn new(context: Context<'a>, source: &'a str, page: Option<PageId>, lang: &'a str) -> Self {
        let facts = Facts {
            shared: context.shared,
            lang,
            fallback: context.config.language(),
        };
        Self {
            context,
            source,
            page,
            facts,
            found: Found::default(),
            diagnostics: Vec::new(),
        }
    }

    fn page(mut self, page: &'a Page) -> Outcome<Found> {
        let scenes = page.script.as_ref().map(scenes).unwrap_or_default();
        self.tree(&page.tree, &scenes);
        if let Some(script) = &page.script {
            self.cast(script);
        }
        for objective in &page.front.module.objectives {
            self.facts
                .expand_spanned(&objective.text, &mut self.diagnostics);
        }
        Outcome::new(self.found, self.diagnostics)
    }

    /// Looks up every node; links whose address is in `scenes` are left to the script's own checks.
    fn tree(&mut self, tree: &Tree, scenes: &HashSet<Span>) {
        for node in tree.all() {
            match node.kind() {
                NodeKind::Link(link) if scenes.contains(&link.target_span) => {
                    let anchor = link.target.trim_start_matches('#').to_owned();
                    self.found
                        .links
                        .nodes
                        .push((node.id, Target::Anchor(anchor)));
                }
                NodeKind::Link(link) => self.link(node.id, link, Use::Link),
                NodeKind::Image(link) => self.link(node.id, link, Use::Picture),
                NodeKind::Fact(name) if self.facts.get(name).is_none() => {
                    self.diagnostics.push(self.facts.unknown(name, node.span()));
                }
                NodeKind::Term(term) => self.term(&term.term),
                NodeKind::Citation(items) => items.iter().for_each(|item| self.citation(&item.key)),
                NodeKind::Html => self.html(node.id, node.source(), node.span()),
                NodeKind::Block(block) => self.block(node.id, &block.data),
                _ => {}
            }
        }
    }

    fn link(&mut self, node: NodeId, link: &LinkNode, used_as: Use) {
        let facts = self.facts;
        let text = facts.expand(&link.target, |name, _| {
            self.diagnostics.push(facts.unknown(name, link.target_span));
        });
        self.address(node, &text, link.target_span, used_as);
    }

    fn address(&mut self, node: NodeId, text: &str, span: Span, used_as: Use) {
        let target = self.follow(text, span, used_as);
        self.found.links.nodes.push((node, target));
    }

    fn follow(&mut self, text: &str, span: Span, used_as: Use) -> Target {
        let address = Address {
            text,
            span,
            used_as,
            from: self.source,
            page: self.page,
        };
        let target = self.context.index.follow(&address, &mut self.diagnostics);
        self.found.files.note(&target, span);
        target
    }

    /// The faces of a script's cast.
    fn cast(&mut self, script: &Script) {
        for member in &script.cast {
            let target = match &member.picture {
                Some(picture) => self.follow(&picture.value, picture.span, Use::Picture),
                None => Target::Nowhere,
            };
            self.found.links.cast.push(target);
        }
    }

    fn html(&mut self, node: NodeId, html: &str, span: Span) {
        for found in html_addresses(html) {
            let used_as = if found.picture.is_some() {
                Use::Picture
            } else {
                Use::Link
            };
            // What is unsafe was told when the page was parsed, and is cleaned away.
            if crate::html_tags::is_program(found.text) {
                self.found.links.nodes.push((node, Target::Nowhere));
                continue;
            }
            let place = span.part(found.range.start, found.range.end);
            self.address(node, found.text, place, used_as);
        }
    }

    fn block(&mut self, node: NodeId, data: &BlockData) {
        match data {
            BlockData::Role(roles) => {
                check_roles(roles, self.context.config, &mut self.diagnostics)
            }
            BlockData::Snippet(Some(name))
                if self
                    .context
                    .shared
                    .snippets
                    .variants(&name.value)
                    .is_empty() =>
            {
                let known = self.context.shared.snippets.names();
                let message = format!("there is no snippet \"{}\"", name.value);
                let help = did_you_mean(&name.value, known)
                    .unwrap_or_else(|| format!("write content/snippets/{}.md", name.value));
                self.diagnostics
                    .push(Diagnostic::new(&UNKNOWN_SNIPPET, name.span, message).help(help));
            }
            BlockData::Media(media) => self.media(node, media),
            BlockData::Compare { bad, good } => {
                for side in [bad, good] {
                    let side = side.as_ref();
                    let target = side.map_or(Target::Nowhere, |name| self.script(name));
                    self.found.links.nodes.push((node, target));
                }
            }
            _ => {}
        }
    }

    /// Four addresses, in the order of [`MediaSpec`]: file, captions, transcript, poster.
    fn media(&mut self, node: NodeId, media: &MediaSpec) {
        let parts = [
            (&media.src, Use::Media),
            (&media.captions, Use::Media),
            (&media.transcript, Use::Link),
            (&media.poster, Use::Picture),
        ];
        for (part, used_as) in parts {
            match part {
                Some(part) => self.address(node, &part.value, part.span, used_as),
                None => self.found.links.nodes.push((node, Target::Nowhere)),
            }
        }
        let targets = self.found.links.of(node);
        if let Some((_, Target::Page(page, _))) = targets.get(2) {
            self.found.transcripts.push(*page);
        }
        if let ([(_, Target::Media(src)), (_, Target::Media(captions)), ..], Some(written)) =
            (targets, &media.captions)
        {
            self.found.files.recordings.push(Recording {
                src: src.clone(),
                captions: Spanned::new(captions.clone(), written.span),
            });
        }
    }

    /// A script by its name: the file in `scripts/` without its ending.
    fn script(&mut self, name: &Spanned<String>) -> Target {
        let index = self.context.index;
        let path = format!("scripts/{}.md", name.value);
        if let Some(page) = index.page(&path) {
            return Target::Page(page, None);
        }
        let message = format!("there is no script \"{}\"", name.value);
        let fault = Diagnostic::new(&crate::diagnostic::BROKEN_LINK, name.span, message)
            .help("write the name of a file in scripts/, without folder and ending")
            .did_you_mean(&name.value, index.scripts());
        self.diagnostics.push(fault);
        Target::Nowhere
    }

    fn term(&mut self, term: &Spanned<String>) {
        let terms = &self.context.shared.terms;
        if terms.contains_key(&term_key(&term.value)) {
            return;
        }
        let message = format!("the glossary has no term \"{}\"", term.value);
        let known = self
            .context
            .shared
            .glossary
            .iter()
            .map(|e| e.term.value.as_str());
        let help = did_you_mean(&term.value, known).unwrap_or_else(|| {
            format!(
                "add it to content/glossary.yaml, or write [[{}|term]]",
                term.value
            )
        });
        self.diagnostics
            .push(Diagnostic::new(&UNKNOWN_TERM, term.span, message).help(help));
    }

    fn citation(&mut self, key: &Spanned<String>) {
        if self.context.shared.citations.contains_key(&key.value) {
            return;
        }
        let message = format!("references.bib has no entry \"{}\"", key.value);
        let known = self
            .context
            .shared
            .references
            .iter()
            .map(|r| r.key.value.as_str());
        let help = did_you_mean(&key.value, known)
            .unwrap_or_else(|| "add the source to content/references.bib".to_owned());
        self.diagnostics
            .push(Diagnostic::new(&UNKNOWN_CITATION, key.span, message).help(help));
    }
}

/// Places of the addresses that name scenes: the script's own checks look at them.
fn scenes(script: &Script) -> HashSet<Span> {
    script.targets().map(|target| target.anchor.span).collect()
}

impl Resolved {
    /// The site, whose modules are still to be found.
    pub fn into_site(self, collected: Collected, frame: &Frame, config: Arc<Config>) -> Site {
        let mut shared = collected.shared;
        let files = self.files;
        for (entry, links) in shared.snippets.all_mut().zip(self.snippets) {
            entry.links = links;
        }
        for (name, links) in self.banks {
            if let Some(entry) = shared.banks.get_mut(&name) {
                entry.links = links;
            }
        }
        let mut pages = self.pages;
        for id in &self.transcripts {
            pages[id.0] = Arc::new(pages[id.0].as_transcript());
        }
        Site {
            config,
            pages: Arc::new(pages),
            transcripts: self.transcripts,
            files: frame.files.clone(),
            groups: frame.groups.clone(),
            modules: Vec::new(),
            shared,
            media: files.media,
            pictures: files.pictures,
            recordings: files.recordings,
            logo: None,
        }
    }
}
