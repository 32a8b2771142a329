//! What an open page is told: for the overlay, the panel beside the page, and the decision whether to load again.

use super::editor::Places;
use super::measure::{Measured, measured};
use super::preview::{Preview, Shown, named};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::emit::{EMITTERS, Finding, Findings, Summary};
use crate::link::PageId;
use crate::source::CONTENT_DIR;
use serde::Serialize;

/// How many faults an overlay shows with their lines; the terminal has all of them.
const SHOWN: usize = 30;

/// A fault of the content.
#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    severity: &'static str,
    code: &'static str,
    name: &'static str,
    message: String,
    help: Option<String>,
    #[serde(flatten)]
    place: Place,
    #[serde(skip)]
    diagnostic: Diagnostic,
}

/// Where something stands in a file.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Place {
    /// Relative to the project.
    pub path: String,
    pub line: usize,
    pub column: usize,
    /// Opens the place in the author's editor.
    pub editor: Option<String>,
}

/// A fault with the words of the terminal.
#[derive(Debug, Serialize)]
struct Spoken<'a> {
    #[serde(flatten)]
    fault: &'a Fault,
    text: String,
}

/// What one open page is told.
#[derive(Debug, Serialize)]
pub(super) struct Message<'a> {
    number: u64,
    /// Changes with everything that the page shows but for its style sheets.
    key: String,
    /// The page's style sheets in order, as the page names them.
    styles: Vec<String>,
    trouble: Option<&'a str>,
    summary: Summary,
    /// The first errors of the site, those of this page before the others.
    errors: Vec<Spoken<'a>>,
    page: Option<PageFacts<'a>>,
    roles: Vec<Choice<'a>>,
}

/// What the side panel says about a page.
#[derive(Debug, Serialize)]
struct PageFacts<'a> {
    /// Relative to the project.
    source: String,
    editor: Option<String>,
    title: &'a str,
    draft: bool,
    measured: Measured,
    faults: Vec<Fault>,
    levels: Vec<Choice<'a>>,
    languages: Vec<Choice<'a>>,
}

/// One way to see the page.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    name: &'a str,
    /// From the top of the site; of a role, its id.
    path: &'a str,
    current: bool,
}

impl Fault {
    pub(super) fn new(finding: &Finding<'_>, places: &Places) -> Self {
        let diagnostic = finding.diagnostic;
        let start = finding.start;
        Self {
            severity: diagnostic.severity.word(),
            code: diagnostic.rule.code,
            name: diagnostic.rule.name,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            place: Place::new(finding.path, (start.line, start.column), places),
            diagnostic: diagnostic.clone(),
        }
    }
}

impl Place {
    /// A line and a column of a file, both from 1.
    pub fn new(path: &str, (line, column): (usize, usize), places: &Places) -> Self {
        Self {
            path: path.to_owned(),
            line,
            column,
            editor: places.href(path, line, column),
        }
    }
}

impl Preview {
    /// What an open page is told. `path` is that of the page in the output.
    pub(super) fn message(&self, path: &str) -> Message<'_> {
        let shown = &*self.shown;
        let (key, styles) = self.look_at(path);
        let page = shown.page_at(path);
        let source = page.map(|id| shown.source(id)).unwrap_or_default();
        let errors = shown.errors().iter();
        let (mut first, others): (Vec<&Fault>, Vec<&Fault>) =
            errors.partition(|fault| fault.place.path == source);
        first.extend(others);
        let spoken = first.into_iter().take(SHOWN);
        Message {
            number: self.number,
            key,
            styles,
            trouble: self.trouble.as_deref(),
            summary: shown.summary,
            errors: spoken.map(|fault| shown.spoken(fault)).collect(),
            page: page.map(|id| shown.facts(id, source)),
            roles: shown.roles(page),
        }
    }
}

impl Shown {
    /// The page that is shown at a path: its own, or that of its group.
    fn page_at(&self, path: &str) -> Option<PageId> {
        let path = named(path);
        let site = &self.made.site;
        let own = site.pages.iter().position(|page| page.path == path);
        own.map(PageId).or_else(|| {
            let mut groups = site.groups.iter();
            let group = groups.find(|group| group.alias.as_deref() == Some(&path))?;
            group.variants.first().copied()
        })
    }

    fn source(&self, id: PageId) -> String {
        format!("{CONTENT_DIR}/{}", self.made.site.page(id).source)
    }

    fn spoken<'a>(&self, fault: &'a Fault) -> Spoken<'a> {
        let one = std::slice::from_ref(&fault.diagnostic);
        let findings = Findings::new(one, &self.sources, Summary::default());
        let text = EMITTERS[0].text(&findings, false);
        Spoken {
            fault,
            text: text.trim_end().to_owned(),
        }
    }

    fn facts(&self, id: PageId, source: String) -> PageFacts<'_> {
        let page = self.made.site.page(id);
        PageFacts {
            editor: self.places.href(&source, 1, 1),
            source,
            title: &page.meta.title,
            draft: page.meta.draft,
            measured: measured(self, id),
            faults: self.faults_in(page.parsed.value.file),
            levels: self.levels(id),
            languages: self.languages(id),
        }
    }

    fn levels(&self, id: PageId) -> Vec<Choice<'_>> {
        let site = &self.made.site;
        let lang = &site.page(id).meta.lang;
        let same = site
            .group_of(id)
            .variants
            .iter()
            .filter(|v| site.page(**v).meta.lang == *lang);
        let level = |&v: &PageId| {
            let level = site.page(v).meta.level?;
            Some(Choice {
                name: site.config.level_name(level, lang),
                path: &site.page(v).path,
                current: v == id,
            })
        };
        same.filter_map(level).collect()
    }

    fn languages(&self, id: PageId) -> Vec<Choice<'_>> {
        let site = &self.made.site;
        let meta = &site.page(id).meta;
        let variants = &site.group_of(id).variants;
        let in_language = |lang: &'_ String| {
            let mut here = variants
                .iter()
                .filter(|v| site.page(**v).meta.lang == *lang);
            let same = here
                .clone()
                .find(|v| site.page(**v).meta.level == meta.level);
            same.or_else(|| here.next()).copied()
        };
        let languages = site.config.languages.iter();
        let found = languages.filter_map(|lang| {
            let v = in_language(lang)?;
            Some(Choice {
                name: lang,
                path: &site.page(v).path,
                current: *lang == meta.lang,
            })
        });
        found.collect()
    }

    fn roles(&self, page: Option<PageId>) -> Vec<Choice<'_>> {
        let config = &self.made.site.config;
        let roles = page.into_iter().flat_map(|page| {
            let lang = &self.made.site.page(page).meta.lang;
            let roles = config.roles.iter();
            roles.map(|role| (&role.id.value, config.role_name(&role.id.value, lang)))
        });
        roles
            .map(|(id, name)| Choice {
                name,
                path: id,
                current: false,
            })
            .collect()
    }
}
