//! What pages in one language, in one folder, and with the same scripts have around their text alike.

use super::assets::Bundle;
use super::view::{Link, NavLink, Ready};
use super::writer::Writer;

/// The parts of a frame that are the same on such pages.
#[derive(Debug, Clone)]
pub struct Around {
    pub stylesheets: Ready<Vec<String>>,
    pub scripts: Ready<Vec<String>>,
    pub nav: Ready<Vec<NavLink>>,
    pub footer: Ready<Vec<Link>>,
}

impl Around {
    pub fn of(writer: &Writer<'_>) -> Self {
        Self {
            stylesheets: Ready::from(&writer.stylesheets()),
            scripts: Ready::from(&writer.scripts()),
            nav: Ready::from(&writer.nav()),
            footer: Ready::from(&writer.footer()),
        }
    }
}

impl Writer<'_> {
    /// What tells apart the pages that have other parts around them. The page of a list is told apart from the pages that
    /// it lists: the navigation marks it.
    pub(super) fn surroundings(&self) -> String {
        let (folder, name) = self.path.rsplit_once('/').unwrap_or(("", self.path));
        let name = if name.starts_with("index.") { name } else { "" };
        let mut key = String::with_capacity(self.path.len() + 32);
        let parts = [self.meta.lang.as_str(), folder, name].into_iter();
        for part in parts.chain(self.bundles.iter().copied()) {
            key.push_str(part);
            key.push('\n');
        }
        key
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

    fn loaded(&self) -> impl Iterator<Item = &Bundle> {
        let names = self.bundles.iter();
        names.filter_map(|name| self.studio.theme.bundle(name))
    }

    pub(super) fn nav(&self) -> Vec<NavLink> {
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

    pub(super) fn footer(&self) -> Vec<Link> {
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
}
