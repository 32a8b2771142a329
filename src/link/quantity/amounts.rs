//! Units and things that numbers count, English and Spanish.

use super::Measure;
use super::tokens::Token;

/// Words for units, with how many of the measure's own unit one is.
const UNITS: &[(&[&str], Measure, f64)] = &[
    (
        &["second", "seconds", "sec", "secs", "segundo", "segundos"],
        Measure::Time,
        1.0 / 60.0,
    ),
    (
        &["minute", "minutes", "min", "mins", "minuto", "minutos"],
        Measure::Time,
        1.0,
    ),
    (
        &["hour", "hours", "hr", "hrs", "h", "hora", "horas"],
        Measure::Time,
        60.0,
    ),
    (
        &["day", "days", "día", "días", "dia", "dias"],
        Measure::Time,
        1440.0,
    ),
    (
        &["week", "weeks", "semana", "semanas"],
        Measure::Time,
        10_080.0,
    ),
    (&["month", "months", "mes", "meses"], Measure::Months, 1.0),
    (&["year", "years", "año", "años"], Measure::Months, 12.0),
    (
        &["mg", "milligram", "milligrams", "miligramo", "miligramos"],
        Measure::Mass,
        1.0,
    ),
    (
        &[
            "mcg",
            "µg",
            "μg",
            "ug",
            "microgram",
            "micrograms",
            "microgramo",
            "microgramos",
        ],
        Measure::Mass,
        0.001,
    ),
    (
        &["g", "gram", "grams", "gramo", "gramos"],
        Measure::Mass,
        1000.0,
    ),
    (
        &[
            "ml",
            "milliliter",
            "milliliters",
            "millilitre",
            "millilitres",
            "mililitro",
            "mililitros",
        ],
        Measure::Volume,
        1.0,
    ),
    (
        &["l", "liter", "liters", "litre", "litres", "litro", "litros"],
        Measure::Volume,
        1000.0,
    ),
    (&["cc"], Measure::Volume, 1.0),
    (
        &[
            "tsp",
            "teaspoon",
            "teaspoons",
            "cucharadita",
            "cucharaditas",
        ],
        Measure::Volume,
        5.0,
    ),
    (
        &[
            "tbsp",
            "tablespoon",
            "tablespoons",
            "cucharada",
            "cucharadas",
        ],
        Measure::Volume,
        15.0,
    ),
    (
        &[
            "kg",
            "kilo",
            "kilos",
            "kilogram",
            "kilograms",
            "kilogramo",
            "kilogramos",
        ],
        Measure::Mass,
        1_000_000.0,
    ),
    (
        &["lb", "lbs", "pound", "pounds", "libra", "libras"],
        Measure::Things("pounds"),
        1.0,
    ),
    (&["percent"], Measure::Percent, 1.0),
    (
        &[
            "pill",
            "pills",
            "tablet",
            "tablets",
            "capsule",
            "capsules",
            "pastilla",
            "pastillas",
            "píldora",
            "píldoras",
            "tableta",
            "tabletas",
            "comprimido",
            "comprimidos",
            "cápsula",
            "cápsulas",
        ],
        Measure::Things("pills"),
        1.0,
    ),
    (&["dose", "doses", "dosis"], Measure::Things("doses"), 1.0),
    (
        &["patch", "patches", "parche", "parches"],
        Measure::Things("patches"),
        1.0,
    ),
    (
        &[
            "spray",
            "sprays",
            "aerosol",
            "aerosoles",
            "rociada",
            "rociadas",
        ],
        Measure::Things("sprays"),
        1.0,
    ),
    (
        &["puff", "puffs", "inhalación", "inhalaciones"],
        Measure::Things("puffs"),
        1.0,
    ),
    (
        &["drop", "drops", "gota", "gotas"],
        Measure::Things("drops"),
        1.0,
    ),
    (
        &["time", "times", "vez", "veces"],
        Measure::Things("times"),
        1.0,
    ),
    (
        &["drink", "drinks", "trago", "tragos", "bebida", "bebidas"],
        Measure::Things("drinks"),
        1.0,
    ),
    (
        &["unit", "units", "iu", "unidad", "unidades", "ui"],
        Measure::Things("units"),
        1.0,
    ),
    (&["mme"], Measure::Things("MME"), 1.0),
    (
        &["breath", "breaths", "respiración", "respiraciones"],
        Measure::Things("breaths"),
        1.0,
    ),
];

