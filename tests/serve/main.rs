//! `teachback serve` and `watch`: real processes, real requests, real saves.

#![allow(
    clippy::disallowed_methods,
    reason = "a test plays the author, the editor and the browser"
)]

mod bell;
mod client;
mod edits;
mod http;
mod killed;
#[path = "../project/mod.rs"]
mod project;
mod safety;
mod saves;
mod server;
mod storm;
mod watching;

/// What changed beside the search, which holds the words of every page.
fn pages(changed: &[String]) -> Vec<String> {
    let is_search = |path: &str| path.starts_with("assets/search/") || path.starts_with("search.");
    let changed = changed.iter().filter(|path| !is_search(path));
    changed.cloned().collect()
}
