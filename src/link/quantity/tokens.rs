//! Cuts a text into words, numbers and phone numbers.

use super::phone;
use std::ops::Range;

/// A word, a number or a phone number.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub bytes: Range<usize>,
    /// In small letters; empty for numbers in digits.
    pub word: String,
    pub number: Option<f64>,
    /// The digits of a phone number.
    pub phone: Option<String>,
    pub is_loose: bool,
    /// A full stop or the like stands behind it.
    pub ends_sentence: bool,
}

/// Words for numbers, English and Spanish.
const NUMBERS: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("twice", 2.0),
    ("cero", 0.0),
    ("dos", 2.0),
    ("tres", 3.0),
    ("cuatro", 4.0),
    ("cinco", 5.0),
    ("seis", 6.0),
    ("siete", 7.0),
    ("ocho", 8.0),
    ("nueve", 9.0),
    ("diez", 10.0),
    ("once", 11.0),
    ("doce", 12.0),
    ("trece", 13.0),
    ("catorce", 14.0),
    ("quince", 15.0),
    ("dieciséis", 16.0),
    ("diecisiete", 17.0),
    ("dieciocho", 18.0),
    ("diecinueve", 19.0),
    ("veinte", 20.0),
    ("veintiún", 21.0),
    ("veintiuno", 21.0),
    ("veintiuna", 21.0),
    ("veintidós", 22.0),
    ("veintitrés", 23.0),
    ("veinticuatro", 24.0),
    ("veinticinco", 25.0),
    ("veintiséis", 26.0),
    ("veintisiete", 27.0),
    ("veintiocho", 28.0),
    ("veintinueve", 29.0),
    ("half", 0.5),
    ("medio", 0.5),
    ("media", 0.5),
    ("cien", 100.0),
    ("treinta", 30.0),
    ("cuarenta", 40.0),
    ("cincuenta", 50.0),
    ("sesenta", 60.0),
    ("setenta", 70.0),
    ("ochenta", 80.0),
    ("noventa", 90.0),
];

/// Words that multiply the number before them.
const POWERS: [(&str, f64); 3] = [("hundred", 100.0), ("thousand", 1000.0), ("mil", 1000.0)];

/// Signs for parts of one.
const PARTS: [(char, f64); 5] = [
    ('½', 0.5),
    ('¼', 0.25),
    ('¾', 0.75),
    ('⅓', 1.0 / 3.0),
    ('⅔', 2.0 / 3.0),
];

/// Behind the English word "once".
const OFTEN: [&str; 7] = ["a", "an", "every", "each", "per", "daily", "weekly"];

/// Articles that can stand for one.
const ARTICLES: [&str; 5] = ["a", "an", "un", "una", "uno"];

/// The least number word that a digit may follow: "forty-eight".
const TENS: f64 = 20.0;

/// The words and numbers of a text, in order.
pub(super) fn cut(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if let Some((end, digits)) = phone::at(text, at) {
            let mut token = Token::new(at..end);
            token.phone = Some(digits);
            tokens.push(token);
            end
        } else if c.is_ascii_digit() {
            let end = number_end(text, at);
            let mut token = Token::new(at..end);
            token.number = number(text, at, end);
            tokens.push(token);
            end
        } else if let Some((_, part)) = PARTS.iter().find(|(sign, _)| *sign == c) {
            push_sign(&mut tokens, *part, at..at + c.len_utf8());
            at + c.len_utf8()
        } else if c.is_alphabetic() {
            let rest = text[at..].trim_start_matches(char::is_alphabetic);
            let end = text.len() - rest.len();
            push_word(&mut tokens, text, at..end);
            end
        } else {
            if matches!(c, '.' | '!' | '?' | '\n')
                && let Some(last) = tokens.last_mut()
            {
                last.ends_sentence = true;
            }
            at + c.len_utf8()
        };
        at = end;
    }
    count_once(&mut tokens);
    tokens
}

/// "Once a day" is English; another "once" is the Spanish eleven.
fn count_once(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        if tokens[at - 1].word == "once" && OFTEN.contains(&tokens[at].word.as_str()) {
            tokens[at - 1].number = Some(1.0);
        }
    }
}

impl Token {
    fn new(bytes: Range<usize>) -> Self {
        Self {
            bytes,
            word: String::new(),
            number: None,
            phone: None,
            is_loose: false,
            ends_sentence: false,
        }
    }
}

