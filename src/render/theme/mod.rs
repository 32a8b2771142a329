//! A theme: templates, words and assets of the program, overridden file by file by the project.

mod embedded;
mod fault;
mod files;
mod folded;
mod parts;
mod settings;
mod templates;

pub use files::{DEFAULT_THEME, ThemeFile, ThemeFiles};
pub use parts::{ByLanguage, Parts};
pub use settings::{Palette, Settings};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Outcome, THEME_FAULT, UNKNOWN_THEME};
use crate::memo;
use crate::render::assets::{self, Asset, Assets, Bundle};
use crate::render::brand;
use crate::render::words::{Words, foreign};
use crate::source::{CONFIG_FILE, FileId, SourceTree, Span, THEMES_DIR};
use fault::Fault;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;
use templates::Engines;
use tera::{Context, Tera};

/// The name of what every page loads.
pub const DEFAULT_BUNDLE: &str = "site";

/// Everything that turns a view into a page. Shared by the threads that render.
#[derive(Debug)]
pub struct Theme {
    templates: Engines,
    /// The program's own templates, when the project overrides any.
    builtin: Option<Tera>,
    /// The project's templates by name, for places.
    own: HashMap<String, (FileId, Arc<str>)>,
    words: Arc<Words>,
    assets: Assets,
    digest: u64,
}

/// Changes with everything that a theme is loaded from.
#[must_use]
pub fn digest(sources: &SourceTree, config: &Config) -> u64 {
    let below = format!("{THEMES_DIR}/");
    let texts = sources
        .below(&below)
        .map(|file| (file.id, file.fingerprint));
    let media = sources
        .media()
        .iter()
        .filter(|file| file.path.starts_with(&below));
    let media = media.map(|file| (file.id, file.fingerprint));
    let files: Vec<_> = texts.chain(media).collect();
    memo::digest((config.fingerprint, files))
}

/// Loads the theme that the configuration names. Whatever is wrong with it, the theme that comes with the program
/// stands in for the part.
pub fn load(sources: &SourceTree, config: &Config) -> Outcome<Theme> {
    let mut diagnostics = Vec::new();
    let name = known_name(sources, config).take(&mut diagnostics);
    let files = ThemeFiles::of(sources, name);
    let settings = settings::read(&files).take(&mut diagnostics);
    let words = Arc::new(Words::read(&files, &config.languages).take(&mut diagnostics));
    let palette = brand::palette(config, &settings).take(&mut diagnostics);
    let templates = templates::compile(&files, &words, &config.languages).take(&mut diagnostics);
    let own: HashMap<_, _> = files
        .texts_below(templates::FOLDER)
        .filter_map(|(name, file)| Some((name.to_owned(), (file.own?, file.text.clone()))))
        .collect();
    let builtin = (!own.is_empty()).then(|| templates::builtin(&files, &words));
    let mut theme = Theme {
        templates,
        builtin,
        own,
        words,
        assets: Assets::default(),
        digest: digest(sources, config),
    };
    let parts = Parts::draw(&theme, config).take(&mut diagnostics);
    theme.assets = assets::bundle(&files, &parts).take(&mut diagnostics);
    theme.assets.add_stylesheet("brand", palette.css());
    Outcome::new(theme, diagnostics)
}

fn known_name<'a>(sources: &SourceTree, config: &'a Config) -> Outcome<&'a str> {
    let name = config.theme.value.as_str();
    if files::exists(sources, name) {
        return Outcome::clean(name);
    }
    let known = files::names(sources);
    let message = format!("there is no theme \"{name}\": the folder themes/ does not have it");
    let diagnostic = Diagnostic::new(&UNKNOWN_THEME, config.theme.span, message)
        .help(format!("known: {}", known.join(", ")))
        .did_you_mean(name, known.iter().map(String::as_str));
    Outcome::new(DEFAULT_THEME, vec![diagnostic])
}

impl Theme {
    /// Fills a template, named by its path below `templates/`. When the project's template fails, the page is made
    /// with the program's own templates; the fault is the same value however many pages have it.
    pub fn render<V: Serialize>(&self, template: &str, view: &V) -> Outcome<String> {
        self.render_with(&self.templates.any, template, view)
    }

    /// The same for a page in a language of the site, sooner. The view has that language.
    pub fn render_in<V: Serialize>(&self, lang: &str, template: &str, view: &V) -> Outcome<String> {
        self.render_with(self.templates.of(lang), template, view)
    }

    fn render_with<V: Serialize>(
        &self,
        engine: &Tera,
        template: &str,
        view: &V,
    ) -> Outcome<String> {
        let context = match Context::from_serialize(view) {
            Ok(context) => context,
            Err(error) => return Outcome::new(String::new(), self.faults(template, &error)),
        };
        match engine.render(template, &context) {
            Ok(html) => Outcome::clean(foreign::spelled(html)),
            Err(error) => {
                let diagnostics = self.faults(template, &error);
                let builtin = self.builtin.as_ref();
                let html = builtin.and_then(|tera| tera.render(template, &context).ok());
                Outcome::new(foreign::spelled(html.unwrap_or_default()), diagnostics)
            }
        }
    }

    /// Changes with everything that the theme was loaded from.
    #[must_use]
    pub fn digest(&self) -> u64 {
        self.digest
    }

    /// The words of the interface.
    #[must_use]
    pub fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// Style sheets, scripts and what they need, each with a hash of its content in its name.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets.files
    }

    /// Style sheets of every page in order, as output paths.
    #[must_use]
    pub fn stylesheets(&self) -> &[String] {
        &self.assets.stylesheets
    }

    /// The deferred script of every page in a language, as output path.
    #[must_use]
    pub fn script(&self, lang: &str) -> Option<&str> {
        self.assets.site.script(lang)
    }

    /// The picture that stands for the site, as output path.
    #[must_use]
    pub fn icon(&self) -> Option<&str> {
        self.assets.icon.as_deref()
    }

    /// What pages that need a bundle load: a style sheet before the brand's, and a deferred script after the others.
    #[must_use]
    pub fn bundle(&self, name: &str) -> Option<&Bundle> {
        self.assets.bundles.get(name)
    }

    fn faults(&self, template: &str, error: &tera::Error) -> Vec<Diagnostic> {
        let faults = Fault::all(error).into_iter();
        faults.map(|fault| self.told(template, &fault)).collect()
    }

    fn told(&self, rendered: &str, fault: &Fault) -> Diagnostic {
        let name = fault.template.as_deref().unwrap_or(rendered);
        let message = format!("the template \"{name}\" fails: {}", fault.message);
        let Some((file, text)) = self.own.get(name) else {
            let span = Span::start_of(FileId::of_path(CONFIG_FILE));
            return Diagnostic::new(&THEME_FAULT, span, message);
        };
        let place = fault.place.bytes(text);
        Diagnostic::new(
            &THEME_FAULT,
            Span::new(*file, place.start, place.end),
            message,
        )
        .help(
            "until this is mended, the pages are made with the templates that come with teachback",
        )
    }
}
