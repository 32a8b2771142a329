//! Meters that a reader can drive up as long as he likes.

use super::flow::{Flow, Goal, Step, Way};
use super::graph::{components, reachable};
use crate::diagnostic::{Diagnostic, UNBOUNDED_METER};
use crate::model::Meter;
use crate::source::Span;

/// Steps of the search for one meter; beyond them nothing is claimed.
const STEP_LIMIT: usize = 2_000_000;

/// A move that is open every time a run comes by, and what it changes.
struct Move {
    from: usize,
    to: usize,
    change: i64,
    place: Span,
}

pub(super) fn check(flow: &Flow<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let reached = reachable(&flow.successors(), [flow.entries[0]]);
    for meter in &flow.script.meters {
        let moves = free_moves(flow, meter, &reached);
        let mut successors = vec![Vec::new(); flow.nodes.len()];
        for free in &moves {
            successors[free.from].push(free.to);
        }
        let component = components(&successors);
        let moves: Vec<Move> = moves
            .into_iter()
            .filter(|free| component[free.from] == component[free.to])
            .collect();
        if let Some(place) = growth(&moves, flow.nodes.len()) {
            let message = format!(
                "\"{}\" grows each time a reader goes round here",
                meter.id.value
            );
            diagnostics.push(
                Diagnostic::new(&UNBOUNDED_METER, place, message)
                    .help("mark the choice with once, or give it a condition"),
            );
        }
    }
}

/// The moves without conditions that can be made again and again in one run.
fn free_moves(flow: &Flow<'_>, meter: &Meter, reached: &[bool]) -> Vec<Move> {
    let mut moves = Vec::new();
    for from in (0..flow.nodes.len()).filter(|&node| reached[node] && !flow.in_ending(node)) {
        let place = flow.scene(from).span;
        if let Step::LeadOn(Goal::Node(to)) = flow.nodes[from].step {
            moves.push(Move {
                from,
                to,
                change: 0,
                place,
            });
        }
        for way in flow.ways_of(from) {
            let Goal::Node(to) = way.goal else { continue };
            let free = way.choice.condition.is_none() && !way.choice.once;
            if free && !way.choice.critical {
                moves.push(change_by(way, meter, from, to));
            }
        }
    }
    moves
}

fn change_by(way: &Way<'_>, meter: &Meter, from: usize, to: usize) -> Move {
    let effects = way.choice.effects.iter();
    let mut effects = effects.filter(|effect| effect.meter.value == meter.id.value);
    let place = effects
        .clone()
        .next()
        .map_or(way.choice.span, |e| e.meter.span);
    Move {
        from,
        to,
        change: effects.by_ref().map(|effect| effect.change).sum(),
        place,
    }
}

/// A place on a loop whose changes add up to more than nothing; all moves lie on loops. By Bellman and Ford: without
/// such a loop the best sums settle after as many rounds as there are nodes.
fn growth(moves: &[Move], nodes: usize) -> Option<Span> {
    let raise = moves.iter().find(|free| free.change > 0)?;
    if moves.iter().all(|free| free.change >= 0) {
        return Some(raise.place);
    }
    let mut best = vec![0_i64; nodes];
    let rounds = (STEP_LIMIT / moves.len()).min(nodes + 1);
    for round in 0..rounds {
        let mut changed = None;
        for free in moves {
            let sum = best[free.from] + free.change;
            if sum > best[free.to] {
                best[free.to] = sum;
                changed = changed.filter(|_| free.change <= 0).or(Some(free.place));
            }
        }
        changed?;
        if round == nodes {
            return changed;
        }
    }
    None
}
