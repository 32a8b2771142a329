//! The text of a certificate, held against a published site. Codes are computed here by another way than the program's.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that the program reads"
)]

use assert_cmd::Command;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A project with a module that is passed by a quiz and one that is passed by reading, built.
fn published() -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = |path: &str, text: &str| {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder can be made");
        fs::write(place, text).expect("a file can be written");
    };
    file("teachback.yaml", "title: A small course\nid: small\n");
    let module =
        "---\ntitle: Listening\nminutes: 20\npass_mark: 80\ncertificate: true\n---\n\nWords.\n";
    file("content/modules/listening/module.md", module);
    let lesson = "---\ntitle: One\n---\n\nWords.\n";
    file("content/modules/listening/01-one.md", lesson);
    let reading = "---\ntitle: Reading\ncertificate: true\n---\n\nWords.\n";
    file("content/modules/reading/module.md", reading);
    file("content/modules/reading/01-one.md", lesson);
    let plain = "---\ntitle: Plain\n---\n\nWords.\n";
    file("content/modules/plain/module.md", plain);
    file("content/modules/plain/01-one.md", lesson);
    teachback(folder.path()).arg("build").assert().success();
    let manifest = fs::read_to_string(folder.path().join("output/teachback.json"));
    let manifest = manifest.expect("the build lists its files");
    (folder, manifest)
}

fn teachback(project: &Path) -> Command {
    let mut command = Command::cargo_bin("teachback").expect("the program is built");
    command.arg("--quiet").arg("--project").arg(project);
    command
}

fn version_of(manifest: &str, module: &str) -> String {
    let manifest: serde_json::Value = serde_json::from_str(manifest).expect("it is JSON");
    let modules = manifest["modules"].as_array().expect("it lists modules");
    let found = modules.iter().find(|m| m["name"] == module);
    let version = found.expect("the module is there")["version"].as_str();
    version.expect("it has a version").to_owned()
}

/// The first 80 bits of the hash as one number, written in base 32.
fn with_code(lines: &str) -> String {
    const SIGNS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let digest = Sha256::digest(lines.as_bytes());
    let mut number = digest[..10]
        .iter()
        .fold(0_u128, |n, byte| n * 256 + u128::from(*byte));
    let mut code = Vec::new();
    for _ in 0..16 {
        code.push(char::from(
            SIGNS[usize::try_from(number % 32).expect("small")],
        ));
        number /= 32;
    }
    code.reverse();
    let groups: Vec<String> = code.chunks(4).map(|four| four.iter().collect()).collect();
    format!("{lines}\nCode: {}\n", groups.join("-"))
}

fn lines(module: &str, version: &str, score: &str, minutes: &str) -> String {
    format!(
        "teachback certificate 1\nName: Ana Nuñez\nModule: {module}\nSite: small\nVersion: {version}\n\
         Date: 2026-11-20\nScore: {score}\nMinutes: {minutes}"
    )
}

fn check(project: &Path, text: &str) -> (bool, String) {
    let mut command = teachback(project);
    let output = command.args(["verify-certificate", "-"]).write_stdin(text);
    let output = output.output().expect("it runs");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).expect("it speaks UTF-8");
    (output.status.success(), said)
}

#[test]
fn a_certificate_that_fits_is_consistent_however_it_was_typed() {
    let (folder, manifest) = published();
    let version = version_of(&manifest, "listening");
    let text = with_code(&lines("listening", &version, "80", "20"));
    let code = text.lines().last().expect("the code").to_owned();
    let typed_code = code
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "o")
        .replace('1', "l");
    let typed = text.replace(&code, &typed_code).replace("code: ", "Code: ");
    let spaced = text
        .replace("Ana Nuñez", "  Ana   Nun\u{303}ez ")
        .replace('\n', "\r\n\r\n");
    let with_more = format!("Dear team,\n{text}\nKind regards\n");
    for text in [&text, &typed, &spaced, &with_more] {
        let (fits, said) = check(folder.path(), text);
        assert!(fits, "{said}\n{text}");
        assert!(
            said.contains("Ana Nuñez") && said.contains("consistent"),
            "{said}"
        );
    }
    let version = version_of(&manifest, "reading");
    let text = with_code(&lines("reading", &version, "-", "-"));
    assert!(check(folder.path(), &text).0);
}

#[test]
fn everything_that_does_not_hold_is_named() {
    let (folder, manifest) = published();
    let version = version_of(&manifest, "listening");
    let right = lines("listening", &version, "80", "20");
    let cases = [
        (
            with_code(&right).replace("Score: 80", "Score: 90"),
            "the code does not fit",
        ),
        (
            with_code(&right.replace("Site: small", "Site: other")),
            "another site",
        ),
        (
            with_code(&lines("plain", &version_of(&manifest, "plain"), "-", "-")),
            "no module \"plain\"",
        ),
        (
            with_code(&right.replace(&version, "00000000")),
            "the module was changed since",
        ),
        (
            with_code(&right.replace("2026-11-20", "2026-11-31")),
            "no day on which",
        ),
        (
            with_code(&right.replace("2026-11-20", "9026-11-20")),
            "no day on which",
        ),
        (
            with_code(&right.replace("Score: 80", "Score: 79")),
            "80 to 100 percent",
        ),
        (
            with_code(&right.replace("Score: 80", "Score: 101")),
            "80 to 100 percent",
        ),
        (
            with_code(&right.replace("Score: 80", "Score: -")),
            "80 to 100 percent",
        ),
        (
            with_code(&right.replace("Minutes: 20", "Minutes: 30")),
            "20 minutes",
        ),
        (
            right.replace("Score: 80\n", ""),
            "the line \"Score: …\" is missing",
        ),
        (right.clone(), "the line \"Code: …\" is missing"),
        ("hello".to_owned(), "this is no certificate"),
        (String::new(), "this is no certificate"),
    ];
    for (text, words) in cases {
        let (fits, said) = check(folder.path(), &text);
        assert!(!fits && said.contains(words), "{words}: {said}\n{text}");
    }
}

#[test]
fn a_text_or_a_site_that_cannot_be_read_is_told() {
    let (folder, _) = published();
    let missing = ["verify-certificate", "nowhere.txt"];
    teachback(folder.path()).args(missing).assert().code(2);
    let no_site = ["verify-certificate", "-", "--site", "nowhere"];
    teachback(folder.path())
        .args(no_site)
        .write_stdin("")
        .assert()
        .code(2);
}
