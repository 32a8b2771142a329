//! The lint rules: a file each, with its manual page beside it.

pub mod all_capitals;
pub mod all_of_the_above;
pub mod all_options_right;
pub mod double_negative;
pub mod duplicate_option;
pub mod empty_section;
pub mod evidence_without_source;
pub mod hard_key_message;
pub mod hard_word;
pub mod levels_out_of_order;
pub mod longest_option_right;
pub mod missing_option_feedback;
pub mod noun_string;
pub mod number_format;
pub mod passive_voice;
pub mod review_without_owner;
pub mod skipped_heading_level;
pub mod stigma;
pub mod too_hard_for_level;
pub mod unassessed_objective;
pub mod undefined_abbreviation;
pub mod unstressed_negative;
pub mod vague_link_text;
pub mod vague_time;
