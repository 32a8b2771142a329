//! Syllables against lists that were counted by hand, and against the dictionary.

use teachback::readability::syllables::{English, spanish};
use teachback::readability::text::Text;
use teachback::readability::{Language, Tables, Vocabulary};

/// Medical words that are neither in the dictionary nor in the checked list, counted by hand before they were tried.
const MEDICAL: &str = include_str!("medical_unseen.txt");
/// Every 60th word of the CMU Pronouncing Dictionary with the syllables of its first pronunciation.
const DICTIONARY: &str = include_str!("dictionary_sample.txt");
const CHECKED: &str = include_str!("../../src/readability/syllables/checked.txt");
const EXCEPTIONS: &str = include_str!("../../src/readability/syllables/exceptions.txt");

fn table(text: &str) -> Vec<(&str, u8)> {
    let lines = text.lines().filter_map(|line| line.split_once(' '));
    lines
        .map(|(word, count)| (word, count.parse().expect("a count")))
        .collect()
}

fn wrong<'a>(words: &[(&'a str, u8)]) -> Vec<&'a str> {
    let english = English::new();
    let words = words.iter();
    let wrong = words.filter(|(word, count)| english.syllables(word, word) != *count);
    wrong.map(|(word, _)| *word).collect()
}

#[test]
fn unseen_medical_words_are_counted_right() {
    let words = table(MEDICAL);
    assert!(words.len() >= 120);
    for (word, _) in &words {
        let listed = [CHECKED, EXCEPTIONS]
            .iter()
            .any(|list| table(list).iter().any(|(w, _)| w == word));
        assert!(!listed, "{word} has been seen");
    }
    let wrong = wrong(&words);
    assert!(wrong.len() * 100 <= words.len() * 7, "{wrong:?}");
}

#[test]
fn dictionary_words_are_counted_right() {
    let words = table(DICTIONARY);
    assert!(words.len() > 1_900);
    assert_eq!(wrong(&words), [""; 0]);
}

#[test]
fn numbers_units_and_capitals_are_read_aloud() {
    let tables = Tables::new();
    let mut vocabulary = Vocabulary::new(&tables, Language::English);
    // Counted by saying them: "one hundred twenty" has 1 + 2 + 2 syllables.
    let cases: &[(&str, &[u8])] = &[
        ("120", &[5]),
        ("7", &[2]),
        ("0.73", &[6]),
        ("2.5 mg", &[3, 3]),
        ("5%", &[3]),
        ("25mg", &[6]),
        ("$40", &[4]),
        ("1,000", &[3]),
        ("1,234,567", &[18]),
        ("1990", &[4]),
        ("2005", &[4]),
        ("2024", &[5]),
        ("21st", &[3]),
        ("5-10", &[3]),
        ("10-mg", &[4]),
        ("1-800-555-0199", &[14]),
        ("tumours", &[2]),
        ("anaesthetics", &[4]),
        ("120/80", &[9]),
        ("98.6\u{b0}F", &[8]),
        ("HIV", &[3]),
        ("COPD", &[4]),
        ("GPs", &[2]),
        ("WWW", &[9]),
        ("mRNA", &[4]),
        ("B12", &[2]),
        ("COVID-19", &[4]),
        ("TAKE THE PILL", &[1, 1, 1]),
        ("U.S", &[2]),
        ("e.g", &[4]),
        ("don't", &[1]),
        ("didn't", &[2]),
        ("it'll", &[2]),
        ("I'll", &[1]),
        ("nurse's", &[2]),
        ("patient's", &[2]),
        ("follow-up", &[3]),
        ("na\u{ef}ve", &[2]),
        ("caf\u{e9}", &[2]),
    ];
    for (source, expected) in cases {
        let text = Text::new(source);
        let views = text.words_of(&text.sentences()[0]);
        let found: Vec<u8> = views
            .map(|view| vocabulary.facts(&view).syllables)
            .collect();
        assert_eq!(found, *expected, "{source}");
    }
}

#[test]
fn spanish_words_are_counted_right() {
    let cases = "a 1|y 1|sol 1|dolor 2|ciudad 2|país 2|día 2|baúl 2|aire 2|peine 2|causa 2|deuda 2|cuota 2|leer 2|\
        poeta 3|teatro 3|caos 2|oía 3|río 2|reía 3|sabíais 3|averiguáis 4|buey 1|ley 1|muy 1|hay 1|uruguay 3|guerra 2|\
        guitarra 3|queso 2|quien 1|pingüino 3|vergüenza 3|ahora 3|alcohol 3|prohibir 2|búho 2|paranoia 4|\
        medicamento 5|farmacia 3|cirugía 4|energía 4|paciente 3|presión 2|corazón 3|diabetes 3|hipertensión 4|\
        antiinflamatorio 7|radiografía 5|estadounidense 6|veintiuno 3|viuda 2|ruido 2|jesuita 3|construir 2|\
        increíble 4|vacío 3|continuo 3|continúo 4|huía 2|audición 3|enfermería 5|oxígeno 4|análisis 4|riñón 2|\
        opioide 3|naloxona 4|sobredosis 4|mayo 2|yeso 2|rey 1|reyes 2|acción 2|lluvia 2|chocolate 4|mg 4|120 4|2,5 5|\
        veinte 2|19 4|45 6|5% 5";
    for case in cases.split('|') {
        let (word, count) = case.trim().split_once(' ').expect("a word and a count");
        assert_eq!(spanish(word).to_string(), count, "{word}");
    }
}
