//! What is not there in every language, and what is older than the text it was translated from.

use super::collect::handout_name;
use super::messages::shared;
use super::navigation::module_name;
use super::site::{Group, PageId, Site, SitePage, page as as_page, shared_handout, snippet};
use crate::diagnostic::{
    Diagnostic, MISSING_TRANSLATION, OUTDATED_TRANSLATION, Severity, UNKNOWN_NAME,
};
use crate::model::{BlockData, PageKind};
use crate::source::{CONTENT_DIR, Span, Spanned};
use std::collections::BTreeSet;

/// Tells variants of a page that are missing, and translations that are older than their source.
#[must_use]
pub fn of_group(site: &Site, group: &Group) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let transcript = |&id: &PageId| site.page(id).meta.transcript;
    if !group.variants.iter().any(transcript) {
        Variants { site, group }.check(&mut diagnostics);
    }
    diagnostics
}

/// How a page stands in one language, at one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    pub lang: &'a str,
    /// By its number in the settings; none for pages without levels, and where the language has nothing of the page.
    pub level: Option<usize>,
    pub state: State,
}

/// Whether a translation is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    There,
    /// Reviewed before the text in the first language.
    Older,
    /// Its other levels, its module or its front matter promise it.
    Missing,
    /// Not there, and nothing promises it.
    Unasked,
}

/// How a page stands in every language of the site.
#[must_use]
pub fn parts<'a>(site: &'a Site, group: &'a Group) -> Vec<Part<'a>> {
    Variants { site, group }.parts()
}

/// The file that a part of a page is written in.
#[must_use]
pub fn file_of(site: &Site, group: &Group, part: &Part<'_>) -> String {
    let config = &site.config;
    let level = part.level.map(|at| config.levels[at].id.value.as_str());
    let lang = (part.lang != config.language()).then_some(part.lang);
    let parts = [Some(group.name.as_str()), level, lang];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(".");
    format!("{CONTENT_DIR}/{name}.md")
}

/// The variants of one page.
struct Variants<'a> {
    site: &'a Site,
    group: &'a Group,
}

impl<'a> Variants<'a> {
    fn check(&self, diagnostics: &mut Vec<Diagnostic>) {
        let config = &self.site.config;
        let asked = self.asked();
        let known = |lang: &&Spanned<String>| config.languages.contains(&lang.value);
        let (asked, unknown): (Vec<_>, Vec<_>) = asked.iter().partition(known);
        diagnostics.extend(unknown.into_iter().map(|lang| {
            let message = format!("the language \"{}\" is not one of this site", lang.value);
            let help = format!("known: {}", config.languages.join(", "));
            Diagnostic::new(&UNKNOWN_NAME, lang.span, message).help(help)
        }));
        for part in self
            .parts()
            .iter()
            .filter(|part| part.state == State::Missing)
        {
            let request = asked.iter().find(|asked| asked.value == part.lang);
            diagnostics.push(self.missing(part, request.copied()));
        }
        diagnostics.extend(self.pages().filter_map(|page| self.outdated(page)));
    }

