//! One parsed file.

use super::{Attrs, Date, Period, Question, Script, Tree, WordList};
use crate::source::{FileId, Fingerprint, Span, Spanned};
use std::sync::Arc;

/// A file of the project after parsing: everything it says, nothing yet looked up in another file.
#[derive(Debug, Clone)]
pub struct Document {
    pub file: FileId,
    pub path: Arc<str>,
    /// Of its bytes.
    pub fingerprint: Fingerprint,
    pub content: Content,
}

#[derive(Debug, Clone)]
pub enum Content {
    Page(Box<Page>),
    /// A passage that pages put in with `::: snippet`.
    Snippet(Box<Snippet>),
    Bank(Box<Bank>),
    /// What all levels of one handout share.
    SharedHandout(Box<SharedHandout>),
    Facts(Vec<Fact>),
    Glossary(Vec<GlossaryEntry>),
    Bibliography(Vec<Reference>),
    /// Words to avoid, the organisation's own.
    Words(Box<WordList>),
    /// A text file that is no source of its own; it is copied when something links to it.
    Attachment,
}

/// What the folder of a page says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    Home,
    Module,
    Lesson,
    Script,
    Handout,
    Form,
    Page,
}

impl PageKind {
    /// Every kind, in the order a reader meets them.
    pub const ALL: [Self; 7] = [
        Self::Home,
        Self::Module,
        Self::Lesson,
        Self::Script,
        Self::Handout,
        Self::Form,
        Self::Page,
    ];

    /// The word for the kind in data and class names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Module => "module",
            Self::Lesson => "lesson",
            Self::Script => "script",
            Self::Handout => "handout",
            Self::Form => "form",
            Self::Page => "page",
        }
    }

    /// The folder below `content/` whose pages are listed on one index page; lessons are listed by their module.
    #[must_use]
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Self::Home | Self::Lesson => None,
            Self::Module => Some("modules"),
            Self::Script => Some("scripts"),
            Self::Handout => Some("handouts"),
            Self::Form => Some("forms"),
            Self::Page => Some("pages"),
        }
    }
}

/// What a file name says: `NAME[.LEVEL][.LANG].md`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageName {
    /// The folder below `content/`, without a `/` at its end.
    pub folder: String,
    /// The name without variant parts.
    pub stem: String,
    /// Index in the levels of the configuration.
    pub level: Option<usize>,
    /// Index in the languages of the configuration; `None` is the first language.
    pub lang: Option<usize>,
}

impl PageName {
    /// Folder and stem: what all variants of one page share.
    #[must_use]
    pub fn group(&self) -> String {
        if self.folder.is_empty() {
            self.stem.clone()
        } else {
            format!("{}/{}", self.folder, self.stem)
        }
    }
}

/// A page of any kind.
#[derive(Debug, Clone)]
pub struct Page {
    pub kind: PageKind,
    pub name: PageName,
    pub front: FrontMatter,
    pub tree: Tree,
    /// Every anchor a link can name: headings, blocks, raw HTML.
    pub anchors: Vec<Spanned<String>>,
    /// The questions of the page, in order; `BlockData::Question` holds an index.
    pub questions: Vec<Question>,
    /// For scripts.
    pub script: Option<Script>,
}

/// One variant of a passage that pages share: `snippets/NAME[.LEVEL][.LANG].md`.
#[derive(Debug, Clone)]
pub struct Snippet {
    /// What its variants share and blocks name.
    pub name: String,
    /// Index in the levels of the configuration.
    pub level: Option<usize>,
    /// Language code.
    pub lang: String,
    pub tree: Tree,
    /// Anchors that come to the pages that put it in.
    pub anchors: Vec<Spanned<String>>,
}

/// Questions to draw from. The tree holds the Markdown of all values.
#[derive(Debug, Clone)]
pub struct Bank {
    pub name: String,
    pub tree: Tree,
    pub questions: Vec<Question>,
}

/// What stands between the `---` lines.
#[derive(Debug, Clone, Default)]
pub struct FrontMatter {
    pub title: Option<Spanned<String>>,
    pub summary: Option<Spanned<String>>,
    pub roles: Vec<Spanned<String>>,
    /// Languages that the page should be written in.
    pub languages: Vec<Spanned<String>>,
    pub tags: Vec<Spanned<String>>,
    pub owner: Option<Spanned<String>>,
    pub authors: Vec<Spanned<String>>,
    pub reviewers: Vec<Spanned<String>>,
    pub reviewed: Option<Spanned<Date>>,
    pub review_every: Option<Spanned<Period>>,
    pub evidence: Option<Spanned<EvidenceGrade>>,
    pub draft: bool,
    /// For modules.
    pub module: ModuleFront,
    /// Keys that start with `x-`, as they are, for templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
    /// A title was written in a way that cannot be read, and that was told: nobody needs to hear that it is missing.
    pub title_told: bool,
    /// The lines with their `---`; `None` when the file has no front matter.
    pub span: Option<Span>,
}

