//! A search index that browsers read without a server, also from `file://`: plain scripts, each small, of which a search
//! loads the few that it needs.
//!
//! 1. [`words`] cuts a text into folded words; a browser cuts what is typed in the same way.
//! 2. [`stem`] takes endings off, by tables that travel with the index, so that program and browser cannot differ.
//! 3. `postings` says in which sections, and where in them, each stem stands.
//! 4. `shards` cuts all that into files, and lists them in a catalog.

mod code;
mod postings;
mod shards;
pub mod stem;
pub mod words;

/// The folder of the index in the output, one folder a language below it.
pub const FOLDER: &str = "assets/search/";

/// What can be found: a page, or an entry of the glossary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address from the root of the site.
    pub path: String,
    pub title: String,
    /// Place in the list of kinds that the search page offers.
    pub kind: usize,
    /// Place in the reading levels of the site.
    pub level: Option<usize>,
    /// Places in the roles of the site; empty: for everybody.
    pub roles: Vec<usize>,
    /// The same for variants of one page, in every language.
    pub group: usize,
    /// Words that it is found by and that are not shown: its tags.
    pub keywords: String,
    /// In order. The first stands under the title: it has neither anchor nor heading.
    pub sections: Vec<Section>,
}

/// A heading with the text below it, up to the next heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The id of the heading, fit for an address; empty: the page itself.
    pub anchor: String,
    pub heading: String,
    pub text: String,
}

/// The index of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// The script to begin with; it lists the others.
    pub catalog: String,
    /// Output paths with what is in them.
    pub files: Vec<(String, String)>,
}

/// Makes the index of the pages in one language. Time and size grow with the text.
#[must_use]
pub fn index(lang: &str, pages: &[Page]) -> Index {
    let stemmer = stem::of(lang);
    let inverted = postings::invert(stemmer, pages);
    shards::cut(lang, stemmer, pages, &inverted)
}
