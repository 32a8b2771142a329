//! Sets of outputs, without a disk.

use super::{site, temp_dir, with_manifest};
use std::sync::Arc;
use teachback::output::{Clash, MANIFEST, Output, Outputs, Problem};
use teachback::source::{FileId, Fingerprint, MediaFile};

fn clash(first: &str, second: &str) -> Option<Clash> {
    let mut outputs = Outputs::new();
    outputs
        .insert(Output::bytes(first, "1"))
        .expect("nothing is there yet");
    let clash = outputs.insert(Output::bytes(second, "2")).err();
    let kept = outputs.len();
    assert_eq!(kept, if clash.is_some() { 1 } else { 2 });
    clash
}

#[test]
fn one_file_on_any_disk_is_a_clash() {
    let pairs = [
        ("a/x.html", "a/x.html"),
        ("a/x.html", "A/X.html"),
        // Composed and decomposed "é", and its capital.
        ("caf\u{e9}.html", "cafe\u{301}.html"),
        ("CAF\u{c9}.html", "cafe\u{301}.html"),
        // A file where the other needs a folder, either way round.
        ("a", "a/x.html"),
        ("a/x.html", "a"),
        ("a/b/x.html", "A"),
        ("B/c", "b/C/x.html"),
    ];
    for (first, second) in pairs {
        let expected = Clash {
            path: second.to_owned(),
            with: first.to_owned(),
        };
        assert_eq!(clash(first, second), Some(expected), "{first} {second}");
    }
}

#[test]
fn different_files_are_no_clash() {
    for (first, second) in [
        ("a/x.html", "b/x.html"),
        ("a/x.html", "A/y.html"),
        ("a", "ab/x.html"),
        ("cafe.html", "caf\u{e9}.html"),
        ("a.html", "a.es.html"),
    ] {
        assert_eq!(clash(first, second), None, "{first} {second}");
    }
}

#[test]
fn outputs_stand_in_the_order_of_their_paths() {
    let mut outputs = Outputs::new();
    for path in ["b.html", "a/z.html", "a.html"] {
        outputs.insert(Output::bytes(path, path)).expect("no clash");
    }
    let paths: Vec<&str> = outputs.iter().map(|output| output.path()).collect();
    assert_eq!(paths, ["a.html", "a/z.html", "b.html"]);
}

#[test]
fn a_remembered_output_is_not_copied() {
    let remembered = Arc::new(Output::bytes("a.html", "text"));
    let mut outputs = Outputs::new();
    outputs.insert(remembered.clone()).expect("no clash");
    let stored = outputs.get("a.html").expect("it was inserted");
    assert!(Arc::ptr_eq(stored, &remembered));
    assert_eq!(stored.fingerprint(), Fingerprint::of(b"text"));
}

/// The digests of "abc" and of the empty message are from FIPS 180-4 and its example values.
#[test]
fn the_table_gives_sha_256_and_length_of_all_but_the_manifest() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let dir = temp_dir();
    let media = media(dir.path(), "abc", 3);
    let outputs = with_manifest([
        Output::bytes("made.txt", "abc"),
        Output::bytes("empty.txt", ""),
        Output::copy("copied.txt", &media),
    ]);
    assert!(outputs.get(MANIFEST).is_some());
    let table = outputs.file_table().expect("all can be read");
    let rows: Vec<_> = table
        .iter()
        .map(|(path, r)| (path.as_str(), r.sha256.as_str(), r.size))
        .collect();
    assert_eq!(
        rows,
        [
            ("copied.txt", abc, 3),
            ("empty.txt", empty, 0),
            ("made.txt", abc, 3)
        ]
    );
    assert_eq!(
        serde_json::to_value(&table["made.txt"]).expect("a record is JSON"),
        serde_json::json!({ "sha256": abc, "size": 3 })
    );
}

#[test]
fn a_picture_that_changes_during_the_build_is_named() {
    let dir = temp_dir();
    let media = media(dir.path(), "abc", 2);
    let mut outputs = site(&[]);
    outputs
        .insert(Output::copy("copied.txt", &media))
        .expect("no clash");
    let error = outputs.file_table().expect_err("the length is another");
    assert!(matches!(error.problem, Problem::SourceChanged), "{error}");
    assert_eq!(error.path, media.location);
}

/// A file of the project with this text, said to be `len` bytes long.
pub fn media(dir: &std::path::Path, text: &str, len: u64) -> MediaFile {
    let location = dir.join("source.bin");
    super::put(&location, text);
    MediaFile {
        id: FileId::of_path("content/source.bin"),
        path: "content/source.bin".into(),
        location,
        len,
        fingerprint: Fingerprint::of(text.as_bytes()),
    }
}
