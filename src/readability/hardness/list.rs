//! The list of English words: `words.txt`, a word and its rarity a line, by length and then by alphabet. Words of one
//! length are records of one size, so that the file itself is searched and nothing is built when the program starts.
//!
//! How the list was made: `docs/hardness.md`; whose work it rests on: `docs/licences/word-lists.md`.

const WORDS: &[u8] = include_bytes!("words.txt");

/// How many words the list has of each length, from no letter upwards.
const COUNTS: [usize; 19] = [
    0, 26, 349, 1409, 3178, 4845, 7216, 8697, 8474, 7500, 5730, 3733, 2434, 1433, 709, 369, 153,
    88, 17,
];

/// Rarity between one letter of the code and the next.
const STEP: f64 = 0.03;

/// Where the words of a length begin, in bytes.
const STARTS: [usize; COUNTS.len() + 1] = {
    let mut starts = [0; COUNTS.len() + 1];
    let mut len = 0;
    while len < COUNTS.len() {
        starts[len + 1] = starts[len] + COUNTS[len] * record(len);
        len += 1;
    }
    starts
};

/// A word, the letter of its rarity and the end of the line.
const fn record(len: usize) -> usize {
    len + 2
}

/// The rarity of a listed word, written in small letters.
pub(super) fn rarity(word: &str) -> Option<f64> {
    let len = word.len();
    let count = *COUNTS.get(len)?;
    let records = &WORDS[STARTS[len]..STARTS[len + 1]];
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        let record = &records[middle * record(len)..(middle + 1) * record(len)];
        match record[..len].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(decode(record[len])),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// `a` is 0, `z` 0.75, `A` 0.78.
fn decode(code: u8) -> f64 {
    let steps = match code {
        b'a'..=b'z' => code - b'a',
        _ => code.saturating_sub(b'A') + 26,
    };
    f64::from(steps) * STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_stands_where_the_search_looks_for_it() {
        assert_eq!(STARTS[COUNTS.len()], WORDS.len());
        let text = std::str::from_utf8(WORDS).unwrap();
        let mut before = "";
        for line in text.lines() {
            let (word, code) = line.split_at(line.len() - 1);
            assert!(code.bytes().all(|b| b.is_ascii_alphabetic()), "{line}");
            assert!((before.len(), before) < (word.len(), word), "{word}");
            assert!(rarity(word).is_some(), "{word}");
            before = word;
        }
    }

    #[test]
    fn a_letter_is_a_step_of_three_hundredths() {
        let near = |code, rarity: f64| (decode(code) - rarity).abs() < 1e-9;
        assert!(near(b'a', 0.0) && near(b'z', 0.75) && near(b'A', 0.78) && near(b'Z', 1.53));
    }

    #[test]
    fn no_word_is_longer_or_shorter_than_the_list() {
        assert_eq!(rarity(""), None);
        assert_eq!(
            rarity("pneumonoultramicroscopicsilicovolcanoconiosis"),
            None
        );
    }
}
