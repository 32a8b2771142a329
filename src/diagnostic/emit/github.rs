//! Workflow commands of GitHub Actions, which become annotations on the changed lines.
//!
//! Source: "Workflow commands for GitHub Actions", docs.github.com; the escapes are those of `@actions/core`.

use super::{Finding, Findings};
use crate::diagnostic::Severity;
use std::io::{self, Write};

pub(super) fn emit(findings: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut findings = findings.all.iter();
    findings.try_for_each(|finding| write(out, finding))
}

fn write(out: &mut dyn Write, finding: &Finding<'_>) -> io::Result<()> {
    let diagnostic = finding.diagnostic;
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = (finding.start, finding.end);
    let path = property(finding.path);
    let title = property(&format!(
        "{} {}",
        diagnostic.rule.code, diagnostic.rule.name
    ));
    let mut message = diagnostic.message.clone();
    if let Some(help) = &diagnostic.help {
        message.push('\n');
        message.push_str(help);
    }
    // GitHub refuses columns when a place goes over several lines.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    writeln!(
        out,
        "::{command} file={path},line={},endLine={}{columns},title={title}::{}",
        start.line,
        end.line,
        data(&message)
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
