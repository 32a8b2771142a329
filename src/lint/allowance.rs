//! What an author allows at one place, with a reason: `<!-- allow stigma: the law is called so -->` in Markdown,
//! `# allow stigma: the law is called so` in YAML.

use super::all_rules;
use crate::diagnostic::{Diagnostic, Found, Rule, Severity, UNSOUND_ALLOWANCE, nearest};
use crate::link::{Site, SitePage, snippet};
use crate::memo::{State, Traced};
use crate::model::{NodeKind, NodeRef, Tree};
use crate::source::{FileId, SourceTree, Span, Spanned};
use memchr::memmem;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The word that makes a comment an allowance.
const ALLOW: &str = "allow";

/// The allowances of each page.
pub type Memo = Traced<Vec<Allowance>>;

/// One rule that is allowed at one place.
#[derive(Debug, Clone)]
pub struct Allowance {
    /// The rule as written, with its place.
    name: Spanned<String>,
    has_reason: bool,
    /// What stands under the allowance.
    covers: Option<Span>,
}

/// Removes what is allowed where it stands, and tells allowances that are not sound: without a reason, with a name that
/// is none, for a rule that no site can do without, or with nothing to allow.
pub fn apply(
    mut found: Found,
    (site, sources): (&Site, &SourceTree),
    (state, memo): (&Arc<State>, &Memo),
) -> Found {
    let on_page = |at: usize| on_page(&site.pages[at]);
    let mut allowances = memo.flat(state, site.pages.len(), on_page);
    elsewhere(site, sources, &mut allowances);
    if allowances.is_empty() {
        return found;
    }
    let mut in_file: FxHashMap<FileId, Vec<usize>> = FxHashMap::default();
    for (at, allowance) in allowances.iter().enumerate() {
        if let Some(covers) = allowance.covers.filter(|_| allowance.has_reason) {
            in_file.entry(covers.file).or_default().push(at);
        }
    }
    let mut used = vec![false; allowances.len()];
    let mut is_told = |diagnostic: &mut Diagnostic| {
        let mut any = false;
        for &at in in_file.get(&diagnostic.span.file).into_iter().flatten() {
            let fits = allowances[at].allows(diagnostic);
            used[at] |= fits;
            any |= fits;
        }
        !any
    };
    let batches = found.batches_mut().iter_mut();
    let concerned = |file: &FileId| in_file.contains_key(file);
    for batch in batches.filter(|batch| batch.files().iter().any(concerned)) {
        Arc::make_mut(batch).sift(&mut is_told);
    }
    let unsound = allowances.iter().zip(used);
    let unsound = unsound.filter_map(|(allowance, used)| allowance.fault(used));
    found.push(unsound.collect::<Vec<_>>());
    found
}

impl Allowance {
    fn rule(&self) -> Option<&'static Rule> {
        let name = self.name.value.as_str();
        all_rules().find(|rule| rule.name == name || rule.code.eq_ignore_ascii_case(name))
    }

    fn allows(&self, diagnostic: &Diagnostic) -> bool {
        let place = diagnostic.span;
        let is_covered = self.covers.is_some_and(|covers| {
            covers.file == place.file && (covers.start..covers.end).contains(&place.start)
        });
        let rule = diagnostic.rule;
        let name = self.name.value.as_str();
        is_covered
            && rule.severity < Severity::Error
            && (rule.name == name || rule.code.eq_ignore_ascii_case(name))
    }

    fn fault(&self, used: bool) -> Option<Diagnostic> {
        let name = &self.name.value;
        let tell = |message: String| Diagnostic::new(&UNSOUND_ALLOWANCE, self.name.span, message);
        let Some(rule) = self.rule() else {
            let fault = tell(format!("there is no rule \"{name}\" to allow"))
                .help("`teachback explain` lists all rules");
            let known = all_rules().map(|rule| rule.name);
            return Some(match nearest(name, known) {
                Some(near) => fault.help(format!("did you mean \"{near}\"?")),
                None => fault,
            });
        };
        if rule.severity == Severity::Error {
            let message = format!("\"{name}\" cannot be allowed: the site would be broken");
            return Some(tell(message).help("mend what the rule tells"));
        }
        if !self.has_reason {
            let message = format!("\"{name}\" is allowed without a reason, and so it is not");
            let help = format!("say why behind a colon: allow {name}: the reason");
            return Some(tell(message).help(help));
        }
        let message = format!("nothing here needs an allowance for \"{name}\"");
        let help = "remove it; it covers the block, the entry or the line that it stands at";
        (!used).then(|| tell(message).help(help))
    }
}

/// The allowances that stand on no page: in snippets and YAML.
fn elsewhere(site: &Site, sources: &SourceTree, all: &mut Vec<Allowance>) {
    for snippet in site.shared.snippets.all() {
        if let Some(snippet) = snippet_tree(snippet) {
            in_tree(snippet, all);
        }
    }
    for file in sources.yaml() {
        in_yaml(file.id, &file.text, 0, all);
    }
}

fn on_page(page: &SitePage) -> Vec<Allowance> {
    let mut all = Vec::new();
    let page = page.page();
    if let Some(front) = page.front.span {
        let lines = front.slice(&page.tree.source);
        in_yaml(front.file, lines, front.start as usize, &mut all);
    }
    in_tree(&page.tree, &mut all);
    all
}

fn snippet_tree(entry: &crate::link::Included) -> Option<&Tree> {
    snippet(&entry.parsed).map(|snippet| &snippet.tree)
}

