//! Conversation scripts: how they are read, and what is told about them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads the scripts of the repository"
)]

mod cast;
mod course;
mod machine;
mod notation;
mod oracle;
mod page;
mod playing;
#[path = "../project/mod.rs"]
mod project;
mod size;
mod whole;
