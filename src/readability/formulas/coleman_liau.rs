//! Coleman, M., Liau, T. L. (1975). A computer readability formula designed for machine scoring. Journal of Applied
//! Psychology 60(2), 283-284.

use super::{Formula, Kind};
use crate::readability::{Counts, Language};

pub(super) static COLEMAN_LIAU: Formula = Formula {
    name: "coleman_liau",
    title: "Coleman-Liau",
    counts: "letters and sentences in 100 words",
    languages: &[Language::English],
    kind: Kind::Grade,
    scale: None,
    compute,
};

fn compute(c: &Counts) -> f64 {
    let letters = 100.0 * c.share(c.letters, c.words);
    let sentences = 100.0 * c.share(c.sentences, c.words);
    0.0588 * letters - 0.296 * sentences - 15.8
}
