//! Boxes, lines and letters of the map, and the bands that it is cut into.

use super::graph::Graph;
use super::layers::{Item, Link, Rows};
use super::order::{Neighbours, reduce_crossings};
use super::place::{BOX, across};
use super::ports::ports;
use super::wrap::wrap;
use crate::render::view::{BandView, BoxView, LineView, PictureView, TextLine};

/// A script with more scenes is not drawn: nobody could read it.
const MOST_SCENES: usize = 400;
/// Nor is one with more lanes.
const MOST_LANES: usize = 4_000;
/// Nor one that is wider.
const MOST_WIDTH: f64 = 4_000.0;

/// Free space around the picture.
const EDGE: f64 = 22.0;
/// Between two rows.
const GAP: f64 = 56.0;
/// Above the scenes that nothing leads to, for the words that say so.
const APART: f64 = 44.0;
/// Inside a box.
const PADDING: f64 = 10.0;
const TITLE: f64 = 14.0;
const TITLE_LINE: f64 = 18.0;
const FACT: f64 = 12.0;
const FACT_LINE: f64 = 16.0;

/// Width and height of the text of a page, A4 or Letter (whichever is less) with margins of 18 mm: upright, and on its
/// side. In CSS pixels.
const UPRIGHT: (f64, f64) = (655.0, 900.0);
const ON_ITS_SIDE: (f64, f64) = (905.0, 640.0);
/// What title and legend take of the first page when it is upright; a picture on its side starts on a page of its own.
const HEAD: f64 = 350.0;

/// The words in the box of a scene.
#[derive(Debug, Clone)]
pub struct Label {
    /// Number and title.
    pub name: String,
    /// What kind of scene it is.
    pub facts: Vec<String>,
    pub ending: Option<String>,
    pub ending_known: bool,
    pub href: String,
}

/// Draws a graph; `None` when it is too large. `apart` stands over the scenes that nothing leads to.
#[must_use]
pub fn picture(graph: &Graph, labels: &[Label], apart: &str) -> Option<PictureView> {
    if graph.nodes.is_empty() || graph.nodes.len() > MOST_SCENES {
        return None;
    }
    let mut rows = Rows::of(graph, MOST_LANES)?;
    let neighbours = Neighbours::of(&rows);
    reduce_crossings(&mut rows, &neighbours);
    let (middle, width) = across(&rows, &neighbours);
    if width > MOST_WIDTH {
        return None;
    }
    let mut drawing = Drawing::new(graph, labels, &rows, middle);
    drawing.stack();
    let ends = ports(&rows, &drawing.x);
    Some(drawing.cut(&ends, width + 2.0 * EDGE, apart))
}

struct Drawing<'a> {
    graph: &'a Graph,
    labels: &'a [Label],
    rows: &'a Rows,
    /// The middle of every item, from the left edge of the picture.
    x: Vec<f64>,
    /// The lines of each box, title and facts.
    texts: Vec<(Vec<String>, Vec<String>)>,
    /// The upper edge of each row and the height of its highest box.
    down: Vec<(f64, f64)>,
    row_of: Vec<usize>,
}

impl<'a> Drawing<'a> {
    fn new(graph: &'a Graph, labels: &'a [Label], rows: &'a Rows, middle: Vec<f64>) -> Self {
        let inner = BOX - 2.0 * PADDING;
        let texts = labels.iter().map(|label| {
            let facts = label.facts.iter().flat_map(|fact| wrap(fact, FACT, inner));
            (wrap(&label.name, TITLE, inner), facts.collect())
        });
        let mut row_of = vec![0; rows.items.len()];
        for (at, row) in rows.rows.iter().enumerate() {
            for &item in row {
                row_of[item] = at;
            }
        }
        Self {
            graph,
            labels,
            rows,
            x: middle.into_iter().map(|x| x + EDGE).collect(),
            texts: texts.collect(),
            down: Vec::new(),
            row_of,
        }
    }

    fn height(&self, scene: usize) -> f64 {
        let (title, facts) = &self.texts[scene];
        let lines = count(title.len()) * TITLE_LINE + count(facts.len()) * FACT_LINE;
        lines.max(TITLE_LINE) + 2.0 * PADDING
    }

