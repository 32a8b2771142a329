//! What many pages ask of the whole site, found once.

use crate::link::{Group, Module, PageId, Site, drawn_count, quizzes};
use crate::memo::{Note, State, Traced, note};
use crate::model::PageKind;
use std::collections::HashMap;
use std::sync::Arc;

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
        }
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
