//! Scenes and the ways between them.

use crate::link::dialogue::{Visit, reachable_scenes};
use crate::model::{Choice, Script, Target, Tree, Turn};
use std::collections::HashMap;

/// A script as the map shows it.
#[derive(Debug)]
pub struct Graph {
    /// By index of the scene.
    pub nodes: Vec<Node>,
    /// At most one for each pair of scenes, in the order of the text.
    pub edges: Vec<Edge>,
}

#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Whether a run can come here.
    pub reachable: bool,
    /// Whether the best path goes through it.
    pub best: bool,
    /// Whether a choice in it ends the run there and then.
    pub stops: bool,
}

/// All that leads from one scene to another.
#[derive(Debug)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    /// The letters of the choices that lead this way; a link that leads on has none.
    pub letters: Vec<String>,
    /// Whether the best path goes this way.
    pub best: bool,
    /// Whether one of the choices is critical.
    pub critical: bool,
}

impl Graph {
    /// The graph of a script, with the best path through it.
    pub fn of(script: &Script, tree: &Tree, best: &[Visit]) -> Self {
        let reachable = reachable_scenes(script, tree);
        let mut nodes: Vec<Node> = reachable
            .into_iter()
            .map(|reachable| Node {
                reachable,
                best: false,
                stops: false,
            })
            .collect();
        for visit in best {
            nodes[visit.scene].best = true;
        }
        let mut building = Building {
            places: places(script),
            by_pair: HashMap::new(),
            edges: Vec::new(),
        };
        for (at, scene) in script.scenes.iter().enumerate() {
            for (letter, choice) in lettered(&scene.turns) {
                match &choice.target {
                    Some(target) => building.choice(at, target, letter, choice),
                    None => nodes[at].stops |= choice.critical,
                }
            }
            for turn in &scene.turns {
                if let Turn::Continue { target, .. } = turn {
                    building.edge(at, target);
                }
            }
        }
        let mut edges = building.edges;
        for pair in best.windows(2) {
            if let Some(&at) = building.by_pair.get(&(pair[0].scene, pair[1].scene)) {
                edges[at].best = true;
            }
        }
        Self { nodes, edges }
    }
}

struct Building<'a> {
    places: HashMap<&'a str, usize>,
    by_pair: HashMap<(usize, usize), usize>,
    edges: Vec<Edge>,
}

impl Building<'_> {
    fn choice(&mut self, from: usize, target: &Target, letter: String, choice: &Choice) {
        if let Some(edge) = self.edge(from, target) {
            edge.letters.push(letter);
            edge.critical |= choice.critical;
        }
    }

    /// The edge to a scene; a link to no scene was told, and has none.
    fn edge(&mut self, from: usize, target: &Target) -> Option<&mut Edge> {
        let to = *self.places.get(target.anchor.value.as_str())?;
        let edges = &mut self.edges;
        let at = *self.by_pair.entry((from, to)).or_insert_with(|| {
            edges.push(Edge {
                from,
                to,
                letters: Vec::new(),
                best: false,
                critical: false,
            });
            edges.len() - 1
        });
        self.edges.get_mut(at)
    }
}

/// The index of every scene by its anchor.
pub fn places(script: &Script) -> HashMap<&str, usize> {
    let mut places = HashMap::new();
    for (at, scene) in script.scenes.iter().enumerate() {
        places.entry(scene.id.as_str()).or_insert(at);
    }
    places
}

/// The choices of a scene with their letters; the letters go on from list to list.
pub fn lettered(turns: &[Turn]) -> impl Iterator<Item = (String, &Choice)> {
    let lists = turns.iter().filter_map(|turn| match turn {
        Turn::Choices(choices) => Some(choices),
        _ => None,
    });
    lists
        .flatten()
        .enumerate()
        .map(|(at, choice)| (letter(at), choice))
}

/// A, B … Z, AA, AB …
fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    match at / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        let some = [0, 25, 26, 51, 52, 701, 702].map(letter);
        assert_eq!(some, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
