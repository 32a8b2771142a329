//! Holds the lists of an organisation against their own examples.

use super::{Found, Lexica};
use crate::diagnostic::{Diagnostic, WORD_EXAMPLE};
use crate::link::{Site, word_list};
use crate::lint::prose::{Prose, RunKind};
use crate::model::{WordEntry, WordList};
use crate::source::Spanned;

/// Tells examples that do not hold: sentences in which an entry is not found, and others in which the list finds something.
pub(in crate::lint) fn check(site: &Site, lexica: &Lexica) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for list in site.shared.words.iter().filter_map(word_list) {
        let first = site.config.language();
        let lang = list.lang.as_ref().map_or(first, |lang| &lang.value);
        for entry in &list.entries {
            let context = Context { list, lexica, lang };
            let quiet = |text: &&Spanned<String>| !context.fires(entry, text);
            diagnostics.extend(entry.fires.iter().filter(quiet).map(|text| {
                let message = "this sentence does not have a word of its entry";
                let help = "check the term and its guards: `only`, `unless`, `phrases`";
                Diagnostic::new(&WORD_EXAMPLE, text.span, message).help(help)
            }));
            let silent = entry.silent.iter();
            diagnostics.extend(silent.filter_map(|text| context.told(text)));
        }
    }
    diagnostics
}

struct Context<'a> {
    list: &'a WordList,
    lexica: &'a Lexica,
    lang: &'a str,
}

impl Context<'_> {
    fn fires(&self, entry: &WordEntry, text: &Spanned<String>) -> bool {
        self.any(text, |found, _| found.entry.place == entry.say.span)
    }

    /// What a sentence in which nothing may be found gives.
    fn told(&self, text: &Spanned<String>) -> Option<Diagnostic> {
        let mut what = None;
        let file = text.span.file;
        self.any(text, |found, phrase| {
            let own = found.entry.place.file == file;
            if own {
                what = Some((phrase.to_owned(), found.entry.place));
            }
            own
        });
        let (phrase, place) = what?;
        let message = format!("\"{phrase}\" is told in this sentence, where nothing may be");
        let help = "narrow the entry with `only`, `unless` or `phrases`";
        let fault = Diagnostic::new(&WORD_EXAMPLE, text.span, message).help(help);
        Some(fault.label(place, "by this entry"))
    }

    fn any(&self, text: &Spanned<String>, mut is: impl FnMut(&Found<'_>, &str) -> bool) -> bool {
        let Some(lexicon) = self.lexica.get(self.list.rule, self.lang) else {
            return false;
        };
        let mut prose = Prose::default();
        prose.push_text(text, None, self.lang, RunKind::Paragraph);
        let mut runs = prose.runs.iter();
        runs.any(|run| {
            let found = lexicon.find(run);
            found
                .iter()
                .any(|found| is(found, run.phrase(&found.words)))
        })
    }
}
