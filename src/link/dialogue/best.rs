//! Whether the model answers lead to a good end.
//!
//! A best run takes a best choice wherever one is open, and otherwise any choice that is not critical. It ends well in an
//! ending that is not a bad one, with the pass rule met. Some best run must end well; and where several choices of a list
//! are marked, each of them must be a part of one.

use super::flow::Step;
use super::graph::{reachable, reversed};
use super::space::node_of;
use super::states::Move;
use super::verdict::Play;
use crate::diagnostic::{BEST_PATH_FAILS, Diagnostic};
use crate::model::Scene;
use crate::source::Span;
use std::collections::BTreeMap;

/// `passable` says whether the pass rule can be met at all; if not, that is told already.
pub(super) fn check(play: &Play<'_, '_>, passable: bool, diagnostics: &mut Vec<Diagnostic>) {
    let mut ways = play.flow.ways.iter();
    if !ways.any(|way| way.choice.best && !way.choice.critical) {
        return;
    }
    let runs = BestRuns::of(play, passable);
    if runs.good[0] {
        runs.wrong_choices(diagnostics);
    } else {
        diagnostics.extend(runs.fault());
    }
}

/// What is decided at each list of choices on the shortest best run that ends well: the index of the choice in its list, or
/// that none is open. Where none ends well, on the shortest one that ends.
pub(super) fn decisions(play: &Play<'_, '_>) -> Option<Vec<Option<usize>>> {
    let runs = BestRuns::of(play, true);
    let mut order = runs.order.iter().copied();
    let goal = order
        .clone()
        .find(|&state| ends_well(play, state, true))
        .or_else(|| order.clone().find(|&state| ends_well(play, state, false)))
        .or_else(|| order.find(|&state| play.states.marks[state].ends))?;
    let mut decisions = Vec::new();
    let mut at = goal;
    while let Some((before, way)) = runs.came[at] {
        let node = node_of(&play.states.all[before]);
        if matches!(play.flow.nodes[node].step, Step::Choices { .. }) {
            let first = play.flow.way_numbers(node).start;
            decisions.push(way.map(|way| way - first));
        }
        at = before;
    }
    decisions.reverse();
    Some(decisions)
}

struct BestRuns<'p, 's, 'a> {
    play: &'p Play<'s, 'a>,
    /// For each state the moves of a best run.
    moves: Vec<Vec<Move>>,
    /// From which states some best run ends well.
    good: Vec<bool>,
    /// The states of best runs, in the order of the shortest way.
    order: Vec<usize>,
    /// For each state of a best run but the first: the state before it, and the choice that led on.
    came: Came,
}

impl<'p, 's, 'a> BestRuns<'p, 's, 'a> {
    fn of(play: &'p Play<'s, 'a>, passable: bool) -> Self {
        let count = play.states.all.len();
        let moves: Vec<Vec<Move>> = (0..count).map(|state| best_moves(play, state)).collect();
        let successors: Vec<Vec<usize>> = moves
            .iter()
            .map(|moves| moves.iter().map(|m| m.to).collect())
            .collect();
        let ends = (0..count).filter(|&state| ends_well(play, state, passable));
        let good = reachable(&reversed(&successors), ends);
        let (order, came) = shortest_ways(&moves);
        Self {
            play,
            moves,
            good,
            order,
            came,
        }
    }

    /// Best choices that are open on best runs, none of which then ends well.
    fn wrong_choices(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut ends_well: BTreeMap<usize, bool> = BTreeMap::new();
        for &state in self.order.iter().filter(|&&state| self.good[state]) {
            for best in &self.moves[state] {
                if let Some(way) = best.way
                    && self.play.flow.ways[way].choice.best
                {
                    *ends_well.entry(way).or_default() |= self.good[best.to];
                }
            }
        }
        for way in ends_well
            .into_iter()
            .filter_map(|(way, well)| (!well).then_some(way))
        {
            let message =
                "this choice is marked best, but from it the best choices do not end well";
            let span = self.play.flow.ways[way].choice.span;
            let fault = Diagnostic::new(&BEST_PATH_FAILS, span, message);
            diagnostics.push(fault.help("mark only the choices that lead to a good end"));
        }
    }

