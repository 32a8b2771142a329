//! Templates: each takes its view, and a project's template that cannot be used never costs a page.

use super::{clinic, frame, load, not_found, pointed};
use teachback::diagnostic::{Outcome, THEME_FAULT, UNKNOWN_THEME};
use teachback::render::theme::Theme;
use teachback::render::view::{
    BibliographyView, BlockView, CardsView, CompareView, GapView, GlossaryView, HandoutView,
    HomeView, IndexView, LessonView, LineAudioView, MapView, MediaView, ModuleView, PageView,
    QuestionView, QuizView, ReadingView, ScriptView,
};
use teachback::source::{CONFIG_FILE, FileId, Span};

#[test]
fn every_template_takes_its_view() {
    let theme = load(&[]);
    assert_eq!(theme.diagnostics, []);
    let theme = theme.value;
    let clean = |outcome: Outcome<String>| {
        assert_eq!(outcome.diagnostics, []);
        assert!(!outcome.value.trim().is_empty());
    };
    let lang = || "en".to_owned();
    clean(theme.render("404.html", &not_found()));
    clean(theme.render(
        "home.html",
        &HomeView {
            frame: frame("home"),
            ..HomeView::default()
        },
    ));
    for kind in ["modules", "scripts", "handouts", "forms", "pages"] {
        let view = IndexView {
            frame: frame("index"),
            kind: kind.to_owned(),
            ..IndexView::default()
        };
        clean(theme.render("index.html", &view));
    }
    clean(theme.render(
        "module.html",
        &ModuleView {
            frame: frame("module"),
            ..ModuleView::default()
        },
    ));
    clean(theme.render(
        "lesson.html",
        &LessonView {
            frame: frame("lesson"),
            ..LessonView::default()
        },
    ));
    clean(theme.render(
        "page.html",
        &PageView {
            frame: frame("page"),
            ..PageView::default()
        },
    ));
    clean(theme.render(
        "script.html",
        &ScriptView {
            frame: frame("script"),
            ..ScriptView::default()
        },
    ));
    clean(theme.render(
        "script-map.html",
        &MapView {
            frame: frame("script-map"),
            ..MapView::default()
        },
    ));
    clean(theme.render(
        "script-cards.html",
        &CardsView {
            frame: frame("script-cards"),
            ..CardsView::default()
        },
    ));
    clean(theme.render(
        "script-reading.html",
        &ReadingView {
            frame: frame("script-reading"),
            ..ReadingView::default()
        },
    ));
    clean(theme.render(
        "handout.html",
        &HandoutView {
            frame: frame("handout"),
            ..HandoutView::default()
        },
    ));
    clean(theme.render(
        "glossary.html",
        &GlossaryView {
            frame: frame("glossary"),
            ..GlossaryView::default()
        },
    ));
    let view = BibliographyView {
        frame: frame("bibliography"),
        ..BibliographyView::default()
    };
    clean(theme.render("bibliography.html", &view));
    for kind in [
        "single",
        "multiple",
        "true-false",
        "short",
        "number",
        "gaps",
        "order",
        "match",
        "sort",
        "reflect",
    ] {
        let view = QuestionView {
            lang: lang(),
            kind: kind.to_owned(),
            ..QuestionView::default()
        };
        clean(theme.render("blocks/question.html", &view));
    }
    let audio = LineAudioView {
        src: "dana.mp3".to_owned(),
        label: "Hear it".to_owned(),
    };
    clean(theme.render("line-audio.html", &audio));
    clean(theme.render(
        "gap.html",
        &GapView {
            lang: lang(),
            ..GapView::default()
        },
    ));
    clean(theme.render(
        "blocks/quiz.html",
        &QuizView {
            lang: lang(),
            ..QuizView::default()
        },
    ));
    clean(theme.render(
        "blocks/compare.html",
        &CompareView {
            lang: lang(),
            ..CompareView::default()
        },
    ));
    for name in ["video", "audio"] {
        let view = MediaView {
            lang: lang(),
            ..MediaView::default()
        };
        clean(theme.render(&format!("blocks/{name}.html"), &view));
    }
    for name in [
        "details",
        "discuss",
        "evidence",
        "key",
        "myth",
        "resources",
        "role",
        "say",
        "snippet",
        "steps",
        "teachback",
    ] {
        let view = BlockView {
            lang: lang(),
            name: name.to_owned(),
            content_html: "<p>x</p>".to_owned(),
            ..BlockView::default()
        };
        clean(theme.render(&format!("blocks/{name}.html"), &view));
    }
}

#[test]
fn a_theme_is_shared_by_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Theme>();
}

#[test]
fn a_project_overrides_file_by_file() {
    let theme = clinic(&[(
        "templates/footer.html",
        "<footer>Clinic of {{ frame.site_title }}</footer>",
    )]);
    assert_eq!(theme.diagnostics, []);
    let page = theme.value.render("404.html", &not_found());
    assert_eq!(page.diagnostics, []);
    assert!(
        page.value.contains("<footer>Clinic of A site</footer>"),
        "{}",
        page.value
    );
    assert!(
        page.value.contains("This page is not here"),
        "{}",
        page.value
    );
}

