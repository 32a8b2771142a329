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
    put(&dir.path().join(".teachback-abc.new/b/1.html"), "half a pa");
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

/// Shelves these files in this order, and makes a site of some of them, by their number.
fn choose(files: &[(&str, &str)], chosen: &[usize], dir: &Path) -> Written {
    let shelf = Shelf::open(dir).expect("the folder can be opened");
    let put = |(path, text): &(&str, &str)| Output::made(Some(&shelf), *path, *text);
    let made: Vec<Output> = files.iter().map(put).collect();
    let outputs = with_manifest(chosen.iter().map(|&at| made[at].clone()));
    shelf.write_changed(&outputs).expect("it can be written")
}

#[test]
fn what_was_refused_does_not_come_with_its_folder() {
    let files = [
        ("a/twice.html", "first"),
        ("a/twice.html", "second"),
        ("a/b", "file"),
        ("a/b/in.html", "in a folder of the file's name"),
        ("a/c/in.html", "in a folder"),
        ("a/c", "file of the folder's name"),
        ("a/Case.html", "upper"),
        ("a/case.html", "lower"),
        ("a/gone/only.html", "nobody wants it"),
        ("a/last.html", "last"),
    ];
    for chosen in [[0, 2, 4, 6, 9], [1, 3, 5, 7, 9]] {
        let dir = temp_dir();
        choose(&files, &chosen, dir.path());
        let wanted = site(&chosen.map(|at| files[at]));
        assert_eq!(snapshot(dir.path()), super::expected(&wanted));
    }
}

#[test]
fn folders_of_two_spellings_come_both() {
    let dir = temp_dir();
    let files = [
        ("A/x.html", "one"),
        ("a/y.html", "two"),
        ("A/in/x.html", "three"),
        ("a/in/y.html", "four"),
    ];
    choose(&files, &[0, 1, 2, 3], dir.path());
    for (path, text) in files {
        let found = fs::read_to_string(dir.path().join(path));
        assert_eq!(found.expect("it is there"), text, "{path}");
    }
}

#[test]
fn a_folder_that_is_there_stays_with_what_others_put_into_it() {
    let dir = temp_dir();
    write_shelved(&[("a/x.html", "old")], dir.path());
    put(&dir.path().join("a/mine.txt"), "mine");
    put(&dir.path().join("b/in/mine.txt"), "mine");
    fs::create_dir(dir.path().join("c")).expect("a folder can be made");
    let after = [
        ("a/x.html", "new"),
        ("a/in/y.html", "new"),
        ("b/in/z.html", "new"),
        ("c/d/e.html", "new"),
    ];
    write_shelved(&after, dir.path());
    let mut wanted = super::expected(&site(&after));
    for path in ["a/mine.txt", "b/in/mine.txt"] {
        wanted.insert(path.to_owned(), b"mine".to_vec());
    }
    assert_eq!(snapshot(dir.path()), wanted);
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let dir = temp_dir();
    let out = dir.path().join("output");
    let shelf = Shelf::open(&out).expect("the folder can be opened");
    let outside = dir.path().join("absolute.html").display().to_string();
    for path in ["../beside.html", "a/../../../beside.html", &outside] {
        let made = Output::made(Some(&shelf), path, "page");
        let mut outputs = Outputs::new();
        outputs.insert(made).expect("nothing else is there");
        assert!(
            teachback::output::write_changed(&outputs, &out).is_err(),
            "{path}"
        );
    }
    drop(shelf);
    assert_eq!(
        snapshot(dir.path()).into_keys().collect::<Vec<_>>(),
        ["output/"]
    );
}

#[test]
#[cfg(unix)]
fn folders_and_files_have_the_rights_of_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let dir = temp_dir();
    let rights = |path: &str| {
        let meta = fs::metadata(dir.path().join(path)).expect("it is there");
        meta.permissions().mode()
    };
    put(&dir.path().join("any/file"), "any");
    fs::create_dir(dir.path().join("out")).expect("a folder can be made");
    let out = dir.path().join("out");
    write_shelved(&[("a/b/x.html", "page"), ("y.html", "page")], &out);
    for (path, like) in [
        ("out/a", "any"),
        ("out/a/b", "any"),
        ("out/a/b/x.html", "any/file"),
        ("out/y.html", "any/file"),
    ] {
        assert_eq!(rights(path), rights(like), "{path}");
    }
    // A folder that is there is not replaced.
    let closed = fs::Permissions::from_mode(0o750);
    fs::set_permissions(out.join("a"), closed).expect("the rights can be set");
    fs::remove_dir_all(out.join("a/b")).expect("it is there");
    write_shelved(&[("a/b/x.html", "page"), ("y.html", "page")], &out);
    assert_eq!(rights("out/a") & 0o777, 0o750);
    assert_eq!(rights("out/a/b"), rights("any"));
}

/// Whoever looks while a site comes into being sees a folder with all its pages or none of them.
#[test]
fn a_new_folder_comes_at_once() {
    let dir = temp_dir();
    let names: Vec<String> = (0..300).map(|i| format!("m/{}/{i}.html", i % 3)).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "page")).collect();
    let out = dir.path().join("output");
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            write_shelved(&files, &out);
            done.store(true, std::sync::atomic::Ordering::Release);
        });
        loop {
            let last = done.load(std::sync::atomic::Ordering::Acquire);
            let count = |folder: &str| fs::read_dir(out.join(folder)).map_or(0, Iterator::count);
            for folder in ["m/0", "m/1", "m/2"] {
                assert!([0, 100].contains(&count(folder)), "{folder} is half there");
            }
            if last {
                break;
            }
        }
    });
}
