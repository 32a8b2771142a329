//! What a page tells the browser of its site and module, so that what was done can be kept and shown.

use super::atlas::Atlas;
use crate::link::{Module, PageId, Site, is_quiz};
use crate::parse::anchors::slug;
use serde::Serialize;

/// The name under which browsers keep what is done: the site's `id`, else made of its title.
pub fn site_id(site: &Site) -> String {
    let given = site.config.id.clone();
    given.unwrap_or_else(|| slug(&site.config.title))
}

/// A module by the names under which browsers keep what is done: those of its files, without level and language, so
/// that a lesson read in one language is read.
#[derive(Serialize)]
struct Course<'a> {
    module: &'a str,
    /// The lessons to read, in order.
    lessons: Vec<&'a str>,
    /// How many questions the lessons ask, the quiz left out.
    questions: usize,
    /// The lesson that is the quiz of the module.
    quiz: Option<&'a str>,
    /// Percent needed to pass.
    pass: Option<u32>,
    certificate: bool,
}

/// The module as JSON for an attribute.
pub fn json(site: &Site, atlas: &Atlas<'_>, module: &Module) -> String {
    let front = module.page.map(|page| &site.page(page).page().front.module);
    let name = |id: PageId| site.group_of(id).name.as_str();
    let all = module.lessons.iter().copied();
    let (quizzes, lessons): (Vec<_>, Vec<_>) = all.partition(|&id| is_quiz(site.page(id)));
    let course = Course {
        module: &module.name,
        questions: lessons.iter().map(|&id| atlas.questions(id)).sum(),
        lessons: lessons.into_iter().map(name).collect(),
        quiz: quizzes.first().copied().map(name),
        pass: front.and_then(|front| front.pass_mark),
        certificate: front.is_some_and(|front| front.certificate),
    };
    serde_json::to_string(&course).expect("invariant: texts and numbers are JSON")
}
