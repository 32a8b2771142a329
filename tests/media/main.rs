//! Pictures, captions and recordings, through the public face: projects in, pages, files and diagnostics out.

#![allow(
    clippy::disallowed_methods,
    reason = "a test lays out folders of its own and looks at what was written"
)]

mod cache;
mod captions;
mod pictures;
#[path = "../project/mod.rs"]
mod project;
mod samples;
mod site;
