//! Whom a part of the site is written for: how plain its words must be.

use super::Part;
use crate::diagnostic::Severity;
use crate::link::{Site, SitePage};
use crate::model::{BlockData, NodeKind, PageKind, Snippet};

/// The highest grade that a level for everybody may have.
const PLAIN_GRADE: f64 = 8.0;

/// The levels that are for everybody when nothing is said of their grades.
const PLAIN_LEVELS: usize = 2;

/// Readers, by what can be asked of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Patients and families: handouts, texts of an easy level, what they share.
    Everybody,
    /// Patients who asked for more: the handouts of the hardest level.
    Curious,
    /// Professionals.
    Staff,
}

impl Audience {
    /// How serious a lack of plainness is: a warning for everybody, worth knowing for others.
    pub(super) fn severity(self) -> Severity {
        match self {
            Self::Everybody => Severity::Warning,
            Self::Curious | Self::Staff => Severity::Info,
        }
    }
}

/// Whom a part is written for. A snippet is for everybody as soon as one page for everybody puts it in.
pub(super) fn of(site: &Site, part: Part<'_>) -> Audience {
    match part {
        Part::Page(page) => of_page(site, page),
        Part::Snippet(snippet) => {
            let mut pages = site.pages.iter();
            let shown = pages.any(|page| {
                of_page(site, page) == Audience::Everybody && puts_in(site, page, snippet)
            });
            if shown {
                Audience::Everybody
            } else {
                Audience::Staff
            }
        }
        Part::Handout(_) => Audience::Everybody,
        Part::Bank(_) | Part::Glossary(_) => Audience::Staff,
    }
}

fn of_page(site: &Site, page: &SitePage) -> Audience {
    let Some(at) = page.meta.level else {
        return match page.kind() {
            PageKind::Handout => Audience::Everybody,
            _ => Audience::Staff,
        };
    };
    let grade = site.config.levels.get(at).and_then(|level| level.max_grade);
    let plain = match grade {
        Some(grade) => grade <= PLAIN_GRADE,
        None => at < PLAIN_LEVELS,
    };
    if plain {
        Audience::Everybody
    } else {
        Audience::Curious
    }
}

/// Whether a page puts in this very variant.
fn puts_in(site: &Site, page: &SitePage, snippet: &Snippet) -> bool {
    let chosen = || {
        let chosen = site.snippet_for(&snippet.name, &page.meta)?;
        crate::link::snippet(&chosen.parsed)
    };
    page.page().tree.all().any(|node| match node.kind() {
        NodeKind::Block(block) => match &block.data {
            BlockData::Snippet(Some(name)) if name.value == snippet.name => {
                chosen().is_some_and(|chosen| std::ptr::eq(chosen, snippet))
            }
            _ => false,
        },
        _ => false,
    })
}
