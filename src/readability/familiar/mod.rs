//! Words that children know: the lists of Dale and Chall, and of Spache.
//!
//! The files hold the lists of the packages `dale-chall` 2.0.1 (2,942 words) and `spache` 2.0.1 (1,063 words);
//! `docs/licences/word-lists.md` says what is known of their rights. Regular forms of listed words are familiar too, as Dale
//! and Chall count them (1948): plurals and possessives, `-s`, `-ed`, `-ing`, `-er`, `-est` and a plain `-ly`.

use rustc_hash::FxHashMap;

const DALE_CHALL: &str = include_str!("dale_chall.txt");
const SPACHE: &str = include_str!("spache.txt");

/// Endings with what they may replace: `studies` is a form of `study`.
const ENDINGS: [(&str, &[&str]); 14] = [
    ("'s", &[""]),
    ("s'", &["s", ""]),
    ("ies", &["y"]),
    ("es", &["", "e"]),
    ("s", &[""]),
    ("ied", &["y"]),
    ("ed", &["", "e"]),
    ("ying", &["ie", "y"]),
    ("ing", &["", "e"]),
    ("ier", &["y"]),
    ("iest", &["y"]),
    ("er", &["", "e"]),
    ("est", &["", "e"]),
    ("ly", &[""]),
];

/// Both lists: bit 1 is Dale-Chall, bit 2 Spache.
#[derive(Debug)]
pub struct Familiar {
    lists: FxHashMap<&'static str, u8>,
}

const IN_DALE_CHALL: u8 = 1;
const IN_SPACHE: u8 = 2;

impl Default for Familiar {
    fn default() -> Self {
        let mut lists = FxHashMap::default();
        for (list, bit) in [(DALE_CHALL, IN_DALE_CHALL), (SPACHE, IN_SPACHE)] {
            for word in list.lines() {
                *lists.entry(word.trim_end_matches('.')).or_insert(0) |= bit;
            }
        }
        Self { lists }
    }
}

impl Familiar {
    /// Whether Dale and Chall count a word in lower case as familiar.
    #[must_use]
    pub fn in_dale_chall(&self, word: &str) -> bool {
        self.is_form(word, IN_DALE_CHALL)
    }

    /// Whether Spache counts a word in lower case as familiar.
    #[must_use]
    pub fn in_spache(&self, word: &str) -> bool {
        self.is_form(word, IN_SPACHE)
    }

    fn is_form(&self, word: &str, list: u8) -> bool {
        if self.has(word, list) {
            return true;
        }
        if word.contains('-') {
            return word
                .split('-')
                .all(|part| part.is_empty() || self.is_form(part, list));
        }
        ENDINGS.iter().any(|(ending, replaced)| {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else {
                return false;
            };
            let plain = replaced.iter().any(|end| self.has_joined(stem, end, list));
            plain || undoubled(stem).is_some_and(|stem| is_doubling(ending) && self.has(stem, list))
        })
    }

    fn has(&self, word: &str, list: u8) -> bool {
        self.lists.get(word).is_some_and(|bits| bits & list != 0)
    }

    fn has_joined(&self, stem: &str, end: &str, list: u8) -> bool {
        if end.is_empty() {
            return self.has(stem, list);
        }
        self.has(&format!("{stem}{end}"), list)
    }
}

/// Endings that double the consonant before them: `stopped`, `bigger`.
fn is_doubling(ending: &str) -> bool {
    matches!(ending, "ed" | "ing" | "er" | "est")
}

fn undoubled(stem: &str) -> Option<&str> {
    let mut letters = stem.chars().rev();
    let last = letters.next()?;
    let doubled = letters.next() == Some(last) && !"aeiou".contains(last);
    doubled.then(|| &stem[..stem.len() - last.len_utf8()])
}
