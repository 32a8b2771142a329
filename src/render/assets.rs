//! A theme's style sheets, scripts and what they need, as files whose names change with their content.

mod css;
mod js;

use super::theme::{ByLanguage, DEFAULT_BUNDLE, Parts, ThemeFile, ThemeFiles};
use crate::diagnostic::{Diagnostic, Outcome, THEME_FAULT};
use crate::source::{
    CONFIG_FILE, FileId, Fingerprint, MediaFile, Span, join_relative, parent, relative_link,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// The folder of a theme's assets, and of all of them in the output.
const FOLDER: &str = "assets/";
const CSS: &str = "assets/css/";
const JS: &str = "assets/js/";
/// The picture that stands for a site without a logo.
const ICON: &str = "assets/icon.svg";

/// A file of the output that comes from the theme.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Output path, with a hash of the content in the name.
    pub path: String,
    pub body: AssetBody,
}

/// What an asset holds.
#[derive(Debug, Clone)]
pub enum AssetBody {
    Text(String),
    /// Bytes that stay on disk until they are copied: a font, a picture.
    Copy(MediaFile),
}

/// Everything that pages load from the theme.
#[derive(Debug, Default)]
pub struct Assets {
    pub files: Vec<Asset>,
    /// Output paths in order.
    pub stylesheets: Vec<String>,
    /// What every page loads; its style sheet is the first of `stylesheets`.
    pub site: Bundle,
    /// Output paths by the name of the bundle, for pages that need it.
    pub bundles: BTreeMap<String, Bundle>,
    /// Output path of the picture that stands for the site.
    pub icon: Option<String>,
}

/// What pages load for one thing that only some of them have, such as questions. Output paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    pub stylesheet: Option<String>,
    script: Option<Script>,
}

/// Where the scripts of a bundle are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Script {
    /// The same file for all languages.
    Common(String),
    /// The parts of the bundle stand in front: a file for each language.
    Spoken(ByLanguage),
}

impl Bundle {
    /// The script for pages in a language of the site.
    #[must_use]
    pub fn script(&self, lang: &str) -> Option<&str> {
        match self.script.as_ref()? {
            Script::Common(path) => Some(path),
            Script::Spoken(paths) => paths.get(lang).map(String::as_str),
        }
    }
}

/// Puts the style sheets of `assets/css` into one file, the scripts of `assets/js` into another and those of each folder
/// below these into one more, in the order of their names, and takes every other file of `assets` as it is. Addresses in
/// style sheets lead to the files under their new names; the parts of a bundle stand in front of its scripts.
pub fn bundle(files: &ThemeFiles, parts: &Parts) -> Outcome<Assets> {
    let mut assets = Assets::default();
    let names = assets.add_others(files);
    assets.icon = names.get(ICON).cloned();
    let diagnostics = assets.add_stylesheets(files, &names);
    assets.add_scripts(files, parts);
    Outcome::new(assets, diagnostics)
}

/// The bundle that a part belongs to: the folder that it is in.
fn bundle_name<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    let (name, _) = path[folder.len()..].split_once('/')?;
    Some(name)
}

impl Assets {
    /// Adds a style sheet after the others.
    pub fn add_stylesheet(&mut self, name: &str, css: String) {
        let path = self.add_text(&format!("{name}.css"), css);
        self.stylesheets.push(path);
    }

    /// What has a name; without one, what every page loads.
    fn bundle_of(&mut self, name: Option<&str>) -> &mut Bundle {
        match name {
            Some(name) => self.bundles.entry(name.to_owned()).or_default(),
            None => &mut self.site,
        }
    }

