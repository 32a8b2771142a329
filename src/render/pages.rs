//! Every page of the output: a view is filled and its template drawn.

mod finder;
mod generated;
mod learner;
mod lessons;
mod paper;
mod prints;
mod role;

pub use finder::search;
pub use generated::{Generated, generated};
pub use learner::PROGRESS;
pub use lessons::Rail;
pub use paper::with as beside;
pub use prints::prints;
pub(super) use role::links as role_links;

use super::dialogue;
use super::dialogue_data;
use super::references;
use super::toc::contents;
use super::view::{
    Article, ContactView, HandoutView, HomeView, KeyMessageView, LessonView, Link, ModuleView,
    ObjectiveView, PageView, ScriptView, Shelf,
};
use super::writer::{Studio, Text, Writer};
use crate::diagnostic::Outcome;
use crate::link::{PageId, Site, is_quiz, module_named};
use crate::model::{Fragment, NodeId, NodeKind, NodeRef, PageKind};

/// The page of all sources.
pub const BIBLIOGRAPHY: &str = "references.html";

/// A drawn page: its path and its HTML.
pub type Drawn = (String, String);

/// The path of a page that every language has, such as `progress.html`, in a language: `progress.es.html` where that is
/// not the first one of the site.
#[must_use]
pub fn in_language(site: &Site, path: &str, lang: &str) -> String {
    match path.strip_suffix(".html") {
        Some(name) if lang != site.config.language() => format!("{name}.{lang}.html"),
        _ => path.to_owned(),
    }
}

/// The glossary in a language.
#[must_use]
pub fn glossary_path(site: &Site, lang: &str) -> String {
    in_language(site, "glossary.html", lang)
}

/// Draws a page of the site.
pub fn page(studio: Studio<'_>, id: PageId) -> Outcome<Drawn> {
    let path = studio.site.page(id).path.as_str();
    let mut writer = Writer::new(studio, id, path);
    let html = match writer.kind {
        PageKind::Home => home(&mut writer),
        PageKind::Module => module(&mut writer, id),
        PageKind::Lesson => lesson(&mut writer, id),
        PageKind::Script => script(&mut writer, id),
        PageKind::Handout => handout(&mut writer, id),
        PageKind::Form | PageKind::Page => {
            let view = PageView {
                article: finished(&mut writer),
                frame: own_frame(&writer),
            };
            writer.template("page.html", &view)
        }
    };
    Outcome::new((path.to_owned(), html), writer.diagnostics)
}

/// The frame of the writer's page. Levels of one page tell themselves apart in the browser's tab.
fn own_frame(writer: &Writer<'_>) -> super::view::Frame {
    let mut frame = writer.frame(writer.kind.word(), &writer.meta.title);
    if let Some(level) = frame.levels.iter().find(|level| level.current) {
        frame.title = format!("{} ({})", frame.title, level.label);
    }
    frame
}

/// The text of the writer's page with what it gathers at its end.
fn article(writer: &mut Writer<'_>) -> Article {
    let Some(id) = writer.page else {
        return Article {
            title: writer.meta.title.clone(),
            ..Article::default()
        };
    };
    let text = Text::of(writer.studio.site.page(id));
    let roots: Fragment = text.tree.roots().map(|node| node.id).collect();
    article_of(writer, text, &roots)
}

fn article_of<'a>(writer: &mut Writer<'a>, text: Text<'a>, body: &Fragment) -> Article {
    let nodes: Vec<NodeRef<'a>> = body.roots.iter().map(|&id| text.tree.node(id)).collect();
    let body_html = super::quizzes::body(writer, text, &nodes);
    Article {
        title: writer.meta.title.clone(),
        summary: Some(writer.plain_text(&writer.meta.summary)).filter(|s| !s.is_empty()),
        body_html,
        toc: contents(writer, text, &nodes),
        footnotes: Vec::new(),
        references: Vec::new(),
        meta: writer.meta_view(),
    }
}

