//! Ordinary Markdown is drawn as the Markdown parser itself would draw it, but for the differences that the manual names.

use crate::html::{Token, is_void, tokens};
use crate::memory::{build, files, text, tree};
use pulldown_cmark::{Options, Parser};

/// Every construct of CommonMark, and what GitHub adds. Addresses name other sites, since others are looked up.
const CASES: &[&str] = &[
    // Paragraphs and breaks.
    "One line.",
    "Two\nlines.",
    "Two paragraphs.\n\nThe second one.",
    "   indented by three\n  and two",
    "a hard  \nbreak",
    "a hard\\\nbreak",
    "trailing spaces   ",
    "a\n\n\n\nb",
    // Escapes and references.
    "\\*not emphasis\\* \\[not a link\\] \\# \\`x\\` \\\\",
    "\\a\\1 stay",
    "&amp; &lt; &copy; &#35; &#x22; &nbsp;x &unknown;",
    "AT&T & 1 < 2 > 0 \"quoted\" 'single'",
    // Emphasis.
    "*a* _b_ **c** __d__ ***e***",
    "*a **b** c* and **a *b* c**",
    "snake_case_word and 2*3*4",
    "** not strong ** and * not *",
    "*open and **never closed",
    "**a*b**c*",
    "~~gone~~ and ~one~",
    "*(*a*)* _(_b_)_",
    // Code spans.
    "`code` and ``a `tick` b``",
    "` spaced ` and `` ` ``",
    "`<b>&amp;` and `a\nb`",
    "`unclosed",
    "`*a*` *`b`*",
    // Links and pictures.
    "[text](https://example.org)",
    "[text](https://example.org \"A title\")",
    "[text](<https://example.org/a b>)",
    "[*a* `b` **c**](https://example.org)",
    "[text](https://example.org/a(b)c)",
    "[text](https://example.org?a=1&b=2#c)",
    "[ref][one] and [one][] and [one]\n\n[one]: https://example.org 'T'",
    "[One][ONE]\n\n[one]: https://example.org",
    "[no such] and [text] (https://example.org)",
    "<https://example.org/?a=b&c> <a@example.org>",
    "[a](https://example.org)[b](https://example.com)",
    "text [a](https://example.org \"one\ntwo\")",
    "\\[a](https://example.org)",
    "[a]\n\n[a]: <https://example.org>\n[b]: https://unused.example",
    // Headings.
    "## Two\n\n### Three\n\n#### Four",
    "##### Five\n\n###### Six",
    "# One\n\n## Two",
    "## With *emphasis* and `code` ##",
    "Two\n---\n\ntext",
    "One\n===\n\ntext",
    "##not a heading\n\n\\## nor this",
    "####### seven",
    "Two lines\nof heading\n---",
    // Thematic breaks.
    "***\n\n---\n\n_ _ _",
    "a\n\n* * *\n\nb",
    // Quotes.
    "> one\n> two",
    "> one\nlazy",
    "> one\n>\n> two\n\n> three",
    "> > nested\n> back",
    "> - a\n> - b\n>\n> text",
    ">     code",
    "> ## Heading",
    // Lists.
    "- a\n- b\n- c",
    "- a\n\n- b\n\n- c",
    "* a\n+ b\n- c",
    "1. a\n2. b",
    "7. a\n8. b",
    "1) a\n2) b",
    "- a\n  - b\n    - c\n- d",
    "- a\n\n  second paragraph\n\n- b",
    "- a\n\n      code\n",
    "- a\n  > quote\n- b",
    "1. a\n   - b\n2. c",
    "- \n- b\n-",
    "text\n- a\n- b",
    "text\n14. not a list",
    "- a\n\n\n- b",
    "- a\n-\n- c",
    "- ## Heading\n- ```\n  code\n  ```",
    "10000000000. too large",
    // Code blocks.
    "```\na < b\n  c\n```",
    "~~~\n```\n~~~",
    "    indented\n      more\n\n    still",
    "````\n```\n````",
    "```\n\n\n```",
    "```\nunclosed",
    "- a\n\n  ```\n  b\n  ```",
    "    <b>&amp;",
    "```\n\ttab\n```",
    // Tables.
    "| a | b |\n|---|---|\n| c | d |",
    "| a | b | c |\n|:--|:-:|--:|\n| d | e | f |",
    "a | b\n-|-\nc | d",
    "| a | b |\n|---|---|\n| c |\n| d | e | f |",
    "| *a* | `b` |\n|---|---|\n| [c](https://example.org) | \\| |",
    "| a |\n|---|\n\ntext",
    "| a | b |\n| --- |\n| c | d |",
    // Definition lists.
    "Term\n: Meaning",
    "One\n: First\n: Second\n\nTwo\n: Third",
    // Other scripts, and what looks like a mark.
    "Здравствуйте, *мир* и **日本語**",
    "שלום *עולם*",
    "e\u{301} \u{1F468}\u{200D}\u{1F469} \u{AD}x",
    "a@b.example www.example.org",
    "1 [=] 2 {a} }} ]] :: :",
    "tab\there",
];

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
}

