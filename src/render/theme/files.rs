//! The files of a theme: those of the program, and over them those of the project.

use super::embedded;
use crate::source::{FileId, MediaFile, SourceTree, THEMES_DIR};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The theme that comes with the program, and on which every other one builds.
pub const DEFAULT_THEME: &str = "default";

/// A text file of a theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// What the project says, or else the program.
    pub text: Arc<str>,
    /// The project's file, when it differs from the program's.
    pub own: Option<FileId>,
    /// What the program has under this path.
    pub builtin: Option<&'static str>,
}

/// All files of one theme by their path in it: `templates/page.html`.
#[derive(Debug, Default)]
pub struct ThemeFiles {
    texts: BTreeMap<String, ThemeFile>,
    media: BTreeMap<String, MediaFile>,
}

impl ThemeFiles {
    /// The program's files, each replaced by the project's file of the same path below `themes/NAME/`.
    pub fn of(sources: &SourceTree, name: &str) -> Self {
        let mut texts: BTreeMap<String, ThemeFile> = embedded::FILES
            .iter()
            .map(|&(path, text)| (path.to_owned(), ThemeFile::builtin(text)))
            .collect();
        let folder = folder(name);
        for file in sources.below(&folder) {
            let path = file.path[folder.len()..].to_owned();
            let builtin = texts.get(&path).and_then(|f| f.builtin);
            if builtin != Some(&*file.text) {
                let text = file.text.clone();
                let own = Some(file.id);
                texts.insert(path, ThemeFile { text, own, builtin });
            }
        }
        let media = media_below(sources, &folder).map(|m| (m.path[folder.len()..].to_owned(), m));
        let media = media.map(|(path, file)| (path, file.clone())).collect();
        Self { texts, media }
    }

    pub fn text(&self, path: &str) -> Option<&ThemeFile> {
        self.texts.get(path)
    }

    /// Text files below a folder such as `templates/`, with their path in it, in order.
    pub fn texts_below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a ThemeFile)> {
        self.texts
            .iter()
            .filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, file)))
    }

    /// Files that are no text, by their path in the theme, in order.
    pub fn media(&self) -> impl Iterator<Item = (&str, &MediaFile)> {
        self.media.iter().map(|(path, file)| (path.as_str(), file))
    }
}

impl ThemeFile {
    fn builtin(text: &'static str) -> Self {
        Self {
            text: text.into(),
            own: None,
            builtin: Some(text),
        }
    }
}

/// Whether there is such a theme.
pub fn exists(sources: &SourceTree, name: &str) -> bool {
    let folder = folder(name);
    name == DEFAULT_THEME
        || !name.contains('/')
            && (sources.below(&folder).next().is_some()
                || media_below(sources, &folder).next().is_some())
}

/// The names of all themes, in order.
pub fn names(sources: &SourceTree) -> Vec<String> {
    let top = folder("");
    let texts = sources.below(&top).map(|f| &*f.path);
    let media = media_below(sources, &top).map(|f| &*f.path);
    let mut names: Vec<String> = texts
        .chain(media)
        .filter_map(|path| Some(path[top.len()..].split_once('/')?.0.to_owned()))
        .chain([DEFAULT_THEME.to_owned()])
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn folder(name: &str) -> String {
    if name.is_empty() {
        format!("{THEMES_DIR}/")
    } else {
        format!("{THEMES_DIR}/{name}/")
    }
}

fn media_below<'a>(
    sources: &'a SourceTree,
    folder: &'a str,
) -> impl Iterator<Item = &'a MediaFile> {
    let media = sources.media();
    let start = media.partition_point(|f| &*f.path < folder);
    media[start..]
        .iter()
        .take_while(move |f| f.path.starts_with(folder))
}