/// Footnotes and sources come last: footnotes may cite, and all text has to be drawn before either is complete.
fn finish(writer: &mut Writer<'_>, article: &mut Article) {
    article.footnotes = super::footnotes::of_page(writer);
    article.references = references::of_page(writer.studio.site, &writer.citations);
}

fn finished(writer: &mut Writer<'_>) -> Article {
    let mut article = article(writer);
    finish(writer, &mut article);
    article
}

fn home(writer: &mut Writer<'_>) -> String {
    writer.with_roles();
    let (mut article, sections) = welcome(writer);
    finish(writer, &mut article);
    let view = HomeView {
        article,
        sections,
        shelves: shelves(writer),
        frame: own_frame(writer),
    };
    writer.template("home.html", &view)
}

/// The text of the home page up to its first heading, and then heading by heading: they stand side by side where
/// there is room.
fn welcome(writer: &mut Writer<'_>) -> (Article, Vec<String>) {
    let Some(id) = writer.page else {
        return (article(writer), Vec::new());
    };
    let text = Text::of(writer.studio.site.page(id));
    let nodes: Vec<NodeRef<'_>> = text.tree.roots().collect();
    let level = |node: &NodeRef<'_>| match node.kind() {
        NodeKind::Heading(heading) if Some(node.id) != writer.title_heading => Some(heading.level),
        _ => None,
    };
    let top = nodes.iter().filter_map(level).min();
    let starts = |node: &NodeRef<'_>| top.is_some() && level(node) == top;
    let first = nodes.iter().position(starts).unwrap_or(nodes.len());
    let (intro, rest) = nodes.split_at(first);
    let groups: Vec<&[NodeRef<'_>]> = rest.chunk_by(|_, next| !starts(next)).collect();
    let intro = Fragment {
        roots: intro.iter().map(|node| node.id).collect(),
    };
    let article = article_of(writer, text, &intro);
    let sections = groups
        .iter()
        .map(|group| writer.blocks(text, group))
        .collect();
    (article, sections)
}

fn shelves(writer: &Writer<'_>) -> Vec<Shelf> {
    const SHOWN: usize = 6;
    let atlas = writer.studio.atlas;
    atlas
        .kinds()
        .map(|(kind, folder)| {
            let groups = atlas.listed(kind);
            Shelf {
                kind: folder.to_owned(),
                index_href: writer.site_href(&format!("{folder}/index.html")),
                total: groups.len(),
                cards: groups.iter().take(SHOWN).map(|g| writer.card(g)).collect(),
            }
        })
        .collect()
}

fn module(writer: &mut Writer<'_>, id: PageId) -> String {
    let site = writer.studio.site;
    let front = &site.page(id).page().front.module;
    let module = writer.studio.atlas.module(id);
    let article = finished(writer);
    let view = ModuleView {
        objectives: objectives(writer, id),
        minutes: front.minutes,
        pass_mark: front.pass_mark,
        attempts: front.attempts,
        certificate_href: module
            .filter(|_| front.certificate)
            .map(|module| writer.file_href(&learner::certificate_path(site, module, id))),
        prerequisites: front
            .prerequisites
            .iter()
            .filter_map(|p| module_link(writer, &p.value))
            .collect(),
        lessons: module
            .map(|m| lessons::timed(writer, m))
            .unwrap_or_default(),
        print_href: prints::module_path(writer.studio, id).map(|path| writer.file_href(&path)),
        frame: own_frame(writer),
        article,
    };
    writer.template("module.html", &view)
}

/// What a module promises.
fn objectives(writer: &Writer<'_>, module: PageId) -> Vec<ObjectiveView> {
    let front = &writer.studio.site.page(module).page().front.module;
    let objectives = front.objectives.iter().map(|objective| {
        let text = writer.facts.expand(&objective.text.value, |_, _| {});
        ObjectiveView {
            id: objective.id.value.clone(),
            html: super::escape::escaped(&writer.plain_text(&text)),
        }
    });
    objectives.collect()
}

fn module_link(writer: &Writer<'_>, name: &str) -> Option<Link> {
    let site = writer.studio.site;
    let page = module_named(site, name, &writer.meta.lang)?.page?;
    Some(writer.title_link(page))
}

