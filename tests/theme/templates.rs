//! A project's templates: one that cannot be used never costs a page.

use super::{clinic, frame, load, not_found, pointed};
use teachback::diagnostic::{THEME_FAULT, UNKNOWN_THEME};
use teachback::render::theme::Theme;
use teachback::render::view::PageView;
use teachback::source::{CONFIG_FILE, FileId, Span};

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
fn a_template_can_extend_the_one_that_it_replaces() {
    let text = "{% extends \"default/404.html\" %}{% block main %}{{ super() }}<p>Call 555-0100.</p>{% endblock main %}";
    let theme = clinic(&[("templates/404.html", text)]);
    assert_eq!(theme.diagnostics, []);
    let page = theme.value.render("404.html", &not_found());
    assert_eq!(page.diagnostics, []);
    let (before, after) = page
        .value
        .split_once("<p>Call 555-0100.</p>")
        .expect("it is there");
    assert!(
        before.contains("This page is not here") && after.contains("site-footer"),
        "{}",
        page.value
    );
    let part = clinic(&[(
        "templates/footer.html",
        "<hr>{% include \"default/footer.html\" %}",
    )]);
    assert_eq!(part.diagnostics, []);
    let page = part.value.render("404.html", &not_found()).value;
    assert!(
        page.contains("<hr><footer class=\"site-footer\">"),
        "{page}"
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
