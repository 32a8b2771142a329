//! Where sentences end. A bar stands where one should; the splitter is given the text without bars.

use proptest::prelude::*;
use std::sync::LazyLock;
use teachback::readability::text::Text;
use teachback::readability::{Language, Measurement, Tables, Vocabulary};

const CASES: &[&str] = &[
    // Titles and initials
    "Dr. Smith came in.|He sat down.",
    "Ask Mr. and Mrs. Jones.|They know.",
    "Ms. Lee, Prof. Park and Dr. Ruiz agree.",
    "J. Smith wrote it.|It is short.",
    "It was written by J. R. R. Tolkien in 1937.|It sold well.",
    "George W. Bush spoke.|We listened.",
    "Take vitamin C.|It helps.",
    "Martin Luther King Jr. was a pastor.",
    "He is John Brown Jr.|He lives here.",
    "Rev. Jones and Sen. Gray met Gov. Hall.",
    "See the nurse, R.N. Davis, first.",
    // Latin abbreviations
    "Take a pain pill, e.g. Tylenol, with food.|Rest.",
    "Call us (e.g., at night).|We will help.",
    "The first dose, i.e. The morning one, is small.",
    "Drug A vs. Placebo was studied.",
    "We compared naloxone vs. naltrexone.|Both work.",
    "Eat fruit, vegetables, etc.|Drink water.",
    "Eat fruit, etc. every day.",
    "Jones et al. found this.|Others did not.",
    "This was shown by Jones et al.|The study was small.",
    "This was shown by Jones et al. (2019) in adults.",
    "It takes approx. 5 days.|Then it stops.",
    // Times, dates, places
    "Come at 9 a.m. on Monday.|Bring your card.",
    "Come at 9 a.m.|Bring your card.",
    "Come at 9 a.m. Monday.|Bring your card.",
    "The clinic closes at 5 p.m.|We open again at 8 a.m. each day.",
    "He was born on Jan. 5, 1960.|He is well.",
    "It ends in Dec.|The new year is next.",
    "He sat.|Mary stood up.",
    "We saw the sun.|Moon and stars came later.",
    "She lives in the U.S.|Her son does not.",
    "The U.S. Food and Drug Administration said so.",
    "The U.S. government pays.|It is free.",
    "He moved to Washington, D.C.|The job was new.",
    "The clinic is on Main St.|The door is red.",
    "She went to St. Mary's Hospital.|It is near.",
    "He works for Pfizer Inc.|The pay is good.",
    "Acme Inc. makes it.",
    "She has a Ph.D. in biology.|She teaches.",
    "He is an M.D.|He works at night.",
    // Numbers, decimals, doses
    "RR 0.73, 95% CI 0.65 to 0.81.|The effect was small.",
    "Take 2.5 mg/day.|Do not take more.",
    "Take 5 mg.|Then wait.",
    "Take 5 mg. twice a day.",
    "Take 10 mL. 2 times a day.",
    "The dose is 5.|The next is 10.",
    "Your weight is 70.5 kg.|That is fine.",
    "It cost $3.50.|I paid.",
    "The p value was .05.|It was not low.",
    "See Fig. 2 for more.|It is clear.",
    "See Figs. 2 and 3.",
    "Room No. 5 is free.|Go in.",
    "Should you stop?|No.|Keep going.",
    "It was in vol. 3, pp. 12-15.|Read it.",
    "It began in 2010.|30 people fell ill.",
    "Temperatures above 38.5 °C are a fever.|Call us.",
    "Version 1.2.3 is out.|Get it.",
    "A ratio of 1.5:1 was used.|It worked.",
    "He took 5-10 pills.|She took none.",
    // Lists with numbers
    "1. Take the pill.|2. Drink water.|3. Rest.",
    "1. Take the pill\n|2. Drink water\n|3. Rest",
    "1) Sit down. |2) Breathe out.",
    "a) Sit down.\n|b) Breathe out.",
    "Step 1. Wash your hands.|Step 2. Dry them.",
    "Table 3. Side effects of the drug.",
    "- Sit down\n|- Breathe out\n|- Call us",
    "• Sit down\n|• Breathe out",
    // Marks
    "Stop!|Do not take it.",
    "Does it hurt?|Tell us.",
    "What?!|Are you sure?",
    "\"Does it hurt?\" she asked.|\"Yes.\"|He sat down.",
    "\u{201C}Stop.\u{201D}|She left.",
    "She said, \u{201C}It hurts.\u{201D}|He wrote it down.",
    "He asked \u{201C}Why?\u{201D} and left.",
    "Yahoo! is a company.",
    "He was ill (see below).|She was not.",
    "He was ill. |(She was not.)|They went home.",
    "It hurts \u{2026} a lot.",
    "It hurts...|The nurse came.",
    "It hurts... but less.",
    "Well... I think so.",
    "It hurts . . . a lot.|Call us.",
    "It hurts. |\u{2014}Call us.",
    "Pain is real.[12]|It can be treated.",
    "Pain is real.3|It can be treated.",
    "Pain is real.\u{b9}\u{b2}|It can be treated.",
    "It hurts.|Then it stops.",
    "*It hurts.*|Call us.",
    // Small letters that begin a sentence
    "We saw it. |mRNA is new.",
    "We saw it. |pH was low.",
    "The temp. was high.",
    // Capitals that are no abbreviation
    "She has MS.|It is mild.",
    "Come at 9 EST.|Bring it.",
    "He has hepatitis B.|It is mild.",
    "It was type A.|Nurses knew.",
    // Addresses
    "See www.cdc.gov/opioids for more.|Call us.",
    "See https://www.cdc.gov/a.b?c=d.|Then call.",
    "Write to help.desk@clinic.org.|We answer.",
    "Open index.html first.|Then read it.",
    // Lines
    "This line\ngoes on here.|Next one.",
    "A title\n\n|The text begins.|It goes on.",
    "A title\r\n\r\n|The text begins.",
    // No end mark
    "no end mark",
    "One.|Two",
    // Other languages
    "\u{bf}Le duele?|D\u{ed}ganos.",
    "\u{a1}Alto!|No lo tome.",
    "La Dra. Ruiz y el Sr. Gil vinieron.|Se sentaron.",
    "La Sra. Gil llam\u{f3}.|No vino.",
    "Tome una pastilla, p. ej. Paracetamol, con agua.",
    "Vive en EE. UU. desde 2010.|Trabaja mucho.",
    "Vive en EE. UU.|Su hijo no.",
    "Venga a las 9 a. m.|Traiga su tarjeta.",
    "Dijo: \u{ab}Me duele.\u{bb}|Se fue.",
    "Tome 2,5 mg al d\u{ed}a.|No tome m\u{e1}s.",
    "Vea la p\u{e1}g. 5 y el art. 3.|Es breve.",
    "Espere aprox. 5 d\u{ed}as.|Luego llame.",
    "我很痛。|请打电话。",
    "痛吗？|不痛！",
];

