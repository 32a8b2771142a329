//! Whether a site hangs together: every page is well formed, every id stands once, every address leads somewhere.

use crate::html::{Token, is_void, tokens};
use crate::memory::text;
use std::collections::{HashMap, HashSet};
use teachback::diagnostic::Diagnostic;
use teachback::diagnostic::emit::{EMITTERS, Findings, Summary};
use teachback::output::Outputs;
use teachback::source::{FileId, SourceTree, Span, join_relative, parent};

/// Elements that end a paragraph, so that one inside it tears it apart.
const ENDS_PARAGRAPH: [&str; 24] = [
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// What is wrong with the pages of a site, as `page: fault`; empty when all is well.
pub fn faults(outputs: &Outputs) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids: HashMap<&str, HashSet<String>> = HashMap::new();
    let mut addresses: Vec<(&str, String)> = Vec::new();
    for output in outputs
        .iter()
        .filter(|output| output.path().ends_with(".html"))
    {
        let path = output.path();
        let tokens = tokens(text(output).expect("the program makes the pages"));
        faults.extend(
            torn(&tokens)
                .into_iter()
                .map(|fault| format!("{path}: {fault}")),
        );
        let own = ids.entry(path).or_default();
        for token in &tokens {
            if let Some(id) = token.attribute("id")
                && !own.insert(id.to_owned())
            {
                faults.push(format!("{path}: the id {id:?} stands twice"));
            }
            for key in ["href", "src", "poster"] {
                addresses.extend(
                    token
                        .attribute(key)
                        .map(|address| (path, address.to_owned())),
                );
            }
        }
    }
    for (path, address) in addresses {
        let fault = leads_nowhere(path, &address, outputs, &ids);
        faults.extend(fault.map(|fault| format!("{path}: {address:?} {fault}")));
    }
    faults
}

/// Elements that are not closed in their order, or that may not stand where they stand.
fn torn(tokens: &[Token]) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    for token in tokens {
        match token {
            Token::Open { name, .. } => {
                let inside = |outer: &str| open.contains(&outer);
                if name == "a" && inside("a") {
                    return Some("a link inside a link".to_owned());
                }
                if ENDS_PARAGRAPH.contains(&name.as_str()) && open.last() == Some(&"p") {
                    return Some(format!("<{name}> inside a paragraph"));
                }
                if !is_void(name) {
                    open.push(name);
                }
            }
            Token::Close(name) => {
                let last = open.pop();
                if last != Some(name) {
                    return Some(format!("</{name}> closes <{}>", last.unwrap_or("nothing")));
                }
            }
            Token::Text(_) => {}
        }
    }
    open.last().map(|name| format!("<{name}> is not closed"))
}

fn leads_nowhere(
    from: &str,
    address: &str,
    outputs: &Outputs,
    ids: &HashMap<&str, HashSet<String>>,
) -> Option<&'static str> {
    if let Some((scheme, _)) = address
        .split_once(':')
        .filter(|(scheme, _)| scheme.bytes().all(|b| b.is_ascii_alphanumeric()))
    {
        let picture = address.starts_with("data:image/");
        let runs = ["javascript", "vbscript", "data", "file"]
            .contains(&scheme.to_ascii_lowercase().as_str());
        return (runs && !picture).then_some("runs a program or leaves the browser");
    }
    let (path, anchor) = address
        .split_once('#')
        .map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    // A question mark that belongs to a file's name is escaped.
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let path = percent_decoded(path);
    if path.is_empty() && anchor.is_none() {
        return Some("is no address");
    }
    let target = if path.is_empty() {
        Some(from.to_owned())
    } else {
        join_relative(parent(from), &path)
    };
    let Some(target) = target.filter(|_| !path.starts_with('/')) else {
        return Some("leaves the site");
    };
    if outputs.get(&target).is_none() {
        return Some("names no file");
    }
    let anchor = percent_decoded(anchor.unwrap_or(""));
    let known = anchor.is_empty()
        || ids
            .get(target.as_str())
            .is_none_or(|ids| ids.contains(&anchor));
    (!known).then_some("names no place of that page")
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after
            .get(..2)
            .filter(|d| byte == b'%' && d.iter().all(u8::is_ascii_hexdigit));
        let code = digits.and_then(|d| u8::from_str_radix(std::str::from_utf8(d).ok()?, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Diagnostics whose place is not in a file of the project, and formats that do not carry them.
pub fn told_badly(diagnostics: &[Diagnostic], sources: &SourceTree) -> Vec<String> {
    let mut faults = Vec::new();
    for diagnostic in diagnostics {
        let labels = diagnostic.labels.iter().map(|label| label.span);
        let edits = diagnostic
            .fixes
            .iter()
            .flat_map(|fix| fix.edits.iter().map(|edit| edit.span));
        for span in std::iter::once(diagnostic.span).chain(labels).chain(edits) {
            if let Some(fault) = outside(span, sources) {
                faults.push(format!(
                    "{}: {} {fault}",
                    diagnostic.rule.name, diagnostic.message
                ));
            }
        }
    }
    let findings = Findings::new(diagnostics, sources, Summary::default());
    for emitter in EMITTERS {
        let text = emitter.text(&findings, false);
        let missing = findings
            .all
            .iter()
            .find(|f| !text.contains(f.diagnostic.rule.code));
        faults.extend(
            missing.map(|f| format!("{} does not tell {}", emitter.name, f.diagnostic.rule.name)),
        );
    }
    faults
}

fn outside(span: Span, sources: &SourceTree) -> Option<String> {
    let Some(file) = sources.get(span.file) else {
        let settings = span.file == FileId::of_path("teachback.yaml");
        let known = settings || sources.path_of(span.file).is_some();
        return (!known).then(|| "stands in no file of the project".to_owned());
    };
    let (start, end) = (span.start as usize, span.end as usize);
    let fits = start <= end && file.text.is_char_boundary(start) && file.text.is_char_boundary(end);
    (!fits).then(|| {
        format!(
            "has the place {start}..{end} in {} of {} bytes",
            file.path,
            file.text.len()
        )
    })
}
