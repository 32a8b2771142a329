//! The map: every scene and every way is in it, nothing lies over anything, and the list says the same.

use crate::site::{CAST, attributes, between, build, html, words};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const SMALL: &str = "\
## One

- [a](#two) {best}
- [b](#three)
- [c](#two)

## Two

- [back](#one)
- [fail](#three) {critical}
- [on](#end) {best}

## Three {ending=poor}

Words.

## End {ending=good}

Words.

## Lost

[Continue](#end)
";

fn map(body: &str) -> String {
    let (_, outputs) = build(&[("scripts/x.md", &format!("{CAST}{body}"))]);
    html(&outputs, "scripts/x.map.html")
}

/// The boxes of the picture: left, top, width, height.
fn boxes(html: &str) -> Vec<[i64; 4]> {
    let shapes = between(html, "<a class=\"map-box", "</a>").into_iter();
    shapes
        .map(|shape| {
            ["x", "y", "width", "height"].map(|name| {
                let value = attributes(shape, name)[0];
                value.parse().expect("a whole number")
            })
        })
        .collect()
}

/// The names of lines that start at a scene, `1 2` for "1. One → 2. Two".
fn drawn(html: &str) -> BTreeSet<(usize, usize)> {
    let titles = between(html, "<title>", "</title>").into_iter();
    let number = |name: &str| name.trim().split('.').next()?.parse().ok();
    titles
        .filter_map(|title| {
            let (from, to) = title.split_once('→')?;
            Some((number(from)?, number(to)?))
        })
        .collect()
}

/// The ways that the list names.
fn listed(html: &str) -> BTreeSet<(usize, usize)> {
    let list = html
        .split("class=\"map-list\"")
        .nth(1)
        .expect("there is a list");
    let scenes = list.split("<li><p>").skip(1).enumerate();
    scenes
        .flat_map(|(at, scene)| {
            let goals = between(scene, "class=\"map-goal\">→ ", ".").into_iter();
            goals.map(move |goal| (at + 1, goal.parse().expect("a number")))
        })
        .collect()
}

#[test]
fn scenes_ways_and_kinds_are_drawn_and_named() {
    let html = map(SMALL);
    let expected: BTreeSet<_> = [(1, 2), (1, 3), (2, 1), (2, 3), (2, 4), (5, 4)].into();
    assert_eq!(drawn(&html), expected);
    assert_eq!(listed(&html), expected);
    assert_eq!(boxes(&html).len(), 5);
    let names: Vec<String> = between(&html, "<a class=\"map-box", "</a>")
        .iter()
        .map(|shape| words(shape.split_once('>').expect("a tag").1))
        .collect();
    assert_eq!(
        names,
        [
            "1. One Start",
            "2. Two",
            "3. Three A poor ending",
            "4. End A good ending",
            "5. Lost Unreachable"
        ]
    );
    let classes = between(&html, "<a class=\"map-box", "\"");
    assert_eq!(
        classes,
        [
            " map-best",
            " map-best",
            " map-ending map-poor",
            " map-ending map-good map-best",
            " map-unreachable"
        ]
    );
    let hrefs = between(&html, "<a class=\"map-box", ">");
    assert!(hrefs[0].contains("href=\"x.html#one\""), "{}", hrefs[0]);
    // The best path, what leads back and the critical choice are told apart.
    let ways = between(&html, "<g class=\"map-way", "</title>");
    let class_of = |name: &str| {
        let way = ways
            .iter()
            .find(|way| way.ends_with(name))
            .expect("the way is drawn");
        way.split('"').next().expect("a class").trim()
    };
    assert_eq!(class_of("1. One → 2. Two"), "map-best");
    assert_eq!(class_of("1. One → 3. Three"), "");
    assert_eq!(class_of("2. Two → 1. One"), "map-back");
    assert_eq!(class_of("2. Two → 3. Three"), "map-critical");
    assert_eq!(class_of("2. Two → 4. End"), "map-best");
    let letters: BTreeSet<&str> = between(&html, "<text class=\"map-letters", "</text>")
        .iter()
        .map(|text| text.split_once('>').expect("a tag").1)
        .collect();
    assert_eq!(letters, ["A C", "B", "A", "B ✕", "C"].into());
}

#[test]
fn lost_scenes_stand_apart_below_all_others() {
    let boxes = boxes(&map(SMALL));
    let foot = boxes[..4]
        .iter()
        .map(|b| b[1] + b[3])
        .max()
        .expect("four boxes");
    assert!(boxes[4][1] > foot);
}

#[test]
fn words_stay_in_their_boxes() {
    let body = "## A very long title, with manywordsinonethatdonotfit and so on {ending=good}\n";
    let html = map(body);
    let [_, y, _, height] = boxes(&html)[0];
    let lines = between(&html, "<tspan", "</tspan>");
    assert!(lines.len() > 3);
    for line in lines {
        let foot: i64 = attributes(line, "y")[0].parse().expect("a number");
        assert!(y < foot && foot < y + height);
        // 150 wide, 10 free on both sides, and no letter is wider than its size of 14: 9 always fit, 30 never.
        let text = line.split_once('>').expect("a tag").1;
        assert!(text.chars().count() <= 30, "{text}");
    }
}

#[test]
fn a_script_that_nobody_could_read_is_a_list() {
    let mut body = String::new();
    for n in 0..401 {
        let _ = write!(body, "## S{n}\n\n[Continue](#s{})\n\n", n + 1);
    }
    body.push_str("## S401 {ending=good}\n");
    let html = map(&body);
    assert!(boxes(&html).is_empty());
    assert!(html.contains("402 scenes"));
    assert_eq!(listed(&html).len(), 401);
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the test is about how long it takes"
)]
fn a_hundred_scenes_with_ways_back_are_laid_out_fast() {
    let mut body = String::new();
    for n in 0..100_usize {
        let _ = write!(body, "## S{n}\n\n");
        for to in [n + 1, n + 3, n + 7, n.saturating_sub(4)] {
            let _ = writeln!(body, "- [x](#s{})", to.min(99));
        }
        body.push_str("- [out](#end)\n\n");
    }
    body.push_str("## End {ending=good}\n");
    let start = std::time::Instant::now();
    let html = map(&body);
    // Checking, drawing and laying out, unoptimised, on a busy machine.
    assert!(start.elapsed().as_secs() < 20);
    assert_eq!(boxes(&html).len(), 101);
    assert_eq!(drawn(&html), listed(&html));
}

/// Scenes, each with where its choices lead.
fn graphs() -> impl Strategy<Value = Vec<Vec<usize>>> {
    (1..24_usize)
        .prop_flat_map(|count| prop::collection::vec(prop::collection::vec(0..count, 0..5), count))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_graph_is_drawn_whole_and_clear(graph in graphs()) {
        let mut body = String::new();
        let mut expected = BTreeSet::new();
        for (at, ways) in graph.iter().enumerate() {
            let _ = write!(body, "## S{at}\n\n**Dana:** Words.\n\n");
            for to in ways {
                let _ = writeln!(body, "- [x](#s{to})");
                expected.insert((at + 1, to + 1));
            }
            body.push('\n');
        }
        let html = map(&body);
        prop_assert_eq!(&drawn(&html), &expected);
        prop_assert_eq!(&listed(&html), &expected);
        let boxes = boxes(&html);
        prop_assert_eq!(boxes.len(), graph.len());
        for (at, a) in boxes.iter().enumerate() {
            for b in &boxes[at + 1..] {
                let apart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1];
                prop_assert!(apart, "{:?} lies over {:?}", a, b);
            }
        }
        // Every box lies in one band.
        let bands: Vec<[i64; 2]> = between(&html, "viewBox=\"0 ", "\"").iter().filter_map(|view| {
            let numbers: Vec<i64> = view.split(' ').filter_map(|n| n.parse().ok()).collect();
            (numbers.len() == 3 && numbers[1] > 44).then(|| [numbers[0], numbers[2]])
        }).collect();
        for b in &boxes {
            let whole = bands.iter().any(|band| band[0] <= b[1] && b[1] + b[3] <= band[0] + band[1]);
            prop_assert!(whole, "{:?} is cut by {:?}", b, bands);
        }
        prop_assert_eq!(html, map(&body));
    }
}
