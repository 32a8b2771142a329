//! The order that modules ask for: each after those that it builds on.

use super::site::{Module, Site};
use crate::diagnostic::{Diagnostic, PREREQUISITE_CYCLE};
use crate::source::Spanned;
use std::collections::HashSet;

/// The modules, each after those that it builds on, else in the given order. What a module builds on comes along, also
/// when it is not among those given. A cycle, which was told, is broken where it closes.
#[must_use]
pub fn in_order<'a>(site: &'a Site, modules: &[&'a Module], lang: &str) -> Vec<&'a Module> {
    let mut order = Order {
        site,
        lang,
        seen: HashSet::new(),
        modules: Vec::new(),
    };
    modules.iter().for_each(|module| order.add(module));
    order.modules
}

struct Order<'a, 'l> {
    site: &'a Site,
    lang: &'l str,
    seen: HashSet<&'a str>,
    modules: Vec<&'a Module>,
}

impl<'a> Order<'a, '_> {
    fn add(&mut self, module: &'a Module) {
        if !self.seen.insert(&module.name) {
            return;
        }
        for name in prerequisites(self.site, module) {
            if let Some(before) = named(self.site, &name.value, self.lang) {
                self.add(before);
            }
        }
        self.modules.push(module);
    }
}

/// A module by its name: in a language, else in the first one that has it.
#[must_use]
pub fn named<'a>(site: &'a Site, name: &str, lang: &str) -> Option<&'a Module> {
    let named = site.modules_named(name);
    let same = named.iter().find(|m| m.lang == lang);
    same.or_else(|| named.first())
}

fn prerequisites<'a>(site: &'a Site, module: &Module) -> &'a [Spanned<String>] {
    let page = module.page.map(|id| site.page(id).page());
    page.map_or(&[], |page| &page.front.module.prerequisites)
}

/// Tells prerequisites that lead back to their own module, at each member of the cycle.
#[must_use]
pub fn cycles(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for module in &site.modules {
        for name in prerequisites(site, module) {
            if let Some(way) = way_back(site, module, &name.value) {
                let message = match way.as_slice() {
                    [_] => "a module cannot be its own prerequisite".to_owned(),
                    way => format!(
                        "these modules wait for each other: {}, {}",
                        way.join(", "),
                        module.name
                    ),
                };
                let help = "nobody could begin; take out one prerequisite of the circle";
                let fault = Diagnostic::new(&PREREQUISITE_CYCLE, name.span, message);
                diagnostics.push(fault.help(help));
            }
        }
    }
    diagnostics
}

/// The shortest way from a prerequisite of a module back to the module: the module first, then what each waits for.
fn way_back<'a>(site: &'a Site, module: &'a Module, first: &str) -> Option<Vec<&'a str>> {
    let start = named(site, first, &module.lang)?;
    let mut seen = HashSet::from([start.name.as_str()]);
    let mut ways = std::collections::VecDeque::from([(start, vec![module.name.as_str()])]);
    while let Some((at, way)) = ways.pop_front() {
        if at.name == module.name {
            return Some(way);
        }
        for name in prerequisites(site, at) {
            let Some(next) = named(site, &name.value, &module.lang) else {
                continue;
            };
            if next.name == module.name || seen.insert(&next.name) {
                let mut longer = way.clone();
                longer.push(&at.name);
                ways.push_back((next, longer));
            }
        }
    }
    None
}
