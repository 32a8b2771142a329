//! What a script says about how it is played.

use crate::page::Page;
use serde_json::{Value, json};
use teachback::render::script_data;

fn script(front: &str) -> Page {
    Page::of(&format!(
        "---\nskills: [reflection, complex-reflections, open_question, ask, mirror]\nmeters: {{trust: 1}}\n{front}---
## Start

Somebody waits.

- [Hello.](#end) {{ask trust+1 best}}
- [Hello.](#start) {{once if=\"trust>=1 and not mirror\"}}
  > Again.
- Go. {{critical}}
  > Rude.

[Continue](#end)

## End {{ending=good}}
"
    ))
}

fn data(page: &Page) -> Value {
    let data = script_data(&page.script, &page.tree).expect("a script that can be played");
    serde_json::from_str(&data).expect("JSON")
}

#[test]
fn feedback_comes_now_or_in_the_debrief() {
    for (front, late) in [
        ("", false),
        ("feedback: now\n", false),
        ("feedback: debrief\n", true),
    ] {
        let page = script(front);
        assert_eq!(page.script.late_feedback, late, "{front}");
        assert_eq!(data(&page)["course"]["late"], late);
    }
    assert_eq!(script("feedback: later\n").faults()[0], "4 invalid-value");
}

#[test]
fn the_last_word_of_a_skill_says_what_it_counts_as() {
    let ratio = &script("").script.ratio;
    assert_eq!(ratio.reflections, ["reflection", "complex-reflections"]);
    assert_eq!(ratio.questions, ["open_question"]);
}

#[test]
fn the_author_names_what_counts() {
    let page = script("ratio: {reflections: [mirror], questions: [ask]}\n");
    assert_eq!(page.script.ratio.reflections, ["mirror"]);
    assert_eq!(page.script.ratio.questions, ["ask"]);
    let wrong = script("ratio: {questions: [aks]}\n");
    assert_eq!(wrong.faults()[0], "4 undeclared-skill");
    assert!(wrong.marked().contains(&"aks"), "{:?}", wrong.marked());
    assert_eq!(
        wrong.script.ratio.reflections.len(),
        2,
        "the other side is as it was"
    );
}

#[test]
fn the_page_carries_the_course() {
    let page = script("pass: trust >= 2 and (ask or mirror)\n");
    let data = data(&page);
    let course = &data["course"];
    let ask = json!({ "is": ["ask", ">=", 1] });
    let mirror = json!({ "is": ["mirror", ">=", 1] });
    let any = json!({ "any": [ask, mirror] });
    assert_eq!(
        course["pass"],
        json!({ "all": [{ "is": ["trust", ">=", 2] }, any] })
    );
    assert_eq!(course["goals"][0]["words"], "trust ≥ 2");
    assert_eq!(course["goals"][1]["test"], any);
    assert_eq!(
        course["scenes"][1],
        json!({ "id": "end", "ending": "good", "bad": false, "turns": [] })
    );
    let turns = &course["scenes"][0]["turns"];
    assert_eq!(turns[0], "text");
    assert_eq!(turns[2], json!({ "to": 1 }));
    let mut choices = turns[1]["choices"].clone();
    let mut keys = Vec::new();
    for choice in choices.as_array_mut().expect("a list") {
        keys.push(choice["key"].take().as_str().expect("a key").to_owned());
    }
    assert_eq!(keys[1], format!("{}-2", keys[0]), "the same words twice");
    let closed = json!({ "all": [{ "is": ["trust", ">=", 1] }, { "not": mirror }] });
    assert_eq!(
        choices,
        json!([
            { "key": null, "to": 1, "skills": ["ask"], "effects": [["trust", 1]], "best": true },
            { "key": null, "to": 0, "if": closed, "once": true },
            { "key": null, "critical": true },
        ])
    );
}

#[test]
fn the_fingerprint_changes_with_the_course_alone() {
    let one = data(&script(""))["fingerprint"].clone();
    assert_eq!(data(&script("title: Other\n"))["fingerprint"], one);
    assert_ne!(data(&script("pass: trust >= 2\n"))["fingerprint"], one);
}

#[test]
fn what_leads_nowhere_cannot_be_played() {
    let page = Page::of("## Start\n\n[Continue](#gone)\n\n## End {ending=good}\n");
    assert_eq!(script_data(&page.script, &page.tree), None);
    let empty = Page::of("Nothing yet.\n");
    assert_eq!(script_data(&empty.script, &empty.tree), None);
}
