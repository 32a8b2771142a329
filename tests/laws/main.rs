//! What holds for every project, whatever is in it.

#![allow(
    clippy::disallowed_methods,
    reason = "a test lays out the files that the program reads, and reads the program's own source"
)]

mod commonmark;
#[path = "../fences/mod.rs"]
mod fences;
mod floors;
mod foreign;
mod html;
mod memory;
mod no_panic;
mod same_bytes;
mod tables;
mod whole;
