//! Lists of choices: what the reader can say, where it leads, and what it does.

use super::Reader;
use super::condition;
use super::names::Place;
use super::passage::{Passage, is_blank};
use super::turn::{leads_to_scene, target};
use crate::diagnostic::{
    Diagnostic, INVALID_ATTRIBUTES, INVALID_BLOCK_CONTENT, INVALID_CONDITION, UNDECLARED_SKILL,
    UNKNOWN_ATTRIBUTE,
};
use crate::model::{
    Attr, Attrs, Choice, Effect, Fragment, LinkNode, NodeId, NodeKind, NodeRef, Tree,
};
use crate::source::{Span, Spanned};

/// The words that are no skills.
const FLAGS: [&str; 3] = ["once", "best", "critical"];

impl Reader<'_> {
    /// The choices of a list with bullets; `None` when it is ordinary text.
    pub(super) fn choices(
        &mut self,
        tree: &mut Tree,
        list: NodeId,
        in_ending: bool,
    ) -> Option<Vec<Choice>> {
        let items: Vec<NodeId> = tree.node(list).children().map(|item| item.id).collect();
        let items: Vec<Item> = items.iter().map(|&id| Item::of(tree.node(id))).collect();
        let marked = items.iter().any(|item| item.is_marked(tree));
        let ordinary = in_ending || items.iter().any(|item| item.outer_link(tree).is_some());
        let boxes = items.iter().any(|item| item.has_box);
        if boxes || items.is_empty() || (ordinary && !marked) {
            return None;
        }
        Some(
            items
                .into_iter()
                .map(|item| self.choice(tree, item))
                .collect(),
        )
    }

    fn choice(&mut self, tree: &mut Tree, item: Item) -> Choice {
        let braces = item.braces(tree);
        let link = item.link(tree).or_else(|| item.outer_link(tree));
        let mut choice = Choice {
            text: Fragment::default(),
            target: None,
            feedback: self.feedback(tree, &item),
            skills: Vec::new(),
            effects: Vec::new(),
            condition: None,
            once: false,
            best: false,
            critical: false,
            span: item.span(tree),
        };
        if let Some((_, address)) = &link {
            choice.target = Some(target(address));
            self.attributes(&address.attrs, &mut choice, tree);
        }
        let mut words = item.words;
        if let Some(span) = braces
            && words.cut_from(tree, span.start)
        {
            let attrs = (self.read_attrs)(span.slice(&tree.source), span);
            let attrs = attrs.take(&mut self.diagnostics);
            self.attributes(&attrs, &mut choice, tree);
        }
        if let Some((id, _)) = link
            && let Some(at) = words.nodes.iter().position(|&node| node == id)
        {
            let inner = tree.node(id).children().map(|node| node.id);
            words.nodes.splice(at..=at, inner);
        }
        choice.text = words.into_fragment(tree);
        if choice.text.is_empty() {
            let message = "this choice has no words";
            let fault = Diagnostic::new(&INVALID_BLOCK_CONTENT, choice.span, message)
                .help("write what the reader says: - [It sounds frightening.](#the-week)");
            self.diagnostics.push(fault);
        }
        choice
    }

    /// What stands below the words. It should be quotes; anything else is told, and shown with them.
    fn feedback(&mut self, tree: &Tree, item: &Item) -> Option<Fragment> {
        let mut roots = Vec::new();
        for &id in &item.below {
            let node = tree.node(id);
            if matches!(node.kind(), NodeKind::Quote(_)) {
                roots.extend(node.children().map(|child| child.id));
                continue;
            }
            let message = match node.kind() {
                NodeKind::List(_) => "a list inside a choice has no meaning",
                _ => "only feedback, in a quote, can stand below the words of a choice",
            };
            let fault = Diagnostic::new(&INVALID_BLOCK_CONTENT, node.span(), message)
                .help("put > before it to make it feedback, or lead to another scene");
            self.diagnostics.push(fault);
            roots.push(id);
        }
        (!roots.is_empty()).then(|| roots.into_iter().collect())
    }

    fn attributes(&mut self, attrs: &Attrs, choice: &mut Choice, tree: &Tree) {
        for Attr { key, value } in &attrs.pairs {
            match (key.value.as_str(), value) {
                ("once", None) => choice.once = true,
                ("best", None) => choice.best = true,
                ("critical", None) => choice.critical = true,
                ("if", Some(text)) => self.condition(text, choice, tree),
                ("if", None) => {
                    let message = "the condition is missing";
                    let fault = Diagnostic::new(&INVALID_CONDITION, key.span, message);
                    self.diagnostics.push(fault.help("write if=\"trust>=2\""));
                }
                (_, None) => self.word(key, choice),
                (_, Some(value)) => self.unknown_pair(key, value),
            }
        }
    }

    fn condition(&mut self, text: &Spanned<String>, choice: &mut Choice, tree: &Tree) {
        let place = Place::of(&text.value, text.span, &tree.source);
        let condition = condition::parse(&text.value, &place, self.names);
        let condition = condition.take(&mut self.diagnostics);
        choice.condition = condition.map(|condition| Spanned::new(condition, place.span));
    }

    /// A skill, or a meter with its change. Words that are told as wrong are kept: the choice is meant to do something.
    fn word(&mut self, word: &Spanned<String>, choice: &mut Choice) {
        if self.names.is_skill(&word.value) {
            choice.skills.push(word.clone());
            return;
        }
        let Some((name, change)) = change(&word.value) else {
            self.unknown_word(word);
            choice.skills.push(word.clone());
            return;
        };
        if !self.names.is_meter(name) {
            self.unknown_change(name, word);
        } else if change.abs() > Effect::LIMIT {
            let message = format!("\"{}\" changes the meter too much", word.value);
            let help = format!("a choice changes a meter by {} at most", Effect::LIMIT);
            let fault = Diagnostic::new(&INVALID_ATTRIBUTES, word.span, message);
            self.diagnostics.push(fault.help(help));
        }
        choice.effects.push(Effect {
            meter: Spanned::new(name.to_owned(), word.span.part(0, name.len())),
            change: change.clamp(-Effect::LIMIT, Effect::LIMIT),
        });
    }

    fn unknown_change(&mut self, name: &str, word: &Spanned<String>) {
        let span = word.span.part(0, name.len());
        let fault = if self.names.is_skill(name) {
            let message = format!("\"{name}\" is a skill: it is counted, not changed");
            Diagnostic::new(&INVALID_ATTRIBUTES, word.span, message)
                .help(format!("write {name} alone"))
        } else {
            let message = format!("\"{name}\" is not a meter of this script");
            let meters = self.names.meters.iter().map(|m| m.id.value.as_str());
            Diagnostic::new(&UNDECLARED_SKILL, span, message)
                .help("declare it under meters in the front matter")
                .did_you_mean(name, meters)
        };
        self.diagnostics.push(fault);
    }

    fn unknown_word(&mut self, word: &Spanned<String>) {
        let name = &word.value;
        let fault = if self.names.is_meter(name) {
            let message = format!("\"{name}\" is a meter: say how it changes");
            Diagnostic::new(&INVALID_ATTRIBUTES, word.span, message)
                .help(format!("write {name}+1 or {name}-1"))
        } else {
            let message = format!("\"{name}\" is not a skill of this script");
            Diagnostic::new(&UNDECLARED_SKILL, word.span, message)
                .help("declare it under skills in the front matter")
                .did_you_mean(name, self.names.all().chain(FLAGS))
        };
        self.diagnostics.push(fault);
    }

    fn unknown_pair(&mut self, key: &Spanned<String>, value: &Spanned<String>) {
        let name = key.value.trim_end_matches(['+', '-', '\u{2212}']);
        let message = format!("\"{}\" is not an attribute of a choice", key.value);
        let mut fault = Diagnostic::new(&UNKNOWN_ATTRIBUTE, key.span, message);
        fault = if self.names.is_meter(name) {
            let change = value.value.trim_start_matches('+');
            let sign = if change.starts_with('-') || key.value.ends_with('-') {
                '-'
            } else {
                '+'
            };
            let size = change.trim_start_matches('-');
            fault.help(format!("to change a meter write {name}{sign}{size}"))
        } else if FLAGS.contains(&key.value.as_str()) || self.names.is_skill(&key.value) {
            fault.help(format!("write {} alone", key.value))
        } else {
            fault
                .help("a choice takes skills, meters such as trust+1, if=\"…\", once, best and critical")
                .did_you_mean(&key.value, ["if"])
        };
        self.diagnostics.push(fault);
    }
}

