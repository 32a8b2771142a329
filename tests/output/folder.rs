//! What a build does to a folder that is its own.

use super::values::media;
use super::{expected, put, site, snapshot, temp_dir, with_manifest, write};
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};
use teachback::output::{Action, MANIFEST, Output, Problem, write_changed};

/// Sets the time of every file and folder back, so that any touch shows.
pub fn age(dir: &Path, time: SystemTime) {
    for entry in walkdir::WalkDir::new(dir).contents_first(true) {
        let entry = entry.expect("the folder can be read");
        let file = File::open(entry.path()).expect("it can be opened");
        file.set_modified(time).expect("its time can be set");
    }
}

pub fn touched(dir: &Path, time: SystemTime) -> Vec<String> {
    let entries = walkdir::WalkDir::new(dir).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.expect("the folder can be read").into_path());
    paths
        .filter(|path| {
            fs::metadata(path)
                .and_then(|meta| meta.modified())
                .expect("a time")
                != time
        })
        .map(|path| path.strip_prefix(dir).expect("below").display().to_string())
        .collect()
}

#[test]
fn a_first_build_makes_the_folder_and_everything_in_it() {
    let dir = temp_dir();
    let out = dir.path().join("deep/output");
    let outputs = site(&[("index.html", "home"), ("a/b/c.html", "page")]);
    let written = write_changed(&outputs, &out).expect("it can be written");
    assert_eq!(written.written, ["a/b/c.html", "index.html", MANIFEST]);
    assert_eq!(
        (
            written.unchanged,
            written.removed.len(),
            written.kept_foreign.len()
        ),
        (0, 0, 0)
    );
    assert_eq!(snapshot(&out), expected(&outputs));
}

#[test]
fn nothing_changed_means_nothing_touched() {
    let dir = temp_dir();
    let out = dir.path().join("output");
    let video = media(dir.path(), &"frame ".repeat(50_000), 300_000);
    let outputs = with_manifest([
        Output::bytes("a/x.html", "page"),
        Output::copy("v.mp4", &video),
    ]);
    write_changed(&outputs, &out).expect("it can be written");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    age(&out, long_ago);
    let written = write_changed(&outputs, &out).expect("it can be read");
    assert_eq!(
        (
            written.written.len(),
            written.removed.len(),
            written.unchanged
        ),
        (0, 0, 3)
    );
    assert_eq!(touched(&out, long_ago), [""; 0]);
}

#[test]
fn one_edit_touches_one_page_and_the_manifest() {
    let dir = temp_dir();
    write(&[("a/x.html", "old"), ("b/y.html", "same")], dir.path()).expect("written");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    age(dir.path(), long_ago);
    // The same length, so that only the bytes tell.
    let written = write(&[("a/x.html", "new"), ("b/y.html", "same")], dir.path()).expect("written");
    assert_eq!(written.written, ["a/x.html", MANIFEST]);
    assert_eq!(written.unchanged, 1);
    // The folders of the two replaced files, and the files.
    assert_eq!(
        touched(dir.path(), long_ago),
        ["", "a", "a/x.html", MANIFEST]
    );
}

#[test]
fn a_changed_copy_of_the_same_length_is_copied_again() {
    let dir = temp_dir();
    let out = dir.path().join("output");
    let text = "frame ".repeat(50_000);
    let old = media(dir.path(), &text, 300_000);
    write_changed(&with_manifest([Output::copy("v.mp4", &old)]), &out).expect("written");
    let new = media(dir.path(), &text.replacen("frame", "Frame", 1), 300_000);
    let outputs = with_manifest([Output::copy("v.mp4", &new)]);
    let written = write_changed(&outputs, &out).expect("written");
    assert_eq!(written.written, [MANIFEST, "v.mp4"]);
    assert_eq!(snapshot(&out), expected(&outputs));
}

#[test]
fn orphans_go_and_the_folders_they_leave_empty() {
    let dir = temp_dir();
    let keep = ("keep/x.html", "page");
    write(
        &[
            keep,
            ("keep/gone.html", "1"),
            ("a/b/c.html", "2"),
            ("a/b/d.html", "3"),
        ],
        dir.path(),
    )
    .expect("written");
    put(&dir.path().join("a/notes.txt"), "mine");
    let written = write(&[keep], dir.path()).expect("written");
    assert_eq!(
        written.removed,
        ["a/b/c.html", "a/b/d.html", "keep/gone.html"]
    );
    assert_eq!(written.written, [MANIFEST]);
    let left: Vec<String> = snapshot(dir.path()).into_keys().collect();
    assert_eq!(
        left,
        ["a/", "a/notes.txt", "keep/", "keep/x.html", MANIFEST]
    );
}

