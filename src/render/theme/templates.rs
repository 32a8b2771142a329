//! Templates that work together, whatever is wrong with some of them.

use super::fault::Fault;
use super::files::{ThemeFile, ThemeFiles};
use crate::diagnostic::{Diagnostic, Outcome, THEME_FAULT};
use crate::render::words::{Words, WordsFunction};
use crate::source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::Tera;

/// The folder of a theme's templates.
pub const FOLDER: &str = "templates/";
/// What stands before the name of a template of the program that a theme replaces and extends.
const BUILTIN: &str = "default/";

/// The engine with every template of the theme that can be used, and in place of the others those of the program.
pub fn compile(files: &ThemeFiles, words: &Arc<Words>) -> Outcome<Tera> {
    let mut compiling = Compiling {
        templates: files.texts_below(FOLDER).collect(),
        words,
        dropped: BTreeSet::new(),
        diagnostics: Vec::new(),
    };
    loop {
        match compiling.attempt(&compiling.dropped) {
            Ok(tera) => return Outcome::new(tera, compiling.diagnostics),
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
    fn attempt(&self, dropped: &BTreeSet<usize>) -> tera::TeraResult<Tera> {
        let mut tera = Tera::default();
        tera.register_function("t", WordsFunction(self.words.clone()));
        let templates = self.templates.iter().enumerate();
        let mut used: Vec<(String, &str)> = Vec::new();
        for (i, (name, file)) in templates {
            let own = file.own.is_some() && !dropped.contains(&i);
            let text = if own { Some(&*file.text) } else { file.builtin };
            used.extend(text.map(|text| ((*name).to_owned(), text)));
            if own
                && let Some(builtin) = file.builtin
                && self.is_extended(name, dropped)
            {
                used.push((format!("{BUILTIN}{name}"), builtin));
            }
        }
        tera.add_raw_templates(used)?;
        Ok(tera)
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
