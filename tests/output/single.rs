//! Files of the author's: made once, or replaced whole.

use super::{put, snapshot, temp_dir};
use std::fs;
use teachback::output::{Problem, create_file, replace_file};

#[test]
fn a_new_file_never_replaces_an_old_one() {
    let dir = temp_dir();
    let path = dir.path().join("content/pages/about.md");
    create_file(&path, b"# About").expect("it is new");
    let error = create_file(&path, b"# Other").expect_err("it is there");
    assert!(matches!(error.problem, Problem::Exists), "{error}");
    let found = snapshot(dir.path());
    assert_eq!(found["content/pages/about.md"], b"# About");
    assert_eq!(found.len(), 3, "two folders, one file, nothing temporary");
}

#[test]
fn only_a_file_that_is_there_is_replaced() {
    let dir = temp_dir();
    replace_file(&dir.path().join("a.md"), b"new").expect_err("it is not there");
    assert!(snapshot(dir.path()).is_empty());
    put(&dir.path().join("a.md"), "old");
    replace_file(&dir.path().join("a.md"), b"new").expect("it is there");
    assert_eq!(
        snapshot(dir.path()).into_values().collect::<Vec<_>>(),
        [b"new"]
    );
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_rights_and_its_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = temp_dir();
    let (real, link) = (dir.path().join("real.md"), dir.path().join("link.md"));
    put(&real, "old");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("set");
    symlink("real.md", &link).expect("linked");
    replace_file(&link, b"new").expect("replaced");
    assert!(link.is_symlink());
    assert_eq!(fs::read(&real).expect("there"), b"new");
    let mode = fs::metadata(&real).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
