//! `teachback serve` and `watch`: real processes, real requests, real saves.

#![allow(
    clippy::disallowed_methods,
    reason = "a test plays the author, the editor and the browser"
)]

mod bell;
mod client;
mod http;
#[path = "../project/mod.rs"]
mod project;
mod safety;
mod saves;
mod server;
mod storm;
mod watching;
