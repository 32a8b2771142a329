//! `teachback watch` with the real watcher.

use crate::project::Project;
use crate::server::{Running, wait_for};
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

fn page(title: &str, words: &str) -> String {
    format!("---\ntitle: {title}\n---\n\n{words}\n\nSee [the other](b.md).\n")
}

/// Every file of the output folder, in order.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in fs::read_dir(&here).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                let name = path
                    .strip_prefix(folder)
                    .expect("below the folder")
                    .to_string_lossy()
                    .into_owned();
                found.push((name, bytes));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn after_a_storm_of_saves_the_folder_holds_what_a_build_writes() {
    let project = Project::new()
        .file("content/index.md", page("Start", "Welcome."))
        .file("content/pages/a.md", page("A", "Words."))
        .file("content/pages/b.md", page("B", "Words."));
    let root = project.place("");
    let watching = Running::start(&root, &["watch"]);
    watching.hear("watching");
    for round in 0..12 {
        fs::write(
            project.place("content/pages/a.md"),
            page("A", &format!("Round {round}.")),
        )
        .expect("saved");
        fs::write(
            project.place(&format!("content/pages/new-{}.md", round % 3)),
            page("New", "x"),
        )
        .expect("saved");
        if round % 4 == 1 {
            let (from, to) = (
                project.place("content/pages"),
                project.place("content/forms"),
            );
            let (from, to) = if round % 8 == 1 {
                (from, to)
            } else {
                (to, from)
            };
            let _ = fs::remove_dir_all(&to);
            fs::rename(from, to).expect("renamed");
            fs::create_dir_all(project.place("content/pages")).expect("made");
        }
        if round % 5 == 2 {
            fs::write(
                project.place("themes/default/assets/css/99-own.css"),
                format!("p {{ margin: {round}px }}"),
            )
            .expect("saved");
        }
        sleep(Duration::from_millis(round * 9));
    }
    let clean = project.place("clean");
    let output = clean.to_str().expect("a path of the test");
    Running::start(&root, &["build", "--output", output]).hear(" s\n");
    let wanted = files(&clean);
    assert!(wanted.len() > 5);
    let seen = || files(&project.place("output"));
    wait_for("the output to be that of a build", || {
        (seen() == wanted).then_some(())
    });
}

#[cfg(unix)]
#[test]
fn it_says_what_was_done_and_ends_when_asked() {
    let project = Project::new()
        .file("content/index.md", page("Start", "Welcome."))
        .file("content/pages/b.md", page("B", "Words."));
    let watching = Running::start(&project.place(""), &["watch"]);
    watching.hear("2 pages, ");
    watching.hear("watching");
    fs::write(project.place("content/pages/b.md"), page("B", "Other.")).expect("saved");
    let said = watching.hear("1 page changed");
    let last = said.lines().last().expect("a line");
    assert!(last.ends_with(" ms") || last.ends_with(" s"), "{last}");
    assert_eq!(watching.interrupt().code(), Some(0));
}