    /// Adds the style sheets of all bundles, and says which addresses in them lead nowhere.
    fn add_stylesheets(
        &mut self,
        files: &ThemeFiles,
        names: &BTreeMap<String, String>,
    ) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let mut sheets: BTreeMap<Option<&str>, String> = BTreeMap::new();
        for (path, file) in sources(files, CSS, ".css") {
            let css = sheets.entry(bundle_name(path, CSS)).or_default();
            css.push_str(&css::shorten(&file.text, |target, range| {
                let found = address(target, path, names);
                found.unwrap_or_else(|fault| {
                    diagnostics.push(fault.told(file, path, target, range));
                    None
                })
            }));
        }
        for (name, css) in sheets.into_iter().filter(|(_, css)| !css.is_empty()) {
            match name {
                Some(_) => {
                    let path = self.add_text(&file_name(name, ".css"), css);
                    self.bundle_of(name).stylesheet = Some(path);
                }
                None => self.add_stylesheet(DEFAULT_BUNDLE, css),
            }
        }
        diagnostics
    }

    /// Adds the scripts of all bundles.
    fn add_scripts(&mut self, files: &ThemeFiles, parts: &Parts) {
        let mut scripts: BTreeMap<Option<&str>, String> = BTreeMap::new();
        for (path, file) in sources(files, JS, ".js") {
            let whole = scripts.entry(bundle_name(path, JS)).or_default();
            whole.push_str(&js::shorten(&file.text));
            // Without it, a file that starts with a bracket would go on with the last statement of the one before.
            whole.push_str(";\n");
        }
        for name in parts.bundles() {
            scripts.entry(name).or_default();
        }
        for (name, text) in scripts {
            let script = match parts.of(name) {
                None => Script::Common(self.add_text(&file_name(name, ".js"), text)),
                Some(parts) => Script::Spoken(self.add_spoken(name, parts, &text)),
            };
            self.bundle_of(name).script = Some(script);
        }
    }

    /// Adds scripts for each language, with what they put into pages in front. Gives output paths.
    fn add_spoken(&mut self, name: Option<&str>, parts: &ByLanguage, scripts: &str) -> ByLanguage {
        let spoken = parts.iter().map(|(lang, markup)| {
            let text = js::registered(name.unwrap_or(DEFAULT_BUNDLE), markup) + scripts;
            let path = self.add_text(&file_name(name, &format!(".{lang}.js")), text);
            (lang.clone(), path)
        });
        spoken.collect()
    }

    fn add_text(&mut self, name: &str, text: String) -> String {
        let path = hashed(&format!("{FOLDER}{name}"), Fingerprint::of(text.as_bytes()));
        self.files.push(Asset {
            path: path.clone(),
            body: AssetBody::Text(text),
        });
        path
    }

    /// Adds what is neither a style sheet nor a script of the bundles. Gives output paths by paths in the theme.
    fn add_others(&mut self, files: &ThemeFiles) -> BTreeMap<String, String> {
        let texts = files.texts_below("").map(|(path, file)| {
            let fingerprint = Fingerprint::of(file.text.as_bytes());
            (path, fingerprint, AssetBody::Text(file.text.to_string()))
        });
        let media = files.media().map(|(path, file)| {
            let body = AssetBody::Copy(file.clone());
            (path, file.fingerprint, body)
        });
        let mut names = BTreeMap::new();
        for (path, fingerprint, body) in texts.chain(media) {
            if path.starts_with(FOLDER) && !is_part(path, CSS, ".css") && !is_part(path, JS, ".js")
            {
                let output = hashed(path, fingerprint);
                names.insert(path.to_owned(), output.clone());
                self.files.push(Asset { path: output, body });
            }
        }
        names
    }
}

fn is_part(path: &str, folder: &str, ending: &str) -> bool {
    path.starts_with(folder) && path.ends_with(ending)
}

/// The file of a bundle; without a name, that of every page.
fn file_name(bundle: Option<&str>, ending: &str) -> String {
    format!("{}{ending}", bundle.unwrap_or(DEFAULT_BUNDLE))
}

fn sources<'a>(
    files: &'a ThemeFiles,
    folder: &'a str,
    ending: &'a str,
) -> impl Iterator<Item = (&'a str, &'a ThemeFile)> {
    let all = files.texts_below("");
    all.filter(move |(path, _)| is_part(path, folder, ending))
}

/// `assets/fonts/text.woff2` becomes `assets/fonts/text.1a2b3c4d.woff2`.
fn hashed(path: &str, fingerprint: Fingerprint) -> String {
    let hash = fingerprint.short();
    let name = path.rfind('/').map_or(0, |at| at + 1);
    match path[name..].rfind('.') {
        Some(dot) => format!("{}.{hash}{}", &path[..name + dot], &path[name + dot..]),
        None => format!("{path}.{hash}"),
    }
}

/// Why an address in a style sheet leads nowhere.
enum AddressFault {
    Missing,
    Remote,
}

/// The new address for one in the style sheet `path`: relative to the bundle, with hash. `None` leaves it as it is.
fn address(
    target: &str,
    path: &str,
    names: &BTreeMap<String, String>,
) -> Result<Option<String>, AddressFault> {
    if target.is_empty() || target.starts_with('#') || has_scheme(target, "data") {
        return Ok(None);
    }
    if target.starts_with("//") || target.split('/').next().is_some_and(|s| s.contains(':')) {
        return Err(AddressFault::Remote);
    }
    let end = target.find(['?', '#']).unwrap_or(target.len());
    let asset = join_relative(parent(path), &target[..end]).and_then(|p| names.get(&p));
    let asset = asset.ok_or(AddressFault::Missing)?;
    let link = relative_link(&format!("{FOLDER}site.css"), asset);
    Ok(Some(format!("{link}{}", &target[end..])))
}

fn has_scheme(target: &str, scheme: &str) -> bool {
    target
        .split_once(':')
        .is_some_and(|(start, _)| start.eq_ignore_ascii_case(scheme))
}

impl AddressFault {
    fn told(&self, file: &ThemeFile, path: &str, target: &str, range: Range<usize>) -> Diagnostic {
        let span = match file.own {
            Some(own) => Span::new(own, range.start, range.end),
            None => Span::start_of(FileId::of_path(CONFIG_FILE)),
        };
        let (message, help) = match self {
            Self::Missing => (
                format!("{path} names \"{target}\", which is not among the theme's assets"),
                "addresses in style sheets are relative to the style sheet",
            ),
            Self::Remote => (
                format!("{path} loads \"{target}\" from another site"),
                "pages work offline and load nothing from elsewhere: put the file into the theme's assets",
            ),
        };
        Diagnostic::new(&THEME_FAULT, span, message).help(help)
    }
}
