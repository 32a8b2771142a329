//! English: plurals, *-ing*, *-ed*, and the endings of nouns and adverbs that are made of verbs and adjectives.

use super::{Stemmer, Step};

pub static STEMMER: Stemmer = Stemmer {
    stop: "a about after all also an and any are as at be been before being between both but by can could did do does doing \
during each for from had has have having he her here him his how i if in into is it its just let me more most my no \
nor not of off on only or our out over she should so some such than that the their them then there \
these they this those through to too until up very was we were what when where which while who whom why will with \
would you your don isn aren doesn didn",
    steps: &[
        Step {
            keep: 2,
            needs: "",
            rules: &["sses>ss", "ies>y", "ss>ss", "us>us", "is>is", "s>"],
        },
        Step {
            keep: 3,
            needs: "aeiouy",
            rules: &["eed>eed", "ied>y", "ed>", "ing>"],
        },
        Step {
            keep: 4,
            needs: "aeiouy",
            rules: &["ion>", "ment>", "ness>", "ful>", "ly>"],
        },
        Step {
            keep: 3,
            needs: "",
            rules: &["e>"],
        },
    ],
    single: "bdfglmnprst",
};
