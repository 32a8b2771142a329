//! Parts: markup with its words that scripts put into pages, such as the form in which a question is answered. It is the
//! same on every page in a language. Therefore it is drawn one time for each, and stands in the script of its bundle,
//! which browsers keep, and on no page.

use super::{DEFAULT_BUNDLE, Theme};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::render::view::{PartsView, RoleName};
use crate::render::words::dir;
use std::collections::{BTreeMap, BTreeSet};

/// The folder of such templates, below that of all.
const FOLDER: &str = "parts/";

/// Markup by language.
pub type ByLanguage = BTreeMap<String, String>;

/// The parts of a theme, by the bundle whose scripts use them.
#[derive(Debug, Default)]
pub struct Parts(BTreeMap<String, ByLanguage>);

impl Parts {
    /// Draws the template `parts/NAME.html` of every bundle for every language of a site. What fails is told once.
    pub fn draw(theme: &Theme, config: &Config) -> Outcome<Self> {
        let views: Vec<PartsView> = config.languages.iter().map(|l| view(config, l)).collect();
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let mut parts = BTreeMap::new();
        for name in names(theme) {
            let template = format!("{FOLDER}{name}.html");
            let mut of_bundle = ByLanguage::new();
            for view in &views {
                let drawn = theme.render_in(&view.lang, &template, view);
                let new = drawn.diagnostics.into_iter();
                let new: Vec<_> = new.filter(|d| !diagnostics.contains(d)).collect();
                diagnostics.extend(new);
                of_bundle.insert(view.lang.clone(), drawn.value);
            }
            parts.insert(name.to_owned(), of_bundle);
        }
        Outcome::new(Self(parts), diagnostics)
    }

    /// Those of a bundle; without a name, those of every page.
    pub fn of(&self, bundle: Option<&str>) -> Option<&ByLanguage> {
        self.0.get(bundle.unwrap_or(DEFAULT_BUNDLE))
    }

    /// The bundles that have any.
    pub fn bundles(&self) -> impl Iterator<Item = Option<&str>> {
        let names = self.0.keys();
        names.map(|name| Some(name.as_str()).filter(|&name| name != DEFAULT_BUNDLE))
    }
}

fn names(theme: &Theme) -> BTreeSet<&str> {
    let all = theme.templates.any.get_template_names();
    all.filter_map(|name| name.strip_prefix(FOLDER)?.strip_suffix(".html"))
        .collect()
}

fn view(config: &Config, lang: &str) -> PartsView {
    let role = |id: &str| RoleName {
        id: id.to_owned(),
        name: config.role_name(id, lang).to_owned(),
    };
    PartsView {
        lang: lang.to_owned(),
        dir: dir(lang).to_owned(),
        roles: config.roles.iter().map(|r| role(&r.id.value)).collect(),
    }
}
