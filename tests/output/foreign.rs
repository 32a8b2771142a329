//! What is not teachback's is never touched, and what stands in the way is named before anything is written.

use super::{put, site, snapshot, temp_dir, write};
use std::fs;
use std::path::Path;
use teachback::output::{MANIFEST, Output, Outputs, Problem, WriteError, write_changed};

/// Writes, expects a refusal, and holds that nothing in the folder changed.
fn refused(files: &[(&str, &str)], dir: &Path) -> WriteError {
    let before = snapshot(dir);
    let error = write(files, dir).expect_err("it must be refused");
    assert_eq!(snapshot(dir), before, "nothing may be written: {error}");
    error
}

fn in_the_way(files: &[(&str, &str)], dir: &Path, what: &str) {
    let error = refused(files, dir);
    assert!(matches!(error.problem, Problem::InTheWay), "{error}");
    assert_eq!(error.path, dir.join(what));
    assert!(
        error
            .to_string()
            .contains(&dir.join(what).display().to_string())
    );
}

#[test]
fn files_beside_the_site_stay() {
    let dir = temp_dir();
    write(&[("a.html", "1")], dir.path()).expect("written");
    put(&dir.path().join("CNAME"), "example.org");
    put(&dir.path().join("own/notes.txt"), "mine");
    fs::create_dir(dir.path().join("empty")).expect("made");
    write(&[("b.html", "2")], dir.path()).expect("written");
    let left: Vec<String> = snapshot(dir.path()).into_keys().collect();
    assert_eq!(
        left,
        [
            "CNAME",
            "b.html",
            "empty/",
            "own/",
            "own/notes.txt",
            MANIFEST
        ]
    );
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let dir = temp_dir();
    put(&dir.path().join("thesis.doc"), "years of work");
    let error = refused(&[("a.html", "1")], dir.path());
    assert!(
        matches!(&error.problem, Problem::ForeignFolder { example } if example == "thesis.doc")
    );
    assert_eq!(error.path, dir.path());
    assert!(error.to_string().contains("--output"), "{error}");
}

#[test]
fn a_folder_of_hidden_files_is_taken() {
    let dir = temp_dir();
    put(&dir.path().join(".gitignore"), "*");
    put(&dir.path().join(".git/config"), "x");
    write(&[("a.html", "1")], dir.path()).expect("written");
    let left: Vec<String> = snapshot(dir.path()).into_keys().collect();
    assert_eq!(
        left,
        [".git/", ".git/config", ".gitignore", "a.html", MANIFEST]
    );
}

#[test]
fn a_foreign_file_where_a_page_belongs_is_named() {
    let dir = temp_dir();
    write(&[("a.html", "1")], dir.path()).expect("written");
    put(&dir.path().join("b/c.html"), "mine");
    in_the_way(
        &[("a.html", "2"), ("b/c.html", "page")],
        dir.path(),
        "b/c.html",
    );
    // A folder is needed where the file is.
    in_the_way(
        &[("a.html", "2"), ("b/c.html/d.html", "page")],
        dir.path(),
        "b/c.html",
    );
    // A file is needed where the folder is.
    in_the_way(&[("a.html", "2"), ("b", "page")], dir.path(), "b");
}

#[test]
fn a_foreign_file_in_an_own_folder_that_must_go_is_named() {
    let dir = temp_dir();
    write(&[("a/x/y.html", "1")], dir.path()).expect("written");
    put(&dir.path().join("a/x/notes.txt"), "mine");
    in_the_way(&[("a", "file")], dir.path(), "a/x/notes.txt");
}

#[test]
fn an_orphan_that_somebody_changed_stays_and_is_reported() {
    let dir = temp_dir();
    write(
        &[("a.html", "1"), ("b.html", "old"), ("c.html", "old")],
        dir.path(),
    )
    .expect("written");
    // The same length, and another one.
    put(&dir.path().join("b.html"), "new");
    put(&dir.path().join("c.html"), "longer");
    let written = write(&[("a.html", "1")], dir.path()).expect("written");
    assert_eq!(written.kept_foreign, ["b.html", "c.html"]);
    assert_eq!(written.removed, [""; 0]);
    let found = snapshot(dir.path());
    assert_eq!(
        (&*found["b.html"], &*found["c.html"]),
        (&b"new"[..], &b"longer"[..])
    );
    // From now on they are somebody else's.
    in_the_way(&[("b.html", "page")], dir.path(), "b.html");
}

