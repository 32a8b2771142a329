//! Code with its parts marked, for style sheets: classes, never colours.

mod lines;

use lines::{Line, Lines, State};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Bytes of code above which nothing is marked: nobody reads it on a page.
const MAX_CODE: usize = 200 << 10;
/// Bytes of a line above which it is not marked. Grammars are regular expressions, and the time of some grows with the
/// square of a line and worse.
const MAX_LINE: usize = 2_000;
/// The sum of the squares of the lines' lengths above which nothing is marked: 4,000 lines of 60 bytes, or four lines of
/// the longest. What takes longest of that takes about two seconds.
const MAX_WORK: usize = 16_000_000;

/// What is marked, as scopes of the grammars with the classes that the theme styles. Of the scopes at a place the
/// innermost one that stands here decides; `None` is plain text inside something that is marked, such as the code
/// inside a string.
const CLASSES: &[(&str, Option<&str>)] = &[
    ("comment", Some("hl-comment")),
    ("string", Some("hl-string")),
    ("keyword", Some("hl-keyword")),
    ("storage", Some("hl-storage")),
    ("constant", Some("hl-constant")),
    ("entity", Some("hl-entity")),
    ("support", Some("hl-support")),
    ("variable.parameter", Some("hl-variable hl-parameter")),
    ("markup.inserted", Some("hl-markup hl-inserted")),
    ("markup.deleted", Some("hl-markup hl-deleted")),
    ("meta.interpolation", None),
    ("source", None),
    ("text", None),
];

/// Names that people write for languages which the grammars call otherwise, or of which they are a dialect.
const ALIASES: &[(&str, &str)] = &[
    ("bash", "sh"),
    ("c#", "cs"),
    ("c++", "cpp"),
    ("console", "sh"),
    ("csharp", "cs"),
    ("golang", "go"),
    ("json5", "json"),
    ("jsonc", "json"),
    ("jsx", "js"),
    ("node", "js"),
    ("python3", "py"),
    ("shell", "sh"),
    ("shell-session", "sh"),
    ("ts", "js"),
    ("tsx", "js"),
    ("typescript", "js"),
    ("zsh", "sh"),
];

/// Grammars, read from the program when a page first has code.
static GRAMMARS: LazyLock<Grammars> = LazyLock::new(|| Grammars {
    syntaxes: SyntaxSet::load_defaults_newlines(),
    classes: CLASSES
        .iter()
        .filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class)))
        .collect(),
    lines: Lines::default(),
});

struct Grammars {
    syntaxes: SyntaxSet,
    classes: Vec<(Scope, Option<&'static str>)>,
    lines: Lines,
}

/// Marks code as HTML with `<span class="hl-…">`. `None` when the language is plain or not known, or the code too long:
/// then it is shown as it is.
#[must_use]
pub fn highlight(lang: &str, code: &str) -> Option<String> {
    if lang.is_empty() || code.len() > MAX_CODE || work(code) > MAX_WORK {
        return None;
    }
    let syntax = GRAMMARS.find(lang)?;
    // Grammars are data of others run by a regular expression engine: a fault in them must not cost the page.
    catch_unwind(AssertUnwindSafe(|| GRAMMARS.mark(syntax, code))).ok()?
}

fn work(code: &str) -> usize {
    let lines = LinesWithEndings::from(code).map(str::len);
    lines
        .filter(|len| *len <= MAX_LINE)
        .map(|len| len * len)
        .sum()
}

impl Grammars {
    fn find(&self, lang: &str) -> Option<&SyntaxReference> {
        let lang = lang.to_ascii_lowercase();
        let alias = ALIASES.iter().find(|(name, _)| *name == lang);
        let token = alias.map_or(lang.as_str(), |(_, token)| token);
        let syntax = self.syntaxes.find_syntax_by_token(token)?;
        (syntax.name != self.syntaxes.find_syntax_plain_text().name).then_some(syntax)
    }

    fn mark(&self, syntax: &SyntaxReference, code: &str) -> Option<String> {
        let start = ParseState::new(syntax);
        let mut state = self.lines.state(start, ScopeStack::new());
        let mut spans = Spans::default();
        for text in LinesWithEndings::from(code) {
            if text.len() > MAX_LINE {
                spans.push(text, None);
                continue;
            }
            let mark = || self.line(&state, text);
            let line = self.lines.get_or(&state, text, mark)?;
            let mut done = 0;
            for &(end, class) in &line.parts {
                spans.push(&text[done..end], class);
                done = end;
            }
            state = line.then.clone();
        }
        Some(spans.finish())
    }

