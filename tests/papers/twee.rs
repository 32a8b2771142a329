//! Stories in Twee 3: what comes in, what goes out, and that a script comes back as it was.

use crate::site::{CAST, link, script};
use proptest::prelude::*;
use std::fmt::Write as _;
use teachback::model::{Comparison, Condition, Script, Turn};
use teachback::source::{SourceFile, SourceTree};
use teachback::twee::{Carried, export, import};

fn body(twee: &str) -> String {
    let text = import(twee).text;
    let (_, body) = text[4..]
        .split_once("---\n")
        .expect("there is front matter");
    body.trim().to_owned()
}

fn losses(twee: &str) -> Vec<String> {
    let losses = import(twee).losses.into_iter();
    losses
        .map(|loss| format!("{} {}", loss.line, loss.what))
        .collect()
}

#[test]
fn links_of_every_form_are_choices() {
    let twee = ":: A\nWords.\n\n[[B]]\n[[to b->B]]\n[[B<-by b]]\n[[or b|B]]\n* [[set->B][$trust += 1]]\n\n:: B\nEnd.\n";
    assert_eq!(
        body(twee),
        "## A\n\nWords.\n\n- [B](#b)\n- [to b](#b)\n- [by b](#b)\n- [or b](#b)\n- [set](#b) {trust+1}\n\n## B {ending=mixed}\n\nEnd."
    );
    assert_eq!(losses(twee), [""; 0]);
}

#[test]
fn links_of_sugarcube_macros() {
    let twee = ":: A\n<<link \"Say \\\"sorry\\\"\" \"B\">><<set $trust to $trust + 2>><</link>>\n<<button [[ask->B]]>><<set $fear -= 1>><</button>>\n<<link \"go\">><<goto \"B\">><</link>>\n\n:: B\n";
    assert_eq!(
        body(twee),
        "## A\n\n- [Say \"sorry\"](#b) {trust+2}\n- [ask](#b) {fear-1}\n- [go](#b)\n\n## B {ending=mixed}"
    );
    assert!(
        import(twee)
            .text
            .contains("meters:\n  trust: 0\n  fear: 0\n")
    );
}

#[test]
fn links_of_harlowe_macros() {
    let twee = ":: A\n(link-goto: \"one\", \"B\")\n(link: \"two\")[(set: $trust to it - 1)(go-to: \"B\")]\n(if: $trust > 1 and $met is true)[[[three->B]]](else:)[[[four->B]]]\n\n:: B [ending-good]\n";
    assert_eq!(
        body(twee),
        "## A\n\n- [one](#b)\n- [two](#b) {trust-1}\n- [three](#b) {if=\"trust > 1 and met = 1\"}\n- [four](#b) {if=\"not (trust > 1 and met = 1)\"}\n\n## B {ending=good}"
    );
}

#[test]
fn the_start_comes_first_and_tells_what_meters_start_with() {
    let twee = ":: StoryTitle\nA \"talk\"\n\n:: StoryData\n{\"ifid\": \"X\", \"start\": \"Two\"}\n\n:: StoryInit\n<<set $trust to 3>>\n\n:: One\n\n:: Two\n<<if $trust gte 3>>[[go->One]]<</if>>\n";
    assert_eq!(
        import(twee).text,
        "---\ntitle: \"A \\\"talk\\\"\"\ncast:\n  you: You\nmeters:\n  trust: 3\n---\n\n## Two\n\n- [go](#one) {if=\"trust >= 3\"}\n\n## One {ending=mixed}\n"
    );
}

#[test]
fn what_happens_on_arrival_is_an_effect_of_every_way_there() {
    let twee = ":: A\n[[x->B]]\n\n:: C\n[[y->B][$trust += 2]]\n\n:: B\n<<set $trust += 1>>Hm.\n";
    assert_eq!(
        body(twee),
        "## A\n\n- [x](#b) {trust+1}\n\n## C\n\n- [y](#b) {trust+3}\n\n## B {ending=mixed}\n\nHm."
    );
}

#[test]
fn speakers_and_marks_become_markdown() {
    let twee = ":: A\n''Dana:'' //(quietly)// I ''know'' //that//.\n\n**Sam**: Well.\n\nA line with a [[link->A]] in it.\n# 1 &lt; 2\n";
    let text = import(twee).text;
    assert!(text.contains("cast:\n  you: You\n  \"dana\": \"Dana\"\n  \"sam\": \"Sam\"\n"));
    assert!(text.contains("**Dana:** (quietly) I **know** *that*.\n\n**Sam:** Well.\n\nA line with a link in it.\n\n• 1 \\< 2\n\n[link](#a)\n"));
}

