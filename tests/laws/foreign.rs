//! Documentation that was written for other programs: every page is built, every fault has a place, and what comes out
//! hangs together.

use crate::memory::{Files, build, files, tree};
use crate::whole;
use teachback::diagnostic::Severity;

/// What other programs let their authors write, each as the body of a page.
const BODIES: &[(&str, &str)] = &[
    (
        "docusaurus",
        "import Tabs from '@theme/Tabs';\n\n:::note\nA note.\n:::\n\n:::tip[A title]\nA tip.\n:::\n\n:::danger Watch out\n\nText.\n\n:::\n\n<Tabs>\n<TabItem value=\"a\" label={x}>\n\nIn a tab with {props.value}.\n\n</TabItem>\n</Tabs>\n\nexport const a = () => <b>{1}</b>;\n",
    ),
    (
        "vitepress",
        "::: info\nInfo\n:::\n\n::: details Click me {open}\n```js{1,3-4}\nlet a = 1;\n```\n:::\n\n{{ $frontmatter.title }} and {{ 1 + 1 }}\n\n[[toc]]\n\n## Heading {#custom-id}\n\n<script setup>\nimport x from './x.vue'\n</script>\n\n<CustomButton @click=\"go\" :value=\"x\" />\n\n<<< @/snippets/a.js{2}\n",
    ),
    (
        "mdbook",
        "# Chapter\n\n{{#include ../file.rs:2:10}}\n\n{{#playground example.rs editable}}\n\n```rust,ignore,noplayground\n# fn main() {\nlet x = 1;\n# }\n```\n\n- [Chapter](./chapter_1.md)\n  - [Nested](nested/README.md)\n- [Draft]()\n",
    ),
    (
        "hugo",
        "{{< figure src=\"/img/a.png\" title=\"A\" >}}\n\n{{% notice note %}}\nText *here*.\n{{% /notice %}}\n\n{{< ref \"docs/a.md\" >}} [a]({{< relref \"b.md#c\" >}})\n\n<!--more-->\n\n{{</* highlight go */>}}\n",
    ),
    (
        "jekyll",
        "{% raw %}\n{{ page.title }}\n{% endraw %}\n\n{% include note.html content=\"x\" %}\n\n{: .no_toc }\n\n[a]({% link _docs/a.md %}) [b]({{ site.baseurl }}/b)\n\n* TOC\n{:toc}\n",
    ),
    (
        "wiki",
        "[[Page]] [[Folder/Page|words]] [[#heading]] ![[image.png]] ![[Page#Section]]\n\n#tag and ^block-id\n\n> [!faq]- Folded?\n> Yes.\n\n> [!custom] Title\n\n%% hidden %%\n\n==marked== text\n",
    ),
    (
        "mkdocs",
        "!!! note \"Title\"\n    Indented text.\n\n??? warning\n    Folded.\n\n=== \"Tab\"\n\n    text\n\n--8<-- \"file.md\"\n\n[link](a.md){ .md-button target=_blank }\n\n++ctrl+c++ and :material-check:\n",
    ),
    (
        "myst",
        "```{note}\nA note.\n```\n\n:::{admonition} Title\n:class: tip\nText.\n:::\n\n{ref}`target` and {math}`a^2`\n\n(target)=\n## Heading\n\n$$\na_1 [x] = \\frac{1}{2}\n$$\n",
    ),
    (
        "html",
        "<table>\n<tr><td>a<td>b\n<tr><td colspan=2>*c*\n</table>\n\n<p align=\"center\">\n<img src=\"https://example.org/a.svg\" width=100>\n<a href=\"other.md\"><img src='pic.png' alt='x'></a>\n</p>\n\n<details><summary>More</summary>\n\n- a\n- b\n\n</details>\n\n<kbd>Ctrl</kbd> <br> <sub>x</sub> <a name=\"old\"></a> [up](#old)\n\n<iframe src=\"https://example.org\"></iframe>\n<center>x</center>\n<font color=red>y</font>\n\n<h1>Title</h1>\n<h1>Title</h1>\n",
    ),
    (
        "links",
        "[ref]: https://example.org\n[a]: ./docusaurus.md#none\n\n[ref] [text][ref] [a] [broken][none] [none]\n\n[folder](folder/) [folder](folder) [up](..) [here](.) [root](/) [abs](/docs/a.md) [ext](folder/README) [query](folder/README.md?x=1#y)\n\n[mail](mailto:a@example.org) [js](javascript:alert(1)) [proto](//example.org) [file](file:///etc/passwd) [win](C:\\a.md)\n\n[space](a%20b.md) [space](<a b.md>) [hash](a%23b.md) [percent](100%25.md) [cyr](%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82.md) [cyr](привет.md#раздел) [out](../../../../../../etc/passwd)\n\n![pic](missing.png) ![](missing.png) ![ext](https://example.org/x.png) ![md](links.md)\n",
    ),
    (
        "footnotes",
        "A[^1] b[^note] c[^1] d[^none].\n\n[^1]: One with `code`.\n[^note]:\n    Two\n\n    paragraphs\n[^unused]: x\n",
    ),
    (
        "headings",
        "# A\n# A\n## A\n### A\n###### A\n# \n## `x` *y* [z](#a)\n## !!!\n## 日本語 見出し\n## a-1\n[to](#a) [to](#a-1) [to](#a-2) [to](#日本語-見出し)\n",
    ),
    (
        "code",
        "```mermaid\ngraph TD; A-->B;\n```\n\n```diff\n- a\n+ b\n```\n\n```\n:::\n```\n\n~~~{.python #id}\nx\n~~~\n\n    :::note\n\n`:::`\n\n```console\n$ a\n",
    ),
    (
        "unclosed",
        ":::warning\n\n::: a\n\n- x\n  :::\n\n<div>\n\n<!-- open\n\n```\n",
    ),
    (
        "landing",
        "<h1 align=\"center\">\n  <br>\n  <a href=\"https://example.org\"><img src=\"./logo.png\" alt=\"Logo\"></a>\n  <br>\n</h1>\n\n[![Build](https://example.org/b.svg)](https://example.org) [![][c]][d]\n\n[c]: https://example.org/c.svg\n[d]: https://example.org\n\n- [x] done\n- [ ] open\n  - [ ] nested\n\n@user #123 :tada: https://example.org/bare\n\n| `a|b` | c |\n|:-----|---|\n| x | y | z |\n",
    ),
    (
        "crlf",
        "# T\r\n\r\n:::note\r\n\r\ntext\r\n\r\n:::\r\n\r\n| a |\r\n|---|\r\n| b |\r\n",
    ),
    ("plain", "Just words without front matter."),
];

