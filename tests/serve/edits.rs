//! The law of the loop for what authors do all day: sentences, headings, titles, questions and shared values change, and
//! no file comes or goes. After each save the site is that of a first build, and so is everything that is told.

use crate::project::Project;
use crate::storm::{assert_as_clean, cases, seed};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use teachback::diagnostic::Found;
use teachback::pipeline::Options;
use teachback::serve::Workshop;
use teachback::source::News;

/// Pages, each with what only its kind says in its front matter.
const PAGES: [(&str, [&str; 3]); 14] = [
    ("index.md", ["", "summary: Start.\n", "roles: [nurse]\n"]),
    ("pages/a.md", ["", "draft: true\n", "tags: [calm, sleep]\n"]),
    (
        "pages/b.md",
        ["", "summary: Short.\n", "reviewed: 2026-02-01\n"],
    ),
    (
        "pages/b.es.md",
        ["", "reviewed: 2026-01-01\n", "roles: [prescriber]\n"],
    ),
    (
        "modules/m/module.md",
        [
            "objectives:\n  - {id: o, text: \"Call {{line}}.\"}\n",
            "objectives:\n  - {id: p, text: Listen.}\norder: [02-y, 01-x]\ncertificate: true\n",
            "prerequisites: [n]\nconceal: true\nminutes: 7\npass_mark: 60\n",
        ],
    ),
    (
        "modules/m/01-x.md",
        ["", "summary: First.\n", "reviewed: 2026-03-01\n"],
    ),
    (
        "modules/m/02-y.md",
        ["", "summary: Second.\n", "draft: true\n"],
    ),
    (
        "modules/m/quiz.md",
        ["", "summary: Last.\n", "tags: [calm]\n"],
    ),
    (
        "modules/n/module.md",
        [
            "",
            "prerequisites: [m]\n",
            "certificate: true\nobjectives:\n  - {id: o, text: Wait.}\n",
        ],
    ),
    (
        "modules/n/01-z.md",
        ["", "summary: Alone.\n", "draft: true\n"],
    ),
    (
        "handouts/taper.easy.md",
        ["", "reviewed: 2026-02-01\n", "languages: [es]\n"],
    ),
    (
        "handouts/taper.standard.md",
        ["", "summary: Slowly.\n", "reviewed: 2026-02-02\n"],
    ),
    (
        "handouts/taper.standard.es.md",
        ["", "reviewed: 2026-01-02\n", "draft: true\n"],
    ),
    (
        "scripts/talk.md",
        ["", "summary: A talk.\n", "minutes: 3\n"],
    ),
];
const TITLES: [&str; 3] = ["One", "Another title", "{{line}} and more"];
/// Parts of a page's text. `^` leads to the folder of the content.
const PARTS: [&str; 26] = [
    "Some words.",
    "Other words, and so many of them that this sentence goes on until nobody remembers its beginning or its intention.",
    "## Two\n\nUnder it.",
    "## Three {#two}\n\nUnder that.",
    "#### Deep\n\nDown.",
    "See [b](^pages/b.md#two).",
    "See [x](^modules/m/01-x.md) and [here](^modules/m/02-y.md#two).",
    "[a](^pages/a.md), [the talk](^scripts/talk.md#end), [z](^modules/n/01-z.md#three)",
    "See [there](^pages/gone.md) and [back](^index.md#two).",
    "Call {{line}}, or {{nobody}}.",
    "A [[taper]] of [[nothing]].",
    "It helps [@k], they say [@l].",
    "::: snippet {call}\n:::",
    "![A dot](^media/dot.svg)",
    "::: question {objective=o}\nWhat?\n\n- [x] A\n- [ ] B\n:::",
    "::: question {objective=p}\nWhat else?\n\n- [x] A\n- [x] B\n- [ ] All of the above\n:::",
    "::: quiz {bank=bank draw=1}\n:::",
    "::: quiz {bank=bank}\n:::",
    "::: key {#stop}\nTake 5 mg for 2 weeks.\n:::",
    "::: key {#stop}\nTake 6 mg. Do not stop.\n:::",
    "::: key {#wait}\nWait 3 days.\n:::",
    "He is an addict. <!-- allow stigma: his own word -->",
    "<!-- allow vague-time: a test -->\n\nSoon it was told by them.",
    "::: role {nurse}\nFor nurses.\n:::",
    "::: video {src=^media/film.mp4 transcript=^pages/a.md}\n:::",
    "::: compare {bad=talk good=talk}\n:::",
];
/// Files that pages share, each in three versions.
const SHARED: [(&str, [&str; 3]); 7] = [
    (
        "facts.yaml",
        ["line: 988\n", "line: {en: 988, es: 024}\n", "other: 1\n"],
    ),
    (
        "glossary.yaml",
        [
            "taper: Going down slowly.\n",
            "taper: Less and less.\nsoon: In an hour.\n",
            "calm: Quiet.\n",
        ],
    ),
    (
        "snippets/call.md",
        [
            "Call {{line}}.\n",
            "## Two\n\nCall, and take 4 mg.\n",
            "::: key {#stop}\nTake 5 mg.\n:::\n",
        ],
    ),
    (
        "snippets/call.es.md",
        [
            "Llame al {{line}}.\n",
            "## Tres\n\nLlame.\n",
            "Vea [a](../pages/a.md#two).\n",
        ],
    ),
    (
        "banks/bank.yaml",
        [
            "questions:\n  - {id: why, prompt: \"Why?\", options: [{text: So, correct: true}, {text: No}]}\n",
            "questions:\n  - {id: how, prompt: \"How?\", objective: o, options: [{text: So, correct: true}, {text: No}]}\n  - {id: when, prompt: \"When?\", options: [{text: Now, correct: true}, {text: Then}]}\n",
            "questions: []\n",
        ],
    ),
    (
        "handouts/taper.yaml",
        [
            "title: {en: Taper}\nkey_messages:\n  - {id: stop, text: Take 5 mg for 2 weeks.}\n",
            "title: {en: Taper, es: Bajar}\nlanguages: [es]\nkey_messages:\n  - {id: stop, text: Do not stop.}\n  - {id: wait, text: Wait 3 days.}\n",
            "title: {en: Slowly}\n",
        ],
    ),
    (
        "references.bib",
        [
            "@article{k, title = {On listening}, author = {Doe, Jane}, year = {2020}}\n",
            "@article{l, title = {On waiting}, author = {Roe, Jim}, year = {2021}}\n",
            "",
        ],
    ),
];
/// What a page is made of: its title, its front matter, and the parts of its text.
type Recipe = [usize; 5];
const TALK: &str = "## Opening\n\n**Dana:** Hello.\n\n- Hello {best} -> [End](#end)\n- Go away -> [End](#end)\n\n## End {ending=good}\n\n**Dana:** Bye.\n";

