//! Role-play cards and the best path on paper.

use crate::site::{CAST, between, build, html, words};

const TALK: &str = "\
A word before. See [the end](#end).

## Opening

**Dana:** (not looking up) My pills ran out.

- [No.](#shut) {critical}
  > Rules end it.
- [Tell me more.](#week) {listen trust+1 best}
  > An open question.

## Shut {ending=poor}

Dana leaves.

## Week

**Dana:** My back went out.

- And then?
  > You stay with it.
- [May I?](#opening) {if=\"trust>=9\"}
  > Later.

**Dana:** I was afraid.

[Continue](#end)

## End {ending=good}

**You:** Let us write it down.

Dana smiles.
";

fn page(kind: &str) -> String {
    let (_, outputs) = build(&[("scripts/x.md", &format!("{CAST}{TALK}"))]);
    html(&outputs, &format!("scripts/x.{kind}.html"))
}

#[test]
fn the_best_path_is_read_line_by_line() {
    let html = page("reading");
    let lines: Vec<String> = between(&html, "<ol class=\"reading-lines\"", "</ol>")
        .iter()
        .flat_map(|list| between(list, "<li", "</li>"))
        .map(|line| words(line.split_once('>').expect("a tag").1))
        .collect();
    assert_eq!(
        lines,
        [
            "Dana ( not looking up ) My pills ran out.",
            "You Tell me more.",
            "Dana My back went out.",
            "You And then?",
            "Dana I was afraid.",
            "You Let us write it down.",
            "Narrator Dana smiles.",
        ]
        .map(|line| line.replace("( ", "(").replace(" )", ")"))
    );
    // Lines are counted over all scenes.
    assert_eq!(
        between(&html, "<ol class=\"reading-lines\" start=\"", "\""),
        ["1", "3", "6"]
    );
    // A link in the text leads to the scene on the script's page: this one does not hold all scenes.
    assert!(html.contains("href=\"x.html#end\""));
}

#[test]
fn there_is_a_card_for_everyone_and_for_every_scene() {
    let html = page("cards");
    let cards: Vec<String> = between(&html, "<div class=\"play-card", "</section>")
        .iter()
        .map(|card| words(card.split_once('>').expect("a tag").1))
        .collect();
    assert_eq!(cards.len(), 2 + 4);
    assert!(cards[0].contains("You play Dana (patient). Your lines are on cards: 1, 3"));
    assert!(cards[1].contains("You choose on cards: 1, 3, 4 You practise: listen"));
    assert!(
        cards[2]
            .starts_with("1 Opening Dana (not looking up) My pills ran out. A No. go to card 2")
    );
    assert!(cards[2].contains("B Tell me more. go to card 3"));
    assert!(
        cards[4].contains("A And then? goes on below B May I? go to card 1 · Offered if trust ≥ 9")
    );
    assert!(cards[4].contains("Continue: go to card 4"));
    assert!(cards[5].starts_with("4 End A good ending"));
}

#[test]
fn feedback_stands_apart_from_the_cards() {
    let html = page("cards");
    let (cards, notes) = html.split_once("deck-notes").expect("there are notes");
    for feedback in [
        "Rules end it.",
        "An open question.",
        "You stay with it.",
        "Later.",
    ] {
        assert!(!cards.contains(feedback), "{feedback} is on a card");
        assert!(notes.contains(feedback), "{feedback} is not in the notes");
    }
    assert!(words(notes).contains("B Model answer An open question. listen, trust +1"));
}

#[test]
fn the_script_leads_to_its_papers_and_back() {
    let (_, outputs) = build(&[("scripts/x.md", &format!("{CAST}{TALK}"))]);
    let script = html(&outputs, "scripts/x.html");
    for kind in ["map", "cards", "reading"] {
        assert!(
            script.contains(&format!("href=\"x.{kind}.html\"")),
            "{kind}"
        );
        let paper = html(&outputs, &format!("scripts/x.{kind}.html"));
        assert!(paper.contains("href=\"x.html\""), "{kind}");
    }
}

#[test]
fn the_shortest_good_run_keeps_to_conditions_and_to_once() {
    // The best choice can be taken one time only; to pass, the reader has to listen twice.
    let body = "## Hub\n\n- [first](#hub) {best once listen}\n- [second](#hub) {listen if=\"listen>=1\" once}\n- [out](#end)\n\n## End {ending=good}\n\n**You:** Done.\n";
    let front = CAST.replace("skills:", "pass: listen >= 2\nskills:");
    let (_, outputs) = build(&[("scripts/x.md", &format!("{front}{body}"))]);
    let html = html(&outputs, "scripts/x.reading.html");
    let lines: Vec<String> = between(&html, "<div class=\"reading\">", "</main>")
        .iter()
        .flat_map(|list| between(list, "<li>", "</li>"))
        .map(words)
        .collect();
    assert_eq!(lines, ["You first", "You second", "You out", "You Done."]);
}

#[test]
fn a_page_that_would_take_the_place_of_a_paper_is_told() {
    use teachback::pipeline::{self, Memo, Options};
    use teachback::source::{SourceFile, SourceTree};
    let file = |path: &str, text: &str| SourceFile::new(path, text);
    let levels = "title: T\nlevels: [{id: map}]\n";
    let text = format!("{CAST}{TALK}");
    let sources = SourceTree::new(
        vec![
            file("teachback.yaml", levels),
            file("content/scripts/x.md", &text),
            file("content/scripts/x.map.md", &text),
        ],
        vec![],
        vec![],
    );
    let built =
        pipeline::build(&sources, &Options::default(), &Memo::default()).expect("nothing is read");
    let names: Vec<&str> = built.diagnostics.iter().map(|d| d.rule.name).collect();
    assert!(names.contains(&"output-clash"), "{names:?}");
}
