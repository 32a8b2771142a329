//! Pages that no file stands for.

use super::{BIBLIOGRAPHY, Drawn, PROGRESS, article, finder, glossary_path, learner, shelves};
use crate::diagnostic::Outcome;
use crate::link::{Meta, PageId, Site};
use crate::model::{NodeKind, PageKind};
use crate::parse::anchors::slug;
use crate::render::escape::escaped;
use crate::render::references;
use crate::render::search;
use crate::render::view::{
    BibliographyView, GlossaryView, HomeView, IndexView, LetterView, Link, NotFoundView, Reference,
    TermView,
};
use crate::render::writer::{Studio, Writer};
use std::collections::BTreeMap;

/// Draws the pages that no file stands for: home where it is missing, an index a kind, glossary, sources, search, 404.
pub fn generated(studio: Studio<'_>, indexes: &search::Indexes) -> Outcome<Vec<Drawn>> {
    let site = studio.site;
    let mut pages = Vec::new();
    let mut diagnostics = Vec::new();
    let has = |path: &str| {
        site.pages.iter().any(|p| p.path == path)
            || site.groups.iter().any(|g| g.alias.as_deref() == Some(path))
    };
    let mut draw =
        |path: &str, lang: &str, title: &str, make: &dyn Fn(&mut Writer<'_>) -> String| {
            let meta = Meta {
                title: title.to_owned(),
                lang: lang.to_owned(),
                ..Meta::default()
            };
            let mut writer = Writer::plain(studio, path, &meta, PageKind::Page);
            let html = make(&mut writer);
            diagnostics.append(&mut writer.diagnostics);
            pages.push((path.to_owned(), html));
        };
    let first = site.config.language();
    if !has("index.html") {
        draw("index.html", first, &site.config.title, &generated_home);
    }
    for (kind, folder) in studio.atlas.kinds() {
        let path = format!("{folder}/index.html");
        if !has(&path) {
            draw(&path, first, "", &|writer| index(writer, kind, folder));
        }
    }
    if !site.shared.glossary.is_empty() {
        for lang in &site.config.languages {
            draw(&glossary_path(site, lang), lang, "", &glossary);
        }
    }
    if !site.shared.references.is_empty() {
        draw(BIBLIOGRAPHY, first, "", &bibliography);
    }
    if studio.atlas.is_played() {
        draw(PROGRESS, first, "", &learner::progress);
    }
    for lang in &site.config.languages {
        draw(&search::path(site, lang), lang, "", &|writer| {
            finder::search(writer, indexes)
        });
    }
    draw("404.html", first, "", &not_found);
    pages.extend(learner::certificates(studio));
    Outcome::new(pages, diagnostics)
}

fn generated_home(writer: &mut Writer<'_>) -> String {
    let view = HomeView {
        article: article(writer),
        shelves: shelves(writer),
        frame: writer.frame("home", &writer.meta.title),
    };
    writer.template("home.html", &view)
}

fn index(writer: &mut Writer<'_>, kind: PageKind, folder: &str) -> String {
    let title = writer.word(&format!("kind-{folder}"));
    let groups = writer.studio.atlas.listed(kind);
    let view = IndexView {
        kind: folder.to_owned(),
        cards: groups.iter().map(|group| writer.card(group)).collect(),
        frame: writer.frame("index", &title),
    };
    writer.template("index.html", &view)
}

fn glossary(writer: &mut Writer<'_>) -> String {
    let site = writer.studio.site;
    let mut letters: BTreeMap<String, Vec<TermView>> = BTreeMap::new();
    for entry in &site.shared.glossary {
        let Some(plain) = entry.plain.get(&writer.meta.lang, site.config.language()) else {
            continue;
        };
        let term = &entry.term.value;
        let letter = term
            .chars()
            .next()
            .map(|c| c.to_uppercase().collect::<String>());
        letters
            .entry(letter.unwrap_or_default())
            .or_default()
            .push(TermView {
                id: slug(term),
                term: term.clone(),
                html: escaped(&writer.facts.expand(&plain.value, |_, _| {})),
            });
    }
    let letters = letters.into_iter().map(|(letter, mut terms)| {
        terms.sort_by_key(|t| t.term.to_lowercase());
        LetterView {
            id: format!("letter-{}", slug(&letter)),
            letter,
            terms,
        }
    });
    let title = writer.word("glossary");
    let view = GlossaryView {
        letters: letters.collect(),
        frame: writer.frame("glossary", &title),
    };
    writer.template("glossary.html", &view)
}

fn bibliography(writer: &mut Writer<'_>) -> String {
    let site = writer.studio.site;
    let cited = cited_by(site);
    let mut entries: Vec<(String, &crate::model::Reference)> = site
        .shared
        .references
        .iter()
        .map(|r| (references::formatted(r), r))
        .collect();
    entries.sort_by_key(|(html, _)| html.to_lowercase());
    let view = BibliographyView {
        references: entries
            .into_iter()
            .enumerate()
            .map(|(at, (html, reference))| Reference {
                key: references::id(&reference.key.value),
                number: at + 1,
                html,
                backlinks: cited
                    .get(reference.key.value.as_str())
                    .into_iter()
                    .flatten()
                    .map(|&id| Link {
                        href: writer.page_href(id),
                        label: site.page(id).meta.title.clone(),
                    })
                    .collect(),
            })
            .collect(),
        frame: writer.frame("bibliography", &writer.word("bibliography")),
    };
    writer.template("bibliography.html", &view)
}

/// The pages that cite each source, in order.
fn cited_by(site: &Site) -> BTreeMap<&str, Vec<PageId>> {
    let mut out: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    for (at, page) in site.pages.iter().enumerate() {
        for node in &page.page().tree.nodes {
            let NodeKind::Citation(items) = &node.kind else {
                continue;
            };
            for item in items {
                let pages = out.entry(&item.key.value).or_default();
                if pages.last() != Some(&PageId(at)) {
                    pages.push(PageId(at));
                }
            }
        }
    }
    out
}

fn not_found(writer: &mut Writer<'_>) -> String {
    let view = NotFoundView {
        frame: writer.frame("not-found", &writer.word("not-found")),
    };
    writer.template("404.html", &view)
}
