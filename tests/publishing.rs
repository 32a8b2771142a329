//! What a published site has beyond its pages: the worker for use without a network, and its address.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that the program reads"
)]

use std::collections::BTreeMap;
use std::fs;
use teachback::output::Body;
use teachback::pipeline::{self, Memo, Options};
use teachback::source::{CONFIG_FILE, discover};

/// The texts of a built project by path.
fn built(settings: &str, files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let own = [(CONFIG_FILE, settings)];
    for (path, text) in own.iter().chain(files) {
        let place = folder.path().join(path);
        let above = place.parent().expect("every file is in the folder");
        fs::create_dir_all(above).expect("a new folder can be made");
        fs::write(place, text).expect("a new file can be written");
    }
    let sources = discover(folder.path()).expect("the project is there");
    let memo = Memo::default();
    let outcome =
        pipeline::build(&sources, &Options::default(), &memo).expect("every file can be read");
    let (_, outputs) = outcome.value;
    let texts = outputs.iter().map(|output| {
        let text = match output.body() {
            Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Body::Copy { .. } => String::new(),
        };
        (output.path().to_owned(), text)
    });
    texts.collect()
}

const PAGE: (&str, &str) = ("content/pages/one.md", "---\ntitle: One\n---\n\nWords.\n");

#[test]
fn the_worker_names_every_file_and_is_one_of_the_files() {
    let site = built("title: T\noffline: true\n", &[PAGE]);
    let worker = &site["sw.js"];
    let own = ["sw.js", "teachback.json"];
    for path in site.keys().filter(|path| !own.contains(&path.as_str())) {
        assert!(worker.contains(&format!("\"{path}\": \"")), "{path}");
    }
    assert!(site["teachback.json"].contains("\"sw.js\": {"));
    assert!(site["pages/one.html"].contains("data-offline=\"../sw.js\""));
}

#[test]
fn the_worker_changes_with_the_site_and_with_nothing_else() {
    let settings = "title: T\noffline: true\n";
    let first = built(settings, &[PAGE]);
    assert_eq!(first["sw.js"], built(settings, &[PAGE])["sw.js"]);
    let other = ("content/pages/one.md", "---\ntitle: One\n---\n\nOther.\n");
    assert_ne!(first["sw.js"], built(settings, &[other])["sw.js"]);
}

#[test]
fn without_the_setting_there_is_no_worker() {
    let site = built("title: T\n", &[PAGE]);
    assert!(!site.contains_key("sw.js") && !site.contains_key("offline.html"));
    assert!(!site["pages/one.html"].contains("data-offline"));
}

#[test]
fn taken_back_the_worker_removes_itself() {
    let site = built("title: T\noffline: false\n", &[PAGE]);
    assert!(site["sw.js"].contains("registration.unregister()"));
    assert!(!site["pages/one.html"].contains("data-offline"));
}

const ADDRESS: &str = "title: T\nbase_url: https://example.org/train/\n";
const HANDOUT: (&str, &str) = (
    "content/handouts/home.md",
    "---\ntitle: Home\nsummary: At home.\n---\n\nWords.\n",
);

