//! Questions as authors write them, with answers whose points were worked out on paper.

use crate::{Case, judge};
use teachback::config::Config;
use teachback::model::Content;
use teachback::parse;
use teachback::question::key::Key;
use teachback::question::score::{Answer, score};
use teachback::source::SourceFile;

/// The key and the points of the one question of a page.
fn question(text: &str) -> (Key, f64) {
    let page = format!("---\ntitle: Test\n---\n\n{text}\n");
    let file = SourceFile::new("content/pages/test.md", page.as_str());
    let read = parse::parse(&file, &Config::default());
    let told: Vec<&str> = read
        .diagnostics
        .iter()
        .map(|d| d.message.as_str())
        .collect();
    assert!(told.is_empty(), "{told:?} in {text}");
    let Content::Page(page) = read.value.content else {
        panic!("a file in pages/ is a page");
    };
    let question = page.questions.first().expect("a question");
    (Key::of(&question.interaction, &page.tree), question.points)
}

/// Holds answers to a question against the points they are worth, in the program and in the browser's script.
fn worth(text: &str, answers: &[(Answer, f64)]) {
    let (key, worth) = question(text);
    let mut cases = Vec::new();
    for (answer, points) in answers {
        let score = score(&key, answer).expect("a graded question");
        let said = score.points(worth);
        assert!(
            (said - points).abs() < 1e-12,
            "{said} and not {points} for {answer:?} to {text}"
        );
        cases.push(Case {
            key: key.clone(),
            answer: answer.clone(),
            worth,
            expected: Some((score.earned, score.of, said)),
            concealed: None,
        });
    }
    judge(&cases);
}

fn options(chosen: &[usize]) -> Answer {
    Answer::Options(chosen.to_vec())
}

fn typed(texts: &[(&str, f64)]) -> Vec<(Answer, f64)> {
    let texts = texts.iter();
    texts
        .map(|(text, points)| (Answer::Text((*text).to_owned()), *points))
        .collect()
}

fn gaps(texts: &[&str]) -> Answer {
    Answer::Gaps(texts.iter().map(|text| (*text).to_owned()).collect())
}

#[test]
fn options_that_are_chosen() {
    worth(
        "::: question {points=2}\nOne?\n\n- [ ] a\n- [x] b\n- [ ] c\n:::",
        &[
            (options(&[1]), 2.0),
            (options(&[0]), 0.0),
            (options(&[2]), 0.0),
        ],
    );
    // Right are a, c and d: 3 of 3 is 4 points, 2 of 3 is 8/3, and each wrong one takes away a right one.
    worth(
        "::: question {points=4}\nSeveral?\n\n- [x] a\n- [ ] b\n- [x] c\n- [x] d\n- [ ] e\n:::",
        &[
            (options(&[0, 2, 3]), 4.0),
            (options(&[0, 3]), 8.0 / 3.0),
            (options(&[0, 1, 2, 3]), 8.0 / 3.0),
            (options(&[0, 1, 2, 3, 4]), 4.0 / 3.0),
            (options(&[0, 1]), 0.0),
            (options(&[0, 1, 4]), 0.0),
            (options(&[4]), 0.0),
        ],
    );
    worth(
        "::: question {type=multiple}\nOne of several?\n\n- [x] a\n- [ ] b\n- [ ] c\n:::",
        &[
            (options(&[0]), 1.0),
            (options(&[0, 1]), 0.0),
            (options(&[1]), 0.0),
        ],
    );
    worth(
        "::: question {answer=false points=0.5}\nPain always means harm.\n:::",
        &[(Answer::Truth(false), 0.5), (Answer::Truth(true), 0.0)],
    );
}

#[test]
fn words_that_are_typed() {
    worth(
        "::: question {answer=\"Naloxone/Narcan\"}\nWhich?\n:::",
        &typed(&[
            ("naloxone", 1.0),
            ("  NARCAN\u{a0}", 1.0),
            ("narcán", 1.0),
            ("nar can", 0.0),
            ("naloxone.", 0.0),
            ("naloxone/narcan", 0.0),
        ]),
    );
    worth(
        "::: question {answer=\"São Paulo/1\\/2\"}\nWhere, or how much?\n:::",
        &typed(&[
            ("sao paulo", 1.0),
            ("SA\u{303}O PAULO", 1.0),
            ("1/2", 1.0),
            ("1", 0.0),
        ]),
    );
    worth(
        "::: question {pattern=\"\\d{1,2}\\s?(mg|milligrams?)|none\"}\nHow much?\n:::",
        &typed(&[
            ("5 MG", 1.0),
            (" 15milligram ", 1.0),
            ("None", 1.0),
            ("5 mg daily", 0.0),
            ("115 mg", 0.0),
            ("nonexistent", 0.0),
        ]),
    );
}

