//! What a template is given: one plain struct for each template.
//!
//! Every `href` is already relative to the page it stands on. A field named `…_html` holds HTML that is
//! safe to print as it is; every other text is escaped by the template. Templates may rely on every key
//! being there: what is missing is `null` or an empty list, never an absent key.
//!
//! | template | view |
//! |---|---|
//! | `home.html` | [`HomeView`] |
//! | `index.html` | [`IndexView`] |
//! | `module.html` | [`ModuleView`] |
//! | `lesson.html` | [`LessonView`] |
//! | `page.html` (pages and forms) | [`PageView`] |
//! | `script.html` | [`ScriptView`] |
//! | `script-map.html` | [`MapView`] |
//! | `script-cards.html` | [`CardsView`] |
//! | `script-reading.html` | [`ReadingView`] |
//! | `handout.html` | [`HandoutView`] |
//! | `glossary.html` | [`GlossaryView`] |
//! | `bibliography.html` | [`BibliographyView`] |
//! | `progress.html` | [`ProgressView`] |
//! | `certificate.html` | [`CertificateView`] |
//! | `role.html` | [`RoleView`] |
//! | `test-paper.html`, `module-print.html` | [`TestPaperView`], [`ModulePrintView`] |
//! | `search.html` | [`SearchView`] |
//! | `404.html`, `offline.html` | [`NoticeView`] |
//! | `blocks/question.html`, `gap.html` | [`QuestionView`], [`GapView`] |
//! | `blocks/quiz.html` | [`QuizView`] |
//! | `blocks/video.html`, `blocks/audio.html` | [`MediaView`] |
//! | `backlinks.html` | [`BacklinksView`] |
//! | `image.html` | [`ImageView`] |
//! | `line-audio.html` | [`LineAudioView`] |
//! | `blocks/compare.html` | [`CompareView`] |
//! | every other `blocks/NAME.html` | [`BlockView`] |
//! | `parts/NAME.html` | [`PartsView`] |
//!
//! `scene.html`, `toc.html`, `footnotes.html` and `references.html` are included by the page templates
//! and read [`SceneView`], [`TocEntry`], [`Footnote`] and [`Reference`] from the view of the page.

use serde::Serialize;

mod block;
mod dialogue;
mod frame;
mod html;
mod learner;
mod map;
mod paper;
mod parts;
mod prints;
mod question;
mod ready;
mod search;

pub use block::{BlockView, CaptionTrack, ImageView, MediaView};
pub use dialogue::{
    ChoiceView, CompareNote, CompareRow, CompareView, EffectView, LineAudioView, SceneView,
    SideView, SpeakerView, TurnView,
};
pub use frame::{Foreign, Frame, Image, Link, NavLink, RoleLink, Variant};
pub use learner::{CertificateView, PlayedLink, ProgressView};
pub use map::{BandView, BoxView, LineView, MapScene, MapView, MapWay, PictureView, TextLine};
pub use paper::{CardScene, CardsView, Papers, ReadingLine, ReadingScene, ReadingView, RoleCard};
pub use parts::{PartsView, RoleName};
pub use prints::{
    ModulePrintView, PaperAnswer, PaperKey, PaperRules, PrintedLesson, QuizPaperView, TestPaperView,
};
pub use question::{
    GapView, GroupView, NumberAnswer, OptionView, PairView, QuestionView, QuizView, TruthView,
};

pub use ready::Ready;
pub use search::{FilterOption, SearchView};

/// A calendar date. The words come from the theme (`t(key="date", day=…, month=…, year=…)`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// `2026-05-01`, for the `datetime` attribute.
    pub iso: String,
    /// Year, such as 2026.
    pub year: i32,
    /// Month from 1 to 12.
    pub month: u8,
    /// Day from 1 to 31.
    pub day: u8,
}

/// Who answers for a page and how fresh it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MetaView {
    /// The team that owns the page.
    pub owner: Option<String>,
    /// The authors' names.
    pub authors: Vec<String>,
    /// The reviewers' names.
    pub reviewers: Vec<String>,
    /// When the page was last reviewed.
    pub reviewed: Option<DateView>,
    /// When the next review is due.
    pub review_due: Option<DateView>,
    /// Grade of evidence: `high`, `moderate`, `low`, `very-low` or `none`.
    pub evidence: Option<String>,
    /// Names of the roles that the page is for.
    pub roles: Vec<String>,
    /// Tags as written.
    pub tags: Vec<String>,
    /// Whether the page is a draft, shown as such.
    pub draft: bool,
    /// A short version mark that changes with the text, printed on paper.
    pub version: Option<String>,
}

/// An entry of the contents of a page, with the entries below it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TocEntry {
    /// `#the-week`.
    pub href: String,
    /// The heading's text, as HTML without links.
    #[serde(serialize_with = "html::text")]
    pub title_html: String,
    /// Headings one level deeper.
    pub children: Vec<TocEntry>,
}

