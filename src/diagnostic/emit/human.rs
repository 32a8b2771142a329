//! For reading in a terminal: the sentence, the line it is about, and what to do.

use super::window::Window;
use super::{Finding, Findings};
use crate::diagnostic::{Label, Rule, Severity};
use crate::source::Span;
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};
use rayon::prelude::*;
use std::io::{self, Write};

/// Lines are cut before they get this wide.
const WIDTH: usize = 240;

/// Findings that are drawn side by side before they are put together.
const AT_ONCE: usize = 1 << 10;

pub(super) fn emit(findings: &Findings<'_>, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(WIDTH);
    for part in findings.all.chunks(AT_ONCE) {
        let part = part.par_iter();
        let told = part.map(|finding| renderer.render(&report(findings, finding)));
        // In the order of the findings, whichever was ready first.
        for told in told.collect::<Vec<String>>() {
            write!(out, "{told}\n\n")?;
        }
    }
    match left_out(findings) {
        Some(told) => write!(out, "{}\n\n", renderer.render(&[told])),
        None => Ok(()),
    }
}

/// How many are not told in full.
fn left_out<'a>(findings: &Findings<'_>) -> Option<Group<'a>> {
    let more = findings.left_out.values().map(|more| {
        let Rule { code, name, .. } = more.rule;
        format!("{} more of {code} {name}", more.number)
    });
    let more: Vec<String> = more.collect();
    (!more.is_empty()).then(|| {
        let help = Level::HELP.message("`teachback check` tells them all");
        Level::NOTE.primary_title(more.join(", ")).element(help)
    })
}

fn report<'a>(findings: &'a Findings<'a>, finding: &'a Finding<'a>) -> Vec<Group<'a>> {
    let diagnostic = finding.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let id = format!("{} {}", diagnostic.rule.code, diagnostic.rule.name);
    let title = level.primary_title(diagnostic.message.as_str()).id(id);
    let mut report = Report {
        findings,
        done: Vec::new(),
        last: Group::with_title(title),
    };
    report.places(finding);
    if let Some(help) = &diagnostic.help {
        report.add(Level::HELP.message(help.as_str()));
    }
    if let Some(fix) = findings.fixes(finding).find(|fix| fix.sure) {
        let text = format!("teachback check --fix does it: {}", fix.description);
        report.add(Level::NOTE.message(text));
    }
    report.done.push(report.last);
    report.done
}

struct Report<'a> {
    findings: &'a Findings<'a>,
    done: Vec<Group<'a>>,
    last: Group<'a>,
}

impl<'a> Report<'a> {
    fn add(&mut self, element: impl Into<Element<'a>>) {
        let last = std::mem::replace(&mut self.last, Group::with_level(Level::NOTE));
        self.last = last.element(element);
    }

    /// The line of the fault with all labels that fall into it, then a line for every other label.
    fn places(&mut self, finding: &'a Finding<'a>) {
        let diagnostic = finding.diagnostic;
        let Some(source) = finding.source else {
            return self.add(Origin::path(finding.path));
        };
        let window = Window::around(&source.text, diagnostic.span.start as usize);
        let mut marks = vec![mark(&window, AnnotationKind::Primary, diagnostic.span)];
        let (here, elsewhere): (Vec<&Label>, Vec<&Label>) =
            diagnostic.labels.iter().partition(|label| {
                label.span.file == diagnostic.span.file && window.holds(label.span.start as usize)
            });
        marks.extend(here.into_iter().map(|label| labelled(&window, label)));
        self.line(diagnostic.span, window, marks);
        for label in elsewhere {
            match self.findings.source(label.span.file) {
                Some(source) => {
                    let window = Window::around(&source.text, label.span.start as usize);
                    let mark = labelled(&window, label);
                    self.line(label.span, window, vec![mark]);
                }
                None => self.add(Origin::path(self.findings.path(label.span.file))),
            }
        }
    }

    fn line(&mut self, span: Span, window: Window, marks: Vec<Annotation<'a>>) {
        let path = self.findings.path(span.file);
        let (start, _) = self.findings.positions(span);
        let cut = window.is_cut_before();
        let snippet = Snippet::source(window.text)
            .line_start(start.line)
            .annotations(marks);
        if !cut {
            return self.add(snippet.path(path));
        }
        // The renderer would count columns from the cut. It takes a place of our own only in a group before.
        self.add(
            Origin::path(path)
                .line(start.line)
                .char_column(start.column),
        );
        let group = Group::with_level(Level::NOTE).element(snippet);
        self.done.push(std::mem::replace(&mut self.last, group));
    }
}

fn mark<'a>(window: &Window, kind: AnnotationKind, span: Span) -> Annotation<'a> {
    kind.span(window.range(span.start as usize, span.end as usize))
}

fn labelled<'a>(window: &Window, label: &'a Label) -> Annotation<'a> {
    mark(window, AnnotationKind::Context, label.span).label(&label.text)
}
