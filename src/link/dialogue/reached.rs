//! Every state that a run can come to, for those who have to agree with the check: the player in the browser is held
//! against it.

use super::flow::{Flow, Step};
use super::space::{Space, has_failed, node_of};
use super::states;
use crate::model::{Script, Tree, Turn};

/// A place where something is decided, and what is known of a run that comes by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reached {
    /// Index of the scene.
    pub scene: usize,
    /// Index of the turn with the choices or the link; their count at the end of the scene.
    pub turn: usize,
    /// Whether a critical choice was taken.
    pub failed: bool,
    /// The meters and skills that conditions name, with what they are.
    pub values: Vec<(String, i64)>,
    /// Whether the run ends here without having failed.
    pub ends: bool,
    /// Whether it ends with the pass rule met; always when there is no rule.
    pub passed: bool,
}

/// All that runs of a script can come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explored {
    /// Sorted, each once.
    pub states: Vec<Reached>,
    /// For each name of a condition the smallest and the largest value that are told apart: the last one on each side
    /// stands for all that lie further out.
    pub bounds: Vec<(String, i64, i64)>,
}

/// All states of a script with at least one scene; `None` when they are too many or not all of them need be real.
#[must_use]
pub fn reached(script: &Script, tree: &Tree) -> Option<Explored> {
    let (flow, _) = Flow::of(script, tree);
    let space = Space::of(&flow);
    let states = states::explore(&flow, &space);
    if !states.complete || states.widened {
        return None;
    }
    let turns = turns(&flow);
    let mut out = Vec::with_capacity(states.all.len());
    for (state, mark) in states.all.iter().zip(&states.marks) {
        let node = node_of(state);
        let passes = space
            .pass
            .as_ref()
            .is_none_or(|pass| space.holds(pass, state));
        out.push(Reached {
            scene: flow.nodes[node].scene,
            turn: turns[node],
            failed: has_failed(state),
            values: space.values(state),
            ends: mark.ends,
            passed: mark.ends && passes,
        });
    }
    out.sort();
    out.dedup();
    Some(Explored {
        states: out,
        bounds: space.bounds(),
    })
}

/// For each node the index of its turn.
fn turns(flow: &Flow<'_>) -> Vec<usize> {
    let steps = |turns: &[Turn]| -> Vec<usize> {
        let numbered = turns.iter().enumerate();
        let steps =
            numbered.filter(|(_, turn)| matches!(turn, Turn::Choices(_) | Turn::Continue { .. }));
        steps.map(|(at, _)| at).collect()
    };
    let mut out = Vec::with_capacity(flow.nodes.len());
    for (node, entry) in flow.nodes.iter().enumerate() {
        let turns = &flow.scene(node).turns;
        let place = node - flow.entries[entry.scene];
        out.push(match entry.step {
            Step::End => turns.len(),
            Step::Choices { .. } | Step::LeadOn(_) => steps(turns)[place],
        });
    }
    out
}
