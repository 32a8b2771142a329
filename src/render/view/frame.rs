//! What every page has around its text.

use super::Ready;
use crate::render::words::{dir, language_name};
use serde::Serialize;

/// A link with its words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Where it leads, relative to the page.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Their language, when it is not that of the page.
    pub foreign: Option<Foreign>,
}

/// A link of the main navigation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NavLink {
    /// Where it leads, relative to the page.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Whether it leads to the very page being shown.
    pub current: bool,
    /// Whether the page being shown belongs to this part of the site.
    pub inside: bool,
}

/// A picture of the theme, such as the logo.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Image {
    /// Where it is, relative to the page.
    pub src: String,
    /// Alternative text; empty when the name stands beside it.
    pub alt: String,
    /// Width in points, when it is known.
    pub width: Option<u32>,
    /// Height in points.
    pub height: Option<u32>,
}

/// The same page in another reading level or language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Variant {
    /// The level's id or the language tag.
    pub id: String,
    /// The level's name; a language's own name.
    pub label: String,
    /// The variant's page.
    pub href: String,
    /// Language tag of the variant.
    pub lang: String,
    /// Where it is published, in full, when that is known.
    pub address: Option<String>,
    /// Whether it is the page being shown.
    pub current: bool,
    /// The school grade that a reading level measures, to the nearest whole one.
    pub grade: Option<u32>,
    /// Whether that grade is an estimate, as the text is short.
    pub about: bool,
    /// Minutes that a reading level takes.
    pub minutes: Option<u32>,
    /// Ids of headings and named blocks of the variant, in order, so that a switch can lead to the same section.
    pub places: Vec<String>,
}

/// A role of the site and its start page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RoleLink {
    /// Its id in `teachback.yaml`.
    pub id: String,
    /// Its name in the language of the page.
    pub name: String,
    /// Its start page.
    pub href: String,
    /// Whether that is the page being shown.
    pub current: bool,
}

/// A language in which something stands because it is missing in that of the page. The theme has words to say so
/// (`t(key="in-language", code=…, name=…)`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Foreign {
    /// Language tag.
    pub code: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The language's own name.
    pub name: String,
}

impl Foreign {
    /// The language with a tag.
    #[must_use]
    pub fn of(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            dir: dir(code).to_owned(),
            name: language_name(code),
        }
    }
}

/// What every page has around its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Language tag of the page.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The language of the site's title, organisation, banner and footer, when it is not that of the page.
    pub site_language: Option<Foreign>,
    /// The language of the words of the interface, when nobody translated them into that of the page.
    pub spoken: Option<Foreign>,
    /// `home`, `index`, `module`, `lesson`, `script`, `handout`, `form`, `page`, `glossary`,
    /// `bibliography`, `role` or `not-found`; on `body` as `data-kind`.
    pub kind: String,
    /// Id of the reading level; on `body` as `data-level`, so that print can be larger.
    pub level: Option<String>,
    /// Whether that level is the easiest of the site; on `body` as `data-easiest`.
    pub easiest: bool,
    /// Title of the page, without the site's.
    pub title: String,
    /// Title of the site.
    pub site_title: String,
    /// Who publishes the site.
    pub organisation: Option<String>,
    /// Description for search engines.
    pub description: Option<String>,
    /// Prefix from the page to the root: empty, `../`, `../../` …
    pub root: String,
    /// The home page, relative to the page.
    pub home_href: String,
    /// Style sheets in order; the brand's own comes last.
    pub stylesheets: Ready<Vec<String>>,
    /// Deferred scripts in order.
    pub scripts: Ready<Vec<String>>,
    /// Names of the bundles of scripts and style sheets that the page loads, such as `questions`.
    pub bundles: Vec<String>,
    /// The name under which a browser keeps what is done on this site.
    pub site_id: String,
    /// The page from the root of the output.
    pub path: String,
    /// The name under which a browser keeps what is done on this page, the same for its levels and languages.
    pub item: Option<String>,
    /// The module that the page belongs to, as JSON: what there is to do in it.
    pub course: Option<String>,
    /// The page that shows what the learner did; none when there is nothing to do. On `html` as `data-progress`, for the
    /// scripts of pages that show it.
    pub progress_href: Option<String>,
    /// The worker that keeps the site for use without a network, relative to the page; on `html` as `data-offline`.
    pub worker: Option<String>,
    /// Where the page is published, in full; absent when nobody said where, and for pages that stand for a missing one.
    pub address: Option<String>,
    /// What everybody has to know now. Without an address its `href` is empty.
    pub banner: Option<Link>,
    /// The organisation's sentence at the foot of every page.
    pub footer_text: Option<String>,
    /// The page that searches the site.
    pub search_href: String,
    /// The organisation's logo.
    pub logo: Option<Image>,
    /// The picture of the site for tabs and bookmarks: the logo, else that of the theme.
    pub icon: Option<String>,
    /// The main navigation, the home page not among it.
    pub nav: Ready<Vec<NavLink>>,
    /// Links of the footer, such as the glossary and the references.
    pub footer: Ready<Vec<Link>>,
    /// From the home page down to the parent of this page; the page itself is not among them.
    pub breadcrumbs: Vec<Link>,
    /// The roles of the site, on pages that offer them or hold text for some only; else empty.
    pub roles: Vec<RoleLink>,
    /// Reading levels of this page, easiest first, this one included; empty when there is one only.
    pub levels: Vec<Variant>,
    /// Languages of this page, this one included; empty when there is one only.
    pub languages: Vec<Variant>,
    /// The first language of the site: what readers of any other one are shown.
    pub first_language: String,
}
