//! The law of the loop: after any edits, what was made step by step is what a first build of the same files makes.

use crate::pages;
use crate::project::Project;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use teachback::pipeline::Options;
use teachback::serve::{Failure, Round, Workshop};
use teachback::source::News;

/// What somebody does between two builds. Numbers choose among the names and texts below.
#[derive(Debug, Clone)]
enum Step {
    Write(usize, usize),
    Touch(usize),
    Remove(usize),
    RenameFile(usize, usize),
    RenameFolder(usize, usize),
    RemoveFolder(usize),
}

/// Names and texts that matter to each other: links, variants, shared values, lessons, scripts, themes come and go.
const PATHS: [&str; 24] = [
    "content/index.md",
    "content/pages/a.md",
    "content/pages/b.md",
    "content/pages/b.es.md",
    "content/pages/deep/c.md",
    "content/handouts/taper.easy.md",
    "content/handouts/taper.standard.md",
    "content/handouts/taper.yaml",
    "content/modules/m/module.md",
    "content/modules/m/01-x.md",
    "content/modules/m/quiz.md",
    "content/banks/bank.yaml",
    "content/scripts/talk.md",
    "content/facts.yaml",
    "content/glossary.yaml",
    "content/snippets/call.md",
    "content/media/dot.svg",
    "themes/default/templates/footer.html",
    "themes/default/assets/css/99-own.css",
    "themes/default/locales/en.ftl",
    // Where the page is that searches.
    "content/search.md",
    "content/references.bib",
    "content/pages/index.md",
    "teachback.yaml",
];
const TEXTS: [&str; 20] = [
    "---\ntitle: One\n---\n\n# One\n\nSee [b](b.md#two) and {{line}}. ![A dot](../media/dot.svg)\n\n::: snippet {call}\n:::\n",
    "---\ntitle: Two\nsummary: Short.\n---\n\n## Two\n\nSee [a](../pages/a.md), [[taper]] and [x](../modules/m/01-x.md).\n",
    "---\ntitle: Three\nminutes: 5\ncertificate: true\nobjectives:\n  - {id: o, text: Listen.}\n---\n\n::: question {objective=o}\nWhat?\n\n- [x] A\n- [ ] B\n:::\n",
    "---\ntitle: Four\ndraft: true\n---\n\n::: key {#stop}\nDo not stop.\n:::\n",
    "---\ntitle: Talk\ncast:\n  you: Nurse\n  dana: Dana\n---\n\n## Opening\n\n**Dana:** Hello.\n\n- Hello {best} -> [End](#end)\n- Go away -> [End](#end)\n\n## End {ending=good}\n\n**Dana:** Bye.\n",
    "---\ntitle: Sides\n---\n\n::: compare {bad=../scripts/talk.md good=../scripts/talk.md}\n:::\n\n::: quiz {bank=bank draw=1}\n:::\n",
    "title: {en: Taper}\nkey_messages:\n  - {id: stop, text: Do not stop.}\n",
    "line: 988\n",
    "taper: Going down slowly.\n",
    "Call {{line}}, or read [this](../pages/b.md).\n",
    "title: Another site\nlanguages: [en, es]\nlevels: [{id: standard}, {id: easy}]\n",
    "title: A third\nlanguages: [es, en]\nlevels: [{id: easy}]\nbrand: {primary: \"#0b5394\"}\nlint: {allow: [vague-time], deny: [stigma]}\n",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>\n",
    "{{ nothing }}\n",
    "p { color: #123456 }\n",
    "",
    "title: A fourth\nlanguages: [en]\nbase_url: https://example.org/t\noffline: true\nroles: [{id: nurse, name: Nurses}]\n",
    "---\ntitle: Cited\nroles: [nurse]\ntags: [taper]\n---\n\nIt helps [@k]. <!-- allow vague-time: a test -->\n\n::: role {nurse}\nSoon.\n:::\n",
    "@article{k, title = {On listening}, author = {Doe, Jane}, year = {2020}}\n",
    "search = Look it up\nkind-pages = All pages\n",
];
const FOLDERS: [&str; 6] = [
    "content/pages",
    "content/handouts",
    "content/modules/m",
    "content/forms",
    "content/pages/deep",
    "themes/default",
];

