//! The page that searches the site.

use super::Drawn;
use crate::diagnostic::Outcome;
use crate::link::Meta;
use crate::model::PageKind;
use crate::render::search::{self, Indexes, KINDS};
use crate::render::view::{FilterOption, Link, SearchView};
use crate::render::words::language_name;
use crate::render::writer::{Studio, Writer};

/// The page that searches the site in a language, and in others where that is asked for.
pub fn search(studio: Studio<'_>, lang: &str, indexes: &Indexes) -> Outcome<Drawn> {
    let path = search::path(studio.site, lang);
    let meta = Meta {
        lang: lang.to_owned(),
        ..Meta::default()
    };
    let mut writer = Writer::plain(studio, &path, &meta, PageKind::Page);
    let html = page(&mut writer, indexes);
    let diagnostics = std::mem::take(&mut writer.diagnostics);
    Outcome::new((path, html), diagnostics)
}

fn page(writer: &mut Writer<'_>, indexes: &Indexes) -> String {
    writer.bundles.insert("search");
    let config = &writer.studio.site.config;
    let option = |id: &str, label: &str| FilterOption {
        id: id.to_owned(),
        label: label.to_owned(),
    };
    let kinds = KINDS.map(|kind| option(kind, &writer.word(&format!("search-kind-{kind}"))));
    let lang = &writer.meta.lang;
    let levels = config.levels.iter().enumerate();
    let levels = levels.map(|(at, level)| option(&level.id.value, config.level_name(at, lang)));
    let roles = config
        .roles
        .iter()
        .map(|role| option(&role.id.value, config.role_name(&role.id.value, lang)));
    let languages = config
        .languages
        .iter()
        .map(|lang| option(lang, &language_name(lang)));
    let mut view = SearchView {
        frame: writer.frame("search", &writer.word("search")),
        kinds: kinds.to_vec(),
        offered: offered(writer),
        levels: levels.collect(),
        roles: roles.collect(),
        languages: languages.collect(),
        index_json: String::new(),
        lists: lists(writer),
    };
    view.index_json = index_json(writer, &view, indexes);
    writer.template("search.html", &view)
}

/// Where each index begins, and what its numbers stand for.
fn index_json(writer: &Writer<'_>, view: &SearchView, indexes: &Indexes) -> String {
    let catalogs = indexes.iter();
    let catalogs: serde_json::Map<_, _> = catalogs
        .map(|(lang, catalog)| (lang.clone(), writer.file_href(catalog).into()))
        .collect();
    serde_json::json!({
        "lang": writer.meta.lang,
        "catalogs": catalogs,
        "kinds": view.kinds,
        "levels": view.levels,
        "roles": view.roles,
        "languages": view.languages,
    })
    .to_string()
}

/// Kinds that the site has pages of.
fn offered(writer: &Writer<'_>) -> Vec<String> {
    let site = writer.studio.site;
    let has = |kind: &str| {
        let written = site.pages.iter().any(|page| page.kind().word() == kind);
        let home = kind == PageKind::Page.word();
        let term = KINDS.last() == Some(&kind) && !site.shared.glossary.is_empty();
        written || home || term
    };
    let kinds = KINDS.into_iter().filter(|kind| has(kind));
    kinds.map(str::to_owned).collect()
}

/// The lists of the main navigation, and the glossary.
fn lists(writer: &Writer<'_>) -> Vec<Link> {
    let nav = writer.nav().into_iter().map(|item| Link {
        href: item.href,
        label: item.label,
        foreign: None,
    });
    nav.chain(writer.footer()).collect()
}
