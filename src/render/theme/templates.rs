//! Templates that work together, whatever is wrong with some of them.

use super::fault::Fault;
use super::files::{ThemeFile, ThemeFiles};
use super::folded::{folded, unfolded};
use crate::diagnostic::{Diagnostic, Outcome, THEME_FAULT};
use crate::render::words::{Words, WordsFunction};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};
use tera::{Tera, TeraResult};

/// The folder of a theme's templates.
pub const FOLDER: &str = "templates/";
/// What stands before the name of a template of the program that a theme replaces and extends.
const BUILTIN: &str = "default/";

/// The templates of a theme, ready for use.
#[derive(Debug)]
pub struct Engines {
    /// For pages in any language.
    pub any: Tera,
    words: Arc<Words>,
    templates: Vec<Template>,
    /// For pages in each language of the site; made when the first such page is drawn.
    by_language: BTreeMap<String, OnceLock<Option<Tera>>>,
}

/// A template in use.
#[derive(Debug)]
struct Template {
    name: String,
    text: Arc<str>,
    /// Whether it is the project's.
    own: bool,
}

/// The engines with every template of the theme that can be used, and in place of the others those of the program.
pub fn compile(files: &ThemeFiles, words: &Arc<Words>, languages: &[String]) -> Outcome<Engines> {
    let languages = languages.iter();
    let by_language = languages.map(|lang| (lang.clone(), OnceLock::new()));
    usable(files, words).map(|(any, templates)| Engines {
        any,
        words: words.clone(),
        templates,
        by_language: by_language.collect(),
    })
}

impl Engines {
    /// The engine for pages in a language. It draws what the one for any language draws.
    pub fn of(&self, lang: &str) -> &Tera {
        let engine = self.by_language.get(lang);
        let engine = engine.and_then(|engine| engine.get_or_init(|| self.folded(lang)).as_ref());
        engine.unwrap_or(&self.any)
    }

    /// Templates of the project stay as they are, so that a fault in one is told where its author looks.
    fn folded(&self, lang: &str) -> Option<Tera> {
        let builtin = self.templates.iter().filter(|template| !template.own);
        let builtin: HashMap<&str, &str> = builtin.map(|one| (&*one.name, &*one.text)).collect();
        let templates = self.templates.iter().map(|template| {
            let text = match template.own {
                true => template.text.to_string(),
                false => {
                    let text = unfolded(&template.text, &|name| builtin.get(name).copied());
                    folded(&text, lang, &self.any).into_owned()
                }
            };
            (&*template.name, text)
        });
        engine(&self.words, templates).ok()
    }
}

fn engine<'a, T: AsRef<str>>(
    words: &Arc<Words>,
    templates: impl Iterator<Item = (&'a str, T)>,
) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.register_function("t", WordsFunction(words.clone()));
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

fn usable(files: &ThemeFiles, words: &Arc<Words>) -> Outcome<(Tera, Vec<Template>)> {
    let mut compiling = Compiling {
        templates: files.texts_below(FOLDER).collect(),
        words,
        dropped: BTreeSet::new(),
        diagnostics: Vec::new(),
    };
    loop {
        match compiling.attempt(&compiling.dropped) {
            Ok(tera) => {
                let templates = compiling.used(&compiling.dropped);
                return Outcome::new((tera, templates), compiling.diagnostics);
            }
            Err(error) => compiling.drop_culprits(&error),
        }
    }
}

/// The engine with the program's own templates alone.
pub fn builtin(files: &ThemeFiles, words: &Arc<Words>) -> Tera {
    let templates: Vec<_> = files.texts_below(FOLDER).collect();
    let dropped = (0..templates.len()).collect();
    Compiling {
        templates,
        words,
        dropped: BTreeSet::new(),
        diagnostics: Vec::new(),
    }
    .attempt(&dropped)
    .expect("invariant: the templates that come with the program fit together")
}

