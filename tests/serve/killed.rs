//! `kill -9` of whole builds at any moment, while the author goes on writing.

use crate::project::Project;
use crate::server::Running;
use crate::watching::files;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Kills; a build of the test's site takes some of the waits between them.
const ROUNDS: u64 = 24;
/// The test ends after this time, however slow the machine.
const BOUND: Duration = Duration::from_secs(40);

fn page(n: u64, words: &str) -> String {
    format!(
        "---\ntitle: Page {n}\n---\n\n{words}\n\nSee [the next]({}.md).\n",
        (n + 1) % 60
    )
}

/// Builds to the end.
fn build(root: &Path, output: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_teachback"))
        .arg("--project")
        .arg(root)
        .args(["build", "--output"])
        .arg(output)
        .stderr(Stdio::null())
        .status()
        .expect("the program starts");
    assert_eq!(done.code(), Some(0));
}

#[test]
fn after_any_kills_a_build_makes_what_a_clean_one_makes_and_leaves_nothing_beside_it() {
    let project = (0..60).fold(Project::new(), |project, n| {
        project.file(&format!("content/pages/{n}.md"), page(n, "First words."))
    });
    let root = project.place("");
    let output = project.place("output");
    let begin = Instant::now();
    let mut journals = 0;
    for round in 0..ROUNDS {
        if begin.elapsed() > BOUND {
            break;
        }
        let command = if round % 3 == 0 { "watch" } else { "build" };
        let running = Running::start(&root, &[command]);
        // A prime, so that the kills are spread over all moments of a build; every change makes it write again.
        let wait = Duration::from_millis(round * 37 % 311);
        sleep(wait / 2);
        let path = format!("content/pages/{}.md", round % 7);
        let words = format!("Written in round {round}.");
        fs::write(project.place(&path), page(round % 7, &words)).expect("saved");
        sleep(wait / 2);
        drop(running);
        journals += u64::from(output.join(".teachback-journal").exists());
    }
    build(&root, &output);
    let clean = project.place("clean");
    build(&root, &clean);
    let found = files(&output);
    let names = |files: &[(String, Vec<u8>)]| {
        let names = files.iter().map(|(name, _)| name.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&found), names(&files(&clean)), "{journals} journals");
    assert!(
        found == files(&clean),
        "a file is not that of a clean build"
    );
}
