//! What a single list of choices says.

use super::flow::{Flow, Goal, Way};
use crate::diagnostic::{BEST_PATH_FAILS, Diagnostic, EMPTY_CHOICE, MISSING_FEEDBACK};

pub(super) fn check(flow: &Flow<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for node in 0..flow.nodes.len() {
        let ways = flow.ways_of(node);
        for way in ways {
            if way.choice.best && way.choice.critical {
                let message =
                    "this choice is marked best and critical: the model answer cannot fail the run";
                let fault = Diagnostic::new(&BEST_PATH_FAILS, way.choice.span, message);
                diagnostics.push(fault.help("remove best or critical"));
            }
            diagnostics.extend(missing_feedback(flow, ways, way));
        }
        diagnostics.extend(empty_choice(ways));
    }
}

/// A choice is not right when another one is the best, when it fails the run, takes from a meter, or leads straight to a
/// bad ending. The only choice of a list needs no words, unless it fails the run.
fn missing_feedback(flow: &Flow<'_>, ways: &[Way<'_>], way: &Way<'_>) -> Option<Diagnostic> {
    let choice = way.choice;
    let alone = ways.len() == 1 && !choice.critical;
    if choice.feedback.is_some() || choice.best || alone {
        return None;
    }
    let leads_to_bad_end = match way.goal {
        Goal::Node(node) => choice.target.is_some() && flow.scene(node).ends_badly(),
        Goal::Nowhere => false,
    };
    let reason = if choice.critical {
        "fails the run"
    } else if choice.effects.iter().any(|effect| effect.change < 0) {
        "takes from a meter"
    } else if leads_to_bad_end {
        "leads to a bad ending"
    } else if ways.iter().any(|way| way.choice.best) {
        "is not the best one"
    } else {
        return None;
    };
    let message = format!("this choice {reason}, and no feedback says why");
    let fault = Diagnostic::new(&MISSING_FEEDBACK, choice.span, message);
    Some(fault.help("add a quote below it: > Why this does not help, and what would."))
}

fn empty_choice(ways: &[Way<'_>]) -> Option<Diagnostic> {
    let [first, second, ..] = ways else {
        return None;
    };
    let idle = |way: &Way<'_>| {
        let choice = way.choice;
        let marked = choice.once || choice.best || choice.critical;
        let counts = !choice.skills.is_empty() || !choice.effects.is_empty();
        let shown = choice.condition.is_some() || choice.feedback.is_some();
        way.goal == first.goal && !marked && !counts && !shown
    };
    if first.goal == Goal::Nowhere || !ways.iter().all(idle) {
        return None;
    }
    let message = "all choices of this list lead to the same place and change nothing";
    let fault = Diagnostic::new(&EMPTY_CHOICE, first.choice.span, message)
        .label(second.choice.span, "no different from the first")
        .help("give them feedback, skills, or scenes of their own; or make it one choice");
    Some(fault)
}
