//! Rules about content that holds together: language, evidence, structure. A rule is a file in `rules/` with its manual
//! page, and one line in [`RULES`].

mod settings;

pub use settings::apply as apply_settings;

use crate::diagnostic::{CATALOG, Diagnostic, Rule};
use crate::link::{Site, SitePage};

/// A rule that looks at one page of the site.
pub struct Lint {
    pub rule: Rule,
    /// Tells what it finds on a page.
    pub check: fn(&Site, &SitePage, &mut Vec<Diagnostic>),
}

/// Every lint rule.
pub static RULES: &[&Lint] = &[];

/// Every rule there is: those of reading and linking, then the lint rules, in the order of their codes.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    CATALOG
        .iter()
        .copied()
        .chain(RULES.iter().map(|lint| &lint.rule))
}

/// Runs every lint rule over every page.
#[must_use]
pub fn lint(site: &Site) -> Vec<Diagnostic> {
    use rayon::prelude::*;
    let pages = site.pages.par_iter();
    let found = pages.map(|page| {
        let mut diagnostics = Vec::new();
        for lint in RULES {
            (lint.check)(site, page, &mut diagnostics);
        }
        diagnostics
    });
    found.flatten_iter().collect()
}
