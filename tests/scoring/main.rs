//! Program and browser earn the same: random answers of every form are scored by both.

mod written;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::Serialize;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use teachback::question::concealed::Concealed;
use teachback::question::key::{GapKey, Key};
use teachback::question::score::{Answer, score};

/// Cases of each form.
const CASES: usize = 400;

/// A key with an answer, and what the program says of it.
#[derive(Serialize)]
struct Case {
    key: Key,
    answer: Answer,
    worth: f64,
    /// Parts earned and of how many, and points; `null` when it is not graded.
    expected: Option<(usize, usize, f64)>,
    /// The same key with hashes in place of answers, where that works, and the answer in the numbers that it has then.
    concealed: Option<(Concealed, Answer)>,
}

/// Reads cases from stdin and prints those that the script scores otherwise.
const JUDGE: &str = r#"
for (const script of process.argv.slice(1)) require(script);
const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
let [differing, hidden] = [0, 0];
function compare(key, answer, worth, expected) {
  const score = teachback.score(key, answer);
  const said = score && [score.earned, score.of, teachback.points(score, worth)];
  if (JSON.stringify(said) === JSON.stringify(expected)) return;
  differing += 1;
  if (differing < 10) console.log(JSON.stringify({ key, answer, worth, program: expected, browser: said }));
}
for (const { key, answer, worth, expected, concealed } of cases) {
  compare(key, answer, worth, expected);
  if (!concealed) continue;
  hidden += 1;
  compare(teachback.unlock({ key: concealed[0], shown: [] }).key, concealed[1], worth, expected);
}
console.log(`${cases.length} cases, ${hidden} concealed, ${differing} differ`);
"#;

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ \u{a0}]{0,2}(naloxone|NALOXONE|naloxoné|Narcan|cafe\u{301}|CAFÉ|İ|ΣΑΣ|straße)[ \t]{0,1}",
        "[+\u{2212}-]?[0-9]{0,4}[.,]?[0-9]{0,4}",
        "(89|90|91)[.,](49|5|51|500|50000001)",
        any::<String>(),
    ]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(
        prop_oneof![
            Just("naloxone".to_owned()),
            Just("Café".to_owned()),
            Just("σας".to_owned()),
            Just("i".to_owned()),
            typed()
        ],
        1..4,
    )
}

fn places(count: usize) -> impl Strategy<Value = Answer> {
    vec(proptest::option::of(0..4_usize), 0..=count + 1).prop_map(Answer::Places)
}

fn choice() -> impl Strategy<Value = (Key, Answer)> {
    let options = vec(any::<bool>(), 1..7);
    (any::<bool>(), options, vec(0..8_usize, 0..6)).prop_map(|(multiple, right, chosen)| {
        (Key::Choice { multiple, right }, Answer::Options(chosen))
    })
}

fn number() -> impl Strategy<Value = (Key, Answer)> {
    let steps = (-500..500_i32, 0..30_i32, -40..40_i32, 0..3_u32);
    let near = steps.prop_map(|(answer, tolerance, off, scale)| {
        let decimal = |n: i32| f64::from(n) / f64::from(10_i32.pow(scale));
        let key = Key::Number {
            answer: decimal(answer),
            tolerance: decimal(tolerance),
            unit: None,
        };
        (key, Answer::Text(decimal(answer + off).to_string()))
    });
    let unit = proptest::option::of(proptest::sample::select(vec!["MME", "%", "İ", " mg"]));
    let behind = proptest::sample::select(vec!["", " MME", "mme", "%", " %", "İ", "mg"]);
    let any = (typed(), unit, behind).prop_map(|(text, unit, behind)| {
        let key = Key::Number {
            answer: 90.0,
            tolerance: 0.5,
            unit: unit.map(str::to_owned),
        };
        (key, Answer::Text(text + behind))
    });
    prop_oneof![near, any]
}

fn pattern() -> impl Strategy<Value = (Key, Answer)> {
    let patterns = proptest::sample::select(vec![
        r"\d{1,3} ?mg",
        "naloxon(e)?",
        "café|narcan",
        r"[\w-]+",
        r"\p{L}+",
        "a|b",
        r"\bs.+s\b",
    ]);
    let answers = prop_oneof![typed(), "[0-9]{1,4} ?[mM][gG]", "[abs\u{17f}K]{1,3}"];
    (patterns, answers).prop_map(|(pattern, text)| {
        let pattern = pattern.to_owned();
        (Key::Pattern { pattern }, Answer::Text(text))
    })
}

fn gaps() -> impl Strategy<Value = (Key, Answer)> {
    let gap = (texts(), any::<bool>()).prop_map(|(texts, chosen)| GapKey { texts, chosen });
    let gap = (gap, any::<bool>(), typed()).prop_map(|(gap, known, text)| {
        let filled = if known { gap.texts[0].clone() } else { text };
        (gap, filled)
    });
    vec(gap, 1..5).prop_map(|gaps| {
        let (gaps, filled) = gaps.into_iter().unzip();
        (Key::Gaps { gaps }, Answer::Gaps(filled))
    })
}

