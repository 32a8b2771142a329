//! What every page has around its text.

use super::assets::Bundle;
use super::bidi::in_order;
use super::view::{Card, DateView, Foreign, Frame, Image, Link, MetaView, NavLink, Variant};
use super::words::{dir, language_name};
use super::writer::{Studio, Writer};
use crate::link::{Group, Meta, PageId, SitePage};
use crate::model::{Date, PageKind};
use crate::source::Fingerprint;

impl Writer<'_> {
    /// The frame of a page with a title. Comes after the text, which says what scripts the page needs.
    pub(super) fn frame(&self, kind: &str, title: &str) -> Frame {
        let site = self.studio.site;
        let config = &site.config;
        let level = self.meta.level.map(|at| config.levels[at].id.value.clone());
        let levels = self.page.map(|page| self.level_chooser(page));
        let languages = self.language_chooser(kind);
        let logo = site.logo.as_ref().map(|path| self.logo(path));
        Frame {
            lang: self.meta.lang.clone(),
            dir: dir(&self.meta.lang).to_owned(),
            site_language: self.foreign(config.language()),
            spoken: self.foreign(self.studio.theme.words().spoken(&self.meta.lang)),
            kind: kind.to_owned(),
            level,
            easiest: self.meta.level == Some(0),
            title: title.to_owned(),
            site_title: config.title.clone(),
            organisation: some(&config.organisation),
            description: some(&self.meta.summary).or_else(|| Some(self.described(kind, title))),
            root: "../".repeat(self.path.matches('/').count()),
            home_href: self.file_href(&home_path(self)),
            stylesheets: self.stylesheets(),
            scripts: self.scripts(),
            bundles: self.bundles.iter().map(ToString::to_string).collect(),
            site_id: super::course::site_id(site),
            path: self.path.to_owned(),
            item: self.page.map(|page| site.group_of(page).name.clone()),
            course: self.course(),
            progress_href: self
                .studio
                .atlas
                .is_played()
                .then(|| self.site_href(super::pages::PROGRESS)),
            address: self.address(kind),
            banner: config.brand.banner.as_ref().map(|banner| Link {
                href: banner.link.clone().unwrap_or_default(),
                label: in_order(config.language(), &banner.text),
                foreign: None,
            }),
            footer_text: config
                .brand
                .footer
                .as_deref()
                .map(|text| in_order(config.language(), text)),
            worker: self.worker(),
            search_href: self.file_href(&super::search::path(site, &self.meta.lang)),
            icon: self.icon(logo.as_ref()),
            logo,
            nav: self.nav(),
            footer: self.footer(),
            breadcrumbs: self.breadcrumbs(kind),
            roles: match self.bundles.contains("roles") {
                true => super::pages::role_links(self),
                false => Vec::new(),
            },
            levels: levels.unwrap_or_default(),
            first_language: config.language().to_owned(),
            languages,
        }
    }

    /// A language as that of a text on this page, when the page has another one.
    pub(super) fn foreign(&self, lang: &str) -> Option<Foreign> {
        (lang != self.meta.lang).then(|| Foreign::of(lang))
    }

    /// A link to a page with its title.
    pub(super) fn title_link(&self, page: PageId) -> Link {
        let meta = &self.studio.site.page(page).meta;
        Link {
            href: self.page_href(page),
            label: meta.title.clone(),
            foreign: self.foreign(&meta.lang),
        }
    }

    /// A page of a group, by the group's own name when it is the one that readers meet first.
    pub(super) fn first_href(&self, group: &Group, id: PageId) -> String {
        match &group.alias {
            Some(alias) if id == group.variants[0] => self.file_href(alias),
            _ => self.page_href(id),
        }
    }

    /// Where a page that every language has is in the language of this one: `modules/index.html`.
    pub(super) fn site_href(&self, path: &str) -> String {
        let path = super::pages::in_language(self.studio.site, path, &self.meta.lang);
        self.file_href(&path)
    }

    /// Makes the page offer the roles of the site, when it has any.
    pub(super) fn with_roles(&mut self) {
        if !self.studio.site.config.roles.is_empty() {
            self.bundles.insert("roles");
        }
    }

    /// What search engines say of a page that has no summary.
    fn described(&self, kind: &str, title: &str) -> String {
        let folder = self.path.split('/').next().unwrap_or("");
        match kind {
            "index" => self.word(&format!("kind-{folder}-summary")),
            "progress" => self.word("my-progress-summary"),
            "glossary" | "bibliography" | "role" | "not-found" | "offline" => {
                self.word(&format!("{kind}-summary"))
            }
            _ => {
                let site = &self.studio.site.config.title;
                let names = [("title", title.into()), ("site", site.as_str().into())];
                let words = self.studio.theme.words();
                words.get(&self.meta.lang, "page-summary", &names)
            }
        }
    }

    /// Where the page is published.
    fn address(&self, kind: &str) -> Option<String> {
        let is_page = !matches!(kind, "not-found" | "offline");
        is_page.then(|| self.address_of(self.path))?
    }

    pub(super) fn address_of(&self, path: &str) -> Option<String> {
        let base = self.studio.site.config.base_url.as_ref()?;
        Some(super::address::of(base, path))
    }

    /// The site's, those of the page's bundles, and last the brand's.
    fn stylesheets(&self) -> Vec<String> {
        let all = self.studio.theme.stylesheets();
        let (site, brand) = all.split_at(all.len().saturating_sub(1));
        let bundles = self.loaded().filter_map(|one| one.stylesheet.as_ref());
        let sheets = site.iter().chain(bundles).chain(brand);
        sheets.map(|path| self.file_href(path)).collect()
    }

    /// Those of the page's bundles come after the site's. What keeps the site for use without a network comes first: it has
    /// to see the page before other scripts change it.
    fn scripts(&self) -> Vec<String> {
        let (theme, lang) = (self.studio.theme, &self.meta.lang);
        let offline = self.worker().and_then(|_| theme.bundle("offline"));
        let before = offline.and_then(|one| one.script(lang));
        let bundles = self.loaded().filter_map(|one| one.script(lang));
        let scripts = before.into_iter().chain(theme.script(lang)).chain(bundles);
        scripts.map(|path| self.file_href(path)).collect()
    }

    /// The worker that keeps the site, where the configuration asks for one.
    fn worker(&self) -> Option<String> {
        let is_kept = self.studio.site.config.offline == Some(true);
        is_kept.then(|| self.file_href(super::offline::WORKER))
    }

    /// The logo of the site, else the picture of the theme.
    fn icon(&self, logo: Option<&Image>) -> Option<String> {
        let own = logo.map(|logo| logo.src.clone());
        own.or_else(|| Some(self.file_href(self.studio.theme.icon()?)))
    }

    fn loaded(&self) -> impl Iterator<Item = &Bundle> {
        let names = self.bundles.iter();
        names.filter_map(|name| self.studio.theme.bundle(name))
    }

    /// The module that the page belongs to, when it has an overview.
    fn course(&self) -> Option<String> {
        let atlas = self.studio.atlas;
        atlas.module(self.page?)?.page?;
        atlas.course(self.page?).map(str::to_owned)
    }

    fn nav(&self) -> Vec<NavLink> {
        let top = self.path.split('/').next().unwrap_or("");
        let kinds = self.studio.atlas.kinds();
        kinds
            .map(|(_, folder)| {
                let path = format!("{folder}/index.html");
                let path = super::pages::in_language(self.studio.site, &path, &self.meta.lang);
                NavLink {
                    href: self.file_href(&path),
                    label: self.word(&format!("kind-{folder}")),
                    current: self.path == path,
                    inside: top == folder,
                }
            })
            .collect()
    }

    fn footer(&self) -> Vec<Link> {
        let site = self.studio.site;
        let mut links = Vec::new();
        if !site.shared.glossary.is_empty() {
            let path = super::pages::glossary_path(site, &self.meta.lang);
            links.push(Link {
                href: self.file_href(&path),
                label: self.word("glossary"),
                foreign: None,
            });
        }
        if !site.shared.references.is_empty() {
            links.push(Link {
                href: self.site_href(super::pages::BIBLIOGRAPHY),
                label: self.word("bibliography"),
                foreign: None,
            });
        }
        links
    }

    /// From the home page down to what the page belongs to.
    fn breadcrumbs(&self, kind: &str) -> Vec<Link> {
        if kind == "home" {
            return Vec::new();
        }
        let site = self.studio.site;
        let mut links = vec![Link {
            href: self.file_href(&home_path(self)),
            label: self.word("home"),
            foreign: None,
        }];
        let folder = self.path.split('/').next().unwrap_or("");
        let index = format!("{folder}/index.html");
        let index = super::pages::in_language(site, &index, &self.meta.lang);
        if self.path != index && self.studio.atlas.kinds().any(|(_, f)| f == folder) {
            links.push(Link {
                href: self.file_href(&index),
                label: self.word(&format!("kind-{folder}")),
                foreign: None,
            });
        }
        let module = self
            .page
            .and_then(|page| self.studio.atlas.module(page)?.page);
        if let Some(module) = module.filter(|&module| Some(module) != self.page) {
            links.push(self.title_link(module));
        }
        links
    }

    /// The page in its reading levels, in its own language; empty when there is one only.
    pub(super) fn levels(&self, id: PageId) -> Vec<Variant> {
        let site = self.studio.site;
        let variant = |v: PageId| {
            let meta = &site.page(v).meta;
            let level = meta.level?;
            let name = site.config.level_name(level, &meta.lang);
            Some(self.variant(v, &site.config.levels[level].id.value, name))
        };
        self.level_pages(id)
            .into_iter()
            .filter_map(variant)
            .collect()
    }

    /// The pages of [`levels`](Self::levels), in their order.
    pub(super) fn level_pages(&self, id: PageId) -> Vec<PageId> {
        let site = self.studio.site;
        let lang = &site.page(id).meta.lang;
        let here = site.group_of(id).variants.iter().copied();
        let same = here.filter(|&v| {
            let meta = &site.page(v).meta;
            meta.lang == *lang && meta.level.is_some()
        });
        let same: Vec<PageId> = same.collect();
        if same.len() < 2 { Vec::new() } else { same }
    }

    /// The page in its languages, at its own level where there is one; empty when there is one only.
    pub(super) fn languages(&self, id: PageId) -> Vec<Variant> {
        let variant = |(lang, v): (&String, PageId)| self.variant(v, lang, &language_name(lang));
        self.language_pages(id).into_iter().map(variant).collect()
    }

    /// The pages of [`languages`](Self::languages), in their order, each with its language.
    pub(super) fn language_pages(&self, id: PageId) -> Vec<(&String, PageId)> {
        let site = self.studio.site;
        let level = site.page(id).meta.level;
        let group = site.group_of(id);
        let chosen = site.config.languages.iter().filter_map(|lang| {
            let here = group.variants.iter().copied();
            let mut here = here.filter(|&v| site.page(v).meta.lang == *lang);
            let first = here.clone().next()?;
            let same = here.find(|&v| site.page(v).meta.level == level);
            Some((lang, same.unwrap_or(first)))
        });
        let pages: Vec<(&String, PageId)> = chosen.collect();
        if pages.len() < 2 { Vec::new() } else { pages }
    }

    fn variant(&self, id: PageId, name: &str, label: &str) -> Variant {
        let page = self.studio.site.page(id);
        Variant {
            id: name.to_owned(),
            label: label.to_owned(),
            href: self.page_href(id),
            lang: page.meta.lang.clone(),
            address: self.address_of(&page.path),
            current: self.page == Some(id),
            grade: None,
            about: false,
            minutes: None,
            places: Vec::new(),
        }
    }

    /// A group of pages in a list: the variant in the language of the list, else the first.
    pub(super) fn card(&self, group: &Group) -> Card {
        let site = self.studio.site;
        let same = group
            .variants
            .iter()
            .find(|&&v| site.page(v).meta.lang == self.meta.lang);
        let id = same.copied().unwrap_or(group.variants[0]);
        let page = site.page(id);
        let extent = page.extent();
        let href = self.first_href(group, id);
        let module = (group.kind == PageKind::Module)
            .then(|| self.studio.atlas.module(id))
            .flatten();
        let lessons = module.map(|m| m.lessons.len());
        let of_lessons = module.into_iter().flat_map(|m| &m.lessons);
        let atlas = self.studio.atlas;
        let questions =
            of_lessons.map(|&l| atlas.questions(l)).sum::<usize>() + atlas.questions(id);
        Card {
            course: module.and(atlas.course(id)).map(str::to_owned),
            href,
            title: page.meta.title.clone(),
            summary: some(&in_order(&page.meta.lang, &page.meta.summary)),
            foreign: self.foreign(&page.meta.lang),
            minutes: extent.minutes,
            lessons,
            questions: (questions > 0).then_some(questions),
            scenes: extent.scenes,
            endings: extent.endings,
            roles: role_names(self.studio, &page.meta, &self.meta.lang),
            levels: self.levels(id),
            languages: self.languages(id),
        }
    }

    /// Who answers for the page.
    pub(super) fn meta_view(&self) -> MetaView {
        let meta = self.meta;
        let due = meta
            .reviewed
            .zip(meta.review_every)
            .map(|(day, period)| day.after(period));
        let source = self.page.map(|page| self.studio.site.page(page));
        MetaView {
            owner: meta.owner.clone(),
            authors: meta.authors.clone(),
            reviewers: meta.reviewers.clone(),
            reviewed: meta.reviewed.map(date),
            review_due: due.map(date),
            evidence: meta.evidence.map(|grade| grade.word().to_owned()),
            roles: role_names(self.studio, meta, &meta.lang),
            tags: meta.tags.clone(),
            draft: meta.draft,
            version: source.map(version),
        }
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The home page in the language of the page, else the first.
pub(super) fn home_path(writer: &Writer<'_>) -> String {
    let Studio { site, atlas, .. } = writer.studio;
    let home = atlas.home(&writer.meta.lang);
    home.map_or_else(
        || super::pages::in_language(site, "index.html", &writer.meta.lang),
        |id| site.page(id).path.clone(),
    )
}

/// The roles that a page is for, in a language.
fn role_names(studio: Studio<'_>, meta: &Meta, lang: &str) -> Vec<String> {
    let config = &studio.site.config;
    let name = |id: &String| config.role_name(id, lang).to_owned();
    meta.roles.iter().map(name).collect()
}

fn date(date: Date) -> DateView {
    DateView {
        iso: date.to_string(),
        year: i32::from(date.year),
        month: date.month,
        day: date.day,
    }
}

/// A mark that changes with the text of the page.
fn version(page: &SitePage) -> String {
    Fingerprint::of(page.page().tree.source.as_bytes()).short()[..6].to_owned()
}
