//! What many pages ask of the whole site, found once.

use crate::link::{Group, Module, PageId, Site, drawn_count, quizzes};
use crate::memo::{Note, note};
use crate::model::PageKind;
use crate::source::FileId;
use std::collections::HashMap;

/// Made once a build and shared by all pages.
#[derive(Debug)]
pub struct Atlas<'a> {
    /// Questions of each page, those of its quizzes among them, and its file.
    questions: Vec<(usize, FileId)>,
    /// The groups that lists show, by kind.
    listed: HashMap<PageKind, Vec<&'a Group>>,
    /// The home page by language.
    homes: HashMap<&'a str, PageId>,
    /// The module of each page that has one, in the page's language.
    modules: HashMap<PageId, &'a Module>,
}

impl<'a> Atlas<'a> {
    #[must_use]
    pub fn of(site: &'a Site) -> Self {
        let mut listed: HashMap<PageKind, Vec<&Group>> = HashMap::new();
        let mut homes = HashMap::new();
        for group in site.groups.iter() {
            if group.kind == PageKind::Home {
                let pages = group.variants.iter();
                homes.extend(
                    pages
                        .rev()
                        .map(|&id| (site.page(id).meta.lang.as_str(), id)),
                );
            } else if is_listed(site, group) {
                listed.entry(group.kind).or_default().push(group);
            }
        }
        Self {
            questions: (0..site.pages.len())
                .map(|at| question_count(site, PageId(at)))
                .zip(site.pages.iter().map(|page| page.parsed.value.file))
                .collect(),
            listed,
            homes,
            modules: modules(site),
        }
    }

    /// How many questions a page asks.
    #[must_use]
    pub fn questions(&self, id: PageId) -> usize {
        let (count, file) = self.questions[id.0];
        note(Note::Head(file));
        count
    }

    /// The groups of a kind that lists show, in order.
    #[must_use]
    pub fn listed(&self, kind: PageKind) -> &[&'a Group] {
        self.listed.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Kinds that have an index page, each with its folder, in the order of the navigation.
    pub fn kinds(&self) -> impl Iterator<Item = (PageKind, &'static str)> {
        let kinds = PageKind::ALL.into_iter();
        kinds
            .filter(|kind| !self.listed(*kind).is_empty())
            .filter_map(|kind| Some((kind, kind.folder()?)))
    }

    /// Whether there is anything to do here that a browser can keep: a module or a script.
    #[must_use]
    pub fn is_played(&self) -> bool {
        let kinds = [PageKind::Module, PageKind::Script];
        kinds.into_iter().any(|kind| !self.listed(kind).is_empty())
    }

    /// The home page in a language, when it is written.
    #[must_use]
    pub fn home(&self, lang: &str) -> Option<PageId> {
        self.homes.get(lang).copied()
    }

    /// The module that a page is the overview or a lesson of.
    #[must_use]
    pub fn module(&self, id: PageId) -> Option<&'a Module> {
        self.modules.get(&id).copied()
    }
}

/// Transcripts are shown beside their media, and a page that is the index of its kind is not listed on itself.
fn is_listed(site: &Site, group: &Group) -> bool {
    let hidden = group
        .variants
        .iter()
        .any(|&id| site.page(id).meta.transcript);
    let index = group
        .kind
        .folder()
        .is_some_and(|folder| group.name == format!("{folder}/index"));
    !hidden && !index
}

fn modules(site: &Site) -> HashMap<PageId, &Module> {
    let mut out = HashMap::new();
    for module in &site.modules {
        for &id in module.lessons.iter().chain(&module.page) {
            // A lesson that stands in for a missing translation belongs to the module of its own language.
            if site.page(id).meta.lang == module.lang {
                out.insert(id, module);
            } else {
                out.entry(id).or_insert(module);
            }
        }
    }
    out
}

fn question_count(site: &Site, id: PageId) -> usize {
    let page = site.page(id).page();
    let drawn = quizzes(site.page(id)).into_iter();
    page.questions.len() + drawn.map(|quiz| drawn_count(site, quiz)).sum::<usize>()
}
