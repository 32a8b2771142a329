//! The first page: what is wrong, what is too hard, what is due, and what the statements rest on.

use super::handout::grade_cell;
use super::view::{EvidenceRow, FaultRow, LevelRow, Overview, ReviewRow, RuleRow};
use super::{Desk, INDEX, link};
use crate::diagnostic::Severity;
use crate::link::{Group, PageId, SitePage};
use crate::model::{BlockData, EvidenceGrade, NodeKind};
use crate::source::CONTENT_DIR;
use std::collections::BTreeMap;

/// Days before a review is due in which it is told.
const SOON: u32 = 60;

/// How many pages back the other levels and languages of a page are looked for.
const NEAR: usize = 64;

/// Grades of evidence, the best first, with their words.
const GRADES: [(EvidenceGrade, &str); 5] = [
    (EvidenceGrade::High, "High certainty"),
    (EvidenceGrade::Moderate, "Moderate certainty"),
    (EvidenceGrade::Low, "Low certainty"),
    (EvidenceGrade::VeryLow, "Very low certainty"),
    (EvidenceGrade::None, "No studies found"),
];

pub(super) fn overview(desk: &Desk<'_>) -> Overview {
    let summary = desk.findings.summary;
    let title = format!("Report on {}", desk.site.config.title);
    Overview {
        head: desk.head(INDEX, &title),
        translations_href: super::translations::href(desk),
        pages: desk.site.pages.len(),
        errors: summary.errors,
        warnings: summary.warnings,
        infos: summary.infos,
        rules: rules(desk),
        levels: desk
            .leveled()
            .flat_map(|group| level_rows(desk, group))
            .collect(),
        reviews: reviews(desk),
        evidence: evidence(desk),
        faults: other_faults(desk),
    }
}

fn rules(desk: &Desk<'_>) -> Vec<RuleRow> {
    let mut rows: BTreeMap<&str, RuleRow> = BTreeMap::new();
    for finding in &desk.findings.all {
        let rule = finding.diagnostic.rule;
        let row = rows.entry(rule.code).or_insert_with(|| RuleRow {
            code: rule.code,
            name: rule.name,
            summary: rule.summary,
            ..RuleRow::default()
        });
        match finding.diagnostic.severity {
            Severity::Error => row.errors += 1,
            Severity::Warning => row.warnings += 1,
            Severity::Info => row.infos += 1,
        }
    }
    let mut rows: Vec<RuleRow> = rows.into_values().collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.errors, row.warnings, row.infos)));
    rows
}

/// A row for each language of a handout.
fn level_rows<'a>(desk: &'a Desk<'_>, group: &'a Group) -> impl Iterator<Item = LevelRow> + 'a {
    let site = desk.site;
    let languages = site.config.languages.iter();
    languages.filter_map(move |lang| {
        let own = group.variants.iter().copied();
        let own: Vec<PageId> = own.filter(|&id| site.page(id).meta.lang == *lang).collect();
        let first = *own.first()?;
        let sources: Vec<String> = own.iter().map(|&id| source_of(site.page(id))).collect();
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        let faults = desk.faults(&sources);
        Some(LevelRow {
            page: link(INDEX, group, &site.page(first).meta.title),
            lang: lang.clone(),
            cells: own.iter().map(|&id| grade_cell(desk, id)).collect(),
            faults: faults
                .iter()
                .filter(|fault| fault.severity != "info")
                .count(),
        })
    })
}

fn reviews(desk: &Desk<'_>) -> Vec<ReviewRow> {
    let pages = desk.site.pages.iter();
    let mut rows: Vec<(u8, ReviewRow)> = Vec::new();
    for (order, row) in pages.filter_map(|page| review(desk, page)) {
        let together = |known: &&mut (u8, ReviewRow)| {
            let known = &known.1;
            (&known.source, &known.lang, &known.due, &known.reviewed)
                == (&row.source, &row.lang, &row.due, &row.reviewed)
        };
        // Variants of a page stand beside each other.
        match rows.iter_mut().rev().take(NEAR).find(together) {
            Some((_, known)) => known.pages += 1,
            None => rows.push((order, row)),
        }
    }
    rows.sort_by(|(a, one), (b, other)| {
        (a, &one.due, &one.source).cmp(&(b, &other.due, &other.source))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

fn review(desk: &Desk<'_>, page: &SitePage) -> Option<(u8, ReviewRow)> {
    let meta = &page.meta;
    meta.reviewed.map(drop).or(meta.review_every.map(drop))?;
    let due = meta.reviewed.zip(meta.review_every);
    let due = due.map(|(day, period)| day.after(period));
    let (order, state) = match due {
        Some(due) if due < desk.today => (0, "overdue"),
        Some(due) if due <= desk.today.later(SOON) => (1, "soon"),
        None => (2, "unknown"),
        Some(_) => (3, "fine"),
    };
    let row = ReviewRow {
        title: meta.title.clone(),
        lang: meta.lang.clone(),
        source: format!("{CONTENT_DIR}/{}", desk.site.groups[page.group].name),
        pages: 1,
        owner: meta.owner.clone(),
        reviewed: meta.reviewed.map(|day| day.to_string()),
        due: due.map(|day| day.to_string()),
        state,
    };
    Some((order, row))
}

fn evidence(desk: &Desk<'_>) -> Vec<EvidenceRow> {
    let mut statements: Vec<Option<EvidenceGrade>> = Vec::new();
    for page in desk.site.pages.iter() {
        let nodes = page.page().tree.nodes.iter();
        statements.extend(nodes.filter_map(|node| match &node.kind {
            NodeKind::Block(block) => match &block.data {
                BlockData::Evidence(Some(grade)) => Some(Some(grade.value)),
                // A myth need not be graded; a statement of evidence is.
                BlockData::Evidence(None) => (block.name.value == "evidence").then_some(None),
                _ => None,
            },
            _ => None,
        }));
    }
    let count = |grade: Option<EvidenceGrade>| statements.iter().filter(|s| **s == grade).count();
    let of_pages = |grade: EvidenceGrade| {
        let pages = desk.site.pages.iter();
        pages
            .filter(|page| page.meta.evidence == Some(grade))
            .count()
    };
    let known = GRADES.iter().map(|&(grade, words)| EvidenceRow {
        grade: words,
        statements: count(Some(grade)),
        pages: of_pages(grade),
    });
    let mut rows: Vec<EvidenceRow> = known.collect();
    let ungraded = count(None);
    if ungraded > 0 {
        rows.push(EvidenceRow {
            grade: "Not graded",
            statements: ungraded,
            pages: 0,
        });
    }
    rows
}

/// What is wrong in files that have no page of their own in the report.
fn other_faults(desk: &Desk<'_>) -> Vec<FaultRow> {
    let mut shown: Vec<String> = Vec::new();
    for group in desk.leveled() {
        shown.extend(super::handout::sources(desk, group));
    }
    let all = desk.findings.all.iter();
    let others = all.filter(|finding| {
        finding.diagnostic.severity > Severity::Info
            && !shown.iter().any(|path| path == finding.path)
    });
    let row = |finding: &crate::diagnostic::emit::Finding<'_>| {
        super::fault_row(finding.diagnostic, finding.path, finding.start.line)
    };
    others.map(row).collect()
}

/// The source of a page as faults name it.
pub(super) fn source_of(page: &SitePage) -> String {
    format!("{CONTENT_DIR}/{}", page.source)
}
