//! Plays every run of a script, breadth first.

use super::flow::{Flow, Goal, Step};
use super::space::{Space, State, has_failed, node_of};
use std::collections::HashMap;

/// The states of a script that are looked at; with more, its conditions are not decided.
pub const STATE_LIMIT: usize = 200_000;

/// The moves between them that are looked at.
const MOVE_LIMIT: usize = 2_000_000;

/// The words of 32 bits that all states together may take: a script with hundreds of names in its conditions gets fewer
/// states.
const WORD_LIMIT: usize = 20_000_000;

/// Every state that a run can come to, in the order of the shortest way, and the moves between them.
pub(super) struct States {
    pub(super) all: Vec<State>,
    /// What can be said of each state.
    pub(super) marks: Vec<Mark>,
    /// All moves, those of one state side by side.
    moves: Vec<Move>,
    /// For each state the end of its moves.
    move_ends: Vec<usize>,
    /// For each choice, how its condition was seen.
    pub(super) seen: Vec<Seen>,
    /// Whether everything was looked at.
    pub(super) complete: bool,
    /// Whether some states may not be real.
    pub(super) widened: bool,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mark {
    /// A run that has not failed ends here.
    pub(super) ends: bool,
    /// A run can end here as failed.
    pub(super) fails: bool,
    /// Something is wrong here that is told elsewhere.
    pub(super) broken: bool,
    /// No choice is open, and no text follows.
    pub(super) stuck: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    /// Index of a state.
    pub(super) to: usize,
    /// Index of a choice.
    pub(super) way: Option<usize>,
    /// Leaves an ending: another run starts.
    pub(super) fresh: bool,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) open: bool,
    pub(super) shut: bool,
}

impl Seen {
    /// Whether a run came by, and the condition was never met.
    pub(super) fn is_never_open(self) -> bool {
        self.shut && !self.open
    }

    /// Whether a run came by, and the condition was met every time.
    pub(super) fn is_always_open(self) -> bool {
        self.open && !self.shut
    }
}

impl States {
    /// The moves from a state; none from one that an incomplete search did not get to.
    pub(super) fn moves(&self, state: usize) -> &[Move] {
        let Some(&end) = self.move_ends.get(state) else {
            return &[];
        };
        let start = state
            .checked_sub(1)
            .map_or(0, |before| self.move_ends[before]);
        &self.moves[start..end]
    }

    /// For each of some nodes its states.
    pub(super) fn by_node(&self, nodes: usize) -> Vec<Vec<&State>> {
        let mut at = vec![Vec::new(); nodes];
        for state in &self.all {
            at[node_of(state)].push(state);
        }
        at
    }
}

/// Where a run may go on from a node that is at fault, once that is mended: first nodes of scenes.
pub(super) type Mended = HashMap<usize, Vec<usize>>;

/// Looks at every state, up to [`STATE_LIMIT`].
pub(super) fn explore(flow: &Flow<'_>, space: &Space<'_>) -> States {
    explore_mended(flow, space, &Mended::new())
}

/// As [`explore`], as if some faults were mended in every way at once.
pub(super) fn explore_mended(flow: &Flow<'_>, space: &Space<'_>, mended: &Mended) -> States {
    let mut search = Search {
        flow,
        space,
        mended,
        index: HashMap::new(),
        found: States {
            all: Vec::new(),
            marks: Vec::new(),
            moves: Vec::new(),
            move_ends: Vec::new(),
            seen: vec![Seen::default(); flow.ways.len()],
            complete: false,
            widened: false,
        },
        too_many: false,
    };
    let start = space.start(flow.entries[0]);
    let most = STATE_LIMIT.min(WORD_LIMIT / start.len());
    search.add(start);
    let mut at = 0;
    while at < search.found.all.len() {
        search.visit(at);
        search.found.move_ends.push(search.found.moves.len());
        at += 1;
        let found = &search.found;
        let full = found.all.len() > most || found.moves.len() > MOVE_LIMIT;
        if full || search.too_many {
            return search.found;
        }
    }
    search.found.complete = true;
    search.found
}

