//! Whole texts in the order of their hardness.

use teachback::readability::Language;
use teachback::readability::hardness;
use teachback::readability::text::Text;

fn score(text: &str) -> f64 {
    let hardness = hardness::measure_text(&Text::new(text), Language::English);
    hardness.expect("a sentence").score()
}

/// Texts that were written for this test, a text a line and a `#` between topics.
fn topics(file: &str) -> Vec<Vec<&str>> {
    let topics = file.split("#\n").map(str::lines);
    topics.map(Iterator::collect).collect()
}

#[test]
fn an_article_at_three_levels_falls_in_order() {
    let topics = topics(include_str!("texts/three_levels.txt"));
    assert_eq!(topics.len(), 8);
    for levels in topics {
        let scores: Vec<f64> = levels.iter().map(|text| score(text)).collect();
        assert!(
            scores.len() == 3 && scores.is_sorted(),
            "{scores:?} {}",
            levels[0]
        );
    }
}

#[test]
fn a_plain_summary_is_easier_than_its_technical_abstract() {
    let topics = topics(include_str!("texts/technical_and_plain.txt"));
    assert_eq!(topics.len(), 8);
    for pair in topics {
        let [technical, plain] = pair[..] else {
            panic!("{pair:?}");
        };
        assert!(score(plain) < score(technical), "{plain}");
    }
}

#[test]
fn a_sentence_that_is_cut_in_two_makes_no_text_harder() {
    let whole = "Opioids slow down breathing and the kidneys, which are old, keep them in the body";
    let words: Vec<&str> = whole.split(' ').collect();
    for at in 1..words.len() {
        let cut = format!(
            "{}. {}.",
            words[..at].join(" "),
            capital(&words[at..].join(" "))
        );
        assert!(score(&cut) <= score(whole), "{cut}");
    }
    assert!(score(&format!("{whole}. {whole}. {whole}.")) <= score(whole) + 1e-9);
}

fn capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}
