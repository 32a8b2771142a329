//! Gunning, R. (1952). The technique of clear writing. McGraw-Hill.
//!
//! Complex words have three syllables or more. Names, compounds of short words, and words that reach three syllables by
//! `-es`, `-ed` or `-ing` do not count.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static GUNNING_FOG: Formula = Formula {
    name: "gunning_fog",
    title: "Gunning Fog",
    counts: "words a sentence, complex words",
    languages: &[Language::English],
    kind: Kind::Grade,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    0.4 * (c.words_per_sentence() + 100.0 * c.share(c.complex, c.words))
}