    fn line(&self, state: &State, text: &str) -> Option<Line> {
        let (mut parse, mut scopes) = (state.parse.clone(), state.scopes.clone());
        let mut parts = Vec::new();
        for (at, change) in parse.parse_line(text, &self.syntaxes).ok()? {
            parts.push((at, self.class(&scopes)));
            scopes.apply(&change).ok()?;
        }
        parts.push((text.len(), self.class(&scopes)));
        let then = self.lines.state(parse, scopes);
        Some(Line { parts, then })
    }

    fn class(&self, scopes: &ScopeStack) -> Option<&'static str> {
        let innermost = scopes.as_slice().iter().rev();
        let mut known = innermost.filter_map(|scope| {
            let entry = self.classes.iter().find(|(c, _)| c.is_prefix_of(*scope));
            entry.map(|(_, class)| *class)
        });
        known.next().flatten()
    }
}

/// HTML in which neighbours of one class share a span.
#[derive(Default)]
struct Spans {
    html: String,
    open: Option<&'static str>,
}

impl Spans {
    fn push(&mut self, text: &str, class: Option<&'static str>) {
        let is_blank = text.trim().is_empty();
        if class != self.open && !is_blank {
            self.close();
            if let Some(class) = class {
                self.html.push_str("<span class=\"");
                self.html.push_str(class);
                self.html.push_str("\">");
            }
            self.open = class;
        }
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                c => self.html.push(c),
            }
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The HTML without tags and escapes: what a reader sees.
    fn text(html: &str) -> String {
        let mut text = String::new();
        for part in html.split('<') {
            text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        }
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    }

    #[test]
    fn marks_what_the_theme_styles_and_nothing_else() {
        let html = highlight("python", "# note\nx = \"a<b\"\n").expect("Python is known");
        assert_eq!(
            html,
            "<span class=\"hl-comment\"># note\n</span>x <span class=\"hl-keyword\">= </span>\
             <span class=\"hl-string\">\"a&lt;b\"\n</span>"
        );
    }

    #[test]
    fn languages_go_by_many_names() {
        for lang in [
            "rust",
            "Rust",
            "rs",
            "JSON",
            "yml",
            "shell",
            "TypeScript",
            "c++",
            "html",
            "md",
        ] {
            assert!(highlight(lang, "x\n").is_some(), "{lang}");
        }
        for lang in [
            "",
            "text",
            "txt",
            "plain",
            "no-such-language",
            "Plain Text",
            "\u{0}",
        ] {
            assert_eq!(highlight(lang, "x\n"), None, "{lang}");
        }
        for (name, token) in ALIASES {
            assert!(GRAMMARS.find(token).is_some(), "{name} stands for {token}");
        }
    }

    #[test]
    fn every_scope_of_the_table_is_one() {
        assert_eq!(GRAMMARS.classes.len(), CLASSES.len());
    }

    #[test]
    fn no_text_is_lost() {
        let code = "a && b < c > \"d\" 'é🦋' /* <b> */ // &amp;\r\n\tlast line without end";
        for syntax in GRAMMARS.syntaxes.syntaxes() {
            if let Some(html) = highlight(&syntax.name, code) {
                assert_eq!(text(&html), code, "{}", syntax.name);
            }
        }
    }

    #[test]
    fn code_inside_a_string_is_not_a_string() {
        let html = highlight("js", "`a${b}c`\n").expect("JavaScript is known");
        assert!(!html.contains("hl-string\">`a${b"), "{html}");
    }

    #[test]
    fn a_line_is_marked_by_what_stands_before_it() {
        let line = "let x = 1;\n";
        for _ in 0..2 {
            let code = highlight("js", line).expect("JavaScript is known");
            let remark = highlight("js", &format!("/*\n{line}*/\n{line}")).expect("the same");
            assert!(code.contains("hl-storage"), "{code}");
            let (inside, after) = remark.split_once("*/").expect("the end of the remark");
            assert!(!inside.contains("hl-storage"), "{remark}");
            assert!(after.contains("hl-storage"), "{remark}");
        }
    }

    #[test]
    fn long_lines_and_long_code_are_left_plain() {
        let long = format!("{}\n", "x = 1;".repeat(MAX_LINE / 6 + 1));
        let html = highlight("js", &format!("{long}let y;\n")).expect("JavaScript is known");
        assert!(html.starts_with(&long), "{html}");
        assert!(html.contains("<span"), "{html}");
        assert_eq!(highlight("js", &"x\n".repeat(MAX_CODE)), None);
        // Each line may be marked, but not so many of them.
        let wide = format!("{}\n", "x".repeat(MAX_LINE - 1));
        assert!(highlight("js", &wide.repeat(4)).is_some());
        assert_eq!(highlight("js", &wide.repeat(5)), None);
    }
}
