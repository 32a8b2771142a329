//! The site: every page with everything it refers to looked up.

use super::frame::Place;
use super::snippets::Snippets;
use crate::config::Config;
use crate::diagnostic::Outcome;
use crate::memo::{Note, digest, note};
use crate::model::{
    Bank, Block, BlockData, Content, Date, Document, EvidenceGrade, Fact, GlossaryEntry, NodeId,
    Page, PageKind, Period, Reference, Script, SharedHandout, Snippet, WordList,
};
use crate::source::{FileId, Fingerprint, Span, Spanned};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

/// A parsed file as the memo keeps it.
pub type Parsed = Arc<Outcome<Document>>;

/// Index of a page in [`Site::pages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub usize);

/// Everything that will be drawn. Made only by [`super::link`], so that nothing unresolved can be drawn.
#[derive(Debug)]
pub struct Site {
    pub config: Arc<Config>,
    /// In the order of their paths.
    pub pages: Arc<Vec<Arc<SitePage>>>,
    /// The file of each page.
    pub files: Arc<Vec<FileId>>,
    /// The pages that are shown beside media.
    pub transcripts: Vec<PageId>,
    /// Pages that are variants of each other, in the order of the first one's path.
    pub groups: Arc<Vec<Group>>,
    /// In the order of their names.
    pub modules: Vec<Module>,
    pub shared: Shared,
    /// Files to copy, by path below `content/`, each with the first place that names it.
    pub media: BTreeMap<String, Span>,
    /// Pictures that pages show, likewise.
    pub pictures: BTreeMap<String, Span>,
    /// Recordings in the order of their pages.
    pub recordings: Vec<Recording>,
    /// The logo of the organisation, one of `pictures`.
    pub logo: Option<String>,
}

/// What pages put in from other files.
#[derive(Debug, Default)]
pub struct Shared {
    pub facts: HashMap<String, Fact>,
    /// In the order of the file.
    pub glossary: Vec<GlossaryEntry>,
    pub terms: HashMap<String, usize>,
    /// In the order of the file.
    pub references: Vec<Reference>,
    pub citations: HashMap<String, usize>,
    pub banks: BTreeMap<String, Included>,
    pub snippets: Snippets,
    pub handouts: HashMap<String, Parsed>,
    /// The organisation's own lists of words, in the order of their paths.
    pub words: Vec<Parsed>,
}

/// A snippet or a bank, with its links resolved from where it stands.
#[derive(Debug)]
pub struct Included {
    pub parsed: Parsed,
    pub links: Links,
}

/// A page with its resolved links.
#[derive(Debug)]
pub struct SitePage {
    pub parsed: Parsed,
    /// The source below `content/`.
    pub source: String,
    /// The page in the output.
    pub path: String,
    pub group: usize,
    pub meta: Meta,
    pub links: Links,
    /// See [`SitePage::digests`].
    digests: OnceLock<Digests>,
}

/// Numbers that change with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digests {
    /// With everything that lists and links say of it.
    pub head: u64,
    /// With its text and links too.
    pub whole: u64,
}

/// What is known of a page, its own and what it shares.
#[derive(Debug, Clone, Default, Hash)]
pub struct Meta {
    pub title: String,
    pub summary: String,
    /// Language code.
    pub lang: String,
    pub level: Option<usize>,
    pub roles: Vec<String>,
    pub tags: Vec<String>,
    pub owner: Option<String>,
    pub authors: Vec<String>,
    pub reviewers: Vec<String>,
    pub reviewed: Option<Date>,
    pub review_every: Option<Period>,
    pub evidence: Option<EvidenceGrade>,
    pub draft: bool,
    /// Used as the transcript of a medium: it is in no list.
    pub transcript: bool,
}

/// Variants of one page.
#[derive(Debug, Hash)]
pub struct Group {
    /// Folder and name, without variant parts.
    pub name: String,
    pub kind: PageKind,
    /// Language by language in their order, in each the easiest level first.
    pub variants: Vec<PageId>,
    /// The page of the group without variant parts, when no variant is that page itself: it shows the first variant.
    pub alias: Option<String>,
}

/// A module in one language.
#[derive(Debug, Clone, Hash)]
pub struct Module {
    /// Its folder below `modules/`.
    pub name: String,
    pub lang: String,
    /// Its overview; a module without `module.md` is told and has none.
    pub page: Option<PageId>,
    /// In the order they are taken.
    pub lessons: Vec<PageId>,
}

