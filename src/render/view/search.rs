//! The page that searches the site.

use super::{Frame, Link};
use serde::Serialize;

/// What results can be narrowed down to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FilterOption {
    /// As it stands in the address of the search.
    pub id: String,
    /// Its words.
    pub label: String,
}

/// The page that searches the site. The browser fills it in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchView {
    /// What every page has.
    pub frame: Frame,
    /// Kinds of pages, those that the site does not have among them: results name them by their place here.
    pub kinds: Vec<FilterOption>,
    /// Which of `kinds` the site has, by their ids.
    pub offered: Vec<String>,
    /// Reading levels of the site, easiest first.
    pub levels: Vec<FilterOption>,
    /// Roles of the site.
    pub roles: Vec<FilterOption>,
    /// Languages of the site, by their own names.
    pub languages: Vec<FilterOption>,
    /// Where the index of each language begins, and the three lists above, as JSON for the scripts.
    pub index_json: String,
    /// Lists of pages, for who has no JavaScript.
    pub lists: Vec<Link>,
}
