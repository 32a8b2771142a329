//! Conversation scripts: from the tree of a page to scenes, turns and choices.
//!
//! 1. A heading of the second level opens a scene. Smaller headings, and one of the first level, are text of the scene
//!    they stand in; what stands before the first scene introduces the script.
//! 2. In a scene, a paragraph that starts with a bold name and a colon is a line, a paragraph that is one link to a
//!    scene leads on, and a list with bullets holds choices. Anything else is narration.
//! 3. A list is ordinary text when it is numbered or has boxes; when its items are links out of the script; and, in an
//!    ending, when nothing in it leads on, has braces or feedback.

mod choice;
mod condition;
mod front;
mod names;
mod passage;
mod turn;

pub use front::SCRIPT_KEYS;

use crate::diagnostic::{Diagnostic, INVALID_ATTRIBUTES, Outcome, UNKNOWN_ATTRIBUTE};
use crate::model::{
    Attrs, CastMember, Fragment, Heading, NodeId, NodeKind, NodeRef, Scene, Script, Tree, Turn,
};
use crate::source::{Span, Spanned};
use crate::yaml::Yaml;
use names::Names;

/// Reads attributes: the text with its braces, and where it stands.
pub type ReadAttrs = fn(&str, Span) -> Outcome<Attrs>;

/// The level of the headings that open scenes.
const SCENE_LEVEL: u8 = 2;

/// Reads a script from the tree of its page and its front matter, which fits [`SCRIPT_KEYS`].
///
/// Stage directions and the braces of choices are taken out of the text nodes they stand in: a fragment of the script
/// holds whole nodes, and what reads the tree later sees only words.
pub fn parse(tree: &mut Tree, front: &Yaml, read_attrs: ReadAttrs) -> Outcome<Script> {
    let mut diagnostics = Vec::new();
    let mut script = front::read(front, &tree.source, &mut diagnostics);
    let roots: Vec<NodeId> = tree.roots().map(|node| node.id).collect();
    let mut scenes: Vec<Scene> = Vec::new();
    let mut intro = Fragment::default();
    let mut reader = Reader {
        names: Names {
            skills: &script.skills,
            meters: &script.meters,
        },
        cast: &script.cast,
        read_attrs,
        diagnostics,
    };
    for root in roots {
        if let Some(scene) = reader.scene(tree.node(root)) {
            scenes.push(scene);
        } else if let Some(scene) = scenes.last_mut() {
            let turn = reader.turn(tree, root, scene.ending.is_some());
            scene.turns.push(turn);
        } else {
            intro.roots.push(root);
        }
    }
    let diagnostics = reader.diagnostics;
    script.scenes = scenes;
    script.intro = intro;
    Outcome::new(script, diagnostics)
}

/// What reading one node needs to know of the whole script.
struct Reader<'a> {
    names: Names<'a>,
    cast: &'a [CastMember],
    read_attrs: ReadAttrs,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// A scene without turns, when the node is a heading that opens one.
    fn scene(&mut self, node: NodeRef<'_>) -> Option<Scene> {
        let NodeKind::Heading(heading) = node.kind() else {
            return None;
        };
        (heading.level == SCENE_LEVEL).then(|| Scene {
            id: heading.id.clone(),
            title: node.plain_text().trim().to_owned(),
            ending: self.ending(heading),
            turns: Vec::new(),
            heading: node.id,
            span: node.span(),
        })
    }

    fn ending(&mut self, heading: &Heading) -> Option<Spanned<String>> {
        let mut ending = None;
        for attr in &heading.attrs.pairs {
            let key = &attr.key;
            if key.value != "ending" {
                let message = format!("\"{}\" is not an attribute of a scene", key.value);
                let fault = Diagnostic::new(&UNKNOWN_ATTRIBUTE, key.span, message)
                    .help("a scene can be an ending: {ending=good}")
                    .did_you_mean(&key.value, ["ending"]);
                self.diagnostics.push(fault);
                continue;
            }
            let kind = attr.value.clone().filter(|kind| !kind.value.is_empty());
            if kind.is_none() {
                let message = "the ending does not say what kind it is";
                let fault = Diagnostic::new(&INVALID_ATTRIBUTES, key.span, message)
                    .help("write {ending=good}, {ending=mixed} or {ending=poor}");
                self.diagnostics.push(fault);
            }
            ending = Some(kind.unwrap_or_else(|| Spanned::new("mixed".to_owned(), key.span)));
        }
        ending
    }

    fn turn(&mut self, tree: &mut Tree, root: NodeId, in_ending: bool) -> Turn {
        let found = match tree.node(root).kind() {
            NodeKind::Paragraph => self
                .line(tree, root)
                .or_else(|| self.lead_on(tree.node(root))),
            NodeKind::List(None) => self.choices(tree, root, in_ending).map(Turn::Choices),
            _ => None,
        };
        found.unwrap_or_else(|| Turn::Narration([root].into_iter().collect()))
    }
}