fn push_word(tokens: &mut Vec<Token>, text: &str, bytes: Range<usize>) {
    let mut token = Token::new(bytes.clone());
    token.word = text[bytes.clone()].to_lowercase();
    let word = token.word.as_str();
    let known = NUMBERS.iter().find(|(name, _)| *name == word);
    token.number = known.map(|(_, number)| *number);
    if ARTICLES.contains(&word) {
        token.number = Some(1.0);
        token.is_loose = true;
    }
    if let Some((_, power)) = POWERS.iter().find(|(name, _)| *name == word)
        && let Some(last) = tokens.last_mut()
        && !last.ends_sentence
        && let Some(number) = last.number
    {
        last.number = Some(number * power);
        last.is_loose = false;
        last.bytes.end = bytes.end;
        return;
    }
    if token.number == Some(0.5)
        && let Some(whole) = whole_before(tokens)
    {
        tokens.truncate(whole + 1);
        push_part(tokens, 0.5, bytes);
        return;
    }
    // "forty-eight", "cuarenta y ocho"
    if let Some(unit) = token.number.filter(|unit| (1.0..10.0).contains(unit))
        && !token.is_loose
        && let Some(tens) = tens_before(tokens)
    {
        let whole = &mut tokens[tens];
        whole.number = whole.number.map(|number| number + unit);
        whole.bytes.end = bytes.end;
        tokens.truncate(tens + 1);
        return;
    }
    tokens.push(token);
}

/// The number before "and a half", "y media".
fn whole_before(tokens: &[Token]) -> Option<usize> {
    let words = |back: usize| {
        tokens
            .len()
            .checked_sub(back)
            .map(|at| tokens[at].word.as_str())
    };
    let back = match (words(2), words(1)) {
        (_, Some("y")) => 2,
        (Some("and"), Some("a")) => 3,
        _ => return None,
    };
    let at = tokens.len().checked_sub(back)?;
    let whole = &tokens[at];
    (whole.number.is_some() && !whole.is_loose && !whole.ends_sentence).then_some(at)
}

/// The sign of a part of one, alone or behind a number: "½", "1½", "1 ½".
fn push_sign(tokens: &mut Vec<Token>, part: f64, bytes: Range<usize>) {
    let adds = tokens.last().is_some_and(|last| {
        let near = bytes.start - last.bytes.end < 2 && !last.ends_sentence;
        near && last.word.is_empty() && last.number.is_some()
    });
    if adds {
        push_part(tokens, part, bytes);
        return;
    }
    let mut token = Token::new(bytes);
    token.number = Some(part);
    tokens.push(token);
}

/// Adds a part of one to the last number.
fn push_part(tokens: &mut [Token], part: f64, bytes: Range<usize>) {
    if let Some(last) = tokens.last_mut() {
        last.number = last.number.map(|number| number + part);
        last.bytes.end = bytes.end;
    }
}

/// The number word of tens that the next word adds to.
fn tens_before(tokens: &[Token]) -> Option<usize> {
    let is_tens = |token: &Token| {
        !token.word.is_empty()
            && !token.ends_sentence
            && token
                .number
                .is_some_and(|number| number >= TENS && number % 10.0 == 0.0)
    };
    let last = tokens.len().checked_sub(1)?;
    if is_tens(&tokens[last]) {
        return Some(last);
    }
    let before = last.checked_sub(1)?;
    (tokens[last].word == "y" && is_tens(&tokens[before])).then_some(before)
}

/// Where the digits of a number end, with the marks inside it.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',' | b'/')) && digit(end + 1)) {
        end += 1;
    }
    end
}

/// The parts of one that are written with a slash, as in `1/2`.
fn part_of_one(written: &str) -> Option<f64> {
    let parts = [
        ("1/2", 0.5),
        ("1/4", 0.25),
        ("3/4", 0.75),
        ("1/3", 1.0 / 3.0),
        ("2/3", 2.0 / 3.0),
    ];
    let part = parts.iter().find(|(name, _)| *name == written);
    part.map(|(_, part)| *part)
}

/// The value of digits with their marks; nothing for dates, ratios, ordinals and what is part of a word.
fn number(text: &str, start: usize, end: usize) -> Option<f64> {
    let written = &text[start..end];
    let before = text[..start].chars().next_back();
    let inside_date = before == Some('-')
        && text[..start - 1].ends_with(|c: char| c.is_ascii_digit())
        && start > 4
        && text[..start - 1]
            .bytes()
            .rev()
            .take_while(u8::is_ascii_digit)
            .count()
            >= 4;
    let ordinal = ["st", "nd", "rd", "th", "º", "ª"]
        .iter()
        .any(|suffix| text[end..].starts_with(suffix));
    if written.contains('/') && before != Some('/') {
        return part_of_one(written);
    }
    if written.contains('/') || ordinal || inside_date || before.is_some_and(char::is_alphabetic) {
        return None;
    }
    let Some((whole, part)) = written.rsplit_once(['.', ',']) else {
        return written.parse().ok();
    };
    // Three digits behind a mark are thousands, unless the number begins with nothing: 1,500 and 1.500, but 0.125.
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let thousands = part.len() == 3 && whole != "0";
    let plain = if thousands {
        format!("{whole}{part}")
    } else {
        format!("{whole}.{part}")
    };
    plain.parse().ok()
}
