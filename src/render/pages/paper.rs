//! The pages that go with a script: its map, its role-play cards and its best path to be read aloud.

use super::{Drawn, article_of, finish};
use crate::diagnostic::Outcome;
use crate::link::PageId;
use crate::link::dialogue::{Visit, best_path};
use crate::model::{Choice, Scene, Script, Target, Tree, Turn};
use crate::render::dialogue;
use crate::render::map::{Graph, Label, lettered, picture, places};
use crate::render::view::{
    Article, CardScene, CardsView, Frame, Link, MapScene, MapView, MapWay, Papers, ReadingLine,
    ReadingScene, ReadingView, RoleCard, SceneView, TurnView,
};
use crate::render::words::FluentValue;
use crate::render::writer::{Studio, Text, Writer};
use std::collections::HashMap;

/// What the name of each page has between that of the script and its ending.
const MAP: &str = "map";
const CARDS: &str = "cards";
const READING: &str = "reading";

/// The path of a page that goes with the page at `path`.
fn beside(path: &str, kind: &str) -> String {
    let stem = path.strip_suffix(".html").unwrap_or(path);
    format!("{stem}.{kind}.html")
}

/// Where the pages that go with the writer's script are.
pub fn papers(writer: &Writer<'_>, script: &Script) -> Option<Papers> {
    let href = |kind: &str| writer.file_href(&beside(writer.path, kind));
    (!script.scenes.is_empty()).then(|| Papers {
        map: href(MAP),
        cards: href(CARDS),
        reading: href(READING),
    })
}

/// Draws the pages that go with a page; none for a page that is no script.
pub fn with(studio: Studio<'_>, id: PageId) -> Outcome<Vec<Drawn>> {
    let page = studio.site.page(id);
    let mut diagnostics = Vec::new();
    let mut drawn = Vec::new();
    let script = page.page().script.as_ref();
    if let Some(script) = script.filter(|script| !script.scenes.is_empty()) {
        let best = best_path(script, &page.page().tree);
        let kinds: [(&str, Draw); 3] = [(MAP, map), (CARDS, cards), (READING, reading)];
        for (kind, draw) in kinds {
            let path = beside(&page.path, kind);
            let mut writer = Writer::new(studio, id, &path);
            writer.anchors_on = writer.page_href(id);
            let paper = Paper {
                id,
                script,
                best: &best,
                kind,
            };
            let html = draw(&mut writer, &paper);
            diagnostics.append(&mut writer.diagnostics);
            drawn.push((path, html));
        }
    }
    Outcome::new(drawn, diagnostics)
}

type Draw = for<'a> fn(&mut Writer<'a>, &Paper<'a>) -> String;

/// A script with what its pages share.
struct Paper<'a> {
    id: PageId,
    script: &'a Script,
    best: &'a [Visit],
    kind: &'static str,
}

impl<'a> Paper<'a> {
    fn text(&self, writer: &Writer<'a>) -> Text<'a> {
        Text::of(writer.studio.site.page(self.id))
    }

    /// The link back to the script.
    fn back(&self, writer: &Writer<'_>) -> Link {
        writer.title_link(self.id)
    }

    /// The frame. Other levels and languages of the script have such a page, too.
    fn frame(&self, writer: &Writer<'_>) -> Frame {
        let kind = format!("script-{}", self.kind);
        let mut frame = writer.frame(&kind, &self.title(writer));
        for variant in frame.levels.iter_mut().chain(&mut frame.languages) {
            variant.href = beside(&variant.href, self.kind);
        }
        frame.breadcrumbs.push(self.back(writer));
        frame
    }

    /// The title of the page: that of the script, and what the page is.
    fn title(&self, writer: &Writer<'_>) -> String {
        let what = writer.word(&format!("paper-{}", self.kind));
        format!("{}: {what}", writer.meta.title)
    }

    /// What stands before the first scene.
    fn introduced(&self, writer: &mut Writer<'a>) -> Article {
        let text = self.text(writer);
        Article {
            title: self.title(writer),
            toc: Vec::new(),
            ..article_of(writer, text, &self.script.intro)
        }
    }
}

fn map<'a>(writer: &mut Writer<'a>, paper: &Paper<'a>) -> String {
    let tree = &writer.studio.site.page(paper.id).page().tree;
    let graph = Graph::of(paper.script, tree, paper.best);
    writer.bundles.insert("map");
    let back = paper.back(writer);
    let scenes = map_scenes(writer, paper, &graph);
    let labels: Vec<Label> = scenes
        .iter()
        .enumerate()
        .map(|(at, scene)| Label {
            name: format!("{}. {}", scene.number, scene.title),
            facts: facts(writer, scene, graph.nodes[at].stops),
            ending: scene.ending.clone(),
            ending_known: scene.ending_known,
            href: scene.href.clone(),
        })
        .collect();
    let view = MapView {
        picture: picture(&graph, &labels, &writer.word("map-apart")),
        article: Article {
            title: paper.title(writer),
            meta: writer.meta_view(),
            ..Article::default()
        },
        frame: paper.frame(writer),
        script: back,
        cast: dialogue::cast(writer, paper.text(writer), paper.script),
        scenes,
    };
    writer.template("script-map.html", &view)
}

