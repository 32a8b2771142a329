//! Pages made for the printer: a quiz as a test on paper with its key, a module as one document.

use super::{Drawn, article, finish, objectives};
use crate::diagnostic::Outcome;
use crate::link::{PageId, Site, is_quiz};
use crate::model::NodeRef;
use crate::render::view::{
    Article, Frame, Link, ModulePrintView, PaperKey, PrintedLesson, TestPaperView,
};
use crate::render::writer::{Studio, Text, Writer};

/// Where the test on paper of a quiz is.
pub fn test_path(site: &Site, id: PageId) -> Option<String> {
    let page = site.page(id);
    let asks = is_quiz(page) && site.module_of(id).is_some();
    let stem = page.path.strip_suffix(".html")?;
    asks.then(|| format!("{stem}.paper.html"))
}

/// Where a module is one document, seen by its overview.
pub fn module_path(studio: Studio<'_>, id: PageId) -> Option<String> {
    let module = studio.atlas.module(id)?;
    if module.page != Some(id) || module.lessons.is_empty() {
        return None;
    }
    let path = &studio.site.page(id).path;
    let (folder, _) = path.rsplit_once('/')?;
    Some(if module.lang == studio.site.config.language() {
        format!("{folder}/print.html")
    } else {
        format!("{folder}/print.{}.html", module.lang)
    })
}

/// Draws the pages of a page that are made for the printer.
pub fn prints(studio: Studio<'_>, id: PageId) -> Outcome<Vec<Drawn>> {
    let mut diagnostics = Vec::new();
    let mut drawn = Vec::new();
    let test = test_path(studio.site, id).map(|path| (path, test as Draw));
    let module = module_path(studio, id).map(|path| (path, module as Draw));
    for (path, draw) in test.into_iter().chain(module) {
        let mut writer = Writer::new(studio, id, &path);
        writer.anchors_on = writer.page_href(id);
        writer.keys = Some(Vec::new());
        let html = draw(&mut writer, id);
        diagnostics.append(&mut writer.diagnostics);
        drawn.push((path, html));
    }
    Outcome::new(drawn, diagnostics)
}

type Draw = fn(&mut Writer<'_>, PageId) -> String;

/// The frame of such a page: it plays nothing and keeps nothing, and has no other levels or languages.
fn frame(writer: &mut Writer<'_>, id: PageId, kind: &str, title: &str) -> Frame {
    writer.bundles.clear();
    let mut frame = writer.frame(kind, title);
    frame.item = None;
    frame.course = None;
    frame.levels.clear();
    frame.languages.clear();
    frame.breadcrumbs.push(back(writer, id));
    frame
}

fn back(writer: &Writer<'_>, id: PageId) -> Link {
    writer.title_link(id)
}

fn titled(writer: &Writer<'_>, id: PageId, what: &str) -> String {
    let title = &writer.studio.site.page(id).meta.title;
    format!("{title}: {}", writer.word(what))
}

fn test(writer: &mut Writer<'_>, id: PageId) -> String {
    let mut article = article(writer);
    finish(writer, &mut article);
    article.title = titled(writer, id, "print-test");
    article.toc.clear();
    let keys = key(writer, None).into_iter().collect();
    let view = TestPaperView {
        quiz: back(writer, id),
        keys,
        frame: frame(writer, id, "test-paper", &article.title),
        article,
    };
    writer.template("test-paper.html", &view)
}

/// The answers since the last key; none when there were none, or all of them are concealed.
fn key(writer: &mut Writer<'_>, title: Option<&str>) -> Option<PaperKey> {
    let answers = writer.keys.replace(Vec::new())?;
    (!answers.is_empty()).then(|| PaperKey {
        title: title.map(str::to_owned),
        answers,
    })
}

fn module(writer: &mut Writer<'_>, id: PageId) -> String {
    let studio = writer.studio;
    let mut whole = article(writer);
    whole.toc.clear();
    let ids = studio.atlas.module(id).map(|module| module.lessons.clone());
    let mut keys: Vec<PaperKey> = key(writer, None).into_iter().collect();
    let mut lessons = Vec::new();
    for (at, lesson) in ids.unwrap_or_default().into_iter().enumerate() {
        let printed = printed(writer, lesson, at + 1);
        keys.extend(key(writer, Some(&printed.title)));
        lessons.push(printed);
    }
    writer.page = Some(id);
    finish(writer, &mut whole);
    whole.title = titled(writer, id, "print-module");
    let view = ModulePrintView {
        module: back(writer, id),
        objectives: objectives(writer, id),
        lessons,
        keys,
        frame: frame(writer, id, "module-print", &whole.title),
        article: Article {
            meta: writer.meta_view(),
            ..whole
        },
    };
    writer.template("module-print.html", &view)
}

/// A lesson of the document. Its headings stand below its title; what it says of its own places leads to its own page.
fn printed(writer: &mut Writer<'_>, lesson: PageId, number: usize) -> PrintedLesson {
    let site = writer.studio.site;
    let page = site.page(lesson);
    let mut id = format!("lesson-{number}");
    while !writer.ids.insert(id.clone()) {
        id.push_str("-x");
    }
    writer.open(lesson);
    writer.anchors_on = writer.page_href(lesson);
    writer.outline = vec![0];
    writer.questions = 0;
    let text = Text::of(page);
    let nodes: Vec<NodeRef<'_>> = text.tree.roots().collect();
    let body_html = crate::render::quizzes::body(writer, text, &nodes);
    PrintedLesson {
        id,
        number,
        title: page.meta.title.clone(),
        summary: Some(page.meta.summary.clone()).filter(|s| !s.is_empty()),
        body_html,
    }
}
