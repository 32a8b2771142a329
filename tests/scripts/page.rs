//! A page of plain Markdown for tests: what a script sees of the Markdown layer, and no more.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag};
use std::collections::HashMap;
use std::sync::Arc;
use teachback::diagnostic::{Diagnostic, Outcome};
use teachback::link::dialogue;
use teachback::model::{Attr, Attrs, Heading, LinkNode, Node, NodeId, NodeKind, Script, Tree};
use teachback::parse::script::{self, SCRIPT_KEYS};
use teachback::source::{FileId, LineIndex, Span, Spanned};
use teachback::yaml::{self, Shape, Value, Yaml};

const FILE: &str = "content/scripts/test.md";

/// A script that was parsed and checked.
pub struct Page {
    pub text: String,
    pub tree: Tree,
    pub script: Script,
    pub diagnostics: Vec<Diagnostic>,
}

impl Page {
    pub fn of(text: &str) -> Self {
        let file = FileId::of_path(FILE);
        let mut diagnostics = Vec::new();
        let body = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.find("---\n"))
            .map_or(0, |at| at + 8);
        let front = front(file, text, body, &mut diagnostics);
        let mut tree = tree(file, text, body);
        let script = script::parse(&mut tree, &front, read_attrs).take(&mut diagnostics);
        diagnostics.extend(dialogue::check(&script, &tree));
        Self {
            text: text.to_owned(),
            tree,
            script,
            diagnostics,
        }
    }

    /// Every fault as `line rule`, in order.
    pub fn faults(&self) -> Vec<String> {
        let lines = LineIndex::new(&self.text);
        let mut faults: Vec<_> = self
            .diagnostics
            .iter()
            .map(|fault| {
                let line = lines.position(fault.span.start as usize).line;
                (line, format!("{line} {}", fault.rule.name))
            })
            .collect();
        faults.sort();
        faults.into_iter().map(|(_, fault)| fault).collect()
    }

    /// What the span of each fault covers.
    pub fn marked(&self) -> Vec<&str> {
        self.diagnostics
            .iter()
            .map(|fault| fault.span.slice(&self.text))
            .collect()
    }
}

fn front(file: FileId, text: &str, body: usize, all: &mut Vec<Diagnostic>) -> Yaml {
    let empty = Yaml {
        value: Value::Null,
        span: Span::start_of(file),
    };
    if body == 0 {
        return empty;
    }
    let yaml = yaml::parse(file, &text[4..body - 4], 4).take(all);
    yaml.map_or(empty, |yaml| {
        yaml::check(yaml, &Shape::Record(SCRIPT_KEYS)).take(all)
    })
}

fn tree(file: FileId, text: &str, body: usize) -> Tree {
    let options = Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_TABLES
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut build = Build {
        tree: Tree::new(file, Arc::from(text)),
        open: Vec::new(),
        ids: HashMap::new(),
    };
    for (event, range) in Parser::new_ext(&text[body..], options).into_offset_iter() {
        build.event(event, body + range.start, body + range.end);
    }
    build.tree
}

struct Build {
    tree: Tree,
    open: Vec<usize>,
    ids: HashMap<String, usize>,
}

