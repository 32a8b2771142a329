//! What is written in which language, and what is older than the text it was translated from.

use super::view::{LanguageRow, PartCell, TranslationRow, Translations};
use super::{Desk, INDEX, TRANSLATIONS, path_of};
use crate::link::Group;
use crate::link::translations::{Part, State, file_of, parts};
use crate::source::relative_link;

/// The page of all translations; none for a site in one language.
pub(super) fn translations(desk: &Desk<'_>) -> Option<Translations> {
    let languages = &desk.site.config.languages;
    if languages.len() < 2 {
        return None;
    }
    let site = desk.site;
    let transcript = |group: &Group| {
        let mut pages = group.variants.iter();
        pages.any(|&id| site.page(id).meta.transcript)
    };
    let groups = site.groups.iter().filter(|group| !transcript(group));
    let all: Vec<(&Group, Vec<Part<'_>>)> = groups.map(|g| (g, parts(site, g))).collect();
    let (whole, open): (Vec<_>, Vec<_>) = all
        .iter()
        .partition(|(_, parts)| parts.iter().all(|part| part.state == State::There));
    Some(Translations {
        head: desk.head(TRANSLATIONS, "Translations"),
        languages: languages
            .iter()
            .map(|lang| language(desk, lang, &all))
            .collect(),
        whole: whole.len(),
        rows: open
            .iter()
            .map(|(group, parts)| row(desk, group, parts))
            .collect(),
    })
}

/// A language in numbers.
fn language(desk: &Desk<'_>, lang: &str, all: &[(&Group, Vec<Part<'_>>)]) -> LanguageRow {
    let own = all.iter().flat_map(|(_, parts)| parts);
    let own: Vec<&Part<'_>> = own.filter(|part| part.lang == lang).collect();
    let count = |state| own.iter().filter(|part| part.state == state).count();
    let first = desk.site.config.language();
    let terms = &desk.site.shared.glossary;
    let lacks = |text: &crate::model::LocalText| {
        let found = text.get(lang, first);
        found.is_none_or(|found| text.language_of(found, first) != lang)
    };
    LanguageRow {
        lang: lang.to_owned(),
        there: count(State::There) + count(State::Older),
        older: count(State::Older),
        missing: count(State::Missing),
        unasked: count(State::Unasked),
        terms: terms.iter().filter(|entry| !lacks(&entry.plain)).count(),
        all_terms: terms.len(),
    }
}

fn row(desk: &Desk<'_>, group: &Group, parts: &[Part<'_>]) -> TranslationRow {
    let site = desk.site;
    let first = site.page(group.variants[0]);
    let leveled = group
        .variants
        .iter()
        .any(|&id| site.page(id).meta.level.is_some());
    TranslationRow {
        title: first.meta.title.clone(),
        lang: first.meta.lang.clone(),
        href: leveled.then(|| relative_link(TRANSLATIONS, &path_of(group))),
        cells: parts
            .iter()
            .filter(|part| part.state != State::There)
            .map(|part| PartCell {
                lang: part.lang.to_owned(),
                level: part.level.map(|at| {
                    site.config
                        .level_name(at, site.config.language())
                        .to_owned()
                }),
                state: match part.state {
                    State::There => "there",
                    State::Older => "older",
                    State::Missing => "missing",
                    State::Unasked => "unasked",
                },
                file: file_of(site, group, part),
            })
            .collect(),
    }
}

/// Where the overview leads to the translations, when there are any.
pub(super) fn href(desk: &Desk<'_>) -> Option<String> {
    let several = desk.site.config.languages.len() > 1;
    several.then(|| relative_link(INDEX, TRANSLATIONS))
}
