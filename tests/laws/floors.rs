//! Holds the picture of the floors in `src/lib.rs` against what the modules import, and the rooms that own a library.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The two files of the one face of the program know each other: a command takes what `cli` has read from the
/// arguments, and `cli` runs the command.
const ONE_ROOM: [&str; 2] = ["cli", "commands"];

/// What only one room may name, and that room.
const OWNED: &[(&str, &str)] = &[
    ("serde_yaml::", "yaml"),
    ("tera::", "render"),
    ("syntect::", "render"),
    ("ammonia::", "render"),
    ("fluent_bundle::", "render"),
    ("pulldown_cmark::", "parse"),
    ("biblatex::", "parse"),
    ("walkdir::", "source"),
    ("notify::", "serve"),
    ("axum::", "serve"),
    ("tokio::", "serve"),
    ("indicatif::", "commands"),
    ("clap::", "cli commands"),
    ("print!(", "commands"),
    ("println!(", "commands"),
    ("eprint!(", "commands"),
    ("eprintln!(", "commands"),
    ("process::exit", "main"),
    ("ExitCode", "main"),
];

#[test]
fn modules_import_downward_only() {
    let floors = floors();
    let mut faults = Vec::new();
    for file in source_files() {
        let from = room(&file);
        for to in imports(&file) {
            let Some((&below, &here)) = floors.get(to.as_str()).zip(floors.get(from.as_str()))
            else {
                faults.push(format!("{from} or {to} has no floor in the picture"));
                continue;
            };
            let one_room = ONE_ROOM.contains(&from.as_str()) && ONE_ROOM.contains(&to.as_str());
            if from != to && below >= here && !one_room {
                faults.push(format!(
                    "{} (floor {here}) imports {to} (floor {below})",
                    file.path.display()
                ));
            }
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_room_has_a_floor_and_every_floor_its_rooms() {
    let mut rooms: Vec<String> = source_files().iter().map(room).collect();
    rooms.sort();
    rooms.dedup();
    let drawn: Vec<String> = floors().into_keys().collect();
    assert_eq!(rooms, drawn);
}

#[test]
fn libraries_and_the_terminal_have_one_room_each() {
    let mut faults = Vec::new();
    for file in source_files() {
        let room = room(&file);
        for (name, owners) in OWNED {
            let used = file
                .code
                .match_indices(name)
                .any(|(at, _)| !is_inside_a_word(&file.code, at));
            if used && !owners.split(' ').any(|owner| owner == room) {
                faults.push(format!(
                    "{} names {name}, which belongs to {owners}",
                    file.path.display()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_reader_of_imports_sees_every_form() {
    let file = |path: &str, code: &str| SourceText {
        path: path.into(),
        code: code.to_owned(),
    };
    let cases = [
        ("a/b.rs", "use crate::c::d;", vec!["c"]),
        (
            "a/b.rs",
            "use crate::{c, d::{e, f},\n    g as h};",
            vec!["c", "d", "g"],
        ),
        ("a/b.rs", "let x = crate::c::new();", vec!["c"]),
        ("a/b.rs", "use super::super::c::d;", vec!["c"]),
        ("a/b.rs", "use super::c;", vec![]),
        ("a/mod.rs", "use super::c;", vec!["c"]),
        ("a.rs", "use super::*;", vec![]),
    ];
    for (path, code, expected) in cases {
        assert_eq!(imports(&file(path, code)), expected, "{code}");
    }
}

struct SourceText {
    /// Below `src/`.
    path: PathBuf,
    /// Without comments.
    code: String,
}

/// The floor of each room, from the picture.
fn floors() -> BTreeMap<String, u8> {
    let text = fs::read_to_string(root().join("lib.rs")).expect("src/lib.rs is there");
    let picture = text
        .split("```")
        .nth(1)
        .expect("the crate's page has the picture");
    let mut floors = BTreeMap::new();
    for line in picture.lines().filter_map(|line| line.strip_prefix("//! ")) {
        let mut words = line.split_whitespace();
        let Some(floor) = words.next() else { continue };
        let floor: u8 = floor.parse().expect("a line begins with its floor");
        // What follows the rooms is said about them.
        for word in words {
            let Some(name) = word.strip_suffix(".rs").or_else(|| word.strip_suffix('/')) else {
                break;
            };
            floors.insert(name.to_owned(), floor);
        }
    }
    floors
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn source_files() -> Vec<SourceText> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of src/") {
            let path = entry.expect("an entry of src/").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                let code: Vec<&str> = text
                    .lines()
                    .map(|line| line.split("//").next().unwrap_or(""))
                    .collect();
                let path = path.strip_prefix(root()).expect("below src/").to_owned();
                found.push(SourceText {
                    path,
                    code: code.join("\n"),
                });
            }
        }
    }
    assert!(found.len() > 100, "the walk over src/ finds the files");
    found
}

/// The top module that a file belongs to.
fn room(file: &SourceText) -> String {
    let first = file.path.iter().next().expect("a name").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The top modules that a file names, through `crate::` and through `super::`.
fn imports(file: &SourceText) -> Vec<String> {
    let mut depth = file.path.iter().count();
    if file.path.ends_with("mod.rs") {
        depth -= 1;
    }
    let to_root = "super::".repeat(depth);
    let mut out = Vec::new();
    for prefix in ["crate::", &to_root] {
        for (at, _) in file.code.match_indices(prefix) {
            let longer = file.code[..at].ends_with("super::");
            if !longer && !is_inside_a_word(&file.code, at) {
                out.extend(names(&file.code[at + prefix.len()..]));
            }
        }
    }
    out
}

fn is_inside_a_word(code: &str, at: usize) -> bool {
    code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$'))
}

/// The name, or the names of a group, that a path goes on with.
fn names(code: &str) -> Vec<String> {
    let word = |text: &str| -> Option<String> {
        let end = text
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(text.len());
        (end > 0).then(|| text[..end].to_owned())
    };
    let Some(group) = code.strip_prefix('{') else {
        return word(code).into_iter().collect();
    };
    let mut depth = 0;
    let mut at_name = true;
    let mut out = Vec::new();
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_name = true,
            _ if at_name && !sign.is_whitespace() => {
                out.extend(word(&group[at..]));
                at_name = false;
            }
            _ => {}
        }
    }
    out
}