#[test]
fn ordinary_markdown_is_drawn_as_everywhere() {
    let pages = CASES.iter().enumerate();
    let pages =
        pages.map(|(at, case)| (path(at, "md"), format!("---\ntitle: Page\n---\n\n{case}\n")));
    let built = build(&tree(&files(pages)));
    let mut faults = Vec::new();
    for (at, case) in CASES.iter().enumerate() {
        let page = path(at, "html");
        let page = page.strip_prefix("content/").expect("the path of a page");
        let html = built
            .outputs
            .get(page)
            .and_then(|o| text(o))
            .expect("every page is built");
        let mut expected = String::new();
        pulldown_cmark::html::push_html(
            &mut expected,
            Parser::new_ext(&format!("{case}\n"), options()),
        );
        let (ours, theirs) = (canonical(prose(html)), canonical(&expected));
        if ours != theirs {
            faults.push(format!("{case:?}\n  ours:   {ours}\n  theirs: {theirs}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn path(at: usize, ending: &str) -> String {
    format!("content/pages/case-{at}.{ending}")
}

/// What the page shows of its text.
fn prose(html: &str) -> &str {
    let open = "<div class=\"prose\">";
    let start = html.find(open).map_or(html.len(), |at| at + open.len());
    let end = html.find("</article>").unwrap_or(html.len());
    let text = html.get(start..end).unwrap_or("");
    let end = [text.find("<section"), text.find("<dl class=\"meta\"")];
    let end = end.into_iter().flatten().min().unwrap_or(text.len());
    text[..end]
        .trim_end()
        .strip_suffix("</div>")
        .unwrap_or(&text[..end])
}

/// One way to write what two writers mean alike. The differences that teachback makes on purpose are undone: headings
/// have ids and leave out no level, wide things stand in a region that scrolls, columns are aligned by classes.
fn canonical(html: &str) -> String {
    let tokens = tokens(html);
    let mut outline = Vec::new();
    let mut out = String::new();
    let mut regions = 0;
    let mut code = 0;
    for token in &tokens {
        match token {
            Token::Open { name, .. } if name == "div" => regions += 1,
            Token::Close(name) if name == "div" => regions -= 1,
            Token::Open { name, .. } => {
                code += usize::from(name == "pre");
                out.push_str(&format!(
                    "<{}{}>",
                    outlined(name, &mut outline),
                    attributes(token)
                ));
            }
            Token::Close(name) => {
                code -= usize::from(name == "pre");
                if !is_void(name) {
                    out.push_str(&format!("</{}>", outlined(name, &mut outline)));
                }
            }
            Token::Text(text) if code > 0 => out.push_str(text),
            Token::Text(text) => out.push_str(&text.replace('\n', " ")),
        }
    }
    assert_eq!(regions, 0, "every region is closed");
    without_space_between_blocks(&out)
}

/// A heading by its place in the outline of the page: titles and skipped levels make it another one than written.
fn outlined(name: &str, outline: &mut Vec<u8>) -> String {
    let level = name
        .strip_prefix('h')
        .and_then(|level| level.parse::<u8>().ok());
    let Some(level) = level else {
        return name.to_owned();
    };
    outline.retain(|&above| above < level);
    outline.push(level);
    format!("h{}", outline.len() + 1)
}

fn attributes(token: &Token) -> String {
    let mut out = String::new();
    for key in ["href", "src", "alt", "title", "start"] {
        if let Some(value) = token.attribute(key) {
            out.push_str(&format!(" {key}={value:?}"));
        }
    }
    let aligned = token
        .attribute("class")
        .and_then(|class| class.strip_prefix("align-"));
    let styled = token
        .attribute("style")
        .and_then(|style| style.strip_prefix("text-align: "));
    let side = aligned.or(styled).map(|side| match side {
        "start" => "left",
        "end" => "right",
        other => other,
    });
    out.extend(side.map(|side| format!(" align={side:?}")));
    out
}

fn without_space_between_blocks(html: &str) -> String {
    let mut out = html.replace("> ", ">\u{1}").replace(" <", "\u{1}<");
    let blocks = [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "br",
    ];
    for block in blocks {
        for tag in [
            format!("<{block}>"),
            format!("</{block}>"),
            format!("<{block} "),
        ] {
            out = out
                .replace(&format!("\u{1}{tag}"), &tag)
                .replace(&format!("{tag}\u{1}"), &tag);
        }
    }
    // A table without rows needs no body.
    let out = out.replace("<tbody></tbody>", "");
    out.replace('\u{1}', " ").trim().to_owned()
}

#[test]
fn differences_of_meaning_are_seen() {
    for (one, other) in [
        ("<p>a b</p>", "<p>ab</p>"),
        ("<p><em>a</em> b</p>", "<p><em>a</em>b</p>"),
        ("<h2>a</h2><h3>b</h3>", "<h2>a</h2><h2>b</h2>"),
        ("<a href=\"x\">a</a>", "<a href=\"y\">a</a>"),
        (
            "<pre><code>a\nb</code></pre>",
            "<pre><code>a b</code></pre>",
        ),
        ("<ul><li>a</li></ul>", "<ul><li><p>a</p></li></ul>"),
    ] {
        assert_ne!(canonical(one), canonical(other));
    }
    assert_eq!(
        canonical("<p>a<br />\nb</p>\n"),
        canonical("<p>a<br>\nb</p>")
    );
}
