//! From Markdown to runs of text, in one walk.

use super::{LEFT_OUT, Piece, Prose, Run, RunKind, Voice, mention};
use crate::model::{NodeId, NodeKind, NodeRef, Tree};
use crate::source::Span;
use rustc_hash::FxHashMap;

/// Inline tags of raw HTML whose content is quoted, emphasised or code.
const QUOTING_TAGS: [&str; 11] = [
    "q", "cite", "i", "em", "s", "del", "strike", "code", "kbd", "samp", "var",
];

/// Words of a heading, or of a line above a list, that can say what follows without a colon.
const SHORT: usize = 8;

/// Bytes that a run is given before it has a text.
const MOST_ROOM: usize = 512;

/// Adds the runs of a tree. `voices` says whose words some nodes are; in a script, quotes under list items are feedback.
pub(in crate::lint) fn read_tree<'a>(
    prose: &mut Prose<'a>,
    tree: &'a Tree,
    lang: &'a str,
    voices: &FxHashMap<NodeId, Voice>,
    is_script: bool,
) {
    let mut walk = Walk {
        prose,
        lang,
        voices,
        frames: vec![Frame {
            end: u32::MAX,
            voice: Voice::Author,
            kind: RunKind::Paragraph,
            is_block: true,
            room: 0,
            has_feedback: is_script,
            in_item: false,
            in_say: false,
        }],
        run: None,
        quoting: 0,
        columns: Columns::default(),
        avoided: None,
        announced: false,
        myth: None,
    };
    let mut at = 0;
    while (at as usize) < tree.nodes.len() {
        at = walk.enter(tree.node(NodeId(at)));
    }
    walk.finish_run();
}

/// An open node.
#[derive(Debug, Clone, Copy)]
struct Frame {
    /// The node behind its last descendant.
    end: u32,
    voice: Voice,
    /// What a run in it is.
    kind: RunKind,
    /// Whether text around it is another run.
    is_block: bool,
    /// Bytes of the innermost block: its text seldom has more.
    room: usize,
    /// Whether quotes in its list items are feedback, and not quotations.
    has_feedback: bool,
    in_item: bool,
    in_say: bool,
}

/// The table that is being read.
#[derive(Debug, Default)]
struct Columns {
    /// By column: whether it holds words to avoid.
    avoided: Vec<bool>,
    /// Number of the next cell in its row.
    next: usize,
    in_head: bool,
    /// Whether the row holds words to avoid.
    row_avoided: bool,
}

struct Walk<'p, 'a, 'v> {
    prose: &'p mut Prose<'a>,
    lang: &'a str,
    voices: &'v FxHashMap<NodeId, Voice>,
    frames: Vec<Frame>,
    /// The run that is being read, with the level of its heading.
    run: Option<(Run<'a>, Option<u8>)>,
    /// How many raw tags that quote are open in the run.
    quoting: u32,
    columns: Columns,
    /// The level of a heading that says that words to avoid follow.
    avoided: Option<u8>,
    /// Whether the last run said that words to avoid follow.
    announced: bool,
    /// The paragraph that states a myth.
    myth: Option<NodeId>,
}

impl<'a> Walk<'_, 'a, '_> {
    /// Reads a node, and gives the one to read next.
    fn enter(&mut self, node: NodeRef<'a>) -> u32 {
        self.close_before(node.id);
        let next = node.tree.nodes[node.id.0 as usize].next;
        let is_block = !node.kind().is_inline();
        if is_block {
            self.finish_run();
        }
        let parent = *self.frames.last().expect("invariant: the root stays open");
        let own = self.own_voice(node, parent);
        let given = self.voices.get(&node.id).copied();
        let voice = parent.voice.max(own).max(given.unwrap_or(own));
        let is_address = matches!(node.kind(), NodeKind::Link(_)) && node.source().starts_with('<');
        if is_address {
            self.leave_out(node.span(), voice);
        }
        if is_address || matches!(node.kind(), NodeKind::CodeBlock(_)) {
            return next;
        }
        let mut frame = Frame {
            end: next,
            voice,
            is_block,
            room: match is_block {
                true => ((node.span().end - node.span().start) as usize).min(MOST_ROOM),
                false => parent.room,
            },
            ..parent
        };
        self.open(node, &mut frame);
        self.frames.push(frame);
        node.id.0 + 1
    }

    /// Closes what ends before a node.
    fn close_before(&mut self, node: NodeId) {
        while let Some(frame) = self.frames.pop_if(|frame| frame.end <= node.0) {
            if frame.is_block {
                self.finish_run();
            }
        }
    }

    fn open(&mut self, node: NodeRef<'a>, frame: &mut Frame) {
        match node.kind() {
            NodeKind::Heading(heading) => {
                self.run = Some((
                    Run::new(self.lang, RunKind::Heading, frame.room),
                    Some(heading.level),
                ));
            }
            NodeKind::Block(block) => {
                frame.has_feedback |= block.name.value == "question";
                frame.in_say = block.name.value == "say";
                if block.name.value == "myth" {
                    self.myth = node.children().next().map(|first| first.id);
                }
            }
            NodeKind::Item(_) => {
                frame.in_item = true;
                frame.kind = RunKind::Item;
            }
            NodeKind::Definition => frame.kind = RunKind::Item,
            NodeKind::DefinitionTerm => frame.kind = RunKind::Term,
            NodeKind::TableCell => frame.kind = RunKind::Cell,
            NodeKind::Paragraph if is_picture(node) => frame.kind = RunKind::Caption,
            _ => self.read(node, frame.voice),
        }
    }