/// What the box of a scene says below its title.
fn facts(writer: &Writer<'_>, scene: &MapScene, stops: bool) -> Vec<String> {
    let mut facts = Vec::new();
    if scene.number == 1 {
        facts.push(writer.word("map-start"));
    }
    if let Some(ending) = &scene.ending {
        facts.push(if scene.ending_known {
            writer.word(&format!("ending-{ending}"))
        } else {
            let name = [("name", FluentValue::from(ending.as_str()))];
            let words = writer.studio.theme.words();
            words.get(&writer.meta.lang, "ending-other", &name)
        });
    }
    if stops {
        facts.push(writer.word("map-stops"));
    }
    if scene.unreachable {
        facts.push(writer.word("map-unreachable"));
    }
    facts
}

fn map_scenes<'a>(writer: &Writer<'a>, paper: &Paper<'a>, graph: &Graph) -> Vec<MapScene> {
    let script = paper.script;
    let ways = Ways {
        writer,
        script,
        tree: paper.text(writer).tree,
        places: places(script),
    };
    let page = writer.page_href(paper.id);
    let scenes = script.scenes.iter().zip(&graph.nodes).enumerate();
    scenes
        .map(|(at, (scene, node))| {
            let (ending, ending_known) = dialogue::ending(scene);
            MapScene {
                number: at + 1,
                title: scene.title.clone(),
                href: format!("{page}#{}", crate::render::escape::path_address(&scene.id)),
                ending,
                ending_known,
                best: node.best,
                unreachable: !node.reachable,
                ways: ways.out_of(scene),
            }
        })
        .collect()
}

/// Says where scenes lead.
struct Ways<'s, 'a> {
    writer: &'s Writer<'a>,
    script: &'a Script,
    tree: &'a Tree,
    /// The number of each scene, by its anchor.
    places: HashMap<&'a str, usize>,
}

impl<'a> Ways<'_, 'a> {
    /// The choices of a scene, then the links that lead on.
    fn out_of(&self, scene: &'a Scene) -> Vec<MapWay> {
        let choices = lettered(&scene.turns).map(|(letter, choice)| self.choice(letter, choice));
        let links = scene.turns.iter().filter_map(|turn| match turn {
            Turn::Continue { label, target } => {
                let way = MapWay {
                    text: label.clone(),
                    ..MapWay::default()
                };
                Some(self.led(way, Some(target)))
            }
            _ => None,
        });
        choices.chain(links).collect()
    }

    fn choice(&self, letter: String, choice: &Choice) -> MapWay {
        let words = choice.text.plain_text(self.tree);
        let condition = choice.condition.as_ref();
        let way = MapWay {
            letter: Some(letter),
            text: self.writer.facts.expand(&words, |_, _| {}),
            best: choice.best,
            critical: choice.critical,
            condition: condition.map(|c| dialogue::condition(&c.value)),
            once: choice.once,
            ..MapWay::default()
        };
        self.led(way, choice.target.as_ref())
    }

    /// A way with the scene that it leads to.
    fn led(&self, way: MapWay, target: Option<&Target>) -> MapWay {
        let to = target.and_then(|target| self.places.get(target.anchor.value.as_str()));
        MapWay {
            number: to.map(|to| to + 1),
            target: to.map(|&to| self.script.scenes[to].title.clone()),
            ..way
        }
    }
}

