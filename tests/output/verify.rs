//! A published copy against its manifest.

use super::{put, temp_dir, write};
use std::fs;
use teachback::output::DifferenceKind::{Additional, Changed, Missing};
use teachback::output::{MANIFEST, Manifest, Problem, verify};

#[test]
fn an_exact_copy_has_no_differences() {
    let dir = temp_dir();
    write(
        &[("a.html", "1"), ("b/c.html", "2"), (".nojekyll", "")],
        dir.path(),
    )
    .expect("written");
    put(
        &dir.path().join(".htaccess"),
        "hidden files are the server's",
    );
    assert_eq!(verify(dir.path()).expect("it can be read"), []);
}

#[test]
fn every_kind_of_difference_is_found() {
    let dir = temp_dir();
    let files = [
        ("a.html", "1"),
        ("b/c.html", "22"),
        ("d.html", "3"),
        ("e", "4"),
        (".well", "5"),
    ];
    write(&files, dir.path()).expect("written");
    put(&dir.path().join("a.html"), "longer");
    put(&dir.path().join("b/c.html"), "2x");
    fs::remove_file(dir.path().join("d.html")).expect("removed");
    fs::remove_file(dir.path().join("e")).expect("removed");
    put(&dir.path().join("e/in/new.txt"), "where a file was");
    fs::remove_file(dir.path().join(".well")).expect("removed");
    fs::create_dir(dir.path().join("empty")).expect("made");
    let found = verify(dir.path()).expect("it can be read");
    let found: Vec<_> = found.iter().map(|d| (d.path.as_str(), d.kind)).collect();
    assert_eq!(
        found,
        [
            (".well", Missing),
            ("a.html", Changed),
            ("b/c.html", Changed),
            ("d.html", Missing),
            ("e", Changed),
        ]
    );
    put(&dir.path().join("b/new.html"), "additional");
    let found = verify(dir.path()).expect("it can be read");
    assert!(
        found
            .iter()
            .any(|d| d.path == "b/new.html" && d.kind == Additional)
    );
}

#[test]
fn a_manifest_that_is_missing_or_damaged_is_an_error() {
    let dir = temp_dir();
    let missing = verify(dir.path()).expect_err("there is none");
    assert!(matches!(missing.problem, Problem::NoManifest), "{missing}");
    put(&dir.path().join(MANIFEST), "<html>");
    let damaged = Manifest::read(dir.path()).expect_err("it is no manifest");
    assert!(
        matches!(damaged.problem, Problem::UnusableRecord(_)),
        "{damaged}"
    );
    assert_eq!(damaged.path, dir.path().join(MANIFEST));
}
