//! Holds the manual for authors against the program: its examples are the files of one site without a fault.

mod fences;
mod project;

use project::Project;
use teachback::diagnostic::Severity;

const MANUAL: &str = include_str!("../docs/authoring.md");

/// Recordings that the examples name. Only their names matter here.
const RECORDINGS: &[&str] = &["spray.mp4", "story.mp3"];
/// Pictures that they name.
const PICTURES: &[&str] = &["taper-steps.png", "wave.png"];
/// A point, as PNG.
const POINT: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";
const CAPTIONS: &[&str] = &["spray.vtt", "story.vtt"];

#[test]
fn examples_of_the_manual_are_a_site_without_a_fault() {
    let told = site().diagnose();
    let faults: Vec<String> = told
        .iter()
        .filter(|d| d.severity >= Severity::Warning)
        .map(|d| format!("{}: {}", d.rule.name, d.message))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_key_of_the_settings_is_in_the_manual() {
    for key in teachback::config::CONFIG_KEYS {
        assert!(
            MANUAL.contains(&format!("`{}`", key.name)),
            "{} is not in the manual",
            key.name
        );
    }
}

/// Fences with a path are files; those that say only `markdown` are pages without their front matter.
fn site() -> Project {
    let mut project = Project::new();
    for (at, fence) in fences::read(MANUAL)
        .expect("all fences are closed")
        .into_iter()
        .enumerate()
    {
        project = match fence.info.split_once(' ') {
            Some((_, path)) => project.file(path, fence.text),
            None if fence.info == "markdown" => {
                let page = format!("---\ntitle: Example {at}\n---\n\n{}", fence.text);
                project.file(&format!("content/pages/example-{at}.md"), page)
            }
            None => project,
        };
    }
    for name in RECORDINGS {
        project = project.file(&format!("content/pages/{name}"), "");
    }
    for name in PICTURES {
        project = project.file(&format!("content/pages/{name}"), POINT);
    }
    for name in CAPTIONS {
        project = project.file(
            &format!("content/pages/{name}"),
            "WEBVTT\n\n00:00.000 --> 00:04.000\nHello.\n",
        );
    }
    project
}