#[test]
fn what_cannot_be_carried_is_listed_with_its_line() {
    let twee = "stray\n:: A\n<<audio \"x\" play>>\n(live: 2s)[tick]\n<<if visited()>>[[x->Gone]]<</if>>\n<<set $a to $b * 2>>\n<<if $a>>\nHidden.\n<</if>>\n/* a note */\n:: css [stylesheet]\na{}\n:: A\n:: StoryData\nno json\n";
    assert_eq!(
        losses(twee),
        [
            "1 the text before the first passage",
            "3 the macro <<audio>>",
            "4 the macro (live:)",
            "5 the passage \"Gone\", which is not there",
            "5 the condition visited()",
            "6 the assignment $a to $b * 2",
            "7 the text under a condition is always shown",
            "10 a comment",
            "11 the passage css, which is no text",
            "13 a second passage with the name \"A\"",
            "14 StoryData, which is no JSON",
        ]
    );
}

#[test]
fn a_story_has_what_the_specification_asks_for() {
    let site = link(&[(
        "scripts/talk.md",
        &format!(
            "{CAST}## Opening [1] {{#a}}\n\n- [\"On\" & on](#b) {{trust+1 if=\"trust>=2\"}}\n  > Good.\n\n## End {{#b ending=good}}\n"
        ),
    )]);
    let text = export(&site, script(&site).0).expect("it is a script").text;
    assert!(text.starts_with(":: StoryTitle\nT\n\n:: StoryData\n{\n"));
    let data = text
        .split(":: StoryData\n")
        .nth(1)
        .and_then(|t| t.split("\n\n").next())
        .expect("data");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["start"], "Opening [1]");
    let number = data["ifid"].as_str().expect("an IFID");
    let shape: String = number
        .chars()
        .map(|c| {
            if matches!(c, '0'..='9' | 'A'..='F') {
                'X'
            } else {
                c
            }
        })
        .collect();
    assert_eq!(shape, "XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX");
    assert_eq!(&number[14..15], "4");
    assert!(text.contains("\n:: Opening \\[1\\] {\"position\":\"100,100\"}\n"));
    assert!(text.contains("<<if $trust gte 2>>* [[\"On\" & on->End][$trust += 1; $feedback to \"Good.\"]] /* {trust+1 if=\"trust >= 2\"} */<</if>>"));
    assert!(text.contains("\n:: End [ending-good] "));
}

/// A script as what its choices are and do, without its text.
fn graph(script: &Script) -> Vec<String> {
    let place = |id: &str| script.scenes.iter().position(|scene| scene.id == id);
    let mut out = Vec::new();
    for scene in &script.scenes {
        let mut line = format!("{:?}", scene.ending.as_ref().map(|e| &e.value));
        for turn in &scene.turns {
            match turn {
                Turn::Line {
                    speaker, direction, ..
                } => {
                    let _ = write!(line, " {speaker}{:?}", direction.as_ref().map(|d| &d.value));
                }
                Turn::Narration(_) => line.push_str(" text"),
                Turn::Continue { target, .. } => {
                    let _ = write!(line, " on {:?}", place(&target.anchor.value));
                }
                Turn::Choices(choices) => {
                    for choice in choices {
                        let skills: Vec<&str> =
                            choice.skills.iter().map(|s| s.value.as_str()).collect();
                        let effects: Vec<_> = choice
                            .effects
                            .iter()
                            .map(|e| (e.meter.value.as_str(), e.change))
                            .collect();
                        let to = choice.target.as_ref().map(|t| place(&t.anchor.value));
                        let test = choice.condition.as_ref().map(|c| said(&c.value));
                        let flags = [
                            choice.once,
                            choice.best,
                            choice.critical,
                            choice.feedback.is_some(),
                        ];
                        let _ = write!(line, " [{to:?} {skills:?} {effects:?} {test:?} {flags:?}]");
                    }
                }
            }
        }
        out.push(line);
    }
    out
}

fn said(condition: &Condition) -> String {
    let all = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(said).collect();
        format!("({})", parts.join(word))
    };
    match condition {
        Condition::Compare { name, op, value } => {
            let sign = match op {
                Comparison::Less => "<",
                Comparison::LessOrEqual => "<=",
                Comparison::Equal => "=",
                Comparison::NotEqual => "!=",
                Comparison::GreaterOrEqual => ">=",
                Comparison::Greater => ">",
            };
            format!("{}{sign}{value}", name.value)
        }
        Condition::Not(inner) => format!("not {}", said(inner)),
        Condition::And(parts) => all(parts, " and "),
        Condition::Or(parts) => all(parts, " or "),
    }
}

/// The script before, and after it has gone out and come back.
fn there_and_back(text: &str) -> (Vec<String>, Vec<String>, Carried) {
    let site = link(&[("scripts/x.md", text)]);
    let (id, before) = script(&site);
    let story = export(&site, id).expect("it is a script");
    let back = import(&story.text);
    let other = link(&[("scripts/x.md", &back.text)]);
    (graph(before), graph(script(&other).1), back)
}