/// The sentences that the bars of a case mark, without list numbers and other marks before the first word.
fn marked(case: &str) -> Vec<String> {
    let parts = case.split('|').map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// Bars stand for nothing where a space follows or the text lacks one, and else for a space.
fn unmarked(case: &str) -> String {
    let mut text = String::new();
    let mut parts = case.split('|').peekable();
    while let Some(part) = parts.next() {
        text.push_str(part);
        let glued = part.ends_with(char::is_whitespace) || part.ends_with(['。', '？', '！']);
        let lacks_space = case.contains("hurts.|Then it stops");
        if parts.peek().is_some() && !glued && !lacks_space {
            text.push(' ');
        }
    }
    text
}

#[test]
fn sentences_end_where_they_should() {
    let mut faults = Vec::new();
    for case in CASES {
        let source = unmarked(case);
        let text = Text::new(&source);
        let found: Vec<&str> = text.sentences().iter().map(|s| text.written(s)).collect();
        let expected = marked(case);
        let same = found.len() == expected.len()
            && found.iter().zip(&expected).all(|(f, e)| e.ends_with(f));
        if !same {
            faults.push(format!(
                "{source:?}\n  expected {expected:?}\n  found    {found:?}"
            ));
        }
    }
    assert!(CASES.len() >= 100);
    assert!(
        faults.is_empty(),
        "{} of {}\n{}",
        faults.len(),
        CASES.len(),
        faults.join("\n")
    );
}

#[test]
fn passages_are_never_glued() {
    let mut text = Text::default();
    text.push("Sit down");
    text.push("Breathe out");
    let found: Vec<&str> = text.sentences().iter().map(|s| text.written(s)).collect();
    assert_eq!(found, ["Sit down", "Breathe out"]);
}

/// What a text was cut into, as far as anybody can see.
fn shown(text: &Text) -> String {
    let sentences = text.sentences().iter();
    let views = sentences.map(|s| (s, text.words_of(s).collect::<Vec<_>>()));
    let cut: Vec<_> = views.collect();
    format!("{:?} {:?} {}", text.source(), cut, text.colons())
}

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

proptest! {
    #[test]
    fn every_word_is_in_one_sentence(source in "([a-zA-Z0-9.,!?:;'\"()\\[\\]/@%$ \n-]|\\PC){0,60}") {
        let text = Text::new(&source);
        let mut next = 0;
        for sentence in text.sentences() {
            prop_assert_eq!(sentence.words.start, next);
            prop_assert!(!sentence.words.is_empty());
            next = sentence.words.end;
            for view in text.words_of(sentence) {
                let bytes = view.word.bytes();
                prop_assert!(sentence.bytes.start <= bytes.start && bytes.end <= sentence.bytes.end);
                prop_assert!(!view.text.is_empty());
            }
        }
        prop_assert_eq!(next, text.words().len());
        for language in [Language::English, Language::Spanish, Language::Other] {
            let measured = Measurement::of(&text, &mut Vocabulary::new(&TABLES, language));
            prop_assert_eq!(measured.counts.words, text.words().len() as u64);
            prop_assert!(measured.counts.syllables >= measured.counts.words);
        }
    }
}

proptest! {
    #[test]
    fn a_passage_that_was_cut_by_itself_is_what_it_is_in_a_text(
        passages in prop::collection::vec("([a-zA-Z0-9.,!?:;'\"()/@%$ \n-]|\\PC){0,30}", 1..5),
    ) {
        let (mut pushed, mut appended) = (Text::default(), Text::default());
        for passage in &passages {
            let at = pushed.push(passage);
            prop_assert_eq!(appended.append(&Text::new(passage)), at);
        }
        prop_assert_eq!(shown(&appended), shown(&pushed));
    }
}
