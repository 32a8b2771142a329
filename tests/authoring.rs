//! Holds the manual for authors against the program: its examples are the files of one site without a fault.

mod fences;
mod project;

use project::Project;
use teachback::diagnostic::Severity;

const MANUAL: &str = include_str!("../docs/authoring.md");

/// Media that the examples name. Only their names matter here.
const MEDIA: &[&str] = &["taper-steps.png", "wave.png", "spray.mp4", "story.mp3"];
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
    for name in MEDIA {
        project = project.file(&format!("content/pages/{name}"), "");
    }
    for name in CAPTIONS {
        project = project.file(
            &format!("content/pages/{name}"),
            "WEBVTT\n\n00:00.000 --> 00:04.000\nHello.\n",
        );
    }
    project
}
