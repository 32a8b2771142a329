//! What a path says: the kind of a file from its folder, level and language from its name.

use crate::config::Config;
use crate::diagnostic::{Diagnostic, MISPLACED_FILE, UNKNOWN_NAME_PART};
use crate::model::{PageKind, PageName};
use crate::source::{Span, file_stem, parent};

/// What a file below `content/` is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Page(PageKind),
    Snippet,
    Bank,
    SharedHandout,
    Facts,
    Glossary,
    Bibliography,
    /// Words to avoid, the organisation's own.
    Words,
    /// Markdown where no kind of page is kept.
    Misplaced,
    /// Another text file.
    Attachment,
}

/// The kind of a file from its path below `content/`.
#[must_use]
pub fn place(path: &str) -> Place {
    let yaml = path.ends_with(".yaml") || path.ends_with(".yml");
    let folder = parent(path);
    match path {
        "facts.yaml" => return Place::Facts,
        "glossary.yaml" => return Place::Glossary,
        "references.bib" => return Place::Bibliography,
        _ if yaml && folder == "banks" => return Place::Bank,
        _ if yaml && folder == "words" => return Place::Words,
        _ if yaml && folder == "handouts" => return Place::SharedHandout,
        _ if !path.ends_with(".md") => return Place::Attachment,
        _ => {}
    }
    let (top, inside) = folder.split_once('/').unwrap_or((folder, ""));
    let stem = file_stem(path).split('.').next().unwrap_or("");
    match top {
        "" if stem == "index" => Place::Page(PageKind::Home),
        "modules" if inside.is_empty() => Place::Misplaced,
        "modules" if stem == "module" && !inside.contains('/') => Place::Page(PageKind::Module),
        "modules" => Place::Page(PageKind::Lesson),
        "scripts" => Place::Page(PageKind::Script),
        "handouts" => Place::Page(PageKind::Handout),
        "forms" => Place::Page(PageKind::Form),
        "pages" => Place::Page(PageKind::Page),
        "snippets" => Place::Snippet,
        _ => Place::Misplaced,
    }
}

/// Tells Markdown where no kind of page is kept; it is built as a page all the same.
#[must_use]
pub fn misplaced(span: Span) -> Diagnostic {
    let message = "this file stands in no folder that says what kind of page it is";
    let help = "move it to pages/, or to modules/NAME/, scripts/, handouts/ or forms/";
    Diagnostic::new(&MISPLACED_FILE, span, message).help(help)
}

/// Reads level and language from a file name. A part that is neither is told and stays in the name.
pub fn page_name(path: &str, config: &Config, span: Span) -> (PageName, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let name = file_stem(path);
    let mut parts: Vec<&str> = name.split('.').collect();
    let level_of = |part: &str| config.levels.iter().position(|l| l.id.value == part);
    let lang_of = |part: &str| config.languages.iter().position(|l| l == part);
    let mut lang = None;
    let mut level = None;
    if parts.len() > 1
        && let Some(found) = parts.last().and_then(|part| lang_of(part))
    {
        lang = Some(found);
        parts.pop();
    }
    if parts.len() > 1
        && let Some(found) = parts.last().and_then(|part| level_of(part))
    {
        level = Some(found);
        parts.pop();
    }
    for part in parts.iter().skip(1) {
        diagnostics.push(unknown_part(part, config, span));
    }
    let name = PageName {
        folder: parent(path).to_owned(),
        stem: parts.join("."),
        level,
        // The first language need not be said: both ways name the same variant.
        lang: lang.filter(|&index| index > 0),
    };
    (name, diagnostics)
}

fn unknown_part(part: &str, config: &Config, span: Span) -> Diagnostic {
    let known = || {
        let levels = config.levels.iter().map(|l| l.id.value.as_str());
        levels.chain(config.languages.iter().map(String::as_str))
    };
    let fault = if known().any(|k| k == part) {
        let message = format!("the name part \"{part}\" stands in the wrong place");
        let help = "the order is NAME.LEVEL.LANGUAGE.md, each of them once";
        Diagnostic::new(&UNKNOWN_NAME_PART, span, message).help(help)
    } else {
        let message = format!("the name part \"{part}\" is neither a level nor a language");
        let list: Vec<&str> = known().collect();
        let help = format!(
            "known: {}; or use a hyphen instead of the dot",
            list.join(", ")
        );
        Diagnostic::new(&UNKNOWN_NAME_PART, span, message).help(help)
    };
    fault.did_you_mean(part, known())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, SourceFile, SourceTree};

    fn config() -> Config {
        let text = "title: T\nlanguages: [en, es]\nlevels: [{id: easy}, {id: standard}]\n";
        let file = SourceFile::new("teachback.yaml", text);
        crate::config::load(&SourceTree::new(vec![file], vec![], vec![])).value
    }

    fn read(path: &str) -> (String, Option<usize>, Option<usize>, usize) {
        let span = Span::start_of(FileId::of_path(path));
        let (name, faults) = page_name(path, &config(), span);
        (name.stem, name.level, name.lang, faults.len())
    }

    #[test]
    fn names_carry_variants() {
        assert_eq!(read("handouts/taper.md"), ("taper".into(), None, None, 0));
        assert_eq!(
            read("handouts/taper.easy.es.md"),
            ("taper".into(), Some(0), Some(1), 0)
        );
        assert_eq!(
            read("handouts/taper.es.md"),
            ("taper".into(), None, Some(1), 0)
        );
        assert_eq!(
            read("handouts/taper.easy.en.md"),
            ("taper".into(), Some(0), None, 0)
        );
        assert_eq!(
            read("handouts/taper.eazy.md"),
            ("taper.eazy".into(), None, None, 1)
        );
        assert_eq!(
            read("handouts/taper.es.easy.md"),
            ("taper.es".into(), Some(0), None, 1)
        );
        assert_eq!(read("pages/easy.md"), ("easy".into(), None, None, 0));
    }

    #[test]
    fn folders_say_the_kind() {
        assert_eq!(place("index.md"), Place::Page(PageKind::Home));
        assert_eq!(place("index.es.md"), Place::Page(PageKind::Home));
        assert_eq!(place("modules/a/module.md"), Place::Page(PageKind::Module));
        assert_eq!(place("modules/a/01-x.md"), Place::Page(PageKind::Lesson));
        assert_eq!(place("modules/a.md"), Place::Misplaced);
        assert_eq!(place("handouts/a.yaml"), Place::SharedHandout);
        assert_eq!(place("pages/deep/er/a.md"), Place::Page(PageKind::Page));
        assert_eq!(place("pages/data.yaml"), Place::Attachment);
        assert_eq!(place("notes.md"), Place::Misplaced);
    }
}
