//! Pages that no file stands for.

use super::{
    BIBLIOGRAPHY, Drawn, PROGRESS, article, glossary_path, in_language, learner, role, shelves,
};
use crate::diagnostic::Outcome;
use crate::link::{Meta, PageId, Site};
use crate::model::{NodeKind, PageKind};
use crate::parse::anchors::slug;
use crate::render::escape::escaped;
use crate::render::offline;
use crate::render::references;
use crate::render::search;
use crate::render::view::{
    BibliographyView, GlossaryView, HomeView, IndexView, LetterView, NoticeView, Reference,
    TermView,
};
use crate::render::writer::{Studio, Writer};
use std::collections::{BTreeMap, HashSet};

/// More pages than this are searched rather than looked through.
const LOOKED_THROUGH: usize = 24;

/// A page that no file stands for.
pub struct Generated {
    /// In the output.
    pub path: String,
    lang: String,
    title: String,
    draw: Draw,
}

/// How such a page is drawn.
enum Draw {
    Home,
    Index(PageKind, &'static str),
    Glossary,
    Bibliography,
    Progress,
    /// Of a role of the settings, by its number.
    Role(usize),
    NotFound,
    Offline,
    /// Of a module of the site, by its number.
    Certificate(usize),
}

impl Generated {
    /// Whether search engines should know the page: not what is empty without its reader, or stands for another.
    pub fn is_for_search(&self) -> bool {
        matches!(
            self.draw,
            Draw::Home | Draw::Index(..) | Draw::Glossary | Draw::Bibliography
        )
    }

    /// Draws the page.
    pub fn draw(&self, studio: Studio<'_>) -> Outcome<Drawn> {
        let meta = Meta {
            title: self.title.clone(),
            lang: self.lang.clone(),
            ..Meta::default()
        };
        let mut writer = Writer::plain(studio, &self.path, &meta, PageKind::Page);
        let html = match self.draw {
            Draw::Home => generated_home(&mut writer),
            Draw::Index(kind, folder) => index(&mut writer, kind, folder),
            Draw::Glossary => glossary(&mut writer),
            Draw::Bibliography => bibliography(&mut writer),
            Draw::Role(at) => role::role(&mut writer, &studio.site.config.roles[at].id.value),
            Draw::Progress => learner::progress(&mut writer),
            Draw::NotFound => notice(&mut writer, "not-found", "404.html"),
            Draw::Offline => notice(&mut writer, "offline", "offline.html"),
            Draw::Certificate(at) => learner::certificate(&mut writer, &studio.site.modules[at]),
        };
        let diagnostics = std::mem::take(&mut writer.diagnostics);
        Outcome::new((self.path.clone(), html), diagnostics)
    }
}

/// The pages that no file stands for: home where it is missing, an index a kind, glossary, sources, roles, 404.
pub fn generated(studio: Studio<'_>) -> Vec<Generated> {
    let site = studio.site;
    let groups = site.groups.iter();
    let aliases: HashSet<&str> = groups.filter_map(|g| g.alias.as_deref()).collect();
    let mut pages = Vec::new();
    let mut add = |path: String, lang: &str, title: &str, draw| {
        if !aliases.contains(path.as_str()) && !is_written(site, &path) {
            let (lang, title) = (lang.to_owned(), title.to_owned());
            pages.push(Generated {
                path,
                lang,
                title,
                draw,
            });
        }
    };
    let first = site.config.language();
    for lang in &site.config.languages {
        let path = |path: &str| in_language(site, path, lang);
        if studio.atlas.home(lang).is_none() {
            add(path("index.html"), lang, &site.config.title, Draw::Home);
        }
        for (kind, folder) in studio.atlas.kinds() {
            let index = path(&format!("{folder}/index.html"));
            add(index, lang, "", Draw::Index(kind, folder));
        }
        if !site.shared.glossary.is_empty() {
            add(glossary_path(site, lang), lang, "", Draw::Glossary);
        }
        if !site.shared.references.is_empty() {
            add(path(BIBLIOGRAPHY), lang, "", Draw::Bibliography);
        }
        if studio.atlas.is_played() {
            add(path(PROGRESS), lang, "", Draw::Progress);
        }
    }
    for (at, one) in site.config.roles.iter().enumerate() {
        for lang in &site.config.languages {
            let path = role::role_path(site, &one.id.value, lang);
            add(path, lang, "", Draw::Role(at));
        }
    }
    add("404.html".to_owned(), first, "", Draw::NotFound);
    if site.config.offline == Some(true) {
        add(offline::NOTICE.to_owned(), first, "", Draw::Offline);
    }
    for (at, module) in site.modules.iter().enumerate() {
        if let Some(path) = learner::certificate_of(site, module) {
            add(path, &module.lang, "", Draw::Certificate(at));
        }
    }
    pages
}

/// Whether a page of the site stands at a path.
fn is_written(site: &Site, path: &str) -> bool {
    let source = path.strip_suffix(".html").map(|name| format!("{name}.md"));
    let pages = &site.pages;
    source.is_some_and(|source| {
        let at = pages.partition_point(|page| page.source < source);
        pages.get(at).is_some_and(|page| page.path == path)
    })
}

fn generated_home(writer: &mut Writer<'_>) -> String {
    writer.with_roles();
    let view = HomeView {
        article: article(writer),
        sections: Vec::new(),
        shelves: shelves(writer),
        frame: writer.frame("home", &writer.meta.title),
    };
    writer.template("home.html", &view)
}

fn index(writer: &mut Writer<'_>, kind: PageKind, folder: &str) -> String {
    let title = writer.word(&format!("kind-{folder}"));
    let groups = writer.studio.atlas.listed(kind);
    let search = search::path(writer.studio.site, &writer.meta.lang);
    let search = format!("{}?kind={}", writer.file_href(&search), kind.word());
    let view = IndexView {
        kind: folder.to_owned(),
        search_href: (groups.len() > LOOKED_THROUGH).then_some(search),
        cards: groups.iter().map(|group| writer.card(group)).collect(),
        frame: writer.frame("index", &title),
    };
    writer.template("index.html", &view)
}

fn glossary(writer: &mut Writer<'_>) -> String {
    let site = writer.studio.site;
    let mut letters: BTreeMap<String, Vec<TermView>> = BTreeMap::new();
    for entry in &site.shared.glossary {
        let first = site.config.language();
        let Some(plain) = entry.plain.get(&writer.meta.lang, first) else {
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
                foreign: writer.foreign(entry.plain.language_of(plain, first)),
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
                    .map(|&id| writer.title_link(id))
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
    for at in 0..site.pages.len() {
        for node in &site.page(PageId(at)).page().tree.nodes {
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

/// A page that says why there is no other.
fn notice(writer: &mut Writer<'_>, kind: &str, template: &str) -> String {
    let view = NoticeView {
        frame: writer.frame(kind, &writer.word(kind)),
    };
    writer.template(template, &view)
}