fn arranged() -> impl Strategy<Value = (Key, Answer)> {
    let numbers = || vec(0..4_usize, 1..6);
    prop_oneof![
        numbers().prop_flat_map(|targets| {
            let count = targets.len();
            (Just(Key::Match { targets }), places(count))
        }),
        numbers().prop_flat_map(|groups| {
            let count = groups.len();
            (Just(Key::Sort { groups }), places(count))
        }),
        (1..7_usize).prop_flat_map(|items| {
            let order = Just((0..items).collect::<Vec<_>>()).prop_shuffle();
            (Just(Key::Order { items }), order.prop_map(Answer::Order))
        }),
    ]
}

fn simple() -> impl Strategy<Value = (Key, Answer)> {
    let truth = (any::<bool>(), any::<bool>());
    prop_oneof![
        truth.prop_map(|(answer, said)| (Key::Truth { answer }, Answer::Truth(said))),
        (texts(), typed()).prop_map(|(texts, text)| (Key::Texts { texts }, Answer::Text(text))),
        typed().prop_map(|text| (Key::Reflection, Answer::Text(text))),
        // Of another form than the question.
        typed().prop_map(|text| (Key::Order { items: 3 }, Answer::Text(text))),
        any::<bool>().prop_map(|said| (
            Key::Match {
                targets: vec![0, 1]
            },
            Answer::Truth(said)
        )),
    ]
}

fn cases() -> Vec<Case> {
    let mut runner = TestRunner::deterministic();
    let forms = [
        choice().boxed(),
        number().boxed(),
        pattern().boxed(),
        gaps().boxed(),
        arranged().boxed(),
        simple().boxed(),
    ];
    let worths = [1.0, 2.0, 3.0, 0.7, 2.5];
    let mut cases = Vec::new();
    for form in forms {
        for _ in 0..CASES {
            let drawn = form.new_tree(&mut runner);
            let (key, answer) = drawn.expect("no form refuses values").current();
            let worth = worths[cases.len() % worths.len()];
            let score = score(&key, &answer);
            let expected = score.map(|s| (s.earned, s.of, s.points(worth)));
            let turned = cases.len();
            cases.push(Case {
                concealed: concealed(&key, &answer, turned),
                key,
                answer,
                worth,
                expected,
            });
        }
    }
    cases
}

/// The key of a page that shows its items turned by some places, and the answer of someone who chooses the same there.
/// Targets are numbered by place and items come in the order shown; an order is answered in right places, as ever.
fn concealed(key: &Key, answer: &Answer, turned: usize) -> Option<(Concealed, Answer)> {
    let count = match key {
        Key::Match { targets } => targets.iter().max()? + 1,
        Key::Sort { groups } => groups.len(),
        Key::Order { items } => *items,
        _ => 0,
    };
    let mut shown: Vec<usize> = (0..count).collect();
    shown.rotate_left(turned.checked_rem(count).unwrap_or(0));
    let hidden = Concealed::of(key, &shown, &turned.to_string())?;
    let answer = match (key, answer) {
        (Key::Match { .. }, Answer::Places(said)) => {
            let place = |target: &Option<usize>| {
                // A target that is on no page stays one.
                target.map(|t| shown.iter().position(|&s| s == t).unwrap_or(t))
            };
            Answer::Places(said.iter().map(place).collect())
        }
        (Key::Sort { .. }, Answer::Places(said)) => {
            let of = |&item: &usize| said.get(item).copied().flatten();
            Answer::Places(shown.iter().map(of).collect())
        }
        _ => answer.clone(),
    };
    Some((hidden, answer))
}

/// Scores the cases with the script of the browser, and demands the same.
fn judge(cases: &[Case]) {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/assets/js");
    let mut node = Command::new("node")
        .args(["-e", JUDGE])
        .args(
            [
                "algorithms/10-sha256.js",
                "concealed/10-concealed.js",
                "questions/20-score.js",
            ]
            .map(|name| scripts.join(name)),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed: this test runs the browser's script in it");
    let json = serde_json::to_vec(cases).expect("keys and answers are JSON");
    let mut stdin = node.stdin.take().expect("stdin is piped");
    stdin.write_all(&json).expect("node reads the cases");
    drop(stdin);
    let output = node.wait_with_output().expect("node ends");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    let count = cases.len();
    let hidden = cases.iter().filter(|c| c.concealed.is_some()).count();
    assert_eq!(
        said,
        format!("{count} cases, {hidden} concealed, 0 differ\n")
    );
}

#[test]
fn the_browser_scores_as_the_program_does() {
    let cases = cases();
    let full = |c: &&Case| c.expected.is_some_and(|(earned, of, _)| earned == of);
    let right = cases.iter().filter(full).count();
    assert!(right > CASES / 2, "{right} right answers test little");
    let hidden = cases.iter().filter(|c| c.concealed.is_some()).count();
    assert!(hidden > 3 * CASES, "{hidden} concealed keys test little");
    judge(&cases);
}
