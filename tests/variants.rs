//! Variants of pages and snippets, names in every language, translations that are missing or old, and the order of modules.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that the program reads"
)]

use assert_cmd::Command;
use std::fs;
use tempfile::TempDir;

const SETTINGS: &str = "\
title: Test
languages: [en, es]
levels:
  - {id: easy, name: {en: Easy to read, es: Fácil de leer}}
  - {id: detailed, name: {en: In depth, es: A fondo}}
roles:
  - {id: nurse, name: {en: Nurses, es: Enfermería}}
  - {id: desk, name: {en: Front desk, es: Recepción}}
";

/// A project of these files, built; what was told, a line each: `severity code name`, and a function that reads a page.
struct Built {
    folder: TempDir,
    told: Vec<String>,
}

impl Built {
    fn of(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for (path, text) in [("teachback.yaml", SETTINGS)].iter().chain(files) {
            let place = folder.path().join(path);
            fs::create_dir_all(place.parent().expect("a folder")).expect("a folder can be made");
            fs::write(place, text).expect("a file can be written");
        }
        let mut command = Command::cargo_bin("teachback").expect("the program is built");
        command.arg("--project").arg(folder.path()).arg("build");
        let said = command.output().expect("the program runs");
        let said = String::from_utf8(said.stderr).expect("it writes UTF-8");
        let heads = said.lines().filter_map(|line| line.split_once("]: "));
        let heads = heads.filter_map(|(head, _)| {
            let (severity, rule) = head.split_once("[TB")?;
            let (_, name) = rule.split_once(' ')?;
            Some(format!("{severity} {name}"))
        });
        let told = heads.collect();
        Self { folder, told }
    }

    fn page(&self, path: &str) -> String {
        let place = self.folder.path().join("output").join(path);
        fs::read_to_string(place).unwrap_or_else(|_| panic!("{path} is built: {:?}", self.told))
    }

    fn told(&self, name: &str) -> Vec<&str> {
        let told = self.told.iter().map(String::as_str);
        told.filter(|line| line.ends_with(name)).collect()
    }
}

const PUTS_IN: &str = "---\ntitle: A page\n---\n\n::: snippet {call}\n:::\n";

#[test]
fn a_page_puts_in_the_snippet_of_its_language_and_level() {
    let built = Built::of(&[
        ("content/snippets/call.md", "For all."),
        ("content/snippets/call.easy.md", "For easy."),
        ("content/snippets/call.es.md", "Para todos."),
        ("content/pages/p.easy.md", PUTS_IN),
        ("content/pages/p.detailed.md", PUTS_IN),
        ("content/pages/p.easy.es.md", PUTS_IN),
        ("content/pages/p.detailed.es.md", PUTS_IN),
    ]);
    let says = |page: &str, text: &str| assert!(built.page(page).contains(text), "{page}: {text}");
    says("pages/p.easy.html", "For easy.");
    says("pages/p.detailed.html", "For all.");
    says("pages/p.easy.es.html", "Para todos.");
    says("pages/p.detailed.es.html", "Para todos.");
    assert_eq!(built.told("missing-translation"), Vec::<&str>::new());
}

#[test]
fn a_snippet_that_is_not_translated_says_so_to_readers_and_authors() {
    let built = Built::of(&[
        ("content/snippets/call.md", "Call us."),
        ("content/pages/p.md", PUTS_IN),
        ("content/pages/p.es.md", PUTS_IN),
    ]);
    let page = built.page("pages/p.es.html");
    assert!(page.contains("En inglés"));
    assert!(page.contains("<div class=\"block-snippet\" lang=\"en\" dir=\"ltr\">"));
    assert!(!built.page("pages/p.html").contains("In English"));
    assert_eq!(
        built.told("missing-translation"),
        ["info missing-translation"]
    );
}

#[test]
fn levels_and_roles_are_named_in_the_language_of_the_reader() {
    let role = "---\ntitle: T\nroles: [nurse]\n---\n\n::: role {nurse}\nText.\n:::\n";
    let built = Built::of(&[
        ("content/handouts/h.easy.md", role),
        ("content/handouts/h.detailed.md", role),
        ("content/handouts/h.easy.es.md", role),
        ("content/handouts/h.detailed.es.md", role),
    ]);
    let english = built.page("handouts/h.easy.html");
    let spanish = built.page("handouts/h.easy.es.html");
    for (en, es) in [
        ("<title>T (Easy to read)", "<title>T (Fácil de leer)"),
        (">In depth<", ">A fondo<"),
        ("For Nurses", "Para Enfermería"),
    ] {
        assert!(english.contains(en) && !english.contains(es), "{en}");
        assert!(spanish.contains(es) && !spanish.contains(en), "{es}");
    }
}

