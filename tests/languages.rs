//! Languages as readers meet them: dates and numbers, pages that every language has, and what stands in another language.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that the program reads"
)]

use assert_cmd::Command;
use std::fs;
use tempfile::TempDir;

/// A project of these files, built without an error.
struct Built(TempDir);

impl Built {
    fn of(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for (path, text) in files {
            let place = folder.path().join(path);
            fs::create_dir_all(place.parent().expect("a folder")).expect("a folder can be made");
            fs::write(place, text).expect("a file can be written");
        }
        let mut command = Command::cargo_bin("teachback").expect("the program is built");
        command.arg("--project").arg(folder.path()).arg("build");
        command.assert().success();
        Self(folder)
    }

    fn page(&self, path: &str) -> String {
        let place = self.0.path().join("output").join(path);
        fs::read_to_string(place).unwrap_or_else(|_| panic!("{path} is built"))
    }

    fn is_there(&self, path: &str) -> bool {
        self.0.path().join("output").join(path).exists()
    }
}

fn says(page: &str, text: &str) {
    assert!(page.contains(text), "{text} in {page}");
}

const REVIEWED: &str = "---\ntitle: T\nreviewed: 2026-05-01\n---\n\nText.\n";

/// The dates are what Unicode CLDR 48 has as the long form of each language.
#[test]
fn dates_follow_the_language_of_the_page() {
    let built = Built::of(&[
        (
            "teachback.yaml",
            "title: Test\nlanguages: [en, es, ar, ar-EG, de]\n",
        ),
        (
            "themes/default/locales/de.ftl",
            "date = { DATE($year, $month, $day) }\n",
        ),
        ("content/pages/p.md", REVIEWED),
        ("content/pages/p.es.md", REVIEWED),
        ("content/pages/p.ar.md", REVIEWED),
        ("content/pages/p.ar-EG.md", REVIEWED),
        ("content/pages/p.de.md", REVIEWED),
    ]);
    for (page, date) in [
        ("pages/p.html", "May 1, 2026"),
        ("pages/p.es.html", "1 de mayo de 2026"),
        ("pages/p.ar.html", "1 مايو 2026"),
        ("pages/p.ar-EG.html", "١ مايو ٢٠٢٦"),
        ("pages/p.de.html", "1. Mai 2026"),
    ] {
        let html = built.page(page);
        says(
            &html,
            &format!("<time datetime=\"2026-05-01\">{date}</time>"),
        );
    }
}

#[test]
fn a_theme_writes_dates_and_numbers_as_it_likes() {
    let words = "date = { $year }/{ $month }/{ $day }\nminutes = { NUMBER($count, minimumIntegerDigits: 2) } min.\n";
    let built = Built::of(&[
        ("teachback.yaml", "title: Test\n"),
        ("themes/default/locales/en.ftl", words),
        (
            "content/modules/m/module.md",
            "---\ntitle: M\nminutes: 5\nreviewed: 2026-05-01\n---\n\nText.\n",
        ),
    ]);
    let html = built.page("modules/m/module.html");
    says(&html, ">2026/5/1</time>");
    says(&html, "<dd>05 min.</dd>");
}

#[test]
fn counts_have_the_plural_and_the_marks_of_their_language() {
    let module = |minutes: &str| format!("---\ntitle: M\nminutes: {minutes}\n---\n\nText.\n");
    let built = Built::of(&[
        (
            "teachback.yaml",
            "title: Test\nlanguage: ar\nlanguages: [ar, en, es]\n",
        ),
        ("content/modules/a/module.md", &module("1")),
        ("content/modules/b/module.md", &module("2")),
        ("content/modules/c/module.md", &module("3")),
        ("content/modules/d/module.md", &module("11")),
        ("content/modules/e/module.md", &module("100")),
        ("content/modules/e/module.en.md", &module("1440")),
        ("content/modules/e/module.es.md", &module("10000")),
    ]);
    for (page, minutes) in [
        ("a/module.html", "دقيقة واحدة"),
        ("b/module.html", "دقيقتان"),
        ("c/module.html", "3 دقائق"),
        ("d/module.html", "11 دقيقة"),
        ("e/module.html", "100 دقيقة"),
        ("e/module.en.html", "1,440 minutes"),
        ("e/module.es.html", "10.000 minutos"),
    ] {
        let html = built.page(&format!("modules/{page}"));
        says(&html, &format!("<dd>{minutes}</dd>"));
    }
}

const TWO: &str = "title: Test\nlanguages: [en, ar]\nbase_url: https://example.org/t\n";

#[test]
fn home_and_lists_are_there_in_every_language() {
    let built = Built::of(&[
        ("teachback.yaml", TWO),
        ("content/index.md", "---\ntitle: Home\n---\n\nText.\n"),
        (
            "content/pages/p.md",
            "---\ntitle: Only in English\nsummary: A summary\n---\n\nText.\n",
        ),
    ]);
    let home = built.page("index.ar.html");
    says(&home, "<html lang=\"ar\" dir=\"rtl\"");
    says(&home, "href=\"pages/index.ar.html\"");
    says(
        &home,
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/t/\">",
    );
    says(&built.page("index.html"), "href=\"index.ar.html\"");
    let list = built.page("pages/index.ar.html");
    says(
        &list,
        "href=\"p.html\" lang=\"en\" dir=\"ltr\" hreflang=\"en\"",
    );
    says(&list, "<span>بالإنجليزية</span>");
    says(&list, "<span lang=\"en\" dir=\"ltr\">A summary</span>");
    says(&list, "<a href=\"index.html\" lang=\"en\"");
}

