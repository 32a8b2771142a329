//! What has to be remembered of a run to decide its conditions, and how choices change it.
//!
//! Only meters and skills that a condition names are kept, and of those only as much as the conditions can tell apart.
//! Let `low` and `high` be the smallest and largest number that a name is compared with.
//!
//! - A count that only grows (every skill, many meters) is kept up to `high + 1`: above it all comparisons have their
//!   final answer and never change it again, so all larger values are one. A meter that only falls: likewise down to
//!   `low - 1`. Both are exact.
//! - A meter that rises and falls can come back, so its distance matters. It is kept exactly within [`SLACK`] around
//!   `low`, `high` and its start. The last value on each side stands for all beyond it, and a step back from there leads
//!   to every value it could lead to, the last one included. The states found are then more than the real ones, never
//!   fewer: "can never be true" and "is always true" stay certain, and [`Next::widened`] marks that "can happen" is not.
//!
//! Without the second rule the search could not end: meters that rise, fall and are compared are the counters of a
//! Minsky machine, for which these questions cannot be decided.
//!
//! A `once` choice is remembered only where a run can come by again.

use super::flow::{Flow, Way};
use super::graph::{components, in_loop};
use crate::model::{Comparison, Condition};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// How far a meter that rises and falls is followed beyond the numbers it is compared with.
const SLACK: i64 = 64;

/// The states that one choice can lead to; only values that come back from far give more than one.
const MOST_NEXT: usize = 4_096;

/// One state of a run: the node with a bit for "failed", the values, then a bit for each choice that is used up.
pub(super) type State = Rc<[u32]>;

/// The variables of a script.
pub(super) struct Space<'a> {
    pub(super) variables: Vec<Variable<'a>>,
    /// The condition of every choice.
    pub(super) conditions: Vec<Option<Test>>,
    pub(super) pass: Option<Test>,
    /// What every choice changes: variable and sum, never zero.
    changes: Vec<Vec<(usize, i64)>>,
    /// The bit of every choice that can be used up.
    bits: Vec<Option<usize>>,
    words: usize,
}

/// A meter, or how often a skill was used.
pub(super) struct Variable<'a> {
    pub(super) name: &'a str,
    start: i64,
    low: i64,
    high: i64,
    rises: bool,
    falls: bool,
}

/// A condition with its names looked up.
pub(super) enum Test {
    Compare(usize, Comparison, i64),
    Not(Box<Test>),
    All(Vec<Test>),
    Any(Vec<Test>),
}

/// Where a choice leads.
pub(super) struct Next {
    pub(super) states: Vec<State>,
    /// Whether a value came back from beyond what is kept, so that not every state need be real.
    pub(super) widened: bool,
}

impl<'a> Space<'a> {
    pub(super) fn of(flow: &Flow<'a>) -> Self {
        let mut variables = variables(flow);
        let index: HashMap<&str, usize> = variables
            .iter()
            .enumerate()
            .map(|(i, v)| (v.name, i))
            .collect();
        let changes: Vec<_> = flow.ways.iter().map(|way| changes(way, &index)).collect();
        for &(variable, change) in changes.iter().flatten() {
            variables[variable].rises |= change > 0;
            variables[variable].falls |= change < 0;
        }
        variables.iter_mut().for_each(Variable::widen);
        let test = |condition: &'a Condition| Test::of(condition, &index);
        let conditions = flow.ways.iter().map(|way| way.choice.condition.as_ref());
        let bits = bits(flow);
        Self {
            conditions: conditions.map(|c| c.map(|c| test(&c.value))).collect(),
            pass: flow.script.pass.as_ref().map(|pass| test(&pass.value)),
            words: bits.iter().flatten().count().div_ceil(32),
            variables,
            changes,
            bits,
        }
    }

    /// The state of a new run at a node.
    pub(super) fn start(&self, node: usize) -> State {
        let values = self.variables.iter().map(|v| v.kept(v.start));
        let head = std::iter::once(head(node, false));
        let used = std::iter::repeat_n(0, self.words);
        head.chain(values).chain(used).collect()
    }

