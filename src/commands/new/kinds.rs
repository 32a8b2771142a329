//! The files of every kind of content, from the templates beside this file.

use super::NewFile;
use super::name::{check, fill, title};
use crate::commands::Trouble;
use crate::config;
use crate::diagnostic::did_you_mean;
use crate::source::{SourceTree, file_stem, parent};

const MODULES: &str = "content/modules/";

/// One template at its place.
fn file(path: String, template: &str, name: &str) -> NewFile {
    let text = fill(template, name, &title(name));
    NewFile { path, text }
}

pub(super) fn module(name: &str) -> Result<Vec<NewFile>, Trouble> {
    check(name)?;
    let page = file(
        format!("{MODULES}{name}/module.md"),
        include_str!("module.md"),
        name,
    );
    let path = format!("{MODULES}{name}/01-first-lesson.md");
    Ok(vec![
        page,
        file(path, include_str!("lesson.md"), "first-lesson"),
    ])
}

pub(super) fn lesson(place: &str, sources: &SourceTree) -> Result<Vec<NewFile>, Trouble> {
    let Some((module, name)) = place.split_once('/') else {
        let message = format!("in which module does \"{place}\" belong?");
        let help = format!("write MODULE/NAME, for example my-module/{place}");
        return Err(Trouble::new(message).help(help));
    };
    check(module)?;
    check(name)?;
    let folder = format!("{MODULES}{module}");
    if sources.get_path(&format!("{folder}/module.md")).is_none() {
        return Err(unknown_module(module, sources));
    }
    let prefix = format!("{folder}/");
    let lessons: Vec<(u32, &str)> = sources
        .below(&prefix)
        .filter(|file| parent(&file.path) == folder)
        .filter_map(|file| numbered(file_stem(&file.path)))
        .collect();
    if let Some((number, _)) = lessons.iter().find(|(_, known)| *known == name) {
        let message = format!("already there: {folder}/{number:02}-{name}.md");
        return Err(Trouble::new(message).help("choose another name; nothing was written"));
    }
    let last = lessons.iter().map(|(number, _)| *number).max().unwrap_or(0);
    let path = format!("{folder}/{:02}-{name}.md", last.saturating_add(1));
    Ok(vec![file(path, include_str!("lesson.md"), name)])
}

/// "03-first-words" as 3 and "first-words"; what follows a dot is a level or a language.
fn numbered(stem: &str) -> Option<(u32, &str)> {
    let (number, name) = stem.split('.').next()?.split_once('-')?;
    Some((number.parse().ok()?, name))
}

fn unknown_module(module: &str, sources: &SourceTree) -> Trouble {
    let pages = sources.below(MODULES).map(|file| &*file.path);
    let folders = pages.filter_map(|path| path.strip_suffix("/module.md")?.strip_prefix(MODULES));
    let known: Vec<&str> = folders.collect();
    let help = did_you_mean(module, known.iter().copied())
        .unwrap_or_else(|| format!("make it first: teachback new module {module}"));
    Trouble::new(format!("there is no module \"{module}\"")).help(help)
}

pub(super) fn script(name: &str) -> Result<Vec<NewFile>, Trouble> {
    check(name)?;
    let path = format!("content/scripts/{name}.md");
    Ok(vec![file(path, include_str!("script.md"), name)])
}

pub(super) fn handout(name: &str, sources: &SourceTree) -> Result<Vec<NewFile>, Trouble> {
    check(name)?;
    // Faults of teachback.yaml are for `check` to tell; here the levels it does name are enough.
    let levels = config::load(sources).value.levels;
    let path = |ending: &str| format!("content/handouts/{name}{ending}");
    let mut files = vec![file(path(".yaml"), include_str!("handout.yaml"), name)];
    if levels.is_empty() {
        files.push(file(path(".md"), include_str!("handout.standard.md"), name));
    }
    for (rank, level) in levels.iter().enumerate() {
        let template = match rank {
            0 => include_str!("handout.easy.md"),
            1 => include_str!("handout.standard.md"),
            _ => include_str!("handout.detailed.md"),
        };
        files.push(file(
            path(&format!(".{}.md", level.id.value)),
            template,
            name,
        ));
    }
    Ok(files)
}

pub(super) fn bank(name: &str) -> Result<Vec<NewFile>, Trouble> {
    check(name)?;
    let path = format!("content/banks/{name}.yaml");
    Ok(vec![file(path, include_str!("bank.yaml"), name)])
}

pub(super) fn form(name: &str) -> Result<Vec<NewFile>, Trouble> {
    check(name)?;
    let path = format!("content/forms/{name}.md");
    Ok(vec![file(path, include_str!("form.md"), name)])
}
