//! Every formula on texts that were counted by hand.

use teachback::readability::formulas::{FORMULAS, Kind, formulas};
use teachback::readability::text::Text;
use teachback::readability::{Counter, Counts, Language, Tables, Vocabulary, consensus};

fn count(source: &str, language: Language) -> Counts {
    let tables = Tables::new();
    let mut counter = Counter::default();
    let text = Text::new(source);
    counter.add(&text, &Vocabulary::new(&tables, language).read(&text));
    counter.counts()
}

fn value(name: &str, counts: &Counts) -> f64 {
    let formula = FORMULAS.iter().find(|f| f.name == name).expect(name);
    formula.value(counts).expect("a text with words")
}

fn assert_close(name: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 0.001,
        "{name}: {found}, not {expected}"
    );
}

/// ```text
/// Your    doctor  may     give    you     naloxone.   It      can     reverse an      opioid  overdose.
/// 1       2       1       1       1       3           1       1       2       1       3       3          syllables: 20
/// 4       6       3       4       3       8           2       3       7       2       6       8          letters: 56
///                                         not listed                  n.l.            n.l.    n.l.       unfamiliar: 4
/// ```
///
/// Two sentences, 12 words; three words of three syllables; seven of one; three of seven letters or more (naloxone, reverse,
/// overdose).
const NALOXONE: &str = "Your doctor may give you naloxone. It can reverse an opioid overdose.";

#[test]
fn the_counts_of_an_english_text_are_those_of_a_hand() {
    let expected = Counts {
        words: 12,
        sentences: 2,
        colons: 0,
        syllables: 20,
        monosyllables: 7,
        polysyllables: 3,
        complex: 3,
        letters: 56,
        characters: 56,
        long: 3,
        unfamiliar: 4,
        different_unfamiliar: 4,
    };
    assert_eq!(count(NALOXONE, Language::English), expected);
}

#[test]
fn english_formulas_give_what_a_hand_computes() {
    let counts = count(NALOXONE, Language::English);
    // 12 / 2 = 6 words a sentence, 20 / 12 = 1.66667 syllables a word, 4 / 12 = 33.333 % unfamiliar.
    let expected = [
        ("flesch_reading_ease", 206.835 - 6.09 - 141.0),
        ("flesch_kincaid", 2.34 + 19.666_667 - 15.59),
        // sqrt(3 * 30 / 2) = 6.708204
        ("smog", 1.043 * 6.708_204 + 3.1291),
        ("gunning_fog", 0.4 * (6.0 + 25.0)),
        // 466.6667 letters and 16.66667 sentences in 100 words
        ("coleman_liau", 27.44 - 4.933_333 - 15.8),
        // 56 / 12 = 4.666667 characters a word
        ("ari", 21.98 + 3.0 - 21.43),
        // 7 of 12 words: 87.5 in 150
        ("forcast", 20.0 - 8.75),
        ("dale_chall", 5.263_333 + 0.2976 + 3.6365),
        ("spache", 0.726 + 2.733_333 + 0.659),
        ("lix", 6.0 + 25.0),
        ("rix", 1.5),
    ];
    for (name, by_hand) in expected {
        assert_close(name, value(name, &counts), by_hand);
    }
    // 6.41667, 10.12576, 12.4, 6.70667, 3.55 and 2 * 9.19743 - 5 = 13.39487: the middle of the third and fourth.
    let grade = consensus(&counts, Language::English).expect("a grade");
    assert_close("consensus", grade, f64::midpoint(6.706_667, 10.125_757));
}