fn step() -> impl Strategy<Value = Step> {
    let path = || 0..PATHS.len();
    let folder = || 0..FOLDERS.len();
    prop_oneof![
        8 => (path(), 0..TEXTS.len()).prop_map(|(path, text)| Step::Write(path, text)),
        1 => path().prop_map(Step::Touch),
        2 => path().prop_map(Step::Remove),
        2 => (path(), path()).prop_map(|(from, to)| Step::RenameFile(from, to)),
        1 => (folder(), folder()).prop_map(|(from, to)| Step::RenameFolder(from, to)),
        1 => folder().prop_map(Step::RemoveFolder),
    ]
}

/// Does a step, and gives the places where something was done, as a watcher names them. A step that is not possible is
/// none.
fn act(root: &Path, step: &Step) -> Vec<&'static str> {
    let at = |path: &str| root.join(path);
    match *step {
        Step::Write(path, text) => {
            let place = at(PATHS[path]);
            fs::create_dir_all(place.parent().expect("a folder")).expect("a folder can be made");
            fs::write(place, TEXTS[text]).expect("a file can be written");
            vec![PATHS[path]]
        }
        Step::Touch(path) => {
            if let Ok(text) = fs::read(at(PATHS[path])) {
                fs::write(at(PATHS[path]), text).expect("a file can be written");
            }
            vec![PATHS[path]]
        }
        Step::Remove(path) => {
            let _ = fs::remove_file(at(PATHS[path]));
            vec![PATHS[path]]
        }
        Step::RenameFile(from, to) => {
            fs::create_dir_all(at(PATHS[to]).parent().expect("a folder"))
                .expect("a folder can be made");
            let _ = fs::rename(at(PATHS[from]), at(PATHS[to]));
            vec![PATHS[from], PATHS[to]]
        }
        Step::RenameFolder(from, to) => {
            fs::create_dir_all(at(FOLDERS[to]).parent().expect("a folder"))
                .expect("a folder can be made");
            let _ = fs::rename(at(FOLDERS[from]), at(FOLDERS[to]));
            vec![FOLDERS[from], FOLDERS[to]]
        }
        Step::RemoveFolder(folder) => {
            let _ = fs::remove_dir_all(at(FOLDERS[folder]));
            vec![FOLDERS[folder]]
        }
    }
}

/// The files of a round and what was said, complete with the list of files.
fn all(workshop: &Workshop, round: &Round) -> (Vec<(String, Vec<u8>)>, String) {
    let outputs = workshop.complete(round).expect("the media files are there");
    let files = outputs.iter().map(|output| {
        let bytes = match output.body() {
            teachback::output::Body::Bytes(bytes) => bytes.clone(),
            teachback::output::Body::Copy { location, .. } => {
                fs::read(location).expect("a media file is there")
            }
        };
        (output.path().to_owned(), bytes)
    });
    let said: Vec<_> = round.diagnostics.iter().collect();
    (files.collect(), format!("{said:#?}\n{:?}", round.summary))
}

/// A build step by step gives every byte and every word of a first build.
pub fn assert_as_clean(root: &Path, workshop: &Workshop, round: &Round, drafts: bool) {
    let mut clean = Workshop::new(root, Options { drafts });
    let fresh = clean.build_all().expect("the project is there");
    let ((files, said), (expected, expected_said)) = (all(workshop, round), all(&clean, &fresh));
    let names = |files: &[(String, Vec<u8>)]| {
        files
            .iter()
            .map(|(path, _)| path.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&files), names(&expected));
    for ((path, bytes), (_, wanted)) in files.iter().zip(&expected) {
        assert_eq!(
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(wanted),
            "{path}"
        );
    }
    assert_eq!(said, expected_said);
}

/// How many storms there are: as many as `STORMS` says, or some few.
pub fn cases(few: u32) -> u32 {
    let asked = std::env::var("STORMS").ok();
    asked.and_then(|number| number.parse().ok()).unwrap_or(few)
}

