//! Changes of which the system says nothing.

#![cfg(unix)]

use crate::pages;
use crate::project::Project;
use std::fs;
use std::os::unix::fs::symlink;
use teachback::pipeline::Options;
use teachback::serve::{Bell, Call, Workshop};
use teachback::source::News;

/// A file behind a link has no watcher at its own place, as files on a network share have none: the bell must find the
/// change by looking, and look often from then on.
#[test]
fn what_is_not_reported_is_found_and_looked_for_more_often() {
    let project = Project::new()
        .file("content/index.md", "---\ntitle: Start\n---\n\nWelcome.\n")
        .file("shared/one.md", "---\ntitle: One\n---\n\nFirst.\n")
        .file("content/pages/two.md", "---\ntitle: Two\n---\n\nWords.\n");
    symlink(
        project.place("shared/one.md"),
        project.place("content/pages/one.md"),
    )
    .expect("a link");
    let root = project
        .place("")
        .canonicalize()
        .expect("the project is there");
    let mut bell = Bell::hang(&root);
    let mut workshop = Workshop::new(&root, Options::default());
    workshop.build_all().expect("the project is there");
    assert!(!bell.polls());

    fs::write(
        project.place("shared/one.md"),
        "---\ntitle: One\n---\n\nSecond.\n",
    )
    .expect("saved");
    let call = bell.wait(workshop.sources());
    let Call::News(news) = call else {
        panic!("nobody asked it to stop")
    };
    let round = workshop.build(&news).expect("the project is there");
    assert_eq!(pages(&round.changed), ["pages/one.html"]);
    assert!(bell.polls());

    fs::write(
        project.place("shared/one.md"),
        "---\ntitle: One\n---\n\nThird.\n",
    )
    .expect("saved");
    let Call::News(news) = bell.wait(workshop.sources()) else {
        panic!("nobody asked it to stop")
    };
    assert_eq!(
        pages(&workshop.build(&news).expect("the project is there").changed),
        ["pages/one.html"]
    );

    // Reports that come again are trusted again.
    fs::write(
        project.place("content/pages/two.md"),
        "---\ntitle: Two\n---\n\nOther.\n",
    )
    .expect("saved");
    let Call::News(News::Paths(paths)) = bell.wait(workshop.sources()) else {
        panic!("one file was saved")
    };
    assert!(paths.contains("content/pages/two.md"));
    assert!(!bell.polls());
}

#[test]
fn it_can_be_stopped_from_anywhere() {
    let project = Project::new().file("content/index.md", "---\ntitle: Start\n---\n");
    let root = project
        .place("")
        .canonicalize()
        .expect("the project is there");
    let mut bell = Bell::hang(&root);
    let mut workshop = Workshop::new(&root, Options::default());
    workshop.build_all().expect("the project is there");
    let rope = bell.rope();
    std::thread::spawn(move || rope.stop());
    assert_eq!(bell.wait(workshop.sources()), Call::Stop);
}