#[test]
fn a_page_that_was_edited_or_deleted_by_hand_is_built_again() {
    let dir = temp_dir();
    let outputs = site(&[("a.html", "page"), ("b/c.html", "other")]);
    write_changed(&outputs, dir.path()).expect("written");
    put(&dir.path().join("a.html"), "Page");
    fs::remove_dir_all(dir.path().join("b")).expect("removed");
    let written = write_changed(&outputs, dir.path()).expect("written");
    assert_eq!(written.written, ["a.html", "b/c.html"]);
    assert_eq!(snapshot(dir.path()), expected(&outputs));
}

#[test]
fn files_become_folders_and_folders_files() {
    let dir = temp_dir();
    let shapes = [
        site(&[("a", "file"), ("b/c/x.html", "1"), ("b/d.html", "2")]),
        site(&[("a/x/y.html", "3"), ("b", "file")]),
        site(&[("a/x", "file"), ("b/c", "file")]),
    ];
    for from in &shapes {
        for to in &shapes {
            write_changed(from, dir.path()).expect("written");
            write_changed(to, dir.path()).expect("written");
            assert_eq!(snapshot(dir.path()), expected(to));
        }
    }
}

#[test]
fn a_page_can_change_the_case_of_its_name() {
    let dir = temp_dir();
    write(&[("Lessons/One.html", "page")], dir.path()).expect("written");
    let outputs = site(&[("lessons/one.html", "page")]);
    let written = write_changed(&outputs, dir.path()).expect("written");
    assert_eq!(written.removed, ["Lessons/One.html"]);
    assert_eq!(snapshot(dir.path()), expected(&outputs));
}

#[test]
fn names_of_all_kinds_are_written() {
    let dir = temp_dir();
    let outputs = site(&[
        ("a b/#1 50%.html", "1"),
        ("ду́ма/痛み.html", "2"),
        (".nojekyll", ""),
    ]);
    write_changed(&outputs, dir.path()).expect("written");
    assert_eq!(snapshot(dir.path()), expected(&outputs));
}

/// The copy fails after other files were written: what is there is whole, and the next build goes on.
#[test]
fn a_failure_halfway_leaves_whole_files_and_the_next_build_mends() {
    let dir = temp_dir();
    let out = dir.path().join("output");
    let old = site(&[("a.html", "old"), ("gone.html", "orphan")]);
    write_changed(&old, &out).expect("written");
    let video = media(dir.path(), "film", 4);
    let new = with_manifest([
        Output::bytes("a.html", "new"),
        Output::copy("b/v.mp4", &video),
    ]);
    fs::remove_file(&video.location).expect("removed");
    let error = write_changed(&new, &out).expect_err("the video is gone");
    assert_eq!(error.path, video.location);
    assert!(
        matches!(
            error.problem,
            Problem::Io {
                action: Action::Read,
                ..
            }
        ),
        "{error}"
    );
    assert!(!snapshot(&out).keys().any(|path| path.ends_with(".tmp")));
    assert_eq!(snapshot(&out)[MANIFEST], expected(&old)[MANIFEST]);
    write_changed(&old, &out).expect("the old site can be built again");
    assert_eq!(snapshot(&out), expected(&old));
    put(&video.location, "film");
    write_changed(&new, &out).expect("and the new one");
    assert_eq!(snapshot(&out), expected(&new));
}

#[test]
fn two_builds_at_once_end_in_one_of_the_two_sites() {
    let dir = temp_dir();
    let site_of = |text: &str| {
        let pages = (0..40).map(|i| Output::bytes(format!("p/{i}.html"), text.repeat(500)));
        with_manifest(pages.chain([Output::bytes(format!("{text}/only.html"), "x")]))
    };
    let sites = [site_of("one"), site_of("two")];
    std::thread::scope(|scope| {
        for outputs in &sites {
            scope.spawn(|| {
                for _ in 0..10 {
                    write_changed(outputs, dir.path()).expect("the other build is waited for");
                }
            });
        }
    });
    let found = snapshot(dir.path());
    assert!(sites.iter().any(|outputs| found == expected(outputs)));
}

#[cfg(unix)]
#[test]
fn files_have_the_rights_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let dir = temp_dir();
    write(&[("a.html", "page")], dir.path()).expect("written");
    put(
        &dir.path().join("plain.txt"),
        "made by the standard library",
    );
    let mode = |name: &str| {
        fs::metadata(dir.path().join(name))
            .expect("there")
            .permissions()
            .mode()
    };
    assert_eq!(mode("a.html"), mode("plain.txt"));
}
