//! Numbers with what they count, as a text says them: phone numbers, doses, times, counts of things.
//!
//! Two ways to say the same give the same value: "two hours" and "120 minutes", "0.5 g" and "500 mg", "2,5 mg" in Spanish and
//! "2.5 mg". Numbers of which nobody knows what they count are left out.

mod amounts;
mod clock;
mod phone;
mod tokens;

use std::ops::Range;
use tokens::Token;

/// What a number counts. Two values of one kind can be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Measure {
    Phone,
    /// In minutes.
    Time,
    /// Months and years have no fixed length in minutes. In months.
    Months,
    /// In milligrams.
    Mass,
    /// In millilitres.
    Volume,
    Percent,
    /// In degrees of the scale with this letter.
    Degrees(char),
    /// A time of the day, in minutes since midnight.
    Clock,
    /// Two numbers with a slash: of blood pressure, or of a pill with two medicines.
    Pair,
    /// Things, by their English name.
    Things(&'static str),
}

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    pub measure: Measure,
    /// Digits of a phone number, otherwise the number in the unit of its measure.
    pub value: String,
    /// Bytes of the text, with the unit.
    pub bytes: Range<usize>,
    /// "A week", "una hora", "once": says a number only where another text insists on it.
    pub is_loose: bool,
}

/// Words that a short phone number follows.
const CALLS: [&str; 22] = [
    "call", "calls", "calling", "text", "texting", "dial", "phone", "ring", "contact", "llame",
    "llamar", "llama", "marque", "marcar", "mensaje", "texto", "llamada", "número", "hotline",
    "lifeline", "helpline", "línea",
];

/// Short numbers that everybody knows.
const EMERGENCY: [&str; 8] = ["911", "988", "112", "999", "211", "311", "711", "811"];

/// How many words may stand between "call" and a short number.
const REACH: usize = 8;

/// The second number of a pair is greater than any day of a month.
const LEAST_OF_PAIR: u16 = 32;

/// Every number of a text of which it is known what it counts.
pub(super) fn find(text: &str) -> Vec<Quantity> {
    let tokens = tokens::cut(text);
    let mut found: Vec<Quantity> = Vec::new();
    for at in 0..tokens.len() {
        let read = found.last().map_or(0, |last| last.bytes.end);
        if tokens[at].bytes.start < read {
            continue;
        }
        if let Some(quantity) = quantity_at(text, &tokens, at) {
            found.push(quantity);
        }
    }
    found
}

fn quantity_at(text: &str, tokens: &[Token], at: usize) -> Option<Quantity> {
    let token = &tokens[at];
    let bytes = token.bytes.clone();
    if let Some(digits) = &token.phone {
        return Some(Quantity {
            measure: Measure::Phone,
            value: digits.clone(),
            bytes,
            is_loose: false,
        });
    }
    if token.word.is_empty()
        && let Some((minutes, end)) = clock::at(text, bytes.start)
    {
        return Some(Quantity {
            measure: Measure::Clock,
            value: minutes.to_string(),
            bytes: bytes.start..end,
            is_loose: false,
        });
    }
    let Some(amount) = token.number else {
        return pair(text, bytes);
    };
    if let Some((measure, factor, end)) = amounts::unit_behind(text, tokens, at) {
        return Some(Quantity {
            measure,
            value: shown(amount * factor),
            bytes: bytes.start..end,
            is_loose: token.is_loose,
        });
    }
    let digits = &text[bytes.clone()];
    let is_short = matches!(digits.len(), 3 | 5 | 6) && digits.bytes().all(|b| b.is_ascii_digit());
    let is_called = || {
        let from = at.saturating_sub(REACH);
        let near = tokens[from..at]
            .iter()
            .rev()
            .take_while(|t| !t.ends_sentence);
        near.into_iter().any(|t| CALLS.contains(&t.word.as_str()))
    };
    (is_short && (EMERGENCY.contains(&digits) || is_called())).then(|| Quantity {
        measure: Measure::Phone,
        value: digits.to_owned(),
        bytes,
        is_loose: false,
    })
}

/// "140/90", "5/325": not "24/7", dates and parts of one.
fn pair(text: &str, bytes: Range<usize>) -> Option<Quantity> {
    let (one, other) = text.get(bytes.clone())?.split_once('/')?;
    let number = |written: &str| written.parse::<u16>().ok();
    let (one, other) = (number(one)?, number(other)?);
    (other >= LEAST_OF_PAIR).then(|| Quantity {
        measure: Measure::Pair,
        value: format!("{one}/{other}"),
        bytes,
        is_loose: false,
    })
}

