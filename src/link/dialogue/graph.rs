//! Walks over graphs of any size: nothing here recurses.

/// Which nodes can be reached from some nodes, these included.
pub(super) fn reachable(
    successors: &[Vec<usize>],
    from: impl IntoIterator<Item = usize>,
) -> Vec<bool> {
    let mut seen = vec![false; successors.len()];
    let mut open: Vec<usize> = from.into_iter().collect();
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut seen[node], true) {
            open.extend(&successors[node]);
        }
    }
    seen
}

/// The graph with all arrows turned round.
pub(super) fn reversed(successors: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); successors.len()];
    for (node, nexts) in successors.iter().enumerate() {
        for &next in nexts {
            out[next].push(node);
        }
    }
    out
}

/// The number of the strongly connected component of every node, by Tarjan's algorithm ("Depth-first search and linear
/// graph algorithms", 1972) with a stack of its own. A component has a larger number than those it leads to.
pub(super) fn components(successors: &[Vec<usize>]) -> Vec<usize> {
    let mut walk = Tarjan {
        order: vec![usize::MAX; successors.len()],
        low: vec![usize::MAX; successors.len()],
        component: vec![usize::MAX; successors.len()],
        stack: Vec::new(),
        visited: 0,
        found: 0,
    };
    for root in 0..successors.len() {
        if walk.order[root] == usize::MAX {
            walk.from(root, successors);
        }
    }
    walk.component
}

struct Tarjan {
    order: Vec<usize>,
    low: Vec<usize>,
    component: Vec<usize>,
    stack: Vec<usize>,
    visited: usize,
    found: usize,
}

impl Tarjan {
    fn from(&mut self, root: usize, successors: &[Vec<usize>]) {
        let mut path = vec![(root, 0)];
        self.enter(root);
        while let Some((node, at)) = path.last_mut() {
            let node = *node;
            if let Some(&next) = successors[node].get(*at) {
                *at += 1;
                if self.order[next] == usize::MAX {
                    self.enter(next);
                    path.push((next, 0));
                } else if self.component[next] == usize::MAX {
                    self.low[node] = self.low[node].min(self.order[next]);
                }
                continue;
            }
            path.pop();
            if let Some(&(parent, _)) = path.last() {
                self.low[parent] = self.low[parent].min(self.low[node]);
            }
            self.leave(node);
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = self.visited;
        self.low[node] = self.visited;
        self.visited += 1;
        self.stack.push(node);
    }

    /// Closes the component whose first node this is.
    fn leave(&mut self, node: usize) {
        if self.low[node] != self.order[node] {
            return;
        }
        while let Some(member) = self.stack.pop() {
            self.component[member] = self.found;
            if member == node {
                break;
            }
        }
        self.found += 1;
    }
}

/// Whether a run can come back to a node, for every node.
pub(super) fn in_loop(successors: &[Vec<usize>], component: &[usize]) -> Vec<bool> {
    let mut size = vec![0_usize; component.len()];
    for &number in component {
        size[number] += 1;
    }
    let mut out = Vec::with_capacity(component.len());
    for (node, &number) in component.iter().enumerate() {
        out.push(size[number] > 1 || successors[node].contains(&node));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_the_loops() {
        // 0 -> 1 <-> 2 -> 3, 3 -> 3
        let graph = vec![vec![1], vec![2], vec![1, 3], vec![3]];
        let component = components(&graph);
        assert_eq!(component[1], component[2]);
        assert!(component[0] > component[1] && component[1] > component[3]);
        assert_eq!(in_loop(&graph, &component), [false, true, true, true]);
    }

    #[test]
    fn a_long_chain_needs_no_call_stack() {
        let graph: Vec<Vec<usize>> = (1..=100_000).map(|n| vec![n % 100_000]).collect();
        let component = components(&graph);
        assert!(component.iter().all(|&number| number == 0));
    }
}
