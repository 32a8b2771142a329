//! What the states of a script say about its conditions, its pass rule and its ways out.

use super::best;
use super::flow::{Flow, Way};
use super::graph::{reachable, reversed};
use super::space::{Space, State, node_of};
use super::states::{Mended, States, explore_mended};
use crate::diagnostic::{
    DEAD_END, Diagnostic, IMPOSSIBLE_CONDITION, NEEDLESS_CONDITION, NO_WAY_OUT, UNDECIDED_SCRIPT,
};
use crate::model::Condition;
use std::collections::{BTreeMap, BTreeSet};

/// A script with everything that can happen in it.
#[derive(Clone, Copy)]
pub(super) struct Play<'s, 'a> {
    pub(super) flow: &'s Flow<'a>,
    pub(super) space: &'s Space<'a>,
    pub(super) states: &'s States,
    /// Whether a loop without a way out, or that there is no ending, is told already.
    pub(super) looped: bool,
}

/// Tells what follows from the states.
pub(super) fn check(play: &Play<'_, '_>, diagnostics: &mut Vec<Diagnostic>) {
    let stuck = stuck_lists(play);
    if !play.states.complete {
        diagnostics.push(undecided(play, "it can be in too many states"));
        if !play.states.widened {
            diagnostics.extend(stuck);
        }
        return;
    }
    let before = diagnostics.len();
    let pass_can_be_met = match mended(play) {
        None => rules(play, diagnostics),
        Some(states) => {
            let states = &states;
            !states.complete || rules(&Play { states, ..*play }, diagnostics)
        }
    };
    let impossible = diagnostics[before..]
        .iter()
        .any(|fault| fault.rule == &IMPOSSIBLE_CONDITION);
    let mut perhaps = stuck;
    if !play.looped && !impossible {
        perhaps.extend(trap(play));
    }
    // In a widened search these states are found, but need not be real.
    if play.states.widened && !perhaps.is_empty() {
        let reason = "a meter can go very far up or down and come back";
        diagnostics.push(undecided(play, reason));
    } else {
        diagnostics.extend(perhaps);
    }
    best::check(play, pass_can_be_met, diagnostics);
}

fn undecided(play: &Play<'_, '_>, reason: &str) -> Diagnostic {
    let pass = play.flow.script.pass.as_ref().map(|pass| pass.span);
    let place = pass.unwrap_or(play.flow.script.scenes[0].span);
    let message = format!("not everything about this conversation could be decided: {reason}");
    Diagnostic::new(&UNDECIDED_SCRIPT, place, message).help(
        "fewer once choices in loops and smaller meters make it decidable; try the rest by hand",
    )
}

/// Tells which conditions and pass rules are never or always met; whether the run can be passed.
fn rules(play: &Play<'_, '_>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    conditions(play, diagnostics);
    pass_rule(play, diagnostics)
}

/// What could happen once links to nowhere and dead ends lead on to any scene, but not back to one that leads to them;
/// `None` where no run meets any. What is never or always true even then does not follow from these faults.
fn mended(play: &Play<'_, '_>) -> Option<States> {
    /// A script with more faults than that has another trouble; conditions wait until then.
    const MOST: usize = 50;
    let marked = play.states.all.iter().zip(&play.states.marks);
    let broken: BTreeSet<usize> = marked
        .filter(|(_, mark)| mark.broken)
        .map(|(state, _)| node_of(state))
        .collect();
    if broken.is_empty() {
        return None;
    }
    let back = reversed(&play.flow.successors());
    let mut mended = Mended::new();
    for &node in broken.iter().take(MOST) {
        let before = reachable(&back, [node]);
        let entries = play.flow.entries.iter().copied();
        mended.insert(node, entries.filter(|&entry| !before[entry]).collect());
    }
    let mut states = explore_mended(play.flow, play.space, &mended);
    states.complete &= broken.len() <= MOST;
    Some(states)
}

