//! SARIF 2.1.0, the OASIS standard that code review tools read.
//!
//! Only the parts of the standard that teachback says something with; section numbers are those of the standard.

use super::{Finding, Findings};
use crate::diagnostic::{Fix, Rule, Severity};
use crate::source::{FileId, Span};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Fault<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

/// §3.49
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    name: &'a str,
    short_description: Message<'a>,
    help: Message<'a>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message<'a> {
    text: std::borrow::Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<&'a str>,
}

/// §3.27, there called result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fault<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'static str,
    message: Message<'a>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mending<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

/// §3.30: lines and columns from 1, the end after the last character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mending<'a> {
    description: Message<'a>,
    artifact_changes: Vec<Change<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Message<'a>,
}

pub(super) fn emit(findings: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut rules: Vec<&Rule> = findings.all.iter().map(|f| f.diagnostic.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    let results = findings.all.iter().map(|f| fault(findings, f, &rules));
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            column_kind: "unicodeCodePoints",
            results: results.collect(),
            tool: Tool {
                driver: Driver {
                    name: "teachback",
                    version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().map(|rule| descriptor(rule)).collect(),
                },
            },
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn descriptor(rule: &Rule) -> Descriptor<'_> {
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: plain(rule.summary),
        help: Message {
            text: rule.page.into(),
            markdown: Some(rule.page),
        },
        default_configuration: Configuration {
            level: level(rule.severity),
        },
    }
}

fn fault<'a>(findings: &Findings<'a>, finding: &Finding<'a>, rules: &[&Rule]) -> Fault<'a> {
    let diagnostic = finding.diagnostic;
    let text = match &diagnostic.help {
        Some(help) => format!("{}\n{help}", diagnostic.message).into(),
        None => diagnostic.message.as_str().into(),
    };
    let related = diagnostic.labels.iter().map(|label| Location {
        physical_location: place(findings, label.span),
        message: Some(plain(&label.text)),
    });
    let code = diagnostic.rule.code;
    Fault {
        rule_id: code,
        rule_index: rules.partition_point(|rule| rule.code < code),
        level: level(diagnostic.severity),
        message: Message {
            text,
            markdown: None,
        },
        locations: [Location {
            physical_location: place(findings, diagnostic.span),
            message: None,
        }],
        related_locations: related.collect(),
        fixes: findings
            .fixes(finding)
            .map(|fix| mending(findings, fix))
            .collect(),
    }
}

/// All edits of a fix, those of one file together.
fn mending<'a>(findings: &Findings<'a>, fix: &'a Fix) -> Mending<'a> {
    let mut files: Vec<FileId> = fix.edits.iter().map(|edit| edit.span.file).collect();
    files.sort_unstable_by_key(|&file| findings.path(file));
    files.dedup();
    let changes = files.into_iter().map(|file| Change {
        artifact_location: artifact(findings, file),
        replacements: fix
            .edits
            .iter()
            .filter(|edit| edit.span.file == file)
            .map(|edit| Replacement {
                deleted_region: region(findings, edit.span),
                inserted_content: plain(&edit.text),
            })
            .collect(),
    });
    Mending {
        description: plain(&fix.description),
        artifact_changes: changes.collect(),
    }
}

fn place(findings: &Findings<'_>, span: Span) -> PhysicalLocation {
    let has_text = findings.source(span.file).is_some();
    PhysicalLocation {
        artifact_location: artifact(findings, span.file),
        region: has_text.then(|| region(findings, span)),
    }
}

fn region(findings: &Findings<'_>, span: Span) -> Region {
    let (start, end) = findings.positions(span);
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn artifact(findings: &Findings<'_>, file: FileId) -> Artifact {
    Artifact {
        uri: relative_uri(findings.path(file)),
    }
}

fn plain(text: &str) -> Message<'_> {
    Message {
        text: text.into(),
        markdown: None,
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative URI reference (RFC 3986): everything but unreserved characters and `/` is percent-encoded.
fn relative_uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
