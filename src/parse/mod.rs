//! From text to the model: every fault of one file, nothing looked up in another.

pub mod script;
