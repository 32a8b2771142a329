//! A shelf takes files as soon as they are made, and the folder is what it would be without.

use super::{put, site, snapshot, temp_dir, with_manifest, write};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};
use teachback::output::{Body, Output, Outputs, Shelf, Written};

/// The same outputs, made on the shelf.
pub fn shelved(outputs: &Outputs, shelf: &Shelf) -> Outputs {
    with_manifest(outputs.iter().filter_map(|output| match output.body() {
        _ if output.path() == teachback::output::MANIFEST => None,
        Body::Bytes(bytes) => Some(Output::made(Some(shelf), output.path(), bytes.clone())),
        Body::Copy { .. } => Some((**output).clone()),
    }))
}

fn write_shelved(files: &[(&str, &str)], dir: &Path) -> Written {
    let shelf = Shelf::open(dir).expect("the folder can be opened");
    let outputs = shelved(&site(files), &shelf);
    let held = outputs
        .iter()
        .filter(|output| matches!(output.body(), Body::Bytes(_)));
    assert_eq!(held.count(), 1, "only the manifest is in memory");
    shelf.write_changed(&outputs).expect("it can be written")
}

#[test]
fn the_folder_is_that_of_a_build_in_memory() {
    let (one, two) = (temp_dir(), temp_dir());
    let before = [
        ("a/x.html", "old"),
        ("a/same.html", "same"),
        ("gone/z.html", "old"),
        ("b", "file"),
    ];
    let after = [
        ("a/x.html", "new"),
        ("a/same.html", "same"),
        ("c/y.html", "new"),
        ("b/d.html", "file"),
    ];
    for files in [&before[..], &after] {
        let in_memory = write(files, one.path()).expect("it can be written");
        assert_eq!(write_shelved(files, two.path()), in_memory);
        assert_eq!(snapshot(two.path()), snapshot(one.path()));
    }
}

#[test]
fn nothing_changed_means_nothing_touched() {
    let dir = temp_dir();
    let files = [("a/x.html", "page"), ("b.html", "other")];
    write_shelved(&files, dir.path());
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    super::folder::age(dir.path(), time);
    let written = write_shelved(&files, dir.path());
    assert_eq!((written.written.len(), written.unchanged), (0, 3));
    assert_eq!(super::folder::touched(dir.path(), time), [""; 0]);
}

#[test]
fn what_somebody_changed_is_put_back() {
    let dir = temp_dir();
    let files = [("a.html", "page"), ("b.html", "other")];
    write_shelved(&files, dir.path());
    put(&dir.path().join("a.html"), "PAGE");
    fs::remove_file(dir.path().join("b.html")).expect("it is there");
    let written = write_shelved(&files, dir.path());
    assert_eq!(written.written, ["a.html", "b.html"]);
    assert_eq!(
        fs::read(dir.path().join("a.html")).expect("it is there"),
        b"page"
    );
}

#[test]
fn nothing_stays_of_a_build_that_did_not_come_to_its_end() {
    let dir = temp_dir();
    let shelf = Shelf::open(dir.path()).expect("the folder can be opened");
    let made = shelved(&site(&[("a.html", "page")]), &shelf);
    assert_eq!(made.len(), 2);
    drop(shelf);
    assert!(snapshot(dir.path()).is_empty());
    // As a kill leaves it.
    put(&dir.path().join(".teachback-abc.new/1"), "half a pa");
    write_shelved(&[("a.html", "page")], dir.path());
    let names: Vec<String> = snapshot(dir.path()).into_keys().collect();
    assert_eq!(names, ["a.html", "teachback.json"]);
}

#[test]
fn a_folder_of_somebody_else_is_refused_before_anything_is_made() {
    let dir = temp_dir();
    put(&dir.path().join("thesis.odt"), "years of work");
    assert!(Shelf::open(dir.path()).is_err());
    assert_eq!(snapshot(dir.path()).len(), 1);
}
