//! One built site as a browser sees it.

use super::editor::Places;
use super::workshop::{Failure, Round};
use crate::diagnostic::emit::{EMITTERS, Findings, Summary};
use crate::diagnostic::{Diagnostic, Severity};
use crate::link::{PageId, Site};
use crate::memo::digest;
use crate::output::{Body, Made as MadeFile, Output, Outputs};
use crate::source::{CONTENT_DIR, SourceTree, join_relative, parent};
use serde::Serialize;
use std::sync::Arc;

/// How many faults an overlay shows with their lines; the terminal has all of them.
const SHOWN: usize = 30;
/// The page that stands in for one that is not there.
pub(super) const NOT_FOUND: &str = "404.html";

/// A site, and what is to be said about it.
#[derive(Debug)]
pub struct Preview {
    /// Counts the builds of this run.
    pub number: u64,
    made: Arc<Made>,
    /// Why the newest files are not shown.
    trouble: Option<String>,
}

#[derive(Debug)]
struct Made {
    sources: SourceTree,
    site: Site,
    outputs: Outputs,
    faults: Vec<Fault>,
    summary: Summary,
    places: Places,
}

/// A fault of the content.
#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    severity: &'static str,
    code: &'static str,
    name: &'static str,
    message: String,
    help: Option<String>,
    /// Relative to the project.
    path: String,
    line: usize,
    column: usize,
    /// Opens the place in the author's editor.
    editor: Option<String>,
    #[serde(skip)]
    diagnostic: Diagnostic,
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
    /// Measures of the text, each with its name.
    measures: Vec<Measure>,
    faults: Vec<&'a Fault>,
    levels: Vec<Choice<'a>>,
    languages: Vec<Choice<'a>>,
}

/// One number about a page.
#[derive(Debug, Serialize)]
struct Measure {
    name: String,
    value: String,
}

/// One way to see the page.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    name: &'a str,
    /// From the top of the site; of a role, its id.
    path: &'a str,
    current: bool,
}

impl Preview {
    pub(super) fn new(round: Round, number: u64, places: Places) -> Self {
        let findings = Findings::new(&round.diagnostics, &round.sources, Summary::default());
        let faults = findings.all.iter().map(|finding| Fault {
            severity: finding.diagnostic.severity.word(),
            code: finding.diagnostic.rule.code,
            name: finding.diagnostic.rule.name,
            message: finding.diagnostic.message.clone(),
            help: finding.diagnostic.help.clone(),
            path: finding.path.to_owned(),
            line: finding.start.line,
            column: finding.start.column,
            editor: places.href(finding.path, finding.start.line, finding.start.column),
            diagnostic: finding.diagnostic.clone(),
        });
        let (faults, summary) = (faults.collect(), findings.summary);
        let Round {
            sources,
            site,
            outputs,
            ..
        } = round;
        let made = Arc::new(Made {
            sources,
            site,
            outputs,
            faults,
            summary,
            places,
        });
        Self {
            number,
            made,
            trouble: None,
        }
    }

    /// The same site, with the reason why it is not a newer one.
    pub(super) fn troubled(&self, number: u64, failure: &Failure) -> Self {
        Self {
            number,
            made: self.made.clone(),
            trouble: Some(failure.to_string()),
        }
    }

    /// The file at a path that an address names; a folder's is its index.
    pub(super) fn file(&self, path: &str) -> Option<&Arc<Output>> {
        if path.is_empty() || path.ends_with('/') {
            self.made.outputs.get(&format!("{path}index.html"))
        } else {
            self.made.outputs.get(path)
        }
    }

    /// The picture at a path that is made when it is asked for.
    pub(super) fn made(&self, path: &str) -> Option<&MadeFile> {
        self.made.outputs.made(path)
    }

