//! Nothing that an author writes stops the program: whatever is in the files, there is a site that hangs together, and
//! every fault has a place.

use crate::memory::{Built, Files, build, files, repository, tree};
use crate::{fences, whole};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use std::sync::OnceLock;

/// Pieces with a meaning of their own, or that break what has one.
const FRAGMENTS: &[&str] = &[
    ":::",
    "\n:::\n",
    "\n::: question {#q}\n",
    "\n:::: details {title=\"x\"}\n",
    "\n::: snippet {call}\n:::\n",
    "\n::: compare {bad=a good=a}\n:::\n",
    "\n::: role {nurse}\n",
    "\n::: quiz {bank=rapport draw=9 shuffle}\n:::\n",
    "{",
    "}",
    "{{",
    "}}",
    "{{crisis_line}}",
    "{#id .c k=v}",
    "{trust+1 if=\"trust>=2\"}",
    "[[",
    "]]",
    "[[taper|x]]",
    "[@",
    "[@a, p. 1; @b]",
    "[=",
    "[=a/b]",
    "[=a,b]",
    "> [!hint]\n",
    "\n> [!explain]\n> ",
    "\n---\n",
    "---",
    "\t",
    "\r\n",
    "\r",
    "\0",
    "\u{E000}0\u{E001}",
    "\u{E001}",
    "e\u{301}",
    "\u{202E}",
    "\u{FEFF}",
    "שלום",
    "\u{1F468}\u{200D}\u{1F469}",
    "<",
    "</",
    "<b",
    "<div>",
    "</div>",
    "<script>",
    "<!--",
    "-->",
    "<a href=\"x\">",
    "<a href='javascript:x'>",
    "<p>",
    "<table><tr>",
    "<details>",
    "<textarea>",
    "<style>",
    "<b id=\"x\">",
    "<a name=main>",
    "<img src=x.png alt=a>",
    "\n## Main\n",
    "\n## Fn 1\n",
    "\n## Question 1\n",
    "\n::: details {#x}\n",
    "<svg>",
    "<?",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "&",
    "```\n",
    "~~~",
    "`",
    "\n- [x] a\n",
    "\n1. ",
    "\n  > ",
    "| a | b |\n|---|---|\n| c |\n",
    "[^1]",
    "\n[^1]: note\n",
    "\n[a]: b\n",
    "[a]",
    "](",
    "![",
    "![](x.png)",
    "[x](#)",
    "[x](../../x.md#y)",
    "\n## ",
    "# ",
    "\n===\n",
    "**",
    "_",
    "~~",
    "\\",
    "\nterm\n: definition\n",
    "\n**Dana:** ",
    "type=gaps",
    "answer=",
    "title:",
    ": ",
    "&a [*a]",
    "- {",
    "!!",
    "\"",
    "'",
    "=",
];

/// Other files that the texts may name.
const SHARED: &[(&str, &str)] = &[
    ("content/facts.yaml", "crisis_line: 988\n"),
    ("content/glossary.yaml", "taper: Going down slowly.\n"),
    (
        "content/snippets/call.md",
        "Call {{crisis_line}}[^s].\n\n[^s]: Day and night.\n",
    ),
    (
        "content/references.bib",
        "@misc{a, title = {One}, year = 2020}\n@misc{b, title = {Two}}\n",
    ),
];

/// Real files by path: this repository's, and those of the manual's examples.
fn corpus() -> &'static [(String, String)] {
    static CORPUS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let own = repository().texts().iter();
        let own = own.filter(|file| !file.path.starts_with("themes/"));
        let mut out: Vec<_> = own
            .map(|f| (f.path.to_string(), f.text.to_string()))
            .collect();
        let manual =
            fences::read(include_str!("../../docs/authoring.md")).expect("all fences are closed");
        for fence in manual {
            match fence.info.split_once(' ') {
                Some((_, path)) => out.push((path.to_owned(), fence.text)),
                None if fence.info == "markdown" => {
                    let page = format!("---\ntitle: Example\n---\n\n{}", fence.text);
                    out.push(("content/pages/example.md".to_owned(), page));
                }
                None => {}
            }
        }
        out
    })
}

#[derive(Debug, Clone)]
enum Change {
    Delete(Index, usize),
    Repeat(Index, usize, Index),
    Insert(Index, usize),
    Cut(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let fragment = 0..FRAGMENTS.len();
    prop_oneof![
        3 => (any::<Index>(), 1..40usize).prop_map(|(at, len)| Change::Delete(at, len)),
        2 => (any::<Index>(), 1..80usize, any::<Index>()).prop_map(|(at, len, to)| Change::Repeat(at, len, to)),
        6 => (any::<Index>(), fragment).prop_map(|(at, fragment)| Change::Insert(at, fragment)),
        1 => any::<Index>().prop_map(Change::Cut),
    ]
}

/// The byte of the character that an index stands for.
fn place(text: &str, at: &Index) -> usize {
    let mut byte = at.index(text.len() + 1);
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// The byte after `chars` characters from `from`.
fn after(text: &str, from: usize, chars: usize) -> usize {
    text[from..]
        .char_indices()
        .nth(chars)
        .map_or(text.len(), |(at, _)| from + at)
}

fn apply(text: &mut String, change: &Change) {
    match change {
        Change::Delete(at, len) => {
            let from = place(text, at);
            let to = after(text, from, *len);
            text.replace_range(from..to, "");
        }
        Change::Repeat(at, len, to) => {
            let from = place(text, at);
            let piece = text[from..after(text, from, *len)].to_owned();
            let to = place(text, to);
            text.insert_str(to, &piece);
        }
        Change::Insert(at, fragment) => {
            let at = place(text, at);
            text.insert_str(at, FRAGMENTS[*fragment]);
        }
        Change::Cut(at) => text.truncate(place(text, at)),
    }
}

/// Builds, and holds what is true of every site.
fn survives(project: &Files) -> Result<Built, String> {
    let sources = tree(project);
    let built = build(&sources);
    let mut faults = whole::faults(&built.outputs);
    if project.values().any(|text| text.contains('<')) {
        // Raw HTML may tear the paragraph that it stands in, as it does in any Markdown.
        faults.retain(|fault| !fault.ends_with(" inside a paragraph"));
    }
    faults.extend(whole::told_badly(&built.diagnostics, &sources));
    if faults.is_empty() {
        Ok(built)
    } else {
        Err(faults.join("\n"))
    }
}

fn page(body: &str) -> Files {
    let page = format!("---\ntitle: Page\n---\n\n{body}");
    files(
        SHARED
            .iter()
            .map(|(p, t)| (*p, (*t).to_owned()))
            .chain([("content/pages/page.md", page)]),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None,
        rng_seed: RngSeed::Fixed(988), ..ProptestConfig::default() })]

