//! Spanish: plurals, genders, *-mente*, *-ción*, and the common forms of verbs.

use super::{Stemmer, Step};

pub static STEMMER: Stemmer = Stemmer {
    stop: "a al algo ante antes como con contra cual cuando de del desde donde durante e el ella ellas ellos en entre era es esa \
esas ese eso esos esta estaba estan estas este esto estos ha han hasta hay la las le les lo los mas me mi mis muy ni no nos \
o os para pero por porque que quien se ser si sin sobre son su sus tambien te tiene tu tus un una uno unos unas usted \
ustedes y ya yo",
    steps: &[
        Step {
            keep: 2,
            needs: "",
            rules: &["ces>z"],
        },
        Step {
            keep: 3,
            needs: "",
            rules: &["mente>", "s>"],
        },
        Step {
            keep: 3,
            needs: "",
            rules: &["o>", "a>", "e>"],
        },
        Step {
            keep: 3,
            needs: "aeiou",
            rules: &[
                "acion>", "icion>", "and>", "iend>", "ad>", "id>", "ar>", "er>", "ir>", "an>",
                "en>", "aron>", "ieron>", "ab>",
            ],
        },
        // The stem of `respira` ends as `respirar` does.
        Step {
            keep: 4,
            needs: "aeiou",
            rules: &["ar>", "er>", "ir>"],
        },
    ],
    single: "",
};
