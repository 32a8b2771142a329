//! Which row each scene stands in, and what runs from row to row.
//!
//! 1. A walk in depth finds the edges that lead back; the others make no circle.
//! 2. A scene stands below all that lead to it (the longest way counts), in the first such row with a free place: rows are
//!    as wide as paper. Scenes that nothing leads to stand below all others.
//! 3. An edge over several rows runs through a lane in each row between. All edges to one scene share its lane, one for
//!    those from above and one for those that lead back.

use super::graph::Graph;
use std::collections::HashMap;

/// So many boxes stand in a row.
pub const ROW: usize = 4;

/// The rows with what runs between them.
#[derive(Debug)]
pub struct Rows {
    pub items: Vec<Item>,
    /// Items of each row, from left to right.
    pub rows: Vec<Vec<usize>>,
    pub links: Vec<Link>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Index of the scene.
    Scene(usize),
    /// A lane of the edges to one scene.
    Lane,
}

/// A piece of an edge, between two rows that follow each other.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// Item in the upper row.
    pub upper: usize,
    /// Item in the row below.
    pub lower: usize,
    /// The scene it leads to.
    pub target: usize,
    /// Whether it leads back, from below.
    pub back: bool,
    /// The edge that starts here; lanes are shared and have none.
    pub edge: Option<usize>,
    /// Whether the best path runs along it.
    pub best: bool,
}

impl Rows {
    /// Lays a graph out in rows; `None` when it takes more lanes than `most`.
    pub fn of(graph: &Graph, most: usize) -> Option<Self> {
        let back = back_edges(graph);
        let row_of = row_of_scenes(graph, &back);
        let count = row_of.iter().max().map_or(0, |last| last + 1);
        let mut rows = Self {
            items: (0..graph.nodes.len()).map(Item::Scene).collect(),
            rows: vec![Vec::new(); count],
            links: Vec::new(),
        };
        for scene in walk_order(graph) {
            rows.rows[row_of[scene]].push(scene);
        }
        let mut lanes = Lanes::default();
        for (at, edge) in graph.edges.iter().enumerate() {
            if edge.from == edge.to {
                continue;
            }
            rows.add(&mut lanes, graph, at, &row_of);
            if lanes.items.len() > most {
                return None;
            }
        }
        Some(rows)
    }

    /// Adds the pieces of an edge: from its scene to the lane of its target, and along that.
    fn add(&mut self, lanes: &mut Lanes, graph: &Graph, at: usize, row_of: &[usize]) {
        let edge = &graph.edges[at];
        let (from, to) = (row_of[edge.from], row_of[edge.to]);
        let back = from > to;
        let step = |row: usize| if back { row - 1 } else { row + 1 };
        let (mut here, mut row) = (edge.from, from);
        while row != to {
            let next = if step(row) == to {
                edge.to
            } else {
                self.lane(lanes, (edge.to, step(row), back))
            };
            let first = here == edge.from;
            let known = lanes.links.get(&(here, next)).copied();
            match known.filter(|_| !first) {
                Some(link) => self.links[link].best |= edge.best,
                None => {
                    lanes.links.insert((here, next), self.links.len());
                    let (upper, lower) = if back { (next, here) } else { (here, next) };
                    self.links.push(Link {
                        upper,
                        lower,
                        target: edge.to,
                        back,
                        edge: first.then_some(at),
                        best: edge.best,
                    });
                }
            }
            here = next;
            row = step(row);
        }
    }

    fn lane(&mut self, lanes: &mut Lanes, key: (usize, usize, bool)) -> usize {
        *lanes.items.entry(key).or_insert_with(|| {
            self.items.push(Item::Lane);
            self.rows[key.1].push(self.items.len() - 1);
            self.items.len() - 1
        })
    }
}

#[derive(Default)]
struct Lanes {
    /// By target, row and whether it leads back.
    items: HashMap<(usize, usize, bool), usize>,
    /// Links by their two ends, in the direction of the edge.
    links: HashMap<(usize, usize), usize>,
}

