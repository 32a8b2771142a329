//! A page: front matter, tree, ids, blocks, questions, script.

use super::{anchors, attributes, blocks, front_matter, markdown, names, quiz, script};
use crate::config::Config;
use crate::diagnostic::{
    BROKEN_FOOTNOTE, DUPLICATE_ID, Diagnostic, EMPTY_FILE, GAP_OUTSIDE_QUESTION, MISPLACED_BLOCK,
    MISSING_ALT_TEXT, Outcome, SECOND_TITLE, UNKNOWN_ATTRIBUTE, UNKNOWN_LABEL, UNSAFE_HTML,
};
use crate::html_tags;
use crate::model::{Attrs, BlockData, LinkNode, NodeKind, NodeRef, Page, PageKind, Question, Tree};
use crate::question;
use crate::source::{SourceFile, Span};
use rustc_hash::FxHashSet;

/// Parses a page of some kind; `path` is the one below `content/`.
pub fn parse(file: &SourceFile, path: &str, kind: PageKind, config: &Config) -> Outcome<Page> {
    let mut diagnostics = Vec::new();
    let place = Span::start_of(file.id);
    let (name, faults) = names::page_name(path, config, place);
    diagnostics.extend(faults);
    let front = front_matter::read(file, kind).take(&mut diagnostics);
    let mut tree = markdown::parse(file.id, &file.text, front.body).take(&mut diagnostics);
    if tree.nodes.is_empty() && kind != PageKind::Module {
        let message = "this page has no text";
        diagnostics.push(
            Diagnostic::new(&EMPTY_FILE, place, message)
                .help("write it, or set `draft: true` until you do"),
        );
    }
    let anchors = anchors::assign(&mut tree, &mut diagnostics);
    let questions = read_blocks(&mut tree, &mut diagnostics);
    let script = (kind == PageKind::Script)
        .then(|| script::parse(&mut tree, &front.yaml, read_attrs).take(&mut diagnostics));
    check_nodes(&tree, kind, &mut diagnostics);
    let front = front.front;
    let page = Page {
        kind,
        name,
        front,
        tree,
        anchors,
        questions,
        script,
    };
    check_titles(&page, &mut diagnostics);
    Outcome::new(page, diagnostics)
}

/// Attributes at a place of the file, braces and all.
fn read_attrs(text: &str, span: Span) -> Outcome<Attrs> {
    attributes::parse(span.file, text, span.start as usize)
}

/// Reads what each block says, and the questions.
pub(super) fn read_blocks(tree: &mut Tree, diagnostics: &mut Vec<Diagnostic>) -> Vec<Question> {
    let mut read: Vec<(usize, BlockData)> = Vec::new();
    let mut questions: Vec<Question> = Vec::new();
    for node in tree.all() {
        let NodeKind::Block(block) = node.kind() else {
            continue;
        };
        let mut data = blocks::read(node, block, diagnostics);
        if block.name.value == "question" {
            let question = quiz::question(node, questions.len() + 1).take(diagnostics);
            if let Some(question) = question {
                data = BlockData::Question(questions.len());
                questions.push(question);
            }
        }
        read.push((node.id.0 as usize, data));
    }
    for (index, data) in read {
        if let NodeKind::Block(block) = &mut tree.nodes[index].kind {
            block.data = data;
        }
    }
    // Written ids are anchors and were compared with all others; this frees the made ones.
    let told = question::settle_ids(&mut questions);
    let anchors_told = |fault: &Diagnostic| fault.rule == &DUPLICATE_ID;
    diagnostics.extend(told.into_iter().filter(|fault| !anchors_told(fault)));
    questions
}

/// What no block and no link owns: pictures without words, marks in the wrong place, raw HTML, stray colons.
fn check_nodes(tree: &Tree, kind: PageKind, diagnostics: &mut Vec<Diagnostic>) {
    let mut question_ends = 0;
    let mut code_ends = 0;
    for node in tree.all() {
        match node.kind() {
            NodeKind::CodeBlock(_) => code_ends = tree.nodes[node.id.0 as usize].next,
            NodeKind::Block(block) if block.name.value == "question" => {
                question_ends = question_ends.max(tree.nodes[node.id.0 as usize].next);
            }
            NodeKind::Image(image) => check_picture(node, image, diagnostics),
            NodeKind::Link(link) if kind != PageKind::Script => check_link_attrs(link, diagnostics),
            NodeKind::Html => check_html(node, diagnostics),
            NodeKind::Text(_) if node.id.0 >= code_ends => check_colons(tree, node, diagnostics),
            _ if node.id.0 >= question_ends => check_outside_questions(node, diagnostics),
            _ => {}
        }
    }
    check_footnotes(tree, diagnostics);
}

/// Marks that only a question gives a meaning to.
fn check_outside_questions(node: NodeRef<'_>, diagnostics: &mut Vec<Diagnostic>) {
    match node.kind() {
        NodeKind::Gap(_) => {
            let message = "a gap stands outside a question";
            let help = "put it in `::: question {type=gaps}`, or write `\\[=` for the signs";
            let fault = Diagnostic::new(&GAP_OUTSIDE_QUESTION, node.span(), message);
            diagnostics.push(fault.help(help));
        }
        NodeKind::Quote(Some(label))
            if question::QUESTION_LABELS.contains(&label.value.as_str()) =>
        {
            let message = format!("[!{}] belongs into a question", label.value);
            diagnostics.push(Diagnostic::new(&UNKNOWN_LABEL, label.span, message));
        }
        _ => {}
    }
}

