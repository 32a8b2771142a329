//! `teachback.json`: what the site holds, for `verify` and for any tool of the organisation.

use crate::link::{PageId, Site, bank, is_graded};
use crate::model::Question;
use crate::output::{FileTable, Output, Outputs, Records, WriteError};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::HashSet;

#[derive(Serialize)]
struct Manifest<'a> {
    generator: &'static str,
    id: String,
    title: &'a str,
    organisation: &'a str,
    language: &'a str,
    pages: Vec<PageEntry<'a>>,
    modules: Vec<ModuleEntry<'a>>,
    objectives: Vec<ObjectiveEntry<'a>>,
    questions: Vec<QuestionEntry<'a>>,
    files: FileTable,
}

#[derive(Serialize)]
struct PageEntry<'a> {
    path: &'a str,
    kind: &'static str,
    title: &'a str,
    lang: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    module: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed: Option<String>,
}

#[derive(Serialize)]
struct ModuleEntry<'a> {
    name: &'a str,
    title: &'a str,
    lang: &'a str,
    path: &'a str,
    /// Changes with the text and the questions of the module; certificates name it.
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pass_mark: Option<u32>,
    certificate: bool,
}

#[derive(Serialize)]
struct ObjectiveEntry<'a> {
    module: &'a str,
    id: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct QuestionEntry<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bank: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    objective: Option<&'a str>,
    points: f64,
    graded: bool,
}

/// The manifest of a site with the table of its files.
///
/// # Errors
/// When a media file cannot be read.
pub fn manifest(site: &Site, outputs: &Outputs, records: &Records) -> Result<Output, WriteError> {
    let manifest = Manifest {
        generator: concat!("teachback ", env!("CARGO_PKG_VERSION")),
        id: super::course::site_id(site),
        title: &site.config.title,
        organisation: &site.config.organisation,
        language: site.config.language(),
        pages: (0..site.pages.len())
            .into_par_iter()
            .map(|at| page(site, PageId(at)))
            .collect(),
        modules: modules(site),
        objectives: objectives(site),
        questions: questions(site),
        files: outputs.file_table_with(records)?,
    };
    let json = serde_json::to_string_pretty(&manifest);
    let json = json.expect("invariant: the manifest has text keys only");
    Ok(Output::manifest(json, manifest.files))
}

fn page(site: &Site, id: PageId) -> PageEntry<'_> {
    let page = site.page(id);
    PageEntry {
        path: &page.path,
        kind: page.kind().word(),
        title: &page.meta.title,
        lang: &page.meta.lang,
        level: page
            .meta
            .level
            .map(|at| site.config.levels[at].id.value.as_str()),
        module: site.module_of(id).map(|m| m.name.as_str()),
        reviewed: page.meta.reviewed.map(|date| date.to_string()),
    }
}

fn modules(site: &Site) -> Vec<ModuleEntry<'_>> {
    let written = site.modules.par_iter();
    let written = written.filter_map(|module| Some((module, module.page?)));
    let entries = written.map(|(module, id)| {
        let page = site.page(id);
        let front = &page.page().front.module;
        ModuleEntry {
            name: &module.name,
            title: &page.meta.title,
            lang: &module.lang,
            path: &page.path,
            version: site.version_of(module),
            minutes: front.minutes,
            pass_mark: front.pass_mark,
            certificate: front.certificate,
        }
    });
    entries.collect()
}

/// The objectives of every module, in the first language it has.
fn objectives(site: &Site) -> Vec<ObjectiveEntry<'_>> {
    let mut out: Vec<ObjectiveEntry<'_>> = Vec::new();
    let mut told: HashSet<&str> = HashSet::new();
    for module in &site.modules {
        let is_told = told.contains(module.name.as_str());
        let Some(page) = module.page.filter(|_| !is_told) else {
            continue;
        };
        let list = &site.page(page).page().front.module.objectives;
        if !list.is_empty() {
            told.insert(&module.name);
        }
        out.extend(list.iter().map(|objective| ObjectiveEntry {
            module: &module.name,
            id: &objective.id.value,
            text: &objective.text.value,
        }));
    }
    out
}

fn questions(site: &Site) -> Vec<QuestionEntry<'_>> {
    let on_pages = site.pages.iter().flat_map(|page| {
        let list = page.page().questions.iter();
        list.map(|question| entry(question, Some(&page.path), None))
    });
    let in_banks = site.shared.banks.iter().flat_map(|(name, parsed)| {
        let list = bank(&parsed.parsed).map(|b| b.questions.iter());
        list.into_iter()
            .flatten()
            .map(|question| entry(question, None, Some(name)))
    });
    on_pages.chain(in_banks).collect()
}

fn entry<'a>(
    question: &'a Question,
    page: Option<&'a str>,
    bank: Option<&'a str>,
) -> QuestionEntry<'a> {
    QuestionEntry {
        id: &question.id.value,
        page,
        bank,
        kind: question.kind,
        objective: question.objective.as_ref().map(|o| o.value.as_str()),
        points: question.points,
        graded: is_graded(question),
    }
}