    /// Sets the rows below each other.
    fn stack(&mut self) {
        let mut y = EDGE;
        for at in 0..self.rows.rows.len() {
            if Some(at) == self.first_apart() {
                y += APART;
            }
            let scenes = self.rows.rows[at]
                .iter()
                .filter_map(|&item| self.scene(item));
            let height = scenes.map(|scene| self.height(scene)).fold(0.0, f64::max);
            self.down.push((y, height));
            y += height + GAP;
        }
    }

    fn scene(&self, item: usize) -> Option<usize> {
        match self.rows.items[item] {
            Item::Scene(scene) => Some(scene),
            Item::Lane => None,
        }
    }

    /// The first row of scenes that nothing leads to.
    fn first_apart(&self) -> Option<usize> {
        let apart = (0..self.graph.nodes.len()).filter(|&s| !self.graph.nodes[s].reachable);
        apart.map(|scene| self.row_of[scene]).min()
    }

    fn bottom(&self, row: usize) -> f64 {
        self.down[row].0 + self.down[row].1
    }

    /// Cuts the picture between rows where a sheet of paper ends.
    fn cut(&self, ends: &[(f64, f64)], width: f64, apart: &str) -> PictureView {
        let wide = width > UPRIGHT.0 * 1.15;
        let paper = if wide { ON_ITS_SIDE } else { UPRIGHT };
        let most = paper.1 * (width / paper.0).max(1.0);
        let count = self.down.len();
        let end = self.bottom(count - 1) + EDGE;
        let (mut bands, mut first, mut top) = (Vec::new(), 0, 0.0);
        for row in 0..count {
            let last = row + 1 == count;
            let foot = if last {
                end
            } else {
                (self.bottom(row) + self.down[row + 1].0) / 2.0
            };
            let next = if last { end } else { self.bottom(row + 1) };
            let taken = if bands.is_empty() && !wide { HEAD } else { 0.0 };
            if last || next - top > most - taken * most / paper.1 {
                bands.push(self.band(ends, (first, row), (top, foot), apart));
                (first, top) = (row + 1, foot.round());
            }
        }
        PictureView {
            width: whole(width),
            wide,
            bands,
        }
    }

    /// Some rows with all lines that touch them.
    fn band(
        &self,
        ends: &[(f64, f64)],
        (first, last): (usize, usize),
        (top, foot): (f64, f64),
        apart: &str,
    ) -> BandView {
        let scenes = (0..self.graph.nodes.len())
            .filter(|&scene| (first..=last).contains(&self.row_of[scene]));
        let touches = |link: &Link| {
            let upper = self.row_of[link.upper];
            upper + 1 >= first && upper <= last
        };
        let links = self.rows.links.iter().enumerate();
        let mut lines: Vec<LineView> = links
            .filter(|(_, link)| touches(link))
            .map(|(at, link)| self.line(ends[at], link))
            .collect();
        lines.extend(scenes.clone().filter_map(|scene| self.circle(scene)));
        // What is drawn later lies on top.
        lines.sort_by_key(|line| line.best);
        let note = self
            .first_apart()
            .filter(|row| (first..=last).contains(row));
        BandView {
            top: whole(top),
            height: whole(foot) - whole(top),
            lines,
            boxes: scenes.map(|scene| self.scene_box(scene)).collect(),
            notes: note
                .map(|row| text(EDGE, self.down[row].0 - 16.0, apart))
                .into_iter()
                .collect(),
        }
    }

