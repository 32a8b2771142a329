//! The page of a handout: each level against its limit, and what the author can do about it.

use super::overview::source_of;
use super::passages::passages;
use super::view::{
    FormulaRow, FormulaTable, GradeCell, Handout, MessageCell, MessageRow, TermRow, VariantView,
};
use super::{Desk, path_of};
use crate::levels::PageLevel;
use crate::link::{Group, PageId, key_messages, shared_handout};
use crate::model::PageKind;
use crate::readability::formulas::{Kind, formulas};
use crate::source::{CONTENT_DIR, file_stem};

/// The chart ends here, unless a grade or a limit is higher.
const LEAST_END: f64 = 12.0;

pub(super) fn handout(desk: &Desk<'_>, group: &Group) -> Handout {
    let first = desk.site.page(group.variants[0]);
    let measured = group.variants.iter().filter_map(|id| desk.levels.get(id.0));
    let formula = measured.clone().map(|level| level.formula).next();
    let ends = measured
        .flat_map(|level| [level.grade, level.target])
        .flatten();
    let end = ends.fold(LEAST_END, f64::max).ceil() + 1.0;
    let paths = sources(desk, group);
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    Handout {
        head: desk.head(&path_of(group), &first.meta.title),
        lang: first.meta.lang.clone(),
        formula: formula.unwrap_or_default().to_owned(),
        variants: group
            .variants
            .iter()
            .map(|&id| variant(desk, group, id, end))
            .collect(),
        chart_end: format!("{end}"),
        formulas: formula_tables(desk, group),
        messages: messages(desk, group),
        terms: terms(desk, group),
        faults: desk.faults(&paths),
    }
}

/// The files of a group: its pages, and what its levels share.
pub(super) fn sources(desk: &Desk<'_>, group: &Group) -> Vec<String> {
    let pages = group
        .variants
        .iter()
        .map(|&id| source_of(desk.site.page(id)));
    let shared =
        (group.kind == PageKind::Handout).then(|| format!("{CONTENT_DIR}/{}.yaml", group.name));
    pages.chain(shared).collect()
}

/// The grade of a page against its limit.
pub(super) fn grade_cell(desk: &Desk<'_>, id: PageId) -> GradeCell {
    let config = &desk.site.config;
    let meta = &desk.site.page(id).meta;
    let name = meta
        .level
        .map_or("No level", |at| config.level_name(at, config.language()));
    let measured = desk.levels.get(id.0);
    GradeCell {
        level: name.to_owned(),
        grade: measured.and_then(|level| level.grade).map(one_decimal),
        target: measured
            .and_then(|level| level.target)
            .map(|target| format!("{target}")),
        is_over: measured.is_some_and(|level| level.over().is_some()),
        is_estimate: measured.is_some_and(PageLevel::is_estimate),
    }
}

fn variant(desk: &Desk<'_>, group: &Group, id: PageId, end: f64) -> VariantView {
    let page = desk.site.page(id);
    let measured = desk.levels.get(id.0);
    let place = |grade: f64| one_decimal(grade / end * 100.0);
    let grade = measured.and_then(|level| level.grade);
    let counts = measured.map(|level| level.counts).unwrap_or_default();
    let as_written = measured.and_then(|level| level.as_written);
    VariantView {
        name: desk.variant_name(group, id),
        source: source_of(page),
        lang: page.meta.lang.clone(),
        cell: grade_cell(desk, id),
        as_written: as_written
            .filter(|written| Some(*written) != grade)
            .map(one_decimal),
        words: counts.words,
        sentences: counts.sentences,
        bar: grade.map(place).unwrap_or_default(),
        mark: measured.and_then(|level| level.target).map(place),
        verdict: measured.map_or_else(|| "not measured".to_owned(), verdict),
        hardest: measured
            .map(|level| passages(desk, level))
            .unwrap_or_default(),
    }
}