/// Where the addresses of a page lead.
#[derive(Debug, Clone, Default, Hash)]
pub struct Links {
    /// Those of its tree, by node; raw HTML nodes have one entry an address, in order.
    pub nodes: Vec<(NodeId, Target)>,
    /// The pictures of a script's cast, in its order; nowhere for who has none.
    pub cast: Vec<Target>,
}

/// A video or a sound with its captions, by their paths below `content/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    pub src: String,
    pub captions: Spanned<String>,
}

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A place on the same page.
    Anchor(String),
    Page(PageId, Option<String>),
    /// A file that is copied, by path below `content/`.
    Media(String),
    /// A picture that is shown, by path below `content/`.
    Picture(String),
    /// Another site, a mail, a call.
    External(String),
    /// Nothing: the text is shown without a link.
    Nowhere,
}

impl Links {
    /// The target of a link or picture.
    #[must_use]
    pub fn get(&self, node: NodeId) -> &Target {
        self.of(node)
            .first()
            .map_or(&Target::Nowhere, |(_, target)| target)
    }

    /// The picture of a member of the cast.
    #[must_use]
    pub fn of_cast(&self, member: usize) -> &Target {
        self.cast.get(member).unwrap_or(&Target::Nowhere)
    }

    /// All targets of a node, in order.
    #[must_use]
    pub fn of(&self, node: NodeId) -> &[(NodeId, Target)] {
        let from = self.nodes.partition_point(|(id, _)| *id < node);
        let len = self.nodes[from..].partition_point(|(id, _)| *id == node);
        &self.nodes[from..from + len]
    }
}

/// How much a site holds, for the last line of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub pages: usize,
    pub questions: usize,
}

/// How much a page holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Extent {
    pub minutes: Option<u32>,
    /// Of a script.
    pub scenes: Option<usize>,
    /// Of a script.
    pub endings: Option<usize>,
}

impl Site {
    /// What is known of a page. Whoever asks depends on its head; on its text when that is asked for too.
    #[must_use]
    pub fn page(&self, id: PageId) -> &SitePage {
        note(Note::Head(self.files[id.0]));
        &self.pages[id.0]
    }

    /// A mark of a module's text and questions, which changes when any of them does.
    #[must_use]
    pub fn version_of(&self, module: &Module) -> String {
        let pages = module.page.iter().chain(&module.lessons);
        let mut text = String::new();
        for &id in pages {
            let tree = &self.page(id).page().tree;
            text.push_str(&tree.source);
            for name in tree.blocks().flat_map(|(_, block)| banks_of(block)) {
                let bank = self.shared.banks.get(name).and_then(|b| bank(&b.parsed));
                text.push_str(bank.map_or("", |bank| &bank.tree.source));
            }
        }
        Fingerprint::of(text.as_bytes()).short()
    }

    /// The variant of a snippet that a page puts in.
    #[must_use]
    pub fn snippet_for(&self, name: &str, page: &Meta) -> Option<&Included> {
        let first = self.config.language();
        self.shared.snippets.choose(name, page, first)
    }

    /// The group a page belongs to.
    #[must_use]
    pub fn group_of(&self, id: PageId) -> &Group {
        &self.groups[self.page(id).group]
    }

    /// The module that a page belongs to, as its overview or as a lesson.
    #[must_use]
    pub fn module_of(&self, id: PageId) -> Option<&Module> {
        let name = super::navigation::module_name(&self.page(id).source)?;
        let lang = &self.page(id).meta.lang;
        self.modules_named(name).iter().find(|m| m.lang == *lang)
    }

    /// A module in each of its languages, found without a walk over the others.
    #[must_use]
    pub fn modules_named(&self, name: &str) -> &[Module] {
        let from = self.modules.partition_point(|m| m.name.as_str() < name);
        let len = self.modules[from..].partition_point(|m| m.name == name);
        &self.modules[from..from + len]
    }

    #[must_use]
    pub fn counts(&self) -> Counts {
        let on_pages = self.pages.iter().map(|p| p.page().questions.len());
        let in_banks = self
            .shared
            .banks
            .values()
            .map(|b| bank(&b.parsed).map_or(0, |b| b.questions.len()));
        Counts {
            pages: self.pages.len(),
            questions: on_pages.sum::<usize>() + in_banks.sum::<usize>(),
        }
    }
}