/// May stand between a number and what it counts.
const SMALL_WORDS: [&str; 9] = [
    "more", "full", "extra", "other", "small", "whole", "más", "standard", "white",
];

/// Between the two numbers of a range.
const RANGES: [&str; 8] = ["to", "or", "and", "through", "a", "o", "y", "hasta"];

/// What the number at a token counts: the measure, how many of its units one is, and the byte behind the unit.
pub(super) fn unit_behind(
    text: &str,
    tokens: &[Token],
    at: usize,
) -> Option<(Measure, f64, usize)> {
    let token = &tokens[at];
    if token.word == "twice" || (token.word == "once" && token.number == Some(1.0)) {
        return Some((Measure::Things("times"), 1.0, token.bytes.end));
    }
    if !token.is_loose
        && let Some(found) = sign_behind(text, tokens, at)
    {
        return Some(found);
    }
    if token.ends_sentence {
        return None;
    }
    let mut next = at + 1;
    let is_half = token.number == Some(0.5);
    let is_small = |at: usize| {
        tokens.get(at).is_some_and(|t| {
            SMALL_WORDS.contains(&t.word.as_str()) || (is_half && matches!(&*t.word, "a" | "an"))
        })
    };
    if is_small(next) && !tokens[next].ends_sentence {
        next += 1;
    }
    if let Some((measure, factor)) = tokens.get(next).and_then(|token| unit(&token.word)) {
        let gap = &text[tokens[next - 1].bytes.end..tokens[next].bytes.start];
        let joined = gap
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2011}'));
        return joined.then(|| (measure, factor, tokens[next].bytes.end));
    }
    range_unit(text, tokens, at)
}

/// "2 to 3 days", "2-3 days": the first number counts what the second does.
fn range_unit(text: &str, tokens: &[Token], at: usize) -> Option<(Measure, f64, usize)> {
    let token = &tokens[at];
    let after = tokens.get(at + 1)?;
    let dash = text[token.bytes.end..after.bytes.start].trim();
    let second = if after.number.is_some() && matches!(dash, "-" | "–" | "\u{2011}") {
        at + 1
    } else if RANGES.contains(&after.word.as_str()) && tokens.get(at + 2)?.number.is_some() {
        at + 2
    } else {
        return None;
    };
    if token.is_loose || tokens[second].is_loose {
        return None;
    }
    let (measure, factor, _) = unit_behind(text, tokens, second)?;
    Some((measure, factor, token.bytes.end))
}

/// "%", "°F", "degrees C", "por ciento"
fn sign_behind(text: &str, tokens: &[Token], at: usize) -> Option<(Measure, f64, usize)> {
    let end = tokens[at].bytes.end;
    let rest = &text[end..];
    let trimmed = rest.trim_start();
    let from = end + rest.len() - trimmed.len();
    let percent = ["%", "per cent", "por ciento"]
        .into_iter()
        .find(|sign| trimmed.starts_with(sign));
    if let Some(sign) = percent {
        return Some((Measure::Percent, 1.0, from + sign.len()));
    }
    let degrees = ["°", "º", "degrees", "grados"]
        .into_iter()
        .find(|sign| trimmed.starts_with(sign))?;
    let scale = trimmed[degrees.len()..]
        .trim_start()
        .chars()
        .next()
        .unwrap_or(' ');
    let scale = match scale.to_ascii_lowercase() {
        scale @ ('c' | 'f') => scale,
        _ => ' ',
    };
    Some((Measure::Degrees(scale), 1.0, from + degrees.len()))
}

fn unit(word: &str) -> Option<(Measure, f64)> {
    let (_, measure, factor) = UNITS.iter().find(|(names, _, _)| names.contains(&word))?;
    Some((measure.clone(), *factor))
}
