//! How many syllables a word has when it is read aloud.

/// Counts groups of vowel letters: at least one.
#[must_use]
pub fn vowel_groups(folded: &str) -> u8 {
    let mut groups = 0_u8;
    let mut inside = false;
    for c in folded.chars() {
        let vowel = is_vowel(c);
        groups = groups.saturating_add(u8::from(vowel && !inside));
        inside = vowel;
    }
    groups.max(1)
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'á'
            | 'é'
            | 'í'
            | 'ó'
            | 'ú'
            | 'ü'
            | 'à'
            | 'è'
            | 'ê'
            | 'ë'
            | 'ï'
            | 'î'
            | 'ô'
            | 'ö'
            | 'ä'
            | 'æ'
            | 'œ'
            | 'ù'
            | 'û'
            | 'â'
            | 'ò'
            | 'ì'
    )
}
