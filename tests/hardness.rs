//! Hardness: what it says of sentences and texts, by properties that anyone can check by hand.

use teachback::readability::Language;
use teachback::readability::hardness::{self, Hardness, Reason};
use teachback::readability::text::Text;

fn hardness_of(text: &str) -> Hardness {
    hardness::measure_text(&Text::new(text), Language::English).expect("a sentence")
}

fn score(text: &str) -> f64 {
    hardness_of(text).score()
}

/// Says the same twice: as a plain writer and as a journal would.
const PAIRS: [(&str, &str); 36] = [
    (
        "Use the spray in one nostril.",
        "Administer the spray intranasally.",
    ),
    (
        "Call us if the pain gets worse.",
        "Contact us upon exacerbation of symptoms.",
    ),
    (
        "Take one pill with food.",
        "Ingest one tablet postprandially.",
    ),
    (
        "You may feel sick.",
        "You may experience nausea and emesis.",
    ),
    (
        "High blood pressure can hurt your heart.",
        "Hypertension predisposes to cardiac complications.",
    ),
    (
        "The drug can slow your breathing.",
        "The agent may precipitate respiratory depression.",
    ),
    (
        "Do not drink beer or wine.",
        "Abstain from alcohol consumption.",
    ),
    (
        "We will lower the dose step by step.",
        "The dosage will be titrated downward incrementally.",
    ),
    (
        "Your body gets used to the drug.",
        "Physiological tolerance to the medication develops.",
    ),
    (
        "Some people cannot sleep.",
        "A subset of patients develop insomnia.",
    ),
    (
        "You may sweat and shake.",
        "Diaphoresis and tremor may occur.",
    ),
    (
        "Ask your doctor first.",
        "Consult your physician beforehand.",
    ),
    ("The bone is broken.", "The femur is fractured."),
    (
        "He has too much sugar in his blood.",
        "He is hyperglycemic.",
    ),
    (
        "The test looks for germs in your urine.",
        "Urinalysis detects bacteriuria.",
    ),
    (
        "Your kidneys do not work well.",
        "Renal function is impaired.",
    ),
    (
        "Keep the wound clean and dry.",
        "Maintain asepsis of the lesion.",
    ),
    (
        "The cut will heal in a week.",
        "Cicatrization will conclude within a week.",
    ),
    (
        "Half of the people got better.",
        "Remission was attained by half of the cohort.",
    ),
    (
        "We asked 200 people about their pain.",
        "We administered a questionnaire to 200 participants with chronic pain.",
    ),
    (
        "No one knows why this happens.",
        "The underlying pathophysiology remains unelucidated.",
    ),
    (
        "The drug did not help more than a sugar pill.",
        "The drug demonstrated no superiority over placebo.",
    ),
    (
        "Walk a little each day.",
        "Engage in moderate ambulation daily.",
    ),
    ("Your skin may itch.", "Pruritus may manifest."),
    (
        "The nurse will check your heart beat.",
        "The nurse will auscultate for arrhythmia.",
    ),
    (
        "It hurts when I move my arm.",
        "I have pain on abduction of the upper extremity.",
    ),
    (
        "Put the pills where children cannot reach them.",
        "Store medications inaccessible to pediatric household members.",
    ),
    ("The swelling went down.", "The edema subsided."),
    (
        "You can stop at any time.",
        "Participation may be discontinued unilaterally.",
    ),
    (
        "This will not cure you, but it can help.",
        "The intervention is palliative rather than curative.",
    ),
    (
        "She lost a lot of blood.",
        "She suffered a substantial haemorrhage.",
    ),
    ("Her liver is swollen.", "She presents with hepatomegaly."),
    (
        "Tell us about all the drugs you take.",
        "Disclose all concomitant pharmacotherapy.",
    ),
    (
        "You need to eat less salt.",
        "Dietary sodium restriction is indicated.",
    ),
    (
        "We do not know if it is safe.",
        "Evidence regarding its safety is inconclusive.",
    ),
    (
        "Pain can last. It may come back. You can do a lot about it.",
        "Although pain may persist or recur over the course of many months, there is nonetheless a great deal that can be done about it.",
    ),
];

