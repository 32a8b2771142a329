//! The worker that keeps a published site in browsers for use without a network.

use crate::config::Config;
use crate::output::{FileTable, Outputs, Records, WriteError};
use std::collections::BTreeMap;

/// Its path in the output: at the root, since a worker serves only what lies beside or below it.
pub const WORKER: &str = "sw.js";
/// What a reader without a network sees instead of a page that is not kept.
pub const NOTICE: &str = "offline.html";

/// The longest file that browsers fetch before anybody asks for it, in bytes. Longer ones, most of them video and sound,
/// are kept once they were used.
const LONGEST_AT_ONCE: u64 = 1 << 20;
/// Hexadecimal digits of a file's SHA-256 that tell its versions apart.
const DIGITS: usize = 16;

const KEEPING: &str = include_str!("offline/keep.js");
const RETIRING: &str = include_str!("offline/retire.js");

/// The text of the worker, where the configuration says anything of it.
///
/// # Errors
/// When a media file cannot be read.
pub fn worker(
    config: &Config,
    outputs: &Outputs,
    records: &Records,
) -> Result<Option<String>, WriteError> {
    Ok(match config.offline {
        Some(true) => Some(keeping(&outputs.file_table_with(records)?)),
        Some(false) => Some(RETIRING.to_owned()),
        None => None,
    })
}

/// The worker for these files. It changes with any of them, and so browsers notice a new version of the site.
fn keeping(files: &FileTable) -> String {
    let mut at_once = BTreeMap::new();
    let mut on_use = BTreeMap::new();
    for (path, record) in files {
        let long = record.size > LONGEST_AT_ONCE && !path.ends_with(".html");
        let list = if long { &mut on_use } else { &mut at_once };
        list.insert(path.as_str(), &record.sha256[..DIGITS]);
    }
    let list = |files: &BTreeMap<&str, &str>| {
        serde_json::to_string_pretty(files).expect("invariant: texts are JSON")
    };
    let (at_once, on_use) = (list(&at_once), list(&on_use));
    KEEPING
        .replacen(
            "const AT_ONCE = {};",
            &format!("const AT_ONCE = {at_once};"),
            1,
        )
        .replacen(
            "const ON_USE = {};",
            &format!("const ON_USE = {on_use};"),
            1,
        )
}