/// A number without what floating point adds.
fn shown(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(Measure, String)> {
        let found = find(text).into_iter();
        found.map(|q| (q.measure, q.value)).collect()
    }

    #[test]
    fn one_number_said_in_two_ways_is_one_value() {
        let pairs = [
            ("wait two hours", "wait 120 minutes"),
            ("a 24-hour line", "a line of one day"),
            ("0.5 g of it", "500 mg of it"),
            ("take 2.5 mg/day", "tome 2,5 mg al día"),
            ("call 1-800-222-1222", "llame al (800) 222-1222"),
            ("take twenty-one pills", "tome 21 pastillas"),
            ("cuarenta y ocho horas", "48 hours"),
            ("10 percent", "10 %"),
            ("38°C", "38 degrees C"),
            ("twice", "dos veces"),
            ("1,500 mg", "1.500 mg"),
            ("2 to 3 days", "2-3 días"),
            ("4 mg of it", "4mg of it"),
            ("call 9-1-1", "llame al 911"),
            ("1-800-662-HELP", "800.662.4357"),
            ("+1 (800) 222-1222", "1-800-222-1222"),
            ("1,5 mg", "1.5 mg"),
            ("50 mcg", "0.05 mg"),
            ("50 µg", "50 ug"),
            ("fourteen days", "2 weeks"),
            ("half a tablet", "½ tableta"),
            ("1/2 tablet", "media tableta"),
            ("1 ½ tablets", "1.5 tablets"),
            ("half an hour", "30 minutos"),
            ("one hundred mg", "cien mg"),
            ("two hundred mg", "200 mg"),
            ("at 8 a.m.", "a las 8 de la mañana"),
            ("at 8:30 pm", "a las 8:30 p. m."),
            ("between 4 and 6 hours", "4–6 horas"),
            ("from 4 to 6 hours", "de 4 a 6 horas"),
            ("once a day", "one time a day"),
            ("1 teaspoon", "5 mL"),
            ("veintiún días", "21 days"),
            ("two and a half hours", "2.5 horas"),
            ("dos y media horas", "150 minutes"),
            ("30 seconds", "half a minute"),
            ("above 180/120", "más de 180/120"),
        ];
        for (one, other) in pairs {
            let said = values(one);
            assert!(!said.is_empty(), "{one}");
            assert_eq!(said, values(other), "{one} / {other}");
        }
    }

    #[test]
    fn short_numbers_are_phone_numbers_where_somebody_calls_them() {
        let phone = |digits: &str| vec![(Measure::Phone, digits.to_owned())];
        assert_eq!(values("Call 911 now."), phone("911"));
        assert_eq!(values("Call or text 991 if you need it."), phone("991"));
        assert_eq!(values("Llame al 988."), phone("988"));
        assert_eq!(values("Text HOME to 741741."), phone("741741"));
        assert_eq!(values("There are 120 of them."), []);
    }

    #[test]
    fn numbers_that_count_nothing_known_are_left_out() {
        for text in [
            "since 2023",
            "on 2026-05-01",
            "open 24/7",
            "once it hurts",
            "on 5/12 or 12/31/2026",
            "the 2nd of May",
            "someone",
            "no one, and one of them",
            "in 113,618 adults",
        ] {
            assert_eq!(values(text), [], "{text}");
        }
    }

    #[test]
    fn a_slip_of_one_digit_word_or_sign_gives_another_value() {
        let pairs = [
            ("call 9-1-1", "call 9-9-1"),
            ("1-800-662-HELP", "1-800-662-HELD"),
            ("1,5 mg", "15 mg"),
            ("50 mcg", "50 mg"),
            ("fourteen days", "forty days"),
            ("half a tablet", "a tablet"),
            ("at 8 a.m.", "at 8 p.m."),
            ("at 8:30 am", "at 8:00 am"),
            ("4 to 6 hours", "4 to 8 hours"),
            ("once a day", "twice a day"),
            ("1 teaspoon", "1 tablespoon"),
            ("180/120", "180/110"),
            ("5/325 mg", "10/325 mg"),
            ("0.4 mg", "4 mg"),
            ("1.500 mg", "150 mg"),
        ];
        for (one, other) in pairs {
            let said = values(one);
            assert!(!said.is_empty() && !values(other).is_empty(), "{one}");
            assert_ne!(said, values(other), "{one} / {other}");
        }
    }

    #[test]
    fn an_article_says_one_loosely() {
        let found = find("in as little as a week");
        assert!(found.len() == 1 && found[0].is_loose);
        assert_eq!(found[0].value, "10080");
        assert!(!find("in one week")[0].is_loose);
        assert!(find("take 2 a day").iter().all(|found| found.is_loose));
    }
}
