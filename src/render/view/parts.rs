//! What scripts put into pages.

use serde::Serialize;

/// A role of the site by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RoleName {
    /// Its id in `teachback.yaml`.
    pub id: String,
    /// Its name in the language of the page.
    pub name: String,
}

/// Markup with words that scripts put into pages, the same on every page in a language. It knows the site, and no page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PartsView {
    /// Language tag of the pages.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The roles of the site.
    pub roles: Vec<RoleName>,
}