/// `trust+1`: the name and the change. The minus sign may be the one of typography.
fn change(word: &str) -> Option<(&str, i64)> {
    let (at, sign) = word.char_indices().rfind(|(_, c)| !c.is_ascii_digit())?;
    let digits = &word[at + sign.len_utf8()..];
    let sign = match sign {
        '+' => 1,
        '-' | '\u{2212}' => -1,
        _ => return None,
    };
    if at == 0 || digits.is_empty() {
        return None;
    }
    let size: i64 = digits.parse().unwrap_or(i64::MAX);
    Some((&word[..at], sign * size))
}

/// An item of a list before anybody knows whether it is a choice.
struct Item {
    words: Passage,
    /// The blocks after the words.
    below: Vec<NodeId>,
    has_box: bool,
    whole: Span,
}

impl Item {
    fn of(item: NodeRef<'_>) -> Self {
        let (words, below) = Passage::of_item(item);
        Self {
            words,
            below,
            has_box: matches!(item.kind(), NodeKind::Item(Some(_))),
            whole: item.span(),
        }
    }

    /// The first link to a scene among the words.
    fn link(&self, tree: &Tree) -> Option<(NodeId, Box<LinkNode>)> {
        let words = self.words.nodes.iter().map(|&id| tree.node(id));
        let mut links = words.flat_map(NodeRef::descendants).filter_map(as_link);
        links.find(|(_, link)| leads_to_scene(link))
    }