/// What stands between the lines of `---`, or in their place.
const FRONTS: &[&str] = &[
    "",
    "---\nid: intro\ntitle: Intro\nsidebar_label: Intro\nsidebar_position: 1\nslug: /intro\n---\n\n",
    "---\nlayout: home\ntitle: 'Quoted: title'\nhero:\n  name: X\n  actions:\n    - theme: brand\n      text: Go\n      link: /guide\n---\n\n",
    "+++\ntitle = \"Toml\"\nweight = 10\n+++\n\n",
    "---\ntitle: Unquoted: colon\ntags: [a, b\n---\n\n",
    "---\n---\n\n",
    "---\nlayout: post\ndate: 2020-01-01 10:00:00 +0000\ncategories: a b\ntitle: 2020\n---\n\n",
    "<!-- comment -->\n",
    "\u{FEFF}---\ntitle: Mark\n---\n\n",
    "---\ntitle: Never closed\n\n",
    "{\n  \"title\": \"Json\"\n}\n\n",
];

/// Where they stand.
const FOLDERS: &[&str] = &[
    "",
    "folder/",
    "folder/sub folder/",
    "100%/",
    "c#/",
    "привет/",
    "日本語/",
    "e\u{301}té/",
    "a.b.c/",
    "_internal/",
    "(group)/",
    "[slug]/",
    "a&b/",
    "it's/",
    "con/",
    "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z/",
];
const NAMES: &[&str] = &[
    "README",
    "index",
    "a b",
    "a#b",
    "100%",
    "привет",
    "日本語",
    "v1.2.3",
    "intro.es",
    "What's new?",
    "SUMMARY",
    "_sidebar",
    "e\u{301}",
    "a+b=c",
    "x;y",
    "-",
    "404",
    "&lt;",
];

fn pages() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (at, (name, body)) in BODIES.iter().enumerate() {
        for (turn, front) in FRONTS.iter().enumerate() {
            let folder = FOLDERS[(at + turn) % FOLDERS.len()];
            out.push((
                format!("content/pages/{folder}{name}-{turn}.md"),
                format!("{front}{body}"),
            ));
        }
        out.push((format!("content/pages/{name}.md"), (*body).to_owned()));
    }
    for (at, folder) in FOLDERS.iter().enumerate() {
        for (turn, name) in NAMES.iter().enumerate() {
            let (_, body) = BODIES[(at * 5 + turn) % BODIES.len()];
            let front = FRONTS[(at + turn) % FRONTS.len()];
            out.push((
                format!("content/pages/{folder}{name}.md"),
                format!("{front}{body}"),
            ));
        }
    }
    out
}

#[test]
fn a_tree_written_for_another_program_is_built_whole() {
    let project: Files = files(pages());
    let sources = tree(&project);
    let built = build(&sources);
    let mut faults = whole::faults(&built.outputs);
    faults.extend(whole::told_badly(&built.diagnostics, &sources));
    for path in project
        .keys()
        .filter_map(|path| path.strip_prefix("content/")?.strip_suffix(".md"))
    {
        if built.outputs.get(&format!("{path}.html")).is_none() {
            faults.push(format!("{path}.md gives no page"));
        }
    }
    faults.sort();
    faults.dedup();
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
    let told = built
        .diagnostics
        .iter()
        .filter(|d| d.severity >= Severity::Warning)
        .count();
    assert!(
        told > 100,
        "such a tree is full of faults, and only {told} are told"
    );
}