#[test]
fn a_plain_sentence_is_easier_than_its_learned_twin() {
    for (plain, learned) in PAIRS {
        let (easy, hard) = (score(plain), score(learned));
        assert!(easy < hard, "{plain} {easy:.2}\n{learned} {hard:.2}");
    }
}

#[test]
fn the_numbers_shown_are_the_whole_score() {
    for (plain, learned) in PAIRS {
        for text in [plain, learned] {
            let hardness = hardness_of(text);
            let shown = hardness.contributions();
            let sum = hardness::BASE + shown.iter().map(|part| part.points()).sum::<f64>();
            assert!((sum - hardness.score()).abs() < 1e-12, "{text}");
            assert!(shown.iter().all(|part| part.points() >= 0.0), "{text}");
        }
    }
}

#[test]
fn no_weight_lets_a_harder_word_make_a_sentence_easier() {
    assert!(hardness::WEIGHTS.iter().all(|weight| weight.per_unit > 0.0));
    assert!(score("We use a new drug.") < score("We utilize a new drug."));
    assert!(score("We utilize a new drug.") < score("We utilize a novel anticholinergic."));
    assert!(score("It helps.") < score("It helps with cholestasis."));
}

#[test]
fn words_of_one_rarity_leave_only_length_to_differ() {
    // Words that no list has, all of four letters: mean and rarest are equal, so what differs is the natural logarithm of
    // the length and, as each is another word, the second of the rarest.
    let one = hardness_of("Zzqx.").contributions();
    let two = hardness_of("Zzqx zzqk.").contributions();
    assert!((one[0].value - two[0].value).abs() < 1e-9);
    assert!((one[1].value - 0.0).abs() < 1e-9);
    assert!((two[1].value - 2.0_f64.ln()).abs() < 1e-9);
    assert!((one[2].value - two[2].value).abs() < 1e-9);
    assert!((two[3].value - two[2].value).abs() < 1e-9);
}

#[test]
fn a_word_that_comes_twice_is_rarest_once() {
    let twice = hardness_of("Zzqx zzqx.").contributions();
    assert!(twice[3].value.abs() < 1e-9);
}

#[test]
fn a_text_is_the_mean_of_its_sentences_by_their_words() {
    let (short, long) = ("It helps.", "Naloxone reverses an overdose of opioids.");
    let both = format!("{short} {long}");
    let expected = (2.0 * score(short) + 6.0 * score(long)) / 8.0;
    assert!((score(&both) - expected).abs() < 1e-9);
}

#[test]
fn a_name_of_letters_and_digits_is_rare_unless_everybody_knows_it() {
    for name in ["CD8", "IL-6", "CYP2D6", "6p24"] {
        let coded = score(&format!("We saw {name} there."));
        assert!(coded > score("We saw it there."), "{name}");
        assert!(coded > score("We saw B12 there."), "{name}");
    }
    let plain = |number: &str| score(&format!("We saw {number} there."));
    assert!((plain("12") - plain("25mg")).abs() < 1e-9);
    assert!((plain("12") - plain("6-month")).abs() < 1e-9);
}

#[test]
fn parts_put_together_are_the_whole() {
    let text = Text::new("It helps. Naloxone reverses an overdose. Call for help.");
    let measured = |at: usize| hardness::measure(&text, &text.sentences()[at], Language::English);
    let (mut first, mut second) = (hardness::Mean::default(), hardness::Mean::default());
    first.add(&measured(0));
    second.add(&measured(1));
    second.add(&measured(2));
    first.merge(&second);
    let whole = hardness::measure_text(&text, Language::English).unwrap();
    assert!((first.hardness().unwrap().score() - whole.score()).abs() < 1e-12);
}

#[test]
fn no_text_has_no_hardness() {
    assert_eq!(
        hardness::measure_text(&Text::new(""), Language::English),
        None
    );
    assert_eq!(hardness::Mean::default().hardness(), None);
}

