//! The lists that come with the program, and what an organisation makes of them.

use super::{Lexicon, build};
use crate::diagnostic::{Diagnostic, Outcome};
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
    /// The words for a site, its own lists among them, with what is wrong in those; built once for all sites that have none.
    pub(in crate::lint) fn with<T>(
        site: &Site,
        use_them: impl FnOnce(&Self) -> T,
    ) -> (T, Vec<Diagnostic>) {
        let own: Vec<&WordList> = site.shared.words.iter().filter_map(word_list).collect();
        if own.is_empty() {
            return (use_them(&BUILT_IN), Vec::new());
        }
        let lexica = Self::of(&own, site.config.language());
        (use_them(&lexica.value), lexica.diagnostics)
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
