//! From the text of a file to a document.

pub mod bank;
pub mod quiz;
