//! Plain data: what content is once it is parsed, before anything is resolved between files.

mod attrs;
mod date;
mod document;
mod question;
mod script;
mod tree;
mod word_list;

pub use attrs::{Attr, Attrs};
pub use date::{Date, Period, PeriodUnit};
pub use document::*;
pub use question::*;
pub use script::*;
pub use tree::*;
pub use word_list::{WordEntry, WordGuard, WordList, WordRule};
