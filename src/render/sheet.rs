//! Which questions a test on paper asks, and what it gathers while they are drawn.

use super::question_key::print;
use super::view::PaperAnswer;
use crate::link::is_graded;
use crate::model::{Question, QuizSpec, Tree};
use crate::question::key::Key;
use std::collections::HashSet;

/// One of the tests that can be made of the same banks, so that neighbours need not have the same one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// The only one where nothing is drawn.
    #[default]
    A,
    /// Asks what the first one left out, as far as there is enough of it.
    B,
}

impl Form {
    /// Its name on the paper.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }
}

/// What a document for the printer gathers while its questions are drawn.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Which draw from the banks it has. The same in every build.
    pub form: Form,
    /// The answers since they were last taken: on paper they stand apart from their questions.
    pub answers: Vec<PaperAnswer>,
    /// Whether an answer was left out because its quiz conceals it.
    pub conceals: bool,
    /// How many questions were asked.
    pub questions: usize,
    /// What they are worth together.
    pub points: f64,
    /// What was drawn, by what it asks: nothing is asked twice.
    drawn: HashSet<String>,
}

impl Sheet {
    /// A sheet of a form, with nothing on it yet.
    pub fn of(form: Form) -> Self {
        Self {
            form,
            ..Self::default()
        }
    }

    /// The numbers of the questions that a quiz asks of all that its banks have, in the order of the paper.
    pub fn choose(&mut self, quiz: &QuizSpec, pool: &[(&Tree, &Question)]) -> Vec<usize> {
        let mut chosen = mixed(pool, "");
        if let Some(draw) = &quiz.draw {
            let count = draw.value as usize;
            let asks = |at: usize| {
                let (tree, question) = pool[at];
                print(question, &Key::of(&question.interaction, tree), tree, false)
            };
            let mut seen = HashSet::new();
            chosen.retain(|&at| {
                let text = asks(at);
                is_graded(pool[at].1) && !self.drawn.contains(&text) && seen.insert(text)
            });
            if self.form == Form::B {
                let past = count.min(chosen.len());
                chosen.rotate_left(past);
            }
            chosen.truncate(count);
            self.drawn.extend(chosen.iter().map(|&at| asks(at)));
        }
        if quiz.shuffle {
            let order = mixed(pool, self.form.letter());
            return order.into_iter().filter(|at| chosen.contains(at)).collect();
        }
        chosen.sort_unstable();
        chosen
    }
}

/// All numbers of a pool in an order that only the questions' names and the seed decide.
fn mixed(pool: &[(&Tree, &Question)], seed: &str) -> Vec<usize> {
    let mut order: Vec<usize> = (0..pool.len()).collect();
    order.sort_by_cached_key(|&at| {
        let name = format!("{seed}\n{}", pool[at].1.id.value);
        *blake3::hash(name.as_bytes()).as_bytes()
    });
    order
}
