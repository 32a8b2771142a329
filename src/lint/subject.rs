//! What a rule looks at: one part of the site with its text.

use super::audience::{self, Audience};
use super::choice::{self, Choice};
use super::prose::{self, Prose, Run, RunKind, Voice};
use super::words::{Lexica, Lexicon};
use crate::levels::{Levels, PageLevel};
use crate::link::{Meta, PageId, Site, SitePage, bank, shared_handout, snippet};
use crate::model::{
    Bank, GlossaryEntry, Interaction, LocalText, NodeId, PageKind, Question, Script, SharedHandout,
    Snippet, Tree, Turn, WordRule,
};
use rustc_hash::FxHashMap;

/// Roles of a cast whose words are those of the people that care is for.
const PATIENT_ROLES: [&str; 12] = [
    "patient",
    "family",
    "caregiver",
    "carer",
    "parent",
    "partner",
    "spouse",
    "relative",
    "friend",
    "child",
    "client",
    "resident",
];

/// The cast member that the reader plays.
const READER: &str = "you";

/// A part of the site whose texts stand in one file.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    Page(&'a SitePage),
    Snippet(&'a Snippet),
    Bank(&'a Bank),
    Handout(&'a SharedHandout),
    Glossary(&'a [GlossaryEntry]),
}

impl<'a> Part<'a> {
    /// Its Markdown.
    #[must_use]
    pub fn tree(self) -> Option<&'a Tree> {
        match self {
            Self::Page(page) => Some(&page.page().tree),
            Self::Snippet(snippet) => Some(&snippet.tree),
            Self::Bank(bank) => Some(&bank.tree),
            Self::Handout(_) | Self::Glossary(_) => None,
        }
    }

    /// Its questions, in order.
    #[must_use]
    pub fn questions(self) -> &'a [Question] {
        match self {
            Self::Page(page) => &page.page().questions,
            Self::Bank(bank) => &bank.questions,
            Self::Snippet(_) | Self::Handout(_) | Self::Glossary(_) => &[],
        }
    }

    /// The language of its Markdown; banks are in the first one.
    #[must_use]
    pub fn lang(self, site: &'a Site) -> &'a str {
        match self {
            Self::Page(page) => &page.meta.lang,
            Self::Snippet(snippet) => &snippet.lang,
            _ => site.config.language(),
        }
    }

    /// What decides on the variants of snippets that it puts in: its language and its level.
    #[must_use]
    pub fn reader(self, site: &Site) -> Meta {
        match self {
            Self::Page(page) => page.meta.clone(),
            Self::Snippet(snippet) => Meta {
                lang: snippet.lang.clone(),
                level: snippet.level,
                ..Meta::default()
            },
            _ => Meta {
                lang: site.config.language().to_owned(),
                ..Meta::default()
            },
        }
    }

    fn is_script(self) -> bool {
        matches!(self, Self::Page(page) if page.kind() == PageKind::Script)
    }
}

/// A part of the site, its text, and what the rules compare it with.
#[derive(Debug)]
pub struct Subject<'a> {
    pub site: &'a Site,
    pub part: Part<'a>,
    pub prose: Prose<'a>,
    /// Whom it is written for.
    pub audience: Audience,
    /// How hard the pages of the site are.
    pub levels: &'a Levels,
    /// What the rules about words look for.
    pub words: &'a Lexica,
    /// The choices of the part, in order.
    pub(super) choices: Vec<Choice<'a>>,
}

impl<'a> Subject<'a> {
    /// Reads the text of a part.
    #[must_use]
    pub fn new(site: &'a Site, part: Part<'a>, levels: &'a Levels, words: &'a Lexica) -> Self {
        Self {
            site,
            part,
            prose: read(site, part),
            audience: audience::of(site, part),
            levels,
            words,
            choices: choice::choices(part),
        }
    }
}

impl<'a> Subject<'a> {
    /// The page with its number in the site, when it is one.
    pub(super) fn page(&self) -> Option<(PageId, &'a SitePage)> {
        let Part::Page(page) = self.part else {
            return None;
        };
        let mut variants = self.site.groups[page.group].variants.iter();
        let id = variants.find(|id| std::ptr::eq(self.site.page(**id), page))?;
        Some((*id, page))
    }

    /// How hard the page is, when it has a reading level, with the name of the level.
    pub(super) fn level(&self) -> Option<(&'a PageLevel, &'a str)> {
        let (id, page) = self.page()?;
        let config = &self.site.config;
        let name = config.level_name(page.meta.level?, config.language());
        let level = self.levels.get(id.0).filter(|level| level.is_gradable());
        Some((level?, name))
    }

    /// The texts in a language that a rule has words for, each with those words.
    pub(super) fn texts(&self, rule: WordRule) -> impl Iterator<Item = (&Run<'a>, &'a Lexicon)> {
        let mut last: Option<(&str, Option<&Lexicon>)> = None;
        self.prose.runs.iter().filter_map(move |run| {
            let known = last.filter(|(lang, _)| *lang == run.lang);
            let (_, lexicon) =
                *last.insert(known.unwrap_or_else(|| (run.lang, self.words.get(rule, run.lang))));
            Some((run, lexicon?))
        })
    }

    /// The English texts.
    pub(super) fn english(&self) -> impl Iterator<Item = &Run<'a>> {
        self.prose.runs.iter().filter(|run| run.is_english())
    }
}