    fn scene_box(&self, scene: usize) -> BoxView {
        let (title, facts) = &self.texts[scene];
        let label = &self.labels[scene];
        let (middle, top) = (self.x[scene], self.down[self.row_of[scene]].0);
        let height = self.height(scene);
        let mut y = top + PADDING;
        let mut lines = |words: &[String], line: f64| -> Vec<TextLine> {
            let placed = words.iter().map(|words| {
                y += line;
                text(middle, y - line * 0.25, words)
            });
            placed.collect()
        };
        BoxView {
            x: whole(middle - BOX / 2.0),
            y: whole(top),
            width: whole(BOX),
            height: whole(height),
            radius: if label.ending.is_some() { 20 } else { 4 },
            href: label.href.clone(),
            name: label.name.clone(),
            title: lines(title, TITLE_LINE),
            facts: lines(facts, FACT_LINE),
            ending: label.ending.clone(),
            ending_known: label.ending_known,
            best: self.graph.nodes[scene].best,
            unreachable: !self.graph.nodes[scene].reachable,
        }
    }

    /// A piece of a line, from the foot of the upper row to the head of the lower one.
    fn line(&self, (upper, lower): (f64, f64), link: &Link) -> LineView {
        let row = self.row_of[link.upper];
        let (foot, head) = (self.bottom(row), self.down[row + 1].0);
        let (from, to) = (self.scene(link.upper), self.scene(link.lower));
        let start = from.map_or(self.down[row].0, |scene| {
            self.down[row].0 + self.height(scene)
        });
        let up = from.filter(|_| link.back);
        let down = to.filter(|_| !link.back);
        let begin = whole(if up.is_some() { start + 7.0 } else { start });
        let end = whole(if down.is_some() { head - 7.0 } else { head });
        let (x1, x2) = (whole(upper), whole(lower));
        let bend = whole((foot + head) / 2.0);
        let path = format!(
            "M{x1} {begin}V{}C{x1} {bend} {x2} {bend} {x2} {end}",
            whole(foot).max(begin)
        );
        let arrow = match (up, down) {
            (Some(_), _) => Some(format!("M{x1} {}l-5 9h10z", whole(start))),
            (_, Some(_)) => Some(format!("M{x2} {}l-5 -9h10z", whole(head))),
            _ => None,
        };
        let edge = link.edge.map(|at| &self.graph.edges[at]);
        let (x, y) = if link.back {
            (lower, head - 8.0)
        } else {
            (upper, start + 16.0)
        };
        let named = edge.filter(|edge| !edge.letters.is_empty());
        LineView {
            path,
            arrow,
            letters: named
                .map(|edge| text(x, y, &self.letters(edge.letters.join(" "), edge.critical))),
            name: self.line_name(edge.map(|edge| edge.from), link.target),
            best: link.best,
            back: link.back,
            critical: edge.is_some_and(|edge| edge.critical),
        }
    }

    /// A scene that leads to itself.
    fn circle(&self, scene: usize) -> Option<LineView> {
        let mut edges = self.graph.edges.iter();
        let edge = edges.find(|edge| edge.from == scene && edge.to == scene)?;
        let x = whole(self.x[scene] + BOX / 2.0);
        let top = self.down[self.row_of[scene]].0;
        let middle = whole(top + self.height(scene) / 2.0);
        let words = self.letters(edge.letters.join(" "), edge.critical);
        Some(LineView {
            path: format!("M{x} {}c16 0 16 16 6 16", middle - 8),
            arrow: Some(format!("M{x} {}l9 -5v10z", middle + 8)),
            letters: Some(TextLine {
                x: x + 6,
                y: middle - 13,
                text: words,
            }),
            name: self.line_name(Some(scene), scene),
            best: edge.best,
            back: true,
            critical: edge.critical,
        })
    }

    fn letters(&self, letters: String, critical: bool) -> String {
        if critical {
            format!("{letters} ✕")
        } else {
            letters
        }
    }

    fn line_name(&self, from: Option<usize>, to: usize) -> String {
        let to = &self.labels[to].name;
        match from {
            Some(from) => format!("{} → {to}", self.labels[from].name),
            None => format!("→ {to}"),
        }
    }
}

fn text(x: f64, y: f64, words: &str) -> TextLine {
    TextLine {
        x: whole(x),
        y: whole(y),
        text: words.to_owned(),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place in a picture of some thousand pixels"
)]
fn whole(length: f64) -> i64 {
    length.round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "the lines of one box")]
fn count(lines: usize) -> f64 {
    lines as f64
}