#[test]
fn an_unknown_theme_is_told_where_it_is_named() {
    let yaml = "title: Test\ntheme: clinik\n";
    let outcome = load(&[
        (CONFIG_FILE, yaml),
        ("themes/clinic/templates/footer.html", "x"),
    ]);
    let [diagnostic] = &outcome.diagnostics[..] else {
        panic!("{:?}", outcome.diagnostics)
    };
    assert_eq!(diagnostic.rule, &UNKNOWN_THEME);
    assert_eq!(pointed(diagnostic, CONFIG_FILE, yaml), "clinik");
    assert_eq!(diagnostic.help.as_deref(), Some("did you mean \"clinic\"?"));
    assert_eq!(
        outcome.value.render("404.html", &not_found()).diagnostics,
        []
    );
    for path in ["../default", "clinic/templates", "."] {
        let yaml = format!("title: Test\ntheme: {path}\n");
        let outcome = load(&[
            (CONFIG_FILE, &yaml),
            ("themes/clinic/templates/footer.html", "x"),
        ]);
        assert_eq!(outcome.diagnostics[0].rule, &UNKNOWN_THEME, "{path}");
    }
}

/// One fault, in one file of the theme, and where it is.
fn assert_fault(path: &str, text: &str, place: &str, message: &str) {
    let outcome = clinic(&[(path, text)]);
    let [diagnostic] = &outcome.diagnostics[..] else {
        panic!("{path}: {:?}", outcome.diagnostics)
    };
    assert_eq!(diagnostic.rule, &THEME_FAULT);
    assert_eq!(
        pointed(diagnostic, &format!("themes/clinic/{path}"), text),
        place
    );
    assert!(
        diagnostic.message.contains(message),
        "{}",
        diagnostic.message
    );
    let page = outcome.value.render("404.html", &not_found());
    assert_eq!(page.diagnostics, []);
    assert!(page.value.contains("</html>"), "{}", page.value);
}

#[test]
fn a_template_that_cannot_be_read_is_replaced_by_the_programs() {
    assert_fault(
        "templates/footer.html",
        "<footer>\né {{ a b }}</footer>",
        "b",
        "footer.html",
    );
    assert_fault(
        "templates/footer.html",
        "é\n é{{ frame.title | shout }}",
        "shout",
        "unknown filter `shout`",
    );
    assert_fault(
        "templates/footer.html",
        "{{ shout() }}",
        "shout()",
        "unknown function `shout`",
    );
    assert_fault(
        "templates/footer.html",
        "{% include \"none.html\" %}",
        "\"none.html\"",
        "unknown template `none.html`",
    );
    assert_fault(
        "templates/footer.html",
        "{% extends \"none.html\" %}",
        "",
        "it extends \"none.html\"",
    );
    assert_fault(
        "templates/footer.html",
        "{% include \"header.html\" %}{% include \"footer.html\" %}",
        "",
        "it includes itself",
    );
    assert_fault(
        "templates/404.html",
        "{% extends \"base.html\" %}{% block none %}{% endblock %}",
        "none",
        "block `none` is not defined",
    );
    // A file that the program does not have.
    assert_fault("templates/widget.html", "{% if %}", "%}", "widget.html");
    // What breaks is a template of the program.
    assert_fault(
        "templates/icons.html",
        "{# no icons #}",
        "",
        "unknown component `icon`",
    );
    assert_fault(
        "templates/more.html",
        "{% component icon(name: string) %}x{% endcomponent icon %}",
        "",
        "defined in both",
    );
}

#[test]
fn faults_of_all_templates_are_told_but_none_that_follows_from_another() {
    let outcome = clinic(&[
        (
            "templates/base.html",
            "{% block main %}{% endblock %}{% block aside %}{% endblock %}{{",
        ),
        ("templates/footer.html", "{{ frame.title | shout }}"),
        ("templates/header.html", "{% if %}"),
        (
            "templates/page.html",
            "{% extends \"base.html\" %}{% block aside %}x{% endblock %}",
        ),
    ]);
    let mut files: Vec<&str> = outcome
        .diagnostics
        .iter()
        .filter_map(|d| d.message.split('"').nth(1))
        .collect();
    files.sort_unstable();
    assert_eq!(files, ["base.html", "footer.html", "header.html"]);
    let page = PageView {
        frame: frame("page"),
        ..PageView::default()
    };
    assert_eq!(outcome.value.render("page.html", &page).diagnostics, []);
}

#[test]
fn a_template_that_fails_is_told_once_and_the_page_is_made_without_it() {
    let text = "<footer>{{ frame.organization }}</footer>";
    let outcome = clinic(&[("templates/footer.html", text)]);
    assert_eq!(outcome.diagnostics, []);
    let theme = outcome.value;
    let first = theme.render("404.html", &not_found());
    let second = theme.render(
        "page.html",
        &PageView {
            frame: frame("page"),
            ..PageView::default()
        },
    );
    assert_eq!(first.diagnostics.len(), 1);
    assert_eq!(first.diagnostics, second.diagnostics);
    let diagnostic = &first.diagnostics[0];
    assert_eq!(diagnostic.rule, &THEME_FAULT);
    assert!(
        pointed(diagnostic, "themes/clinic/templates/footer.html", text).contains("organization")
    );
    assert!(
        diagnostic.message.contains("`organization` is not defined"),
        "{}",
        diagnostic.message
    );
    assert!(first.value.contains("site-footer"), "{}", first.value);
}

#[test]
fn a_template_that_nobody_has_is_told_at_the_settings() {
    let outcome = load(&[]).value.render("none.html", &not_found());
    assert_eq!(outcome.value, "");
    let [diagnostic] = &outcome.diagnostics[..] else {
        panic!("{:?}", outcome.diagnostics)
    };
    assert_eq!(
        diagnostic.span,
        Span::start_of(FileId::of_path(CONFIG_FILE))
    );
    assert!(
        diagnostic.message.contains("none.html"),
        "{}",
        diagnostic.message
    );
}