/// Every part of the site, in an order that does not change.
pub(super) fn parts(site: &Site) -> Vec<Part<'_>> {
    let mut handouts: Vec<&SharedHandout> = site
        .shared
        .handouts
        .values()
        .filter_map(shared_handout)
        .collect();
    handouts.sort_by_key(|handout| &handout.name);
    let snippets = site.shared.snippets.all();
    let mut parts: Vec<Part<'_>> = site.pages.iter().map(|page| Part::Page(page)).collect();
    parts.extend(
        snippets
            .filter_map(|s| snippet(&s.parsed))
            .map(Part::Snippet),
    );
    let banks = site.shared.banks.values();
    parts.extend(
        banks
            .filter_map(|entry| bank(&entry.parsed))
            .map(Part::Bank),
    );
    parts.extend(handouts.into_iter().map(Part::Handout));
    parts.push(Part::Glossary(&site.shared.glossary));
    parts
}

fn read<'a>(site: &'a Site, part: Part<'a>) -> Prose<'a> {
    let lang = part.lang(site);
    let mut prose = Prose::default();
    match part {
        Part::Page(page) => {
            let page = page.page();
            let source = Some(&*page.tree.source);
            if let Some(title) = &page.front.title {
                prose.push_text(title, source, lang, RunKind::Heading);
            }
            if let Some(summary) = &page.front.summary {
                prose.push_text(summary, source, lang, RunKind::Paragraph);
            }
            for objective in &page.front.module.objectives {
                prose.push_text(&objective.text, source, lang, RunKind::Paragraph);
            }
        }
        Part::Handout(handout) => {
            push_local(&mut prose, &handout.title, lang, RunKind::Heading);
            push_local(&mut prose, &handout.summary, lang, RunKind::Paragraph);
            for message in &handout.key_messages {
                push_local(&mut prose, &message.text, lang, RunKind::Paragraph);
            }
        }
        Part::Glossary(entries) => {
            for entry in entries {
                push_local(&mut prose, &entry.plain, lang, RunKind::Paragraph);
            }
        }
        Part::Snippet(_) | Part::Bank(_) => {}
    }
    if let Some(tree) = part.tree() {
        let voices = voices(part);
        prose::read_tree(&mut prose, tree, lang, &voices, part.is_script());
    }
    prose
}

fn push_local<'a>(prose: &mut Prose<'a>, text: &'a LocalText, first: &'a str, kind: RunKind) {
    for (code, text) in &text.0 {
        let lang = code.as_ref().map_or(first, |code| code.value.as_str());
        prose.push_text(text, None, lang, kind);
    }
}

/// Whose words some nodes are, where they are not the author's.
fn voices(part: Part<'_>) -> FxHashMap<NodeId, Voice> {
    let mut voices = FxHashMap::default();
    match part {
        Part::Page(page) => {
            let page = page.page();
            add_questions(&page.questions, &mut voices);
            if let Some(script) = &page.script {
                add_script(script, &mut voices);
            }
        }
        Part::Bank(bank) => add_questions(&bank.questions, &mut voices),
        Part::Snippet(_) | Part::Handout(_) | Part::Glossary(_) => {}
    }
    voices
}

fn add_questions(questions: &[Question], voices: &mut FxHashMap<NodeId, Voice>) {
    for question in questions {
        match &question.interaction {
            Interaction::Choice { options, .. } => {
                let wrong = options.iter().filter(|option| !option.correct);
                let nodes = wrong.flat_map(|option| &option.text.roots);
                voices.extend(nodes.map(|&node| (node, Voice::Mistaken)));
            }
            Interaction::TrueFalse { answer: false, .. } => {
                let nodes = question.stem.roots.iter();
                voices.extend(nodes.map(|&node| (node, Voice::Mistaken)));
            }
            _ => {}
        }
    }
}

fn add_script(script: &Script, voices: &mut FxHashMap<NodeId, Voice>) {
    let is_patient = |role: &Option<String>| {
        let role = role.as_deref().unwrap_or_default();
        PATIENT_ROLES.contains(&role)
    };
    let mut cast = script.cast.iter();
    let reader_is_patient = cast.any(|m| m.id.value == READER && is_patient(&m.role));
    for turn in script.scenes.iter().flat_map(|scene| &scene.turns) {
        match turn {
            Turn::Line { speaker, text, .. } if is_patient(&script.cast[*speaker].role) => {
                voices.extend(text.roots.iter().map(|&node| (node, Voice::Patient)));
            }
            Turn::Choices(choices) => {
                for choice in choices {
                    let harms = choice.critical || choice.effects.iter().any(|e| e.change < 0);
                    let voice = match () {
                        () if reader_is_patient => Voice::Patient,
                        () if harms && !choice.best => Voice::Mistaken,
                        () => continue,
                    };
                    voices.extend(choice.text.roots.iter().map(|&node| (node, voice)));
                }
            }
            _ => {}
        }
    }
}