#[test]
fn numbers_that_are_typed() {
    worth(
        "::: question {answer=90 tolerance=0.5 unit=MME points=3}\nHow many?\n:::",
        &typed(&[
            ("90", 3.0),
            ("90,5", 3.0),
            ("89.5 MME", 3.0),
            ("89.49", 0.0),
            ("90.51", 0.0),
            ("-90", 0.0),
            ("90 mg", 0.0),
            ("9e1", 0.0),
            ("ninety", 0.0),
        ]),
    );
    worth(
        "::: question {answer=12.5 tolerance=0 unit=%}\nWhat share?\n:::",
        &typed(&[
            ("12,5 %", 1.0),
            ("12.50%", 1.0),
            ("12.5", 1.0),
            ("0.125", 0.0),
            ("13", 0.0),
        ]),
    );
    // 0.3 is 0.1 from 0.2 and from 0.4, though binary numbers say otherwise.
    worth(
        "::: question {answer=0.3 tolerance=0.1}\nHow much?\n:::",
        &typed(&[("0.2", 1.0), (",4", 1.0), ("0.1999", 0.0), ("0.4001", 0.0)]),
    );
    worth(
        "::: question {answer=-2 tolerance=1}\nHow cold?\n:::",
        &typed(&[("\u{2212}3", 1.0), ("-1,0", 1.0), ("-0,9", 0.0), ("2", 0.0)]),
    );
    worth(
        "::: question {answer=1500 tolerance=0}\nHow many steps?\n:::",
        &typed(&[("1500", 1.0), ("1,500", 0.0), ("1.5", 0.0), ("1500,0", 1.0)]),
    );
}

#[test]
fn gaps_that_are_filled() {
    // Three gaps, three points: typed, chosen, typed.
    worth(
        "::: question {type=gaps points=3}\nStart [=low/lowest], go [=slow,fast,high], call a [=café].\n:::",
        &[
            (gaps(&["LOW ", "slow", "cafe"]), 3.0),
            (gaps(&["lowest", "fast", "Café"]), 2.0),
            (gaps(&["slow", "slow", ""]), 1.0),
            (gaps(&["slow", "low", "bar"]), 0.0),
            (gaps(&["low"]), 1.0),
            (gaps(&[]), 0.0),
        ],
    );
}

#[test]
fn things_that_are_put_in_their_places() {
    worth(
        "::: question {type=order points=4}\nOrder?\n\n1. a\n2. b\n3. c\n4. d\n:::",
        &[
            (Answer::Order(vec![0, 1, 2, 3]), 4.0),
            (Answer::Order(vec![0, 1, 3, 2]), 2.0),
            (Answer::Order(vec![3, 0, 1, 2]), 0.0),
            (Answer::Order(vec![0, 2, 1, 3]), 2.0),
            (Answer::Order(vec![3, 1, 2, 0]), 2.0),
        ],
    );
    // The places are reflection, question, reflection: two rows share one.
    let places = |said: &[Option<usize>]| Answer::Places(said.to_vec());
    worth(
        "::: question {type=match points=3}\nMatch?\n\n| Words | Skill |\n|---|---|\n| You are worn out. | reflection |\n\
         | What helps? | open question |\n| That was hard. | Reflection |\n:::",
        &[
            (places(&[Some(0), Some(1), Some(0)]), 3.0),
            (places(&[Some(0), Some(0), Some(0)]), 2.0),
            (places(&[Some(1), Some(0), Some(1)]), 0.0),
            (places(&[None, Some(1), None]), 1.0),
        ],
    );
    worth(
        "::: question {type=sort points=2}\nSort?\n\n- Opioids\n  - Morphine\n  - Oxycodone\n- Others\n  - Ibuprofen\n  - Aspirin\n:::",
        &[
            (places(&[Some(0), Some(0), Some(1), Some(1)]), 2.0),
            (places(&[Some(0), Some(0), Some(0), Some(0)]), 1.0),
            (places(&[Some(0), Some(1), Some(1), Some(1)]), 1.5),
            (places(&[Some(1), Some(1), Some(0), Some(0)]), 0.0),
        ],
    );
}

#[test]
fn a_reflection_is_not_graded() {
    let (key, _) = question("::: question {type=reflect}\nHow would you begin?\n:::");
    assert_eq!(
        score(&key, &Answer::Text("I would listen.".to_owned())),
        None
    );
}
