//! What a published site has beyond its pages: the worker for use without a network, and its address.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that the program reads"
)]

use std::collections::BTreeMap;
use std::fs;
use teachback::output::Body;
use teachback::pipeline::{self, Memo, Options};
use teachback::source::{CONFIG_FILE, discover};

/// The texts of a built project by path.
fn built(settings: &str, files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let own = [(CONFIG_FILE, settings)];
    for (path, text) in own.iter().chain(files) {
        let place = folder.path().join(path);
        let above = place.parent().expect("every file is in the folder");
        fs::create_dir_all(above).expect("a new folder can be made");
        fs::write(place, text).expect("a new file can be written");
    }
    let sources = discover(folder.path()).expect("the project is there");
    let memo = Memo::default();
    let outcome =
        pipeline::build(&sources, &Options::default(), &memo).expect("every file can be read");
    let (_, outputs) = outcome.value;
    let texts = outputs.iter().map(|output| {
        let text = match output.body() {
            Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Body::Copy { .. } => String::new(),
        };
        (output.path().to_owned(), text)
    });
    texts.collect()
}

const PAGE: (&str, &str) = ("content/pages/one.md", "---\ntitle: One\n---\n\nWords.\n");

#[test]
fn the_worker_names_every_file_and_is_one_of_the_files() {
    let site = built("title: T\noffline: true\n", &[PAGE]);
    let worker = &site["sw.js"];
    let own = ["sw.js", "teachback.json"];
    for path in site.keys().filter(|path| !own.contains(&path.as_str())) {
        assert!(worker.contains(&format!("\"{path}\": \"")), "{path}");
    }
    assert!(site["teachback.json"].contains("\"sw.js\": {"));
    assert!(site["pages/one.html"].contains("data-offline=\"../sw.js\""));
}

#[test]
fn the_worker_changes_with_the_site_and_with_nothing_else() {
    let settings = "title: T\noffline: true\n";
    let first = built(settings, &[PAGE]);
    assert_eq!(first["sw.js"], built(settings, &[PAGE])["sw.js"]);
    let other = ("content/pages/one.md", "---\ntitle: One\n---\n\nOther.\n");
    assert_ne!(first["sw.js"], built(settings, &[other])["sw.js"]);
}

#[test]
fn without_the_setting_there_is_no_worker() {
    let site = built("title: T\n", &[PAGE]);
    assert!(!site.contains_key("sw.js") && !site.contains_key("offline.html"));
    assert!(!site["pages/one.html"].contains("data-offline"));
}

#[test]
fn taken_back_the_worker_removes_itself() {
    let site = built("title: T\noffline: false\n", &[PAGE]);
    assert!(site["sw.js"].contains("registration.unregister()"));
    assert!(!site["pages/one.html"].contains("data-offline"));
}