    /// Adds the text of a leaf to the run.
    fn read(&mut self, node: NodeRef<'a>, voice: Voice) {
        match node.kind() {
            NodeKind::Text(None) => self.push(node.literal(), Piece::exact(node.span()), voice),
            NodeKind::Text(Some(text)) => self.push(text, Piece::whole(node.span()), voice),
            NodeKind::SoftBreak | NodeKind::HardBreak => {
                self.push(" ", Piece::whole(node.span()), voice);
            }
            NodeKind::Term(term) => {
                let after = node.source().strip_prefix("[[");
                let piece = if after.is_some_and(|after| after.starts_with(&term.shown)) {
                    Piece::exact(node.span().part(2, 2 + term.shown.len()))
                } else {
                    Piece::whole(node.span())
                };
                self.push(&term.shown, piece, voice);
                if let Some((run, _)) = &mut self.run {
                    run.note_term();
                }
            }
            NodeKind::Code(_) | NodeKind::Fact(_) | NodeKind::Gap(_) => {
                self.leave_out(node.span(), voice);
            }
            NodeKind::Html => self.tag(node),
            _ => {}
        }
    }

    /// A raw tag inside a text.
    fn tag(&mut self, node: NodeRef<'a>) {
        let source = node.source().trim_start_matches('<');
        let name = source.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
        if name == "br" && self.run.is_some() {
            self.push(" ", Piece::whole(node.span()), Voice::Author);
        } else if QUOTING_TAGS.contains(&name.as_str()) {
            self.quoting = if source.starts_with('/') {
                self.quoting.saturating_sub(1)
            } else {
                self.quoting + 1
            };
        }
    }

    fn leave_out(&mut self, span: Span, voice: Voice) {
        let mut sign = [0; 4];
        self.push(LEFT_OUT.encode_utf8(&mut sign), Piece::whole(span), voice);
    }

    fn push(&mut self, text: &str, piece: Piece, voice: Voice) {
        let lang = self.lang;
        let frame = *self.frames.last().expect("invariant: the root stays open");
        let new = || (Run::new(lang, frame.kind, frame.room), None);
        let (run, level) = self.run.get_or_insert_with(new);
        let avoided = self.avoided.is_some() && level.is_none();
        let voice = if avoided || self.quoting > 0 {
            Voice::Mention
        } else {
            voice
        };
        run.push(text, piece.voice(voice));
    }

    fn finish_run(&mut self) {
        self.quoting = 0;
        let Some((mut run, level)) = self.run.take() else {
            return;
        };
        run.finish();
        let leads_on = run.len() <= SHORT || run.text.trim_end().ends_with(':');
        let is_label = leads_on && mention::is_label(&run.folded_text());
        if let Some(level) = level {
            if is_label {
                self.avoided = Some(level);
            } else if self.avoided.is_some_and(|above| level <= above) {
                self.avoided = None;
            }
        }
        self.announced = is_label;
        self.prose.push(run);
    }

    /// What a node says of whose words its text is.
    fn own_voice(&mut self, node: NodeRef<'a>, parent: Frame) -> Voice {
        let mention = match node.kind() {
            NodeKind::Emphasis | NodeKind::Strikethrough => true,
            NodeKind::Quote(None) => !(parent.has_feedback && parent.in_item),
            NodeKind::List(_) | NodeKind::Definition => std::mem::take(&mut self.announced),
            NodeKind::Table(columns) => {
                let mut avoided = vec![false; columns.len()];
                if parent.in_say
                    && let Some(first) = avoided.first_mut()
                {
                    *first = true;
                }
                self.columns = Columns {
                    avoided,
                    ..Columns::default()
                };
                std::mem::take(&mut self.announced)
            }
            NodeKind::TableHead | NodeKind::TableRow => {
                self.columns.next = 0;
                self.columns.row_avoided = false;
                self.columns.in_head = matches!(node.kind(), NodeKind::TableHead);
                false
            }
            NodeKind::TableCell => self.columns.cell(node),
            _ => false,
        };
        match mention {
            true => Voice::Mention,
            false if self.myth == Some(node.id) => Voice::Mistaken,
            false => Voice::Author,
        }
    }
}

/// Whether a paragraph is one picture and nothing else.
fn is_picture(paragraph: NodeRef<'_>) -> bool {
    let mut children = paragraph.children();
    let is_image = |node: NodeRef<'_>| matches!(node.kind(), NodeKind::Image(_));
    children.next().is_some_and(is_image) && children.next().is_none()
}

impl Columns {
    /// Whether the next cell holds words to avoid.
    fn cell(&mut self, cell: NodeRef<'_>) -> bool {
        let column = self.next;
        self.next += 1;
        if self.in_head {
            let avoided = mention::is_column_head(&mention::folded(&cell.plain_text()));
            if let Some(column) = self.avoided.get_mut(column) {
                *column |= avoided;
            }
            return false;
        }
        if column == 0 && mention::is_label(&mention::folded(&cell.plain_text())) {
            self.row_avoided = true;
            return false;
        }
        self.row_avoided || self.avoided.get(column).copied().unwrap_or(false)
    }
}