/// The same storms in every run, or others for another number in `STORM_SEED`.
pub fn seed() -> RngSeed {
    let asked = std::env::var("STORM_SEED").ok();
    RngSeed::Fixed(asked.and_then(|number| number.parse().ok()).unwrap_or(741))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(16), failure_persistence: None,
        rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_site_is_that_of_a_clean_build(
        steps in prop::collection::vec((step(), prop::bool::ANY), 6..18),
        drafts in prop::bool::ANY,
    ) {
        let project = PATHS.iter().zip(TEXTS).fold(Project::new(), |project, (path, text)| project.file(path, text));
        let root = project.place("");
        let mut workshop = Workshop::new(&root, Options { drafts });
        let first = workshop.build_all().expect("the project is there");
        assert_as_clean(&root, &workshop, &first, drafts);
        let mut touched = BTreeSet::new();
        for (step, builds) in &steps {
            touched.extend(act(&root, step).into_iter().map(str::to_owned));
            if !builds {
                continue;
            }
            match workshop.build(&News::Paths(std::mem::take(&mut touched))) {
                Ok(round) => assert_as_clean(&root, &workshop, &round, drafts),
                Err(Failure::NoContent) => {}
                Err(failure) => panic!("{failure}"),
            }
        }
    }
}

#[test]
fn a_look_at_everything_finds_what_no_news_named() {
    let project = Project::new()
        .file("content/index.md", TEXTS[0])
        .file("content/pages/a.md", "---\ntitle: A\n---\n\nSlow.\n");
    let root = project.place("");
    let mut workshop = Workshop::new(&root, Options::default());
    workshop.build_all().expect("the project is there");
    assert_eq!(
        workshop.sources().changes().expect("it is there"),
        BTreeSet::new()
    );
    // The same length, at once: the clock of the disk need not have moved.
    fs::write(
        project.place("content/pages/a.md"),
        "---\ntitle: A\n---\n\nFast.\n",
    )
    .expect("saved");
    let changes = workshop.sources().changes().expect("it is there");
    assert_eq!(changes, BTreeSet::from(["content/pages/a.md".to_owned()]));
    let round = workshop.build(&News::Paths(changes)).expect("it is there");
    assert_eq!(pages(&round.changed), ["pages/a.html"]);
    assert_as_clean(&root, &workshop, &round, false);
    fs::remove_file(project.place("content/index.md")).expect("removed");
    let changes = workshop.sources().changes().expect("it is there");
    assert_eq!(changes, BTreeSet::from(["content/index.md".to_owned()]));
    let round = workshop.build(&News::All).expect("it is there");
    assert_as_clean(&root, &workshop, &round, false);
}

#[test]
fn only_what_shows_a_page_is_made_again() {
    let text = |title: &str, words: &str| format!("---\ntitle: {title}\n---\n\n{words}\n");
    let project = Project::new()
        .file("content/index.md", text("Start", "Welcome."))
        .file("content/pages/a.md", text("A", "See [b](b.md)."))
        .file("content/pages/b.md", text("B", "Words."))
        .file("content/pages/c.md", text("C", "Words."));
    let mut workshop = Workshop::new(&project.place(""), Options::default());
    let first = workshop.build_all().expect("the project is there");
    assert!(first.changed.iter().any(|path| path == "pages/c.html"));
    let mut save = |words: &str| {
        fs::write(project.place("content/pages/b.md"), words).expect("saved");
        let news = BTreeSet::from(["content/pages/b.md".to_owned()]);
        let round = workshop.build(&News::Paths(news)).expect("it is there");
        pages(&round.changed)
    };
    assert_eq!(save(&text("B", "Other words.")), ["pages/b.html"]);
    assert_eq!(save(&text("B", "Other words.")), [""; 0]);
    assert_eq!(
        save(&text("Bee", "Other words.")),
        [
            "index.es.html",
            "index.html",
            "pages/b.html",
            "pages/index.es.html",
            "pages/index.html"
        ]
    );
}
