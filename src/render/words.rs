//! The words of the interface in every language: Fluent files of the program, and over them those of the theme.

pub mod foreign;
mod formats;
mod languages;

pub use fluent_bundle::FluentValue;
pub use languages::{dir, language_name};

use super::theme::{ThemeFile, ThemeFiles};
use crate::diagnostic::{Diagnostic, Outcome, THEME_FAULT};
use crate::source::Span;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentError, FluentMessage, FluentResource};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use tera::{Kwargs, State, TeraResult, Value};
use unic_langid::LanguageIdentifier;

/// The folder of a theme's words, one `LANG.ftl` a language.
const FOLDER: &str = "locales/";
/// The language that has every word.
const LAST_RESORT: &str = "en";

/// Words by language and key. A word that a language lacks comes from its base language (`pt-BR`, then `pt`), then from
/// English, and is marked as English: see [`foreign`].
pub struct Words {
    /// By language code in lower case: each locale, and each language of the site with the words of its base languages.
    bundles: HashMap<String, Bundle>,
    /// Words that were asked for, by language and then by [name]: every page asks for the same ones.
    known: RwLock<FxHashMap<String, FxHashMap<Box<[u8]>, Value>>>,
}

/// Words of a language above which no more are remembered: there are as many as there are numbers.
const MAX_KNOWN: usize = 8_000;

type Bundle = FluentBundle<Arc<FluentResource>>;

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.bundles.keys()).finish()
    }
}

/// Why a word cannot be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordFault {
    /// No language has the key.
    Unknown,
    /// The text of the word asks for something that is not there: Fluent's own words.
    Unfilled(String),
}

impl Words {
    /// Reads the locales of a theme, for the languages of a site. A text that is not Fluent is told; the words around it
    /// are used.
    pub fn read(files: &ThemeFiles, languages: &[String]) -> Outcome<Self> {
        let mut diagnostics = Vec::new();
        let mut locales: HashMap<String, Vec<Arc<FluentResource>>> = HashMap::new();
        for (name, file) in files.texts_below(FOLDER) {
            if let Some(code) = name.strip_suffix(".ftl") {
                let resources = resources(name, file, &mut diagnostics);
                locales.insert(code.to_ascii_lowercase(), resources);
            }
        }
        let asked = languages.iter().map(|lang| lang.to_ascii_lowercase());
        let codes: BTreeSet<String> = asked.chain(locales.keys().cloned()).collect();
        let bundles = codes
            .into_iter()
            .filter_map(|code| Some((code.clone(), bundle(&code, &locales)?)))
            .collect();
        let known = RwLock::default();
        Outcome::new(Self { bundles, known }, diagnostics)
    }

    /// The word for a key in a language; the key itself when no language has it. English has every key that the
    /// program asks for.
    #[must_use]
    pub fn get(&self, lang: &str, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let args = args.iter().map(|(name, value)| (*name, value.clone()));
        let args: FluentArgs<'_> = args.collect();
        self.find(lang, key, &args)
            .unwrap_or_else(|_| key.to_owned())
    }

    /// Like [`get`](Self::get), but says why there is no word.
    ///
    /// # Errors
    /// When no language has the key, or an argument is missing.
    pub fn find(&self, lang: &str, key: &str, args: &FluentArgs<'_>) -> Result<String, WordFault> {
        if args.iter().next().is_some() {
            return self.fill(lang, key, args);
        }
        let word = self.remembered(lang, key.as_bytes(), || self.fill(lang, key, args))?;
        Ok(word.as_str().unwrap_or_default().to_owned())
    }

    /// A word that is the same whenever the same name is asked for.
    fn remembered(
        &self,
        lang: &str,
        name: &[u8],
        make: impl FnOnce() -> Result<String, WordFault>,
    ) -> Result<Value, WordFault> {
        // A panic while the lock is held can only be an allocation failure between two whole states.
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(word) = known.get(lang).and_then(|words| words.get(name)) {
            return Ok(word.clone());
        }
        drop(known);
        let word = Value::from(make()?);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let of_lang = known.entry(lang.to_owned()).or_default();
        if of_lang.len() < MAX_KNOWN {
            of_lang.insert(name.into(), word.clone());
        }
        Ok(word)
    }

    fn fill(&self, lang: &str, key: &str, args: &FluentArgs<'_>) -> Result<String, WordFault> {
        let lang = if lang.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(lang.to_ascii_lowercase())
        } else {
            Cow::Borrowed(lang)
        };
        let own = with_bases(&lang).find_map(|code| self.bundles.get(code));
        if let Some((bundle, message)) = own.and_then(|b| Some((b, b.get_message(key)?))) {
            return filled(bundle, &message, args);
        }
        let last = self.bundles.get(LAST_RESORT);
        let (bundle, message) = last
            .and_then(|b| Some((b, b.get_message(key)?)))
            .ok_or(WordFault::Unknown)?;
        filled(bundle, &message, args).map(|text| foreign::marked(&text))
    }

    /// The language in which the interface speaks to readers of a language: its own, or English when nobody translated
    /// it.
    #[must_use]
    pub fn spoken<'a>(&self, lang: &'a str) -> &'a str {
        let code = lang.to_ascii_lowercase();
        match with_bases(&code).any(|code| self.bundles.contains_key(code)) {
            true => lang,
            false => LAST_RESORT,
        }
    }
}

/// A language and its base languages: `zh-Hant-TW`, `zh-Hant`, `zh`.
fn with_bases(lang: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(lang), |code| Some(&code[..code.rfind('-')?]))
}

