//! Where an address leads: pages, files to copy, other sites.

use super::anchors::anchors_of;
use super::collect::Collected;
use super::frame::{Frame, Place};
use super::site::{PageId, Target};
use crate::config::Config;
use crate::diagnostic::{
    BROKEN_ANCHOR, BROKEN_LINK, BUILT_PAGE_LINK, Diagnostic, Fix, LINK_TO_DRAFT, MISSING_MEDIA,
    TARGET_OUTSIDE_PROJECT, UNSAFE_LINK, nearest,
};
use crate::html_tags::is_program;
use crate::source::{CONTENT_DIR, SourceTree, Span, join_relative, parent, relative_link};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Every file that an address can name.
#[derive(Debug)]
pub struct Paths {
    /// Pages by source path below `content/`.
    pages: FxHashMap<String, PageId>,
    drafts: FxHashSet<String>,
    /// Files that can be copied, by path below `content/`.
    files: FxHashSet<String>,
    /// Made when somebody asks: on most sites nobody does.
    names: OnceLock<Names>,
}

/// The names of all files that an address can lead to.
#[derive(Debug, Default)]
struct Names {
    /// Paths by file name in lower case, for "did you mean".
    by_name: FxHashMap<String, Vec<String>>,
    /// File names by folder.
    by_folder: BTreeMap<String, Vec<String>>,
}

impl Names {
    fn of<'a>(paths: impl Iterator<Item = &'a String>) -> Self {
        let mut paths: Vec<&String> = paths.collect();
        paths.sort_unstable();
        let mut names = Self::default();
        for path in paths {
            let name = path.rsplit('/').next().unwrap_or(path);
            let folder = names.by_folder.entry(parent(path).to_owned());
            folder.or_default().push(name.to_owned());
            let same = names.by_name.entry(name.to_lowercase());
            same.or_default().push(path.clone());
        }
        names
    }
}

/// Everything that an address can name: files, and places on pages.
#[derive(Clone, Copy)]
pub struct Index<'a> {
    pub collected: &'a Collected,
    pub frame: &'a Frame,
    pub config: &'a Config,
}

/// What an address stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Link,
    /// A picture that the page shows.
    Picture,
    /// Another file that the page plays or loads: sound, video, captions.
    Media,
}

/// An address and where it stands.
pub struct Address<'a> {
    pub text: &'a str,
    pub span: Span,
    pub used_as: Use,
    /// The source file below `content/`.
    pub from: &'a str,
    /// The page, when it is one: its own anchors are known.
    pub page: Option<PageId>,
}

impl Paths {
    #[must_use]
    pub fn new(places: &[Place], collected: &Collected, sources: &SourceTree) -> Self {
        let pages = places.iter().enumerate();
        let below = format!("{CONTENT_DIR}/");
        let media = sources.media().iter();
        let media = media.filter_map(|m| m.path.strip_prefix(&below));
        let attachments = collected.attachments.iter().map(String::as_str);
        Self {
            pages: pages
                .map(|(at, place)| (place.source.clone(), PageId(at)))
                .collect(),
            drafts: collected.drafts.iter().cloned().collect(),
            files: attachments.chain(media).map(str::to_owned).collect(),
            names: OnceLock::new(),
        }
    }

    fn names(&self) -> &Names {
        let paths = || self.pages.keys().chain(&self.files);
        self.names.get_or_init(|| Names::of(paths()))
    }

    /// The file that was probably meant, as it would be written.
    fn suggest(&self, from: &str, wanted: &str) -> Option<String> {
        let name = wanted.rsplit('/').next().unwrap_or(wanted);
        let folder = parent(wanted);
        let link = |path: &str| relative_link(from, path);
        for index in ["index.md", "module.md", "README.md"] {
            let inside = format!("{wanted}/{index}");
            if self.pages.contains_key(&inside) {
                return Some(link(&inside));
            }
        }
        for candidate in [name.to_lowercase(), format!("{}.md", name.to_lowercase())] {
            if let Some(paths) = self.names().by_name.get(&candidate) {
                let same_folder = paths.iter().find(|p| parent(p) == folder);
                return same_folder.or(paths.first()).map(|p| link(p));
            }
        }
        let siblings = self.names().by_folder.get(folder)?;
        let stem = name.strip_suffix(".md").unwrap_or(name);
        let variant = siblings
            .iter()
            .find(|s| s.strip_prefix(stem).is_some_and(|r| r.starts_with('.')));
        let near = variant
            .map(String::as_str)
            .or_else(|| nearest(name, siblings.iter().map(String::as_str)))?;
        let path = if folder.is_empty() {
            near.to_owned()
        } else {
            format!("{folder}/{near}")
        };
        Some(link(&path))
    }
}

