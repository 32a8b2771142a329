//! Every entry of every table is there once, is documented, and has what belongs to it.

use crate::memory::{build, repository};
use std::collections::BTreeSet;
use teachback::commands::schema::SCHEMAS;
use teachback::config;
use teachback::diagnostic::CATALOG;
use teachback::diagnostic::emit::EMITTERS;
use teachback::lint::all_rules;
use teachback::output::MANIFEST;
use teachback::parse::blocks::{BLOCKS, Form};
use teachback::question::QUESTION_TYPES;

const MANUAL: &str = include_str!("../../docs/authoring.md");

fn assert_unique(table: &str, names: impl IntoIterator<Item = &'static str>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "{table} has {name} twice");
        assert!(!name.is_empty(), "{table} has an entry without a name");
    }
    assert!(!seen.is_empty(), "{table} is empty");
}

#[test]
fn names_are_unique() {
    assert_unique("BLOCKS", BLOCKS.iter().map(|b| b.name));
    assert_unique("QUESTION_TYPES", QUESTION_TYPES.iter().map(|q| q.name));
    assert_unique("CATALOG", CATALOG.iter().map(|r| r.name));
    assert_unique("the rules", all_rules().map(|r| r.name));
    assert_unique("the rules", all_rules().map(|r| r.code));
    assert_unique("EMITTERS", EMITTERS.iter().map(|e| e.name));
    assert_unique("SCHEMAS", SCHEMAS.iter().map(|s| s.name));
    for block in BLOCKS {
        let forms = block
            .attributes
            .iter()
            .map(|a| (a.name, a.form == Form::Word));
        let distinct: BTreeSet<_> = forms.collect();
        let all = block.attributes.len();
        assert_eq!(distinct.len(), all, "{} has an attribute twice", block.name);
    }
}

#[test]
fn every_entry_says_what_it_is() {
    let blocks = BLOCKS.iter().flat_map(|block| {
        let attributes = block.attributes.iter().map(move |a| (block.name, a.about));
        attributes.chain([(block.name, block.about)])
    });
    let questions = QUESTION_TYPES.iter().map(|q| (q.name, q.summary));
    for (name, about) in blocks.chain(questions) {
        assert!(
            about.ends_with('.') && about.len() > 10,
            "{name}: {about:?} is no sentence"
        );
    }
    let formats = EMITTERS.iter().map(|e| (e.name, e.about));
    for (name, about) in formats.chain(SCHEMAS.iter().map(|s| (s.name, s.about))) {
        assert!(!about.is_empty(), "{name} says nothing about itself");
    }
}

#[test]
fn the_manual_for_authors_has_every_block_and_question() {
    for block in BLOCKS {
        assert!(
            MANUAL.contains(&format!("::: {}", block.name)),
            "no example of ::: {}",
            block.name
        );
        for attribute in block.attributes.iter().filter(|a| a.name != "*") {
            assert!(
                MANUAL.contains(attribute.name),
                "{} of ::: {} is not in the manual",
                attribute.name,
                block.name
            );
        }
    }
    for kind in QUESTION_TYPES {
        let named = MANUAL.contains(&format!("`{}`", kind.name));
        assert!(
            named,
            "the question type {} is not in the manual",
            kind.name
        );
    }
}

#[test]
fn every_block_has_its_partial_and_every_partial_its_block() {
    let theme = repository();
    let folder = "themes/default/templates/blocks/";
    let partials: BTreeSet<&str> = theme
        .below(folder)
        .filter_map(|file| file.path.strip_prefix(folder)?.strip_suffix(".html"))
        .collect();
    let blocks: BTreeSet<&str> = BLOCKS.iter().map(|b| b.name).collect();
    assert_eq!(blocks, partials);
}

#[test]
fn the_manifest_lists_every_file_as_it_is() {
    let built = build(repository());
    let json = built
        .outputs
        .get(MANIFEST)
        .and_then(|o| crate::memory::text(o))
        .expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let files = manifest["files"].as_object().expect("a table of files");
    let listed: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let made: BTreeSet<&str> = built
        .outputs
        .iter()
        .map(|o| o.path())
        .filter(|&path| path != MANIFEST)
        .collect();
    assert_eq!(listed, made);
    for output in built.outputs.iter().filter(|o| o.path() != MANIFEST) {
        let Some(text) = crate::memory::text(output) else {
            continue;
        };
        let record = &files[output.path()];
        assert_eq!(
            record["sha256"],
            sha256(text.as_bytes()),
            "{}",
            output.path()
        );
        assert_eq!(record["size"], text.len(), "{}", output.path());
    }
    let pages = manifest["pages"].as_array().expect("a list of pages");
    assert!(!pages.is_empty());
    for page in pages {
        let path = page["path"].as_str().expect("a path");
        assert!(files.contains_key(path), "{path} is a page without a file");
    }
}

#[test]
fn settings_of_the_repository_are_without_fault() {
    assert_eq!(config::load(repository()).diagnostics, []);
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    use std::fmt::Write;
    let mut out = String::new();
    for byte in sha2::Sha256::digest(bytes) {
        write!(out, "{byte:02x}").expect("a text takes more");
    }
    out
}
