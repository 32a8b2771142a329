//! Texts cut into words, in the form in which words are compared. `10-words.js` of the theme's search does the same in
//! browsers; `tests/search.rs` holds the two together.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words are cut off here, in characters.
const LONGEST: usize = 40;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// Its number in the text; signs of scripts without spaces count one each.
    pub at: usize,
    /// A pair of signs (or one sign) of a script without spaces.
    pub pair: bool,
}

/// All words of a text, and how many places they take.
#[must_use]
pub fn words(text: &str) -> (Vec<Word>, usize) {
    let mut out = Vec::new();
    let places = each(text, |word, at, pair| {
        let text = word.to_owned();
        out.push(Word { text, at, pair });
    });
    (out, places)
}

/// Hands over every word of a text as the parts of a [`Word`], and gives how many places they take. Scripts without
/// spaces give every pair of neighbours, and the last sign of a run alone, so that a single sign can be found as the
/// beginning of something.
pub fn each(text: &str, mut take: impl FnMut(&str, usize, bool)) -> usize {
    let mut folded = String::new();
    let mut rest = text;
    let mut at = 0;
    loop {
        rest = &rest[length(rest, Class::is_between)..];
        if rest.is_empty() {
            return at;
        }
        let (letters, behind) = rest.split_at(letters(rest));
        if Class::of_first(behind).is_between() {
            take(folded_letters(letters, &mut folded), at, false);
            at += 1;
            rest = behind;
        } else {
            let (run, behind) = rest.split_at(length(rest, Class::is_run));
            at += words_of(run, at, &mut folded, &mut take);
            rest = behind;
        }
    }
}

/// A word of ASCII letters and digits: most are as they have to be.
fn folded_letters<'a>(word: &'a str, folded: &'a mut String) -> &'a str {
    if word.len() <= LONGEST && !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return word;
    }
    fold_into(word, folded);
    folded
}

/// Hands over the words of a run, and gives how many places they take.
fn words_of(
    run: &str,
    from: usize,
    folded: &mut String,
    take: &mut impl FnMut(&str, usize, bool),
) -> usize {
    let run = run.trim_matches(is_apostrophe);
    let mut at = from;
    for piece in pieces(run) {
        if piece.chars().next().is_some_and(is_unspaced) {
            at += pairs(piece, at, take);
            continue;
        }
        fold_into(piece, folded);
        if !folded.is_empty() {
            take(folded, at, false);
            at += 1;
        }
    }
    at - from
}

/// Case, accents and forms of the same letter taken away: marks of Latin, Greek, Cyrillic, Hebrew and Arabic, ligatures,
/// the forms of alef, ya and ta marbuta.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut folded = String::new();
    fold_into(word, &mut folded);
    folded
}

/// [`fold`] in place of what stands in `folded`.
fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(&word[..word.len().min(LONGEST)]);
        folded.make_ascii_lowercase();
    } else {
        folded.push_str(&fold_signs(word));
    }
}

fn fold_signs(word: &str) -> String {
    let bare: String = word
        .nfkd()
        .filter(|&c| !is_dropped(c) && is_of_word(c))
        .collect();
    let mut out = String::with_capacity(bare.len());
    for c in bare.to_lowercase().chars() {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            'ٱ' => out.push('ا'),
            'ى' | 'ی' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' => out.push('ه'),
            other => out.push(other),
        }
    }
    out.nfc().take(LONGEST).collect()
}

/// What a byte says of the sign that it is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter or a digit.
    Letter,
    /// Letters around it belong to one run.
    Apostrophe,
    Between,
    /// It is not ASCII: the whole sign has to be looked at.
    Unknown,
}

static CLASSES: [Class; 256] = {
    let mut table = [Class::Between; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte >= 128 {
            table[byte] = Class::Unknown;
        } else if (byte as u8).is_ascii_alphanumeric() {
            table[byte] = Class::Letter;
        } else if byte as u8 == b'\'' {
            table[byte] = Class::Apostrophe;
        }
        byte += 1;
    }
    table
};

impl Class {
    fn of(byte: u8) -> Self {
        CLASSES[usize::from(byte)]
    }

    /// The end of a text is between words.
    fn of_first(text: &str) -> Self {
        let first = text.as_bytes().first();
        first.map_or(Self::Between, |byte| Self::of(*byte))
    }

