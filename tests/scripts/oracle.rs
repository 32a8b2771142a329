//! The answers about conditions, against playing every run of small scripts one by one.

use crate::page::Page;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use teachback::model::{Condition, Script, Turn};

/// What playing found: for each choice whether its condition was met and not met, and whether any run passed.
#[derive(Default)]
struct Played {
    met: BTreeSet<(usize, usize)>,
    unmet: BTreeSet<(usize, usize)>,
    passed: bool,
}

type Values = BTreeMap<String, i64>;

fn holds(condition: &Condition, values: &Values) -> bool {
    match condition {
        Condition::Compare { name, op, value } => {
            op.holds(values.get(&name.value).copied().unwrap_or(0), *value)
        }
        Condition::Not(inner) => !holds(inner, values),
        Condition::And(parts) => parts.iter().all(|part| holds(part, values)),
        Condition::Or(parts) => parts.iter().any(|part| holds(part, values)),
    }
}

/// Plays on from a scene. Every scene is a list of choices, then a link to the next scene; the last one is the ending.
fn play(script: &Script, scene: usize, values: &Values, played: &mut Played) {
    let Some(Turn::Choices(choices)) = script.scenes[scene].turns.first() else {
        let pass = script.pass.as_ref().expect("a pass rule");
        played.passed |= holds(&pass.value, values);
        return;
    };
    let mut open = false;
    for (index, choice) in choices.iter().enumerate() {
        let condition = choice.condition.as_ref();
        let met = condition.is_none_or(|c| holds(&c.value, values));
        let list = if met {
            &mut played.met
        } else {
            &mut played.unmet
        };
        list.insert((scene, index));
        if !met {
            continue;
        }
        open = true;
        let mut values = values.clone();
        for skill in &choice.skills {
            *values.entry(skill.value.clone()).or_default() += 1;
        }
        for effect in &choice.effects {
            *values.entry(effect.meter.value.clone()).or_default() += effect.change;
        }
        let target = choice.target.as_ref().map(|t| &t.anchor.value);
        let next = target.map_or(scene + 1, |id| {
            let mut scenes = script.scenes.iter();
            scenes.position(|s| s.id == *id).expect("a scene")
        });
        play(script, next, &values, played);
    }
    if !open {
        play(script, scene + 1, values, played);
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "trust+1",
        "trust-1",
        "trust+2",
        "heat+1",
        "listen",
        "tell",
        "if=\"trust>=3\"",
        "if=\"trust<2 or heat>1\"",
        "if=\"not listen\"",
        "if=\"listen>=2 and trust!=2\"",
        "if=\"tell = 1\"",
        "if=\"heat>2\"",
    ]);
    prop::collection::vec(word, 0..3).prop_map(|words| words.join(" "))
}

/// A script whose scenes lead only further down.
fn script() -> impl Strategy<Value = String> {
    let choice = (prop::option::of(0_usize..4), words());
    let scene = prop::collection::vec(choice, 1..4);
    let pass = prop::sample::select(vec![
        "trust >= 4",
        "listen >= 2 and tell",
        "heat = 0",
        "trust < 0",
    ]);
    (prop::collection::vec(scene, 1..5), pass).prop_map(|(scenes, pass)| {
        let mut text = format!(
            "---\nskills: [listen, tell]\nmeters: {{trust: 2, heat: 0}}\npass: {pass}\n---\n"
        );
        let last = scenes.len();
        for (index, choices) in scenes.iter().enumerate() {
            let _ = write!(text, "## S{index}\n\n");
            for (jump, words) in choices {
                let _ = match jump {
                    Some(jump) => writeln!(
                        text,
                        "- [x](#s{}) {{{words}}}",
                        (index + 1 + jump).min(last)
                    ),
                    None => writeln!(text, "- x {{{words}}}"),
                };
            }
            let _ = write!(text, "\n[Continue](#s{})\n\n", index + 1);
        }
        let _ = writeln!(text, "## S{last} {{ending=good}}");
        text
    })
}

/// The text that a fault of a rule marks, by place.
fn told(page: &Page, rule: &str) -> BTreeSet<u32> {
    let faults = page.diagnostics.iter().filter(|d| d.rule.name == rule);
    faults.map(|d| d.span.start).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_states_say_what_playing_says(text in script()) {
        let page = Page::of(&text);
        let script = &page.script;
        let start: Values = script.meters.iter().map(|m| (m.id.value.clone(), m.start)).collect();
        let mut played = Played::default();
        play(script, 0, &start, &mut played);
        let (mut never, mut always) = (BTreeSet::new(), BTreeSet::new());
        for (index, scene) in script.scenes.iter().enumerate() {
            let Some(Turn::Choices(choices)) = scene.turns.first() else { continue };
            for (at, choice) in choices.iter().enumerate() {
                let Some(condition) = &choice.condition else { continue };
                let (met, unmet) = (played.met.contains(&(index, at)), played.unmet.contains(&(index, at)));
                if unmet && !met {
                    never.insert(condition.span.start);
                } else if met && !unmet {
                    always.insert(condition.span.start);
                }
            }
        }
        if !played.passed {
            never.extend(script.pass.as_ref().map(|pass| pass.span.start));
        }
        prop_assert_eq!(told(&page, "impossible-condition"), never, "{}", text);
        prop_assert_eq!(told(&page, "needless-condition"), always, "{}", text);
        prop_assert!(told(&page, "undecided-script").is_empty());
    }
}
