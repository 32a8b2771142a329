//! What is not there in every language, and what is older than the text it was translated from.

use super::collect::handout_name;
use super::messages::shared;
use super::navigation::module_name;
use super::site::{Group, PageId, Site, SitePage, page as as_page, shared_handout, snippet};
use crate::diagnostic::{
    Diagnostic, MISSING_TRANSLATION, OUTDATED_TRANSLATION, Severity, UNKNOWN_NAME,
};
use crate::model::{BlockData, PageKind};
use crate::source::{Span, Spanned};
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
        let there = self.there();
        let levels: BTreeSet<usize> = self.pages().filter_map(|page| page.meta.level).collect();
        for lang in &config.languages {
            let request = asked.iter().find(|asked| asked.value == *lang);
            if self.pages().all(|page| page.meta.lang != *lang) {
                if request.is_some() || there.contains(lang.as_str()) {
                    diagnostics.push(self.missing(lang, None, request.copied()));
                }
                continue;
            }
            for &level in &levels {
                let is_it =
                    |page: &SitePage| page.meta.lang == *lang && page.meta.level == Some(level);
                if !self.pages().any(is_it) {
                    diagnostics.push(self.missing(lang, Some(level), request.copied()));
                }
            }
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

    /// The languages in which readers get here: those of the page, and of a lesson those of its module's overview.
    fn there(&self) -> BTreeSet<&'a str> {
        let of_module = self
            .pages()
            .next()
            .and_then(|page| module_name(&page.source));
        let modules = self.site.modules.iter();
        let modules = modules.filter(|m| m.page.is_some() && Some(m.name.as_str()) == of_module);
        modules.map(|module| module.lang.as_str()).collect()
    }

    fn missing(
        &self,
        lang: &str,
        level: Option<usize>,
        asked: Option<&Spanned<String>>,
    ) -> Diagnostic {
        let config = &self.site.config;
        let first = self.site.page(self.group.variants[0]);
        let start = Span::start_of(first.parsed.value.file);
        let level = level.map(|at| config.levels[at].id.value.as_str());
        let message = match level {
            Some(level) => format!("this page is missing in \"{lang}\" at the level \"{level}\""),
            None => format!("this page is missing in \"{lang}\""),
        };
        let parts = [Some(self.group.name.as_str()), level];
        let mut file = parts.into_iter().flatten().collect::<Vec<_>>().join(".");
        if lang != config.language() {
            file = format!("{file}.{lang}");
        }
        let help = format!("write content/{file}.md");
        let mut fault = Diagnostic::new(&MISSING_TRANSLATION, start, message).help(help);
        if let Some(asked) = asked {
            fault.severity = Severity::Warning;
            fault = fault.label(asked.span, "asked for here");
        }
        fault
    }

    /// A translation that was reviewed before the text in the first language.
    fn outdated(&self, page: &SitePage) -> Option<Diagnostic> {
        let first = self.site.config.language();
        if page.meta.lang == first {
            return None;
        }
        let sources = || self.pages().filter(|source| source.meta.lang == first);
        let source = sources()
            .find(|source| source.meta.level == page.meta.level)
            .or_else(|| sources().next())?;
        let (own, newer) = page.meta.reviewed.zip(source.meta.reviewed)?;
        (own < newer).then(|| {
            let message =
                format!("this translation was reviewed on {own}, before its source on {newer}");
            let place = reviewed_at(self.site, page);
            Diagnostic::new(&OUTDATED_TRANSLATION, place, message)
                .label(reviewed_at(self.site, source), "the source")
                .help("compare it with the source, then change `reviewed`")
        })
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
