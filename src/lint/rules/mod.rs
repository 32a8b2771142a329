//! The lint rules: a file each, with its manual page beside it.

pub mod empty_section;
pub mod evidence_without_source;
pub mod passive_voice;
pub mod review_without_owner;
pub mod skipped_heading_level;
pub mod stigma;
pub mod vague_link_text;
