//! What is one word.

use teachback::readability::text::{Text, WordKind};

fn words(source: &str) -> Vec<String> {
    let text = Text::new(source);
    let views = text.sentences().iter().flat_map(|s| text.words_of(s));
    views.map(|view| view.text.to_owned()).collect()
}

#[test]
fn text_is_cut_into_words() {
    let cases: &[(&str, &[&str])] = &[
        ("Don\u{2019}t stop.", &["Don\u{2019}t", "stop"]),
        ("a well-known drug", &["a", "well-known", "drug"]),
        ("short- and long-term", &["short", "and", "long-term"]),
        ("the patients' rights", &["the", "patients", "rights"]),
        ("2.5 mg/day", &["2.5", "mg", "day"]),
        ("25mg or 1,000 mg", &["25mg", "or", "1,000", "mg"]),
        ("5-10 or 5\u{2013}10", &["5-10", "or", "5\u{2013}10"]),
        ("120/80 at 10:30", &["120/80", "at", "10:30"]),
        ("90% paid $40.", &["90%", "paid", "$40"]),
        (
            "e.g. the U.S. at 5 p.m.",
            &["e.g", "the", "U.S", "at", "5", "p.m"],
        ),
        ("and/or", &["and", "or"]),
        ("COVID-19 and B12", &["COVID-19", "and", "B12"]),
        ("1. Take it. 2. Rest.", &["Take", "it", "Rest"]),
        ("see www.cdc.gov or a@b.org now", &["see", "or", "now"]),
        ("na\u{ef}ve caf\u{e9}", &["na\u{ef}ve", "caf\u{e9}"]),
        ("na\u{69}\u{308}ve", &["na\u{69}\u{308}ve"]),
        ("我痛", &["我", "痛"]),
        ("wait\u{2014}what?", &["wait", "what"]),
        ("(p < 0.001)", &["p", "0.001"]),
        ("", &[]),
        ("... !? --", &[]),
    ];
    for (source, expected) in cases {
        assert_eq!(words(source), *expected, "{source}");
    }
}

#[test]
fn a_word_says_what_it_is() {
    let text = Text::new("HIV hit 3 Boys/girls.");
    let seen: Vec<_> = text
        .words_of(&text.sentences()[0])
        .map(|v| {
            (
                v.folded,
                v.word.kind,
                v.word.is_all_capitals,
                v.is_name(),
                v.word.after_slash,
            )
        })
        .collect();
    let expected = [
        ("hiv", WordKind::Letters, true, false, false),
        ("hit", WordKind::Letters, false, false, false),
        ("3", WordKind::Number, false, false, false),
        ("boys", WordKind::Letters, false, true, false),
        ("girls", WordKind::Letters, false, false, true),
    ];
    assert_eq!(seen, expected);
}