/// ```text
/// Tome    la      medicina  con     agua.   Llame   al      médico  si      le      duele.
/// 2       1       4         1       2       2       1       3       1       1       2       syllables: 20
/// 4       2       8         3       4       5       2       6       2       2       5       letters: 43
/// ```
#[test]
fn spanish_formulas_give_what_a_hand_computes() {
    let source = "Tome la medicina con agua. Llame al m\u{e9}dico si le duele.";
    let counts = count(source, Language::Spanish);
    assert_eq!((counts.words, counts.sentences), (11, 2));
    assert_eq!((counts.syllables, counts.letters), (20, 43));
    // 5.5 words a sentence, 1.818182 syllables and 3.909091 letters a word
    assert_close(
        "fernandez_huerta",
        value("fernandez_huerta", &counts),
        206.84 - 109.090_909 - 5.61,
    );
    assert_close(
        "szigriszt_pazos",
        value("szigriszt_pazos", &counts),
        206.835 - 113.272_727 - 5.5,
    );
    assert_close(
        "gutierrez",
        value("gutierrez", &counts),
        95.2 - 37.918_182 - 1.925,
    );
    // 88.06227 lies 8.06227 above 80 (grade 4), a tenth of a grade a point: 3.19377. 92.13909 lies 2.13909 above 90 (grade
    // 4.5), 0.15 a point: 4.17914.
    let grade = consensus(&counts, Language::Spanish).expect("a grade");
    assert_close("consensus", grade, f64::midpoint(3.193_773, 4.179_136));
}

#[test]
fn the_bands_of_inflesz_meet_where_they_were_published() {
    let mut known = FORMULAS.iter();
    let formula = known
        .find(|f| f.name == "szigriszt_pazos")
        .expect("the formula");
    let scale = formula.scale.as_ref().expect("bands");
    let cases = [
        (39.9, "muy dif\u{ed}cil"),
        (40.0, "algo dif\u{ed}cil"),
        (55.0, "normal"),
        (65.0, "bastante f\u{e1}cil"),
        (80.0, "muy f\u{e1}cil"),
    ];
    for (score, word) in cases {
        assert_eq!(scale.word(score), word);
    }
}

#[test]
fn names_inflections_and_numbers_are_familiar() {
    // Listed: want, big, happy, story, stop. "Boston" is a name, 7 a number, "acetaminophen" nobody's friend.
    let counts = count(
        "She wanted the biggest, happiest stories of Boston, stopping 7 times for acetaminophen.",
        Language::English,
    );
    assert_eq!(counts.unfamiliar, 1);
}

#[test]
fn gunning_leaves_out_names_compounds_and_endings() {
    // "created" and "reducing" reach three syllables by their ending, "bookkeeper-like" by joining, "Canada" is a name.
    // "medicine" and "considered" are complex.
    let counts = count(
        "He created it, reducing a well-being-like thing from Canada, a medicine she considered.",
        Language::English,
    );
    assert_eq!(counts.complex, 2);
    assert!(counts.polysyllables > 2);
}

#[test]
fn a_colon_is_a_stop_for_lix_only() {
    let counts = count(
        "You need three things: water, salt and rest.",
        Language::English,
    );
    assert_eq!((counts.sentences, counts.colons), (1, 1));
    // 8 words, two stretches, no word of seven letters.
    assert_close("lix", value("lix", &counts), 4.0);
}

#[test]
fn texts_without_words_have_no_value() {
    let counts = count("... !", Language::English);
    assert!(FORMULAS.iter().all(|f| f.value(&counts).is_none()));
    assert_eq!(consensus(&counts, Language::English), None);
    assert_eq!(
        consensus(&count("Bonjour.", Language::Other), Language::Other),
        None
    );
}

#[test]
fn every_formula_says_what_it_is() {
    let mut names: Vec<_> = FORMULAS.iter().map(|f| f.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 14);
    for formula in FORMULAS {
        assert!(!formula.title.is_empty() && !formula.counts.is_empty());
    }
    let grades = formulas(Language::English).filter(|f| f.kind == Kind::Grade);
    let names: Vec<_> = grades.map(|f| f.name).collect();
    let expected = [
        "flesch_kincaid",
        "smog",
        "gunning_fog",
        "coleman_liau",
        "ari",
        "dale_chall",
        "forcast",
    ];
    assert_eq!(names, expected);
}
