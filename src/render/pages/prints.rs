//! Pages made for the printer: a quiz as a test on paper with its key, a module as one document.

use super::{Drawn, article, finish, objectives};
use crate::diagnostic::Outcome;
use crate::link::{PageId, Site, is_quiz, leaves_out, quizzes};
use crate::model::NodeRef;
use crate::render::sheet::{Form, Sheet};
use crate::render::view::{
    Article, Frame, Link, ModulePrintView, PaperKey, PrintedLesson, TestPaperView,
};
use crate::render::words::FluentValue;
use crate::render::writer::{Studio, Text, Writer};

/// Where the test on paper of a quiz is.
pub fn test_path(site: &Site, id: PageId) -> Option<String> {
    let page = site.page(id);
    let asks = is_quiz(page) && site.module_of(id).is_some();
    asks.then(|| form_path(&page.path, Form::A))
}

fn form_path(quiz: &str, form: Form) -> String {
    let stem = quiz.strip_suffix(".html").unwrap_or(quiz);
    match form {
        Form::A => format!("{stem}.paper.html"),
        Form::B => format!("{stem}.paper-b.html"),
    }
}

/// Whether a quiz can be printed in more than one form: it draws some of its questions only.
fn has_forms(site: &Site, id: PageId) -> bool {
    let page = site.page(id);
    is_quiz(page) && quizzes(page).into_iter().any(|quiz| leaves_out(site, quiz))
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
    let site = studio.site;
    let mut wanted: Vec<(String, Form, Draw)> = Vec::new();
    if let Some(path) = test_path(site, id) {
        wanted.push((path, Form::A, test));
        if has_forms(site, id) {
            wanted.push((form_path(&site.page(id).path, Form::B), Form::B, test));
        }
    }
    wanted.extend(module_path(studio, id).map(|path| (path, Form::A, module as Draw)));
    let mut diagnostics = Vec::new();
    let mut drawn = Vec::new();
    for (path, form, draw) in wanted {
        let mut writer = Writer::new(studio, id, &path);
        writer.anchors_on = writer.page_href(id);
        writer.sheet = Some(Sheet::of(form));
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
    writer.bundles.insert("paper");
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
    let sheet = writer.sheet.take().unwrap_or_default();
    let forms = has_forms(writer.studio.site, id);
    let other = match sheet.form {
        Form::A => Form::B,
        Form::B => Form::A,
    };
    if forms {
        article.title = format!("{}, {}", article.title, form_name(writer, sheet.form));
    }
    let view = TestPaperView {
        quiz: back(writer, id),
        form: forms.then(|| sheet.form.letter().to_owned()),
        other: forms.then(|| Link {
            href: writer.file_href(&form_path(&writer.studio.site.page(id).path, other)),
            label: form_name(writer, other),
            foreign: None,
        }),
        points: sheet.points,
        keys,
        concealed: sheet.conceals,
        frame: frame(writer, id, "test-paper", &article.title),
        article,
    };
    writer.template("test-paper.html", &view)
}

fn form_name(writer: &Writer<'_>, form: Form) -> String {
    let letter = [("form", FluentValue::from(form.letter()))];
    let words = writer.studio.theme.words();
    words.get(&writer.meta.lang, "print-form", &letter)
}

/// The answers since the last key; none when there were none, or all of them are concealed.
fn key(writer: &mut Writer<'_>, title: Option<&str>) -> Option<PaperKey> {
    let answers = std::mem::take(&mut writer.sheet.as_mut()?.answers);
    (!answers.is_empty()).then(|| PaperKey {
        title: title.map(str::to_owned),
        answers,
    })
}

fn module(writer: &mut Writer<'_>, id: PageId) -> String {
    let studio = writer.studio;
    let mut whole = article(writer);
    whole.toc.clear();
    let module = studio.atlas.module(id);
    let lessons_of = module.map_or_else(Vec::new, |module| module.lessons.clone());
    let mut keys: Vec<PaperKey> = key(writer, None).into_iter().collect();
    let mut lessons = Vec::new();
    for (at, &lesson) in lessons_of.iter().enumerate() {
        let printed = printed(writer, lesson, at + 1);
        keys.extend(key(writer, Some(&printed.title)));
        lessons.push(printed);
    }
    writer.page = Some(id);
    finish(writer, &mut whole);
    whole.title = titled(writer, id, "print-module");
    let draws = lessons_of
        .iter()
        .any(|&lesson| has_forms(studio.site, lesson));
    let view = ModulePrintView {
        module: back(writer, id),
        concealed: writer.sheet.as_ref().is_some_and(|sheet| sheet.conceals),
        form: draws.then(|| Form::A.letter().to_owned()),
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
