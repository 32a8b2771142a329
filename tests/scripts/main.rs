//! Conversation scripts: how they are read, and what is told about them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads the scripts of the repository"
)]

mod course;
mod machine;
mod notation;
mod oracle;
mod page;
mod playing;
mod size;
mod whole;