#[test]
fn with_an_address_pages_say_where_they_are_published() {
    let site = built(ADDRESS, &[PAGE, HANDOUT]);
    let page = &site["handouts/home.html"];
    let address = "https://example.org/train/handouts/home.html";
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")));
    assert!(page.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")));
    assert!(
        page.contains("<svg class=\"code\"")
            && page.contains(&format!("<strong>{address}</strong>"))
    );
    assert!(!site["404.html"].contains("canonical"));
    assert!(!site["pages/one.html"].contains("<svg class=\"code\""));
}

#[test]
fn the_site_map_has_what_search_engines_should_know() {
    let site = built(ADDRESS, &[PAGE, HANDOUT]);
    let listed: Vec<&str> = site["sitemap.xml"]
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .collect();
    let base = "https://example.org/train";
    let expected = [
        "",
        "handouts/home.html",
        "handouts/",
        "pages/",
        "pages/one.html",
    ];
    assert_eq!(listed.len(), expected.len(), "{listed:?}");
    for path in expected {
        let address = format!("{base}/{path}");
        assert!(
            listed.contains(&address.as_str()),
            "{address} in {listed:?}"
        );
    }
}

#[test]
fn without_an_address_nothing_of_it_is_there() {
    let site = built("title: T\n", &[HANDOUT]);
    assert!(!site.contains_key("sitemap.xml"));
    let page = &site["handouts/home.html"];
    assert!(!page.contains("canonical") && !page.contains("paper-address"));
}

#[test]
fn an_address_has_to_be_a_secure_one_of_a_folder() {
    for wrong in [
        "http://example.org",
        "https://",
        "https://a b",
        "https://a.org/?x",
        "https://a.org:0",
    ] {
        let site = built(&format!("title: T\nbase_url: \"{wrong}\"\n"), &[PAGE]);
        assert!(!site.contains_key("sitemap.xml"), "{wrong}");
    }
}

#[test]
fn banner_and_footer_stand_on_every_page() {
    let brand = "title: T\nbrand:\n  footer: Open day and night.\n  banner: {text: Storm, link: \"tel:911\"}\n";
    let site = built(brand, &[PAGE]);
    for path in ["index.html", "pages/one.html", "404.html"] {
        let page = &site[path];
        assert!(page.contains("<a href=\"tel:911\">Storm</a>"), "{path}");
        assert!(
            page.contains("<p class=\"site-footer-text\">Open day and night.</p>"),
            "{path}"
        );
    }
    let plain = built("title: T\nbrand: {banner: Storm & rain}\n", &[PAGE]);
    assert!(plain["index.html"].contains("<p>Storm &amp; rain</p>"));
}

#[test]
fn every_page_says_what_it_is() {
    let site = built("title: T\noffline: true\n", &[PAGE, HANDOUT]);
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, page) in pages {
        let (_, rest) = page
            .split_once("<meta name=\"description\" content=\"")
            .expect(path);
        assert!(rest.find('"').is_some_and(|end| end > 3), "{path}");
        assert!(
            page.contains("<link rel=\"icon\" href=\"assets/icon.")
                || page.contains("<link rel=\"icon\" href=\"../assets/icon."),
            "{path}"
        );
    }
}

const QUESTION: &str = "::: question {#pain}\nWhat helps?\n\n- [ ] Nothing\n- [x] Listening\n:::\n";

/// A module with a lesson and a final quiz; `front` is added to the module's front matter.
fn module(front: &str) -> BTreeMap<String, String> {
    let overview = format!("---\ntitle: Talk\n{front}---\n\nAll of it.\n");
    let lesson =
        "---\ntitle: First\n---\n\n# First\n\n## Begin {#begin}\n\nSee [the start](#begin).\n";
    let quiz = format!("---\ntitle: Test\n---\n\n{QUESTION}");
    let files = [
        ("content/modules/talk/module.md", overview.as_str()),
        ("content/modules/talk/01-first.md", lesson),
        ("content/modules/talk/quiz.md", quiz.as_str()),
    ];
    built("title: T\n", &files)
}

#[test]
fn a_quiz_on_paper_has_its_answers_after_all_questions() {
    let site = module("");
    let paper = &site["modules/talk/quiz.paper.html"];
    let (test, key) = paper
        .split_once("class=\"paper-key\"")
        .expect("there is a key");
    assert!(test.contains("Listening") && !test.contains("mark-good"));
    assert!(key.contains("mark-good"));
    assert!(!paper.contains("question-key") && !paper.contains("data-course"));
    assert!(site["modules/talk/quiz.html"].contains("href=\"quiz.paper.html\""));
}

/// A bank of questions that are worth two points each, and a final quiz that draws from it.
fn drawn(questions: usize, draw: usize) -> BTreeMap<String, String> {
    let bank: String = (0..questions)
        .map(|at| {
            format!(
                "  - id: q{at}\n    points: 2\n    prompt: \"Stem {at}?\"\n    options:\n      - {{text: \"Yes {at}\", correct: true}}\n      - {{text: \"No {at}\"}}\n"
            )
        })
        .collect();
    let bank = format!("questions:\n{bank}");
    let quiz = format!("---\ntitle: Test\n---\n\n::: quiz {{bank=b draw={draw}}}\n:::\n");
    let files = [
        (
            "content/modules/talk/module.md",
            "---\ntitle: Talk\npass_mark: 70\n---\n\nAll of it.\n",
        ),
        ("content/modules/talk/quiz.md", quiz.as_str()),
        ("content/banks/b.yaml", bank.as_str()),
    ];
    built("title: T\n", &files)
}

