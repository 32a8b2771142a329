//! What a full stop after a known abbreviation means, in English and Spanish.

/// How likely a sentence ends with an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Always stands before something: `e.g.`, `vs.`, `Dr.`
    Never,
    /// Stands before a number: `No. 5`, `Fig. 2`. Before anything else it is a word.
    BeforeNumber,
    /// Before a capital letter it ends the sentence only if the next word is one that often begins sentences: `U.S.`,
    /// `Inc.`, `Jan.`
    BeforeStarter,
    /// Before a capital letter it ends the sentence, but not before weekdays, months and zones: `p.m.`
    BeforeCapital,
}

/// Looks up a word in lower case, with its inner stops and without its last one.
pub(super) fn ending(folded: &str) -> Option<Ending> {
    if folded.len() > 7 {
        return None;
    }
    let ending = match folded {
        "dr" | "mr" | "mrs" | "ms" | "mx" | "prof" | "rev" | "hon" | "gov" | "sen" | "capt"
        | "sgt" | "lt" | "drs" | "messrs" | "dra" | "sra" | "srta" | "sres" | "sras" | "dres"
        | "dña" | "e.g" | "eg" | "i.e" | "vs" | "v" | "cf" | "viz" | "approx" | "ca" | "est"
        | "incl" | "excl" | "resp" | "esp" | "aka" | "a.k.a" | "ej" | "p.ej" | "ee" | "aprox"
        | "intl" | "assn" | "ext" | "aux" | "asst" | "med" | "gral" | "ud" | "uds" | "vd"
        | "pres" | "supt" | "cmdr" | "lic" | "profa" | "av" | "avda" => Ending::Never,
        "no" | "nos" | "nr" | "fig" | "figs" | "eq" | "eqs" | "vol" | "vols" | "p" | "pp"
        | "ch" | "chap" | "art" | "arts" | "ref" | "refs" | "tab" | "núm" | "num" | "n.º"
        | "nº" | "pág" | "págs" | "pag" | "cap" | "tel" | "ph" | "c" => Ending::BeforeNumber,
        "a.m" | "p.m" | "etc" | "uu" | "ee.uu" => Ending::BeforeCapital,
        "mg" | "mcg" | "µg" | "μg" | "kg" | "ml" | "dl" | "oz" | "lb" | "lbs" | "tsp" | "tbsp"
        | "cm" | "mm" | "hr" | "hrs" | "min" | "mins" | "sec" | "secs" | "wk" | "wks" | "mo"
        | "mos" | "yr" | "yrs" | "pt" | "pts" | "qt" | "gal" | "tabs" | "caps" | "appt"
        | "temp" | "max" | "avg" | "misc" => Ending::BeforeCapital,
        "st" | "ave" | "rd" | "blvd" | "apt" | "inc" | "ltd" | "co" | "corp" | "jr" | "sr"
        | "al" | "ph.d" | "dept" | "univ" | "hosp" | "jan" | "feb" | "mar" | "apr" | "jun"
        | "jul" | "aug" | "sept" | "sep" | "oct" | "nov" | "dec" | "mon" | "tue" | "tues"
        | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun" | "gen" | "col" | "mt"
        | "ft" | "bros" => Ending::BeforeStarter,
        _ => return None,
    };
    Some(ending)
}

