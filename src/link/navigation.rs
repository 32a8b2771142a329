//! Variants of a page, and lessons of a module.

use super::frame::{Folder, Place};
use super::site::{Group, Module, PageId, Site};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, MISSING_MODULE_PAGE, OUTPUT_CLASH, Outcome, UNKNOWN_NAME};
use crate::memo::{State, Traced};
use crate::model::{PageKind, PageName};
use crate::source::{Span, Spanned};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Puts variants together; sets the group of each page.
pub fn groups(places: &mut [Place], config: &Config) -> Outcome<Vec<Group>> {
    let mut diagnostics = Vec::new();
    let mut by_name: FxHashMap<String, usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut variants: FxHashMap<(usize, PageName), Span> = FxHashMap::default();
    for (at, place) in places.iter_mut().enumerate() {
        let name = place.name.group();
        let group = *by_name.entry(name.clone()).or_insert_with(|| {
            groups.push(Group {
                name,
                kind: place.kind,
                variants: Vec::new(),
                alias: None,
            });
            groups.len() - 1
        });
        place.group = group;
        let span = Span::start_of(place.file);
        if let Some(first) = variants.insert((group, place.name.clone()), span) {
            let message = "two files are the same variant of this page";
            diagnostics.push(
                Diagnostic::new(&OUTPUT_CLASH, span, message)
                    .label(first, "the other file")
                    .help(
                        "the first language need not be part of the name; remove one of the files",
                    ),
            );
        }
        groups[group].variants.push(PageId(at));
    }
    for group in &mut groups {
        let order = |id: &PageId| {
            let name = &places[id.0].name;
            let lang = config
                .languages
                .iter()
                .position(|l| l == lang_of(name, config));
            (lang, name.level, id.0)
        };
        group.variants.sort_by_key(order);
        let own = format!("{}.html", group.name);
        if group.variants.iter().all(|id| places[id.0].path != own) {
            group.alias = Some(own);
        }
    }
    Outcome::new(groups, diagnostics)
}

/// The language of a page with such a name.
#[must_use]
pub fn lang_of<'a>(name: &PageName, config: &'a Config) -> &'a str {
    name.lang
        .map_or(config.language(), |i| config.languages[i].as_str())
}

/// The folder below `modules/` that a source path lies in.
#[must_use]
pub fn module_name(source: &str) -> Option<&str> {
    let inside = source.strip_prefix("modules/")?;
    let (name, _) = inside.split_once('/')?;
    Some(name)
}

/// The folders of modules, in the order of their names.
pub fn folders(places: &[Place]) -> Vec<Folder> {
    let mut folders: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    for (at, place) in places.iter().enumerate() {
        if let Some(name) = module_name(&place.source) {
            folders.entry(name).or_default().push(PageId(at));
        }
    }
    let folders = folders.into_iter().map(|(name, pages)| Folder {
        name: name.to_owned(),
        pages,
    });
    folders.collect()
}

/// The modules of earlier builds, folder by folder.
pub type Memo = Traced<Outcome<Vec<Module>>>;

/// Every module in every language it is written in. `state` is that of a site whose modules are still to be found.
pub fn modules(
    site: &Site,
    folders: &[Folder],
    (state, memo): (&Arc<State>, &Memo),
) -> Outcome<Vec<Module>> {
    let made = memo.all(state, folders.len(), |at| in_folder(site, folders, at));
    let mut diagnostics = Vec::new();
    let mut modules = Vec::new();
    for of_folder in made.iter() {
        modules.extend_from_slice(&of_folder.value);
        diagnostics.extend_from_slice(&of_folder.diagnostics);
    }
    Outcome::new(modules, diagnostics)
}

/// The module of a folder in every language it is written in.
fn in_folder(site: &Site, folders: &[Folder], at: usize) -> Outcome<Vec<Module>> {
    let Folder { name, pages } = &folders[at];
    let mut diagnostics = Vec::new();
    let overview = pages
        .iter()
        .any(|&id| site.page(id).kind() == PageKind::Module);
    if !overview {
        diagnostics.push(without_overview(site, name, pages[0]));
    }
    let mut modules = Vec::new();
    for lang in &site.config.languages {
        let here = pages.iter().any(|&id| site.page(id).meta.lang == *lang);
        if here {
            let module = module(site, name, lang, pages);
            check(site, &module, folders, &mut diagnostics);
            modules.push(module);
        }
    }
    Outcome::new(modules, diagnostics)
}

fn without_overview(site: &Site, name: &str, lesson: PageId) -> Diagnostic {
    let span = Span::start_of(site.page(lesson).parsed.value.file);
    let message = format!("the module \"{name}\" has no module.md");
    let help = format!("write content/modules/{name}/module.md with a title and objectives");
    Diagnostic::new(&MISSING_MODULE_PAGE, span, message).help(help)
}

/// A module in one language: a lesson that is not translated is shown in the first language it has.
fn module(site: &Site, name: &str, lang: &str, pages: &[PageId]) -> Module {
    let mut page = None;
    let mut lessons: Vec<PageId> = Vec::new();
    let mut seen: FxHashSet<usize> = FxHashSet::default();
    for &id in pages {
        let group = site.page(id).group;
        if !seen.insert(group) || site.page(id).meta.transcript {
            continue;
        }
        let variants = &site.groups[group].variants;
        let same = variants.iter().find(|&&v| site.page(v).meta.lang == lang);
        let chosen = same.copied().unwrap_or(variants[0]);
        match site.page(id).kind() {
            PageKind::Module => page = same.copied(),
            _ => lessons.push(chosen),
        }
    }
    lessons.sort_by(|&a, &b| site.page(a).source.cmp(&site.page(b).source));
    let order = page.map(|id| &site.page(id).page().front.module.order);
    if let Some(order) = order.filter(|o| !o.is_empty()) {
        let place = |id: &PageId| {
            let stem = &site.page(*id).page().name.stem;
            let at = order.iter().position(|name| name.value == *stem);
            at.unwrap_or(usize::MAX)
        };
        lessons.sort_by_key(place);
    }
    Module {
        name: name.to_owned(),
        lang: lang.to_owned(),
        page,
        lessons,
    }
}

fn check(site: &Site, module: &Module, folders: &[Folder], diagnostics: &mut Vec<Diagnostic>) {
    let Some(page) = module.page else { return };
    let front = &site.page(page).page().front.module;
    let lessons: Vec<&str> = module
        .lessons
        .iter()
        .map(|&id| site.page(id).page().name.stem.as_str())
        .collect();
    for name in &front.order {
        if !lessons.contains(&name.value.as_str()) {
            diagnostics.push(unknown(name, "lesson", &lessons));
        }
    }
    for name in &front.prerequisites {
        let known = folders.binary_search_by(|folder| folder.name.cmp(&name.value));
        if known.is_err() {
            let names: Vec<&str> = folders.iter().map(|f| f.name.as_str()).collect();
            diagnostics.push(unknown(name, "module", &names));
        }
    }
}

fn unknown(name: &Spanned<String>, what: &str, known: &[&str]) -> Diagnostic {
    let message = format!("there is no {what} \"{}\"", name.value);
    Diagnostic::new(&UNKNOWN_NAME, name.span, message)
        .help(format!("known: {}", known.join(", ")))
        .did_you_mean(&name.value, known.iter().copied())
}
