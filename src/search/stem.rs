//! Endings taken off, so that *tapering* finds *tapered*. Light stemmers in the manner of Savoy ("Light stemming
//! approaches for the French, Portuguese, German and Hungarian languages", 2006): a few steps, each a table of endings.
//! The tables go into the index and browsers follow the same steps, so that no second stemmer has to agree with this
//! one. A language is a file of its own and a line in `LANGUAGES`; one without a line is compared by folded words.

mod arabic;
mod english;
mod french;
mod german;
mod spanish;

use serde::Serialize;

/// How words of a language are brought to their stems. All texts are folded.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Stemmer {
    /// Words that say nothing alone, one space apart.
    pub stop: &'static str,
    pub steps: &'static [Step],
    /// Signs of which only one is kept when a stem ends in two of the same.
    pub single: &'static str,
}

/// In each step the longest ending that fits is replaced, one time.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// How many characters have to stay.
    pub keep: usize,
    /// What stays has to hold one of these; empty: anything may stay.
    pub needs: &'static str,
    /// `ies>y`: the ending and what it becomes. `^` in front: a beginning.
    pub rules: &'static [&'static str],
}

const LANGUAGES: &[(&str, &Stemmer)] = &[
    ("ar", &arabic::STEMMER),
    ("de", &german::STEMMER),
    ("en", &english::STEMMER),
    ("es", &spanish::STEMMER),
    ("fr", &french::STEMMER),
];

static PLAIN: Stemmer = Stemmer {
    stop: "",
    steps: &[],
    single: "",
};

/// The stemmer of a language: that of `pt` for `pt-BR`, and one that does nothing where there is none.
#[must_use]
pub fn of(lang: &str) -> &'static Stemmer {
    let base = lang.split('-').next().unwrap_or(lang);
    let found = LANGUAGES
        .iter()
        .find(|(code, _)| base.eq_ignore_ascii_case(code));
    found.map_or(&PLAIN, |(_, stemmer)| stemmer)
}

impl Stemmer {
    /// The stem of a folded word. Words with digits stay.
    #[must_use]
    pub fn stem(&self, word: &str) -> String {
        let mut stem = word.to_owned();
        if word.chars().any(char::is_numeric) {
            return stem;
        }
        for step in self.steps {
            stem = step.apply(stem);
        }
        let mut back = stem.chars().rev();
        let last = back.next();
        if last.is_some_and(|c| self.single.contains(c)) && back.next() == last {
            stem.pop();
        }
        stem
    }

    /// The folded words that say nothing alone.
    pub fn stops(&self) -> impl Iterator<Item = &'static str> {
        self.stop.split(' ')
    }
}

impl Step {
    fn apply(&self, word: String) -> String {
        let mut best: Option<(usize, String)> = None;
        for rule in self.rules {
            let (ending, new) = rule.split_once('>').unwrap_or((rule, ""));
            let beginning = ending.strip_prefix('^');
            let rest = match beginning {
                Some(beginning) => word.strip_prefix(beginning),
                None => word.strip_suffix(ending),
            };
            let Some(rest) = rest.filter(|rest| self.allows(rest)) else {
                continue;
            };
            if best.as_ref().is_none_or(|(len, _)| ending.len() > *len) {
                let stem = match beginning {
                    Some(_) => format!("{new}{rest}"),
                    None => format!("{rest}{new}"),
                };
                best = Some((ending.len(), stem));
            }
        }
        best.map_or(word, |(_, stem)| stem)
    }

    fn allows(&self, rest: &str) -> bool {
        rest.chars().count() >= self.keep
            && (self.needs.is_empty() || rest.contains(|c| self.needs.contains(c)))
    }
}

#[cfg(test)]
mod tests;
