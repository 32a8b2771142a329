//! One JSON object: the contract with other programs.

use super::{Finding, Findings, Summary};
use crate::diagnostic::Fix;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::io::{self, Write};
use std::time::Duration;

#[derive(Serialize)]
struct Report<'a> {
    #[serde(serialize_with = "faults")]
    diagnostics: &'a Findings<'a>,
    summary: Summary,
    /// Milliseconds by part of the build, where they were asked for.
    #[serde(skip_serializing_if = "Map::is_empty")]
    timings: Map<String, Value>,
}

/// Lines and columns count from 1, columns in characters; the end is after the last character.
#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    fixes: Vec<Mending<'a>>,
}

#[derive(Serialize)]
struct Mending<'a> {
    description: &'a str,
    sure: bool,
    edits: Vec<Change<'a>>,
}

/// Replaces the bytes from `start` up to `end` of the file on disk.
#[derive(Serialize)]
struct Change<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
}

pub(super) fn emit(findings: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = Report {
        diagnostics: findings,
        summary: findings.summary,
        timings: timings(findings),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

/// One after the other: there can be many.
fn faults<S: Serializer>(findings: &&Findings<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(findings.all.iter().map(|f| fault(findings, f)))
}

/// To microseconds: more is noise.
fn timings(findings: &Findings<'_>) -> Map<String, Value> {
    let milliseconds = |took: &Duration| (took.as_secs_f64() * 1e6).round() / 1e3;
    let timings = findings.timings.iter();
    timings
        .map(|(part, took)| ((*part).to_owned(), milliseconds(took).into()))
        .collect()
}

fn fault<'a>(findings: &'a Findings<'a>, finding: &'a Finding<'a>) -> Fault<'a> {
    let diagnostic = finding.diagnostic;
    Fault {
        code: diagnostic.rule.code,
        name: diagnostic.rule.name,
        severity: diagnostic.severity.word(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        path: finding.path,
        line: finding.start.line,
        column: finding.start.column,
        end_line: finding.end.line,
        end_column: finding.end.column,
        fixes: findings
            .fixes(finding)
            .map(|fix| mending(findings, fix))
            .collect(),
    }
}

fn mending<'a>(findings: &Findings<'a>, fix: &'a Fix) -> Mending<'a> {
    let edits = fix.edits.iter().map(|edit| {
        let file = edit.span.file;
        let skipped = findings.source(file).map_or(0, |f| f.skipped_bytes);
        Change {
            path: findings.path(file),
            start: edit.span.start + skipped,
            end: edit.span.end + skipped,
            text: &edit.text,
        }
    });
    Mending {
        description: &fix.description,
        sure: fix.sure,
        edits: edits.collect(),
    }
}
