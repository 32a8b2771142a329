//! What the shape of an English word tells when the list does not have it: the word it was made from, or else how
//! long it is and whether it is built from Greek and Latin parts.

use super::list;

/// A word nobody lists, of five letters or fewer.
const UNLISTED: f64 = 1.12;

/// An inflected form is a little rarer than its word.
const INFLECTED: f64 = 0.06;

/// A word with a prefix is rarer than its word.
const PREFIXED: f64 = 0.25;

/// Ends of adjectives.
const ADJECTIVE: (f64, &[&str]) = (
    0.242,
    &[
        "al", "ic", "ive", "ous", "ary", "ory", "ally", "ically", "ively",
    ],
);

/// Ends of the nouns that are made from verbs and adjectives.
const NOUN: (f64, &[&str]) = (
    0.066,
    &[
        "tion", "tions", "ment", "ments", "ity", "ities", "ance", "ances", "ence", "ences", "ness",
        "ism", "isms", "psis", "lsis", "xsis",
    ],
);

/// Greek and Latin ends of diseases, operations, cells and medicines.
const MEDICAL: (f64, &[&str]) = (
    0.122,
    &[
        "itis", "osis", "oses", "emia", "ectomy", "ectomies", "otomy", "otomies", "ology",
        "ologies", "ological", "opathy", "opathies", "opathic", "algia", "uria", "plasty", "scopy",
        "scopic", "genic", "genesis", "cyte", "cytes", "cytic", "ase", "ases", "trophy", "trophic",
        "lysis", "lytic", "oma", "omas", "penia", "philic", "phobic", "statin", "mab", "olol",
        "pril", "azole", "mycin", "cillin", "idine", "amide", "azine", "one",
    ],
);

/// Greek and Latin beginnings.
const BEGINNING: (f64, &[&str]) = (
    0.205,
    &[
        "hyper", "hypo", "intra", "inter", "extra", "peri", "endo", "epi", "immuno", "neuro",
        "cardio", "gastro", "hepat", "nephr", "haem", "hema", "hemo", "onco", "cyto", "geno",
        "pheno", "chemo", "micro", "macro", "poly", "mono", "bio", "histo", "trans", "hetero",
        "homo", "auto", "meta", "para", "sub", "anti",
    ],
);

/// Spellings of British English and what American English, which most of the list is, writes.
const BRITISH: [(&str, &str); 14] = [
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("isable", "izable"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("aem", "em"),
    ("oed", "ed"),
    ("paed", "ped"),
    ("our", "or"),
    ("tre", "ter"),
    ("lled", "led"),
    ("lling", "ling"),
    ("mme", "m"),
];

/// Ends of inflected forms and what the word itself has there.
const INFLECTIONS: [(&str, &str); 18] = [
    ("ies", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("ly", ""),
    ("ily", "y"),
    ("ness", ""),
    ("er", "e"),
    ("er", ""),
    ("est", ""),
    ("less", ""),
    ("ful", ""),
    ("able", ""),
];

const PREFIXES: [&str; 17] = [
    "non", "un", "re", "pre", "anti", "over", "under", "post", "multi", "co", "sub", "super",
    "semi", "inter", "mis", "self", "tele",
];

/// The rarity of a word that the list does not have.
pub(super) fn rarity(word: &str) -> f64 {
    if let Some(rarity) = british(word) {
        return rarity;
    }
    let unlisted = unlisted(word);
    let made = stem(word).or_else(|| Some(prefixed(word)? + PREFIXED));
    made.map_or(unlisted, |made| made.min(unlisted))
}

fn british(word: &str) -> Option<f64> {
    BRITISH.iter().find_map(|(british, american)| {
        let at = word.find(british)?;
        let (before, after) = (&word[..at], &word[at + british.len()..]);
        list::rarity(&format!("{before}{american}{after}"))
    })
}

/// The rarity of an inflected form whose word is listed: "dosages" by "dosage", "stopped" by "stop".
fn stem(word: &str) -> Option<f64> {
    let stems = INFLECTIONS.iter().filter_map(|(end, instead)| {
        let stem = word.strip_suffix(end)?;
        (stem.chars().count() >= 3).then_some(())?;
        let found = list::rarity(&format!("{stem}{instead}"));
        let doubled = || list::rarity(undoubled(stem).filter(|_| instead.is_empty())?);
        found.or_else(doubled)
    });
    stems.reduce(f64::min).map(|rarity| rarity + INFLECTED)
}

/// "stopp" without its second "p".
fn undoubled(stem: &str) -> Option<&str> {
    let mut letters = stem.chars().rev();
    let last = letters.next()?;
    (letters.next()? == last).then(|| &stem[..stem.len() - last.len_utf8()])
}

fn prefixed(word: &str) -> Option<f64> {
    PREFIXES.iter().find_map(|prefix| {
        let rest = word.strip_prefix(prefix)?;
        (rest.chars().count() >= 4).then_some(())?;
        list::rarity(rest).or_else(|| stem(rest))
    })
}

fn unlisted(word: &str) -> f64 {
    let letters = word.chars().count();
    let over =
        |most: usize| f64::from(u8::try_from(letters.saturating_sub(most).min(6)).unwrap_or(6));
    let parts = if letters >= 5 { parts(word) } else { 0.0 };
    UNLISTED + 0.016 * over(5) + 0.005 * over(6) + parts
}

fn parts(word: &str) -> f64 {
    let ends = [ADJECTIVE, NOUN, MEDICAL];
    let ends = ends
        .iter()
        .filter(|(_, ends)| ends.iter().any(|end| word.ends_with(end)));
    let beginning = BEGINNING.1.iter().any(|part| word.starts_with(part));
    ends.map(|(rarity, _)| rarity).sum::<f64>() + if beginning { BEGINNING.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(word: &str, expected: f64) {
        let found = rarity(word);
        assert!((found - expected).abs() < 1e-9, "{word}: {found}");
    }

    #[test]
    fn an_unlisted_word_is_rarer_by_length_and_by_greek_and_latin_parts() {
        near("zzqx", 1.12);
        near("zzqxk", 1.12);
        // One letter over five.
        near("zzqxkv", 1.136);
        // Four letters over five, three over six, and the end of an inflammation.
        near("zzqxkitis", 1.12 + 0.016 * 4.0 + 0.005 * 3.0 + 0.122);
        // Five and four; the beginning of neuron, the end of an operation.
        near("neurectomy", 1.12 + 0.016 * 5.0 + 0.005 * 4.0 + 0.122);
    }

    #[test]
    fn a_form_is_as_hard_as_its_word_and_a_little_more() {
        let word = list::rarity("dosage").unwrap();
        assert!((stem("dosages").unwrap() - word - INFLECTED).abs() < 1e-9);
        assert!(stem("stopped").is_some_and(|found| found < 0.3));
        assert_eq!(stem("bs"), None);
    }

    #[test]
    fn british_and_american_spelling_are_one_word() {
        assert!(british("haemorrhagically").is_none());
        assert_eq!(british("tumourless"), list::rarity("tumorless"));
        assert!(rarity("haemophilia") < UNLISTED);
    }

    #[test]
    fn a_known_word_shows_through_its_prefix() {
        assert!(prefixed("premedicines").is_some());
        assert!(rarity("nonswimmers") < rarity("zzqxwimmers"));
    }
}
