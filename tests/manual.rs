//! Parts of the manual that are made from the tables of the program.

#![allow(
    clippy::disallowed_methods,
    reason = "a test holds files of the repository against the program"
)]

use std::fmt::Write;
use std::path::PathBuf;
use teachback::lint::all_rules;

/// `docs/diagnostics.md` is written by this test when it is asked to (`UPDATE_MANUAL=1 cargo test --test manual`), and
/// otherwise has to be what it would write.
#[test]
fn the_list_of_diagnostics_is_that_of_the_program() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    let wanted = diagnostics();
    if std::env::var_os("UPDATE_MANUAL").is_some() {
        std::fs::write(&path, &wanted).expect("the manual can be written");
    }
    let found = std::fs::read_to_string(&path).expect("the manual is there");
    assert!(
        found == wanted,
        "docs/diagnostics.md is not up to date: run UPDATE_MANUAL=1 cargo test --test manual"
    );
}

fn diagnostics() -> String {
    let mut rules: Vec<_> = all_rules().collect();
    rules.sort_by_key(|rule| rule.code);
    let mut out = String::from(
        "# Diagnostics\n\nWhat `teachback check` can tell, made from the tables of the program. `teachback explain NAME` \
         shows the same page\nin a terminal. Warnings and infos can be allowed, and anything can be denied, in \
         `teachback.yaml`:\n`lint: {allow: [passive-voice], deny: [stigma]}`.\n\n| code | name | | what is wrong |\n|---|---|---|---|\n",
    );
    for rule in &rules {
        let (code, name, severity) = (rule.code, rule.name, rule.severity.word());
        let anchor = format!("{name}-{}", code.to_lowercase());
        writeln!(
            out,
            "| {code} | [{name}](#{anchor}) | {severity} | {} |",
            rule.summary
        )
        .expect("writing to a text cannot fail");
    }
    for rule in &rules {
        out.push('\n');
        out.push_str(&lower_headings(rule.page));
    }
    out
}

/// Every heading one level lower, since the list has the page's title; examples stay as they are.
fn lower_headings(page: &str) -> String {
    let mut out = String::new();
    let mut fence: Option<usize> = None;
    for line in page.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            Some(open) if ticks >= open && ticks == line.len() => fence = None,
            None if ticks >= 3 => fence = Some(ticks),
            None if line.starts_with('#') => out.push('#'),
            _ => {}
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}
