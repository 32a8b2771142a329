//! What needs more than one place to decide: links, order, and whether a conversation holds together.

pub mod dialogue;
