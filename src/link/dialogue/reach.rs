//! What the graph alone says: scenes without a way in, dead ends, loops without a way out.

use super::flow::{Flow, Goal, Step, Way};
use super::graph::{components, reachable, reversed};
use crate::diagnostic::{DEAD_END, Diagnostic, NO_ENDING, NO_WAY_OUT, UNREACHABLE_SCENE};
use crate::source::Span;
use std::collections::HashMap;

/// Whether a loop without a way out was told.
pub(super) fn check(flow: &Flow<'_>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let successors = flow.successors();
    let reached = reachable(&successors, [flow.entries[0]]);
    unreachable_scenes(flow, &reached, diagnostics);
    for scene in 0..flow.entries.len() {
        dead_ends(flow, scene, diagnostics);
    }
    if flow
        .script
        .scenes
        .iter()
        .all(|scene| scene.ending.is_none())
    {
        let place = flow.script.scenes[0].span;
        let fault = Diagnostic::new(&NO_ENDING, place, "this script has no ending");
        diagnostics.push(fault.help("say which scenes end it: ## Plan {ending=good}"));
        return true;
    }
    no_way_out(flow, &successors, &reached, diagnostics)
}

fn unreachable_scenes(flow: &Flow<'_>, reached: &[bool], diagnostics: &mut Vec<Diagnostic>) {
    let mut first_with: HashMap<&str, Span> = HashMap::new();
    for (scene, &entry) in flow.script.scenes.iter().zip(&flow.entries) {
        let earlier = *first_with.entry(&scene.title).or_insert(scene.span);
        if reached[entry] {
            continue;
        }
        let message = format!("nothing leads to the scene \"{}\"", scene.title);
        let fault = Diagnostic::new(&UNREACHABLE_SCENE, scene.span, message);
        diagnostics.push(if earlier == scene.span {
            fault.help(format!(
                "lead to it with a choice: - [Words](#{})",
                scene.id
            ))
        } else {
            fault
                .label(earlier, "links with this name lead here")
                .help(format!(
                    "two scenes have this title; this one is #{}",
                    scene.id
                ))
        });
    }
}

/// A scene that is no ending must lead on wherever its text can end.
fn dead_ends(flow: &Flow<'_>, scene: usize, diagnostics: &mut Vec<Diagnostic>) {
    let heading = &flow.script.scenes[scene];
    if heading.ending.is_some() {
        return;
    }
    let mut node = flow.entries[scene];
    let mut leads_on = false;
    loop {
        match &flow.nodes[node].step {
            Step::LeadOn(_) => return,
            Step::Choices { next, .. } => {
                let ways = flow.ways_of(node);
                let loose = || ways.iter().filter(|way| is_loose(way));
                leads_on |= ways
                    .iter()
                    .any(|way| way.choice.target.is_some() || way.stops());
                let at_end = matches!(flow.nodes[*next].step, Step::End);
                if at_end && leads_on {
                    diagnostics.extend(loose().map(loose_end));
                    return;
                }
                if loose().next().is_none() && !flow.can_run_out(node) {
                    return;
                }
                node = *next;
            }
            Step::End => break,
        }
    }
    let message = format!(
        "the scene \"{}\" neither leads on nor is an ending",
        heading.title
    );
    let fault = Diagnostic::new(&DEAD_END, heading.span, message);
    diagnostics.push(fault.help(
        "lead on with [Continue](#scene) or a list of choices, or make it an ending: {ending=good}",
    ));
}

/// A choice without a link after which the conversation goes on with the text that follows.
fn is_loose(way: &Way<'_>) -> bool {
    way.choice.target.is_none() && !way.stops()
}

fn loose_end(way: &Way<'_>) -> Diagnostic {
    let message = "this choice goes on with the text after the list, but the scene ends there";
    Diagnostic::new(&DEAD_END, way.choice.span, message)
        .help("make the choice a link to a scene, or write [Continue](#scene) after the list")
}

/// Tells every closed loop once, at its first scene. What only leads into such a loop is not told.
fn no_way_out(
    flow: &Flow<'_>,
    successors: &[Vec<usize>],
    reached: &[bool],
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let exits = (0..flow.nodes.len()).filter(|&node| is_exit(flow, node));
    let saved = reachable(&reversed(successors), exits);
    let component = components(successors);
    let mut closed: HashMap<usize, Vec<usize>> = HashMap::new();
    for node in (0..flow.nodes.len()).filter(|&node| reached[node] && !saved[node]) {
        closed.entry(component[node]).or_default().push(node);
    }
    let leaves = |nodes: &[usize]| {
        let mut nexts = nodes.iter().flat_map(|&node| &successors[node]);
        nexts.any(|&next| component[next] != component[nodes[0]])
    };
    closed.retain(|_, nodes| !leaves(nodes));
    for nodes in closed.values() {
        diagnostics.push(closed_loop(flow, nodes));
    }
    !closed.is_empty()
}

/// Whether a run can stop at a node, or meets a fault there that is told elsewhere.
fn is_exit(flow: &Flow<'_>, node: usize) -> bool {
    flow.in_ending(node)
        || matches!(flow.nodes[node].step, Step::End)
        || flow.ways_of(node).iter().any(|way| way.choice.critical)
        || flow.goals(node).contains(&Goal::Nowhere)
}

fn closed_loop(flow: &Flow<'_>, nodes: &[usize]) -> Diagnostic {
    const SHOWN: usize = 5;
    let mut scenes: Vec<usize> = nodes.iter().map(|&node| flow.nodes[node].scene).collect();
    scenes.dedup();
    let first = &flow.script.scenes[scenes[0]];
    let message = match scenes.len() {
        1 => format!("the scene \"{}\" leads only back to itself", first.title),
        count => format!(
            "no ending can be reached from the scene \"{}\": it and {} lead only to each other",
            first.title,
            if count == 2 {
                "one more scene".to_owned()
            } else {
                format!("{} more scenes", count - 1)
            }
        ),
    };
    let mut fault = Diagnostic::new(&NO_WAY_OUT, first.span, message)
        .help("add a choice that leads out of the loop, to an ending");
    for &scene in scenes.iter().skip(1).take(SHOWN) {
        fault = fault.label(flow.script.scenes[scene].span, "a scene of the loop");
    }
    fault
}
