//! What was made once is not made again: in the output folder, and in a process that builds again and again.

use crate::project::Project;
use crate::samples::{jpeg, png};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use teachback::output::{verify, write_changed};
use teachback::pipeline::{self, Memo, Options};
use teachback::serve::Workshop;
use teachback::source::{self, News};

fn project() -> Project {
    let text = "---\ntitle: Look\n---\n\n![Stairs](stairs.jpg)\n\n![Steps](steps.png)\n";
    Project::new()
        .file("content/pages/look.md", text)
        .file("content/pages/stairs.jpg", jpeg(1200, 400))
        .file("content/pages/steps.png", png(800, 300))
}

fn root(project: &Project) -> PathBuf {
    let below = project.place("content");
    below.parent().expect("a folder").to_owned()
}

/// Builds as the command does, in a new process.
fn build(project: &Project, out: &Path) -> Vec<String> {
    let sources = source::discover(&root(project)).expect("the project is there");
    let built = pipeline::build(&sources, &Options::default(), &Memo::of(out)).expect("built");
    let written = write_changed(&built.value.1, out).expect("written");
    let differences = verify(out).expect("a manifest");
    assert!(differences.is_empty(), "{differences:?}");
    written.written
}

fn pictures(out: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let folder = out.join("assets/pictures");
    let entries = fs::read_dir(folder).expect("pictures were made");
    let entries = entries.map(|entry| {
        let entry = entry.expect("a file");
        let time = entry
            .metadata()
            .and_then(|meta| meta.modified())
            .expect("a time");
        let bytes = fs::read(entry.path()).expect("a file can be read");
        (
            entry.file_name().to_string_lossy().into_owned(),
            (bytes, time),
        )
    });
    entries.collect()
}

#[test]
fn a_second_build_makes_no_picture_again() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    build(&project, out.path());
    let before = pictures(out.path());
    assert_eq!(before.len(), 5, "560, 840, 1200; 560, 800");
    assert!(build(&project, out.path()).is_empty());
    assert_eq!(pictures(out.path()), before);
}

#[test]
fn a_picture_that_somebody_changed_in_the_output_is_made_again() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    build(&project, out.path());
    let before = pictures(out.path());
    let (name, (bytes, _)) = before.first_key_value().expect("a picture");
    let place = out.path().join("assets/pictures").join(name);
    let mut bent = bytes.clone();
    bent[100] ^= 1;
    fs::write(&place, &bent).expect("a file can be written");
    assert_eq!(
        build(&project, out.path()),
        [format!("assets/pictures/{name}")]
    );
    assert_eq!(
        fs::read(&place).expect("a file"),
        *bytes,
        "the same as before"
    );
}

#[test]
fn a_new_picture_takes_the_place_of_the_old_one() {
    let (project, out) = (project(), tempfile::tempdir().expect("a folder"));
    build(&project, out.path());
    let before = pictures(out.path());
    let project = project.file("content/pages/stairs.jpg", jpeg(500, 400));
    build(&project, out.path());
    let after = pictures(out.path());
    let steps = |name: &&String| name.starts_with("steps-");
    assert_eq!(before.keys().filter(steps).count(), 2);
    for name in before.keys().filter(steps) {
        assert_eq!(after[name], before[name], "{name} was not touched");
    }
    let stairs: Vec<&String> = after
        .keys()
        .filter(|name| name.starts_with("stairs-"))
        .collect();
    assert_eq!(stairs.len(), 1, "{stairs:?}");
    assert!(!before.contains_key(stairs[0]));
}

#[test]
fn a_process_that_builds_again_shows_the_new_picture() {
    let project = project();
    let options = Options::default();
    let mut workshop = Workshop::new(&root(&project), options);
    workshop.build_all().expect("a first site");
    let project = project.file("content/pages/stairs.jpg", jpeg(900, 300));
    let changed = News::Paths(["content/pages/stairs.jpg".to_owned()].into());
    let round = workshop.build(&changed).expect("a second site");
    let page = round.changed.iter().any(|path| path == "pages/look.html");
    assert!(page, "the page names the new files: {:?}", round.changed);
    let mut clean = Workshop::new(&root(&project), options);
    let fresh = clean.build_all().expect("a site");
    let files = |workshop: &Workshop, round| -> Vec<_> {
        let outputs = workshop.complete(round).expect("complete");
        outputs
            .iter()
            .map(|output| (output.path().to_owned(), output.fingerprint()))
            .collect()
    };
    assert_eq!(files(&workshop, &round), files(&clean, &fresh));
}

#[test]
fn a_preview_names_pictures_and_makes_none() {
    let project = project();
    let mut workshop = Workshop::new(&root(&project), Options::default());
    let round = workshop.build_all().expect("a site");
    let named = |path: &str| path.starts_with("assets/pictures/");
    assert!(!round.made.outputs.iter().any(|output| named(output.path())));
    let complete = workshop.complete(&round).expect("complete");
    assert_eq!(
        complete
            .iter()
            .filter(|output| named(output.path()))
            .count(),
        5
    );
}
