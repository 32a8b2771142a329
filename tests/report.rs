//! `teachback report` from outside: what its pages say, and what it leaves alone.

#![expect(
    clippy::disallowed_methods,
    reason = "a test makes the files that the program reads"
)]

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const FILES: [(&str, &str); 6] = [
    (
        "teachback.yaml",
        "title: Clinic\nlevels:\n  - {id: easy, name: Easy, max_grade: 5}\n  - {id: standard, name: Standard, max_grade: 8}\n\
         readability: {formula: smog}\n",
    ),
    (
        "content/handouts/sleep.yaml",
        "title: Sleep\nkey_messages:\n  - {id: call, text: Call us.}\n  - {id: rest, text: Rest.}\nowner: Sleep team\n\
         reviewed: 2026-01-31\nreview_every: 1 month\n",
    ),
    (
        "content/handouts/sleep.easy.md",
        "---\ntitle: Sleep\n---\n\nWe can help you. Ask us for medication at night. Call us if you are ill. Stay in bed.\n\n\
         ::: key {#call}\nCall us.\n:::\n",
    ),
    (
        "content/handouts/sleep.standard.md",
        "---\ntitle: Sleep\n---\n\nUse the [[pump]].\n\n::: key {#call}\nCall us.\n:::\n\n::: key {#rest}\nRest.\n:::\n",
    ),
    ("content/glossary.yaml", "pump: {en: It moves air.}\n"),
    (
        "content/pages/about.md",
        "---\ntitle: About\n---\n\n::: evidence {grade=low}\nA [claim](gone.md).\n:::\n",
    ),
];

fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in FILES {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("a folder above")).expect("a new folder");
        fs::write(place, text).expect("a new file");
    }
    folder
}

fn run(project: &Path, args: &[&str]) -> (i32, String) {
    let mut command = Command::cargo_bin("teachback").expect("the program");
    let output = command
        .current_dir(project)
        .args(args)
        .output()
        .expect("it runs");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    (output.status.code().expect("an exit code"), told)
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            let below = files(&path).into_iter();
            found.extend(below.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
    found
}

fn page(project: &Path, path: &str) -> String {
    let page = fs::read_to_string(project.join("report").join(path)).expect("a page of the report");
    // Where a template breaks its lines is no matter.
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_overview_has_faults_levels_reviews_and_evidence() {
    let project = project();
    let (code, told) = run(project.path(), &["report", "--today", "2026-03-01"]);
    assert_eq!(code, 0, "{told}");
    let page = page(project.path(), "index.html");
    for part in [
        // The link to nowhere and the key message that is missing.
        "<dt>Errors</dt><dd>2</dd>",
        "broken-link",
        "content/pages/about.md:6",
        // 1.0430 × √(30 × 1 / 5) + 3.1291 = 5.684: four sentences, and the one of the key block.
        "<span class=\"report-grade is-over\">5.7</span> of 5: <strong class=\"report-poor\">too hard</strong>",
        // January 31 and a month: February has 28 days.
        "<strong class=\"report-poor\">overdue</strong></td> <td>2026-02-28</td><td>2026-01-31</td><td>Sleep team</td>",
        "<th scope=\"row\">Low certainty</th><td>1</td><td>0</td>",
        "<time datetime=\"2026-03-01\">",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn reviews_are_held_against_the_day() {
    for (day, state) in [
        ("2026-02-28", "due soon"),
        ("2025-12-30", "due soon"),
        ("2025-12-29", "up to date"),
    ] {
        let project = project();
        run(project.path(), &["report", "--today", day]);
        assert!(page(project.path(), "index.html").contains(state), "{day}");
    }
    let project = project();
    let (code, _) = run(project.path(), &["report", "--today", "2026-02-30"]);
    assert_eq!(code, 2);
}

#[test]
fn a_handout_has_its_grades_sentences_messages_words_and_faults() {
    let project = project();
    run(project.path(), &["report"]);
    let page = page(project.path(), "pages/handouts/sleep.html");
    for part in [
        "School grade by SMOG",
        "over by 0.7 (estimate)",
        "Ask us for medication at night.",
        "Without it the page measures 3.1.",
        "<code>rest</code></th> <td><strong class=\"report-poor\">missing</strong></td> <td><span class=\"report-good\">✓ given",
        "<th scope=\"row\">pump<br>",
        "✓ explained",
        "Dale-Chall, grade",
        "too-hard-for-level (TB722)",
        "<code>content/handouts/sleep.easy.md:5</code>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn the_same_content_on_the_same_day_gives_the_same_report_and_nothing_of_this_machine() {
    let (one, other) = (project(), project());
    for project in [&one, &other] {
        run(project.path(), &["report", "--today", "2026-03-01"]);
    }
    let report = files(&one.path().join("report"));
    assert_eq!(report, files(&other.path().join("report")));
    let here = one.path().to_string_lossy().into_owned();
    for (path, bytes) in report {
        assert!(!String::from_utf8_lossy(&bytes).contains(&here), "{path}");
    }
}

#[test]
fn the_site_and_the_report_leave_each_other_alone() {
    let project = project();
    run(project.path(), &["build"]);
    let site = files(&project.path().join("output"));
    assert!(site.keys().all(|path| !path.contains("report")));
    let (code, told) = run(project.path(), &["report", "--output", "output"]);
    assert_eq!(code, 2);
    assert!(told.contains("holds a built site"), "{told}");
    run(project.path(), &["report"]);
    assert_eq!(files(&project.path().join("output")), site);
}