/// The words of a language: its own, then those of its base languages; `None` when nobody wrote any.
fn bundle(code: &str, locales: &HashMap<String, Vec<Arc<FluentResource>>>) -> Option<Bundle> {
    let lang: LanguageIdentifier = code.parse().ok()?;
    let mut known = with_bases(code)
        .filter_map(|code| locales.get(code))
        .peekable();
    known.peek()?;
    let mut bundle = FluentBundle::new_concurrent(vec![lang.clone()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formats::formatter(&lang, dir(code) == "rtl")));
    bundle
        .add_builtins()
        .and_then(|()| bundle.add_function("DATE", formats::date_function(&lang)))
        .expect("invariant: nothing has these names yet");
    for resource in known.flatten() {
        // The first text for a key stays: the project's, then the program's, then that of the base language.
        let _keys_given_before = bundle.add_resource(resource.clone());
    }
    Some(bundle)
}

fn filled(
    bundle: &Bundle,
    message: &FluentMessage<'_>,
    args: &FluentArgs<'_>,
) -> Result<String, WordFault> {
    let pattern = message.value().ok_or(WordFault::Unknown)?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    match errors.first() {
        None => Ok(text.into_owned()),
        Some(FluentError::ResolverError(error)) => Err(WordFault::Unfilled(error.to_string())),
        Some(error) => Err(WordFault::Unfilled(error.to_string())),
    }
}

/// The project's text of a locale, when it has one, before the program's.
fn resources(
    name: &str,
    file: &ThemeFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Arc<FluentResource>> {
    let mut resources = Vec::new();
    if let Some(own) = file.own {
        let resource = FluentResource::try_new(file.text.to_string());
        resources.push(Arc::new(resource.unwrap_or_else(|(resource, errors)| {
            diagnostics.extend(errors.iter().map(|error| {
                let span = Span::new(own, error.pos.start, error.pos.end);
                let message = format!("the words of {name} cannot be read here: {}", error.kind);
                Diagnostic::new(&THEME_FAULT, span, message)
                    .help("write `key = the words`; lines that go on start with spaces")
            }));
            resource
        })));
    }
    if let Some(builtin) = file.builtin {
        let resource = FluentResource::try_new(builtin.to_owned());
        resources.push(Arc::new(resource.unwrap_or_else(|(resource, _)| resource)));
    }
    resources
}

/// `t(key=…, lang=…, …)` in templates.
pub struct WordsFunction(pub Arc<Words>);

impl tera::Function<TeraResult<Value>> for WordsFunction {
    fn call(&self, kwargs: Kwargs, _: &State<'_>) -> TeraResult<Value> {
        let key = kwargs.must_get::<&str>("key")?;
        let lang = kwargs.must_get::<&str>("lang")?;
        let given = || {
            let all = kwargs.iter();
            all.filter_map(|(name, value)| Some((name.as_str()?, value)))
                .filter(|(name, _)| !matches!(*name, "key" | "lang"))
        };
        let fill = || {
            let args = given().map(|(name, value)| (name, argument(name, value)));
            self.0.fill(lang, key, &args.collect())
        };
        let word = match name(key, given()) {
            Some(name) => self.0.remembered(lang, &name, fill),
            None => fill().map(Value::from),
        };
        word.map_err(|fault| {
            tera::Error::message(match fault {
                WordFault::Unknown => format!("there is no word \"{key}\" in any language"),
                WordFault::Unfilled(error) => {
                    format!("the word \"{key}\" ({lang}) cannot be filled: {error}")
                }
            })
        })
    }
}

/// What tells a word with its numbers from every other; nothing when it is filled with texts, which seldom come again.
fn name<'a>(
    key: &'a str,
    given: impl Iterator<Item = (&'a str, &'a Value)>,
) -> Option<Cow<'a, [u8]>> {
    let mut out = Cow::Borrowed(key.as_bytes());
    for (name, value) in given {
        let out = out.to_mut();
        // No key and no name of a gap holds such bytes.
        out.push(0);
        out.extend(name.as_bytes());
        match value.as_str() {
            // A gap that scripts fill is the same on every page.
            Some(text) if text.starts_with('{') => {
                out.push(0);
                out.extend(text.as_bytes());
            }
            Some(_) => return None,
            None => {
                out.push(1);
                out.extend(value.as_i64()?.to_le_bytes());
            }
        }
    }
    Some(out)
}

/// A value for a word. The number of a year is a name, no quantity: 2026 and not 2,026.
fn argument(name: &str, value: &Value) -> FluentValue<'static> {
    let number = match value.as_i64() {
        Some(whole) => FluentNumber::from(whole),
        None => match value.as_f64() {
            Some(number) => FluentNumber::from(number),
            None => return value.to_string().into(),
        },
    };
    let options = FluentNumberOptions {
        use_grouping: name != "year",
        ..number.options
    };
    FluentNumber::new(number.value, options).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceTree;

    #[test]
    fn every_language_that_comes_with_the_program_has_every_word() {
        let files = ThemeFiles::of(&SourceTree::default(), "default");
        let words = Words::read(&files, &[]);
        assert_eq!(words.diagnostics, []);
        let english = files.text("locales/en.ftl").expect("English is there");
        let keys = english
            .text
            .lines()
            .filter_map(|line| Some(line.split_once(" =")?.0));
        for key in keys.filter(|key| !key.starts_with([' ', '#'])) {
            for (lang, bundle) in &words.value.bundles {
                assert!(bundle.has_message(key), "{lang} has no {key}");
            }
        }
    }
}
