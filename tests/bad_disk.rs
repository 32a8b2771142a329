//! Disks that do not do what they should: names, links, folders and files that cannot be read or written.

#![allow(
    clippy::disallowed_methods,
    reason = "a test lays out the folders that the program has to survive"
)]

mod project;

use project::Project;
use teachback::diagnostic::Diagnostic;

const PAGE: &str =
    "---\ntitle: Naloxone at home\n---\n\nKeep the spray where your family can find it.\n";

#[test]
#[cfg(unix)]
fn a_name_that_is_not_unicode() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::new().file("content/pages/naloxone.md", PAGE);
    let name = std::ffi::OsStr::from_bytes(b"jos\xE9.md");
    let place = project.place("content/pages/x").with_file_name(name);
    if std::fs::write(place, PAGE).is_err() {
        return; // This disk takes Unicode only.
    }
    assert_eq!(names(&project.diagnose()), ["unreadable-file"]);
}

#[test]
#[cfg(unix)]
fn a_symbolic_link_to_nothing() {
    let project = Project::new().file("content/pages/naloxone.md", PAGE);
    let link = project.place("content/pages/gone.md");
    std::os::unix::fs::symlink("nowhere.md", link).expect("a link can be made");
    assert_eq!(names(&project.diagnose()), ["unreadable-file"]);
}

#[test]
#[cfg(unix)]
fn links_that_lead_to_each_other() {
    let project = Project::new().file("content/pages/naloxone.md", PAGE);
    for (name, other) in [("a.md", "b.md"), ("b.md", "a.md")] {
        let link = project.place("content/pages").join(name);
        std::os::unix::fs::symlink(other, link).expect("a link can be made");
    }
    assert_eq!(
        names(&project.diagnose()),
        ["unreadable-file", "unreadable-file"]
    );
}

#[test]
fn a_template_that_cannot_be_used_is_shown() {
    let cases = [
        ("<p>\n{{ frame.titel }}\n</p>\n", "{{ frame.titel }}"),
        ("<p>\n{% if frame.title %}\n</p>\n", "{% if frame.title %}"),
        (
            "<p>\n{{ frame.title | shout }}\n</p>\n",
            "{{ frame.title | shout }}",
        ),
    ];
    for (template, line) in cases {
        let project = Project::bare()
            .file("teachback.yaml", "title: Test\ntheme: clinic\n")
            .file("themes/clinic/theme.yaml", "name: clinic\n")
            .file("themes/clinic/templates/footer.html", template)
            .file("content/pages/naloxone.md", PAGE);
        let (code, err) = build(&project, "output");
        assert_eq!(code, 1, "{err}");
        assert!(
            err.contains("themes/clinic/templates/footer.html:"),
            "{line}: {err}"
        );
        assert!(err.contains(line), "{line} is not shown: {err}");
    }
}

#[test]
fn an_output_folder_that_cannot_be_used() {
    let project = Project::new()
        .file("content/pages/naloxone.md", PAGE)
        .file("file", "mine")
        .file("desk/thesis.doc", "mine");
    for (output, word) in [
        ("file", "is a file"),
        ("desk", "thesis.doc"),
        ("content/site", "content"),
        (".", "the project itself"),
    ] {
        let (code, err) = build(&project, output);
        assert_eq!(code, 2, "{output}: {err}");
        assert!(err.contains(word), "{output}: {err}");
    }
    assert_eq!(
        std::fs::read(project.place("file")).expect("the file is there"),
        b"mine"
    );
    assert_eq!(
        std::fs::read(project.place("desk/thesis.doc")).expect("the file is there"),
        b"mine"
    );
}

/// A limit on the size of files fails in the middle of a write, as a full disk does.
#[test]
#[cfg(unix)]
fn a_disk_that_takes_no_more() {
    let project = Project::new().file("content/pages/naloxone.md", PAGE);
    let run = |limit: &str| {
        let program = assert_cmd::cargo::cargo_bin("teachback");
        let line = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" build");
        let command = std::process::Command::new("sh")
            .arg("-c")
            .arg(line)
            .arg(program)
            .current_dir(project.place("."))
            .output();
        let output = command.expect("there is a shell");
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let (code, err) = run("2");
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains("could not be written"), "{err}");
    let (code, err) = run("unlimited");
    assert_eq!(code, Some(0), "{err}");
    assert!(
        std::fs::read_to_string(project.place("output/pages/naloxone.html"))
            .is_ok_and(|html| html.ends_with("</html>\n"))
    );
}

/// Builds through the program; its exit code and what it says.
fn build(project: &Project, output: &str) -> (i32, String) {
    let mut command = assert_cmd::Command::cargo_bin("teachback").expect("the program");
    let run = command
        .current_dir(project.place("."))
        .args(["build", "--output", output])
        .output()
        .expect("it runs");
    (
        run.status.code().expect("an exit code"),
        String::from_utf8_lossy(&run.stderr).into_owned(),
    )
}

fn names(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|d| d.rule.name).collect()
}