struct Search<'s, 'a> {
    flow: &'s Flow<'a>,
    space: &'s Space<'a>,
    mended: &'s Mended,
    index: HashMap<State, usize>,
    found: States,
    too_many: bool,
}

impl Search<'_, '_> {
    fn add(&mut self, state: State) -> usize {
        if let Some(&known) = self.index.get(&state) {
            return known;
        }
        let new = self.found.all.len();
        self.index.insert(state.clone(), new);
        self.found.all.push(state);
        self.found.marks.push(Mark::default());
        new
    }

    fn go(&mut self, state: State, way: Option<usize>, fresh: bool) {
        let to = self.add(state);
        self.found.moves.push(Move { to, way, fresh });
    }

    fn visit(&mut self, at: usize) {
        let state = self.found.all[at].clone();
        let node = node_of(&state);
        match &self.flow.nodes[node].step {
            Step::End if self.flow.in_ending(node) => self.end(at),
            Step::End => self.break_off(at),
            Step::LeadOn(goal) => self.lead_on(at, *goal),
            Step::Choices { ways, next } => {
                let mut open = false;
                for way in ways.clone() {
                    open |= self.choose(at, way);
                }
                if !open {
                    self.run_out(at, *next);
                }
            }
        }
    }

    fn end(&mut self, at: usize) {
        let failed = has_failed(&self.found.all[at]);
        self.found.marks[at].ends = !failed;
        self.found.marks[at].fails |= failed;
    }

    fn lead_on(&mut self, at: usize, goal: Goal) {
        let state = self.found.all[at].clone();
        let leaves = self.flow.in_ending(node_of(&state));
        if leaves {
            self.end(at);
        }
        match goal {
            Goal::Nowhere => self.break_off(at),
            Goal::Node(to) if leaves => self.go(self.space.start(to), None, true),
            Goal::Node(to) => self.go(Space::moved(&state, to), None, false),
        }
    }

    /// A run that nothing is known of from here on.
    fn break_off(&mut self, at: usize) {
        self.found.marks[at].broken = true;
        let state = self.found.all[at].clone();
        for to in self.entries_after(&state) {
            self.go(Space::moved(&state, to), None, false);
        }
    }

    fn entries_after(&self, state: &State) -> Vec<usize> {
        let entries = self.mended.get(&node_of(state));
        entries.cloned().unwrap_or_default()
    }

    /// Takes a choice; whether it is open.
    fn choose(&mut self, at: usize, way: usize) -> bool {
        let state = self.found.all[at].clone();
        let choice = &self.flow.ways[way];
        let condition = self.space.conditions[way].as_ref();
        let met = condition.is_none_or(|test| self.space.holds(test, &state));
        self.found.seen[way].open |= met;
        self.found.seen[way].shut |= !met;
        if !met || self.space.is_used(&state, way) {
            return false;
        }
        self.found.marks[at].fails |= choice.choice.critical;
        let leaves = self.flow.in_ending(node_of(&state)) && choice.choice.target.is_some();
        if leaves {
            self.end(at);
        }
        match choice.goal {
            _ if choice.stops() => {}
            Goal::Nowhere => {
                self.found.marks[at].broken = true;
                for to in self.entries_after(&state) {
                    self.follow(&state, way, to);
                }
            }
            Goal::Node(to) if leaves => self.go(self.space.start(to), Some(way), true),
            Goal::Node(to) => self.follow(&state, way, to),
        }
        true
    }

    /// Goes on with a choice to a node.
    fn follow(&mut self, state: &State, way: usize, to: usize) {
        let choice = &self.flow.ways[way];
        let Some(next) = self.space.chosen(state, way, choice, to) else {
            self.too_many = true;
            return;
        };
        self.found.widened |= next.widened;
        for state in next.states {
            self.go(state, Some(way), false);
        }
    }

    fn run_out(&mut self, at: usize, next: usize) {
        let dead = matches!(self.flow.nodes[next].step, Step::End) && !self.flow.in_ending(next);
        if dead {
            self.found.marks[at].stuck = true;
            return;
        }
        let state = Space::moved(&self.found.all[at], next);
        self.go(state, None, false);
    }
}
