//! The authors' dashboard: levels, faults, reviews and evidence, as pages that need no server and print well.
//!
//! It is written from what a check has found; the command hands in the day. Nothing of it is part of the site.

mod handout;
mod overview;
mod passages;
mod translations;
pub mod view;

pub use passages::{effect, why_hard};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::emit::Findings;
use crate::levels::Levels;
use crate::link::{Group, PageId, Site};
use crate::model::Date;
use crate::output::{FileTable, Output, Outputs, WriteError};
use crate::source::relative_link;
use serde::Serialize;
use view::{FaultRow, Head, Link};

/// What the manifest of a report has as its id: no site can have it, as it is no name.
pub const REPORT_ID: &str = "teachback report";

const STYLE: &str = "assets/report.css";
const INDEX: &str = "index.html";
const TRANSLATIONS: &str = "translations.html";

/// What a report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    pub site: &'a Site,
    pub levels: &'a Levels,
    pub findings: &'a Findings<'a>,
    /// Style sheets of the theme, as paths in the report.
    pub stylesheets: &'a [String],
    /// The day that reviews are held against.
    pub today: Date,
}

/// A page of the report that is to be drawn.
#[derive(Debug)]
pub struct Sheet {
    pub path: String,
    pub template: &'static str,
    pub view: View,
}

/// What its template is given.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    Overview(Box<view::Overview>),
    Translations(Box<view::Translations>),
    Handout(Box<view::Handout>),
}

/// Every page of the report: the overview, the translations, and a page for each handout, or other page, that has reading levels.
#[must_use]
pub fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    let overview = Sheet {
        path: INDEX.to_owned(),
        template: "report.html",
        view: View::Overview(Box::new(overview::overview(desk))),
    };
    let pages = desk.leveled().map(|group| Sheet {
        path: path_of(group),
        template: "report-handout.html",
        view: View::Handout(Box::new(handout::handout(desk, group))),
    });
    let translations = translations::translations(desk).map(|view| Sheet {
        path: TRANSLATIONS.to_owned(),
        template: "report-translations.html",
        view: View::Translations(Box::new(view)),
    });
    std::iter::once(overview)
        .chain(translations)
        .chain(pages)
        .collect()
}

/// The report's own style sheet, over those of the theme.
#[must_use]
pub fn style() -> Output {
    Output::bytes(STYLE, include_str!("report.css"))
}

/// The list of the report's files, with which the next run knows its own.
///
/// # Errors
/// When a file of the theme can no longer be read.
pub fn manifest(outputs: &Outputs) -> Result<Output, WriteError> {
    #[derive(Serialize)]
    struct Manifest {
        generator: &'static str,
        id: &'static str,
        files: FileTable,
    }
    let manifest = Manifest {
        generator: concat!("teachback ", env!("CARGO_PKG_VERSION")),
        id: REPORT_ID,
        files: outputs.file_table()?,
    };
    let json = serde_json::to_string_pretty(&manifest);
    let json = json.expect("invariant: the manifest has text keys only");
    Ok(Output::manifest(json, manifest.files))
}

impl<'a> Desk<'a> {
    /// Groups with a page that has a reading level.
    fn leveled(&self) -> impl Iterator<Item = &'a Group> {
        let site = self.site;
        let groups = site.groups.iter();
        groups.filter(|group| {
            let mut pages = group.variants.iter();
            pages.any(|&id| site.page(id).meta.level.is_some())
        })
    }

    fn head(&self, path: &str, title: &str) -> Head {
        let href = |to: &str| relative_link(path, to);
        let own = [STYLE.to_owned()];
        Head {
            title: title.to_owned(),
            site_title: self.site.config.title.clone(),
            home_href: href(INDEX),
            is_home: path == INDEX,
            stylesheets: self
                .stylesheets
                .iter()
                .chain(&own)
                .map(|to| href(to))
                .collect(),
            today: self.today.to_string(),
        }
    }

    /// The name of a page's level, with its language where the group has several.
    fn variant_name(&self, group: &Group, id: PageId) -> String {
        let meta = &self.site.page(id).meta;
        let config = &self.site.config;
        let level = meta
            .level
            .map(|at| config.level_name(at, config.language()));
        let name = level.unwrap_or("No level");
        let mut others = group
            .variants
            .iter()
            .map(|&other| &self.site.page(other).meta.lang);
        if others.any(|lang| *lang != meta.lang) {
            format!("{name} ({})", meta.lang)
        } else {
            name.to_owned()
        }
    }

    /// The faults of some files.
    fn faults(&self, paths: &[&str]) -> Vec<FaultRow> {
        let found = self.findings.all.iter();
        let here = found.filter(|finding| paths.contains(&finding.path));
        here.map(|finding| fault_row(finding.diagnostic, finding.path, finding.start.line))
            .collect()
    }
}

fn fault_row(diagnostic: &Diagnostic, path: &str, line: usize) -> FaultRow {
    FaultRow {
        severity: diagnostic.severity.word(),
        code: diagnostic.rule.code,
        name: diagnostic.rule.name,
        message: diagnostic.message.clone(),
        help: diagnostic.help.clone(),
        path: path.to_owned(),
        line,
    }
}

/// The page of a group in the report.
fn path_of(group: &Group) -> String {
    format!("pages/{}.html", group.name)
}

fn link(from: &str, group: &Group, label: &str) -> Link {
    Link {
        href: relative_link(from, &path_of(group)),
        label: label.to_owned(),
    }
}
