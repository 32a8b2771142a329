//! What many pages ask of the whole site, found once.

use super::footnotes::Backlinks;
use super::pages::Rail;
use super::{course, reading_time};
use crate::link::{Group, Module, PageId, Site, drawn_count, quizzes};
use crate::memo::{Note, State, Traced, note};
use crate::model::PageKind;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// What follows from the surroundings of a site: which pages there are, and of what kind.
#[derive(Debug)]
struct Outline {
    /// The groups that lists show, by kind, by their numbers.
    listed: HashMap<PageKind, Vec<usize>>,
    /// The home page by language.
    homes: HashMap<String, PageId>,
    /// The module of each page that has one, in the page's language, by its number.
    modules: HashMap<PageId, usize>,
}

/// What was found in earlier builds.
#[derive(Debug, Default)]
pub struct Memo {
    outlines: crate::memo::Memo<u64, Outline>,
    questions: Traced<usize>,
}

/// Made once a build and shared by all pages.
#[derive(Debug)]
pub struct Atlas<'a> {
    site: &'a Site,
    outline: Arc<Outline>,
    /// The groups that lists show, by kind.
    listed: HashMap<PageKind, Vec<&'a Group>>,
    /// Questions of each page, those of its quizzes among them.
    questions: Vec<usize>,
    /// Minutes that each page takes to read.
    minutes: Vec<OnceLock<u32>>,
    /// By module.
    kept: Vec<Kept>,
    backlinks: Backlinks,
}

/// What the pages of a module have in common. The first of them makes it.
#[derive(Debug, Default)]
struct Kept {
    course: OnceLock<String>,
    rail: OnceLock<Rail>,
}

impl<'a> Atlas<'a> {
    #[must_use]
    pub fn of(site: &'a Site) -> Self {
        let pages = (0..site.pages.len()).map(PageId);
        let questions = pages.map(|id| question_count(site, id)).collect();
        Self::new(site, Arc::new(Outline::of(site)), questions)
    }

    /// The same for a site in a state that earlier ones may have had, too.
    #[must_use]
    pub fn remembered(site: &'a Site, state: &Arc<State>, memo: &Memo) -> Self {
        let outlines = &memo.outlines;
        let outline = outlines.get_or(state.surroundings, || Outline::of(site));
        outlines.sweep();
        let count = |at| question_count(site, PageId(at));
        let questions = memo.questions.all(state, site.pages.len(), count);
        Self::new(
            site,
            outline,
            questions.iter().map(|count| **count).collect(),
        )
    }

    fn new(site: &'a Site, outline: Arc<Outline>, questions: Vec<usize>) -> Self {
        let groups = |numbers: &Vec<usize>| numbers.iter().map(|&at| &site.groups[at]).collect();
        let listed = outline.listed.iter();
        let listed = listed.map(|(kind, numbers)| (*kind, groups(numbers)));
        Self {
            site,
            listed: listed.collect(),
            outline,
            questions,
            minutes: site.pages.iter().map(|_| OnceLock::new()).collect(),
            kept: site.modules.iter().map(|_| Kept::default()).collect(),
            backlinks: Backlinks::default(),
        }
    }

    /// The links from footnotes back to the text.
    #[must_use]
    pub fn backlinks(&self) -> &Backlinks {
        &self.backlinks
    }

    /// Minutes to read a page, which depend on its text.
    #[must_use]
    pub fn minutes(&self, id: PageId) -> u32 {
        for note_of in [Note::Head, Note::Whole] {
            note(note_of(self.site.files[id.0]));
        }
        let minutes = || reading_time::minutes(self.site, self.site.page(id));
        *self.minutes[id.0].get_or_init(minutes)
    }

    /// The module of a page as JSON: what there is to do in it.
    #[must_use]
    pub fn course(&self, id: PageId) -> Option<&str> {
        let (module, kept) = self.kept(id)?;
        let course = || course::json(self.site, self, module);
        Some(kept.course.get_or_init(course))
    }

    /// The place for the list beside the lessons of a page's module.
    #[must_use]
    pub fn rail(&self, id: PageId) -> Option<&OnceLock<Rail>> {
        self.kept(id).map(|(_, kept)| &kept.rail)
    }

    /// The module of a page, and what is kept of it. Whoever asks depends on what it is made from: what the overview says,
    /// and the heads of the lessons.
    fn kept(&self, id: PageId) -> Option<(&'a Module, &Kept)> {
        let number = *self.outline.modules.get(&id)?;
        let module = &self.site.modules[number];
        for &lesson in &module.lessons {
            note(Note::Head(self.site.files[lesson.0]));
        }
        if let Some(overview) = module.page {
            note(Note::Head(self.site.files[overview.0]));
            note(Note::Whole(self.site.files[overview.0]));
        }
        Some((module, &self.kept[number]))
    }

    /// How many questions a page asks.
    #[must_use]
    pub fn questions(&self, id: PageId) -> usize {
        note(Note::Head(self.site.files[id.0]));
        self.questions[id.0]
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
        self.outline.homes.get(lang).copied()
    }

    /// The module that a page is the overview or a lesson of.
    #[must_use]
    pub fn module(&self, id: PageId) -> Option<&'a Module> {
        let number = self.outline.modules.get(&id)?;
        Some(&self.site.modules[*number])
    }
}

impl Outline {
    fn of(site: &Site) -> Self {
        let mut listed: HashMap<PageKind, Vec<usize>> = HashMap::new();
        let mut homes = HashMap::new();
        for (at, group) in site.groups.iter().enumerate() {
            if group.kind == PageKind::Home {
                let pages = group.variants.iter().rev();
                homes.extend(pages.map(|&id| (site.page(id).meta.lang.clone(), id)));
            } else if is_listed(site, group) {
                listed.entry(group.kind).or_default().push(at);
            }
        }
        Self {
            listed,
            homes,
            modules: modules(site),
        }
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

fn modules(site: &Site) -> HashMap<PageId, usize> {
    let mut out = HashMap::new();
    for (number, module) in site.modules.iter().enumerate() {
        for &id in module.lessons.iter().chain(&module.page) {
            // A lesson that stands in for a missing translation belongs to the module of its own language.
            if site.page(id).meta.lang == module.lang {
                out.insert(id, number);
            } else {
                out.entry(id).or_insert(number);
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
