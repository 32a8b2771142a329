//! Program and browser play the same: every state that the check finds is one that the player comes to, and no other.

use crate::page::Page;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use teachback::link::dialogue;
use teachback::render::script_data;

const CASES: usize = 400;

/// Plays every run of the scripts on stdin, with the player's own machine, and prints where its states are others. Values
/// beyond what conditions can tell apart are one, as for the program. Where a run is stuck is a fault of the script, which
/// the program tells at the list and the player meets at the end of the scene: left out.
const JUDGE: &str = r#"
require(process.argv[1]);
const { machine } = teachback;
const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
let differing = 0, states = 0, ends = 0, passes = 0;
for (const { text, data, bounds, expected } of cases) {
  const { course } = JSON.parse(data);
  const kept = (values) => Object.fromEntries(bounds.map(([name, low, high]) => [name, Math.min(Math.max(values[name], low), high)]));
  const clamped = (state) => ({ ...state, values: { ...state.values, ...kept(state.values) } });
  const key = (state) => JSON.stringify([state.scene, state.turn, state.failed, kept(state.values), [...state.used].sort()]);
  const seen = new Set(), found = new Set(), open = [clamped(machine.start(course))];
  while (open.length > 0) {
    const state = open.pop();
    if (state.stopped || seen.has(key(state))) continue;
    seen.add(key(state));
    const place = machine.at(course, state);
    if (place.kind !== "text" && !place.stuck) {
      const ended = place.ended && !state.failed;
      const passed = ended && (course.pass ? machine.passed(course, state) : true);
      const values = bounds.map(([name]) => [name, kept(state.values)[name]]);
      found.add(JSON.stringify([state.scene, state.turn, state.failed, values, ended, passed]));
    }
    if (place.kind === "choices" && place.open.length > 0)
      for (const choice of place.open) open.push(clamped(machine.choose(course, state, choice)));
    else if (place.kind !== "end") open.push(clamped(machine.next(course, state)));
  }
  const isStuck = ([scene, turn]) => course.scenes[scene].ending === null && turn === course.scenes[scene].turns.length;
  const program = new Set(expected.filter((state) => !isStuck(state)).map((state) => JSON.stringify(state)));
  states += program.size;
  ends += expected.filter((state) => state[4]).length;
  passes += expected.filter((state) => state[5]).length;
  const missed = [...program].filter((state) => !found.has(state));
  const extra = [...found].filter((state) => !program.has(state));
  if (missed.length + extra.length === 0) continue;
  differing += 1;
  if (differing < 4) console.log(text, "\nonly the program:", missed.slice(0, 3), "\nonly the browser:", extra.slice(0, 3));
}
console.log(`${cases.length} scripts, ${states} states, ${ends} ends, ${passes} passed`);
console.log(`${differing} differ`);
"#;

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "trust+1",
        "trust-1",
        "heat+2",
        "listen",
        "tell",
        "best",
        "critical",
        "once",
        "if=\"trust>=3\"",
        "if=\"trust<2 or heat>1\"",
        "if=\"not listen\"",
        "if=\"listen>=2 and trust!=2\"",
    ]);
    prop::collection::vec(word, 0..3).prop_map(|words| words.join(" "))
}

/// Where a choice leads: a scene further on, one further back (then it can be taken only one time, so that runs end), or
/// nowhere.
fn target() -> impl Strategy<Value = i32> {
    prop_oneof![1..4_i32, -2..0_i32, Just(0)]
}

/// What a scene holds: lists of choices with text between, then a link, an ending, or nothing more.
fn script() -> impl Strategy<Value = String> {
    let choice = (target(), words());
    let list = prop::collection::vec(choice, 1..4);
    let lists = prop::collection::vec(list, 0..3);
    let scene = (lists, 0..4_u8);
    let pass = prop::sample::select(vec![
        "",
        "pass: trust >= 4\n",
        "pass: listen and not heat > 2\n",
    ]);
    (prop::collection::vec(scene, 1..5), pass).prop_map(|(scenes, pass)| {
        let mut text =
            format!("---\nskills: [listen, tell]\nmeters: {{trust: 2, heat: 0}}\n{pass}---\n");
        let last = i32::try_from(scenes.len()).expect("few scenes");
        for (at, (lists, end)) in (0_i32..).zip(&scenes) {
            let ending = if *end == 3 { " {ending=fair}" } else { "" };
            let _ = write!(text, "## S{at}{ending}\n\nSomething happens.\n\n");
            for choices in lists {
                for (to, words) in choices {
                    let _ = match to {
                        0 => writeln!(text, "- x {{{words}}}"),
                        1.. => writeln!(text, "- [x](#s{}) {{{words}}}", (at + to).min(last)),
                        _ => writeln!(text, "- [x](#s{}) {{once {words}}}", (at + to).max(0)),
                    };
                }
                text.push_str("\nMore happens.\n\n");
            }
            if *end != 2 {
                let _ = write!(text, "[Continue](#s{})\n\n", (at + 1).min(last));
            }
        }
        let _ = writeln!(text, "## S{last} {{ending=good}}\n\nThe end.");
        text
    })
}

/// What the program says of a script; `None` when it does not decide it.
fn case(text: &str) -> Option<Value> {
    let page = Page::of(text);
    let explored = dialogue::reached(&page.script, &page.tree)?;
    let data = script_data(&page.script, &page.tree)?;
    let expected: Vec<_> = explored
        .states
        .iter()
        .map(|s| json!([s.scene, s.turn, s.failed, s.values, s.ends, s.passed]))
        .collect();
    Some(json!({ "text": text, "data": data, "bounds": explored.bounds, "expected": expected }))
}

#[test]
fn program_and_browser_come_to_the_same_states() {
    let mut runner = TestRunner::deterministic();
    let mut cases = Vec::new();
    while cases.len() < CASES {
        let text = script().new_tree(&mut runner).expect("a script").current();
        cases.extend(case(&text));
    }
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(repository.join("content/scripts")).expect("scripts") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a script");
        cases.push(case(&text).expect("the repository's scripts can be decided"));
    }
    let machine = repository.join("themes/default/assets/js/dialogue/10-machine.js");
    let mut node = Command::new("node")
        .args(["-e", JUDGE])
        .arg(machine)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs");
    let mut stdin = node.stdin.take().expect("stdin is piped");
    stdin
        .write_all(&serde_json::to_vec(&cases).expect("cases are JSON"))
        .expect("node reads");
    drop(stdin);
    let output = node.wait_with_output().expect("node ends");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(said.ends_with("\n0 differ\n"), "{said}");
}
