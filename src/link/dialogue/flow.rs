//! The graph of a script.

use crate::diagnostic::{Diagnostic, UNKNOWN_SCENE, nearest};
use crate::model::{Choice, NodeKind, Scene, Script, Target, Tree, Turn};
use crate::source::Span;
use std::collections::HashMap;
use std::ops::Range;

/// Links for which a scene that was probably meant is looked for; a script with more of them has another trouble.
const SUGGESTIONS: usize = 200;

/// A script as nodes between which a run moves.
pub(super) struct Flow<'a> {
    pub(super) script: &'a Script,
    pub(super) nodes: Vec<Node>,
    /// Every choice, in order.
    pub(super) ways: Vec<Way<'a>>,
    /// The first node of every scene.
    pub(super) entries: Vec<usize>,
}

/// A place in a scene where something is decided.
pub(super) struct Node {
    /// Index of the scene.
    pub(super) scene: usize,
    pub(super) step: Step,
}

pub(super) enum Step {
    /// A list of choices; a run in which none is open goes on at `next`.
    Choices { ways: Range<usize>, next: usize },
    /// A link alone in a paragraph.
    LeadOn(Goal),
    /// The end of the text of a scene.
    End,
}

/// Where a link or a choice leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    Node(usize),
    /// To a scene that is not there; it is told, and nothing is concluded from it.
    Nowhere,
}

/// A choice and where it leads. A critical choice without a link leads nowhere: its goal is not followed.
pub(super) struct Way<'a> {
    pub(super) choice: &'a Choice,
    pub(super) goal: Goal,
}

impl Way<'_> {
    /// Whether the run ends with the choice itself.
    pub(super) fn stops(&self) -> bool {
        self.choice.critical && self.choice.target.is_none()
    }

    /// Whether the choice is open in every state.
    fn is_always_open(&self) -> bool {
        self.choice.condition.is_none() && !self.choice.once
    }
}

impl<'a> Flow<'a> {
    /// Builds the graph of a script with at least one scene, and tells every link that names no scene.
    pub(super) fn of(script: &'a Script, tree: &'a Tree) -> (Self, Vec<Diagnostic>) {
        let mut links = Links::new(script, tree);
        let mut flow = Self {
            script,
            nodes: Vec::new(),
            ways: Vec::new(),
            entries: Vec::new(),
        };
        // The nodes of a scene stand in the order of its text: the first is known before any link is looked up.
        let mut entry = 0;
        for scene in &script.scenes {
            flow.entries.push(entry);
            entry += scene.turns.iter().filter(|turn| is_step(turn)).count() + 1;
        }
        for (index, scene) in script.scenes.iter().enumerate() {
            flow.add_scene(index, scene, &mut links);
        }
        (flow, links.diagnostics)
    }

    fn add_scene(&mut self, scene: usize, turns: &'a Scene, links: &mut Links<'a>) {
        for turn in &turns.turns {
            let next = self.nodes.len() + 1;
            let step = match turn {
                Turn::Choices(choices) => {
                    let first = self.ways.len();
                    for choice in choices {
                        let target = choice.target.as_ref();
                        let goal = target.map_or(Goal::Node(next), |target| {
                            self.goal(links.scene(target, "the choice"))
                        });
                        self.ways.push(Way { choice, goal });
                    }
                    let ways = first..self.ways.len();
                    Step::Choices { ways, next }
                }
                Turn::Continue { target, .. } => {
                    Step::LeadOn(self.goal(links.scene(target, "the link")))
                }
                Turn::Line { .. } | Turn::Narration(_) => continue,
            };
            self.nodes.push(Node { scene, step });
        }
        let step = Step::End;
        self.nodes.push(Node { scene, step });
    }

    fn goal(&self, scene: Option<usize>) -> Goal {
        scene.map_or(Goal::Nowhere, |scene| Goal::Node(self.entries[scene]))
    }

