//! The same content gives the same bytes: on a second build, after any edits, in any order of files, in any place.

use crate::memory::{Built, Files, build, build_with, files, repository, text, tree};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::fs;
use std::path::Path;
use teachback::output::Outputs;
use teachback::pipeline::Memo;
use teachback::source::{SourceFile, SourceTree, discover};

/// Everything that can be told apart: paths, contents, and what was said.
fn assert_same(one: &Built, other: &Built) {
    let paths = |outputs: &Outputs| -> Vec<String> {
        outputs.iter().map(|o| o.path().to_owned()).collect()
    };
    assert_eq!(paths(&one.outputs), paths(&other.outputs));
    for (a, b) in one.outputs.iter().zip(other.outputs.iter()) {
        assert_eq!(text(a), text(b), "{}", a.path());
        assert_eq!(a.fingerprint(), b.fingerprint(), "{}", a.path());
    }
    assert_eq!(one.diagnostics, other.diagnostics);
}

#[test]
fn a_second_build_gives_the_same_bytes() {
    let memo = Memo::default();
    let first = build_with(repository(), &memo);
    assert_same(&first, &build(repository()));
    assert_same(&first, &build_with(repository(), &memo));
}

#[test]
fn a_build_that_keeps_nothing_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let memo = Memo::of(folder.path()).once();
    let clean = build(repository());
    assert_same(&build_with(repository(), &memo), &clean);
    // Nobody builds twice with such a memo, but it would not be wrong.
    let file = SourceFile::new("content/pages/a.md", "---\ntitle: A\n---\n\nOther words\n");
    let other = SourceTree::new(vec![file], Vec::new(), Vec::new());
    assert_same(&build_with(&other, &memo), &build(&other));
    assert_same(&build_with(repository(), &memo), &clean);
}

#[test]
fn the_order_in_which_files_are_found_does_not_matter() {
    let sources = repository();
    let (mut texts, mut media) = (sources.texts().to_vec(), sources.media().to_vec());
    texts.reverse();
    media.reverse();
    let reversed = SourceTree::new(texts.clone(), media.clone(), Vec::new());
    // Every third file first: neither sorted nor reversed.
    texts.sort_by_key(|file| (file.path.len() % 3, file.path.clone()));
    media.rotate_left(1);
    let mixed = SourceTree::new(texts, media, Vec::new());
    let built = build(sources);
    assert_same(&built, &build(&reversed));
    assert_same(&built, &build(&mixed));
}

#[test]
fn nothing_of_the_place_or_the_time_is_in_the_site() {
    let places = [
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    ];
    let built: Vec<Built> = places
        .iter()
        .map(|place| build(&copy_of_repository(place.path())))
        .collect();
    assert_same(&built[0], &built[1]);
    let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let mut words = vec![
        env!("CARGO_MANIFEST_DIR").to_owned(),
        places[0].path().display().to_string(),
    ];
    words.extend(Some(host.trim().to_owned()).filter(|host| host.len() > 6));
    words.extend(today());
    for output in built[0].outputs.iter() {
        let text = text(output).unwrap_or_default();
        for word in &words {
            assert!(!text.contains(word), "{} holds {word}", output.path());
        }
    }
}

/// The project's own files in another place.
fn copy_of_repository(place: &Path) -> SourceTree {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = repository().texts().iter().map(|file| &file.path);
    for path in texts.chain(repository().media().iter().map(|file| &file.path)) {
        let target = place.join(&**path);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder can be made");
        fs::copy(here.join(&**path), target).expect("a file can be copied");
    }
    discover(place).expect("the copy is there")
}

/// The date as the system tells it, unless the content itself names it.
fn today() -> Option<String> {
    let output = std::process::Command::new("date")
        .arg("+%Y-%m-%d")
        .output()
        .ok()?;
    let date = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    let written = repository()
        .texts()
        .iter()
        .any(|file| file.text.contains(&date));
    (date.len() == 10 && !written).then_some(date)
}

/// What an author does between two builds.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize),
    Remove(usize),
    /// Moves the text of one file to the name of another.
    Rename(usize, usize),
}

/// Names and texts that matter to each other: links, variants, shared values, lessons and scripts come and go.
const PATHS: [&str; 12] = [
    "content/index.md",
    "content/pages/a.md",
    "content/pages/b.md",
    "content/handouts/taper.easy.md",
    "content/handouts/taper.standard.md",
    "content/handouts/taper.yaml",
    "content/modules/m/module.md",
    "content/modules/m/01-x.md",
    "content/facts.yaml",
    "content/glossary.yaml",
    "content/snippets/call.md",
    "teachback.yaml",
];
const TEXTS: [&str; 10] = [
    "---\ntitle: One\n---\n\n# One\n\nSee [b](b.md#two) and {{line}}.\n\n::: snippet {call}\n:::\n",
    "---\ntitle: Two\n---\n\n## Two\n\nSee [a](../pages/a.md), [[taper]] and [x](../modules/m/01-x.md).\n",
    "---\ntitle: Three\nobjectives:\n  - {id: o, text: Listen.}\n---\n\n::: question {objective=o}\nWhat?\n\n- [x] A\n- [ ] B\n:::\n",
    "---\ntitle: Four\ndraft: true\n---\n\n::: key {#stop}\nDo not stop.\n:::\n",
    "title: {en: Taper}\nkey_messages:\n  - {id: stop, text: Do not stop.}\n",
    "line: 988\n",
    "taper: Going down slowly.\n",
    "Call {{line}}, or read [this](../pages/b.md).\n",
    "title: Another site\nlanguages: [en]\nlevels: [{id: standard}, {id: easy}]\n",
    "",
];

fn edit() -> impl Strategy<Value = Edit> {
    let path = || 0..PATHS.len();
    prop_oneof![
        6 => (path(), 0..TEXTS.len()).prop_map(|(path, text)| Edit::Write(path, text)),
        1 => path().prop_map(Edit::Remove),
        2 => (path(), path()).prop_map(|(from, to)| Edit::Rename(from, to)),
    ]
}

fn apply(edit: &Edit, files: &mut Files) {
    match *edit {
        Edit::Write(path, text) => {
            files.insert(PATHS[path].to_owned(), TEXTS[text].to_owned());
        }
        Edit::Remove(path) => {
            files.remove(PATHS[path]);
        }
        Edit::Rename(from, to) => {
            if let Some(text) = files.remove(PATHS[from]) {
                files.insert(PATHS[to].to_owned(), text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None,
        rng_seed: RngSeed::Fixed(988), ..ProptestConfig::default() })]

    #[test]
    fn a_build_after_edits_is_a_clean_build(edits in prop::collection::vec(edit(), 4..12)) {
        let memo = Memo::default();
        let mut project = files(PATHS.iter().zip(TEXTS).map(|(path, text)| (*path, text)));
        build_with(&tree(&project), &memo);
        for edit in &edits {
            apply(edit, &mut project);
            let sources = tree(&project);
            assert_same(&build_with(&sources, &memo), &build(&sources));
        }
    }
}

#[test]
fn a_text_of_the_same_length_is_a_new_text() {
    let memo = Memo::default();
    let page = |word: &str| {
        let file = SourceFile::new(
            "content/pages/a.md",
            &format!("---\ntitle: A\n---\n\n{word}\n"),
        );
        SourceTree::new(vec![file], Vec::new(), Vec::new())
    };
    build_with(&page("slow"), &memo);
    let second = build_with(&page("fast"), &memo);
    let html = second
        .outputs
        .get("pages/a.html")
        .and_then(|o| text(o))
        .expect("the page");
    assert!(html.contains("fast") && !html.contains("slow"));
}
