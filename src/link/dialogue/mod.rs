//! Whether a conversation holds together, decided when it is built and not while somebody plays it.
//!
//! 1. `flow` makes a graph of the script: one node for every list of choices, link that leads on, and end of a scene.
//!    A link that names no scene is told here, and followed to the scene that was probably meant.
//! 2. `reach` walks the graph without conditions: scenes that cannot be reached, dead ends, loops without a way out.
//! 3. `choices` looks at single lists.
//! 4. `states` plays every run: what a reader can have come to is a node, the meters and skills that conditions ask
//!    for (`space`), and the choices that are used up. `verdict`, `meters` and `best` read the answers off.
//! 5. `path` picks single ways through the script, for paper and for comparisons.
//!
//! A fault that only follows from another one is not told: who mends the cause is done.

mod best;
mod choices;
mod flow;
mod graph;
mod meters;
mod path;
mod reach;
mod reached;
mod space;
mod states;
mod verdict;

use crate::diagnostic::{Diagnostic, NO_ENDING};
use crate::model::{Script, Tree};
use crate::source::Span;
use flow::Flow;

pub use path::{Passed, Visit, best_path, worst_path};
pub use reached::{Explored, Reached, reached};
pub use states::STATE_LIMIT;

/// Tells what is wrong with the course of a conversation, in the order of the text. The tree is the one that the script
/// was read from.
#[must_use]
pub fn check(script: &Script, tree: &Tree) -> Vec<Diagnostic> {
    if script.scenes.is_empty() {
        return no_scenes(tree);
    }
    let (flow, mut diagnostics) = Flow::of(script, tree);
    let looped = reach::check(&flow, &mut diagnostics);
    choices::check(&flow, &mut diagnostics);
    let space = space::Space::of(&flow);
    let states = states::explore(&flow, &space);
    let play = verdict::Play {
        flow: &flow,
        space: &space,
        states: &states,
        looped,
    };
    meters::check(&play, &mut diagnostics);
    verdict::check(&play, &mut diagnostics);
    diagnostics.sort_by_key(|fault| (fault.span.start, fault.rule.code));
    diagnostics
}

/// For each scene whether something leads to it, conditions left aside.
#[must_use]
pub fn reachable_scenes(script: &Script, tree: &Tree) -> Vec<bool> {
    if script.scenes.is_empty() {
        return Vec::new();
    }
    let (flow, _) = Flow::of(script, tree);
    let reached = graph::reachable(&flow.successors(), [flow.entries[0]]);
    flow.entries.iter().map(|&entry| reached[entry]).collect()
}

fn no_scenes(tree: &Tree) -> Vec<Diagnostic> {
    if tree.nodes.is_empty() {
        return Vec::new();
    }
    let place = Span::start_of(tree.file);
    let fault = Diagnostic::new(&NO_ENDING, place, "this script has no scenes");
    vec![fault.help("a scene starts with a heading: ## Opening; the last one is an ending: ## Plan {ending=good}")]
}
