//! Arabic, in the manner of the stemmer light10 (Larkey, Ballesteros and Connell, 2007): the article with what is
//! written together with it, and the endings of numbers and owners.

use super::{Stemmer, Step};

pub static STEMMER: Stemmer = Stemmer {
    stop: "ان او اذا الي التي الذي الذين ثم علي عن في قد كان كل لا لكن لم لن ما مع من هذا هذه هل هو هي و يا",
    steps: &[
        Step {
            keep: 2,
            needs: "",
            rules: &["^وال>", "^بال>", "^كال>", "^فال>", "^ال>", "^لل>"],
        },
        Step {
            keep: 3,
            needs: "",
            rules: &["^و>"],
        },
        Step {
            keep: 2,
            needs: "",
            rules: &["ها>", "ان>", "ات>", "ون>", "ين>", "يه>", "ه>", "ي>"],
        },
    ],
    single: "",
};
