//! The lessons of a module as its pages list them.

use crate::link::{Module, is_quiz};
use crate::render::bidi::in_order;
use crate::render::view::{LessonLink, Ready};
use crate::render::writer::Writer;

/// The list beside the lessons of a module. On pages in one language and one folder it differs only in which lesson is
/// being shown.
#[derive(Debug)]
pub struct Rail {
    lang: String,
    folder: String,
    /// Each lesson as one of the others, and as the shown one.
    lessons: Vec<[Ready<LessonLink>; 2]>,
}

impl Rail {
    fn of(writer: &Writer<'_>, module: &Module) -> Self {
        let lessons = links(writer, module).into_iter().map(|mut link| {
            link.current = false;
            let other = Ready::from(&link);
            link.current = true;
            [other, Ready::from(&link)]
        });
        Self {
            lang: writer.meta.lang.clone(),
            folder: folder(writer.path).to_owned(),
            lessons: lessons.collect(),
        }
    }

    fn fits(&self, writer: &Writer<'_>) -> bool {
        self.lang == writer.meta.lang && self.folder == folder(writer.path)
    }
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The list on the page of a lesson.
pub fn rail(writer: &Writer<'_>, module: &Module) -> Vec<Ready<LessonLink>> {
    let kept = writer.page.and_then(|id| writer.studio.atlas.rail(id));
    let kept = kept.map(|kept| kept.get_or_init(|| Rail::of(writer, module)));
    let own;
    let rail = match kept.filter(|kept| kept.fits(writer)) {
        Some(kept) => kept,
        None => {
            own = Rail::of(writer, module);
            &own
        }
    };
    let lessons = rail.lessons.iter().zip(&module.lessons);
    lessons
        .map(|(lesson, &id)| lesson[usize::from(writer.page == Some(id))].clone())
        .collect()
}

/// The lessons with the minutes that each takes, which are read from their text; a quiz is not read.
pub fn timed(writer: &Writer<'_>, module: &Module) -> Vec<LessonLink> {
    let site = writer.studio.site;
    let mut links = links(writer, module);
    for (link, &id) in links.iter_mut().zip(&module.lessons) {
        let page = site.page(id);
        link.minutes = (!is_quiz(page)).then(|| writer.studio.atlas.minutes(id));
    }
    links
}

fn links(writer: &Writer<'_>, module: &Module) -> Vec<LessonLink> {
    let site = writer.studio.site;
    let lessons = module.lessons.iter().enumerate();
    lessons
        .map(|(at, &id)| {
            let page = site.page(id);
            LessonLink {
                item: site.group_of(id).name.clone(),
                number: at + 1,
                href: writer.first_href(site.group_of(id), id),
                title: page.meta.title.clone(),
                foreign: writer.foreign(&page.meta.lang),
                summary: Some(in_order(&page.meta.lang, &page.meta.summary))
                    .filter(|s| !s.is_empty()),
                kind: if is_quiz(page) { "quiz" } else { "lesson" }.to_owned(),
                minutes: None,
                questions: writer.studio.atlas.questions(id),
                current: writer.page == Some(id),
            }
        })
        .collect()
}
