//! The commands from outside: what they print, what they leave on disk, and their exit codes.

#![expect(
    clippy::disallowed_methods,
    reason = "a test makes the files that the program reads, and looks at what it wrote"
)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn teachback(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("teachback").expect("the program");
    command.current_dir(folder).env_remove("NO_COLOR");
    command
}

/// Runs and gives exit code, standard output and error stream.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = teachback(folder).args(args).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let code = output.status.code().expect("an exit code");
    (code, text(output.stdout), text(output.stderr))
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }
    dir
}

const CONFIG: &str = "title: Pain\nlevels: [{id: easy}, {id: standard}]\n";

fn site() -> TempDir {
    folder(&[
        ("teachback.yaml", CONFIG),
        ("content/index.md", "---\ntitle: Home\n---\n\nHello.\n"),
        (
            "content/modules/rapport/module.md",
            "---\ntitle: Rapport\n---\n\nHello.\n",
        ),
        (
            "content/modules/rapport/02-listen.md",
            "---\ntitle: Listen\n---\n\nHello.\n",
        ),
    ])
}

#[test]
fn timings_name_every_part_of_a_build_and_stay_off_standard_output() {
    let dir = site();
    let (_, out, err) = run(
        dir.path(),
        &["-q", "--format", "json", "build", "--timings"],
    );
    assert!(out.starts_with('{') && !out.contains(" ms "), "{out}");
    let lines = err.lines().filter(|line| line.contains(" ms "));
    let names: Vec<&str> = lines
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(
        names,
        ["discover", "parse", "link", "lint", "render", "write"]
    );
    let told: serde_json::Value = serde_json::from_str(&out).expect("one object");
    let whole: Option<f64> = names
        .iter()
        .map(|name| told["timings"][name].as_f64())
        .sum();
    assert!(
        whole.is_some_and(|milliseconds| milliseconds > 0.0),
        "{out}"
    );
    let (_, out, _) = run(dir.path(), &["--format", "json", "build"]);
    assert!(!out.contains("timings"), "{out}");
}