impl Index<'_> {
    #[must_use]
    pub fn page(&self, source: &str) -> Option<PageId> {
        self.frame.paths.pages.get(source).copied()
    }

    /// The names of all scripts, without folder and ending.
    pub fn scripts(&self) -> impl Iterator<Item = &str> {
        let names = &self.frame.paths.names().by_folder;
        let names = names.get("scripts").into_iter().flatten();
        names.filter_map(|name| name.strip_suffix(".md"))
    }

    /// Follows an address.
    pub fn follow(&self, address: &Address<'_>, diagnostics: &mut Vec<Diagnostic>) -> Target {
        match self.find(address) {
            Ok(target) => target,
            Err(fault) => {
                diagnostics.push(*fault);
                Target::Nowhere
            }
        }
    }

    fn find(&self, address: &Address<'_>) -> Result<Target, Box<Diagnostic>> {
        let text = address.text.trim();
        if is_program(text) {
            let message = "this address could run a program, so it is left out";
            return fault(Diagnostic::new(&UNSAFE_LINK, address.span, message));
        }
        if text.is_empty() {
            let message = "this link has no address";
            return fault(Diagnostic::new(&BROKEN_LINK, address.span, message));
        }
        if let Some(anchor) = text.strip_prefix('#') {
            return self.own_anchor(address, anchor);
        }
        if let Some(scheme) = scheme(text) {
            return outside_address(address, scheme);
        }
        if text.starts_with("//") {
            let message = "this address does not say how the other site is reached";
            let help = format!("write https:{text}");
            return fault(Diagnostic::new(&BROKEN_LINK, address.span, message).help(help));
        }
        let (path, anchor) = text
            .split_once('#')
            .map_or((text, None), |(p, a)| (p, Some(a)));
        let path = path.split('?').next().unwrap_or(path);
        self.file(address, &decode(path), anchor.filter(|a| !a.is_empty()))
    }

    fn own_anchor(&self, address: &Address<'_>, anchor: &str) -> Result<Target, Box<Diagnostic>> {
        let anchor = decode(anchor);
        // A snippet or a bank has no page of its own: what its anchors name is not known here.
        if let Some(page) = address.page {
            self.check_anchor(address, page, &anchor)?;
        }
        Ok(Target::Anchor(anchor))
    }

    fn check_anchor(
        &self,
        address: &Address<'_>,
        page: PageId,
        anchor: &str,
    ) -> Result<(), Box<Diagnostic>> {
        if anchor.is_empty() {
            return Ok(());
        }
        let mut known = anchors_of((self.collected, self.frame), self.config, page);
        if known.contains(&anchor) {
            return Ok(());
        }
        let message = if address.page == Some(page) {
            format!("this page has no place \"{anchor}\"")
        } else {
            format!("that page has no place \"{anchor}\"")
        };
        known.sort_unstable();
        known.dedup();
        let help = match nearest(anchor, known.iter().copied()) {
            Some(name) => format!("did you mean \"#{name}\"?"),
            None if known.is_empty() => "it has no headings".to_owned(),
            None => format!("its places: {}", shorten_list(&known)),
        };
        Err(Box::new(
            Diagnostic::new(&BROKEN_ANCHOR, address.span, message).help(help),
        ))
    }

    fn file(
        &self,
        address: &Address<'_>,
        path: &str,
        anchor: Option<&str>,
    ) -> Result<Target, Box<Diagnostic>> {
        if path.starts_with('/') || path.contains('\\') {
            return fault(self.absolute(address, path));
        }
        let Some(wanted) = join_relative(parent(address.from), path) else {
            let message = "this leads out of the content folder";
            let help = "copy the file next to the page that uses it";
            return fault(
                Diagnostic::new(&TARGET_OUTSIDE_PROJECT, address.span, message).help(help),
            );
        };
        if let Some(page) = self.page(&wanted) {
            if address.used_as != Use::Link {
                let message = "a page stands where a picture or another file is wanted";
                return fault(Diagnostic::new(&MISSING_MEDIA, address.span, message));
            }
            let anchor = anchor.map(decode);
            if let Some(anchor) = &anchor {
                self.check_anchor(address, page, anchor)?;
            }
            return Ok(Target::Page(page, anchor));
        }
        if self.frame.paths.files.contains(&wanted) {
            return Ok(match address.used_as {
                Use::Picture => Target::Picture(wanted),
                Use::Link | Use::Media => Target::Media(wanted),
            });
        }
        fault(self.missing(address, &wanted))
    }

    fn absolute(&self, address: &Address<'_>, path: &str) -> Diagnostic {
        let message = "this is an absolute path: it would leave the site when that is moved";
        let fault = Diagnostic::new(&TARGET_OUTSIDE_PROJECT, address.span, message);
        let inside = path.trim_start_matches('/').replace('\\', "/");
        let candidates = [inside.clone(), format!("{inside}.md")];
        match candidates.iter().find(|c| {
            self.frame.paths.pages.contains_key(*c) || self.frame.paths.files.contains(*c)
        }) {
            Some(found) => fault.help(format!("write {}", relative_link(address.from, found))),
            None => {
                fault.help("write the path from this file to the other one: ../handouts/name.md")
            }
        }
    }

    fn missing(&self, address: &Address<'_>, wanted: &str) -> Diagnostic {
        if self.frame.paths.drafts.contains(wanted) {
            let message =
                "this leads to a draft, which is not built: the words stand without a link";
            return Diagnostic::new(&LINK_TO_DRAFT, address.span, message)
                .help("finish the draft, or build with --drafts");
        }
        if let Some(source) = wanted
            .strip_suffix(".html")
            .map(|stem| format!("{stem}.md"))
            && self.frame.paths.pages.contains_key(&source)
        {
            return built_page(address);
        }
        let (rule, message) = match address.used_as {
            Use::Link => (&BROKEN_LINK, format!("there is no file {wanted}")),
            Use::Picture | Use::Media => (&MISSING_MEDIA, format!("there is no file {wanted}")),
        };
        let fault = Diagnostic::new(rule, address.span, message);
        match self.frame.paths.suggest(address.from, wanted) {
            Some(path) => fault.help(format!("did you mean \"{path}\"?")),
            None => {
                fault.help("a path is written from this file to the other one, with its ending")
            }
        }
    }
}

