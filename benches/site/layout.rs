//! The same text in the layout that each program wants, with templates that draw the same things around it.

use super::text::{Kind as PageKind, Page};
use super::tools::Kind;

const TEACHBACK: &str = "title: Bench
levels:
  - {id: easy, name: Easy, max_grade: 6}
  - {id: standard, name: Standard, max_grade: 9}
  - {id: detailed, name: In depth, max_grade: 12}
";
const HUGO: &str = "baseURL = \"https://example.org/\"
title = \"Bench\"
disableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\"]
[markup.goldmark.renderHooks.link]
useEmbedded = \"always\"
";
const ZOLA: &str = "base_url = \"https://example.org\"
title = \"Bench\"
generate_feeds = false
[markdown.highlighting]
theme = \"github-light\"
";
const MDBOOK: &str = "[book]\ntitle = \"Bench\"\nsrc = \"content\"\n";

/// Files of a project beside its pages, by their paths in it.
pub fn frame(kind: Kind, site: &[Page]) -> Vec<(&'static str, String)> {
    let files: &[(&'static str, &str)] = match kind {
        Kind::Teachback | Kind::Floor => &[("teachback.yaml", TEACHBACK)],
        Kind::Hugo => &[
            ("hugo.toml", HUGO),
            (
                "layouts/_default/baseof.html",
                include_str!("templates/hugo/baseof.html"),
            ),
            (
                "layouts/_default/list.html",
                include_str!("templates/hugo/list.html"),
            ),
            (
                "layouts/_default/lesson.html",
                include_str!("templates/hugo/lesson.html"),
            ),
            (
                "layouts/_default/handout.html",
                include_str!("templates/hugo/handout.html"),
            ),
            ("content/_index.md", "---\ntitle: Bench\n---\n"),
            ("content/modules/_index.md", "---\ntitle: Modules\n---\n"),
            ("content/handouts/_index.md", "---\ntitle: Handouts\n---\n"),
        ],
        Kind::Zola => &[
            ("config.toml", ZOLA),
            (
                "templates/base.html",
                include_str!("templates/zola/base.html"),
            ),
            (
                "templates/index.html",
                include_str!("templates/zola/section.html"),
            ),
            (
                "templates/section.html",
                include_str!("templates/zola/section.html"),
            ),
            (
                "templates/lesson.html",
                include_str!("templates/zola/lesson.html"),
            ),
            (
                "templates/handout.html",
                include_str!("templates/zola/handout.html"),
            ),
            ("content/_index.md", "+++\ntitle = \"Bench\"\n+++\n"),
            (
                "content/modules/_index.md",
                "+++\ntitle = \"Modules\"\nsort_by = \"weight\"\n+++\n",
            ),
            (
                "content/handouts/_index.md",
                "+++\ntitle = \"Handouts\"\nsort_by = \"weight\"\n+++\n",
            ),
        ],
        Kind::MdBook => &[("book.toml", MDBOOK)],
    };
    let owned = |&(path, text): &(&'static str, &str)| (path, text.to_owned());
    let mut files: Vec<_> = files.iter().map(owned).collect();
    if kind == Kind::MdBook {
        let line = |page: &Page| format!("- [{}]({}.md)\n", page.title, path(kind, page));
        files.push(("content/SUMMARY.md", site.iter().map(line).collect()));
    }
    files
}

/// Where a page is below the content folder, without `.md`: a dot in a name means a language to some tools, and a module is
/// the list of its lessons to some.
pub fn path(kind: Kind, page: &Page) -> String {
    match kind {
        Kind::Teachback | Kind::Floor => page.path.clone(),
        Kind::MdBook => page.path.replace('.', "-"),
        Kind::Hugo | Kind::Zola => {
            let path = page.path.replace('.', "-");
            path.strip_suffix("/module")
                .map_or(path.clone(), |folder| format!("{folder}/_index"))
        }
    }
}

/// The text of a page, with the links in it; for others the words of a question are a list.
pub fn text(kind: Kind, page: &Page) -> String {
    let Page {
        title,
        summary,
        body,
        ..
    } = page;
    let question = page.question.as_deref().unwrap_or_default();
    let plain = question.lines().filter(|line| !line.starts_with(":::"));
    let plain: String = plain.map(|line| format!("{line}\n")).collect();
    match kind {
        Kind::Teachback | Kind::Floor => {
            format!("---\ntitle: {title}\nsummary: {summary}\n---\n\n{body}{question}")
        }
        Kind::Hugo => format!(
            "---\n{}---\n\n{}{plain}",
            hugo_head(page),
            linked(body, "/")
        ),
        Kind::Zola => format!(
            "+++\n{}+++\n\n{}{plain}",
            zola_head(page),
            linked(body, "@/")
        ),
        Kind::MdBook => format!("# {title}\n\n{}{plain}", dotless(body)),
    }
}

fn hugo_head(page: &Page) -> String {
    let rest = match &page.kind {
        PageKind::Module => String::new(),
        PageKind::Lesson => "layout: lesson\n".to_owned(),
        PageKind::Handout { group } => format!("layout: handout\ngroup: {group}\n"),
    };
    format!(
        "title: {}\ndescription: {}\nweight: {}\n{rest}",
        page.title,
        page.summary,
        page.number + 1
    )
}

fn zola_head(page: &Page) -> String {
    let rest = match &page.kind {
        PageKind::Module => "sort_by = \"weight\"\n".to_owned(),
        PageKind::Lesson => "template = \"lesson.html\"\n".to_owned(),
        PageKind::Handout { group } => {
            format!("template = \"handout.html\"\n[extra]\ngroup = \"{group}\"\n")
        }
    };
    format!(
        "title = \"{}\"\ndescription = \"{}\"\nweight = {}\n{rest}",
        page.title, page.summary, page.number
    )
}

/// The links of a text as they are written when they begin at the content folder.
fn linked(body: &str, root: &str) -> String {
    let from_root = body
        .replace("](../../", "](../")
        .replace("](../", &format!("]({root}"));
    dotless(&from_root).replace("/module.md)", "/_index.md)")
}

fn dotless(body: &str) -> String {
    super::text::LEVELS
        .iter()
        .fold(body.to_owned(), |body, level| {
            body.replace(&format!(".{level}.md)"), &format!("-{level}.md)"))
        })
}
