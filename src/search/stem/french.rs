//! French: plurals, genders, *-ement*, *-ation*, and the common forms of verbs.

use super::{Stemmer, Step};

pub static STEMMER: Stemmer = Stemmer {
    stop: "a au aux avec ce ces cette comme dans de des donc du elle elles en est et etre eux il ils je la le les leur leurs lui \
ma mais me mes moi mon ne ni nos notre nous on ont ou par pas plus pour qu que qui sa sans se sera ses si son sont sur ta te \
tes toi ton tu un une vos votre vous y",
    steps: &[
        Step {
            keep: 2,
            needs: "",
            rules: &["aux>al", "eux>eu"],
        },
        Step {
            keep: 3,
            needs: "",
            rules: &["s>", "x>"],
        },
        Step {
            keep: 3,
            needs: "",
            rules: &["ees>", "ee>", "euse>eu", "e>"],
        },
        Step {
            keep: 3,
            needs: "aeiouy",
            rules: &[
                "ement>", "ation>", "ition>", "ant>", "er>", "ir>", "ez>", "ent>",
            ],
        },
        // The stem of `respire` ends as `finir` does.
        Step {
            keep: 4,
            needs: "aeiouy",
            rules: &["er>", "ir>"],
        },
    ],
    single: "lnst",
};
