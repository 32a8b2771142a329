//! Lines that were marked before. A grammar is slow and code repeats itself: the same line in the same state of the same
//! grammar is marked the same way.

use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};
use syntect::parsing::{ParseState, ScopeStack};

/// Lines above which no more are learned: about two megabytes.
const MAX_LINES: usize = 8_000;
/// Bytes of a line above which it is not learned: nobody writes it twice.
const MAX_LINE: usize = 160;
/// States above which no more are learned. Most lines begin in one of a handful.
const MAX_STATES: usize = 200;

/// Where a grammar is at the start of a line.
#[derive(Debug)]
pub struct State {
    pub parse: ParseState,
    pub scopes: ScopeStack,
    /// Of the learned ones.
    number: Option<usize>,
}

/// A line with its parts, and where the grammar is behind it.
#[derive(Debug)]
pub struct Line {
    /// The end of each part in the line, with its class.
    pub parts: Vec<(usize, Option<&'static str>)>,
    pub then: Arc<State>,
}

/// What was learned so far.
#[derive(Debug, Default)]
pub struct Lines(Mutex<Learned>);

#[derive(Debug, Default)]
struct Learned {
    states: Vec<Arc<State>>,
    /// By the number of the state before them.
    lines: FxHashMap<usize, FxHashMap<Box<str>, Arc<Line>>>,
    count: usize,
}

impl Lines {
    /// A state, the same one for equal ones while there is room.
    pub fn state(&self, parse: ParseState, scopes: ScopeStack) -> Arc<State> {
        let mut learned = self.lock();
        let mut states = learned.states.iter();
        if let Some(known) = states.find(|s| s.parse == parse && s.scopes == scopes) {
            return known.clone();
        }
        let number = learned.states.len();
        let number = (number < MAX_STATES).then_some(number);
        let state = Arc::new(State {
            parse,
            scopes,
            number,
        });
        if number.is_some() {
            learned.states.push(state.clone());
        }
        state
    }

    /// The line as it was marked before, or as `mark` marks it; nothing when that fails.
    pub fn get_or(
        &self,
        state: &State,
        text: &str,
        mark: impl FnOnce() -> Option<Line>,
    ) -> Option<Arc<Line>> {
        let Some(number) = state.number else {
            return mark().map(Arc::new);
        };
        let known = |learned: &Learned| learned.lines.get(&number)?.get(text).cloned();
        if let Some(line) = known(&self.lock()) {
            return Some(line);
        }
        let line = Arc::new(mark()?);
        let mut learned = self.lock();
        if learned.count < MAX_LINES && text.len() <= MAX_LINE {
            learned.count += 1;
            let after = learned.lines.entry(number).or_default();
            after.insert(text.into(), line.clone());
        }
        Some(line)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Learned> {
        // Nothing that can panic runs while the lock is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
