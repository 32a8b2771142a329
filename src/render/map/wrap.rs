//! Words in a box: no text can be measured when the site is built, so every letter is given the room of a wide one.

use unicode_segmentation::UnicodeSegmentation;

/// Lines of a title that are shown.
const LINES: usize = 6;

/// Breaks a text into lines that fit the width, in the units of the picture. What is too long is cut with `…`.
pub fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if room(&joined, size) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for sign in word.graphemes(true) {
            if !line.is_empty() && room(&line, size) + room(sign, size) > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(sign);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            *last = cut(last, size, width);
        }
    }
    lines
}

fn cut(line: &str, size: f64, width: f64) -> String {
    let mut kept = line.to_owned();
    while room(&kept, size) + room("…", size) > width {
        let Some((at, _)) = kept.grapheme_indices(true).next_back() else {
            break;
        };
        kept.truncate(at);
    }
    format!("{}…", kept.trim_end())
}

/// About the width of a text in a bold sans-serif font.
pub fn room(text: &str, size: f64) -> f64 {
    let ems = text
        .graphemes(true)
        .map(|sign| match sign.chars().next().unwrap_or(' ') {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.34,
            'f' | 't' | 'r' | ' ' | '(' | ')' | '-' | '"' => 0.42,
            'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 0.98,
            'A'..='Z' => 0.76,
            c if c < '\u{1100}' => 0.64,
            _ => 1.05,
        });
    ems.sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost_before_the_last() {
        let lines = wrap("What Sam knows about the week", 10.0, 60.0);
        assert!(lines.iter().all(|line| room(line, 10.0) <= 60.0));
        assert_eq!(lines.join(" "), "What Sam knows about the week");
        let long = "Donaudampfschifffahrtsgesellschaft";
        assert_eq!(wrap(long, 10.0, 60.0).concat(), long);
        let lines = wrap(&"word ".repeat(60), 10.0, 60.0);
        assert_eq!(lines.len(), LINES);
        assert!(lines[LINES - 1].ends_with('…'));
        assert!(wrap("", 10.0, 60.0).is_empty());
    }
}
