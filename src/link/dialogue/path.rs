//! One way through a script, for paper and for comparisons: as well as it can go, or as badly.
//!
//! The good way is the shortest run of best choices that ends well (see `best`). Where none does, it is the shortest that
//! passes no rule but ends, and in a script without any end, or with too many states, the best choices one after the
//! other. The bad way takes in each list a critical choice, else the one that costs most. Where nothing tells choices
//! apart it is the first; none is taken twice.

use super::best;
use super::flow::Flow;
use super::space::Space;
use super::states;
use super::verdict::Play;
use crate::model::{Choice, Scene, Script, Target, Tree, Turn};
use std::collections::{HashMap, HashSet};

/// A scene that a way goes through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Index of the scene.
    pub scene: usize,
    /// The turns of the scene that the way comes to, in order.
    pub turns: Vec<Passed>,
}

/// A turn that a way comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    /// Index in the scene.
    pub turn: usize,
    /// The choice that is taken, when the turn is a list and one of it is open.
    pub choice: Option<usize>,
}

/// The way of the model answers.
#[must_use]
pub fn best_path(script: &Script, tree: &Tree) -> Vec<Visit> {
    if script.scenes.is_empty() {
        return Vec::new();
    }
    let (flow, _) = Flow::of(script, tree);
    let space = Space::of(&flow);
    let states = states::explore(&flow, &space);
    let play = Play {
        flow: &flow,
        space: &space,
        states: &states,
        looped: false,
    };
    let Some(decisions) = best::decisions(&play) else {
        return picked(script, |open| {
            let best = open.iter().find(|(_, choice)| choice.best);
            let safe = open.iter().find(|(_, choice)| !choice.critical);
            best.or(safe).or(open.first()).map(|(at, _)| *at)
        });
    };
    let mut decisions = decisions.into_iter();
    walk(script, |_, _, _| match decisions.next() {
        Some(Some(choice)) => Decision::Take(choice),
        Some(None) => Decision::GoOn,
        None => Decision::Stop,
    })
}

/// The way that costs most.
#[must_use]
pub fn worst_path(script: &Script) -> Vec<Visit> {
    picked(script, |open| {
        let worst = open.iter().min_by_key(|(_, c)| (!c.critical, cost(c)));
        worst.map(|(at, _)| *at)
    })
}

/// What a choice does to all meters together; a model answer never looks like the worst.
fn cost(choice: &Choice) -> (bool, i64) {
    let change = choice.effects.iter().map(|effect| effect.change).sum();
    (choice.best, change)
}

enum Decision {
    /// The choice with this index.
    Take(usize),
    /// None is open: the text after the list.
    GoOn,
    Stop,
}

/// A way on which `pick` says which of the open choices is taken. Each of them comes with its index in its list.
fn picked(script: &Script, pick: impl Fn(&[(usize, &Choice)]) -> Option<usize>) -> Vec<Visit> {
    let mut values: HashMap<&str, i64> = HashMap::new();
    for meter in &script.meters {
        values.insert(&meter.id.value, meter.start);
    }
    let mut taken = HashSet::new();
    let mut failed = false;
    walk(script, |scene, turn, choices| {
        let is_open = |at: usize, choice: &Choice| {
            let value = |name: &str| values.get(name).copied().unwrap_or(0);
            let condition = choice.condition.as_ref();
            let met = condition.is_none_or(|condition| condition.value.holds(&value));
            met && !(choice.once && taken.contains(&(scene, turn, at)))
        };
        let open = choices.iter().enumerate();
        let open: Vec<_> = open.filter(|(at, choice)| is_open(*at, choice)).collect();
        if open.is_empty() && !failed {
            return Decision::GoOn;
        }
        let new = open.into_iter();
        let new: Vec<_> = new
            .filter(|(at, _)| !taken.contains(&(scene, turn, *at)))
            .collect();
        let Some(at) = pick(&new).filter(|_| !failed) else {
            return Decision::Stop;
        };
        taken.insert((scene, turn, at));
        failed = choices[at].critical;
        for effect in &choices[at].effects {
            *values.entry(&effect.meter.value).or_default() += effect.change;
        }
        for skill in &choices[at].skills {
            *values.entry(&skill.value).or_default() += 1;
        }
        Decision::Take(at)
    })
}

/// Goes from scene to scene as decided. A link that leaves an ending starts another run, and is not followed.
fn walk<'a>(
    script: &'a Script,
    mut decide: impl FnMut(usize, usize, &'a [Choice]) -> Decision,
) -> Vec<Visit> {
    let mut places = HashMap::new();
    for (at, scene) in script.scenes.iter().enumerate() {
        places.entry(scene.id.as_str()).or_insert(at);
    }
    let mut visits = Vec::new();
    let mut next = (!script.scenes.is_empty()).then_some(0);
    // Links alone may go round in a circle.
    let mut undecided = 0;
    while let Some(at) = next.filter(|_| undecided <= script.scenes.len()) {
        let scene = &script.scenes[at];
        let (turns, leave) = through(scene, |turn, choices| decide(at, turn, choices));
        let chosen = turns.iter().any(|passed| passed.choice.is_some());
        undecided = if chosen { 0 } else { undecided + 1 };
        next = leave
            .filter(|_| scene.ending.is_none())
            .and_then(|target| places.get(target.anchor.value.as_str()).copied());
        visits.push(Visit { scene: at, turns });
    }
    visits
}

/// The turns of a scene that are come to, and the link that is followed out of it.
fn through<'a>(
    scene: &'a Scene,
    mut decide: impl FnMut(usize, &'a [Choice]) -> Decision,
) -> (Vec<Passed>, Option<&'a Target>) {
    let mut turns = Vec::new();
    for (turn, what) in scene.turns.iter().enumerate() {
        let mut passed = Passed { turn, choice: None };
        match what {
            Turn::Line { .. } | Turn::Narration(_) => {}
            Turn::Continue { target, .. } => {
                turns.push(passed);
                return (turns, Some(target));
            }
            Turn::Choices(choices) => match decide(turn, choices) {
                Decision::Stop => break,
                Decision::GoOn => {}
                Decision::Take(at) => {
                    passed.choice = Some(at);
                    let choice = &choices[at];
                    if choice.target.is_some() || choice.critical {
                        turns.push(passed);
                        return (turns, choice.target.as_ref());
                    }
                }
            },
        }
        turns.push(passed);
    }
    (turns, None)
}