    /// What an open page is told. `path` is that of the page in the output.
    pub(super) fn message(&self, path: &str) -> Message<'_> {
        let made = &*self.made;
        let shown = self.file(path).or_else(|| self.file(NOT_FOUND));
        let (key, styles) = shown.map(|output| self.look_of(output)).unwrap_or_default();
        let page = made.page_at(path);
        let source = page.map(|id| made.source(id)).unwrap_or_default();
        let errors = made
            .faults
            .iter()
            .filter(|f| f.diagnostic.severity == Severity::Error);
        let (mut first, others): (Vec<&Fault>, Vec<&Fault>) =
            errors.partition(|f| f.path == source);
        first.extend(others);
        Message {
            number: self.number,
            key,
            styles,
            trouble: self.trouble.as_deref(),
            summary: made.summary,
            errors: first
                .into_iter()
                .take(SHOWN)
                .map(|fault| made.spoken(fault))
                .collect(),
            page: page.map(|id| made.facts(id, &source)),
            roles: made.roles(page),
        }
    }

    /// A page's key and its style sheets. The key also changes with the pictures and scripts that the page loads.
    pub(super) fn look_of(&self, output: &Output) -> (String, Vec<String>) {
        let Body::Bytes(bytes) = output.body() else {
            return Default::default();
        };
        let html = String::from_utf8_lossy(bytes);
        let mut styles = Vec::new();
        let mut parts = Vec::new();
        let mut rest = &*html;
        while let Some((before, link)) = rest.split_once("<link rel=\"stylesheet\" href=\"") {
            let (href, after) = link.split_once('"').unwrap_or((link, ""));
            parts.push(before);
            styles.push(href.replace("&amp;", "&"));
            rest = after;
        }
        parts.push(rest);
        let loaded = parts
            .iter()
            .flat_map(|part| addresses(part))
            .filter_map(|href| {
                let path = super::address::path_of(&format!("/{href}"));
                let path = path.or_else(|| Some(href.to_owned()));
                let target = join_relative(parent(output.path()), &path?)?;
                self.made
                    .outputs
                    .get(&target)
                    .map(|output| output.fingerprint())
            });
        let loaded: Vec<_> = loaded.collect();
        (format!("{:016x}", digest((&parts, loaded))), styles)
    }

    /// Every output with the list of them.
    pub(super) fn manifest(&self) -> Option<Arc<Output>> {
        let mut outputs = self.made.outputs.clone();
        let added = crate::pipeline::add_manifest(
            &self.made.site,
            &mut outputs,
            &crate::pipeline::Memo::default(),
        );
        added.ok()?;
        outputs.get(crate::output::MANIFEST).cloned()
    }
}

/// Addresses of what a page loads.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    [" src=\"", " poster=\""].into_iter().flat_map(move |name| {
        let found = html
            .match_indices(name)
            .map(|(at, _)| &html[at + name.len()..]);
        found.map(|rest| rest.split('"').next().unwrap_or_default())
    })
}

impl Made {
    /// The page that is shown at a path: its own, or that of its group.
    fn page_at(&self, path: &str) -> Option<PageId> {
        let path = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        let own = self
            .site
            .pages
            .iter()
            .position(|page| page.path == path)
            .map(PageId);
        own.or_else(|| {
            let mut groups = self.site.groups.iter();
            let group = groups.find(|group| group.alias.as_deref() == Some(&path))?;
            group.variants.first().copied()
        })
    }

    fn source(&self, id: PageId) -> String {
        format!("{CONTENT_DIR}/{}", self.site.page(id).source)
    }

    fn spoken<'a>(&self, fault: &'a Fault) -> Spoken<'a> {
        let one = std::slice::from_ref(&fault.diagnostic);
        let findings = Findings::new(one, &self.sources, Summary::default());
        let text = (EMITTERS[0].emit)(&findings, false);
        Spoken {
            fault,
            text: text.trim_end().to_owned(),
        }
    }

    fn facts(&self, id: PageId, source: &str) -> PageFacts<'_> {
        let page = self.site.page(id);
        PageFacts {
            source: source.to_owned(),
            editor: self.places.href(source, 1, 1),
            title: &page.meta.title,
            draft: page.meta.draft,
            measures: measures(&self.site, id),
            faults: self
                .faults
                .iter()
                .filter(|fault| fault.path == source)
                .collect(),
            levels: self.levels(id),
            languages: self.languages(id),
        }
    }

    fn levels(&self, id: PageId) -> Vec<Choice<'_>> {
        let site = &self.site;
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
        let site = &self.site;
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
        let config = &self.site.config;
        let roles = page.into_iter().flat_map(|page| {
            let lang = &self.site.page(page).meta.lang;
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

/// What is known in numbers of a page, one line each.
fn measures(site: &Site, id: PageId) -> Vec<Measure> {
    let page = site.page(id);
    let config = &site.config;
    let name = |at| config.level_name(at, config.language());
    let goal = page.meta.level.map(|at| Measure {
        name: "Level".to_owned(),
        value: match config.levels[at].max_grade {
            Some(grade) => format!("{}, at most grade {grade}", name(at)),
            None => name(at).to_owned(),
        },
    });
    goal.into_iter().collect()
}
