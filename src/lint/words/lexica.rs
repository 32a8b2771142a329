//! The lists that come with the program, and what an organisation makes of them.

use super::{Lexicon, build};
use crate::diagnostic::Outcome;
use crate::link::{Site, word_list};
use crate::model::{WordList, WordRule};
use crate::parse;
use crate::source::FileId;
use std::sync::LazyLock;

/// The lists that come with the program: a name, and the text of a file as an organisation could write it.
pub const BUILT_IN_LISTS: [(&str, &str); 5] = [
    ("stigma.yaml", include_str!("stigma.yaml")),
    ("stigma.es.yaml", include_str!("stigma.es.yaml")),
    ("plain-general.yaml", include_str!("plain-general.yaml")),
    ("plain-medical.yaml", include_str!("plain-medical.yaml")),
    ("plain.es.yaml", include_str!("plain.es.yaml")),
];

static PARSED: LazyLock<Vec<WordList>> = LazyLock::new(|| {
    let read = |(name, text): &(&str, &str)| parse::words(FileId::of_path(name), text).value;
    BUILT_IN_LISTS.iter().map(read).collect()
});

static BUILT_IN: LazyLock<Lexica> = LazyLock::new(|| Lexica::of(&[], "en").value);

/// What every rule looks for, by rule and language.
#[derive(Debug)]
pub struct Lexica(Vec<(WordRule, String, Lexicon)>);

impl Lexica {
    /// The words for all sites that have no lists of their own; built once.
    pub(in crate::lint) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads the lists that come with the program, unless that was done.
    pub(in crate::lint) fn read_ahead() {
        LazyLock::force(&BUILT_IN);
    }

    /// The words for a site that has lists of its own, with what is wrong in those.
    pub(in crate::lint) fn own(site: &Site) -> Option<Outcome<Self>> {
        let own: Vec<&WordList> = site.shared.words.iter().filter_map(word_list).collect();
        (!own.is_empty()).then(|| Self::of(&own, site.config.language()))
    }

    /// The lists of an organisation over those of the program; lists that name no language are in `first`.
    fn of(own: &[&WordList], first: &str) -> Outcome<Self> {
        let lang_of = |list: &WordList| {
            primary(list.lang.as_ref().map_or(first, |lang| &lang.value)).to_owned()
        };
        let mut kinds: Vec<(WordRule, String)> = Vec::new();
        for list in PARSED.iter().chain(own.iter().copied()) {
            let kind = (list.rule, lang_of(list));
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let mut diagnostics = Vec::new();
        let lexica = kinds.into_iter().map(|(rule, lang)| {
            let fits = |list: &&WordList| list.rule == rule && lang_of(list) == lang;
            let own: Vec<&WordList> = own.iter().copied().filter(fits).collect();
            let built_in: Vec<&WordList> = PARSED.iter().filter(fits).collect();
            let lexicon = build::lexicon(&own, &built_in).take(&mut diagnostics);
            (rule, lang, lexicon)
        });
        let lexica = Self(lexica.collect());
        Outcome::new(lexica, diagnostics)
    }

    /// The words of a rule in a language, when there are any.
    #[must_use]
    pub fn get(&self, rule: WordRule, lang: &str) -> Option<&Lexicon> {
        let fits =
            |(of, code, _): &&(WordRule, String, Lexicon)| *of == rule && code == primary(lang);
        self.0.iter().find(fits).map(|(_, _, lexicon)| lexicon)
    }
}

/// The language of a code, without its region.
fn primary(code: &str) -> &str {
    code.split(['-', '_']).next().unwrap_or(code)
}
