//! Meters that a reader can drive up as long as he likes.
//!
//! Such a meter has a loop whose changes add up to more than nothing. Where every state of a run is known, loops are
//! looked for between states: a condition that stays true once a meter is high enough does not stop a reader. Elsewhere
//! only choices count that are always open.

use super::flow::{Flow, Goal, Step, Way};
use super::graph::{components, reachable};
use super::space::node_of;
use super::verdict::Play;
use crate::diagnostic::{Diagnostic, UNBOUNDED_METER};
use crate::model::Meter;
use std::collections::BTreeMap;

/// Steps of the search for one meter; beyond them nothing is claimed.
const STEP_LIMIT: usize = 10_000_000;

/// A move that can be made again and again in one run.
struct Move {
    from: usize,
    to: usize,
    /// Index of a choice.
    way: Option<usize>,
}

pub(super) fn check(play: &Play<'_, '_>, diagnostics: &mut Vec<Diagnostic>) {
    let flow = play.flow;
    let exact = play.states.complete && !play.states.widened;
    let rounds = if exact {
        rounds(played_moves(play), play.states.all.len())
    } else {
        rounds(free_moves(play), flow.nodes.len())
    };
    let scene_loops = components(&flow.successors());
    let loop_of = scene_loops_of_ways(flow, &scene_loops);
    for meter in &flow.script.meters {
        let changes: Vec<i64> = flow.ways.iter().map(|way| change(way, meter)).collect();
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for round in &rounds {
            if let Some(way) = growth(round, &changes) {
                let known = first.entry(loop_of[way]).or_insert(way);
                *known = way.min(*known);
            }
        }
        diagnostics.extend(first.values().map(|&way| fault(&flow.ways[way], meter)));
    }
}

fn fault(way: &Way<'_>, meter: &Meter) -> Diagnostic {
    let mut effects = way.choice.effects.iter();
    let effect = effects.find(|effect| effect.meter.value == meter.id.value);
    let place = effect.map_or(way.choice.span, |effect| effect.meter.span);
    let message = format!(
        "\"{}\" grows each time a reader goes round here",
        meter.id.value
    );
    Diagnostic::new(&UNBOUNDED_METER, place, message)
        .help("mark the choice with once, or give it a condition that ends it, such as trust < 5")
}

/// What a choice does to a meter.
fn change(way: &Way<'_>, meter: &Meter) -> i64 {
    let effects = way.choice.effects.iter();
    let effects = effects.filter(|effect| effect.meter.value == meter.id.value);
    effects.map(|effect| effect.change).sum()
}

/// For each choice the loop of scenes it stands in.
fn scene_loops_of_ways(flow: &Flow<'_>, component: &[usize]) -> Vec<usize> {
    let nodes = (0..flow.nodes.len()).zip(component);
    nodes
        .flat_map(|(node, &number)| flow.way_numbers(node).map(move |_| number))
        .collect()
}

/// The moves between the states of a run.
fn played_moves(play: &Play<'_, '_>) -> Vec<Move> {
    let mut moves = Vec::new();
    for from in 0..play.states.all.len() {
        let inside = !play.flow.in_ending(node_of(&play.states.all[from]));
        let next = play
            .states
            .moves(from)
            .iter()
            .filter(|m| inside && !m.fresh);
        moves.extend(next.map(|m| Move {
            from,
            to: m.to,
            way: m.way,
        }));
    }
    moves
}

/// The moves between the nodes of the script that are open every time a run comes by.
fn free_moves(play: &Play<'_, '_>) -> Vec<Move> {
    let flow = play.flow;
    let reached = reachable(&flow.successors(), [flow.entries[0]]);
    let mut moves = Vec::new();
    for from in (0..flow.nodes.len()).filter(|&node| reached[node] && !flow.in_ending(node)) {
        if let Step::LeadOn(Goal::Node(to)) = flow.nodes[from].step {
            moves.push(Move {
                from,
                to,
                way: None,
            });
        }
        for at in flow.way_numbers(from) {
            let way = &flow.ways[at];
            let always = play.states.complete && play.states.seen[at].is_always_open();
            let free = (way.choice.condition.is_none() || always) && !way.choice.once;
            if let (Goal::Node(to), true, false) = (way.goal, free, way.choice.critical) {
                moves.push(Move {
                    from,
                    to,
                    way: Some(at),
                });
            }
        }
    }
    moves
}

/// The moves that lie on loops, those that can follow each other together.
fn rounds(moves: Vec<Move>, nodes: usize) -> Vec<Vec<Move>> {
    let mut successors = vec![Vec::new(); nodes];
    for next in &moves {
        successors[next.from].push(next.to);
    }
    let component = components(&successors);
    let mut rounds: BTreeMap<usize, Vec<Move>> = BTreeMap::new();
    for next in moves {
        if component[next.from] == component[next.to] {
            rounds.entry(component[next.from]).or_default().push(next);
        }
    }
    rounds.into_values().collect()
}

/// The first choice that raises, where some loop of these moves adds up to more than nothing. Any of them then lies on
/// a way round that does: from it to that loop, often enough round there, and back.
fn growth(round: &[Move], changes: &[i64]) -> Option<usize> {
    let raised = round.iter().filter_map(|next| next.way);
    let first = raised.filter(|&way| changes[way] > 0).min()?;
    let change = |next: &Move| next.way.map_or(0, |way| changes[way]);
    let falls = round.iter().any(|next| change(next) < 0);
    (!falls || grows(round, change)).then_some(first)
}

/// By Bellman and Ford: without a loop that grows, the best sums settle after as many rounds as there are nodes, and none
/// is larger than all that can be gained on the way.
fn grows(round: &[Move], change: impl Fn(&Move) -> i64) -> bool {
    let mut best: BTreeMap<usize, i64> = BTreeMap::new();
    let mut gains: BTreeMap<usize, i64> = BTreeMap::new();
    for next in round {
        best.insert(next.from, 0);
        let gain = gains.entry(next.from).or_default();
        *gain = change(next).max(*gain);
    }
    let most: i64 = gains.values().sum();
    let nodes = best.len();
    for _ in 0..(STEP_LIMIT / round.len()).min(nodes) {
        let mut settled = true;
        for next in round {
            let sum = best[&next.from] + change(next);
            if sum > most {
                return true;
            }
            if sum > best[&next.to] {
                best.insert(next.to, sum);
                settled = false;
            }
        }
        if settled {
            return false;
        }
    }
    // Whoever did not settle in as many rounds as there are nodes never will.
    nodes <= STEP_LIMIT / round.len()
}