fn cards<'a>(writer: &mut Writer<'a>, paper: &Paper<'a>) -> String {
    let text = paper.text(writer);
    let script = paper.script;
    let mut article = paper.introduced(writer);
    let drawn = dialogue::scenes(writer, text, script);
    finish(writer, &mut article);
    let view = CardsView {
        article,
        frame: paper.frame(writer),
        script: paper.back(writer),
        pass: dialogue::pass(script),
        skills: script
            .skills
            .iter()
            .map(|s| dialogue::in_words(&s.value))
            .collect(),
        roles: roles(writer, text, script),
        scenes: drawn
            .into_iter()
            .enumerate()
            .map(|(at, scene)| card(script, at, scene))
            .collect(),
    };
    writer.template("script-cards.html", &view)
}

fn card(script: &Script, at: usize, scene: SceneView) -> CardScene {
    let places = places(script);
    let number = |target: &crate::model::Target| {
        let place = places.get(target.anchor.value.as_str());
        place.map(|place| place + 1)
    };
    let mut letters = lettered(&script.scenes[at].turns).map(|(letter, _)| letter);
    let mut card = CardScene {
        number: at + 1,
        ..CardScene::default()
    };
    for turn in &script.scenes[at].turns {
        let (targets, named) = match turn {
            Turn::Choices(choices) => {
                let targets = choices.iter().map(|c| c.target.as_ref().and_then(number));
                (
                    targets.collect(),
                    letters.by_ref().take(choices.len()).collect(),
                )
            }
            Turn::Continue { target, .. } => (vec![number(target)], Vec::new()),
            Turn::Line { .. } | Turn::Narration(_) => (Vec::new(), Vec::new()),
        };
        card.targets.push(targets);
        card.letters.push(named);
    }
    card.has_notes = scene
        .turns
        .iter()
        .any(|turn| matches!(turn, TurnView::Choices { .. }));
    card.scene = scene;
    card
}

/// A card for everyone in the cast: in which scenes they have something to say.
fn roles<'a>(writer: &mut Writer<'a>, text: Text<'a>, script: &Script) -> Vec<RoleCard> {
    let speakers = dialogue::cast(writer, text, script).into_iter().enumerate();
    speakers
        .map(|(place, speaker)| {
            let mut cards = Vec::new();
            for (at, scene) in script.scenes.iter().enumerate() {
                for turn in &scene.turns {
                    let speaks = match turn {
                        Turn::Line { speaker, .. } => *speaker == place,
                        Turn::Choices(_) => speaker.reader,
                        _ => false,
                    };
                    if speaks && cards.last() != Some(&(at + 1)) {
                        cards.push(at + 1);
                    }
                }
            }
            RoleCard { speaker, cards }
        })
        .collect()
}

fn reading<'a>(writer: &mut Writer<'a>, paper: &Paper<'a>) -> String {
    let text = paper.text(writer);
    let mut article = paper.introduced(writer);
    let mut start = 1;
    let mut scenes = Vec::new();
    for visit in paper.best {
        let scene = &paper.script.scenes[visit.scene];
        let (ending, ending_known) = dialogue::ending(scene);
        let mut lines = Vec::new();
        for &passed in &visit.turns {
            let heard = dialogue::passed(writer, text, paper.script, (visit.scene, passed));
            lines.extend(heard.and_then(line));
        }
        let number = start;
        start += lines.len();
        scenes.push(ReadingScene {
            number: visit.scene + 1,
            title: scene.title.clone(),
            ending,
            ending_known,
            start: number,
            lines,
        });
    }
    finish(writer, &mut article);
    let lines = || scenes.iter().flat_map(|scene| &scene.lines);
    let mut cast = dialogue::cast(writer, text, paper.script);
    cast.retain(|member| lines().any(|line| line.speaker.as_ref() == Some(member)));
    let view = ReadingView {
        article,
        frame: paper.frame(writer),
        script: paper.back(writer),
        cast,
        narrated: lines().any(|line| line.speaker.is_none()),
        scenes,
    };
    writer.template("script-reading.html", &view)
}

fn line(turn: TurnView) -> Option<ReadingLine> {
    match turn {
        TurnView::Say {
            speaker,
            direction_html,
            html,
        } => Some(ReadingLine {
            speaker: Some(speaker),
            direction_html,
            html,
        }),
        TurnView::Narration { html } => Some(ReadingLine {
            html,
            ..ReadingLine::default()
        }),
        TurnView::Choices { .. } | TurnView::Continue { .. } => None,
    }
}
