//! Units and abbreviations, counted as the words that they stand for.

/// Syllables of an English abbreviation read aloud.
pub(super) fn english(folded: &str) -> Option<u8> {
    if folded.len() > 7 {
        return None;
    }
    let count = match folded {
        "st" | "ms" | "wk" | "wks" | "yr" | "yrs" | "ft" | "pt" | "pts" | "lb" | "lbs" => 1,
        "dr" | "drs" | "mr" | "mrs" | "jr" | "sr" | "vs" | "oz" | "hr" | "hrs" | "mins" | "tsp"
        | "fig" | "figs" | "vol" | "i.e" => 2,
        "mg" | "mcg" | "µg" | "μg" | "kg" | "mmol" | "tbsp" | "prof" | "dept" | "appt" => 3,
        "ml" | "dl" | "cm" | "mm" | "km" | "bpm" | "etc" | "e.g" | "eg" => 4,
        "approx" => 5,
        "iu" => 6,
        "mmhg" => 8,
        _ => return None,
    };
    Some(count)
}

/// Whether a word is a unit that is taken per something: the slash of `mg/day` is read aloud.
pub(in crate::readability) fn is_unit(folded: &str) -> bool {
    matches!(
        folded,
        "mg" | "mcg" | "µg" | "μg" | "g" | "kg" | "ml" | "dl" | "l" | "mmol" | "iu" | "units"
    )
}

/// Syllables of a Spanish abbreviation read aloud.
pub(super) fn spanish(folded: &str) -> Option<u8> {
    let count = match folded {
        "dr" | "sr" | "ud" => 2,
        "dra" | "sra" | "uds" | "ee" | "uu" | "núm" | "pág" => 3,
        "mg" | "kg" | "ml" | "cm" | "mm" | "km" | "srta" | "etc" | "tel" => 4,
        "mcg" | "µg" | "μg" => 5,
        "aprox" => 6,
        _ => return None,
    };
    Some(count)
}

/// English words of two and three letters. In capitals they are still words; other short capitals are spelt.
pub(super) fn is_short_word(folded: &str) -> bool {
    const WORDS: &str = "ache act add ago aid air all an and any are arm art as ask at bad bag bar be bed big bit but buy by can \
        car cut day did die do doc dr drug due dry eat end eye far fat fed few fit for fun get go got had has hat he her \
        hi him hip his hot how if ill in is it its job joy jr key kid law leg let lie lip lot low man map may me men \
        met mix mom mr mrs ms my new no nor not now of off oh ok old on one or our out own pay per pet pill put ran raw \
        red rub run sad safe say see set sex she sip sit six skin so son sr sun tax tea ten the tip to toe too top try \
        two up use via was way we wet who why win yes yet you";
    WORDS.split_ascii_whitespace().any(|word| word == folded)
}
