//! What no site generator can be faster than: read every file, parse it, write it.

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// The first argument that makes this program the floor.
pub const MODE: &str = "--floor";

/// Turns every Markdown file below a folder into an HTML file below another one.
pub fn run(from: &Path, to: &Path) {
    let found = walkdir::WalkDir::new(from).into_iter().flatten();
    let files: Vec<PathBuf> = found
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    files.par_iter().for_each(|file| {
        let text = fs::read_to_string(file).expect("a file of the site");
        let mut page = String::with_capacity(text.len() * 2);
        html::push_html(&mut page, Parser::new_ext(&text, Options::all()));
        let below = file.strip_prefix(from).expect("a file of the folder");
        let at = to.join(below).with_extension("html");
        fs::create_dir_all(at.parent().expect("a folder")).expect("a folder of the output");
        fs::write(at, page).expect("a page of the output");
    });
}
