//! Quizzes: questions that are drawn, answered and counted together. What the script has to know stands beside them.

use super::blocks::classes;
use super::questions;
use super::view::{PaperRules, QuizPaperView, QuizView};
use super::writer::{Text, Writer};
use crate::link::{
    PageId, bank, conceals, drawn_count, is_quiz, objectives, questions_on, quizzes,
};
use crate::model::{Block, BlockData, ModuleFront, NodeKind, NodeRef, QuizSpec};
use serde::Serialize;

/// What holds for every question of the quiz that is being drawn.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Whether the right answers stand in the page as hashes only.
    pub conceal: bool,
}

/// What the page carries for the script of a quiz.
#[derive(Serialize)]
struct QuizData {
    /// Percent.
    pass: Option<u32>,
    attempts: Option<u32>,
    objectives: Vec<ObjectiveData>,
}

#[derive(Serialize)]
struct ObjectiveData {
    id: String,
    text: String,
    /// Where it is taught.
    lessons: Vec<LessonData>,
}

#[derive(Serialize)]
struct LessonData {
    href: String,
    title: String,
}

/// The text of a page. On the final quiz of a module, what follows the introduction is one quiz, whatever its questions
/// come from.
pub fn body<'a>(writer: &mut Writer<'a>, text: Text<'a>, nodes: &[NodeRef<'a>]) -> String {
    let final_quiz = writer
        .page
        .is_some_and(|page| is_quiz(writer.studio.site.page(page)));
    let first = nodes.iter().position(|node| asks(*node));
    let (Some(first), Some(page)) = (first.filter(|_| final_quiz), writer.page) else {
        return writer.blocks(text, nodes);
    };
    let (intro, rest) = nodes.split_at(first);
    let intro_html = writer.blocks(text, intro);
    let site = writer.studio.site;
    let no_spec = QuizSpec::default();
    let spec = quizzes(site.page(page)).into_iter().next();
    let spec = spec.unwrap_or(&no_spec);
    let front = front(writer);
    let view = QuizView {
        id: made(writer, "quiz"),
        total: writer.studio.atlas.questions(page),
        pass_mark: spec.pass.or(front.and_then(|f| f.pass_mark)),
        attempts: spec.attempts.or(front.and_then(|f| f.attempts)),
        ..QuizView::default()
    };
    let outer = writer.quiz.replace(setting(writer, spec));
    let before = tally(writer);
    let content_html = writer.blocks(text, rest);
    writer.quiz = outer;
    let view = QuizView {
        content_html,
        ..view
    };
    let markup = complete(writer, view, Some(before));
    format!("{intro_html}{markup}")
}

/// Whether a question or a quiz stands in a node.
fn asks(node: NodeRef<'_>) -> bool {
    node.descendants().any(|inner| match inner.kind() {
        NodeKind::Block(block) => matches!(block.data, BlockData::Question(_) | BlockData::Quiz(_)),
        _ => false,
    })
}

fn made(writer: &mut Writer<'_>, word: &str) -> String {
    let mut id = word.to_owned();
    let mut number = 1;
    while !writer.ids.insert(id.clone()) {
        number += 1;
        id = format!("{word}-{number}");
    }
    id
}

/// The front matter of the page's module.
fn front<'a>(writer: &Writer<'a>) -> Option<&'a ModuleFront> {
    let page = writer.studio.atlas.module(writer.page?)?.page?;
    Some(&writer.studio.site.page(page).page().front.module)
}

fn setting(writer: &Writer<'_>, spec: &QuizSpec) -> Setting {
    let conceal = |page| conceals(writer.studio.site, page, spec);
    Setting {
        conceal: writer.page.is_some_and(conceal),
    }
}

/// Draws a quiz whose questions are drawn; `before` tells what its sheet had then. A part of another quiz has none.
fn complete(writer: &mut Writer<'_>, view: QuizView, before: Option<(usize, f64)>) -> String {
    if writer.sheet.is_some() {
        return on_paper(writer, view, before);
    }
    match before {
        Some(_) => whole(writer, view),
        None => writer.partial("quiz", &view),
    }
}

/// Draws a quiz with the data of its script.
fn whole(writer: &mut Writer<'_>, mut view: QuizView) -> String {
    writer.bundles.extend(["questions", "quiz"]);
    view.lang.clone_from(&writer.meta.lang);
    let data = QuizData {
        pass: view.pass_mark,
        attempts: view.attempts,
        objectives: objective_data(writer),
    };
    let json = serde_json::to_string(&data);
    let json = json.expect("invariant: texts, numbers and lists are JSON");
    view.data_json = Some(json.replace('<', "\\u003c"));
    writer.partial("quiz", &view)
}