#[test]
fn search_engines_are_told_the_languages_in_full() {
    let page = |title: &str| format!("---\ntitle: {title}\n---\n\nText.\n");
    let built = Built::of(&[
        ("teachback.yaml", TWO),
        ("content/pages/p.md", &page("One")),
        ("content/pages/p.ar.md", &page("واحد")),
        ("content/pages/q.md", &page("Alone")),
    ]);
    for path in ["pages/p.en.html", "pages/p.ar.html"] {
        let path = path.replace(".en", "");
        let html = built.page(&path);
        says(
            &html,
            "hreflang=\"en\" href=\"https://example.org/t/pages/p.html\">",
        );
        says(
            &html,
            "hreflang=\"x-default\" href=\"https://example.org/t/pages/p.html\">",
        );
        says(
            &html,
            "hreflang=\"ar\" href=\"https://example.org/t/pages/p.ar.html\">",
        );
    }
    assert!(!built.page("pages/q.html").contains("rel=\"alternate\""));
    assert!(!built.is_there("pages/q.ar.html"));
}

#[test]
fn words_that_nobody_translated_say_that_they_are_english() {
    let built = Built::of(&[
        (
            "teachback.yaml",
            "title: Essai\nlanguage: fr\nlanguages: [fr]\n",
        ),
        ("themes/default/locales/fr.ftl", "home = Accueil\n"),
        (
            "content/pages/p.md",
            "---\ntitle: Une page\nreviewed: 2026-05-01\n---\n\nTexte.\n",
        ),
    ]);
    let html = built.page("pages/p.html");
    says(&html, "<html lang=\"fr\" dir=\"ltr\"");
    says(&html, ">Accueil</a>");
    says(
        &html,
        "<dt><span lang=\"en\" dir=\"ltr\">Reviewed</span></dt>",
    );
    says(&html, "aria-label=\"Where you are\"");
    assert!(!html.contains(['\u{fdd0}', '\u{fdd1}']));

    let built = Built::of(&[
        ("teachback.yaml", "title: 试验\nlanguage: zh\n"),
        ("content/pages/p.md", "---\ntitle: 一页\n---\n\n正文。\n"),
    ]);
    let html = built.page("pages/p.html");
    says(&html, "data-spoken=\"en\"");
    says(
        &html,
        "<span lang=\"en\" dir=\"ltr\">The menus and buttons are in English",
    );
}

#[test]
fn lessons_and_terms_of_another_language_say_so() {
    let built = Built::of(&[
        (
            "teachback.yaml",
            "title: Test\nlanguage: ar\nlanguages: [ar, en]\n",
        ),
        ("content/glossary.yaml", "PEG: {en: An average}\n"),
        (
            "content/modules/m/module.md",
            "---\ntitle: وحدة\n---\n\nنص [[PEG]].\n",
        ),
        ("content/modules/m/01-a.md", "---\ntitle: درس\n---\n\nنص.\n"),
        (
            "content/modules/m/02-b.en.md",
            "---\ntitle: Only English\nsummary: Soon\n---\n\nText.\n",
        ),
    ]);
    let module = built.page("modules/m/module.html");
    says(
        &module,
        "lang=\"en\" dir=\"ltr\" hreflang=\"en\">Only English</a>",
    );
    says(&module, "<span>بالإنجليزية</span>");
    says(&module, "data-plain-lang=\"en\"");
    let lesson = built.page("modules/m/01-a.html");
    says(
        &lesson,
        "<span lang=\"en\" dir=\"ltr\">Only English</span> <span class=\"in-language-short\">(بالإنجليزية)</span>",
    );
    let glossary = built.page("glossary.html");
    says(&glossary, "<span lang=\"en\" dir=\"ltr\">An average</span>");
    says(&glossary, "<span>بالإنجليزية</span>");
}

#[test]
fn numbers_to_call_and_doses_keep_their_order_from_right_to_left() {
    let built = Built::of(&[
        (
            "teachback.yaml",
            "title: Test\nlanguage: ar\nbrand: {footer: \"اتصل على 555-0100\"}\n",
        ),
        ("content/facts.yaml", "emergency: \"911\"\n"),
        (
            "content/pages/p.md",
            "---\ntitle: صفحة\nsummary: اتصل على 555-0100.\n---\n\nاتصل على {{emergency}} أو (612) 555-0142. خذ 20 mg يوميًا. خذ **oxycodone** 5 mg و`a-b`.\n",
        ),
    ]);
    let html = built.page("pages/p.html");
    says(&html, "<span class=\"nowrap\" dir=\"ltr\">911</span>");
    says(
        &html,
        "<span class=\"nowrap\" dir=\"ltr\">(612) 555-0142</span>",
    );
    says(&html, "خذ <span dir=\"ltr\">20 mg</span> يوميًا");
    says(&html, "<strong>oxycodone</strong> 5 mg");
    says(&html, "<code dir=\"ltr\">a-b</code>");
    says(
        &html,
        "<p class=\"lead\">اتصل على \u{2066}555-0100\u{2069}.</p>",
    );
    says(
        &html,
        "<p class=\"site-footer-text\">اتصل على \u{2066}555-0100\u{2069}</p>",
    );
}