    #[test]
    fn changed_files_are_survived(which in any::<Index>(), changes in prop::collection::vec(change(), 1..7)) {
        let (path, text) = which.get(corpus());
        let mut text = text.clone();
        for change in &changes {
            apply(&mut text, change);
        }
        let shared = SHARED.iter().map(|(p, t)| (*p, (*t).to_owned()));
        let project = files(shared.chain([(path.as_str(), text)]));
        prop_assert_eq!(survives(&project).err(), None, "{}", path);
    }

    #[test]
    fn troublesome_pages_are_survived(parts in prop::collection::vec(0..FRAGMENTS.len() + 3, 0..40)) {
        let mut body = String::new();
        for part in parts {
            body.push_str(FRAGMENTS.get(part).copied().unwrap_or(["\n", "\n\n", " words "][part % 3]));
        }
        let project = page(&body);
        prop_assert_eq!(survives(&project).err(), None, "{}", body);
    }

    #[test]
    fn troublesome_scripts_and_banks_are_survived(parts in prop::collection::vec(0..FRAGMENTS.len() + 3, 0..25)) {
        let mut body = String::new();
        for part in parts {
            body.push_str(FRAGMENTS.get(part).copied().unwrap_or(["\n", "\n- [Go](#plan) {best}\n", "## Plan\n"][part % 3]));
        }
        let script = format!("---\ntitle: T\ncast:\n  dana: {{name: Dana}}\nmeters: {{trust: 0}}\n---\n\n## Start\n\n{body}");
        let bank = format!("questions:\n  - id: a\n    prompt: {body}");
        let project = files([("content/scripts/talk.md", script), ("content/banks/rapport.yaml", bank)]);
        prop_assert_eq!(survives(&project).err(), None, "{}", body);
    }
}

/// A page with raw HTML is cleaned as a whole, and what the program draws in it is put in afterwards.
#[test]
fn raw_html_leaves_the_other_parts_of_its_page_whole() {
    let body = "<div id=\"note\">\n\n::: snippet {call}\n:::\n\n</div>\n\n| A | B |\n|---|---|\n| [[taper]] | <b id=\"note\">c</b>[@a] |\n";
    let built = survives(&page(body)).expect("the site hangs together");
    let html = built
        .outputs
        .get("pages/page.html")
        .and_then(|o| crate::memory::text(o))
        .expect("the page");
    let main = &html[html.find("<main").expect("a main part")..];
    for part in [
        "988",
        "id=\"fnref-1\"",
        "Going down slowly.",
        "href=\"#ref-a\"",
        ">c</b>",
    ] {
        assert!(main.contains(part), "{part} is lost: {main}");
    }
    assert!(!main.contains('\u{E000}'), "a placeholder is left: {main}");
}

#[test]
fn a_link_of_raw_html_holds_no_second_one() {
    let built = survives(&page(
        "<a href=\"https://example.org\">See [@a] and [[taper]].</a>\n",
    ));
    let built = built.expect("the site hangs together");
    let html = built
        .outputs
        .get("pages/page.html")
        .and_then(|o| crate::memory::text(o))
        .expect("the page");
    assert!(
        html.contains("<a href=\"https://example.org\">See <span class=\"cites\">[<span id=\"cite-a-1\">1</span>]</span>"),
        "{html}"
    );
}

#[test]
fn what_a_question_shows_twice_has_its_ids_once() {
    let body = "::: question {#q type=order}\nFirst?\n\n1. Listen <b id=\"b\">well</b> [@a].\n2. Ask[^1].\n:::\n\n[^1]: Kindly.\n";
    survives(&page(body))
        .map(|_| ())
        .expect("the site hangs together");
}

/// A browser takes `</` before no letter for a comment that runs to the next `>`, and an open tag runs there too.
#[test]
fn a_tag_without_an_end_swallows_nothing() {
    for start in [
        "<div></\n",
        "<div><!\n",
        "<div><?\n",
        "<div><!-- x\n",
        "<div><b \n",
    ] {
        let body = format!("{start}::: snippet {{call}}\n:::\n");
        let built = survives(&page(&body)).expect("the site hangs together");
        let html = built
            .outputs
            .get("pages/page.html")
            .and_then(|o| crate::memory::text(o))
            .expect("the page");
        assert!(html.contains("988"), "{start:?} swallows the snippet");
    }
}

#[test]
fn very_long_lines_are_survived() {
    for piece in [
        "word ", "[", "[a](b) ", "**", "<b>", "{{", "[[", "| ", "`", "&", "> ", ":", "[@a; ", "![",
        "a\u{301}", "[^", "<a ",
    ] {
        let body = piece.repeat(20_000 / piece.len());
        assert_eq!(survives(&page(&body)).err(), None, "{piece:?}");
    }
}