fn verdict(level: &PageLevel) -> String {
    let words = match (level.grade, level.target, level.over()) {
        (None, _, _) => "no formula for this language".to_owned(),
        (Some(_), None, _) => "no limit is set".to_owned(),
        (_, _, Some((grade, target))) => format!("over by {:.1}", grade - target),
        _ => "within".to_owned(),
    };
    if level.is_estimate() && level.grade.is_some() {
        format!("{words} (estimate)")
    } else {
        words
    }
}

/// A table a language, as each has formulas of its own.
fn formula_tables(desk: &Desk<'_>, group: &Group) -> Vec<FormulaTable> {
    let mut tables = Vec::new();
    let mut done = Vec::new();
    for &id in &group.variants {
        let Some(level) = desk
            .levels
            .get(id.0)
            .filter(|level| !done.contains(&level.language))
        else {
            continue;
        };
        done.push(level.language);
        let same = group.variants.iter().copied();
        let same = same.filter_map(|id| Some((id, desk.levels.get(id.0)?)));
        let same: Vec<(PageId, &PageLevel)> = same
            .filter(|(_, other)| other.language == level.language)
            .collect();
        let rows = formulas(level.language).map(|formula| FormulaRow {
            name: formula.title,
            counts: formula.counts,
            is_grade: formula.kind == Kind::Grade,
            values: same
                .iter()
                .map(|(_, level)| {
                    formula
                        .value(&level.counts)
                        .map(one_decimal)
                        .unwrap_or_default()
                })
                .collect(),
        });
        tables.push(FormulaTable {
            rows: rows.collect(),
            variants: same
                .iter()
                .map(|(id, _)| desk.variant_name(group, *id))
                .collect(),
        });
    }
    tables
}

/// The key messages of a handout against its pages.
fn messages(desk: &Desk<'_>, group: &Group) -> Vec<MessageRow> {
    let shared = desk.site.shared.handouts.get(file_stem(&group.name));
    let shared = shared
        .and_then(shared_handout)
        .filter(|_| group.kind == PageKind::Handout);
    let texts = key_messages(desk.site, group.variants[0]);
    let messages = shared.into_iter().flat_map(|shared| &shared.key_messages);
    let row = |id: &str| {
        let text = texts.iter().find(|(known, _)| known == id);
        let cells = group.variants.iter().map(|variant| {
            let level = desk.levels.get(variant.0);
            let key = level.and_then(|level| level.keys.iter().find(|key| key.id == id));
            MessageCell {
                is_given: key.is_some(),
                grade: key.and_then(|key| key.grade).map(one_decimal),
            }
        });
        MessageRow {
            id: id.to_owned(),
            text: text.map(|(_, text)| text.clone()).unwrap_or_default(),
            cells: cells.collect(),
        }
    };
    messages.map(|message| row(&message.id.value)).collect()
}

/// The terms of the glossary that the pages use.
fn terms(desk: &Desk<'_>, group: &Group) -> Vec<TermRow> {
    let site = desk.site;
    let used = |id: &PageId, term: &str| {
        let level = desk.levels.get(id.0);
        let known = level.and_then(|level| level.terms.iter().find(|used| used.term == term));
        known.map(|term| term.is_explained)
    };
    let lang = &site.page(group.variants[0]).meta.lang;
    let rows = site.shared.glossary.iter().filter_map(|entry| {
        let term = entry.term.value.as_str();
        let cells: Vec<&str> = group
            .variants
            .iter()
            .map(|id| match used(id, term) {
                Some(true) => "explained",
                Some(false) => "not linked",
                None => "",
            })
            .collect();
        let plain = entry.plain.get(lang, site.config.language());
        cells.iter().any(|cell| !cell.is_empty()).then(|| TermRow {
            term: term.to_owned(),
            plain: plain.map(|plain| plain.value.clone()).unwrap_or_default(),
            cells,
        })
    });
    rows.collect()
}

fn one_decimal(value: f64) -> String {
    format!("{value:.1}")
}