    /// Why no best run ends well; nothing when one breaks off at a fault that is told elsewhere.
    fn fault(&self) -> Option<Diagnostic> {
        let marks = &self.play.states.marks;
        let mut reached = self.order.iter().map(|&state| marks[state]);
        if reached.any(|mark| mark.broken || mark.stuck) {
            return None;
        }
        let order = self.order.iter().copied();
        let ends: Vec<usize> = order.filter(|&state| marks[state].ends).collect();
        let bad = |&state: &usize| self.play.scene(state).ends_badly();
        if let Some(state) = ends.iter().copied().find(|state| !bad(state)) {
            return self.not_passed(state);
        }
        let fault = match ends.first() {
            Some(&state) => {
                let ending = self.play.scene(state);
                let place = self.last_best(state).unwrap_or(ending.span);
                let message = format!("the best choices end in \"{}\", a bad ending", ending.title);
                Diagnostic::new(&BEST_PATH_FAILS, place, message)
                    .label(ending.span, "they end here")
            }
            None if self.play.looped => return None,
            None if self.only_failing().is_some() => return self.failing(),
            None => {
                let moves = self.order.iter().flat_map(|&state| &self.moves[state]);
                let mut ways = moves.filter_map(|m| m.way);
                let way = ways.find(|&way| self.play.flow.ways[way].choice.best)?;
                let message = "the best choices never come to an ending";
                Diagnostic::new(
                    &BEST_PATH_FAILS,
                    self.play.flow.ways[way].choice.span,
                    message,
                )
            }
        };
        Some(fault.help("mark with best the choices that lead to a good ending"))
    }

    /// The node of the first list on best runs whose open choices all fail the run.
    fn only_failing(&self) -> Option<usize> {
        let fails = |state: usize| self.play.states.marks[state].fails;
        let mut lists = self.order.iter().copied();
        let state = lists.find(|&state| fails(state) && self.moves[state].is_empty())?;
        Some(node_of(&self.play.states.all[state]))
    }

    /// That the best choices lead to such a list; nothing when one of its choices is told already.
    fn failing(&self) -> Option<Diagnostic> {
        let ways = self.play.flow.ways_of(self.only_failing()?);
        if ways.iter().any(|way| way.choice.best) {
            return None;
        }
        let critical = ways.iter().find(|way| way.choice.critical)?;
        let message = "the best choices lead here, where every choice fails the run";
        let fault = Diagnostic::new(&BEST_PATH_FAILS, critical.choice.span, message);
        Some(fault.help("add a choice that is not critical, or lead the best choices elsewhere"))
    }

    fn not_passed(&self, end: usize) -> Option<Diagnostic> {
        let pass = self.play.flow.script.pass.as_ref()?;
        let state = &self.play.states.all[end];
        let values = self
            .play
            .space
            .describe(&[&pass.value], std::iter::once(state));
        let ending = self.play.scene(end);
        let message = format!(
            "the best choices do not pass: {values} at the end in \"{}\"",
            ending.title
        );
        let mut fault = Diagnostic::new(&BEST_PATH_FAILS, pass.span, message)
            .label(ending.span, "they end here")
            .help("let the best choices give what the pass rule asks for");
        if let Some(choice) = self.last_best(end) {
            fault = fault.label(choice, "the last best choice");
        }
        Some(fault)
    }

    /// The last best choice on the way to a state.
    fn last_best(&self, state: usize) -> Option<Span> {
        let mut at = state;
        while let Some((before, way)) = self.came[at] {
            if let Some(choice) = way.map(|way| self.play.flow.ways[way].choice)
                && choice.best
            {
                return Some(choice.span);
            }
            at = before;
        }
        None
    }
}

/// The moves of a best run from a state.
fn best_moves(play: &Play<'_, '_>, state: usize) -> Vec<Move> {
    let choice = |m: &Move| m.way.map(|way| play.flow.ways[way].choice);
    let moves = play.states.moves(state).iter().copied();
    let moves = moves.filter(|m| !m.fresh && choice(m).is_none_or(|choice| !choice.critical));
    let moves: Vec<Move> = moves.collect();
    let is_best = |m: &Move| choice(m).is_some_and(|choice| choice.best);
    if moves.iter().any(is_best) {
        return moves.into_iter().filter(is_best).collect();
    }
    moves
}

fn ends_well(play: &Play<'_, '_>, state: usize, passable: bool) -> bool {
    let pass = play.space.pass.as_ref().filter(|_| passable);
    let passed = pass.is_none_or(|test| play.space.holds(test, &play.states.all[state]));
    play.states.marks[state].ends && !play.scene(state).ends_badly() && passed
}

type Came = Vec<Option<(usize, Option<usize>)>>;

/// The states that are reached from the first, nearest first, and how each was reached.
fn shortest_ways(moves: &[Vec<Move>]) -> (Vec<usize>, Came) {
    let mut came: Came = vec![None; moves.len()];
    let mut order = vec![0];
    let mut at = 0;
    while let Some(&state) = order.get(at) {
        for next in &moves[state] {
            if next.to != 0 && came[next.to].is_none() {
                came[next.to] = Some((state, next.way));
                order.push(next.to);
            }
        }
        at += 1;
    }
    (order, came)
}

impl<'a> Play<'_, 'a> {
    fn scene(&self, state: usize) -> &'a Scene {
        self.flow.scene(node_of(&self.states.all[state]))
    }
}
