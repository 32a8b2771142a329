//! Conversation scripts: how they are read, and what is told about them.

mod course;
mod machine;
mod notation;
mod oracle;
mod page;
mod playing;
mod size;