    /// The link that the words start with, when it leads out of the script.
    fn outer_link(&self, tree: &Tree) -> Option<(NodeId, Box<LinkNode>)> {
        let first = tree.node(*self.words.nodes.first()?);
        as_link(first).filter(|(_, link)| !leads_to_scene(link))
    }

    /// The braces that the words end with. Those behind a link belong to it, and `{{name}}` is a fact.
    fn braces(&self, tree: &Tree) -> Option<Span> {
        let nodes = || self.words.nodes.iter().map(|&id| tree.node(id));
        let last = nodes().rfind(|node| !is_blank(*node))?;
        let text =
            matches!(last.kind(), NodeKind::Text(_)) && last.literal().trim_end().ends_with('}');
        let written = nodes().next()?.span().to(last.span());
        let slice = written.slice(&tree.source).trim_end();
        let open = slice.rfind('{').filter(|_| text)?;
        let braces = written.part(open, slice.len());
        let mut links = nodes().filter_map(as_link);
        let of_link = links.any(|(_, link)| link.attrs.span.is_some_and(|s| s.end > braces.start));
        (!of_link).then_some(braces)
    }

    /// Whether something says that this is a choice: a link to a scene, braces, or feedback.
    fn is_marked(&self, tree: &Tree) -> bool {
        let mut below = self.below.iter().map(|&id| tree.node(id).kind());
        self.link(tree).is_some()
            || self.braces(tree).is_some()
            || below.any(|kind| matches!(kind, NodeKind::Quote(_)))
            || self
                .outer_link(tree)
                .is_some_and(|(_, link)| !link.attrs.is_empty())
    }

    fn span(&self, tree: &Tree) -> Span {
        match (self.words.nodes.first(), self.words.nodes.last()) {
            (Some(&first), Some(&last)) => tree.node(first).span().to(tree.node(last).span()),
            _ => self.whole,
        }
    }
}

fn as_link(node: NodeRef<'_>) -> Option<(NodeId, Box<LinkNode>)> {
    match node.kind() {
        NodeKind::Link(link) => Some((node.id, link.clone())),
        _ => None,
    }
}