    fn is_run(self) -> bool {
        matches!(self, Self::Letter | Self::Apostrophe)
    }

    fn is_between(self) -> bool {
        self == Self::Between
    }
}

/// Bytes of a text up to the first one that is not an ASCII letter or digit.
fn letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let at = bytes.iter().position(|b| Class::of(*b) != Class::Letter);
    at.unwrap_or(bytes.len())
}

/// Bytes of a text up to the first sign that does not belong to a run, or up to the first that does.
fn length(text: &str, belongs: fn(Class) -> bool) -> usize {
    let bytes = text.as_bytes();
    let at = bytes.iter().position(|byte| !belongs(Class::of(*byte)));
    let at = at.unwrap_or(bytes.len());
    if Class::of_first(&text[at..]) != Class::Unknown {
        return at;
    }
    let wanted = belongs(Class::Letter);
    let mut signs = text[at..].char_indices();
    let other = signs.find(|(_, c)| (is_of_word(*c) || is_apostrophe(*c)) != wanted);
    other.map_or(text.len(), |(after, _)| at + after)
}

/// The words of a run: what stands between apostrophes, without the short pieces beside a longer one (*l’hôpital*,
/// *don’t*), and cut where the script begins or ends to be one without spaces.
fn pieces(run: &str) -> impl Iterator<Item = &str> {
    let parts = || run.split(is_apostrophe).filter(|part| !part.is_empty());
    let short = |part: &str| part.chars().nth(2).is_none();
    let long_one = parts().any(|part| !short(part));
    parts()
        .filter(move |part| !long_one || !short(part))
        .flat_map(by_script)
}

fn by_script(part: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut before = None;
    for (at, c) in part.char_indices() {
        let unspaced = is_unspaced(c);
        if before.is_some_and(|before| before != unspaced) {
            out.push(&part[from..at]);
            from = at;
        }
        before = Some(unspaced);
    }
    out.push(&part[from..]);
    out
}

/// Hands over the pairs of a run of signs and gives how many signs there are.
fn pairs(run: &str, at: usize, take: &mut impl FnMut(&str, usize, bool)) -> usize {
    let signs: Vec<char> = run.chars().collect();
    for (i, &sign) in signs.iter().enumerate() {
        let text = match signs.get(i + 1) {
            Some(&next) => String::from_iter([sign, next]),
            None => sign.to_string(),
        };
        take(&text, at + i, true);
    }
    signs.len()
}

fn is_of_word(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        false => c.is_alphanumeric() || is_combining_mark(c),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Marks that are not written by everybody: accents, points, the stretching of Arabic lines.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}')
}

/// Signs of scripts that are written without spaces, and Hangul, whose words end in particles.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'
        | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).0.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn case_accents_and_forms_of_letters_do_not_count() {
        assert_eq!(
            texts("Café, naïve STRASSE/Straße"),
            ["cafe", "naive", "strasse", "strasse"]
        );
        assert_eq!(texts("ﬁne Łódź ΣΑΣ"), ["fine", "lodz", "σασ"]);
        // With and without vowel signs, hamza, stretching; the two ends of "hospital".
        assert_eq!(texts("أَلَم ألم المـــستشفى"), ["الم", "الم", "المستشفي"]);
        assert_eq!(texts("مدرسة"), ["مدرسه"]);
    }

    #[test]
    fn apostrophes_cut_what_is_short_off() {
        assert_eq!(texts("l’hôpital d'urgence"), ["hopital", "urgence"]);
        assert_eq!(
            texts("the patient's pain; don't"),
            ["the", "patient", "pain", "don"]
        );
        assert_eq!(texts("'tis 'quoted' o'clock"), ["tis", "quoted", "clock"]);
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        assert_eq!(texts("慢性疼痛"), ["慢性", "性疼", "疼痛", "痛"]);
        assert_eq!(
            texts("Tokyo東京 がん"),
            ["tokyo", "東京", "京", "がん", "ん"]
        );
        let (all, places) = words("痛み ab");
        assert_eq!(places, 3);
        assert_eq!(all.last().map(|word| word.at), Some(2));
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(texts(&"x".repeat(300))[0].len(), LONGEST);
    }
}
