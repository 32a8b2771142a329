//! German: the endings of nouns, adjectives and verbs, *-ung* and *-lich*.

use super::{Stemmer, Step};

pub static STEMMER: Stemmer = Stemmer {
    stop: "aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den der des die dies diese dieser \
dieses doch du durch ein eine einem einen einer eines er es euch fur hat hatte ich ihm ihn ihr ihre im in ist ja kann kein \
keine man mehr mein mich mir mit nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so uber um und uns unter \
vom von vor war waren was weil wenn wer wie wir wird wo zu zum zur",
    steps: &[
        Step {
            keep: 4,
            needs: "",
            rules: &["ern>", "em>", "en>", "er>", "es>", "e>", "s>", "n>"],
        },
        Step {
            keep: 4,
            needs: "aeiouy",
            rules: &["ung>", "lich>", "isch>", "keit>", "heit>"],
        },
    ],
    single: "",
};
