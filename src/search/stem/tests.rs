//! Words that belong together have one stem, and words that do not, do not.

use super::of;
use crate::search::words::fold;
use std::collections::BTreeSet;

fn stems(lang: &str, words: &str) -> BTreeSet<String> {
    words
        .split(' ')
        .map(|word| of(lang).stem(&fold(word)))
        .collect()
}

#[test]
fn forms_of_a_word_have_one_stem() {
    for (lang, words) in [
        ("en", "taper tapers tapered tapering"),
        ("en", "prescribe prescribes prescribed prescribing"),
        ("en", "stop stops stopped stopping"),
        ("en", "dose doses dosing dosed"),
        ("en", "therapy therapies"),
        ("en", "treat treatment treatments treated"),
        ("en", "addiction addicted"),
        ("en", "call calls calling called"),
        ("en", "pain pains painful"),
        ("es", "medicamento medicamentos"),
        ("es", "tomar toma tomando tomado tomados tome"),
        ("es", "lápiz lápices"),
        ("es", "respiración respiraciones respirar respira"),
        ("es", "mujer mujeres"),
        ("es", "rápido rápida rápidamente rápidos"),
        ("fr", "douleur douleurs"),
        ("fr", "respirer respire respirez respiration"),
        ("fr", "hôpital hôpitaux"),
        ("fr", "calmé calmée calmées calmer"),
        ("fr", "actuel actuelle actuels"),
        ("de", "Schmerz Schmerzen Schmerzes"),
        ("de", "Medikament Medikamente Medikamenten Medikaments"),
        ("de", "Behandlung Behandlungen"),
        ("ar", "مستشفى المستشفى والمستشفى"),
        ("ar", "دواء الدواء للدواء"),
        ("ar", "مدرسة المدرسة مدرسات"),
    ] {
        assert_eq!(
            stems(lang, words).len(),
            1,
            "{words}: {:?}",
            stems(lang, words)
        );
    }
}

#[test]
fn other_words_have_other_stems() {
    for (lang, words) in [
        ("en", "taper tape"),
        ("en", "sing string bring"),
        ("en", "dose does"),
        ("en", "b12 b1"),
        ("es", "dolor dolencia"),
        ("de", "Schmerz Scherz"),
        ("fr", "poison poisson"),
        ("pt-BR", "dores dor"),
    ] {
        let count = words.split(' ').count();
        assert_eq!(stems(lang, words).len(), count, "{words}");
    }
}

#[test]
fn stop_words_are_folded() {
    for (lang, stemmer) in super::LANGUAGES {
        for word in stemmer.stop.split(' ') {
            assert_eq!(fold(word), word, "{lang}");
        }
    }
}