struct Compiling<'a> {
    templates: Vec<(&'a str, &'a ThemeFile)>,
    words: &'a Arc<Words>,
    /// Templates of the project that are not used.
    dropped: BTreeSet<usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Compiling<'_> {
    fn attempt(&self, dropped: &BTreeSet<usize>) -> TeraResult<Tera> {
        let used = self.used(dropped);
        engine(self.words, used.iter().map(|one| (&*one.name, &*one.text)))
    }

    /// The templates in use when some are dropped.
    fn used(&self, dropped: &BTreeSet<usize>) -> Vec<Template> {
        let mut used = Vec::new();
        for (i, (name, file)) in self.templates.iter().enumerate() {
            let own = file.own.is_some() && !dropped.contains(&i);
            let builtin = file.builtin.map(Arc::from);
            let text = if own {
                Some(file.text.clone())
            } else {
                builtin
            };
            used.extend(text.map(|text| Template {
                name: (*name).to_owned(),
                text,
                own,
            }));
            if own
                && let Some(builtin) = file.builtin
                && self.is_extended(name, dropped)
            {
                used.push(Template {
                    name: format!("{BUILTIN}{name}"),
                    text: builtin.into(),
                    own: false,
                });
            }
        }
        used
    }

    /// Whether a template in use names the one that the program has under this name.
    fn is_extended(&self, name: &str, dropped: &BTreeSet<usize>) -> bool {
        let asked = format!("\"{BUILTIN}{name}\"");
        let own = self.templates.iter().enumerate();
        let mut own = own.filter(|(i, (_, file))| file.own.is_some() && !dropped.contains(i));
        own.any(|(_, (_, file))| file.text.contains(&asked))
    }

    /// Leaves out the templates that an error names and tells why. Each call drops at least one, so that the last
    /// attempt uses the program's templates only.
    fn drop_culprits(&mut self, error: &tera::Error) {
        let first_round = self.dropped.is_empty();
        let mut found = false;
        for fault in Fault::all(error) {
            let Some(i) = self.own_template(&fault) else {
                continue;
            };
            // What is missing now may be what a template held that was left out before.
            if first_round || fault.stands_alone {
                let diagnostic = self.told(i, &fault);
                self.diagnostics.push(diagnostic);
            }
            self.dropped.insert(i);
            found = true;
        }
        if !found {
            let i = self.culprit(error);
            if first_round {
                for fault in Fault::all(error).into_iter().take(1) {
                    let diagnostic = self.told(i, &fault.unplaced_in(self.templates[i].0));
                    self.diagnostics.push(diagnostic);
                }
            }
            self.dropped.insert(i);
        }
    }

    /// The project's template that a fault names, while it is in use.
    fn own_template(&self, fault: &Fault) -> Option<usize> {
        let name = fault.template.as_deref()?;
        let i = self.templates.iter().position(|(n, _)| *n == name)?;
        self.templates[i].1.own?;
        (!self.dropped.contains(&i)).then_some(i)
    }

    /// The project's template without which the error is another one: what broke a template of the program.
    fn culprit(&self, error: &tera::Error) -> usize {
        let own: Vec<usize> = (0..self.templates.len())
            .filter(|i| self.templates[*i].1.own.is_some() && !self.dropped.contains(i))
            .collect();
        let changes = own.iter().copied().find(|&i| {
            let mut without = self.dropped.clone();
            without.insert(i);
            let attempt = self.attempt(&without);
            attempt.err().is_none_or(|e| e.kind() != error.kind())
        });
        changes
            .or_else(|| own.first().copied())
            .expect("invariant: the templates that come with the program fit together")
    }

    fn told(&self, i: usize, fault: &Fault) -> Diagnostic {
        let (name, file) = self.templates[i];
        let own = file
            .own
            .expect("invariant: only the project's templates are dropped");
        let place = fault.place.bytes(&file.text);
        let span = Span::new(own, place.start, place.end);
        let message = format!("the template \"{name}\" cannot be used: {}", fault.message);
        let help = if file.builtin.is_some() {
            "until this is mended, the template that comes with teachback is used in its place"
        } else {
            "until this is mended, the template is left out"
        };
        Diagnostic::new(&THEME_FAULT, span, message).help(help)
    }
}