#[test]
fn a_changed_orphan_where_a_folder_belongs_is_named() {
    let dir = temp_dir();
    write(&[("a", "1")], dir.path()).expect("written");
    put(&dir.path().join("a"), "changed");
    in_the_way(&[("a/b.html", "page")], dir.path(), "a");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link() {
    use std::os::unix::fs::symlink;
    let dir = temp_dir();
    let (out, outside) = (dir.path().join("out"), dir.path().join("outside"));
    write(&[("a/x.html", "1"), ("b.html", "2"), ("c.html", "3")], &out).expect("written");
    put(&outside.join("x.html"), "1");
    put(&outside.join("b.html"), "2");
    fs::remove_dir_all(out.join("a")).expect("removed");
    fs::remove_file(out.join("b.html")).expect("removed");
    symlink(&outside, out.join("a")).expect("linked");
    symlink(outside.join("b.html"), out.join("b.html")).expect("linked");
    let before = snapshot(&outside);
    in_the_way(&[("a/x.html", "new"), ("c.html", "3")], &out, "a");
    in_the_way(&[("b.html", "new"), ("c.html", "3")], &out, "b.html");
    // As orphans they are left alone, whatever the files behind the links hold.
    let written = write(&[("c.html", "3")], &out).expect("written");
    assert_eq!(
        (written.removed.len(), &*written.kept_foreign),
        (0, &["b.html".to_owned()][..])
    );
    assert_eq!(snapshot(&outside), before);
    assert!(out.join("a").is_symlink() && out.join("b.html").is_symlink());
}

#[cfg(unix)]
#[test]
fn the_output_folder_itself_may_be_a_link() {
    let dir = temp_dir();
    fs::create_dir(dir.path().join("www")).expect("made");
    std::os::unix::fs::symlink(dir.path().join("www"), dir.path().join("out")).expect("linked");
    write(&[("a.html", "1")], &dir.path().join("out")).expect("written");
    assert_eq!(snapshot(&dir.path().join("www"))["a.html"], b"1");
}

#[test]
fn an_output_folder_that_is_a_file_is_named() {
    let dir = temp_dir();
    let file = dir.path().join("output");
    put(&file, "mine");
    let error = write(&[("a.html", "1")], &file).expect_err("a file is no folder");
    assert!(matches!(error.problem, Problem::OutputIsFile), "{error}");
    let below = write(&[("a.html", "1")], &file.join("deep")).expect_err("nor holds one");
    assert!(matches!(below.problem, Problem::Io { .. }), "{below}");
    assert!(
        below.to_string().contains("is a file and not a folder"),
        "{below}"
    );
    assert_eq!(snapshot(dir.path())["output"], b"mine");
}

#[test]
fn paths_that_leave_the_folder_are_refused() {
    let dir = temp_dir();
    let out = dir.path().join("out");
    for path in [
        "../evil",
        "/evil",
        "a/../../evil",
        "a//b",
        "",
        ".teachback-journal",
    ] {
        let mut outputs = site(&[]);
        outputs.insert(Output::bytes(path, "1")).expect("no clash");
        let error = write_changed(&outputs, &out).expect_err("it must be refused");
        assert!(
            matches!(error.problem, Problem::UnsafePath),
            "{path}: {error}"
        );
    }
    assert!(snapshot(dir.path()).is_empty());
}

#[test]
fn a_name_that_no_disk_takes_is_refused_before_anything_is_written() {
    let dir = temp_dir();
    write(&[("a.html", "1")], dir.path()).expect("written");
    let long = "x".repeat(300);
    let error = refused(&[("a.html", "2"), (&long, "page")], dir.path());
    assert!(error.to_string().contains("shorter name"), "{error}");
    assert_eq!(error.path, dir.path().join(&long));
}

#[test]
fn a_manifest_cannot_have_files_outside_removed() {
    let dir = temp_dir();
    let out = dir.path().join("out");
    put(&dir.path().join("victim"), "abc");
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let files = serde_json::json!({ "../victim": { "sha256": abc, "size": 3 } });
    put(
        &out.join(MANIFEST),
        &serde_json::json!({ "files": files }).to_string(),
    );
    let error = refused(&[("a.html", "1")], &out);
    assert!(
        matches!(error.problem, Problem::UnusableRecord(_)),
        "{error}"
    );
    assert_eq!(snapshot(dir.path())["victim"], b"abc");
}

#[test]
fn a_damaged_record_is_named() {
    for name in [MANIFEST, ".teachback-journal"] {
        let dir = temp_dir();
        put(&dir.path().join(name), "{\"files\": {");
        let error = refused(&[("a.html", "1")], dir.path());
        assert!(
            matches!(error.problem, Problem::UnusableRecord(_)),
            "{error}"
        );
        assert_eq!(error.path, dir.path().join(name));
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[test]
fn outputs_that_their_manifest_does_not_list_are_refused() {
    let dir = temp_dir();
    let mut none = Outputs::new();
    none.insert(Output::bytes("a.html", "1")).expect("no clash");
    let mut incomplete = site(&[("a.html", "1")]);
    incomplete
        .insert(Output::bytes("b.html", "2"))
        .expect("no clash");
    for (outputs, named) in [(none, MANIFEST), (incomplete, "b.html")] {
        let error = write_changed(&outputs, dir.path()).expect_err("it must be refused");
        assert!(matches!(error.problem, Problem::Unlisted), "{error}");
        assert_eq!(error.path, Path::new(named));
        assert!(snapshot(dir.path()).is_empty());
    }
}
