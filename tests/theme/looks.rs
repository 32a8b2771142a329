//! Style sheets, scripts, pictures, and the colour of a brand.

use super::{clinic, load, pointed};
use teachback::config;
use teachback::diagnostic::{BRAND_CONTRAST, INVALID_VALUE, Outcome, THEME_FAULT, UNKNOWN_KEY};
use teachback::render::assets::AssetBody;
use teachback::render::theme::{self, Theme};
use teachback::source::{CONFIG_FILE, FileId, Fingerprint, MediaFile, SourceFile, SourceTree};

fn text_of<'a>(theme: &'a Theme, path: &str) -> &'a str {
    let asset = theme.assets().iter().find(|a| a.path == path);
    match &asset.unwrap_or_else(|| panic!("{path} is not there")).body {
        AssetBody::Text(text) => text,
        AssetBody::Copy(file) => panic!("{} is copied", file.path),
    }
}

/// The parts in front of the scripts of a bundle, and the scripts.
fn parted(script: &str) -> (&str, &str) {
    script.split_once('\n').expect("parts stand on a line")
}

#[test]
fn assets_are_bundled_in_order_under_hashed_names() {
    let theme = clinic(&[
        (
            "assets/css/15-own.css",
            "/* x */ .own { color : red }\n.a { background: url(../own.svg#part) }",
        ),
        (
            "assets/css/99-last.css",
            "@font-face { src: url(\"data:font/woff2;base64,AA==\") }",
        ),
        ("assets/css/questions/05-own.css", ".asks { color : red }"),
        ("assets/js/00-own.js", "(function () {})()"),
        ("assets/js/questions/05-own.js", "(function asks() {})()"),
        (
            "assets/own.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ),
    ]);
    assert_eq!(theme.diagnostics, []);
    let theme = theme.value;
    let [site, brand] = theme.stylesheets() else {
        panic!("{:?}", theme.stylesheets())
    };
    assert!(site.starts_with("assets/site.") && brand.starts_with("assets/brand."));
    let css = text_of(&theme, site);
    let svg = theme
        .assets()
        .iter()
        .find(|a| a.path.starts_with("assets/own.") && a.path.ends_with(".svg"))
        .expect("the picture is there");
    let name = svg.path.strip_prefix("assets/").expect("it is an asset");
    assert_eq!(name.len(), "own.12345678.svg".len());
    let own = css.find(&format!(
        ".own{{color : red}}.a{{background: url(\"{name}#part\")}}"
    ));
    let last = css.find("@font-face{src: url(\"data:font/woff2;base64,AA==\")}");
    assert!(css.find(":root") < own && own < last, "{own:?} {last:?}");
    let script = theme.script("en").expect("every page has a script");
    let (parts, scripts) = parted(text_of(&theme, script));
    assert!(parts.contains("{\"site\":\"<span class="), "{parts}");
    assert!(scripts.starts_with("(function(){})()\n;\n"));
    assert!(!scripts.contains("asks"));
    let bundle = theme.bundle("questions").expect("the folder is a bundle");
    let script = bundle.script("en").expect("it has a script");
    assert!(script.starts_with("assets/questions.en."));
    let (_, scripts) = parted(text_of(&theme, script));
    assert!(scripts.starts_with("(function asks(){})()\n;\n"));
    let sheet = bundle.stylesheet.as_deref().expect("it has a style sheet");
    assert!(sheet.starts_with("assets/questions.") && sheet.ends_with(".css"));
    assert_eq!(text_of(&theme, sheet), ".asks{color : red}\n");
    assert!(!css.contains(".asks"));
}

#[test]
fn a_picture_of_the_theme_is_copied_from_where_it_lies() {
    let path = "themes/clinic/assets/fonts/text.woff2";
    let font = MediaFile {
        id: FileId::of_path(path),
        path: path.into(),
        location: "somewhere/text.woff2".into(),
        len: 4,
        fingerprint: Fingerprint::of(b"font"),
    };
    let texts = [
        (CONFIG_FILE, "title: Test\ntheme: clinic\n"),
        (
            "themes/clinic/assets/css/95-fonts.css",
            "@font-face{src:url(../fonts/text.woff2)}",
        ),
    ];
    let texts = texts.map(|(path, text)| SourceFile::new(path, text));
    let sources = SourceTree::new(texts.into(), vec![font], Vec::new());
    let theme = theme::load(&sources, &config::load(&sources).value);
    assert_eq!(theme.diagnostics, []);
    let theme = theme.value;
    let font = theme
        .assets()
        .iter()
        .find(|a| a.path.ends_with(".woff2"))
        .expect("the font is there");
    assert!(matches!(&font.body, AssetBody::Copy(file) if file.len == 4));
    let name = font.path.strip_prefix("assets/").expect("it is an asset");
    assert!(name.starts_with("fonts/text."), "{name}");
    assert!(text_of(&theme, &theme.stylesheets()[0]).contains(&format!("url(\"{name}\")")));
}

#[test]
fn an_address_that_leads_nowhere_is_told() {
    for target in [
        "../none.png",
        "../../../../etc/passwd",
        "https://x.example/a.woff2",
        "//x.example/a.png",
    ] {
        let css = format!("é{{b:url({target})}}");
        let outcome = clinic(&[("assets/css/15-own.css", &css)]);
        let [diagnostic] = &outcome.diagnostics[..] else {
            panic!("{target}: {:?}", outcome.diagnostics)
        };
        assert_eq!(diagnostic.rule, &THEME_FAULT);
        assert_eq!(
            pointed(diagnostic, "themes/clinic/assets/css/15-own.css", &css),
            target
        );
    }
}

fn branded(colour: &str) -> (String, Outcome<Theme>) {
    let yaml = format!("title: Test\nbrand: {{primary: \"{colour}\"}}\n");
    let outcome = load(&[(CONFIG_FILE, &yaml)]);
    (yaml, outcome)
}

fn brand_sheet(theme: &Theme) -> &str {
    text_of(theme, &theme.stylesheets()[1])
}

#[test]
fn a_brand_colour_that_can_be_read_is_used() {
    let (_, outcome) = branded("#0b5394");
    assert_eq!(outcome.diagnostics, []);
    let css = brand_sheet(&outcome.value);
    assert!(css.contains("--brand:#0b5394;--on-brand:#ffffff;"), "{css}");
    // Text on the tint is the theme's dark surface, on which the tint itself can be read.
    assert!(css.contains("--on-brand-dark:#14191c"), "{css}");
    // Black has no lighter tint but grey: still one that can be read.
    let (_, black) = branded("#000000");
    assert_eq!(black.diagnostics, []);
    assert!(!brand_sheet(&black.value).contains("--brand-dark:#000000"));
}

#[test]
fn a_brand_colour_that_is_too_pale_is_told_and_the_themes_own_used() {
    // Grey #777777 has 4.48 on white; on #f4f6f6, of luminance 0.918, it has 0.968 / 0.2345 = 4.128.
    let (yaml, outcome) = branded("#777777");
    let [diagnostic] = &outcome.diagnostics[..] else {
        panic!("{:?}", outcome.diagnostics)
    };
    assert_eq!(diagnostic.rule, &BRAND_CONTRAST);
    assert_eq!(pointed(diagnostic, CONFIG_FILE, &yaml), "\"#777777\"");
    assert!(
        diagnostic.message.contains("4.12 to 1 on #f4f6f6"),
        "{}",
        diagnostic.message
    );
    // 0.96798 / 4.5 - 0.05 = 0.16511 is the lightest that passes: #717171 has 0.16513, #707070 0.16203.
    let [fix] = &diagnostic.fixes[..] else {
        panic!("{:?}", diagnostic.fixes)
    };
    assert!(!fix.sure);
    assert_eq!(fix.edits[0].text, "\"#707070\"");
    assert!(brand_sheet(&outcome.value).contains("--brand:#0f5a66;"));
    let (_, mended) = branded("#707070");
    assert_eq!(mended.diagnostics, []);
}

#[test]
fn a_theme_says_on_which_surfaces_a_brand_is_read() {
    let own = "contrast: {light: [\"#000000\"]}\nbrand: {\"--brand\": \"#abcdef\"}\n";
    let yaml = "title: Test\ntheme: clinic\nbrand: {primary: \"#0b5394\"}\n";
    let outcome = load(&[(CONFIG_FILE, yaml), ("themes/clinic/theme.yaml", own)]);
    let [diagnostic] = &outcome.diagnostics[..] else {
        panic!("{:?}", outcome.diagnostics)
    };
    assert_eq!(diagnostic.rule, &BRAND_CONTRAST);
    assert!(
        diagnostic.fixes.is_empty(),
        "no darker shade can be read on black"
    );
    let css = brand_sheet(&outcome.value);
    assert!(css.contains("--brand:#abcdef;--on-brand:#ffffff;"), "{css}");
}

#[test]
fn faults_of_theme_yaml_have_places() {
    let text = "contrast:\n  light: [white]\ncolor: red\n";
    let outcome = clinic(&[("theme.yaml", text)]);
    let found: Vec<_> = outcome
        .diagnostics
        .iter()
        .map(|d| (d.rule, pointed(d, "themes/clinic/theme.yaml", text)))
        .collect();
    assert_eq!(found, [(&INVALID_VALUE, "white"), (&UNKNOWN_KEY, "color")]);
}
