//! Levels of one page that are not as hard as their order says.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::levels::is_harder;
use crate::link::PageId;
use crate::lint::{Lint, Subject};
use crate::source::Span;

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB723",
        name: "levels-out-of-order",
        severity: Severity::Warning,
        summary: "An easier level of a page measures harder than the next one.",
        page: include_str!("levels-out-of-order.md"),
    },
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let (Some((id, page)), Some((level, name))) = (subject.page(), subject.level()) else {
        return;
    };
    let Some((next, (grade, harder))) =
        next(subject, id).zip(level.grade).and_then(|(next, own)| {
            let harder = subject.levels.get(next.0)?;
            let grade = harder.grade.filter(|_| harder.is_gradable())?;
            is_harder(own, grade).then_some((next, (own, grade)))
        })
    else {
        return;
    };
    let other = subject.site.page(next);
    let config = &subject.site.config;
    let next_level = other.meta.level;
    let next_name = next_level.map_or("", |at| config.level_name(at, config.language()));
    let message = format!(
        "\"{name}\" measures grade {grade:.1} by {}, and is harder than \"{next_name}\" with {harder:.1}",
        level.formula
    );
    let start = Span::start_of(page.parsed.value.file);
    diagnostics.push(
        Diagnostic::new(&LINT.rule, start, message)
            .label(
                Span::start_of(other.parsed.value.file),
                format!("\"{next_name}\""),
            )
            .help(format!(
                "readers who choose \"{name}\" want the easier text: write its longest sentences shorter (`teachback report` \
                 shows them)"
            )),
    );
}

/// The next harder level of the same page in the same language.
fn next(subject: &Subject<'_>, id: PageId) -> Option<PageId> {
    let site = subject.site;
    let own = &site.page(id).meta;
    let variants = site.group_of(id).variants.iter().copied();
    let harder = variants.filter(|&other| {
        let meta = &site.page(other).meta;
        meta.lang == own.lang && meta.level > own.level
    });
    harder.min_by_key(|&other| site.page(other).meta.level)
}
