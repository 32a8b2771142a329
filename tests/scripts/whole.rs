//! Whole scripts as authors write them, right and broken. What each one is to be told was worked out on paper.

use crate::page::Page;
use std::fmt::Write as _;

/// Checks a script. A line that ends in ` <-- rule` is told that rule; the mark itself is not part of the script.
fn told(marked: &str) {
    let mut text = String::new();
    let mut expected = Vec::new();
    for (at, line) in marked.trim_start().lines().enumerate() {
        let (line, rules) = line.split_once(" <-- ").unwrap_or((line, ""));
        let mut rules: Vec<&str> = rules.split_whitespace().collect();
        rules.sort_unstable();
        expected.extend(rules.iter().map(|rule| format!("{} {rule}", at + 1)));
        text.push_str(line);
        text.push('\n');
    }
    assert_eq!(Page::of(&text).faults(), expected, "{text}");
    let windows = text.replace('\n', "\r\n");
    assert_eq!(Page::of(&windows).faults(), expected, "with CRLF: {text}");
}

#[test]
fn a_right_script_with_everything_in_it() {
    told(
        r#"
---
title: Übergabe – »Zoë« und die Nachtschicht
cast:
  zoe: {name: Zoë Müller-Łukaszewicz, role: Patientin}
  you: {name: Dr. O’Neill}
skills: [offene-frage, würdigung, konfrontation]
meters: {vertrauen: 1, druck: 0}
pass: vertrauen >= 3 and not (druck > 1 or konfrontation >= 2)
---

Zum Üben.

## Übergabe – Teil 1

**Zoë Müller-Łukaszewicz:** (leise) Ich habe nicht geschlafen.

- [Was war los?](#die-nacht) {offene-frage vertrauen+1 best}
  > Du fragst offen.
- [Das ist nicht mein Problem.](#%C3%BCbergabe--teil-1) {konfrontation druck+1 vertrauen-1 once}
  > Sie hört: Du bist mir egal.
- Erst die Tabletten. {druck+1}
  > Das kann warten.

**Dr. O’Neill:** Also gut.

[Weiter](#die-nacht)

## Die Nacht

**zoe:** Es war die Angst.

- [Das war mutig.](#plan) {würdigung vertrauen+1 best}
  > Eine Würdigung.
- [Hm.](#plan) {if="druck < 2 and vertrauen >= 1"}
  > Das sagt nichts.
- [Gehen Sie jetzt.](#abbruch) {critical konfrontation}
  > Niemand geht so.

## Plan {ending=good}

**you:** Dann so.

## Abbruch {ending=poor}

**Zoë Müller-Łukaszewicz:** Gut.
"#,
    );
}

#[test]
fn conditions_over_two_meters_are_decided_together() {
    // After two choices (a, b) is (2, 0), (1, 1) or (0, 2).
    told(
        r#"
---
meters: {a: 0, b: 0}
---

## One

- [x](#two) {a+1}
- [y](#two) {b+1}

## Two

- [x](#three) {a+1}
- [y](#three) {b+1}

## Three

- [p](#end) {if="a = 1 and b = 1"}
- [q](#end) {if="a >= 2 and b >= 1"} <-- impossible-condition
- [r](#end) {if="a >= 2 or b >= 1"} <-- needless-condition
- [s](#end) {if="not (a >= 1 or b >= 1)"} <-- impossible-condition
- [t](#end) {if="a != 2 or b = 0"} <-- needless-condition
- [u](#end) {if="a = 0 and not b < 2"}
- [v](#end) {if="a > 2 or b > 2 or a < 0"} <-- impossible-condition
- [w](#end)

## End {ending=good}
"#,
    );
}

#[test]
fn what_was_not_used_yet_is_never_there() {
    told(
        r#"
---
skills: [listen, tell]
meters: {trust: 2, heat: 5}
---

## One

- [x](#two) {listen if="heat = 5"} <-- needless-condition
- [y](#two) {if="listen or tell"} <-- impossible-condition

## Two

- [x](#end) {if="listen = 1"} <-- needless-condition
- [y](#end) {if="tell"} <-- impossible-condition
- [z](#end) {if="trust >= 3 and trust < 3"} <-- impossible-condition

## End {ending=good}
"#,
    );
}

#[test]
fn once_choices_that_use_up_a_scene() {
    let hub = r#"
---
skills: [listen]
---

## Hub

Where do you start?

- [Sleep](#sleep) {once} <-- dead-end
- [Work](#work) {once}

## Sleep

- [Back](#hub) {listen}
- [That is all](#end)

## Work

[Continue](#hub)

## End {ending=good}
"#;
    told(hub);
    let after = "- [Work](#work) {once}\n\nNothing is left to ask.\n\n[Continue](#end)\n";
    let mended = hub.replace(" <-- dead-end", "");
    told(&mended.replace("- [Work](#work) {once}\n", after));
    // "Sleep" ends the talk when it was taken up one time: nobody comes back from it.
    told(&mended.replace("[Back](#hub) {listen}", "[Go on](#end) {listen}"));
}

#[test]
fn a_way_out_that_closes_for_good() {
    told(
        r#"
---
meters: {trust: 3}
---

## Opening

- [Come in.](#hub)

## Hub <-- no-way-out

- [Again.](#hub)
- [Push.](#hub) {trust-1 once}
  > Pushing costs trust.
- [Agree.](#end) {if="trust >= 3"}

## End {ending=good}
"#,
    );
}

#[test]
fn a_loop_that_only_some_values_lead_into() {
    // Whoever comes to the argument with heat 2 or more stays there; with less there is a way out.
    told(
        r#"
---
meters: {heat: 0}
---

## Opening

- [Calm.](#argument)
- [Loud.](#argument) {heat+1}
- [Louder.](#argument) {heat+2}

## Argument <-- no-way-out

**Nobody** moves.

- [Repeat it.](#reply)
- [Stop.](#end) {if="heat <= 1"}

## Reply

[Continue](#argument)

## End {ending=mixed}
"#,
    );
}

#[test]
fn a_pass_rule_that_skills_and_meters_never_meet_together() {
    // trust 3 is reached by telling, listen 1 by listening; nobody does both.
    told(
        r#"
---
skills: [listen, tell]
meters: {trust: 2}
pass: trust >= 3 and listen >= 1 <-- impossible-condition
---

## One

- [x](#a) {listen}
- [y](#b) {tell trust+1}

## A

[Continue](#end)

## B

[Continue](#end)

## End {ending=good}
"#,
    );
    told(
        r#"
---
skills: [listen, tell]
meters: {trust: 2}
pass: trust >= 3 and listen >= 1 or tell = 0 and trust = 2
---

## One

- [x](#end) {listen}
- [y](#end) {tell trust+1}

## End {ending=good}
"#,
    );
}

#[test]
fn the_text_after_a_list_goes_on() {
    told(
        r#"
---
meters: {trust: 0}
---

## One

- Yes. {trust+1}
- No.

Then:

- [More](#end) {if="trust = 1"}
- Less. {if="trust = 2"} <-- impossible-condition
- Stay.

At last:

- Only this. {if="trust = 0 or trust = 1"} <-- needless-condition

[Continue](#end)

## End {ending=good}
"#,
    );
    told(
        r#"
## One

- Yes. <-- dead-end
- [No.](#end)

## Two <-- unreachable-scene dead-end

This text is not led to: a scene does not run into the next one.

## End {ending=good}
"#,
    );
}

#[test]
fn links_are_written_as_they_work_in_a_browser() {
    told(
        r#"
## The week

- [a](#The-Week) <-- unknown-scene
- [b](#the-weak) <-- unknown-scene
- [c](#nap)
- [d](#sleep) <-- unknown-scene
- [e](#end)

## Sleep {#nap}

[Continue](#end)

## End {ending=good}
"#,
    );
}

#[test]
fn critical_choices_and_the_best_way() {
    // Each best choice leads to a scene that only fails.
    told(
        r#"
## One

- [x](#two) {best}
- [y](#end)
  > Not the best.

## Two

- Shout. {critical} <-- best-path-fails
  > It fails.
- Leave. {critical}
  > It fails.

## End {ending=good}
"#,
    );
    // One fault, one line: the choice cannot be both.
    told(
        r#"
## One

- [x](#two) {best}
- [y](#end)
  > Not the best.

## Two

- [Shout.](#end) {critical best} <-- best-path-fails
  > It fails.

## End {ending=good}
"#,
    );
}

#[test]
fn the_best_way_goes_round_closed_doors() {
    // The best choice of "Two" is open only with trust 2, which the best choice of "One" does not give.
    told(
        r#"
---
skills: [listen]
meters: {trust: 1}
pass: listen >= 1
---

## One

- [x](#two) {best}
- [y](#two) {trust+1}
  > Too early.

## Two

- [p](#bad) {best if="trust >= 2"}
- [q](#end) {listen}
  > Good enough.

## Bad {ending=poor}

## End {ending=good}
"#,
    );
    // The best choices come round one time, and then find the way out.
    told(
        r#"
---
skills: [ask]
pass: ask >= 2
---

## Hub

- [Sleep?](#hub) {ask best once}
- [Work?](#hub) {ask best once}
- [Thank you.](#end)
  > Only when all is asked.

## End {ending=good}
"#,
    );
}

#[test]
fn best_choices_that_miss_the_pass_rule() {
    told(
        r#"
---
skills: [listen, tell]
meters: {trust: 0}
pass: listen >= 2 and trust >= 1 <-- best-path-fails
---

## One

- [x](#two) {best listen}
- [y](#two) {listen trust+1}
  > This would do.

## Two

- [p](#end) {best listen}
- [q](#end) {tell}
  > No.

## End {ending=good}
"#,
    );
}

#[test]
fn a_meter_behind_a_door_that_stays_open() {
    let script = r#"
---
meters: {trust: 2}
---

## Hub

- [More.](#hub) {trust+1 if="trust >= 2"} <-- needless-condition unbounded-meter
- [End.](#end)

## End {ending=good}
"#;
    told(script);
    // Not open at first, but for ever once somebody came that far.
    let later = script.replace(
        " <-- needless-condition unbounded-meter",
        " <-- unbounded-meter",
    );
    told(
        &later
            .replace("trust >= 2", "trust >= 3")
            .replace("- [End.]", "- [Once.](#hub) {trust+1 once}\n- [End.]"),
    );
    for bounded in [
        "trust < 9",
        "trust != 5",
        "trust = 2 or trust = 3",
        "not trust >= 4",
    ] {
        let mended = script.replace(" <-- needless-condition unbounded-meter", "");
        told(&mended.replace("trust >= 2", bounded));
    }
}

#[test]
fn every_loop_that_grows_is_told() {
    told(
        r#"
---
skills: [ask]
meters: {trust: 0, heat: 0, calm: 0}
---

## One

- [a](#one) {trust+1 heat-1} <-- unbounded-meter
  > Again.
- [b](#two)

## Two

- [c](#three) {trust+2 calm+1} <-- unbounded-meter unbounded-meter
- [d](#end)

## Three

- [e](#two) {trust-1}
  > A step back.
- [f](#two) {heat+1 once}

## End {ending=good}
"#,
    );
}

#[test]
fn two_endings_of_which_one_is_lost() {
    told(
        r#"
---
cast: {dana: Dana}
skills: [listen]
---

## One

**Dana:** Hello.

**Dan:** Who am I? <-- unknown-speaker

- [x](#end) {listen shout} <-- undeclared-skill
- [y](#end) {if="trust > 1"} <-- undeclared-skill

## End {ending=good}

## Other end {ending=poor} <-- unreachable-scene
"#,
    );
}

#[test]
fn a_list_that_only_some_find_closed() {
    told(
        r#"
---
skills: [listen, tell]
---

## One

- [x](#two) {listen}
- [y](#two) {tell}

## Two

- [p](#end) {if="listen"} <-- dead-end

## End {ending=good}
"#,
    );
    told(
        r#"
---
skills: [listen, tell]
---

## One

- [x](#two) {listen}
- [y](#two) {tell}

## Two

- [p](#end) {if="listen"}
- [q](#end) {if="not listen"}

## End {ending=good}
"#,
    );
}

#[test]
fn endings_lead_to_other_runs() {
    // The second run starts with trust 0 again: "Two" is never reached with more than 1.
    told(
        r#"
---
meters: {trust: 0}
---

## One

- [x](#two) {trust+1}
- [y](#end)

## Two

- [p](#end) {if="trust >= 2"} <-- impossible-condition
- [q](#end)

## End {ending=mixed}

[Try again](#one)
"#,
    );
}

#[test]
fn what_follows_from_a_broken_link_is_not_told() {
    told(
        r#"
---
skills: [listen]
pass: listen >= 1
---

## One

- [x](#nowhere) {listen best} <-- unknown-scene
- [y](#end)
  > No.

## End {ending=good}
"#,
    );
}

#[test]
fn what_follows_from_a_dead_end_is_not_told() {
    // The pass rule and the door of "Plan" wait for the way on from "The week".
    told(
        r#"
---
meters: {trust: 0}
pass: trust >= 1
---

## One

- [x](#the-week) {trust+1}
- [y](#plan)
- [z](#shut)
  > It ends here.

## The week <-- dead-end

My back went out.

## Plan

- [p](#good) {if="trust >= 1"}
- [q](#shut)
  > It ends here.
- [r](#shut) {if="trust >= 2"} <-- impossible-condition
  > It ends here.

## Good {ending=good}

## Shut {ending=poor}
"#,
    );
}

#[test]
fn one_fault_in_a_thousand_scenes() {
    let mut text =
        "---\nskills: [ask]\nmeters: {trust: 0, heat: 0}\npass: trust >= 10 and heat < 3\n---\n"
            .to_owned();
    for n in 0..1_000 {
        let _ = write!(
            text,
            "## Szene {n}\n\n- [Gut.](#szene-{}) {{trust+1 ask best}}\n- [Schlecht.](#szene-{}) {{heat+1}}\n  > Nein.\n\n",
            n + 1,
            n + 1
        );
    }
    text.push_str("## Szene 1000 {ending=good}\n");
    assert_eq!(Page::of(&text).faults(), Vec::<String>::new());
    // Scene n stands on line 6 + 6n; its first choice two lines below.
    let lost = text.replacen("[Gut.](#szene-501)", "[Gut.](#ganz-woanders)", 1);
    assert_eq!(Page::of(&lost).faults(), ["3008 unknown-scene"]);
    let shut = text.replacen(
        "(#szene-6) {heat+1}",
        "(#szene-6) {heat+1 if=\"heat > 9\"}",
        1,
    );
    assert_eq!(Page::of(&shut).faults(), ["39 impossible-condition"]);
    let open = text.replacen(
        "(#szene-3) {heat+1}",
        "(#szene-3) {heat+1 if=\"heat <= 2\"}",
        1,
    );
    assert_eq!(Page::of(&open).faults(), ["21 needless-condition"]);
}