    fn pages(&self) -> impl Iterator<Item = &'a SitePage> {
        let site = self.site;
        self.group.variants.iter().map(move |&id| site.page(id))
    }

    /// The languages that `languages` asks for, on a page or in what the levels of a handout share.
    fn asked(&self) -> Vec<Spanned<String>> {
        let own = self.pages().flat_map(|page| &page.page().front.languages);
        let handout = (self.group.kind == PageKind::Handout)
            .then(|| {
                let name = handout_name(&self.group.name);
                shared_handout(self.site.shared.handouts.get(name)?)
            })
            .flatten();
        let common = handout.into_iter().flat_map(|h| &h.front.languages);
        let mut asked: Vec<Spanned<String>> = Vec::new();
        for lang in own.chain(common) {
            if asked.iter().all(|known| known.value != lang.value) {
                asked.push(lang.clone());
            }
        }
        asked
    }

    /// Whether readers of a language without the page get here: from the overview of its module.
    fn leads_here(&self, lang: &str) -> bool {
        let first = self.pages().next();
        let module = first.and_then(|page| module_name(&page.source));
        let modules = module.map_or(&[][..], |name| self.site.modules_named(name));
        modules.iter().any(|m| m.page.is_some() && m.lang == *lang)
    }

    /// Each language of the site with each level of the page. A language in which nothing of it is written is one part.
    fn parts(&self) -> Vec<Part<'a>> {
        let config = &self.site.config;
        let levels: BTreeSet<Option<usize>> = self.pages().map(|page| page.meta.level).collect();
        let mut parts = Vec::new();
        for lang in &config.languages {
            let part = |level, state| Part { lang, level, state };
            if self.pages().all(|page| page.meta.lang != *lang) {
                let asked = self.asked().iter().any(|asked| asked.value == *lang);
                parts.push(match asked || self.leads_here(lang) {
                    true => part(None, State::Missing),
                    false => part(None, State::Unasked),
                });
                continue;
            }
            parts.extend(levels.iter().filter_map(|&level| {
                let mut own = self.pages().filter(|page| page.meta.lang == *lang);
                match own.find(|page| page.meta.level == level) {
                    Some(page) if self.newer_source(page).is_some() => {
                        Some(part(level, State::Older))
                    }
                    Some(_) => Some(part(level, State::There)),
                    // A page without a level stands beside the levels; no language has to have one.
                    None => level.map(|_| part(level, State::Missing)),
                }
            }));
        }
        parts
    }

    fn missing(&self, part: &Part<'_>, asked: Option<&Spanned<String>>) -> Diagnostic {
        let first = self.site.page(self.group.variants[0]);
        let start = Span::start_of(first.parsed.value.file);
        let lang = part.lang;
        let level = part
            .level
            .map(|at| self.site.config.levels[at].id.value.as_str());
        let message = match level {
            Some(level) => format!("this page is missing in \"{lang}\" at the level \"{level}\""),
            None => format!("this page is missing in \"{lang}\""),
        };
        let help = format!("write {}", file_of(self.site, self.group, part));
        let mut fault = Diagnostic::new(&MISSING_TRANSLATION, start, message).help(help);
        if let Some(asked) = asked {
            fault.severity = Severity::Warning;
            fault = fault.label(asked.span, "asked for here");
        }
        fault
    }

    /// The text in the first language, when it was reviewed after its translation.
    fn newer_source(&self, page: &SitePage) -> Option<&'a SitePage> {
        let first = self.site.config.language();
        if page.meta.lang == first {
            return None;
        }
        let sources = || self.pages().filter(|source| source.meta.lang == first);
        let source = sources()
            .find(|source| source.meta.level == page.meta.level)
            .or_else(|| sources().next())?;
        let (own, newer) = page.meta.reviewed.zip(source.meta.reviewed)?;
        (own < newer).then_some(source)
    }

    /// A translation that was reviewed before the text in the first language.
    fn outdated(&self, page: &SitePage) -> Option<Diagnostic> {
        let source = self.newer_source(page)?;
        let (own, newer) = page.meta.reviewed.zip(source.meta.reviewed)?;
        let message =
            format!("this translation was reviewed on {own}, before its source on {newer}");
        let place = reviewed_at(self.site, page);
        let fault = Diagnostic::new(&OUTDATED_TRANSLATION, place, message)
            .label(reviewed_at(self.site, source), "the source")
            .help("compare it with the source, then change `reviewed`");
        Some(fault)
    }
}

/// Where the date of a page's review stands.
fn reviewed_at(site: &Site, page: &SitePage) -> Span {
    let own = as_page(&page.parsed).and_then(|page| page.front.reviewed.as_ref());
    let common = shared(site, page).and_then(|handout| handout.front.reviewed.as_ref());
    let start = Span::start_of(page.parsed.value.file);
    own.or(common).map_or(start, |date| date.span)
}

/// Tells snippets that a page puts in in another language.
pub fn foreign_snippets(site: &Site, page: &SitePage, diagnostics: &mut Vec<Diagnostic>) {
    for (_, block) in page.page().tree.blocks() {
        let BlockData::Snippet(Some(name)) = &block.data else {
            continue;
        };
        let chosen = site.snippet_for(&name.value, &page.meta);
        let Some(chosen) = chosen.and_then(|entry| snippet(&entry.parsed)) else {
            continue;
        };
        if chosen.lang != page.meta.lang {
            let (lang, own) = (&chosen.lang, &page.meta.lang);
            let message = format!("this snippet is put in in \"{lang}\", for want of \"{own}\"");
            let help = format!("write content/snippets/{}.{own}.md", name.value);
            diagnostics.push(Diagnostic::new(&MISSING_TRANSLATION, name.span, message).help(help));
        }
    }
}