fn text(page: usize, [title, front, parts @ ..]: Recipe) -> String {
    let (path, fronts) = PAGES[page];
    let cast = "cast:\n  you: Nurse\n  dana: Dana\n";
    let is_script = path.starts_with("scripts/");
    let up = "../".repeat(path.matches('/').count());
    let parts = parts.map(|part| PARTS[part % PARTS.len()].replace('^', &up));
    let title = TITLES[title % TITLES.len()];
    format!(
        "---\ntitle: \"{title}\"\n{}{}---\n\n{}\n\n{}",
        fronts[front % fronts.len()],
        if is_script { cast } else { "" },
        parts.join("\n\n"),
        if is_script { TALK } else { "" }
    )
}

/// A save of one file: which, what of it, and what stands there now.
fn save() -> impl Strategy<Value = (usize, usize, usize)> {
    let page = (0..PAGES.len(), 2..5_usize, 0..PARTS.len());
    let front = (0..PAGES.len(), 0..2_usize, 0..3_usize);
    let shared = (PAGES.len()..PAGES.len() + SHARED.len(), Just(0), 0..3_usize);
    prop_oneof![6 => page, 2 => front, 1 => shared]
}

/// Settings under which some faults are no faults and some are worse.
const SETTINGS: &str = "\
title: Edits
languages: [en, es]
levels: [{id: easy}, {id: standard}]
roles: [{id: nurse, name: Nurses}]
lint: {allow: [vague-time, missing-option-feedback], deny: [stigma]}
";

/// What was found, each once.
fn told(found: &Found) -> BTreeSet<String> {
    found.iter().map(|one| format!("{one:?}")).collect()
}

fn project(recipes: &[Recipe]) -> Project {
    let pages = recipes.iter().enumerate();
    let pages = pages.map(|(page, recipe)| (PAGES[page].0, text(page, *recipe)));
    let shared = SHARED.map(|(path, versions)| (path, versions[0].to_owned()));
    let dot = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>\n";
    let media = [
        ("media/dot.svg", dot.to_owned()),
        ("media/film.mp4", String::from("no film")),
    ];
    pages
        .chain(shared)
        .chain(media)
        .fold(Project::new(), |project, (path, text)| {
            project.file(&format!("content/{path}"), text)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(6), failure_persistence: None,
        rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn after_every_save_the_site_is_that_of_a_clean_build(
        first in prop::collection::vec(prop::array::uniform5(0..PARTS.len()), PAGES.len()),
        saves in prop::collection::vec(save(), 8..20),
        (drafts, with_settings) in (prop::bool::ANY, prop::bool::ANY),
    ) {
        let mut recipes = first;
        let project = project(&recipes);
        if with_settings {
            fs::write(project.place("teachback.yaml"), SETTINGS).expect("saved");
        }
        let root = project.place("");
        let mut workshop = Workshop::new(&root, Options { drafts });
        let round = workshop.build_all().expect("the project is there");
        assert_as_clean(&root, &workshop, &round, drafts);
        let mut last = told(&round.diagnostics);
        assert_eq!(told(&round.new), last);
        for (file, slot, choice) in saves {
            let (path, words) = match file.checked_sub(PAGES.len()) {
                Some(shared) => (SHARED[shared].0, SHARED[shared].1[choice].to_owned()),
                None => {
                    recipes[file][slot] = choice;
                    (PAGES[file].0, text(file, recipes[file]))
                }
            };
            let path = format!("content/{path}");
            fs::write(project.place(&path), words).expect("saved");
            let round = workshop.build(&News::Paths(BTreeSet::from([path]))).expect("it is there");
            assert_as_clean(&root, &workshop, &round, drafts);
            let now = told(&round.diagnostics);
            assert_eq!(told(&round.new), &now - &last);
            last = now;
        }
    }
}