/// A footnote at the end of a page. Its anchor is `fn-{number}`, the first mark in the text `fnref-{number}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Footnote {
    /// Number shown in the text, from 1.
    pub number: usize,
    /// The note.
    #[serde(serialize_with = "html::text")]
    pub html: String,
    /// The places that refer to it.
    pub backlinks: Ready<Vec<Link>>,
    /// The links to them, drawn by `backlinks.html`.
    pub backlinks_html: Ready<String>,
}

/// The links from a footnote back to the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BacklinksView {
    /// Language of the page.
    pub lang: String,
    /// Number of the footnote.
    pub number: usize,
    /// The places that refer to it.
    pub links: Vec<Link>,
}

/// An entry of a list of references. Its anchor is `ref-{key}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// Key in `references.bib`, made safe for an id.
    pub key: String,
    /// Number shown in the text, from 1.
    pub number: usize,
    /// The formatted entry.
    #[serde(serialize_with = "html::text")]
    pub html: String,
    /// On a page: the places that cite it. In the bibliography: the pages that do, by title.
    pub backlinks: Vec<Link>,
}

/// The written part that pages of every kind share.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Article {
    /// The page's title: its one `h1`.
    pub title: String,
    /// One or two sentences below the title.
    pub summary: Option<String>,
    /// The body, rendered; empty when there is none.
    #[serde(serialize_with = "html::text")]
    pub body_html: String,
    /// Contents of the page; shown when there are at least two entries.
    pub toc: Vec<TocEntry>,
    /// Footnotes in the order of their numbers.
    pub footnotes: Vec<Footnote>,
    /// What the page cites, in the order of the numbers.
    pub references: Vec<Reference>,
    /// Who answers for the page.
    pub meta: MetaView,
}

/// A page as it is offered in a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: Option<String>,
    /// Language of the page when it is not that of the list.
    pub foreign: Option<Foreign>,
    /// A module as JSON: what there is to do in it.
    pub course: Option<String>,
    /// Minutes that a module or lesson takes.
    pub minutes: Option<u32>,
    /// Number of lessons of a module.
    pub lessons: Option<usize>,
    /// Number of questions of a lesson or module.
    pub questions: Option<usize>,
    /// Number of scenes of a script.
    pub scenes: Option<usize>,
    /// Number of endings of a script.
    pub endings: Option<usize>,
    /// Names of the roles that the page is for.
    pub roles: Vec<String>,
    /// The page's other reading levels, easiest first; empty when there is one only.
    pub levels: Vec<Variant>,
    /// The page's languages; empty when there is one only.
    pub languages: Vec<Variant>,
}

/// A row of the home page: the first pages of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Shelf {
    /// `modules`, `scripts`, `handouts`, `forms` or `pages`; the theme has words for each.
    pub kind: String,
    /// Where all pages of this kind are listed.
    pub index_href: String,
    /// How many there are in all.
    pub total: usize,
    /// The pages shown here.
    pub cards: Vec<Card>,
}

/// The home page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct HomeView {
    /// What every page has.
    pub frame: Frame,
    /// `content/index.md` up to its first heading, or the site's title alone.
    pub article: Article,
    /// The rest of `content/index.md`, heading by heading (HTML).
    #[serde(serialize_with = "html::list")]
    pub sections: Vec<String>,
    /// One shelf for each kind that has pages. The roles stand in `frame.roles`.
    pub shelves: Vec<Shelf>,
}

/// All pages of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct IndexView {
    /// What every page has.
    pub frame: Frame,
    /// `modules`, `scripts`, `handouts`, `forms` or `pages`; the theme has title and summary for each.
    pub kind: String,
    /// The pages in order.
    pub cards: Vec<Card>,
    /// The search among these pages, where they are too many to look through.
    pub search_href: Option<String>,
}

/// A learning objective.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ObjectiveView {
    /// Its id in the front matter.
    pub id: String,
    /// What the learner can do afterwards.
    #[serde(serialize_with = "html::text")]
    pub html: String,
}

/// A module's overview.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ModuleView {
    /// What every page has.
    pub frame: Frame,
    /// The text of `module.md`.
    pub article: Article,
    /// What the learner can do afterwards.
    pub objectives: Vec<ObjectiveView>,
    /// Minutes for the whole module.
    pub minutes: Option<u32>,
    /// Percent needed to pass.
    pub pass_mark: Option<u32>,
    /// How often the quiz may be tried.
    pub attempts: Option<u32>,
    /// Where the certificate is that passing earns.
    pub certificate_href: Option<String>,
    /// Modules to finish before.
    pub prerequisites: Vec<Link>,
    /// The lessons in order.
    pub lessons: Vec<LessonLink>,
    /// The module as one document for the printer; absent without lessons.
    pub print_href: Option<String>,
}