/// Footnotes that nothing refers to.
fn check_footnotes(tree: &Tree, diagnostics: &mut Vec<Diagnostic>) {
    let used: FxHashSet<&str> = tree
        .nodes
        .iter()
        .filter_map(|node| match &node.kind {
            NodeKind::FootnoteReference(name) => Some(&**name),
            _ => None,
        })
        .collect();
    for node in tree.all() {
        let NodeKind::FootnoteDefinition(name) = node.kind() else {
            continue;
        };
        if !used.contains(&**name) {
            let message = format!("nothing refers to the footnote \"{name}\"");
            let help = format!("write [^{name}] where it belongs, or remove it");
            let place = node.span().part(0, name.len() + 3);
            diagnostics.push(Diagnostic::new(&BROKEN_FOOTNOTE, place, message).help(help));
        }
    }
}

fn check_picture(node: NodeRef<'_>, image: &LinkNode, diagnostics: &mut Vec<Diagnostic>) {
    let decorative = image.attrs.has_word("decorative");
    let alt = node.plain_text();
    if alt.trim().is_empty() && !decorative {
        let message = "this picture has no alternative text";
        let help = "say between the brackets what it shows; if it only decorates, write `![](file){decorative}`";
        diagnostics.push(Diagnostic::new(&MISSING_ALT_TEXT, node.span(), message).help(help));
    }
    for attr in &image.attrs.pairs {
        let known = matches!(
            attr.key.value.as_str(),
            "decorative" | "width" | "height" | "caption"
        );
        if !known || (attr.key.value == "decorative") != attr.value.is_none() {
            let message = format!("\"{}\" is not an attribute of a picture", attr.key.value);
            let fault = Diagnostic::new(&UNKNOWN_ATTRIBUTE, attr.key.span, message);
            let known = ["decorative", "caption", "width", "height"];
            diagnostics.push(fault.did_you_mean(&attr.key.value, known));
        }
    }
}

fn check_link_attrs(link: &LinkNode, diagnostics: &mut Vec<Diagnostic>) {
    for attr in &link.attrs.pairs {
        let message = format!("\"{}\" is not an attribute of a link", attr.key.value);
        let help = "only choices of a conversation script take such words";
        diagnostics.push(Diagnostic::new(&UNKNOWN_ATTRIBUTE, attr.key.span, message).help(help));
    }
}

fn check_html(node: NodeRef<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let tags = html_tags::tags(node.source());
    for tag in tags.iter().filter(|tag| !tag.closing) {
        let place = node.span().part(tag.range.start, tag.range.end);
        if let Some(what) = html_tags::unsafe_part(tag) {
            let message = format!("{what} is left out");
            let help = "a page of teachback runs no programs and frames nothing; write Markdown or a block";
            diagnostics.push(Diagnostic::new(&UNSAFE_HTML, place, message).help(help));
        } else if tag.name == "img" && tag.attributes.iter().all(|a| a.name != "alt") {
            let message = "this picture has no alternative text";
            let help = "add alt=\"…\" and say what it shows; alt=\"\" if it only decorates";
            diagnostics.push(Diagnostic::new(&MISSING_ALT_TEXT, place, message).help(help));
        }
    }
}

/// Colons at the start of a line that the scan for blocks did not take: in a list or a quote.
fn check_colons(tree: &Tree, node: NodeRef<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let text = node.source();
    if !text.starts_with(":::") {
        return;
    }
    let before = tree.source[..node.span().start as usize]
        .rsplit('\n')
        .next()
        .unwrap_or("");
    if before
        .trim_matches([' ', '>', '-', '*', '+', '\t'])
        .is_empty()
    {
        let message = "a block cannot begin inside a list or a quote";
        let help = "begin the line with the colons, without spaces or signs before them";
        let colons = text.len() - text.trim_start_matches(':').len();
        let place = node.span().part(0, colons);
        diagnostics.push(Diagnostic::new(&MISPLACED_BLOCK, place, message).help(help));
    }
}

/// The title of a page stands in its front matter. A first-level heading that opens a page without one is taken for
/// it; any other is shown as a second-level heading.
fn check_titles(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if page.kind == PageKind::Script {
        return;
    }
    let title = page.front.title.as_ref().map(|t| t.value.as_str());
    let mut headings = page.tree.roots().enumerate().filter(|(at, node)| {
        let first_level = matches!(node.kind(), NodeKind::Heading(h) if h.level == 1);
        let is_title = *at == 0 && title.is_none_or(|t| t == node.plain_text());
        first_level && !is_title
    });
    let Some((_, first)) = headings.next() else {
        return;
    };
    let message = match headings.count() {
        0 => "this heading is of the first level, like the title of the page".to_owned(),
        more => format!(
            "this heading and {more} more are of the first level, like the title of the page"
        ),
    };
    diagnostics.push(
        Diagnostic::new(&SECOND_TITLE, first.span(), message)
            .help("begin it with ##: the title in the front matter is the first level"),
    );
}