#[test]
fn wrong_arguments_end_with_2_and_help_with_0() {
    let dir = site();
    for args in [
        &["bulid"][..],
        &["check", "--format", "xml"],
        &["build", "--jobs", "0"],
        &["-q", "-v", "check"],
        &[],
        &["check", "no-such-file.md"],
        &["check", "--project", "no-such-folder"],
        &["check", ".."],
        &["check", "content", ".."],
    ] {
        let (code, out, err) = run(dir.path(), args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(
            err.contains("error") || err.contains("Usage"),
            "{args:?}: {err}"
        );
    }
    let (code, out, _) = run(dir.path(), &["--help"]);
    assert_eq!(code, 0);
    for command in [
        "build",
        "check",
        "new",
        "explain",
        "verify",
        "schema",
        "completions",
    ] {
        assert!(out.contains(&format!("\n  {command} ")), "{command}: {out}");
    }
}

#[test]
fn a_folder_without_a_project_says_how_to_start_one() {
    let dir = folder(&[]);
    let (code, _, err) = run(dir.path(), &["check"]);
    assert_eq!(code, 2);
    assert!(err.contains("teachback new project"), "{err}");
}

#[test]
fn the_project_is_found_from_a_folder_below_it() {
    let dir = site();
    fs::write(dir.path().join("teachback.yaml"), "titel: Pain\n").expect("a config");
    let below = dir.path().join("content/modules");
    let (code, _, err) = run(&below, &["check"]);
    assert_eq!(code, 1);
    assert!(err.contains("teachback.yaml:1:1"), "{err}");
}

#[test]
fn people_read_faults_on_the_error_stream_and_programs_on_standard_output() {
    let dir = site();
    fs::write(dir.path().join("teachback.yaml"), "title: Pain\nthem: x\n").expect("a config");
    let (code, out, err) = run(dir.path(), &["check"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("TB103 unknown-key"), "{err}");
    assert!(err.contains("did you mean \"theme\"?"), "{err}");
    let last = err.trim_end().lines().last().expect("a summary");
    assert!(
        last.contains("1 error in ") && last.ends_with(" s"),
        "{last}"
    );
    for (format, sign) in [
        ("json", "\"unknown-key\""),
        ("sarif", "\"TB103\""),
        ("github", "::error "),
    ] {
        let (code, out, err) = run(dir.path(), &["check", "--format", format]);
        assert_eq!((code, err.as_str()), (1, ""), "{format}");
        assert!(out.contains(sign), "{format}: {out}");
    }
}

/// The lines of the faults of a rule.
fn faults(text: &str, code: &str) -> usize {
    let heads = text
        .lines()
        .filter(|line| line.contains(&format!("[{code} ")));
    heads.count()
}

#[test]
fn a_build_tells_people_a_hundred_faults_of_a_rule_and_a_check_tells_all() {
    let dir = site();
    let links: String = (0..130)
        .map(|n| format!("[To {n}](gone-{n}.md)\n\n"))
        .collect();
    let page = format!("---\ntitle: Links\n---\n\n{links}It takes two.\n\n## Empty\n");
    fs::write(dir.path().join("content/links.md"), page).expect("a page");
    let (code, _, built) = run(dir.path(), &["build"]);
    assert_eq!((code, faults(&built, "TB301")), (1, 100), "{built}");
    let more =
        "note: 30 more of TB301 broken-link\n |\n = help: `teachback check` tells them all\n";
    assert!(built.contains(more), "{built}");
    // Those are shown that come first in the file, and the other rules are told as well.
    assert!(
        built.contains("gone-99.md") && !built.contains("gone-100.md"),
        "{built}"
    );
    assert_eq!(faults(&built, "TB253"), 1, "{built}");
    assert!(built.trim_end().contains("130 errors in "), "{built}");
    let (_, _, checked) = run(dir.path(), &["check"]);
    assert_eq!(faults(&checked, "TB301"), 130, "{checked}");
    assert!(!checked.contains(" more of "), "{checked}");
    let (_, json, _) = run(dir.path(), &["--format", "json", "build"]);
    assert_eq!(json.matches("\"TB301\"").count(), 130);
}

#[test]
fn colours_only_when_asked_for_or_in_a_terminal() {
    let dir = folder(&[("teachback.yaml", "them: x\n")]);
    let (_, _, plain) = run(dir.path(), &["check"]);
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let (_, _, coloured) = run(dir.path(), &["check", "--color", "always"]);
    assert!(coloured.contains('\u{1b}'), "{coloured}");
}

#[test]
fn a_path_shows_only_the_faults_of_its_files() {
    let dir = site();
    fs::write(dir.path().join("teachback.yaml"), "them: x\n").expect("a config");
    let config = run(dir.path(), &["check", "./content/../teachback.yaml"]);
    assert_eq!(config.0, 1, "{config:?}");
    let content = run(dir.path(), &["check", "content"]);
    assert!(!content.2.contains("TB103"), "{content:?}");
    let all = run(dir.path(), &["check", "."]);
    assert!(all.2.contains("TB103"), "{all:?}");
}

#[test]
fn check_fix_mends_what_is_sure_and_keeps_the_rest() {
    let config = "\u{feff}title: Pain\r\nlanguages: en\r\nroles: []\r\n";
    let dir = folder(&[
        ("teachback.yaml", config),
        ("content/index.md", "# Hello\n"),
    ]);
    let path = dir.path().join("teachback.yaml");
    let (_, before, _) = run(dir.path(), &["check", "--format", "json", "teachback.yaml"]);
    assert!(before.contains("\"sure\": true"), "{before}");
    assert_eq!(fs::read_to_string(&path).expect("the file"), config);
    let (_, _, err) = run(dir.path(), &["check", "--fix", "teachback.yaml"]);
    assert!(err.contains("mended 1 fault in 1 file"), "{err}");
    let mended = config.replace("languages: en", "languages: [en]");
    assert_eq!(fs::read_to_string(&path).expect("the file"), mended);
    let (code, _, err) = run(dir.path(), &["check", "--fix", "teachback.yaml"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn explain_takes_codes_and_names_and_lists_all() {
    let dir = folder(&[]);
    for wanted in ["TB103", "tb103", "unknown-key", "Unknown key"] {
        let (code, out, _) = run(dir.path(), &["explain", wanted]);
        assert_eq!(code, 0, "{wanted}");
        assert!(
            !out.is_empty() && !out.contains('\u{1b}'),
            "{wanted}: {out}"
        );
    }
    let (code, out, err) = run(dir.path(), &["explain", "unknwon-key"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("did you mean \"unknown-key\"?"), "{err}");
    let (code, out, _) = run(dir.path(), &["explain"]);
    assert_eq!(code, 0);
    assert!(
        out.lines()
            .any(|line| line.starts_with("TB103  unknown-key ")),
        "{out}"
    );
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let dir = folder(&[]);
    let program = assert_cmd::cargo::cargo_bin("teachback");
    let mut child = std::process::Command::new(program)
        .arg("explain")
        .current_dir(dir.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn schemas_and_completions_are_printed() {
    let dir = folder(&[]);
    let (code, out, _) = run(dir.path(), &["schema", "config"]);
    let schema: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(code, 0);
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert_eq!(schema["required"], serde_json::json!(["title"]));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = run(dir.path(), &["completions", shell]);
        assert_eq!(code, 0);
        assert!(out.contains("explain"), "{shell}");
    }
}

#[test]
fn new_project_fills_a_folder_and_never_writes_over_a_file() {
    let dir = folder(&[("my-clinic/README.md", "mine")]);
    let (code, _, err) = run(dir.path(), &["new", "project", "my-clinic"]);
    assert_eq!(code, 0, "{err}");
    let root = dir.path().join("my-clinic");
    let config = fs::read_to_string(root.join("teachback.yaml")).expect("the config");
    assert!(config.contains("title: \"My clinic\""), "{config}");
    assert!(root.join("content/index.md").is_file());
    assert_eq!(
        fs::read_to_string(root.join("README.md")).expect("it stays"),
        "mine"
    );
    let (code, out, err) = run(&root, &["check", "--strict"]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");

    fs::write(root.join("content/facts.yaml"), "mine: 1\n").expect("a change");
    fs::remove_file(root.join("content/index.md")).expect("a gap");
    let (code, _, err) = run(&root, &["new", "project"]);
    assert_eq!(code, 2);
    assert!(err.contains("content/facts.yaml"), "{err}");
    assert!(
        !root.join("content/index.md").exists(),
        "nothing is written when something is in the way"
    );
}

#[test]
fn new_content_goes_to_its_folder() {
    let dir = site();
    let cases: [(&[&str], &[&str]); 6] = [
        (
            &["module", "safety"],
            &[
                "content/modules/safety/module.md",
                "content/modules/safety/01-first-lesson.md",
            ],
        ),
        (
            &["lesson", "rapport/speak"],
            &["content/modules/rapport/03-speak.md"],
        ),
        (&["script", "refill"], &["content/scripts/refill.md"]),
        (
            &["handout", "naloxone"],
            &[
                "content/handouts/naloxone.yaml",
                "content/handouts/naloxone.easy.md",
                "content/handouts/naloxone.standard.md",
            ],
        ),
        (&["bank", "rapport"], &["content/banks/rapport.yaml"]),
        (&["form", "story"], &["content/forms/story.md"]),
    ];
    for (args, files) in cases {
        let args: Vec<&str> = ["new"].iter().chain(args).copied().collect();
        let (code, _, err) = run(dir.path(), &args);
        assert_eq!(code, 0, "{args:?}: {err}");
        for file in files {
            let text = fs::read_to_string(dir.path().join(file)).expect(file);
            assert!(
                !text.contains('%'),
                "{file} has a place that was not filled: {text}"
            );
        }
        let (code, _, err) = run(dir.path(), &args);
        assert_eq!(code, 2, "{args:?} a second time");
        assert!(
            err.contains("already there") && err.contains("content/"),
            "{err}"
        );
    }
}

#[test]
fn new_refuses_names_that_cannot_be_used() {
    let dir = site();
    for (args, help) in [
        (["new", "script", "Pain & sleep"], "pain-sleep"),
        (["new", "script", "../../etc/passwd"], "etc-passwd"),
        (["new", "lesson", "speak"], "MODULE/NAME"),
        (
            ["new", "lesson", "raport/speak"],
            "did you mean \"rapport\"?",
        ),
        (
            ["new", "lesson", "elsewhere/speak"],
            "teachback new module elsewhere",
        ),
        (["new", "handout", "pain.easy"], "pain-easy"),
    ] {
        let (code, _, err) = run(dir.path(), &args);
        assert_eq!(code, 2, "{args:?}");
        assert!(err.contains(help), "{args:?}: {err}");
    }
}

#[test]
fn the_output_never_goes_among_the_sources() {
    let dir = site();
    for output in [
        ".",
        "..",
        "content",
        "content/site",
        "content/../themes/x",
        "/",
    ] {
        let (code, _, err) = run(dir.path(), &["build", "--output", output]);
        assert_eq!(code, 2, "{output}: {err}");
        assert!(err.contains("cannot be written to"), "{output}: {err}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_hide_that_the_output_is_the_content() {
    let dir = site();
    let link = dir.path().join("site");
    std::os::unix::fs::symlink(dir.path().join("content"), &link).expect("a link");
    let (code, _, err) = run(dir.path(), &["build", "--output", "site/new"]);
    assert_eq!(code, 2, "{err}");
}

#[test]
fn verify_needs_a_list_of_files() {
    let dir = folder(&[("index.html", "<p>Hello</p>")]);
    let (code, out, err) = run(dir.path(), &["verify", "."]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("teachback.json"), "{err}");
}
