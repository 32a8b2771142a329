//! The choosers at the top of a page, and links that keep to a reading level.
//!
//! What they say of the other variants is read from their text, so that a page is drawn again when one of them changes.
//! Lists use the plain variants of `frame`.

use super::escape::path_address;
use super::pages::in_language;
use super::view::Variant;
use super::words::language_name;
use super::writer::Writer;
use crate::levels::PageLevel;
use crate::link::{PageId, SitePage};
use crate::model::NodeKind;

/// Kinds of pages that no file stands for and that are there in every language of the site.
const EVERY_LANGUAGE_HAS: &[&str] = &[
    "home",
    "index",
    "glossary",
    "bibliography",
    "progress",
    "role",
    "search",
];

impl Writer<'_> {
    /// The levels of a page with what each is, and where its sections are.
    pub(super) fn level_chooser(&self, id: PageId) -> Vec<Variant> {
        let pages = self.level_pages(id);
        let mut variants = self.levels(id);
        for (variant, &page) in variants.iter_mut().zip(&pages) {
            let site = self.studio.site;
            let measured = self.studio.levels.get(page.0);
            variant.minutes = Some(self.studio.atlas.minutes(page));
            variant.about = measured.is_some_and(PageLevel::is_estimate);
            variant.grade = measured.and_then(|level| level.grade).map(whole);
            variant.places = places(site.page(page));
        }
        variants
    }

    /// The languages of the writer's page, which is of a kind. Home pages, lists and other pages that no file stands for
    /// are there in every language.
    pub(super) fn language_chooser(&self, kind: &str) -> Vec<Variant> {
        let generated = |path: &str| {
            let languages = self.studio.site.config.languages.iter();
            let variants: Vec<Variant> = languages.map(|l| self.generated(path, l)).collect();
            if variants.len() < 2 {
                Vec::new()
            } else {
                variants
            }
        };
        match (self.page, kind) {
            (Some(home), "home") => {
                let mut variants = generated("index.html");
                for own in self.translations(home) {
                    let place = variants.iter_mut().find(|variant| variant.lang == own.lang);
                    if let Some(place) = place {
                        *place = own;
                    }
                }
                variants
            }
            (Some(page), _) => self.translations(page),
            (None, kind) if EVERY_LANGUAGE_HAS.contains(&kind) => {
                generated(&self.first_language_path())
            }
            (None, _) => Vec::new(),
        }
    }

    /// The path of a generated page in the first language of the site.
    fn first_language_path(&self) -> String {
        let end = format!(".{}.html", self.meta.lang);
        match self.path.strip_suffix(&end) {
            Some(name) if self.meta.lang != self.studio.site.config.language() => {
                format!("{name}.html")
            }
            _ => self.path.to_owned(),
        }
    }

    /// A page that every language has, in one of them.
    fn generated(&self, path: &str, lang: &str) -> Variant {
        let path = in_language(self.studio.site, path, lang);
        Variant {
            id: lang.to_owned(),
            label: language_name(lang),
            href: self.file_href(&path),
            lang: lang.to_owned(),
            address: self.address_of(&path),
            current: lang == self.meta.lang,
            ..Variant::default()
        }
    }

    /// The languages of a page, and where the sections of each are.
    fn translations(&self, id: PageId) -> Vec<Variant> {
        let pages = self.language_pages(id);
        let mut variants = self.languages(id);
        for (variant, &(_, page)) in variants.iter_mut().zip(&pages) {
            variant.places = places(self.studio.site.page(page));
        }
        variants
    }

    /// Where a link to a page leads for readers who keep to a reading level: `easy=tapering.easy.html standard=…`, with
    /// the place on the page where the level has it. Empty for a page without levels, and among the levels of one page,
    /// where the author means the very one.
    pub(super) fn level_links(&self, id: PageId, anchor: Option<&str>) -> String {
        let site = self.studio.site;
        let page = site.page(id);
        let own = self.page.map(|own| site.page(own).group);
        if page.meta.level.is_none() || own == Some(page.group) {
            return String::new();
        }
        let variants = site.group_of(id).variants.iter().copied();
        let links = variants.filter_map(|variant| {
            let meta = &site.page(variant).meta;
            let level = meta.level.filter(|_| meta.lang == page.meta.lang)?;
            let level = &site.config.levels[level].id.value;
            let mut href = self.page_href(variant);
            if let Some(anchor) =
                anchor.filter(|a| places(site.page(variant)).iter().any(|p| p == a))
            {
                href.push('#');
                href.push_str(&path_address(anchor));
            }
            Some(format!("{level}={href}"))
        });
        let links: Vec<String> = links.collect();
        if links.len() < 2 {
            return String::new();
        }
        links.join(" ")
    }
}

/// The lowest grade that readers are told: the formulas were not made for easier texts.
const LOWEST_GRADE: u32 = 3;

/// A grade as readers are told it: the nearest whole one.
fn whole(grade: f64) -> u32 {
    let mut from_above = (LOWEST_GRADE..30).rev();
    let nearest = from_above.find(|&whole| grade >= f64::from(whole) - 0.5);
    nearest.unwrap_or(LOWEST_GRADE)
}

/// Ids of the headings and named blocks of a page, in order.
fn places(page: &SitePage) -> Vec<String> {
    let nodes = page.page().tree.all();
    let ids = nodes.filter_map(|node| match node.kind() {
        NodeKind::Heading(heading) => Some(heading.id.clone()),
        NodeKind::Block(block) => block.attrs.id.as_ref().map(|id| id.value.clone()),
        _ => None,
    });
    ids.filter(|id| !id.contains(char::is_whitespace)).collect()
}
