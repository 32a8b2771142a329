//! `kill -9` at any moment.

use super::shelf::shelved;
use super::{expected, snapshot, temp_dir, with_manifest};
use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use teachback::output::{MANIFEST, Output, Outputs, Shelf, write_changed};

const DIR: &str = "TEACHBACK_TEST_KILLED_DIR";
const TEST: &str = "killed::a_kill_at_any_moment_leaves_whole_files_and_nothing_is_lost_track_of";
const ROUNDS: u64 = 40;

/// Sites that differ in contents, in names, and in what is a file and what a folder.
fn versions() -> [Outputs; 2] {
    ["one", "two"].map(|name| {
        let page = |i: usize| {
            let path = format!("pages/{}/{i}.html", i % 5);
            Output::bytes(path, format!("{name} {i}\n").repeat(900))
        };
        let only = |i: usize| Output::bytes(format!("{name}/{i}/only.html"), format!("{name} {i}"));
        // In a folder that stays, each of these folders comes with a move of its own.
        let among = |i: usize| {
            let path = format!("among/{name}-{}/{i}.html", i % 40);
            Output::bytes(path, format!("{name} {i}"))
        };
        let kept = Output::bytes("among/kept.html", "both");
        let shape = match name {
            "one" => [
                Output::bytes("shape", "file"),
                Output::bytes("folder/x", "one"),
            ],
            _ => [
                Output::bytes("shape/y", "two"),
                Output::bytes("folder", "file"),
            ],
        };
        let pages = (0..30).map(page).chain((0..150).map(only));
        let pages = pages.chain((0..120).map(among)).chain([kept]);
        with_manifest(pages.chain(shape))
    })
}

#[test]
fn a_kill_at_any_moment_leaves_whole_files_and_nothing_is_lost_track_of() {
    let versions = versions();
    if let Some(dir) = env::var_os(DIR) {
        write_for_ever(&versions, Path::new(&dir));
    }
    let dir = temp_dir();
    let out = dir.path().join("output");
    let last = with_manifest([Output::bytes("last.html", "neither of the two")]);
    let whole = [&versions[0], &versions[1], &last].map(expected);
    let mut stopped = 0;
    for round in 0..ROUNDS {
        let mut child = spawn(&out, &dir.path().join("started"));
        match round % 2 {
            // From before the first file to some builds later.
            0 => sleep(Duration::from_micros(round * 7919 % 60_000)),
            // Where a build ends: orphans must be gone when the manifest no longer knows them.
            _ => wait_for_new_manifest(&out.join(MANIFEST)),
        }
        child.kill().expect("the child runs for ever");
        child.wait().expect("the child was killed");
        let found = snapshot_if_there(&out);
        assert_whole(&found, &whole);
        stopped += u64::from(found.contains_key(".teachback-journal"));
        // Every third time, builds are killed on top of killed builds.
        if round % 3 != 0 {
            let next = if round % 3 == 1 {
                &versions[(round / 3 % 2) as usize]
            } else {
                &last
            };
            write_changed(next, &out).expect("the next build goes on");
            assert_eq!(snapshot(&out), expected(next), "round {round}");
        }
    }
    assert!(
        stopped >= 5,
        "only {stopped} kills met a build that was writing"
    );
}

fn write_for_ever(versions: &[Outputs; 2], dir: &Path) -> ! {
    let started = dir.with_file_name("started");
    fs::write(started, "").expect("the parent can be told");
    loop {
        for outputs in versions {
            write_changed(outputs, dir).expect("it can be written");
            let shelf = Shelf::open(dir).expect("the folder can be opened");
            let outputs = shelved(outputs, &shelf);
            shelf.write_changed(&outputs).expect("it can be written");
        }
        for outputs in versions {
            let shelf = Shelf::open(dir).expect("the folder can be opened");
            let outputs = shelved(outputs, &shelf);
            shelf.write_changed(&outputs).expect("it can be written");
        }
    }
}

/// Runs this very test in another process, in which it writes until it is killed.
fn spawn(out: &Path, started: &Path) -> Child {
    if started.exists() {
        fs::remove_file(started).expect("it can be removed");
    }
    let child = Command::new(env::current_exe().expect("a test binary"))
        .args(["--exact", TEST, "--nocapture"])
        .env(DIR, OsString::from(out))
        .stdout(Stdio::null())
        .spawn()
        .expect("the test binary runs");
    let begin = Instant::now();
    while !started.exists() {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "the child does not start"
        );
        sleep(Duration::from_millis(1));
    }
    child
}

fn wait_for_new_manifest(path: &Path) {
    let read = || fs::read(path).unwrap_or_default();
    let (old, begin) = (read(), Instant::now());
    while read() == old {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "no build is finished"
        );
    }
}

fn snapshot_if_there(out: &Path) -> BTreeMap<String, Vec<u8>> {
    if out.exists() {
        snapshot(out)
    } else {
        BTreeMap::new()
    }
}

/// Every file that can be seen is that of one of the sites.
fn assert_whole(found: &BTreeMap<String, Vec<u8>>, whole: &[BTreeMap<String, Vec<u8>>]) {
    for (path, bytes) in found {
        let known = whole.iter().any(|site| site.get(path) == Some(bytes));
        let own = path.split('/').any(|name| name.starts_with(".teachback-"));
        assert!(known || own, "{path} is half written");
    }
}