/// The allowances in the comments of Markdown.
fn in_tree(tree: &Tree, all: &mut Vec<Allowance>) {
    if memmem::find(tree.source.as_bytes(), b"<!--").is_some() {
        let roots: Vec<NodeRef<'_>> = tree.roots().collect();
        among(&roots, None, all);
    }
}

/// A comment that stands alone covers the block behind it; one in a text covers the block around it.
fn among(siblings: &[NodeRef<'_>], parent: Option<NodeRef<'_>>, all: &mut Vec<Allowance>) {
    let mut behind: Vec<Option<NodeRef<'_>>> = vec![None; siblings.len()];
    for at in (1..siblings.len()).rev() {
        behind[at - 1] = match is_comment(siblings[at]) {
            true => behind[at],
            false => Some(siblings[at]),
        };
    }
    let mut in_text = false;
    for (node, next) in siblings.iter().zip(behind) {
        if let Some(comment) = comment(*node) {
            let covers = match next {
                _ if in_text => parent,
                Some(next) if next.kind().is_inline() => parent,
                next => next,
            };
            read(comment, covers.map(NodeRef::span), all);
        }
        in_text |= node.kind().is_inline() && !is_comment(*node);
        let inside: Vec<NodeRef<'_>> = node.children().collect();
        let around = match node.kind().is_inline() {
            true => parent,
            false => Some(*node),
        };
        among(&inside, around, all);
    }
}

/// The text of a comment that could be an allowance, with its place.
fn comment(node: NodeRef<'_>) -> Option<Spanned<&str>> {
    if !matches!(node.kind(), NodeKind::Html) {
        return None;
    }
    let source = &node.tree.source;
    let start = node.span().start as usize;
    let rest = source.get(start..)?;
    let indent = rest.len() - rest.trim_start().len();
    let inner = rest.trim_start().strip_prefix("<!--")?;
    let from = start + indent + "<!--".len();
    let end = from + inner.find("-->")?;
    Some(Spanned::new(
        &source[from..end],
        Span::new(node.tree.file, from, end),
    ))
}

/// Whether a node is a comment, or one of the lines of one.
fn is_comment(node: NodeRef<'_>) -> bool {
    let source = node.source().trim();
    let is_part = source.starts_with("<!--") || source.ends_with("-->");
    matches!(node.kind(), NodeKind::Html) && is_part
}

/// The allowances in the comments of YAML. A comment on a line of its own covers the entry that begins on the next line;
/// one behind a value covers its line.
fn in_yaml(file: FileId, text: &str, base: usize, all: &mut Vec<Allowance>) {
    if !text.contains(ALLOW) {
        return;
    }
    let lines = lines(text);
    for (number, &(start, line)) in lines.iter().enumerate() {
        let Some(hash) = hash(line) else {
            continue;
        };
        let end = line.trim_end().len();
        if hash >= end {
            continue;
        }
        let covered = if line[..hash].trim().is_empty() {
            entry_behind(&lines[number + 1..])
        } else {
            Some((start, start + line.len()))
        };
        let from = base + start + hash + 1;
        let comment = Spanned::new(
            &line[hash + 1..end],
            Span::new(file, from, base + start + end),
        );
        let covers = covered.map(|(start, end)| Span::new(file, base + start, base + end));
        read(comment, covers, all);
    }
}

/// The first byte of every line, and the line.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    let with_start = |line| {
        let at = start;
        start += str::len(line);
        (at, line)
    };
    text.split_inclusive('\n').map(with_start).collect()
}

/// Where a comment begins in a line of YAML.
fn hash(line: &str) -> Option<usize> {
    let mut hashes = line.match_indices('#').map(|(at, _)| at);
    hashes.find(|&at| {
        let rest = line[at + 1..].trim_start();
        let begins = line[..at].is_empty() || line[..at].ends_with([' ', '\t']);
        begins && rest.starts_with(ALLOW)
    })
}

/// The bytes of the entry that begins on the next line which is no comment: that line and those that are indented more.
fn entry_behind(lines: &[(usize, &str)]) -> Option<(usize, usize)> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_entry = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let at = lines.iter().position(|(_, line)| is_entry(line))?;
    let (start, first) = lines[at];
    let depth = indent(first);
    let inside = lines[at + 1..]
        .iter()
        .take_while(|(_, line)| line.trim().is_empty() || indent(line) > depth);
    let end = inside
        .last()
        .map_or(start + first.len(), |(start, line)| start + line.len());
    Some((start, end))
}

/// Reads `allow one-rule, another-rule: reason`. A comment of another form is the author's own.
fn read(comment: Spanned<&str>, covers: Option<Span>, all: &mut Vec<Allowance>) {
    let text = comment.value;
    let Some(rest) = text.trim_start().strip_prefix(ALLOW) else {
        return;
    };
    if !rest.starts_with(char::is_whitespace) {
        return;
    }
    let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let list = names.split(',').map(str::trim);
    if list
        .clone()
        .any(|name| name.is_empty() || name.contains(char::is_whitespace))
    {
        return;
    }
    for name in list {
        let at = name.as_ptr() as usize - text.as_ptr() as usize;
        all.push(Allowance {
            name: Spanned::new(name.to_owned(), comment.span.part(at, at + name.len())),
            has_reason: reason.chars().any(char::is_alphanumeric),
            covers,
        });
    }
}
