//! Templates for one language.
//!
//! 1. What a template of the program [includes](unfolded) stands in it, which spares the engine a scope.
//! 2. Half of what a template asks for is the same on every page in a language: words without numbers, and icons. Each of
//!    them is asked for once, and stands in the template as [text](folded).

use regex::{Captures, Regex};
use serde::Serialize;
use std::borrow::Cow;
use std::sync::LazyLock;
use tera::{Context, Tera};

/// An expression that asks for nothing but the language of the page.
static CONSTANT: LazyLock<Regex> = LazyLock::new(|| {
    let word = r#"t\(key="[a-z0-9-]+", lang=(?:frame\.)?lang\)"#;
    let icon = r#"<icon name="[a-z]+" />"#;
    Regex::new(&format!(r"\{{\{{ (?:{word}|{icon}) \}}\}}")).expect("invariant: it is well-formed")
});

/// An include, after what trims the space that comes next.
static INCLUDE: LazyLock<Regex> = LazyLock::new(|| {
    let include = r#"(-[%}#]\})?\{% include "([^"]+)" %\}"#;
    Regex::new(include).expect("invariant: it is well-formed")
});

/// A template's text with the texts of those that it includes and `find` gives, as far as each is text alone: it names no
/// blocks and no components.
pub fn unfolded<'a>(text: &'a str, find: &dyn Fn(&str) -> Option<&'a str>) -> Cow<'a, str> {
    INCLUDE.replace_all(text, |found: &Captures<'_>| {
        let is_text = |text: &&str| {
            !["{% block", "{% extends", "{% component"]
                .iter()
                .any(|tag| text.contains(tag))
        };
        let included = find(&found[2]).filter(is_text);
        match included.filter(|_| found.get(1).is_none()) {
            // Tags that trim the space around them stop at a comment, as they do at an include.
            Some(included) => format!("{{# #}}{}{{# #}}", unfolded(included, find)),
            None => found[0].to_owned(),
        }
    })
}

/// What such an expression can see.
#[derive(Serialize)]
struct View<'a> {
    lang: &'a str,
    frame: Frame<'a>,
}

#[derive(Serialize)]
struct Frame<'a> {
    lang: &'a str,
}

/// A template's text for pages in a language, with what its constants are in an engine. Components stay as they are: who
/// uses one says the language.
pub fn folded<'a>(text: &'a str, lang: &str, engine: &Tera) -> Cow<'a, str> {
    let frame = Frame { lang };
    let context = match Context::from_serialize(&View { lang, frame }) {
        Ok(context) if !text.contains("{% component") => context,
        _ => return Cow::Borrowed(text),
    };
    CONSTANT.replace_all(text, |found: &Captures<'_>| {
        let constant = &found[0];
        let drawn = engine.render_str(constant, &context, true).ok();
        let drawn = drawn.filter(|drawn| is_plain(drawn));
        drawn.unwrap_or_else(|| constant.to_owned())
    })
}

/// Whether the engine takes a text as it is, in whatever place of a template: it is no syntax, and tags around it have no
/// space of it to trim.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_become_text() {
        let mut engine = Tera::default();
        engine.register_function("t", |kwargs: tera::Kwargs, _: &tera::State<'_>| {
            let key: String = kwargs.must_get("key")?;
            let lang: String = kwargs.must_get("lang")?;
            Ok::<_, tera::Error>(match key.as_str() {
                "comma" => ", ".to_owned(),
                "brace" => "{{ a }}".to_owned(),
                _ => format!("{key} & {lang}"),
            })
        });
        let icons =
            "{% component icon(name: string) -%}<svg>{{ name }}</svg>{%- endcomponent icon %}";
        engine
            .add_raw_template("icons.html", icons)
            .expect("it is well-formed");
        for (text, expected) in [
            (r#"{{ t(key="go", lang=lang) }}"#, "go &amp; es"),
            (r#"{{ t(key="go", lang=frame.lang) }}"#, "go &amp; es"),
            (r#"a {{ <icon name="star" /> }} b"#, "a <svg>star</svg> b"),
        ] {
            assert_eq!(folded(text, "es", &engine), expected);
        }
        for text in [
            r#"{{ t(key="go", lang=other) }}"#,
            r#"{{ t(key="go", lang=lang, count=1) }}"#,
            r#"{{ t(key="comma", lang=lang) }}"#,
            r#"{{ t(key="brace", lang=lang) }}"#,
            "{{ <icon name={kind} /> }}",
            r#"{% component c(lang) %}{{ t(key="go", lang=lang) }}{% endcomponent c %}"#,
        ] {
            assert_eq!(folded(text, "es", &engine), text);
        }
    }

    #[test]
    fn includes_become_text() {
        let find = |name: &str| match name {
            "a" => Some("a\n"),
            "b" => Some("({% include \"a\" %})"),
            "c" => Some("{% block x %}{% endblock x %}"),
            _ => None,
        };
        for (text, expected) in [
            (
                "{% include \"a\" %}\n{%- if x %}",
                "{# #}a\n{# #}\n{%- if x %}",
            ),
            ("{% include \"b\" %}", "{# #}({# #}a\n{# #}){# #}"),
        ] {
            assert_eq!(unfolded(text, &find), expected);
        }
        for text in [
            "{% include \"c\" %}",
            "{% include \"d\" %}",
            "{% endif -%}{% include \"a\" %}",
            "{%- include \"a\" %}",
        ] {
            assert_eq!(unfolded(text, &find), text);
        }
    }
}
