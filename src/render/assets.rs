//! A theme's style sheets, scripts and what they need, as files whose names change with their content.

mod css;
mod js;

use super::theme::{ThemeFile, ThemeFiles};
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
    /// Output paths in order.
    pub scripts: Vec<String>,
    /// Output paths by the name of the bundle, for pages that need it.
    pub bundles: BTreeMap<String, Bundle>,
}

/// What pages load for one thing that only some of them have, such as questions. Output paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    pub stylesheet: Option<String>,
    pub script: Option<String>,
}

/// Puts the style sheets of `assets/css` into one file, the scripts of `assets/js` into another and those of each folder
/// below these into one more, in the order of their names, and takes every other file of `assets` as it is. Addresses in
/// style sheets lead to the files under their new names.
pub fn bundle(files: &ThemeFiles) -> Outcome<Assets> {
    let mut diagnostics = Vec::new();
    let mut assets = Assets::default();
    let names = assets.add_others(files);
    let mut sheets: BTreeMap<Option<&str>, String> = BTreeMap::new();
    for (path, file) in parts(files, CSS, ".css") {
        let css = sheets.entry(bundle_name(path, CSS)).or_default();
        css.push_str(&css::shorten(&file.text, |target, range| {
            let found = address(target, path, &names);
            found.unwrap_or_else(|fault| {
                diagnostics.push(fault.told(file, path, target, range));
                None
            })
        }));
    }
    for (name, css) in sheets.into_iter().filter(|(_, css)| !css.is_empty()) {
        match name {
            Some(name) => {
                let path = assets.add_text(&format!("{name}.css"), css);
                assets.bundle_of(name).stylesheet = Some(path);
            }
            None => assets.add_stylesheet("site", css),
        }
    }
    let mut scripts: BTreeMap<Option<&str>, Vec<&ThemeFile>> = BTreeMap::new();
    for (path, file) in parts(files, JS, ".js") {
        let name = bundle_name(path, JS);
        scripts.entry(name).or_default().push(file);
    }
    for (name, scripts) in scripts {
        let path = assets.add_scripts(name.unwrap_or("site"), &scripts);
        match name {
            Some(name) => assets.bundle_of(name).script = Some(path),
            None => assets.scripts.push(path),
        }
    }
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

    fn bundle_of(&mut self, name: &str) -> &mut Bundle {
        self.bundles.entry(name.to_owned()).or_default()
    }

    /// Adds one file of scripts and gives its output path.
    fn add_scripts(&mut self, name: &str, scripts: &[&ThemeFile]) -> String {
        let mut whole = String::new();
        for file in scripts {
            whole.push_str(&js::shorten(&file.text));
            // Without it, a file that starts with a bracket would go on with the last statement of the one before.
            whole.push_str(";\n");
        }
        self.add_text(&format!("{name}.js"), whole)
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

fn parts<'a>(
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