/// How many questions a sheet has so far, and what they are worth.
fn tally(writer: &Writer<'_>) -> (usize, f64) {
    let sheet = writer.sheet.as_ref();
    sheet.map_or((0, 0.0), |sheet| (sheet.questions, sheet.points))
}

/// A quiz for the printer.
fn on_paper(writer: &mut Writer<'_>, view: QuizView, before: Option<(usize, f64)>) -> String {
    let now = tally(writer);
    let rules = before.map(|before| {
        let points = now.1 - before.1;
        let share = |percent: u32| points * f64::from(percent) / 100.0;
        PaperRules {
            questions: now.0 - before.0,
            points,
            pass_mark: view.pass_mark,
            pass_points: view.pass_mark.map(share),
        }
    });
    let view = QuizPaperView {
        lang: writer.meta.lang.clone(),
        id: view.id,
        title: view.title,
        content_html: view.content_html,
        questions_html: view.questions_html,
        rules,
    };
    writer.template("quiz-paper.html", &view)
}

/// The objectives of the module, each with the lessons that have questions about it.
fn objective_data(writer: &Writer<'_>) -> Vec<ObjectiveData> {
    let Some(page) = writer.page else {
        return Vec::new();
    };
    let site = writer.studio.site;
    let module = writer.studio.atlas.module(page);
    let lessons: Vec<PageId> = module.map_or_else(Vec::new, |m| m.lessons.clone());
    let teaches = |lesson: PageId, objective: &str| {
        let page = site.page(lesson);
        let named = questions_on(site, page).filter_map(|q| q.objective.as_ref());
        !is_quiz(page) && named.into_iter().any(|name| name.value == objective)
    };
    let list = objectives(site, module.and_then(|m| m.page).unwrap_or(page)).iter();
    list.map(|objective| ObjectiveData {
        id: objective.id.value.clone(),
        text: writer.facts.expand(&objective.text.value, |_, _| {}),
        lessons: lessons
            .iter()
            .filter(|&&lesson| teaches(lesson, &objective.id.value))
            .map(|&lesson| LessonData {
                href: writer.page_href(lesson),
                title: site.page(lesson).meta.title.clone(),
            })
            .collect(),
    })
    .collect()
}

impl<'a> Writer<'a> {
    /// A quiz block. Inside another quiz it is a part of that: what it draws counts there.
    pub(super) fn quiz(
        &mut self,
        text: Text<'a>,
        node: NodeRef<'a>,
        block: &'a Block,
        spec: &'a QuizSpec,
    ) -> String {
        let is_part = self.quiz.is_some();
        let outer = (self.quiz, self.questions);
        if !is_part {
            self.questions = 0;
        }
        self.quiz = self.quiz.or_else(|| Some(setting(self, spec)));
        let before = tally(self);
        let nodes: Vec<NodeRef<'a>> = node.children().collect();
        let content_html = self.blocks(text, &nodes);
        let mut view = QuizView {
            lang: self.meta.lang.clone(),
            id: self.made_id(block, if is_part { "draw" } else { "quiz" }),
            title: self.title(block),
            classes: classes(block),
            content_html,
            draw: spec
                .draw
                .as_ref()
                .map(|_| drawn_count(self.studio.site, spec)),
            shuffle: spec.shuffle,
            pass_mark: spec.pass,
            attempts: spec.attempts,
            ..QuizView::default()
        };
        view.questions_html = self.bank_questions(spec);
        view.total = view.questions_html.len();
        if is_part {
            return complete(self, view, None);
        }
        (self.quiz, self.questions) = outer;
        complete(self, view, Some(before))
    }

    fn bank_questions(&mut self, spec: &'a QuizSpec) -> Vec<String> {
        let site = self.studio.site;
        let banks = spec.banks.iter().filter_map(|name| {
            let entry = site.shared.banks.get(&name.value)?;
            Some((entry, bank(&entry.parsed)?))
        });
        let mut pool = Vec::new();
        for (entry, bank) in banks {
            let inner = Text::without_questions(&bank.tree, &entry.links);
            pool.extend(bank.questions.iter().map(|question| (inner, question)));
        }
        if let Some(sheet) = &mut self.sheet {
            let all: Vec<_> = pool.iter().map(|(text, q)| (text.tree, *q)).collect();
            let chosen = sheet.choose(spec, &all);
            pool = chosen.into_iter().map(|at| pool[at]).collect();
        }
        let mut drawn = Vec::new();
        for (inner, question) in pool {
            self.questions += 1;
            let number = self.questions;
            drawn.push(questions::draw(self, inner, question, Some(number)));
        }
        drawn
    }
}
