//! Questions, their objectives, and the banks that quizzes draw from.

use super::site::{PageId, Site, SitePage, bank, is_quiz};
use crate::diagnostic::{
    Diagnostic, OPEN_ANSWER, SMALL_BANK, UNKNOWN_BANK, UNKNOWN_OBJECTIVE, did_you_mean,
};
use crate::model::{BlockData, Interaction, Objective, Question, QuizSpec};
use crate::question::concealed::leaves_open;

/// Tells objectives and banks that a page names and that are not there, banks that are too small, and questions whose
/// answers it cannot conceal.
#[must_use]
pub fn of(site: &Site, id: PageId) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let page = site.page(id);
    let objectives = objectives(site, id);
    for question in questions_on(site, page) {
        let Some(name) = &question.objective else {
            continue;
        };
        if !objectives.iter().any(|o| o.id.value == name.value) {
            diagnostics.push(unknown_objective(&name.value, name.span, objectives));
        }
    }
    for quiz in quizzes(page) {
        check_banks(site, quiz, &mut diagnostics);
    }
    let open = concealed(site, id).into_iter();
    let open = open.filter(|q| leaves_open(&q.interaction));
    diagnostics.extend(open.map(open_answer));
    diagnostics
}

/// The objectives of the module that a page belongs to.
#[must_use]
pub fn objectives(site: &Site, id: PageId) -> &[Objective] {
    let page = site.module_of(id).and_then(|m| m.page);
    page.map_or(&[], |id| {
        site.page(id).page().front.module.objectives.as_slice()
    })
}

/// The questions that a page can ask: its own, and those of the banks that its quizzes draw from.
pub fn questions_on<'a>(site: &'a Site, page: &'a SitePage) -> impl Iterator<Item = &'a Question> {
    let quizzes = quizzes(page).into_iter();
    let from_banks = quizzes.flat_map(|quiz| bank_questions(site, quiz));
    page.page().questions.iter().chain(from_banks)
}

/// The quizzes of a page, in order.
#[must_use]
pub fn quizzes(page: &SitePage) -> Vec<&QuizSpec> {
    let blocks = page.page().tree.blocks();
    let quizzes = blocks.filter_map(|(_, block)| match &block.data {
        BlockData::Quiz(quiz) => Some(quiz),
        _ => None,
    });
    quizzes.collect()
}

fn bank_questions<'a>(site: &'a Site, quiz: &'a QuizSpec) -> impl Iterator<Item = &'a Question> {
    let banks = quiz
        .banks
        .iter()
        .filter_map(|name| site.shared.banks.get(&name.value));
    banks
        .filter_map(|entry| bank(&entry.parsed))
        .flat_map(|bank| &bank.questions)
}

fn check_banks(site: &Site, quiz: &QuizSpec, diagnostics: &mut Vec<Diagnostic>) {
    for name in &quiz.banks {
        if !site.shared.banks.contains_key(&name.value) {
            let known = site.shared.banks.keys().map(String::as_str);
            let message = format!("there is no bank \"{}\"", name.value);
            let help = did_you_mean(&name.value, known)
                .unwrap_or_else(|| format!("write content/banks/{}.yaml", name.value));
            diagnostics.push(Diagnostic::new(&UNKNOWN_BANK, name.span, message).help(help));
            return;
        }
    }
    let total = bank_questions(site, quiz).filter(|q| is_graded(q)).count();
    if let Some(draw) = quiz.draw.as_ref().filter(|d| d.value as usize > total) {
        let reflections = bank_questions(site, quiz).count() - total;
        let message = format!("this draws {} questions from {total}", draw.value);
        let help = if reflections > 0 {
            "draw fewer, or add questions to the bank; reflections are not graded, and not drawn"
        } else {
            "draw fewer, or add questions to the bank"
        };
        diagnostics.push(Diagnostic::new(&SMALL_BANK, draw.span, message).help(help));
    }
}

/// Whether the answers of a quiz are concealed: as it says, else its module, else the site.
#[must_use]
pub fn conceals(site: &Site, page: PageId, quiz: &QuizSpec) -> bool {
    let module = site.module_of(page).and_then(|m| m.page);
    let front = module.map(|id| &site.page(id).page().front.module);
    let said = quiz.conceal.or(front.and_then(|front| front.conceal));
    said.unwrap_or(site.config.conceal)
}

/// The questions of a page that its quizzes conceal.
fn concealed(site: &Site, id: PageId) -> Vec<&Question> {
    let page = site.page(id);
    let quizzes = quizzes(page);
    if is_quiz(page) {
        let no_spec = QuizSpec::default();
        let first = quizzes.first().copied().unwrap_or(&no_spec);
        let hides = conceals(site, id, first);
        return questions_on(site, page).filter(|_| hides).collect();
    }
    let hiding = quizzes.into_iter().filter(|quiz| conceals(site, id, quiz));
    hiding.flat_map(|quiz| bank_questions(site, quiz)).collect()
}

fn open_answer(question: &Question) -> Diagnostic {
    let message = "the answer of this question cannot be concealed";
    Diagnostic::new(&OPEN_ANSWER, question.span, message)
        .help("name the right answers, or a number without a tolerance; or leave it as it is")
}

/// Whether an answer earns points; only such questions are drawn.
#[must_use]
pub fn is_graded(question: &Question) -> bool {
    !matches!(question.interaction, Interaction::LongFillIn { .. })
}

/// How many questions an attempt takes from the banks of a quiz: as many as it draws, of those that are graded, or all.
#[must_use]
pub fn drawn_count(site: &Site, quiz: &QuizSpec) -> usize {
    match &quiz.draw {
        Some(draw) => {
            let graded = bank_questions(site, quiz).filter(|q| is_graded(q));
            graded.take(draw.value as usize).count()
        }
        None => bank_questions(site, quiz).count(),
    }
}

/// Whether an attempt takes some of a quiz's questions only, so that two attempts can differ in what they ask.
#[must_use]
pub fn leaves_out(site: &Site, quiz: &QuizSpec) -> bool {
    let graded = || bank_questions(site, quiz).filter(|q| is_graded(q)).count();
    quiz.draw.is_some() && drawn_count(site, quiz) < graded()
}

fn unknown_objective(
    name: &str,
    span: crate::source::Span,
    objectives: &[Objective],
) -> Diagnostic {
    let message = format!("there is no objective \"{name}\"");
    let known: Vec<&str> = objectives.iter().map(|o| o.id.value.as_str()).collect();
    let help = if known.is_empty() {
        "objectives are listed in the front matter of a module's module.md".to_owned()
    } else {
        format!("known: {}", known.join(", "))
    };
    Diagnostic::new(&UNKNOWN_OBJECTIVE, span, message)
        .help(help)
        .did_you_mean(name, known)
}
