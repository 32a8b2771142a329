use super::*;

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn text(typed: &str) -> Answer {
    Answer::Text(typed.to_owned())
}

/// Parts earned, and of how many.
fn parts(key: &Key, answer: &Answer) -> (usize, usize) {
    let score = score(key, answer).expect("a graded question");
    (score.earned, score.of)
}

#[test]
fn one_option_is_right_or_wrong() {
    let key = Key::Choice {
        multiple: false,
        right: vec![false, true, true],
    };
    let table: &[(&[usize], usize)] = &[
        (&[0], 0),
        (&[1], 1),
        (&[2], 1),
        (&[], 0),
        (&[1, 2], 0),
        (&[0, 1], 0),
        (&[7], 0),
    ];
    for (chosen, earned) in table {
        let answer = Answer::Options(chosen.to_vec());
        assert_eq!(parts(&key, &answer), (*earned, 1), "{chosen:?}");
    }
}

#[test]
fn several_options_earn_and_cost_the_same_and_never_less_than_nothing() {
    // Right are A, C and D of five.
    let key = Key::Choice {
        multiple: true,
        right: vec![true, false, true, true, false],
    };
    let table: &[(&[usize], usize)] = &[
        (&[0, 2, 3], 3),
        (&[0, 2], 2),
        (&[0], 1),
        (&[0, 2, 3, 1], 2),
        (&[0, 1], 0),
        (&[0, 1, 4], 0),
        (&[1, 4], 0),
        (&[0, 1, 2, 3, 4], 1),
        (&[], 0),
        (&[0, 0, 0], 1),
    ];
    for (chosen, earned) in table {
        let answer = Answer::Options(chosen.to_vec());
        assert_eq!(parts(&key, &answer), (*earned, 3), "{chosen:?}");
    }
}

#[test]
fn short_answers_are_folded() {
    let key = Key::Texts {
        texts: texts(&["Naloxone", "Café"]),
    };
    for (typed, earned) in [(" NALOXONE ", 1), ("cafe", 1), ("caf", 0), ("", 0)] {
        assert_eq!(parts(&key, &text(typed)), (earned, 1), "{typed}");
    }
    let key = Key::Pattern {
        pattern: r"\d+ ?mg".to_owned(),
    };
    for (typed, earned) in [("5 mg", 1), ("5MG", 1), ("mg", 0), ("5 mg a day", 0)] {
        assert_eq!(parts(&key, &text(typed)), (earned, 1), "{typed}");
    }
}

#[test]
fn the_boundary_of_a_tolerance_is_right() {
    // (answer, tolerance, typed, right)
    let table = [
        (90.0, 0.5, "90.5", 1),
        (90.0, 0.5, "89,5", 1),
        (90.0, 0.5, "90.51", 0),
        (1.0, 0.1, "1.1", 1),
        (1.0, 0.1, "0.9", 1),
        (1.0, 0.1, "1.1000001", 0),
        (0.3, 0.1, "0.2", 1),
        (-5.0, 0.0, "\u{2212}5", 1),
        (0.0, 0.0, "0.0000001", 0),
        (90.0, 0.0, "90", 1),
        (90.0, 0.0, "ninety", 0),
    ];
    for (answer, tolerance, typed, right) in table {
        let unit = None;
        let key = Key::Number {
            answer,
            tolerance,
            unit,
        };
        assert_eq!(parts(&key, &text(typed)), (right, 1), "{answer} {typed}");
    }
}

#[test]
fn the_unit_of_the_question_may_stand_behind_the_number() {
    let table = [
        ("90 MME", Some("MME"), Some(90.0)),
        ("90mme ", Some("MME"), Some(90.0)),
        ("0,5 %", Some("%"), Some(0.5)),
        ("50%", Some("%"), Some(50.0)),
        ("37 °C", Some("°C"), Some(37.0)),
        ("90", Some("MME"), Some(90.0)),
        ("90 mg", Some("MME"), None),
        ("MME", Some("MME"), None),
        ("MME 90", Some("MME"), None),
        ("90 MME MME", Some("MME"), None),
        ("90 MME", None, None),
        ("90", Some(" "), Some(90.0)),
    ];
    for (typed, unit, wanted) in table {
        assert_eq!(measured(typed, unit), wanted, "{typed} {unit:?}");
    }
}

#[test]
fn numbers_are_read_as_people_type_them() {
    let table = [
        (" 90 ", Some(90.0)),
        ("0,125", Some(0.125)),
        (",5", Some(0.5)),
        ("5.", Some(5.0)),
        ("+1.5", Some(1.5)),
        ("1,50", Some(1.5)),
        ("1.500", Some(1.5)),
        ("1500,125", Some(1500.125)),
        ("1,500", None),
        ("1,500,000", None),
        ("90 mg", None),
        ("1e3", None),
        (".", None),
        ("-", None),
        ("", None),
    ];
    for (typed, value) in table {
        assert_eq!(number(typed), value, "{typed}");
    }
}

#[test]
fn gaps_matches_groups_and_orders_earn_a_part_each() {
    let gap = |words: &[&str], chosen| GapKey {
        texts: texts(words),
        chosen,
    };
    let gaps = Key::Gaps {
        gaps: vec![gap(&["low", "lowest"], false), gap(&["slow", "fast"], true)],
    };
    let table: [(&[&str], usize); 5] = [
        (&["Lowest", "slow"], 2),
        (&["low", "fast"], 1),
        (&["high", "fast"], 0),
        (&["low"], 1),
        (&["low", "Slow"], 1),
    ];
    for (filled, earned) in table {
        let answer = Answer::Gaps(texts(filled));
        assert_eq!(parts(&gaps, &answer), (earned, 2), "{filled:?}");
    }
    let targets = Key::Match {
        targets: vec![0, 1, 0],
    };
    let sorted = Key::Sort {
        groups: vec![0, 0, 1],
    };
    let said = |places: [Option<usize>; 3]| Answer::Places(places.to_vec());
    assert_eq!(parts(&targets, &said([Some(0), Some(1), Some(0)])), (3, 3));
    assert_eq!(parts(&targets, &said([Some(0), Some(0), None])), (1, 3));
    assert_eq!(parts(&sorted, &said([Some(0), Some(1), Some(1)])), (2, 3));
    let order = Key::Order { items: 4 };
    assert_eq!(parts(&order, &Answer::Order(vec![0, 1, 2, 3])), (4, 4));
    assert_eq!(parts(&order, &Answer::Order(vec![0, 2, 1, 3])), (2, 4));
    assert_eq!(parts(&order, &Answer::Order(vec![3, 0, 1, 2])), (0, 4));
}

#[test]
fn points_are_shares_of_what_the_question_is_worth() {
    let score = Score { earned: 2, of: 3 };
    assert_eq!(score.points(3.0), 2.0);
    assert_eq!(score.points(1.5), 1.0);
    assert_eq!(Score { earned: 3, of: 3 }.share(), 1.0);
    assert_eq!(Score { earned: 1, of: 4 }.share(), 0.25);
}

#[test]
fn a_reflection_is_not_graded_and_a_foreign_answer_earns_nothing() {
    assert_eq!(score(&Key::Reflection, &text("I would listen.")), None);
    let truth = Key::Truth { answer: true };
    assert_eq!(parts(&truth, &Answer::Truth(true)), (1, 1));
    assert_eq!(parts(&truth, &Answer::Truth(false)), (0, 1));
    assert_eq!(parts(&truth, &text("true")), (0, 1));
    assert_eq!(parts(&Key::Order { items: 3 }, &text("")), (0, 3));
}