#[test]
fn the_scripts_of_the_repository_come_back() {
    let sources: SourceTree =
        teachback::source::discover(std::path::Path::new(env!("CARGO_MANIFEST_DIR")))
            .expect("the repository can be read");
    let scripts: Vec<&SourceFile> = sources
        .below("content/scripts/")
        .map(AsRef::as_ref)
        .collect();
    assert!(!scripts.is_empty());
    for file in scripts {
        let (before, after, back) = there_and_back(&file.text);
        assert_eq!(after, before, "{}", file.path);
        assert_eq!(back.losses, [], "{}", file.path);
    }
}

#[test]
fn names_and_words_with_signs_of_links_come_back() {
    let body = "Before.\n\n## A [[x]] | y -> z {#a}\n\n**Dana:** 5 < 6, `code` and \\*stars\\*.\n\n- [Say \\[no\\] -> \"now\" | <b>](#a-2) {trust+1}\n  > It says: \"yes\" \\]\\] // and *more*\n  >\n  > [x](https://example.org) twice.\n\n## A [[x]] | y -> z {#a-2 ending=\"so so\"}\n\nEnd.\n";
    let (before, after, _) = there_and_back(&format!("{CAST}{body}"));
    assert_eq!(
        after,
        before
            .iter()
            .map(|line| line.replace("so so", "so-so"))
            .collect::<Vec<_>>()
    );
}

fn scenes() -> impl Strategy<Value = String> {
    let braces = prop::sample::select(vec![
        "",
        "{trust+1}",
        "{listen trust-2 best}",
        "{once}",
        "{once if=\"trust>=2 and not (listen = 1 or trust < 0)\"}",
        "{critical}",
        "{if=\"listen\"}",
        "{best once critical}",
    ]);
    let feedback = prop::sample::select(vec!["", "\n  > Well *said*."]);
    let choice = (prop::option::of(0..6_usize), braces, feedback).prop_map(
        |(to, braces, feedback)| match to {
            Some(to) => format!("- [go & on](#s{to}) {braces}{feedback}\n"),
            None => format!("- stay here {braces}{feedback}\n"),
        },
    );
    let list = prop::collection::vec(choice, 1..4).prop_map(|choices| choices.concat());
    let turn = prop_oneof![
        Just("**Dana:** (softly) Words.\n".to_owned()),
        Just("**You:** *Words*.\n".to_owned()),
        Just("It rains.\n".to_owned()),
        (0..6_usize).prop_map(|to| format!("[Continue](#s{to})\n")),
        list.prop_map(|list| format!("{list}\n<!-- -->\n")),
    ];
    let ending = prop::sample::select(vec!["", " {ending=good}", " {ending=poor}"]);
    let scene = (ending, prop::collection::vec(turn, 1..6));
    prop::collection::vec(scene, 6).prop_map(|scenes| {
        let mut text = CAST.to_owned();
        for (at, (ending, turns)) in scenes.iter().enumerate() {
            let _ = write!(text, "## S{at}{ending}\n\n");
            for turn in turns {
                text.push_str(turn);
                text.push('\n');
            }
        }
        text.replace("<!-- -->\n", "It rains.\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_script_comes_back(text in scenes()) {
        let (before, after, _) = there_and_back(&text);
        // A scene that leads nowhere is an ending in a story.
        let ends = |line: &String| !line.contains('[') && !line.contains(" on ");
        let before: Vec<String> = before.iter().map(|line| if ends(line) { line.strip_prefix("None").map_or(line.clone(), |rest| format!("Some(\"mixed\"){rest}")) } else { line.clone() }).collect();
        prop_assert_eq!(after, before);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..200), parts in prop::collection::vec(prop::sample::select(vec![
        ":: A\n", ":: B [ending-x]\n", ":: StoryInit\n", ":: StoryData\n{}", "[[", "]]", "][", "->", "<-", "|", "<<", ">>", "<<if ", "<</if>>",
        "<<link ", "<</link>>", "<<set $a", " += 1", "(set: ", "(if: $a)", "(else:)", "(link: ", "[", "]", ")", "\"", "'", "/*", "*/", "{best}",
        "\u{E000}", "7\u{E001}", "$a", "''", "//", "&#", ";", "\\", "\n", "é", "* ", "## ", "<br>", "teachback\n",
    ]), 0..40)) {
        let noise = String::from_utf8_lossy(&bytes).into_owned();
        for text in [noise.clone(), parts.concat(), format!(":: A\n{}", parts.concat()), format!(":: A\n{noise}")] {
            let carried = import(&text);
            let site = link(&[("scripts/x.md", &carried.text)]);
            script(&site);
        }
    }
}
