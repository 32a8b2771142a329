//! How many syllables a word has when it is read aloud.
//!
//! English ([`English`]) takes the first pronunciation of the CMU Pronouncing Dictionary: `every` has three. The dictionary
//! itself is not kept. Weights of letter groups, learned from it, correct the number of vowel groups (`weights.txt`); what they
//! have wrong is listed (`exceptions.txt`). Medical words and British spellings that the dictionary lacks were
//! counted by hand (`checked.txt`). `benches/train_syllables.rs` makes the first two files.
//!
//! Spanish ([`spanish`]) is written as it is spoken: rules are enough.

mod english;
mod expanded;
mod numerals;
mod spanish;

pub use english::English;
pub(super) use expanded::is_unit;
pub use numerals::Numerals;
pub use spanish::spanish;

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

/// What a weight of 1 in the table of letter groups is divided by to be syllables.
pub const SCALE: i32 = 64;

/// The longest letter group that is weighed.
const LONGEST_GROUP: usize = 5;

/// Calls for every group of one to five letters in a word, its ends written `^` and `$`.
pub fn letter_groups(word: &str, mut each: impl FnMut(&str)) {
    let mut marked = [0_u8; 34];
    let len = word.len().min(marked.len() - 2);
    marked[0] = b'^';
    marked[1..=len].copy_from_slice(&word.as_bytes()[..len]);
    marked[len + 1] = b'$';
    let Ok(marked) = std::str::from_utf8(&marked[..len + 2]) else {
        return;
    };
    for start in 0..marked.len() {
        let longest = (start + LONGEST_GROUP).min(marked.len());
        for end in start + 1..=longest {
            // A group that would cut a letter of another script is none.
            if let Some(group) = marked.get(start..end) {
                each(group);
            }
        }
    }
}
