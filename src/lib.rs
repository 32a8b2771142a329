//! Compiles Markdown training modules, conversation scripts, quizzes and patient education at several reading levels
//! into a static site.
//!
//! Files become documents, documents a site, a site outputs, outputs bytes. Every stage is a plain function from
//! value to value and says what it noticed. Modules stand on floors and import downward only:
//!
//! ```text
//! 9 main.rs lib.rs
//! 8 cli.rs  commands/       one file a command
//! 7 serve/                  the author's loop: watch, build, show
//! 6 pipeline.rs             the only place that knows the order
//! 5 lint/  render/  report/  twee/
//! 4 parse/  link/  levels.rs  media/
//! 3 question/  readability/  search/  config.rs  html_tags.rs  certificate.rs
//! 2 model/  output/  yaml/
//! 1 diagnostic/  memo/
//! 0 source/
//! ```

pub mod certificate;
pub mod cli;
pub mod commands;
pub mod config;
pub mod diagnostic;
pub mod html_tags;
pub mod levels;
pub mod link;
pub mod lint;
pub mod media;
pub mod memo;
pub mod model;
pub mod output;
pub mod parse;
pub mod pipeline;
pub mod question;
pub mod readability;
pub mod render;
pub mod report;
pub mod search;
pub mod serve;
pub mod source;
pub mod twee;
pub mod yaml;