    /// The scene that a node stands in.
    pub(super) fn scene(&self, node: usize) -> &'a Scene {
        &self.script.scenes[self.nodes[node].scene]
    }

    /// Whether a node stands in an ending. A link that leads on from there starts a new run.
    pub(super) fn in_ending(&self, node: usize) -> bool {
        self.scene(node).ending.is_some()
    }

    /// The choices of a list; none for other nodes.
    pub(super) fn ways_of(&self, node: usize) -> &[Way<'a>] {
        &self.ways[self.way_numbers(node)]
    }

    /// The indexes of the choices of a list.
    pub(super) fn way_numbers(&self, node: usize) -> Range<usize> {
        match &self.nodes[node].step {
            Step::Choices { ways, .. } => ways.clone(),
            Step::LeadOn(_) | Step::End => 0..0,
        }
    }

    /// Whether a run can come to a list and find no choice open.
    pub(super) fn can_run_out(&self, node: usize) -> bool {
        !self.ways_of(node).iter().any(Way::is_always_open)
    }

    /// Where a run can go from a node, conditions left aside.
    pub(super) fn goals(&self, node: usize) -> Vec<Goal> {
        match self.nodes[node].step {
            Step::Choices { next, .. } => {
                let ways = self.ways_of(node).iter().filter(|way| !way.stops());
                let rest = self.can_run_out(node).then_some(Goal::Node(next));
                ways.map(|way| way.goal).chain(rest).collect()
            }
            Step::LeadOn(goal) => vec![goal],
            Step::End => Vec::new(),
        }
    }

    /// For every node the nodes that can follow it.
    pub(super) fn successors(&self) -> Vec<Vec<usize>> {
        let nodes = 0..self.nodes.len();
        let known = |goal| match goal {
            Goal::Node(node) => Some(node),
            Goal::Nowhere => None,
        };
        nodes
            .map(|node| self.goals(node).into_iter().filter_map(known).collect())
            .collect()
    }
}

fn is_step(turn: &Turn) -> bool {
    matches!(turn, Turn::Choices(_) | Turn::Continue { .. })
}

/// Looks up what links name.
struct Links<'a> {
    script: &'a Script,
    tree: &'a Tree,
    by_id: HashMap<&'a str, usize>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Links<'a> {
    fn new(script: &'a Script, tree: &'a Tree) -> Self {
        let mut by_id = HashMap::new();
        for (index, scene) in script.scenes.iter().enumerate() {
            by_id.entry(scene.id.as_str()).or_insert(index);
        }
        Self {
            script,
            tree,
            by_id,
            diagnostics: Vec::new(),
        }
    }

    /// The scene that a link names, else the one that was probably meant.
    fn scene(&mut self, target: &Target, what: &str) -> Option<usize> {
        let anchor = &target.anchor.value;
        if let Some(&scene) = self.by_id.get(anchor.as_str()) {
            return Some(scene);
        }
        let meant = self.meant(anchor);
        let message = match (anchor.as_str(), meant) {
            ("", _) => format!("{what} does not say which scene it leads to"),
            (_, Some(scene)) => format!(
                "{what} leads to \"{anchor}\", but no scene has that name; did you mean \"{}\"?",
                self.script.scenes[scene].title
            ),
            (_, None) => format!("{what} leads to \"{anchor}\", but no scene has that name"),
        };
        let mut fault = Diagnostic::new(&UNKNOWN_SCENE, target.anchor.span, message);
        fault = match (meant, self.heading(anchor)) {
            (Some(scene), _) => {
                fault.help(format!("write #{}", self.script.scenes[scene].id))
            }
            (None, Some(heading)) => fault
                .label(heading, "this heading opens no scene")
                .help("a scene starts with a heading of two #: ## Name"),
            (None, None) => {
                fault.help("write # and the name of a scene of this script in small letters, with - for spaces")
            }
        };
        self.diagnostics.push(fault);
        meant
    }

    fn meant(&self, anchor: &str) -> Option<usize> {
        if anchor.is_empty() || self.diagnostics.len() >= SUGGESTIONS {
            return None;
        }
        let ids = self.script.scenes.iter().map(|scene| scene.id.as_str());
        let titles = self.script.scenes.iter().map(|scene| scene.title.as_str());
        let by_title = |title| self.script.scenes.iter().position(|s| s.title == title);
        nearest(anchor, ids)
            .and_then(|id| self.by_id.get(id).copied())
            .or_else(|| nearest(anchor, titles).and_then(by_title))
    }

    fn heading(&self, anchor: &str) -> Option<Span> {
        let mut headings = self.tree.all().filter(
            |node| matches!(node.kind(), NodeKind::Heading(heading) if heading.id == anchor),
        );
        headings.next().map(|node| node.span())
    }
}
