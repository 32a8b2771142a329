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

use rayon::prelude::*;
use std::ops::{Range, RangeInclusive};

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

/// The pages of one language, made when they are asked for: of a large site all texts at once take much memory.
#[derive(Clone, Copy)]
pub struct Pages<'a> {
    /// Of the language.
    pub lang: &'a str,
    pub count: usize,
    /// Gives the page with a number below `count`, the same one every time.
    pub page: &'a (dyn Fn(usize) -> Page + Sync),
}

/// Takes a file of the index: its path in the output, and what is in it.
pub type Put<'a> = &'a (dyn Fn(String, String) + Sync);

/// Pages that one worker gathers at once: at least so many, as every worker has to learn the words of the language, and at
/// most, as their lists are held twice while they are put together.
const AT_ONCE: RangeInclusive<usize> = 32..=256;
/// Pages that all workers gather before what they have is put together: lists that wait for that take memory.
const ROUND: usize = 2_048;

/// Makes the index of the pages in one language, and gives the path of its catalog: the script to begin with, which lists
/// the others. Time and size grow with the text.
#[must_use]
pub fn index(pages: Pages<'_>, put: Put<'_>) -> String {
    let stemmer = stem::of(pages.lang);
    let mut whole = postings::Whole::default();
    let mut listed = Vec::with_capacity(pages.count);
    let mut waiting = Vec::new();
    for round in (0..pages.count).step_by(ROUND) {
        let round = round..pages.count.min(round + ROUND);
        // What one round brought is put together while the next one is gathered.
        let put_together = || {
            std::mem::take(&mut waiting)
                .into_iter()
                .for_each(|part| whole.append(part))
        };
        let ((), parts) = rayon::join(put_together, || gather_all(pages, round, stemmer));
        for (gathered, of_part) in parts {
            waiting.push(gathered);
            listed.extend(of_part);
        }
    }
    waiting.into_iter().for_each(|part| whole.append(part));
    shards::cut(pages, stemmer, (&listed, &whole.sorted()), put)
}

/// The words of some pages, and what the catalog says of them.
type Part = (postings::Gathered, Vec<shards::Listed>);

/// Gathers the words of pages on all processors.
fn gather_all(pages: Pages<'_>, some: Range<usize>, stemmer: &stem::Stemmer) -> Vec<Part> {
    let shares = 4 * rayon::current_num_threads();
    let at_once = (some.len() / shares).clamp(*AT_ONCE.start(), *AT_ONCE.end());
    let parts = some.clone().into_par_iter().step_by(at_once);
    parts
        .map(|from| gather(pages, from..some.end.min(from + at_once), stemmer))
        .collect()
}

fn gather(pages: Pages<'_>, some: Range<usize>, stemmer: &stem::Stemmer) -> Part {
    let mut gatherer = postings::Gatherer::new(stemmer);
    let listed = some.map(|at| {
        let page = (pages.page)(at);
        gatherer.add(&page);
        shards::Listed::of(&page)
    });
    let listed = listed.collect();
    (gatherer.finish(), listed)
}