#[test]
fn a_name_in_a_language_that_the_site_lacks_is_told() {
    let built = Built::of(&[
        (
            "teachback.yaml",
            "title: T\nroles: [{id: nurse, name: {en: Nurses, fr: Soins}}]\n",
        ),
        ("content/pages/p.md", "---\ntitle: T\n---\n\nText.\n"),
    ]);
    assert_eq!(built.told("unknown-name"), ["error unknown-name"]);
}

#[test]
fn a_myth_has_its_label_once() {
    let myth = |myth: &str, fact: &str| {
        format!("---\ntitle: T\n---\n\n::: myth {{grade=none}}\n{myth}\n\n{fact}\n:::\n")
    };
    let built = Built::of(&[
        (
            "content/pages/a.md",
            &myth("**Myth:** It is.", "**Fact:** It is not."),
        ),
        ("content/pages/b.md", &myth("It is.", "**Never** say so.")),
    ]);
    let labelled = built.page("pages/a.html");
    assert_eq!(labelled.matches("Myth").count(), 1);
    assert_eq!(labelled.matches("Fact").count(), 1);
    assert!(labelled.contains("It is not."));
    let plain = built.page("pages/b.html");
    assert_eq!(plain.matches("Myth").count(), 1);
    assert!(plain.contains("<strong>Never</strong> say so."));
}

#[test]
fn variants_that_are_missing_or_older_than_their_source_are_told() {
    let page = |reviewed: &str| format!("---\ntitle: T\nreviewed: {reviewed}\n---\n\nText.\n");
    let (new, old) = (page("2026-05-01"), page("2026-04-30"));
    let built = Built::of(&[
        ("content/handouts/h.easy.md", new.as_str()),
        ("content/handouts/h.detailed.md", &new),
        ("content/handouts/h.easy.es.md", &old),
    ]);
    assert_eq!(
        built.told("missing-translation"),
        ["info missing-translation"]
    );
    assert_eq!(
        built.told("outdated-translation"),
        ["warning outdated-translation"]
    );
    let asked = "title: T\nlanguages: [en, es]\n";
    let built = Built::of(&[
        ("content/handouts/h.yaml", asked),
        ("content/handouts/h.easy.md", &new),
    ]);
    assert_eq!(
        built.told("missing-translation"),
        ["warning missing-translation"]
    );
}

#[test]
fn a_lesson_is_missing_where_its_module_is_translated() {
    let page = "---\ntitle: T\n---\n\nText.\n";
    let built = Built::of(&[
        ("content/modules/m/module.md", page),
        ("content/modules/m/module.es.md", page),
        ("content/modules/m/01-one.md", page),
    ]);
    assert_eq!(
        built.told("missing-translation"),
        ["info missing-translation"]
    );
}

#[test]
fn modules_stand_after_what_they_build_on_and_circles_are_told() {
    let module = |title: &str, before: &str, roles: &str| {
        format!("---\ntitle: {title}\nprerequisites: [{before}]\nroles: [{roles}]\n---\n\nText.\n")
    };
    let built = Built::of(&[
        (
            "content/modules/a/module.md",
            &module("Third", "b", "nurse"),
        ),
        (
            "content/modules/b/module.md",
            &module("Second", "c", "nurse"),
        ),
        ("content/modules/c/module.md", &module("First", "", "desk")),
        ("content/modules/d/module.md", &module("Other", "", "desk")),
    ]);
    let page = built.page("roles/nurse.html");
    let at = |title: &str| page.find(&format!(">{title}</a></h3>"));
    assert!(at("First").is_some() && at("First") < at("Second") && at("Second") < at("Third"));
    assert_eq!(at("Other"), None);
    assert!(
        built
            .page("roles/nurse.es.html")
            .contains("<h1>Enfermería</h1>")
    );

    let circle = Built::of(&[
        ("content/modules/a/module.md", &module("A", "b", "")),
        ("content/modules/b/module.md", &module("B", "c", "")),
        ("content/modules/c/module.md", &module("C", "b", "")),
        (
            "content/modules/d/module.md",
            &module("D", "d, nothing", ""),
        ),
    ]);
    assert_eq!(circle.told("prerequisite-cycle").len(), 3, "b, c and d");
    assert_eq!(circle.told("unknown-name"), ["error unknown-name"]);
}