/// Words that often begin a sentence and are seldom part of a name.
pub(super) fn is_starter(folded: &str) -> bool {
    matches!(
        folded,
        "a" | "about"
            | "according"
            | "additionally"
            | "after"
            | "all"
            | "also"
            | "although"
            | "always"
            | "among"
            | "an"
            | "and"
            | "another"
            | "any"
            | "are"
            | "as"
            | "ask"
            | "at"
            | "avoid"
            | "be"
            | "because"
            | "before"
            | "both"
            | "bring"
            | "but"
            | "by"
            | "call"
            | "can"
            | "check"
            | "come"
            | "could"
            | "did"
            | "do"
            | "does"
            | "don't"
            | "drink"
            | "during"
            | "each"
            | "eat"
            | "even"
            | "every"
            | "finally"
            | "first"
            | "follow"
            | "for"
            | "from"
            | "furthermore"
            | "get"
            | "give"
            | "go"
            | "had"
            | "has"
            | "have"
            | "he"
            | "her"
            | "here"
            | "his"
            | "how"
            | "however"
            | "i"
            | "i'm"
            | "if"
            | "in"
            | "instead"
            | "is"
            | "it"
            | "it's"
            | "its"
            | "keep"
            | "later"
            | "learn"
            | "leave"
            | "let"
            | "make"
            | "many"
            | "may"
            | "maybe"
            | "more"
            | "moreover"
            | "most"
            | "my"
            | "never"
            | "no"
            | "not"
            | "now"
            | "of"
            | "often"
            | "on"
            | "once"
            | "one"
            | "only"
            | "or"
            | "other"
            | "our"
            | "over"
            | "patients"
            | "pay"
            | "people"
            | "perhaps"
            | "please"
            | "put"
            | "read"
            | "rest"
            | "results"
            | "return"
            | "ring"
            | "see"
            | "set"
            | "several"
            | "she"
            | "should"
            | "since"
            | "so"
            | "some"
            | "sometimes"
            | "speak"
            | "start"
            | "stay"
            | "still"
            | "stop"
            | "such"
            | "take"
            | "talk"
            | "tell"
            | "that"
            | "the"
            | "their"
            | "then"
            | "there"
            | "therefore"
            | "these"
            | "they"
            | "this"
            | "those"
            | "three"
            | "through"
            | "thus"
            | "to"
            | "today"
            | "try"
            | "turn"
            | "two"
            | "under"
            | "until"
            | "use"
            | "visit"
            | "wait"
            | "was"
            | "wash"
            | "we"
            | "were"
            | "what"
            | "when"
            | "where"
            | "whether"
            | "which"
            | "while"
            | "who"
            | "why"
            | "will"
            | "with"
            | "within"
            | "without"
            | "would"
            | "write"
            | "yes"
            | "yet"
            | "you"
            | "you're"
            | "your"
            | "al"
            | "antes"
            | "aunque"
            | "beba"
            | "como"
            | "con"
            | "cuando"
            | "de"
            | "desde"
            | "después"
            | "el"
            | "ella"
            | "ellos"
            | "en"
            | "entonces"
            | "es"
            | "espere"
            | "esta"
            | "estas"
            | "este"
            | "estos"
            | "hable"
            | "hay"
            | "la"
            | "las"
            | "llame"
            | "lo"
            | "los"
            | "muchos"
            | "más"
            | "ningún"
            | "nunca"
            | "para"
            | "pero"
            | "pida"
            | "por"
            | "pregunte"
            | "puede"
            | "que"
            | "se"
            | "si"
            | "sin"
            | "su"
            | "sus"
            | "sí"
            | "también"
            | "tome"
            | "traiga"
            | "un"
            | "una"
            | "usted"
            | "vaya"
            | "venga"
            | "y"
            | "ya"
    )
}

/// Words of two letters after which a space is missing rather than a stop too many: `I like it.He does not.`
pub(super) fn ends_without_space(folded: &str) -> bool {
    const WORDS: [&str; 15] = [
        "do", "go", "he", "in", "is", "it", "me", "my", "no", "on", "so", "to", "up", "us", "we",
    ];
    WORDS.contains(&folded)
}

/// Words after a time of day that belong to it.
pub(super) fn follows_time(folded: &str) -> bool {
    const DAYS: [&str; 12] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "est", "pst", "cst", "gmt", "utc",
    ];
    DAYS.contains(&folded)
        || folded.ends_with("day")
        || matches!(folded, "et" | "pt" | "ct" | "edt")
}

/// Words whose number may carry a stop of its own: `Step 1. Wash your hands.`
pub(super) fn is_label(folded: &str) -> bool {
    matches!(
        folded,
        "step"
            | "figure"
            | "fig"
            | "table"
            | "section"
            | "chapter"
            | "question"
            | "part"
            | "paso"
            | "figura"
            | "tabla"
            | "sección"
            | "capítulo"
            | "pregunta"
            | "parte"
    )
}

/// Words that a single capital letter may belong to: `vitamin C`, `hepatitis B`.
pub(super) fn takes_letter(folded: &str) -> bool {
    matches!(
        folded,
        "vitamin"
            | "vitamins"
            | "hepatitis"
            | "type"
            | "group"
            | "grade"
            | "class"
            | "stage"
            | "plan"
            | "option"
            | "part"
            | "phase"
            | "appendix"
            | "arm"
            | "influenza"
            | "schedule"
            | "and"
            | "or"
            | "was"
            | "is"
            | "than"
            | "vitamina"
            | "tipo"
            | "grupo"
    )
}

/// Abbreviations that are also words when they are written small: `sat`, `sun`, `gen`.
pub(super) fn is_also_a_word(folded: &str) -> bool {
    matches!(
        folded,
        "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "oct"
            | "dec"
            | "mon"
            | "wed"
            | "thu"
            | "fri"
            | "sat"
            | "sun"
            | "gen"
            | "col"
            | "mt"
            | "st"
            | "ave"
            | "apt"
            | "co"
            | "hon"
            | "sen"
            | "rev"
            | "med"
    )
}