/// A lesson. One whose module has no overview is drawn as a page.
fn lesson(writer: &mut Writer<'_>, id: PageId) -> String {
    let site = writer.studio.site;
    let article = finished(writer);
    let module = writer
        .studio
        .atlas
        .module(id)
        .and_then(|m| Some((m, m.page?)));
    let place = module.and_then(|(m, _)| m.lessons.iter().position(|&l| l == id));
    let (Some((module, overview)), Some(place)) = (module, place) else {
        let view = PageView {
            article,
            frame: own_frame(writer),
        };
        return writer.template("page.html", &view);
    };
    let link = |id: PageId| writer.title_link(id);
    let view = LessonView {
        module: link(overview),
        number: place + 1,
        minutes: (!is_quiz(site.page(id))).then(|| writer.studio.atlas.minutes(id)),
        lessons: lessons::rail(writer, module),
        paper_href: prints::test_path(site, id).map(|path| writer.file_href(&path)),
        previous: place.checked_sub(1).map(|at| link(module.lessons[at])),
        next: module.lessons.get(place + 1).map(|&next| link(next)),
        frame: own_frame(writer),
        article,
    };
    writer.template("lesson.html", &view)
}

fn script(writer: &mut Writer<'_>, id: PageId) -> String {
    let source = writer.studio.site.page(id);
    let text = Text::of(source);
    let Some(script) = source.page().script.as_ref() else {
        return String::new();
    };
    let mut article = article_of(writer, text, &script.intro);
    let scenes = dialogue::scenes(writer, text, script);
    let headings: Vec<NodeId> = script.scenes.iter().map(|scene| scene.heading).collect();
    let nodes: Vec<NodeRef<'_>> = headings.iter().map(|&id| text.tree.node(id)).collect();
    article.toc = contents(writer, text, &nodes);
    finish(writer, &mut article);
    let data_json = dialogue_data::json(script, text.tree);
    if data_json.is_some() {
        writer.bundles.insert("dialogue");
    }
    let view = ScriptView {
        cast: dialogue::cast(writer, text, script),
        scenes,
        pass: dialogue::pass(script),
        papers: paper::papers(writer, script),
        data_json,
        frame: own_frame(writer),
        article,
    };
    writer.template("script.html", &view)
}

fn handout(writer: &mut Writer<'_>, id: PageId) -> String {
    let site = writer.studio.site;
    let article = finished(writer);
    let messages = crate::link::key_messages(site, id);
    let given: Vec<&(String, String)> = messages
        .iter()
        .filter(|(id, _)| writer.ids.contains(id))
        .collect();
    let frame = own_frame(writer);
    let view = HandoutView {
        minutes: writer.studio.atlas.minutes(id),
        code_svg: frame.address.as_deref().and_then(super::address::code),
        level_name: writer
            .meta
            .level
            .map(|at| site.config.level_name(at, &writer.meta.lang).to_owned()),
        key_messages: given
            .into_iter()
            .map(|(id, text)| KeyMessageView {
                href: format!("#{}", super::escape::path_address(id)),
                html: {
                    let text = writer.facts.expand(text, |_, _| {});
                    super::escape::escaped(&writer.plain_text(&text))
                },
            })
            .collect(),
        contacts: contacts(writer),
        frame,
        article,
    };
    writer.template("handout.html", &view)
}

/// Whom to call: the facts of the page that are telephone numbers, by the names they have in `facts.yaml`. Names are
/// in the language of the site, so other languages leave this out; the numbers stand in their text.
fn contacts(writer: &Writer<'_>) -> Vec<ContactView> {
    if writer.meta.lang != writer.studio.site.config.language() {
        return Vec::new();
    }
    let used = writer.facts_used.iter();
    used.filter_map(|name| {
        let value = writer
            .facts
            .get(name)
            .filter(|value| super::inline::is_number(value))?;
        let digits = value.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        Some(ContactView {
            label: capitalised(&name.replace(['_', '-'], " ")),
            value: writer.plain_text(value),
            href: Some(format!("tel:{}", digits.collect::<String>())),
        })
    })
    .collect()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
