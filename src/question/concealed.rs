//! Keys whose right answers are hashes, for pages that should not show them at a glance. Whoever knows how can still find
//! them: there are few options to try, and everything that scores is in the page.

use super::answer_text::fold;
use super::key::{GapKey, Key};
use crate::model::{Accept, Interaction};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A [`Key`] whose right answers are hashes. Nothing in it follows the order in which the author wrote: places are those in
/// which the page shows items and targets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "form", rename_all = "kebab-case")]
pub enum Concealed {
    /// For each option the hash of `1` (right) or `0`.
    Choice {
        multiple: bool,
        salt: String,
        hashes: Vec<String>,
    },
    /// The hash of `1` (true) or `0`.
    Truth { salt: String, hashes: Vec<String> },
    /// The hash of every right text, folded.
    Texts { salt: String, hashes: Vec<String> },
    /// The hash of the bits of the number; right is this number alone.
    Number {
        salt: String,
        hashes: Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    Gaps {
        salt: String,
        gaps: Vec<ConcealedGap>,
    },
    /// For each source the hash of the place of its target.
    Match { salt: String, hashes: Vec<String> },
    /// For each item the hash of the number of its group.
    Sort { salt: String, hashes: Vec<String> },
    /// For each item the hash of its right place.
    Order { salt: String, hashes: Vec<String> },
}

/// A gap whose right answer is a hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConcealedGap {
    /// Chosen: the options in the order of their signs. Typed: nothing.
    pub texts: Vec<String>,
    pub chosen: bool,
    /// Of the right option as it is, or of every right text, folded.
    pub hashes: Vec<String>,
}

impl Concealed {
    /// The key with hashes in place of answers. `shown`: the numbers of the items or targets in the order in which the
    /// page shows them. `None` where a hash says too little: of a pattern, of a number with a tolerance, and of a
    /// reflection, which has no answer.
    #[must_use]
    pub fn of(key: &Key, shown: &[usize], salt: &str) -> Option<Self> {
        let own = salt.to_owned();
        Some(match key {
            Key::Choice { multiple, right } => Self::Choice {
                multiple: *multiple,
                hashes: numbers(salt, right.iter().map(|&right| usize::from(right))),
                salt: own,
            },
            Key::Truth { answer } => Self::Truth {
                hashes: numbers(salt, [usize::from(*answer)]),
                salt: own,
            },
            Key::Texts { texts } => Self::Texts {
                hashes: folded(salt, 0, texts),
                salt: own,
            },
            Key::Number {
                answer,
                tolerance: 0.0,
                unit,
            } => Self::Number {
                hashes: vec![hash(salt, 0, &bits(*answer))],
                salt: own,
                unit: unit.clone(),
            },
            Key::Gaps { gaps } => {
                let gaps = gaps.iter().enumerate();
                Self::Gaps {
                    gaps: gaps
                        .map(|(at, gap)| ConcealedGap::of(gap, salt, at))
                        .collect(),
                    salt: own,
                }
            }
            Key::Match { .. } | Key::Sort { .. } | Key::Order { .. } => {
                return Self::of_places(key, shown, own);
            }
            Key::Number { .. } | Key::Pattern { .. } | Key::Reflection => return None,
        })
    }

    /// Things that belong to places, by the places at which the page shows them.
    fn of_places(key: &Key, shown: &[usize], salt: String) -> Option<Self> {
        let place = |number: &usize| shown.iter().position(|n| n == number).unwrap_or(*number);
        Some(match key {
            Key::Match { targets } => Self::Match {
                hashes: numbers(&salt, targets.iter().map(place)),
                salt,
            },
            Key::Sort { groups } => {
                let groups = shown.iter().filter_map(|&item| groups.get(item).copied());
                Self::Sort {
                    hashes: numbers(&salt, groups),
                    salt,
                }
            }
            Key::Order { .. } => Self::Order {
                hashes: numbers(&salt, shown.iter().copied()),
                salt,
            },
            _ => return None,
        })
    }
}