/// The numbers of the questions that a paper asks.
fn asked(paper: &str) -> Vec<usize> {
    let numbers = paper.split("Stem ").skip(1);
    let numbers = numbers.filter_map(|rest| rest.split('?').next()?.parse().ok());
    numbers.collect()
}

#[test]
fn a_test_on_paper_is_one_draw_and_its_other_form_is_another() {
    let site = drawn(7, 3);
    let papers =
        ["quiz.paper.html", "quiz.paper-b.html"].map(|page| &site[&format!("modules/talk/{page}")]);
    let [a, b] = papers.map(|paper| asked(paper));
    assert_eq!((a.len(), b.len()), (3, 3));
    assert!(a.iter().all(|number| !b.contains(number)), "{a:?} {b:?}");
    // Three questions of two points; 70 percent of six points.
    for (paper, form) in papers.into_iter().zip(["form A", "form B"]) {
        for words in ["3 questions", "of 6 points", "to pass: 4.2 points (70 %)"] {
            assert!(paper.contains(words), "{words}: {paper}");
        }
        assert!(
            paper.contains(&format!("Test: Paper test, {form}</h1>")),
            "{paper}"
        );
        assert!(
            paper.contains(&format!("<h2>Answers, {form}</h2>")),
            "{paper}"
        );
        let (_, key) = paper.split_once("paper-key").expect("there is a key");
        assert_eq!(key.matches(": A</strong>").count(), 3, "{key}");
    }
    assert!(papers[0].contains("href=\"quiz.paper-b.html\""));
    assert_eq!(site, drawn(7, 3), "every build draws the same");
    let whole = asked(&site["modules/talk/print.html"]);
    assert_eq!(whole, a, "the document of the module has form A");
}

#[test]
fn the_other_form_repeats_only_what_it_has_to() {
    // Five questions: form A asks three, form B the other two and one of these.
    let site = drawn(5, 3);
    let [a, b] = ["quiz.paper.html", "quiz.paper-b.html"]
        .map(|page| asked(&site[&format!("modules/talk/{page}")]));
    assert_eq!(
        b.iter().filter(|number| a.contains(number)).count(),
        1,
        "{a:?} {b:?}"
    );
    // Where all are asked, there is nothing to choose between.
    let site = drawn(3, 3);
    let paper = &site["modules/talk/quiz.paper.html"];
    assert_eq!(asked(paper), [0, 1, 2]);
    assert!(!site.contains_key("modules/talk/quiz.paper-b.html") && !paper.contains("form A"));
}

#[test]
fn a_concealed_quiz_has_no_key_on_paper() {
    let site = module("conceal: true\n");
    assert!(site["modules/talk/quiz.paper.html"].contains("class=\"paper-concealed\""));
    for page in ["quiz.paper.html", "print.html"] {
        let paper = &site[&format!("modules/talk/{page}")];
        assert!(paper.contains("Listening"), "{page}");
        assert!(
            !paper.contains("mark-good") && !paper.contains("paper-key"),
            "{page}"
        );
    }
}

#[test]
fn a_module_is_one_document() {
    let site = module("");
    let print = &site["modules/talk/print.html"];
    assert!(print.contains("<a href=\"#lesson-1\">First</a>"));
    let (lesson, rest) = print
        .split_once("id=\"lesson-2\"")
        .expect("there are two lessons");
    assert!(lesson.contains("<h2 id=\"lesson-1\">1. First</h2>"));
    assert!(lesson.contains("<h3 id=\"begin\">") && !lesson.contains(">First</h3>"));
    assert!(rest.contains("Listening") && rest.contains("mark-good"));
    let overview = site
        .values()
        .find(|page| page.contains("href=\"print.html\""));
    assert!(overview.is_some(), "the overview leads to it");
}