#[derive(Debug, Clone, Default)]
pub struct ModuleFront {
    pub objectives: Vec<Objective>,
    pub minutes: Option<u32>,
    /// Percent.
    pub pass_mark: Option<u32>,
    pub attempts: Option<u32>,
    /// Names of modules.
    pub prerequisites: Vec<Spanned<String>>,
    pub certificate: bool,
    /// Whether the quizzes of its pages hold the right answers as hashes only; as the site says when nothing is said.
    pub conceal: Option<bool>,
    /// Lesson names, when name order is not wanted.
    pub order: Vec<Spanned<String>>,
}

#[derive(Debug, Clone)]
pub struct Objective {
    pub id: Spanned<String>,
    pub text: Spanned<String>,
}

/// A text that may differ by language: pairs of language code and text. A plain text has no code and is in the
/// first language.
#[derive(Debug, Clone, Default)]
pub struct LocalText(pub Vec<(Option<Spanned<String>>, Spanned<String>)>);

impl LocalText {
    /// The text for a language, else the one in `fallback`, else the first.
    #[must_use]
    pub fn get(&self, lang: &str, fallback: &str) -> Option<&Spanned<String>> {
        let find = |wanted: &str| {
            let mut texts = self.0.iter();
            texts.find(|(code, _)| code.as_ref().map_or(fallback, |c| &c.value) == wanted)
        };
        let found = find(lang).or_else(|| find(fallback)).or(self.0.first());
        found.map(|(_, text)| text)
    }

    /// The language of a text that [`get`](Self::get) gave.
    #[must_use]
    pub fn language_of<'a>(&'a self, text: &Spanned<String>, fallback: &'a str) -> &'a str {
        let mut texts = self.0.iter();
        let code = texts.find_map(|(code, own)| (own == text).then_some(code.as_ref())?);
        code.map_or(fallback, |code| &code.value)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// `handouts/NAME.yaml`
#[derive(Debug, Clone, Default)]
pub struct SharedHandout {
    pub name: String,
    pub title: LocalText,
    pub summary: LocalText,
    pub key_messages: Vec<KeyMessage>,
    /// Owner, review and the other common keys.
    pub front: FrontMatter,
}

#[derive(Debug, Clone)]
pub struct KeyMessage {
    pub id: Spanned<String>,
    pub text: LocalText,
}

/// A value stated once.
#[derive(Debug, Clone)]
pub struct Fact {
    pub name: Spanned<String>,
    pub value: LocalText,
}

#[derive(Debug, Clone)]
pub struct GlossaryEntry {
    pub term: Spanned<String>,
    pub plain: LocalText,
}

/// An entry of the bibliography.
#[derive(Debug, Clone)]
pub struct Reference {
    pub key: Spanned<String>,
    /// Family names with given names, or organisations without.
    pub authors: Vec<(String, String)>,
    /// Field names in lower case, values without braces and LaTeX escapes.
    pub fields: Vec<(String, String)>,
}

impl Reference {
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        fields.find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// A `:::` block.
#[derive(Debug, Clone)]
pub struct Block {
    pub name: Spanned<String>,
    pub attrs: Attrs,
    pub data: BlockData,
}

/// What a block says beyond its content.
#[derive(Debug, Clone)]
pub enum BlockData {
    /// A block whose content says it all, or one that is not known.
    Plain,
    /// Index in the questions of the page.
    Question(usize),
    Quiz(QuizSpec),
    Evidence(Option<Spanned<EvidenceGrade>>),
    /// The id of the key message it gives.
    Key(Option<Spanned<String>>),
    Media(MediaSpec),
    /// Role ids.
    Role(Vec<Spanned<String>>),
    /// The name of the snippet.
    Snippet(Option<Spanned<String>>),
    Compare {
        bad: Option<Spanned<String>>,
        good: Option<Spanned<String>>,
    },
}

/// `::: quiz {bank=rapport draw=5 shuffle pass=80 attempts=3}`
#[derive(Debug, Clone, Default)]
pub struct QuizSpec {
    pub banks: Vec<Spanned<String>>,
    /// How many questions; all when nothing is said.
    pub draw: Option<Spanned<u32>>,
    pub shuffle: bool,
    /// Percent.
    pub pass: Option<u32>,
    pub attempts: Option<u32>,
    /// Whether the page holds the right answers as hashes only; as the module and the site say when nothing is said.
    pub conceal: Option<bool>,
}

/// A video or a sound with its texts. All addresses as written.
#[derive(Debug, Clone, Default)]
pub struct MediaSpec {
    pub src: Option<Spanned<String>>,
    pub captions: Option<Spanned<String>>,
    pub transcript: Option<Spanned<String>>,
    pub poster: Option<Spanned<String>>,
}

/// How sure the evidence is, in the words of GRADE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceGrade {
    High,
    Moderate,
    Low,
    VeryLow,
    None,
}

impl EvidenceGrade {
    /// The grades as they are written, best first.
    pub const WORDS: [&'static str; 5] = ["high", "moderate", "low", "very-low", "none"];

    /// The grade as it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Moderate => "moderate",
            Self::Low => "low",
            Self::VeryLow => "very-low",
            Self::None => "none",
        }
    }

    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let all = [
            Self::High,
            Self::Moderate,
            Self::Low,
            Self::VeryLow,
            Self::None,
        ];
        all.into_iter().find(|grade| grade.word() == word)
    }
}
