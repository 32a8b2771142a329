use super::*;

#[test]
fn a_pattern_covers_the_whole_answer() {
    let table: &[(&str, &[&str], &[&str])] = &[
        (
            "naloxon(e)?",
            &["naloxone", " NALOXON "],
            &["naloxones", "my naloxone"],
        ),
        (
            r"\d{1,3} mg",
            &["5 mg", "120 mg"],
            &["mg", "٣ mg", "1234 mg"],
        ),
        ("a|b", &["a", "b"], &["ab"]),
        (r"[\w-]+", &["x-1_"], &["é!", "a b"]),
        ("cafe", &["café"], &[]),
        ("café", &["CAFÉ", "cafe\u{301}"], &["cafe"]),
        (r"\bstop\b", &["stop"], &["stops"]),
        (r"\p{Lu}\u0041\u{42}\x43", &["zabc"], &["1abc"]),
        (r"(?<dose>\d+)\s*(?:mg|mcg)", &["5mg", "50  mcg"], &["5 g"]),
        (r"[^\D]+?", &["42"], &["4a"]),
    ];
    for (pattern, right, wrong) in table {
        let read = Pattern::new(pattern).expect(pattern);
        for answer in *right {
            assert!(read.accepts(answer), "{pattern} accepts {answer}");
        }
        for answer in *wrong {
            assert!(!read.accepts(answer), "{pattern} refuses {answer}");
        }
    }
}

#[test]
fn what_only_one_side_knows_is_refused_where_it_stands() {
    let table = [
        ("(?=a)b", 0..1, "looks ahead"),
        ("ab(?<!a)", 2..3, "looks ahead or behind"),
        (r"(a)\1", 3..4, "refers back to group 1"),
        ("(?i)a", 0..1, "flags"),
        ("(?P<n>a)", 0..1, "flags or a group"),
        ("[[:alpha:]]", 1..2, "[ within [ ]"),
        ("[a&&b]", 2..3, "&&"),
        ("[]", 0..1, "empty [ ]"),
        ("[ab", 0..1, "not closed"),
        ("a}", 1..2, "lone }"),
        ("a{x}", 1..2, "lone {"),
        ("a**", 2..3, "repeats nothing"),
        ("^*", 1..2, "repeats nothing"),
        (r"a\-b", 1..2, r"\-"),
        (r"\pL", 0..1, r"\p"),
        (r"[\w-z]", 1..2, r"starts with \w"),
        (r"é\", 2..3, "lone \\"),
    ];
    for (pattern, at, words) in table {
        let fault = Pattern::new(pattern).expect_err(pattern);
        assert_eq!(fault.at, at, "{pattern}");
        assert!(
            fault.message.contains(words),
            "{pattern}: {}",
            fault.message
        );
    }
}

#[test]
fn what_is_no_expression_is_refused() {
    for pattern in ["(", "(a", "a)", "*", "[z-a]", "(?<>a)", "(a{1000}){1000}"] {
        assert!(Pattern::new(pattern).is_err(), "{pattern}");
    }
}

proptest::proptest! {
    #[test]
    fn no_pattern_panics(pattern in r"[a-c\\dwbpux\[\](){}?*+^$|<=!:0-9é-]{0,24}", answer in ".{0,8}") {
        if let Ok(read) = Pattern::new(&pattern) {
            let _ = read.accepts(&answer);
        }
    }
}
