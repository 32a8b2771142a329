//! `references.bib`, entry by entry: one that cannot be read does not hide the others.

use super::shared::unique;
use crate::diagnostic::{Diagnostic, INVALID_BIBTEX, Outcome};
use crate::model::Reference;
use crate::source::{SourceFile, Span, Spanned};
use biblatex::{Bibliography, ChunksExt, Entry, RawBibliography};
use std::ops::Range;

/// Reads a BibTeX or BibLaTeX file.
pub fn read(file: &SourceFile) -> Outcome<Vec<Reference>> {
    let entries = entries(&file.text);
    let strings: String = entries
        .iter()
        .map(|range| &file.text[range.clone()])
        .filter(|text| is_kind(text, "string"))
        .collect();
    let mut references = Vec::new();
    let mut diagnostics = Vec::new();
    for range in entries {
        let text = &file.text[range.clone()];
        if ["string", "comment", "preamble"]
            .iter()
            .any(|kind| is_kind(text, kind))
        {
            continue;
        }
        match parse(&strings, text) {
            Ok(entry) => references.push(lower(file, &entry, &range)),
            Err(fault) => diagnostics.push(unreadable(file, &fault, &range)),
        }
    }
    unique(
        references.iter().map(|r| &r.key),
        "reference",
        &mut diagnostics,
    );
    Outcome::new(references, diagnostics)
}

/// What keeps an entry from being read, with the place in its text.
struct Fault {
    at: usize,
    reason: String,
}

fn parse(strings: &str, text: &str) -> Result<Entry, Fault> {
    let joined = format!("{strings}{text}");
    let fault = |error: biblatex::ParseError| Fault {
        at: error
            .span
            .start
            .saturating_sub(strings.len())
            .min(text.len()),
        reason: error.kind.to_string(),
    };
    let raw = RawBibliography::parse(&joined).map_err(fault)?;
    let entries = Bibliography::from_raw(raw).map_err(fault)?.into_vec();
    entries.into_iter().next().ok_or_else(|| Fault {
        at: 0,
        reason: "it has no key".to_owned(),
    })
}

/// Each `@…` at the start of a line, up to the next.
fn entries(text: &str) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if line[indent..].starts_with('@') {
            starts.push(at + indent);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| start..end)
        .collect()
}

fn is_kind(text: &str, kind: &str) -> bool {
    text.get(1..=kind.len())
        .is_some_and(|t| t.eq_ignore_ascii_case(kind))
}

fn unreadable(file: &SourceFile, fault: &Fault, range: &Range<usize>) -> Diagnostic {
    let at = range.start + fault.at;
    let message = format!("this entry cannot be read: {}", fault.reason);
    Diagnostic::new(&INVALID_BIBTEX, Span::new(file.id, at, at), message)
        .label(Span::new(file.id, range.start, range.start + 1), "the entry begins here")
        .help("write @article{key, title = {…}, year = {2022}}: every brace closed, a comma after each field")
}

fn lower(file: &SourceFile, entry: &Entry, range: &Range<usize>) -> Reference {
    let text = &file.text[range.clone()];
    let after_brace = text.find('{').map_or(0, |at| at + 1);
    let key_at = text[after_brace..]
        .find(&entry.key)
        .map_or(0, |at| after_brace + at);
    let start = range.start + key_at;
    let span = Span::new(file.id, start, start + entry.key.len());
    let people = entry.author().unwrap_or_default();
    let name = |family: String, prefix: &str| match prefix {
        "" => family,
        prefix => format!("{prefix} {family}"),
    };
    Reference {
        key: Spanned::new(entry.key.clone(), span),
        authors: people
            .into_iter()
            .map(|p| (name(p.name, &p.prefix), p.given_name))
            .collect(),
        fields: entry
            .fields
            .iter()
            .map(|(name, value)| (name.to_lowercase(), value.format_verbatim()))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_entry_does_not_hide_the_next() {
        let text = "@article{one, title = {A \\& B}, author = {Kroenke, Kurt and {World Health Organization}}, year = 2001}\n\n\
                    @article{two, title = {unclosed\n\n@book{three, title=\"C\", date={2020-05}}\n";
        let outcome = read(&SourceFile::new("content/references.bib", text));
        let keys: Vec<&str> = outcome.value.iter().map(|r| r.key.value.as_str()).collect();
        assert_eq!(keys, ["one", "three"]);
        assert_eq!(outcome.diagnostics.len(), 1);
        let one = &outcome.value[0];
        assert_eq!(one.field("title"), Some("A & B"));
        assert_eq!(one.authors[0], ("Kroenke".to_owned(), "Kurt".to_owned()));
        assert_eq!(one.authors[1].0, "World Health Organization");
        assert_eq!(one.key.span.slice(text), "one");
    }
}