impl ConcealedGap {
    /// A gap as part `at` of its question.
    fn of(gap: &GapKey, salt: &str, at: usize) -> Self {
        let mut texts = gap.texts.clone();
        texts.sort_unstable();
        let right = gap.texts.iter().take(1);
        Self {
            hashes: if gap.chosen {
                right.map(|text| hash(salt, at, text)).collect()
            } else {
                folded(salt, at, &gap.texts)
            },
            texts: if gap.chosen { texts } else { Vec::new() },
            chosen: gap.chosen,
        }
    }
}

/// The hashes of a number for each part.
fn numbers(salt: &str, parts: impl IntoIterator<Item = usize>) -> Vec<String> {
    let parts = parts.into_iter().enumerate();
    let hashes = parts.map(|(at, part)| hash(salt, at, &part.to_string()));
    hashes.collect()
}

/// The hashes of all texts that are right in one part.
fn folded(salt: &str, part: usize, texts: &[String]) -> Vec<String> {
    let hashes = texts.iter().map(|text| hash(salt, part, &fold(text)));
    hashes.collect()
}

/// Whether a question is graded in a way that hashes cannot hold: by a pattern, or with a tolerance.
#[must_use]
pub fn leaves_open(interaction: &Interaction) -> bool {
    match interaction {
        Interaction::FillIn { accept } => matches!(accept, Accept::Pattern { .. }),
        Interaction::Numeric { tolerance, .. } => *tolerance != 0.0,
        _ => false,
    }
}

/// Half of the SHA-256 of salt, part and text, in hexadecimal digits.
fn hash(salt: &str, part: usize, text: &str) -> String {
    let digest = Sha256::digest(format!("{salt}:{part}:{text}"));
    digest[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The IEEE 754 bits of a number, in hexadecimal digits; zero has no sign.
fn bits(number: f64) -> String {
    format!("{:016x}", (number + 0.0).to_bits())
}

/// Scrambles a text so that a glance at the page does not show it: XOR with SHA-256 of salt and block number, in
/// hexadecimal digits.
#[must_use]
pub fn scrambled(text: &str, salt: &str) -> String {
    let blocks = text.as_bytes().chunks(32).enumerate();
    let bytes = blocks.flat_map(|(at, block)| {
        let mask = Sha256::digest(format!("{salt}:{at}"));
        let mixed: Vec<u8> = block.iter().zip(mask).map(|(b, m)| b ^ m).collect();
        mixed
    });
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Tree;
    use crate::source::FileId;

    /// SHA-256 of `s:0:naloxone` and of `s:0`, by another program (`sha256sum`).
    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(hash("s", 0, "naloxone"), "c5e63bf59cac49d28ffd0f6ba502b2ad");
        assert_eq!(scrambled("a", "s"), "40");
    }

    #[test]
    fn nothing_follows_the_order_of_the_author() {
        let ordered = Concealed::of(&Key::Order { items: 3 }, &[2, 0, 1], "q");
        let Some(Concealed::Order { salt, hashes }) = ordered else {
            panic!("an order can be concealed");
        };
        let places = ["2", "0", "1"];
        let wanted: Vec<String> = (0..3).map(|at| hash(&salt, at, places[at])).collect();
        assert_eq!(hashes, wanted);
    }

    #[test]
    fn what_hashes_cannot_hold_is_named() {
        let number = |tolerance| Interaction::Numeric {
            answer: 90.0,
            tolerance,
            unit: None,
        };
        let tree = Tree::new(FileId::of_path("a.md"), "".into());
        let pattern = Interaction::FillIn {
            accept: Accept::Pattern {
                pattern: "a+".to_owned(),
                texts: Vec::new(),
            },
        };
        for (interaction, open) in [(pattern, true), (number(0.5), true), (number(0.0), false)] {
            assert_eq!(leaves_open(&interaction), open, "{interaction:?}");
            let concealed = Concealed::of(&Key::of(&interaction, &tree), &[], "q");
            assert_eq!(concealed.is_none(), open, "{interaction:?}");
        }
    }
}