/// A module on the start page of a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The name of the module.
    pub item: String,
    /// The module as in lists.
    pub card: Card,
    /// The modules that it builds on.
    pub after: Vec<Link>,
}

/// The start page of a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RoleView {
    /// What every page has.
    pub frame: Frame,
    /// The role's id.
    pub id: String,
    /// The role's name.
    pub name: String,
    /// Its modules, each after those that it builds on.
    pub steps: Vec<Step>,
    /// Minutes for all of them.
    pub minutes: Option<u32>,
    /// Scripts, handouts and forms for the role.
    pub shelves: Vec<Shelf>,
    /// Where the other roles are offered.
    pub home_href: String,
}

/// A lesson in the list of a module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LessonLink {
    /// The name under which a browser keeps what is done on it.
    pub item: String,
    /// Place in the module, from 1.
    pub number: usize,
    /// The lesson's page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: Option<String>,
    /// Their language, when it is not that of the page.
    pub foreign: Option<Foreign>,
    /// `lesson` or `quiz`.
    pub kind: String,
    /// Minutes it takes.
    pub minutes: Option<u32>,
    /// Number of questions in it.
    pub questions: usize,
    /// Whether it is the page being shown.
    pub current: bool,
}

/// A lesson of a module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LessonView {
    /// What every page has.
    pub frame: Frame,
    /// The lesson's text.
    pub article: Article,
    /// The module's overview.
    pub module: Link,
    /// Place in the module, from 1.
    pub number: usize,
    /// Minutes it takes.
    pub minutes: Option<u32>,
    /// All lessons of the module; the shown one is `current`.
    pub lessons: Vec<Ready<LessonLink>>,
    /// The lesson before.
    pub previous: Option<Link>,
    /// The lesson after.
    pub next: Option<Link>,
    /// The final quiz as a test on paper.
    pub paper_href: Option<String>,
}

/// A free page or a form (`frame.kind` tells which).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PageView {
    /// What every page has.
    pub frame: Frame,
    /// The page's text.
    pub article: Article,
}

/// A conversation script with all its scenes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ScriptView {
    /// What every page has.
    pub frame: Frame,
    /// Title and summary; the body is what stands before the first scene.
    pub article: Article,
    /// Who speaks.
    pub cast: Vec<SpeakerView>,
    /// The scenes in the order of the file.
    pub scenes: Vec<SceneView>,
    /// What it takes to pass, in words.
    pub pass: Option<String>,
    /// What the script of the page needs to play the conversation, as JSON without `<`; absent when it cannot be played.
    pub data_json: Option<String>,
    /// The pages for groups; absent when there are no scenes.
    pub papers: Option<Papers>,
}

/// Something that every level of a handout says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct KeyMessageView {
    /// Where the text says it: `#call-911`.
    pub href: String,
    /// The message.
    #[serde(serialize_with = "html::text")]
    pub html: String,
}

/// Whom to call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// What the number is for.
    pub label: String,
    /// The number or address as read.
    pub value: String,
    /// `tel:…`, `mailto:…` or a web address.
    pub href: Option<String>,
}

/// Patient education at one reading level. The level and its siblings stand in `frame.levels`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct HandoutView {
    /// What every page has.
    pub frame: Frame,
    /// The handout's text.
    pub article: Article,
    /// Name of the reading level.
    pub level_name: Option<String>,
    /// Minutes that reading it takes.
    pub minutes: u32,
    /// What every level says.
    pub key_messages: Vec<KeyMessageView>,
    /// Whom to call; printed on the first page.
    pub contacts: Vec<ContactView>,
    /// The address of the page as a picture to point a telephone at, in SVG; absent when nobody said where the site is.
    pub code_svg: Option<String>,
}

/// A glossary term.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// Anchor on the glossary page.
    pub id: String,
    /// The term.
    pub term: String,
    /// Its plain words.
    #[serde(serialize_with = "html::text")]
    pub html: String,
    /// Their language, when it is not that of the page.
    pub foreign: Option<Foreign>,
}

/// The glossary terms of one first letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// The letter as shown.
    pub letter: String,
    /// Anchor of the group.
    pub id: String,
    /// Terms in order.
    pub terms: Vec<TermView>,
}

/// The glossary of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GlossaryView {
    /// What every page has.
    pub frame: Frame,
    /// Letters in the order of the alphabet.
    pub letters: Vec<LetterView>,
}

/// Everything that the site cites.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BibliographyView {
    /// What every page has.
    pub frame: Frame,
    /// The entries; their backlinks are the pages that cite them.
    pub references: Vec<Reference>,
}

/// The page for addresses that do not exist, or that are not kept without a network. A server may show it at any depth, where relative style
/// sheets are not found: it has to read well without them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NoticeView {
    /// What every page has.
    pub frame: Frame,
}