/// The banks that a quiz draws from.
fn banks_of(block: &Block) -> impl Iterator<Item = &str> {
    let quiz = match &block.data {
        BlockData::Quiz(quiz) => Some(quiz),
        _ => None,
    };
    let banks = quiz.into_iter().flat_map(|quiz| &quiz.banks);
    banks.map(|name| name.value.as_str())
}

impl SitePage {
    /// A page at its place.
    #[must_use]
    pub(super) fn new(parsed: Parsed, place: &Place, meta: Meta, links: Links) -> Self {
        Self {
            parsed,
            source: place.source.clone(),
            path: place.path.clone(),
            group: place.group,
            meta,
            links,
            digests: OnceLock::new(),
        }
    }

    /// The same page, used as the transcript of a medium.
    #[must_use]
    pub(super) fn as_transcript(&self) -> Self {
        Self {
            parsed: self.parsed.clone(),
            source: self.source.clone(),
            path: self.path.clone(),
            group: self.group,
            meta: Meta {
                transcript: true,
                ..self.meta.clone()
            },
            links: self.links.clone(),
            digests: OnceLock::new(),
        }
    }

    /// What lists say of the page beside its title: changes with nothing else of its text.
    #[must_use]
    pub fn extent(&self) -> Extent {
        let Content::Page(page) = &self.parsed.value.content else {
            return Extent::default();
        };
        let endings = |script: &Script| script.scenes.iter().filter(|s| s.ending.is_some()).count();
        Extent {
            minutes: page.front.module.minutes,
            scenes: page.script.as_ref().map(|script| script.scenes.len()),
            endings: page.script.as_ref().map(endings),
        }
    }

    /// What the page's state is, in numbers; `text` identifies its text.
    #[must_use]
    pub fn digests(&self, text: impl FnOnce() -> Option<Fingerprint>) -> Digests {
        *self.digests.get_or_init(|| {
            let place = (&self.source, &self.path, self.group);
            let head = digest((place, &self.meta, self.extent()));
            Digests {
                head,
                whole: digest((head, text(), &self.links)),
            }
        })
    }

    /// The parsed page.
    #[must_use]
    pub fn page(&self) -> &Page {
        page(&self.parsed).expect("a site page is made from a page document")
    }

    #[must_use]
    pub fn kind(&self) -> PageKind {
        // Told by where the file is: nobody depends on the text for it.
        match &self.parsed.value.content {
            Content::Page(page) => page.kind,
            _ => PageKind::Page,
        }
    }
}

/// Whether a lesson is the final quiz of its module: `quiz.md`, in any variant.
#[must_use]
pub fn is_quiz(page: &SitePage) -> bool {
    let in_folder = page.source.rsplit_once('/');
    let is_named = in_folder.is_some_and(|(_, name)| name.starts_with("quiz."));
    is_named && page.kind() == PageKind::Lesson
}

/// The document as a page. Whoever asks depends on its text.
#[must_use]
pub fn page(parsed: &Parsed) -> Option<&Page> {
    note(Note::Whole(parsed.value.file));
    match &parsed.value.content {
        Content::Page(page) => Some(page),
        _ => None,
    }
}

/// The document as a bank.
#[must_use]
pub fn bank(parsed: &Parsed) -> Option<&Bank> {
    match &parsed.value.content {
        Content::Bank(bank) => Some(bank),
        _ => None,
    }
}

/// The document as a snippet.
#[must_use]
pub fn snippet(parsed: &Parsed) -> Option<&Snippet> {
    match &parsed.value.content {
        Content::Snippet(snippet) => Some(snippet),
        _ => None,
    }
}

/// The document as a list of words.
#[must_use]
pub fn word_list(parsed: &Parsed) -> Option<&WordList> {
    match &parsed.value.content {
        Content::Words(list) => Some(list),
        _ => None,
    }
}

/// The document as what the levels of a handout share.
#[must_use]
pub fn shared_handout(parsed: &Parsed) -> Option<&SharedHandout> {
    match &parsed.value.content {
        Content::SharedHandout(shared) => Some(shared),
        _ => None,
    }
}