    /// The same state at another node.
    pub(super) fn moved(state: &State, node: usize) -> State {
        let mut moved: Vec<u32> = state.to_vec();
        moved[0] = head(node, has_failed(state));
        moved.into()
    }

    /// The states after a choice that leads to a node; `None` when they are too many.
    pub(super) fn chosen(
        &self,
        state: &State,
        way: usize,
        choice: &Way<'_>,
        node: usize,
    ) -> Option<Next> {
        let mut first: Vec<u32> = state.to_vec();
        first[0] = head(node, has_failed(state) || choice.choice.critical);
        if let Some(bit) = self.bits[way] {
            first[1 + self.variables.len() + bit / 32] |= 1 << (bit % 32);
        }
        let mut states = vec![first];
        for &(variable, change) in &self.changes[way] {
            let values = self.variables[variable].changed(state[1 + variable], change);
            if states.len() * (values.end - values.start) as usize > MOST_NEXT {
                return None;
            }
            let with = |state: &Vec<u32>, value| {
                let mut changed = state.clone();
                changed[1 + variable] = value;
                changed
            };
            states = states
                .iter()
                .flat_map(|state| values.clone().map(move |value| with(state, value)))
                .collect();
        }
        let widened = states.len() > 1;
        let states = states.into_iter().map(State::from).collect();
        Some(Next { states, widened })
    }

    /// Whether a choice was taken that can be taken only one time.
    pub(super) fn is_used(&self, state: &State, way: usize) -> bool {
        let word = |bit: usize| state[1 + self.variables.len() + bit / 32];
        self.bits[way].is_some_and(|bit| word(bit) & (1 << (bit % 32)) != 0)
    }

    /// Whether a test is met in a state.
    pub(super) fn holds(&self, test: &Test, state: &State) -> bool {
        match test {
            Test::Compare(variable, op, number) => op.holds(self.value(*variable, state), *number),
            Test::Not(inner) => !self.holds(inner, state),
            Test::All(parts) => parts.iter().all(|part| self.holds(part, state)),
            Test::Any(parts) => parts.iter().any(|part| self.holds(part, state)),
        }
    }

    /// What every variable is in a state.
    pub(super) fn values(&self, state: &State) -> Vec<(String, i64)> {
        let named = self.variables.iter().enumerate();
        let named = named.map(|(at, variable)| (variable.name.to_owned(), self.value(at, state)));
        named.collect()
    }

    /// The smallest and largest value that is kept of every variable.
    pub(super) fn bounds(&self) -> Vec<(String, i64, i64)> {
        let variables = self.variables.iter();
        let bounds = variables.map(|v| (v.name.to_owned(), v.low, v.high));
        bounds.collect()
    }

    fn value(&self, variable: usize, state: &State) -> i64 {
        self.variables[variable].low + i64::from(state[1 + variable])
    }

    /// The values that the variables of some conditions have in some states, in words: "trust is 1 to 3".
    pub(super) fn describe<'s>(
        &self,
        conditions: &[&Condition],
        states: impl Iterator<Item = &'s State> + Clone,
    ) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (index, variable) in self.variables.iter().enumerate() {
            let mut named = false;
            for condition in conditions {
                condition.each_comparison(&mut |name, _| named |= name == variable.name);
            }
            let values = states.clone().map(|state| self.value(index, state));
            if let (true, Some(low)) = (named, values.clone().min()) {
                parts.push(variable.in_words(low, values.max().unwrap_or(low)));
            }
        }
        parts.join(", ")
    }
}

/// The node of a state.
pub(super) fn node_of(state: &State) -> usize {
    (state[0] >> 1) as usize
}

/// Whether a critical choice was taken.
pub(super) fn has_failed(state: &State) -> bool {
    state[0] & 1 == 1
}

fn head(node: usize, failed: bool) -> u32 {
    let node = u32::try_from(node).expect("invariant: a file has fewer nodes than bytes");
    (node << 1) | u32::from(failed)
}

