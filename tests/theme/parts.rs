//! What scripts put into pages: drawn for each language, in front of the scripts of its bundle.

use super::{clinic, load, pointed};
use teachback::diagnostic::THEME_FAULT;
use teachback::render::assets::AssetBody;
use teachback::render::theme::Theme;
use teachback::render::words::FluentValue;
use teachback::source::CONFIG_FILE;

/// The markup that stands in front of the scripts of a bundle.
fn markup(theme: &Theme, bundle: Option<&str>, lang: &str) -> String {
    let script = match bundle {
        None => theme.script(lang),
        Some(name) => theme.bundle(name).and_then(|bundle| bundle.script(lang)),
    };
    let script = script.expect("the bundle has a script");
    let asset = theme.assets().iter().find(|asset| asset.path == script);
    let AssetBody::Text(text) = &asset.expect("it is among the files").body else {
        panic!("{script} is copied")
    };
    let (first, _) = text.split_once('\n').expect("it is more than a line");
    let name = bundle.unwrap_or("site");
    let start = format!("teachback.parts=Object.assign(teachback.parts||{{}},{{\"{name}\":");
    let (_, json) = first.split_once(&start).expect("it names the bundle");
    let json = json.strip_suffix("});").expect("the statement ends");
    serde_json::from_str(json).expect("it is a text")
}

#[test]
fn every_language_has_its_parts() {
    let yaml = "title: Test\nlanguages: [en, es]\nroles:\n  - {id: nurse, name: {en: \"Nurses & co\", es: Enfermería}}\n";
    let theme = load(&[(CONFIG_FILE, yaml)]);
    assert_eq!(theme.diagnostics, []);
    let theme = theme.value;
    for lang in ["en", "es"] {
        let word = |key: &str| {
            theme
                .words()
                .get(lang, key, &[] as &[(&str, FluentValue<'_>)])
        };
        let questions = markup(&theme, Some("questions"), lang);
        assert!(
            questions.starts_with("<form class=\"player\""),
            "{questions}"
        );
        assert!(questions.contains(&word("check-answer")), "{lang}");
        assert!(markup(&theme, None, lang).contains(&word("state-in-progress")));
        assert!(markup(&theme, Some("dialogue"), lang).contains(&word("talk-begin")));
        assert!(markup(&theme, Some("offline"), lang).contains(&word("new-version")));
    }
    let roles = |lang| markup(&theme, Some("roles"), lang);
    assert!(roles("en").contains("<li data-role=\"nurse\">Nurses &amp; co</li>"));
    assert!(roles("es").contains("<li data-role=\"nurse\">Enfermería</li>"));
    // What nobody speaks to the reader with is the same for all.
    let search = theme.bundle("search").expect("there is a search");
    assert_eq!(search.script("en"), search.script("es"));
    assert!(
        search
            .script("en")
            .is_some_and(|path| path.len() == "assets/search.12345678.js".len())
    );
}

#[test]
fn words_that_nobody_translated_are_marked_as_english() {
    let theme = load(&[(CONFIG_FILE, "title: Test\nlanguages: [fr]\n")]);
    let questions = markup(&theme.value, Some("questions"), "fr");
    let marked = "<span lang=\"en\" dir=\"ltr\">Check answer</span>";
    assert!(questions.contains(marked), "{questions}");
}

#[test]
fn a_theme_replaces_and_adds_parts() {
    let theme = clinic(&[
        (
            "templates/parts/roles.html",
            "{% include \"default/parts/roles.html\" %}<p data-part=\"more\">{{ lang }} {{ dir }}</p>",
        ),
        (
            "templates/parts/tour.html",
            "<p data-part=\"hello\">Hello</p>",
        ),
    ]);
    assert_eq!(theme.diagnostics, []);
    let roles = markup(&theme.value, Some("roles"), "en");
    assert!(roles.contains("data-part=\"chosen\""), "{roles}");
    assert!(
        roles.ends_with("<p data-part=\"more\">en ltr</p>"),
        "{roles}"
    );
    assert_eq!(
        markup(&theme.value, Some("tour"), "en"),
        "<p data-part=\"hello\">Hello</p>"
    );
}

#[test]
fn a_part_that_fails_is_told_once_and_made_without_the_theme() {
    let text = "<p>{{ t(key=\"no-such-word\", lang=lang) }}</p>";
    let path = "themes/clinic/templates/parts/questions.html";
    let yaml = "title: Test\ntheme: clinic\nlanguages: [en, es]\n";
    let theme = load(&[(CONFIG_FILE, yaml), (path, text)]);
    let [told] = &theme.diagnostics[..] else {
        panic!("{:?}", theme.diagnostics)
    };
    assert_eq!(told.rule, &THEME_FAULT);
    assert_eq!(
        pointed(told, path, text),
        "t(key=\"no-such-word\", lang=lang)"
    );
    let questions = markup(&theme.value, Some("questions"), "es");
    assert!(
        questions.starts_with("<form class=\"player\""),
        "{questions}"
    );
}
