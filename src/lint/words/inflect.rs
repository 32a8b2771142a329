//! Regular forms of English words, and the irregular ones that replacements need.

/// Verbs with their past and their participle.
const IRREGULAR: [(&str, &str, &str); 52] = [
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bleed", "bled", "bled"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("do", "did", "done"),
    ("drink", "drank", "drunk"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("find", "found", "found"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("have", "had", "had"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("leave", "left", "left"),
    ("let", "let", "let"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("show", "showed", "shown"),
    ("sleep", "slept", "slept"),
    ("speed", "sped", "sped"),
    ("spread", "spread", "spread"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("undergo", "underwent", "undergone"),
    ("understand", "understood", "understood"),
    ("write", "wrote", "written"),
];

/// Verbs of several syllables that double their last letter, and one whose vowels hide it.
const DOUBLING: [&str; 14] = [
    "admit", "begin", "commit", "defer", "equip", "incur", "occur", "permit", "prefer", "quit",
    "refer", "submit", "transfer", "transmit",
];

/// The forms of a verb, beside the one in the dictionary.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Forms {
    pub third: String,
    pub past: String,
    pub participle: String,
    pub gerund: String,
}

/// The forms of a verb; of several words the first one changes: "carry out".
pub(super) fn verb(phrase: &str) -> Forms {
    let (verb, rest) = match phrase.find([' ', '-']) {
        Some(at) => phrase.split_at(at),
        None => (phrase, ""),
    };
    let irregular = IRREGULAR.iter().find(|(base, _, _)| *base == verb);
    let (past, participle) = match irregular {
        Some((_, past, participle)) => ((*past).to_owned(), (*participle).to_owned()),
        None => (past(verb), past(verb)),
    };
    let with_rest = |form: String| format!("{form}{rest}");
    let third = match verb {
        "have" => "has".to_owned(),
        _ if verb.ends_with('o') => format!("{verb}es"),
        _ => plural(verb),
    };
    Forms {
        third: with_rest(third),
        past: with_rest(past),
        participle: with_rest(participle),
        gerund: with_rest(gerund(verb)),
    }
}

/// The regular plural of a noun.
pub(super) fn plural(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        format!("{stem}ies")
    } else if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn past(verb: &str) -> String {
    if let Some(stem) = consonant_y(verb) {
        format!("{stem}ied")
    } else if verb.ends_with('e') {
        format!("{verb}d")
    } else {
        format!("{}ed", doubled(verb))
    }
}

fn gerund(verb: &str) -> String {
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| verb.ends_with(end));
    match verb.strip_suffix('e') {
        Some(stem) if verb.ends_with("ie") => format!("{}ying", &stem[..stem.len() - 1]),
        Some(stem) if !keeps_e => format!("{stem}ing"),
        _ => format!("{}ing", doubled(verb)),
    }
}

fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y')
        .filter(|stem| !stem.ends_with(is_vowel))
}

/// The verb with its last letter twice, where that is how it is written: stop, begin.
fn doubled(verb: &str) -> String {
    let letters: Vec<char> = verb.chars().collect();
    let short = match letters.as_slice() {
        [start @ .., before, vowel, last] => {
            is_vowel(*vowel)
                && !is_vowel(*before)
                && !is_vowel(*last)
                && !matches!(last, 'w' | 'x' | 'y')
                && !start.iter().any(|c| is_vowel(*c))
        }
        _ => false,
    };
    match letters.last() {
        Some(last) if short || DOUBLING.contains(&verb) => format!("{verb}{last}"),
        _ => verb.to_owned(),
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_take_the_forms_of_the_grammar() {
        let cases = [
            ("use", "uses", "used", "used", "using"),
            ("stop", "stops", "stopped", "stopped", "stopping"),
            ("try", "tries", "tried", "tried", "trying"),
            ("give", "gives", "gave", "given", "giving"),
            (
                "carry out",
                "carries out",
                "carried out",
                "carried out",
                "carrying out",
            ),
            ("begin", "begins", "began", "begun", "beginning"),
            ("fix", "fixes", "fixed", "fixed", "fixing"),
            ("help", "helps", "helped", "helped", "helping"),
            ("show", "shows", "showed", "shown", "showing"),
            ("have", "has", "had", "had", "having"),
            ("die", "dies", "died", "died", "dying"),
            ("agree", "agrees", "agreed", "agreed", "agreeing"),
            ("go", "goes", "went", "gone", "going"),
            ("wait", "waits", "waited", "waited", "waiting"),
            ("speed up", "speeds up", "sped up", "sped up", "speeding up"),
        ];
        for (base, third, past, participle, gerund) in cases {
            let forms = verb(base);
            assert_eq!(
                (forms.third, forms.past, forms.participle, forms.gerund),
                (third.into(), past.into(), participle.into(), gerund.into()),
            );
        }
    }
}
