//! Phone numbers as they are written: `1-800-222-1222`, `(800) 222-1222`, `1-800-662-HELP`, `9-1-1`.

/// Digits that a phone number has at least.
const LEAST: usize = 7;

/// Digits that a number of North America has, without the code of the country.
const NATIONAL: usize = 10;

/// What may stand between groups of digits.
const MARKS: [char; 7] = ['-', ' ', '.', '(', ')', '+', '\u{a0}'];

/// Where a phone number that begins here ends, with its digits without the code of the country.
pub(super) fn at(text: &str, start: usize) -> Option<(usize, String)> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/')) {
        return None;
    }
    if let Some(spelt) = spelt_out(&text[start..]) {
        return Some((start + spelt.len(), spelt.replace(['-', '.'], "")));
    }
    let mut groups: Vec<usize> = vec![0];
    let mut digits = String::new();
    let mut end = start;
    let mut gap = 0;
    for (at, c) in text[start..].char_indices() {
        let digit = digit(c, &text[start + at..], digits.len(), gap);
        if let Some(digit) = digit {
            if gap > 0 && !digits.is_empty() {
                groups.push(0);
            }
            gap = 0;
            digits.push(digit);
            *groups.last_mut()? += 1;
            end = start + at + 1;
        } else if (MARKS.contains(&c) || is_dash(c)) && gap < 2 {
            gap += 1;
        } else {
            break;
        }
    }
    let is_phone = digits.len() >= LEAST
        && groups.len() > 1
        && groups.last().is_some_and(|&last| last >= 3)
        && groups[1..].iter().all(|&group| group >= 2);
    let national = match digits.strip_prefix('1') {
        Some(rest) if rest.len() == NATIONAL => rest.to_owned(),
        _ => digits,
    };
    is_phone.then_some((end, national))
}

/// `9-1-1` and the like.
fn spelt_out(text: &str) -> Option<&str> {
    let spelt = text.get(..5)?;
    let bytes = spelt.as_bytes();
    let digits = [0, 2, 4].iter().all(|&at| bytes[at].is_ascii_digit());
    let mark = bytes[1];
    let marks = mark == bytes[3] && matches!(mark, b'-' | b'.');
    let goes_on = text[5..].starts_with(|c: char| c.is_alphanumeric())
        || text[5..].starts_with(['-', '.']) && text[6..].starts_with(|c: char| c.is_ascii_digit());
    (digits && marks && !goes_on && matches!(bytes[0], b'9' | b'2'..=b'8')).then_some(spelt)
}

/// The digit that a character is or stands for: a word in capitals goes on with a number that is not complete.
fn digit(c: char, rest: &str, read: usize, gap: usize) -> Option<char> {
    if c.is_ascii_digit() {
        return Some(c);
    }
    let in_word = gap == 0 || rest.chars().take(3).all(|c| c.is_ascii_uppercase());
    let may_be_word = (4..NATIONAL + 1).contains(&read) && c.is_ascii_uppercase() && in_word;
    may_be_word.then(|| key(c))
}

/// The key of a phone that a letter is on.
fn key(letter: char) -> char {
    match letter {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        _ => '9',
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}' | '\u{2011}' | '\u{2013}')
}
