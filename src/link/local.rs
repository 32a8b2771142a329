//! Texts by language, and facts put into texts.

use super::site::Shared;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, UNKNOWN_FACT, UNKNOWN_NAME, did_you_mean};
use crate::model::LocalText;
use crate::source::{Span, Spanned};

/// Tells language codes that the configuration does not have.
pub fn check_languages(text: &LocalText, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    for code in text.0.iter().filter_map(|(code, _)| code.as_ref()) {
        if !config.languages.contains(&code.value) {
            let message = format!("the language \"{}\" is not one of this site", code.value);
            let help = format!(
                "known: {}; add it to `languages` in teachback.yaml",
                config.languages.join(", ")
            );
            diagnostics.push(Diagnostic::new(&UNKNOWN_NAME, code.span, message).help(help));
        }
    }
}

/// The facts in one language.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub shared: &'a Shared,
    pub lang: &'a str,
    /// The first language, for facts that are not said in this one.
    pub fallback: &'a str,
}

impl<'a> Facts<'a> {
    /// The value of a fact.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let fact = self.shared.facts.get(name)?;
        fact.value
            .get(self.lang, self.fallback)
            .map(|v| v.value.as_str())
    }

    /// A text with every `{{fact}}` replaced; unknown ones stay and are given to `unknown` with their range.
    pub fn expand(
        &self,
        text: &str,
        mut unknown: impl FnMut(&str, std::ops::Range<usize>),
    ) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        while let Some(open) = text[done..].find("{{").map(|i| done + i) {
            let Some(len) = text[open..].find("}}") else {
                break;
            };
            let name = text[open + 2..open + len].trim();
            out.push_str(&text[done..open]);
            done = open + len + 2;
            match self.get(name) {
                Some(value) => out.push_str(value),
                None => {
                    out.push_str(&text[open..done]);
                    unknown(name, open..done);
                }
            }
        }
        out.push_str(&text[done..]);
        out
    }

    /// A text from front matter or YAML with its facts, unknown ones told at the text's place.
    pub fn expand_spanned(
        &self,
        text: &Spanned<String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> String {
        self.expand(&text.value, |name, _| {
            diagnostics.push(self.unknown(name, text.span))
        })
    }

    /// The diagnostic for a fact that is not there.
    #[must_use]
    pub fn unknown(&self, name: &str, span: Span) -> Diagnostic {
        let message = format!("there is no fact \"{name}\"");
        let known = self.shared.facts.keys().map(String::as_str);
        let mut known: Vec<&str> = known.collect();
        known.sort_unstable();
        let help = did_you_mean(name, known)
            .unwrap_or_else(|| format!("add a line `{name}: …` to content/facts.yaml"));
        Diagnostic::new(&UNKNOWN_FACT, span, message).help(help)
    }
}
