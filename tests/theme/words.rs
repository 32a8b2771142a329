//! Words of the interface, in languages and in templates.

use super::{clinic, not_found, pointed};
use teachback::diagnostic::THEME_FAULT;
use teachback::render::words::foreign::marked;
use teachback::source::FileId;

#[test]
fn words_come_in_the_language_then_its_base_then_english() {
    let theme = clinic(&[
        ("locales/es-MX.ftl", "home = Portada\n"),
        ("locales/en.ftl", "menu = All pages\n"),
        ("locales/tlh.ftl", "home = juH\n"),
    ]);
    assert_eq!(theme.diagnostics, []);
    let words = theme.value.words().clone();
    assert_eq!(words.get("es-MX", "home", &[]), "Portada");
    assert_eq!(
        words.get("es-mx", "menu", &[]),
        words.get("es", "menu", &[])
    );
    assert_ne!(words.get("es", "menu", &[]), words.get("en", "menu", &[]));
    assert_eq!(words.get("en-GB", "menu", &[]), "All pages");
    assert_eq!(words.get("tlh", "menu", &[]), marked("All pages"));
    assert_eq!(words.get("en", "no-such-word", &[]), "no-such-word");
    assert_eq!(
        words.get("en", "minutes", &[("count", 1.into())]),
        "1 minute"
    );
    assert_eq!(
        words.get("en", "minutes", &[("count", 20.into())]),
        "20 minutes"
    );
    let date = [
        ("day", 1.into()),
        ("month", 5.into()),
        ("year", 2026.into()),
    ];
    assert_eq!(words.get("en", "date", &date), "May 1, 2026");
}

#[test]
fn words_that_cannot_be_read_are_told_and_the_others_used() {
    let text = "home = Start\nthis is é no word\nmenu = All\n";
    let outcome = clinic(&[("locales/en.ftl", text)]);
    let [diagnostic] = &outcome.diagnostics[..] else {
        panic!("{:?}", outcome.diagnostics)
    };
    assert_eq!(diagnostic.rule, &THEME_FAULT);
    assert_eq!(
        diagnostic.span.file,
        FileId::of_path("themes/clinic/locales/en.ftl")
    );
    let line = text.find("this").expect("it is there");
    let start = diagnostic.span.start as usize;
    assert!(
        (line..line + "this is é no word".len()).contains(&start),
        "{start}"
    );
    let words = outcome.value.words();
    assert_eq!(words.get("en", "home", &[]), "Start");
    assert_eq!(words.get("en", "menu", &[]), "All");
}

#[test]
fn a_word_that_a_template_misspells_is_told_in_the_template() {
    for (call, message) in [
        ("t(key=\"hme\", lang=frame.lang)", "no word \"hme\""),
        (
            "t(key=\"minutes\", lang=frame.lang)",
            "\"minutes\" (en) cannot be filled",
        ),
        ("t(key=\"home\")", "lang"),
    ] {
        let text = format!("<footer>{{{{ {call} }}}}</footer>");
        let theme = clinic(&[("templates/footer.html", &text)]);
        assert_eq!(theme.diagnostics, []);
        let page = theme.value.render("404.html", &not_found());
        let diagnostic = &page.diagnostics[0];
        assert_eq!(
            pointed(diagnostic, "themes/clinic/templates/footer.html", &text),
            call
        );
        assert!(
            diagnostic.message.contains(message),
            "{}",
            diagnostic.message
        );
        assert!(page.value.contains("site-footer"), "{}", page.value);
    }
}