impl Variable<'_> {
    /// Sets what is kept, when it is known whether the value rises and falls.
    fn widen(&mut self) {
        let around = if self.rises && self.falls {
            1 + SLACK
        } else {
            1
        };
        self.low = if self.falls {
            self.low.min(self.start) - around
        } else {
            self.start
        };
        self.high = if self.rises {
            self.high.max(self.start) + around
        } else {
            self.start
        };
    }

    fn kept(&self, value: i64) -> u32 {
        let inside = value.clamp(self.low, self.high) - self.low;
        u32::try_from(inside).unwrap_or(u32::MAX)
    }

    /// The values that a value can have become.
    fn changed(&self, kept: u32, change: i64) -> Range<u32> {
        let value = self.low + i64::from(kept);
        let next = self.kept(value + change);
        let both = self.rises && self.falls;
        if both && value == self.high && change < 0 {
            next..kept + 1
        } else if both && value == self.low && change > 0 {
            kept..next + 1
        } else {
            next..next + 1
        }
    }

    fn in_words(&self, low: i64, high: i64) -> String {
        let more = if self.rises && high == self.high {
            " or more"
        } else {
            ""
        };
        let less = if self.falls && low == self.low {
            " or less"
        } else {
            ""
        };
        if low == high {
            format!("{} is {low}{more}{less}", self.name)
        } else {
            format!("{} is {low}{less} to {high}{more}", self.name)
        }
    }
}

impl Test {
    /// Names that are not declared cannot stand in a condition.
    fn of(condition: &Condition, index: &HashMap<&str, usize>) -> Self {
        let all = |parts: &[Condition]| parts.iter().map(|part| Self::of(part, index)).collect();
        match condition {
            Condition::Compare { name, op, value } => {
                Self::Compare(index[name.value.as_str()], *op, *value)
            }
            Condition::Not(inner) => Self::Not(Box::new(Self::of(inner, index))),
            Condition::And(parts) => Self::All(all(parts)),
            Condition::Or(parts) => Self::Any(all(parts)),
        }
    }
}

/// Every name that a condition or the pass rule compares, with the bounds of the numbers.
fn variables<'a>(flow: &Flow<'a>) -> Vec<Variable<'a>> {
    let script = flow.script;
    let conditions = flow
        .ways
        .iter()
        .filter_map(|way| way.choice.condition.as_ref());
    let starts: HashMap<&str, i64> = script
        .meters
        .iter()
        .map(|meter| (meter.id.value.as_str(), meter.start))
        .collect();
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut variables: Vec<Variable<'a>> = Vec::new();
    for condition in conditions.chain(&script.pass) {
        condition.value.each_comparison(&mut |name, number| {
            let at = *index.entry(name).or_insert_with(|| {
                let start = starts.get(name).copied().unwrap_or(0);
                variables.push(Variable {
                    name,
                    start,
                    low: number,
                    high: number,
                    rises: false,
                    falls: false,
                });
                variables.len() - 1
            });
            variables[at].low = variables[at].low.min(number);
            variables[at].high = variables[at].high.max(number);
        });
    }
    variables
}

fn changes(way: &Way<'_>, index: &HashMap<&str, usize>) -> Vec<(usize, i64)> {
    let skills = way.choice.skills.iter().map(|skill| (&skill.value, 1));
    let effects = way.choice.effects.iter();
    let effects = effects.map(|effect| (&effect.meter.value, effect.change));
    let mut changes: Vec<(usize, i64)> = Vec::new();
    for (name, change) in skills.chain(effects) {
        let Some(&variable) = index.get(name.as_str()) else {
            continue;
        };
        match changes.iter_mut().find(|(known, _)| *known == variable) {
            Some((_, sum)) => *sum += change,
            None => changes.push((variable, change)),
        }
    }
    changes.retain(|(_, sum)| *sum != 0);
    changes
}

/// Gives a bit to every `once` choice that a run can see again.
fn bits(flow: &Flow<'_>) -> Vec<Option<usize>> {
    let successors = flow.successors();
    let looped = in_loop(&successors, &components(&successors));
    let mut next = 0;
    let mut bits = Vec::with_capacity(flow.ways.len());
    for (node, looped) in looped.into_iter().enumerate() {
        for way in flow.ways_of(node) {
            let needed = way.choice.once && looped;
            bits.push(needed.then_some(next));
            next += usize::from(needed);
        }
    }
    bits
}