#[test]
fn reasons_name_the_rare_words_and_where_they_stand() {
    let source = "The cholestasis was treated with ursodeoxycholic acid.";
    let text = Text::new(source);
    let explained = hardness::explain(&text, &text.sentences()[0], Language::English);
    let [Reason::RareWords { words, points }] = explained.reasons.as_slice() else {
        panic!("{:?}", explained.reasons);
    };
    let mut written: Vec<&str> = words.iter().map(|word| word.written.as_str()).collect();
    written.sort_unstable();
    assert_eq!(written, ["cholestasis", "ursodeoxycholic"]);
    for word in words {
        assert_eq!(&source[word.bytes.clone()], word.written);
    }
    // Without the two words' parts no more is left than for a sentence of common words.
    let without = explained.hardness.score() - points;
    assert!(
        (without - score("The child was seen with her dog.")).abs() < 0.4,
        "{without}"
    );
}

#[test]
fn a_long_sentence_of_common_words_is_told_by_its_length_alone() {
    let text = Text::new(
        "We will go to the house and we will see if they are there and if they are not then we will come back to you.",
    );
    let explained = hardness::explain(&text, &text.sentences()[0], Language::English);
    let [Reason::Long { words, points }] = explained.reasons.as_slice() else {
        panic!("{:?}", explained.reasons);
    };
    assert_eq!(*words, 26);
    let of_length = hardness::WEIGHTS[1].per_unit;
    assert!((points - of_length * (26.0_f64 / 15.0).ln()).abs() < 1e-9);
}

#[test]
fn an_easy_sentence_needs_no_reason() {
    let text = Text::new("Call us if the pain gets worse.");
    let explained = hardness::explain(&text, &text.sentences()[0], Language::English);
    assert!(explained.reasons.is_empty(), "{:?}", explained.reasons);
}

#[test]
fn hardest_words_of_a_text_come_once_and_rarest_first() {
    let text = Text::new(
        "Patients with hepatomegaly were seen. Hepatomegaly is common. We treated insomnia in the morning.",
    );
    let words = hardness::hardest_words(&text, Language::English, 5);
    let found: Vec<(&str, usize)> = words
        .iter()
        .map(|w| (w.written.as_str(), w.times))
        .collect();
    assert_eq!(found, [("hepatomegaly", 2), ("insomnia", 1)]);
    let one = hardness::hardest_words(&text, Language::English, 1);
    assert_eq!(one, words[..1]);
}

#[test]
fn spellings_forms_and_signs_of_a_word_are_that_word() {
    let same = |a: &str, b: &str| {
        let (left, right) = (score(a), score(b));
        assert!((left - right).abs() < 0.1, "{a} {left:.2}\n{b} {right:.2}");
    };
    same("The tumour is big.", "The tumor is big.");
    same("The patient’s arm hurts.", "The patient's arm hurts.");
    same("We know the dose.", "We know the doses.");
    same("A naïve plan.", "A naive plan.");
}

#[test]
fn numbers_are_not_rare_words_and_names_are_easier_than_unknown_words() {
    assert!(score("It took 13 years.") <= score("It took two years."));
    assert!(score("We met Zzqxka there.") < score("We met zzqxka there."));
}

#[test]
fn other_languages_are_told_by_length_and_not_by_english_words() {
    let in_spanish = |text: &str| {
        let text = Text::new(text);
        hardness::measure_text(&text, Language::Spanish)
            .unwrap()
            .score()
    };
    let easy = "Tome una pastilla con agua.";
    let hard = "La administración concomitante de benzodiacepinas incrementa la sedación.";
    assert!(in_spanish(easy) < in_spanish(hard));
    // No word is longer than six letters, and all are unknown in English.
    assert!(in_spanish("El dolor no se va.") < score("El dolor no se va."));
}

#[test]
fn strange_text_is_measured_without_a_fault() {
    for text in [
        "…",
        "- - -",
        "a",
        "A.",
        "😀",
        "x̄ ± σ",
        "日本語のテキスト。",
        "'s",
        "e.g.",
        "-a-",
    ] {
        let hardness = hardness::measure_text(&Text::new(text), Language::English);
        assert!(hardness.is_none_or(|h| h.score().is_finite()), "{text}");
    }
}