fn conditions(play: &Play<'_, '_>, diagnostics: &mut Vec<Diagnostic>) {
    let states_at = play.states.by_node(play.flow.nodes.len());
    for (node, states) in states_at.iter().enumerate() {
        for way in play.flow.way_numbers(node) {
            let seen = play.states.seen[way];
            let Some(condition) = &play.flow.ways[way].choice.condition else {
                continue;
            };
            let (rule, word) = match (seen.open, seen.shut) {
                (false, true) => (&IMPOSSIBLE_CONDITION, "never"),
                (true, false) => (&NEEDLESS_CONDITION, "always"),
                _ => continue,
            };
            let values = play
                .space
                .describe(&[&condition.value], states.iter().copied());
            let message = format!("this condition is {word} true: {values} here");
            let help = match word {
                "never" => "change the condition, or the choices that lead here",
                _ => "remove the condition, or change the choices that lead here",
            };
            diagnostics.push(Diagnostic::new(rule, condition.span, message).help(help));
        }
    }
}

/// Whether some run ends with the pass rule met.
fn pass_rule(play: &Play<'_, '_>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let (Some(pass), Some(test)) = (&play.flow.script.pass, &play.space.pass) else {
        return true;
    };
    let marked = play.states.all.iter().zip(&play.states.marks);
    let ends = marked.filter(|(_, mark)| mark.ends).map(|(state, _)| state);
    if ends.clone().next().is_none() {
        return true;
    }
    let met = ends.clone().any(|state| play.space.holds(test, state));
    if !met {
        let values = play.space.describe(&[&pass.value], ends);
        let message = format!("no run can pass: {values} at the end");
        let fault = Diagnostic::new(&IMPOSSIBLE_CONDITION, pass.span, message);
        diagnostics.push(fault.help("change the rule, or what the choices give"));
    }
    met
}

/// Lists at whose end the scene ends too, and that a run can find closed; not those with a choice that can never be
/// taken, which is told already.
fn stuck_lists(play: &Play<'_, '_>) -> Vec<Diagnostic> {
    let mut lists: BTreeMap<usize, &State> = BTreeMap::new();
    for (state, mark) in play.states.all.iter().zip(&play.states.marks) {
        let mut ways = play.flow.way_numbers(node_of(state));
        let told = ways.any(|way| play.states.complete && play.states.seen[way].is_never_open());
        if mark.stuck && !told {
            lists.entry(node_of(state)).or_insert(state);
        }
    }
    let told = lists.into_iter().map(|(node, state)| {
        let ways = play.flow.ways_of(node);
        let conditions = conditions_of(ways);
        let values = play.space.describe(&conditions, std::iter::once(state));
        let when = match values.as_str() {
            "" => "after some rounds".to_owned(),
            values => format!("for example when {values}"),
        };
        let message = format!("the reader can be left here without an open choice, {when}");
        Diagnostic::new(&DEAD_END, ways[0].choice.span, message).help(
            "add a choice that is always open, or text with [Continue](#scene) after the list",
        )
    });
    told.collect()
}

fn conditions_of<'a>(ways: &[Way<'a>]) -> Vec<&'a Condition> {
    let conditions = ways.iter().filter_map(|way| way.choice.condition.as_ref());
    conditions.map(|condition| &condition.value).collect()
}

/// The first state from which a run goes round for ever.
fn trap(play: &Play<'_, '_>) -> Option<Diagnostic> {
    let states = 0..play.states.all.len();
    let successors: Vec<Vec<usize>> = states
        .map(|state| play.states.moves(state).iter().map(|m| m.to).collect())
        .collect();
    let exits = play.states.marks.iter().enumerate();
    let exits = exits.filter(|(_, m)| m.ends || m.fails || m.broken || m.stuck);
    let saved = reachable(&reversed(&successors), exits.map(|(state, _)| state));
    let lost = saved.iter().position(|saved| !saved)?;
    let state = &play.states.all[lost];
    let scene = play.flow.scene(node_of(state));
    let conditions = conditions_of(&play.flow.ways);
    let values = play.space.describe(&conditions, std::iter::once(state));
    let when = if values.is_empty() {
        String::new()
    } else {
        format!(" when {values}")
    };
    let message = format!(
        "from the scene \"{}\" no ending can be reached{when}",
        scene.title
    );
    let fault = Diagnostic::new(&NO_WAY_OUT, scene.span, message);
    Some(fault.help(
        "the ways out have conditions that can no longer come true; add a way out without one",
    ))
}
