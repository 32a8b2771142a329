//! Cuts a text into words, numbers and phone numbers.

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

/// Digits that a phone number has at least.
const PHONE_DIGITS: usize = 7;

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
    ("fifteen", 15.0),
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
    ("quince", 15.0),
    ("veinte", 20.0),
    ("veinticuatro", 24.0),
    ("treinta", 30.0),
    ("cuarenta", 40.0),
    ("cincuenta", 50.0),
    ("sesenta", 60.0),
    ("setenta", 70.0),
    ("ochenta", 80.0),
    ("noventa", 90.0),
];

/// Articles that can stand for one.
const ARTICLES: [&str; 5] = ["a", "an", "un", "una", "uno"];

/// The least number word that a digit may follow: "forty-eight".
const TENS: f64 = 20.0;

/// The words and numbers of a text, in order.
pub(super) fn cut(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if let Some((end, digits)) = phone_at(text, at) {
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
    tokens
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

/// Where a phone number that begins here ends, with its digits without the code of the country.
fn phone_at(text: &str, start: usize) -> Option<(usize, String)> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/')) {
        return None;
    }
    let mut groups: Vec<usize> = vec![0];
    let mut digits = String::new();
    let mut end = start;
    let mut gap = 0;
    for (at, c) in text[start..].char_indices() {
        if c.is_ascii_digit() {
            if gap > 0 && !digits.is_empty() {
                groups.push(0);
            }
            gap = 0;
            digits.push(c);
            *groups.last_mut()? += 1;
            end = start + at + 1;
        } else if matches!(c, '-' | ' ' | '.' | '(' | ')' | '+' | '\u{a0}' | '\u{2011}') && gap < 2
        {
            gap += 1;
        } else {
            break;
        }
    }
    let is_phone = digits.len() >= PHONE_DIGITS
        && groups.len() > 1
        && groups.last().is_some_and(|&last| last >= 3)
        && groups[1..].iter().all(|&group| group >= 2);
    let national = match digits.strip_prefix('1') {
        Some(rest) if digits.len() == 11 => rest.to_owned(),
        _ => digits,
    };
    is_phone.then_some((end, national))
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

/// The value of digits with their marks; nothing for dates, fractions, ordinals and what is part of a word.
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