fn fault(diagnostic: Diagnostic) -> Result<Target, Box<Diagnostic>> {
    Err(Box::new(diagnostic))
}

fn built_page(address: &Address<'_>) -> Diagnostic {
    let text = address.text.trim();
    let mended = text.replacen(".html", ".md", 1);
    let message = "this names the built page; a link names the source";
    Diagnostic::new(&BUILT_PAGE_LINK, address.span, message)
        .help(format!("write {mended}"))
        .fix(Fix::replace("name the source", true, address.span, mended))
}

fn outside_address(address: &Address<'_>, scheme: &str) -> Result<Target, Box<Diagnostic>> {
    let text = address.text.trim();
    if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") {
        let message = "this names a place on one computer: nobody else can follow it";
        let help = "copy the file next to the page that uses it, and write its name";
        return fault(Diagnostic::new(&TARGET_OUTSIDE_PROJECT, address.span, message).help(help));
    }
    if address.used_as != Use::Link && !text.starts_with("data:") {
        let message = "this would be loaded from another site; pages of teachback load nothing from elsewhere";
        let help = "save the file next to the page, and write its name";
        return fault(Diagnostic::new(&MISSING_MEDIA, address.span, message).help(help));
    }
    Ok(Target::External(encoded(text)))
}

/// An address with the signs percent-encoded that RFC 3986 does not allow in it. Letters of all scripts stay.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\0'..=' ' | '\x7F' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}

/// The scheme of an address (RFC 3986, 3.1), without the colon.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let starts = scheme
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic());
    let rest = scheme
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (starts && rest).then_some(scheme)
}

/// Undoes percent-encoding; what is not UTF-8 then stays as written.
fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text
            .get(at + 1..at + 3)
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(code)) => {
                out.push(code);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

fn shorten_list(names: &[&str]) -> String {
    const MOST: usize = 6;
    let shown = names
        .iter()
        .take(MOST)
        .map(|n| format!("#{n}"))
        .collect::<Vec<_>>()
        .join(", ");
    if names.len() > MOST {
        format!("{shown}, …")
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_those_of_the_standard() {
        assert_eq!(scheme("https://a"), Some("https"));
        assert_eq!(scheme("tel:988"), Some("tel"));
        assert_eq!(scheme("C:/x"), Some("C"));
        assert_eq!(scheme("a b:c"), None);
        assert_eq!(scheme("3:x"), None);
        assert_eq!(scheme("x.md"), None);
    }

    #[test]
    fn percent_signs_are_read() {
        assert_eq!(decode("a%20b%C3%A9"), "a bé");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%FF"), "%FF");
        assert_eq!(decode("%é"), "%é");
        assert_eq!(decode("%+F"), "%+F");
    }
}