fn successors(graph: &Graph) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); graph.nodes.len()];
    for (at, edge) in graph.edges.iter().enumerate() {
        out[edge.from].push(at);
    }
    out
}

/// Where walks start: the first scene, then scenes that are not reached, in the order of the text.
fn roots(graph: &Graph) -> impl Iterator<Item = usize> {
    0..graph.nodes.len()
}

/// Scenes in the order of a walk in depth, which keeps what follows each other side by side.
fn walk_order(graph: &Graph) -> Vec<usize> {
    let out = successors(graph);
    let mut seen = vec![false; graph.nodes.len()];
    let mut order = Vec::new();
    for root in roots(graph) {
        let mut open = vec![root];
        while let Some(scene) = open.pop() {
            if !std::mem::replace(&mut seen[scene], true) {
                order.push(scene);
                open.extend(out[scene].iter().rev().map(|&edge| graph.edges[edge].to));
            }
        }
    }
    order
}

/// For each edge whether it leads back: to a scene that the walk is still in, or out of what cannot be reached.
fn back_edges(graph: &Graph) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let out = successors(graph);
    let mut state = vec![State::New; graph.nodes.len()];
    let mut back = vec![false; graph.edges.len()];
    for root in roots(graph) {
        if state[root] != State::New {
            continue;
        }
        state[root] = State::Open;
        let mut path = vec![(root, 0)];
        while let Some((scene, at)) = path.last_mut() {
            let Some(&edge) = out[*scene].get(*at) else {
                state[*scene] = State::Done;
                path.pop();
                continue;
            };
            *at += 1;
            let to = graph.edges[edge].to;
            let apart = graph.nodes[to].reachable && !graph.nodes[*scene].reachable;
            back[edge] = apart || state[to] == State::Open;
            if state[to] == State::New {
                state[to] = State::Open;
                path.push((to, 0));
            }
        }
    }
    back
}

/// The row of each scene.
fn row_of_scenes(graph: &Graph, back: &[bool]) -> Vec<usize> {
    let mut row_of = vec![0; graph.nodes.len()];
    let mut above = vec![Vec::new(); graph.nodes.len()];
    for (edge, _) in graph.edges.iter().zip(back).filter(|(_, back)| !**back) {
        above[edge.to].push(edge.from);
    }
    let mut filled: Vec<usize> = Vec::new();
    for reachable in [true, false] {
        let start = filled.len();
        for scene in from_above(graph, back) {
            if graph.nodes[scene].reachable != reachable {
                continue;
            }
            let lowest = above[scene].iter().map(|&from| row_of[from] + 1).max();
            let mut row = start.max(lowest.unwrap_or(start));
            while filled.get(row).is_some_and(|&count| count >= ROW) {
                row += 1;
            }
            filled.resize(filled.len().max(row + 1), 0);
            filled[row] += 1;
            row_of[scene] = row;
        }
    }
    row_of
}

/// All scenes, each after those that lead down to it; among those that could come next the one first in the text.
fn from_above(graph: &Graph, back: &[bool]) -> Vec<usize> {
    let mut waits = vec![0_usize; graph.nodes.len()];
    let down = || graph.edges.iter().zip(back).filter(|(_, back)| !**back);
    let mut below = vec![Vec::new(); graph.nodes.len()];
    for (edge, _) in down() {
        waits[edge.to] += 1;
        below[edge.from].push(edge.to);
    }
    let free = (0..graph.nodes.len()).filter(|&scene| waits[scene] == 0);
    let mut depth = vec![0_usize; graph.nodes.len()];
    let mut open: std::collections::BTreeSet<(usize, usize)> = free.map(|s| (0, s)).collect();
    let mut order = Vec::new();
    while let Some((_, scene)) = open.pop_first() {
        order.push(scene);
        for &next in &below[scene] {
            depth[next] = depth[next].max(depth[scene] + 1);
            waits[next] -= 1;
            if waits[next] == 0 {
                open.insert((depth[next], next));
            }
        }
    }
    order
}