impl Build {
    fn event(&mut self, event: Event<'_>, start: usize, end: usize) {
        match event {
            Event::Start(tag) => {
                let kind = self.kind(tag, Span::new(self.tree.file, start, end));
                self.open.push(self.tree.nodes.len());
                self.push(kind, start, end);
            }
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text, start, end),
            Event::Code(code) => self.push(NodeKind::Code(Some((&*code).into())), start, end),
            Event::Html(_) | Event::InlineHtml(_) => self.push(NodeKind::Html, start, end),
            Event::SoftBreak => self.push(NodeKind::SoftBreak, start, end),
            Event::HardBreak => self.push(NodeKind::HardBreak, start, end),
            Event::Rule => self.push(NodeKind::ThematicBreak, start, end),
            Event::TaskListMarker(done) => {
                let item = *self.open.last().expect("a box stands in an item");
                self.tree.nodes[item].kind = NodeKind::Item(Some(done));
            }
            _ => {}
        }
    }

    fn push(&mut self, kind: NodeKind, start: usize, end: usize) {
        let next = self.tree.nodes.len() as u32 + 1;
        let (start, end) = (start as u32, end as u32);
        self.tree.nodes.push(Node {
            kind,
            start,
            end,
            next,
        });
    }

    /// Text is kept only where the parser changed it.
    fn text(&mut self, text: &CowStr<'_>, start: usize, end: usize) {
        let as_written = self.tree.source.get(start..end) == Some(text);
        let owned = (!as_written).then(|| (&**text).into());
        self.push(NodeKind::Text(owned), start, end);
    }

    fn close(&mut self) {
        let node = self.open.pop().expect("an end has a start");
        self.tree.nodes[node].next = self.tree.nodes.len() as u32;
        match &self.tree.nodes[node].kind {
            NodeKind::Heading(_) => {
                let id = NodeId(node as u32);
                let slug = self.slug(&self.tree.node(id).plain_text());
                if let NodeKind::Heading(heading) = &mut self.tree.nodes[node].kind
                    && heading.id.is_empty()
                {
                    heading.id = slug;
                }
            }
            NodeKind::Paragraph | NodeKind::Item(_) => self.attach_braces(node),
            _ => {}
        }
    }

    fn slug(&mut self, title: &str) -> String {
        let lower = title.trim().to_lowercase();
        let kept = lower
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
        let slug: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        let count = self.ids.entry(slug.clone()).or_default();
        *count += 1;
        match *count {
            1 => slug,
            more => format!("{slug}-{}", more - 1),
        }
    }

    /// Gives braces behind a link to the link, and takes them out of the text.
    fn attach_braces(&mut self, parent: usize) {
        let source = self.tree.source.clone();
        let children: Vec<NodeId> = self
            .tree
            .node(NodeId(parent as u32))
            .children()
            .map(|c| c.id)
            .collect();
        for pair in 0..children.len() {
            let id = children[pair].0 as usize;
            let end = self.tree.nodes[id].end as usize;
            let NodeKind::Link(link) = &mut self.tree.nodes[id].kind else {
                continue;
            };
            let rest = source[end..].trim_start_matches(' ');
            let from = source.len() - rest.len();
            let Some(close) = rest
                .find(['}', '\n'])
                .filter(|&at| rest.starts_with('{') && rest[at..].starts_with('}'))
            else {
                continue;
            };
            let span = Span::new(self.tree.file, from, from + close + 1);
            link.attrs = read_attrs(span.slice(&source), span).value;
            for text in &children[pair + 1..] {
                let node = &mut self.tree.nodes[text.0 as usize];
                if node.start < span.end && matches!(node.kind, NodeKind::Text(_)) {
                    node.start = span.end.min(node.end);
                    node.kind = NodeKind::Text(if node.start == node.end {
                        Some("".into())
                    } else {
                        None
                    });
                }
            }
        }
    }

    fn kind(&self, tag: Tag<'_>, span: Span) -> NodeKind {
        match tag {
            Tag::Paragraph => NodeKind::Paragraph,
            Tag::Heading {
                level, id, attrs, ..
            } => NodeKind::Heading(Box::new(Heading {
                level: level as u8,
                id: id.map_or_else(String::new, |id| id.to_string()),
                attrs: heading_attrs(&attrs, span),
            })),
            Tag::BlockQuote(_) => NodeKind::Quote(None),
            Tag::List(start) => NodeKind::List(start),
            Tag::Item => NodeKind::Item(None),
            Tag::Emphasis => NodeKind::Emphasis,
            Tag::Strong => NodeKind::Strong,
            Tag::Link { dest_url, .. } => NodeKind::Link(Box::new(self.link(&dest_url, span))),
            Tag::Image { dest_url, .. } => NodeKind::Image(Box::new(self.link(&dest_url, span))),
            Tag::Table(_) => NodeKind::Table(Box::new([])),
            Tag::TableHead => NodeKind::TableHead,
            Tag::TableRow => NodeKind::TableRow,
            Tag::TableCell => NodeKind::TableCell,
            Tag::CodeBlock(_) => NodeKind::CodeBlock(None),
            _ => NodeKind::HtmlBlock,
        }
    }

    fn link(&self, target: &str, span: Span) -> LinkNode {
        let written = span.slice(&self.tree.source);
        let at = written.rfind(target).filter(|_| !target.is_empty());
        LinkNode {
            target: target.to_owned(),
            target_span: at.map_or(span, |at| span.part(at, at + target.len())),
            title: String::new(),
            attrs: Attrs::default(),
        }
    }
}

fn heading_attrs(attrs: &[(CowStr<'_>, Option<CowStr<'_>>)], span: Span) -> Attrs {
    let spanned = |text: &CowStr<'_>| Spanned::new(text.to_string(), span);
    let pairs = attrs.iter().map(|(key, value)| Attr {
        key: spanned(key),
        value: value.as_ref().map(spanned),
    });
    Attrs {
        pairs: pairs.collect(),
        ..Attrs::default()
    }
}

/// Words and `key="value"` between braces.
pub fn read_attrs(text: &str, span: Span) -> Outcome<Attrs> {
    let mut attrs = Attrs {
        span: Some(span),
        ..Attrs::default()
    };
    let end = text.len().saturating_sub(1).max(1);
    let mut at = 1;
    while at < end {
        let rest = &text[at..end];
        let Some(skipped) = rest.find(|c: char| !c.is_whitespace()) else {
            break;
        };
        let from = at + skipped;
        let mut quoted = false;
        let stop = text[from..end].find(|c: char| {
            quoted ^= c == '"';
            c.is_whitespace() && !quoted
        });
        let to = stop.map_or(end, |len| from + len);
        let word = &text[from..to];
        let (key, value) = word
            .split_once('=')
            .map_or((word, None), |(k, v)| (k, Some(v)));
        attrs.pairs.push(Attr {
            key: Spanned::new(key.to_owned(), span.part(from, from + key.len())),
            value: value.map(|v| {
                let place = span.part(to - v.len(), to);
                Spanned::new(v.trim_matches('"').to_owned(), place)
            }),
        });
        at = to;
    }
    Outcome::clean(attrs)
}
