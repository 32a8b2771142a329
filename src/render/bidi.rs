//! Numbers to call inside text that is written from right to left. Left alone, the order of their groups turns around:
//! after an Arabic word, "555-0100" is shown as "0100-555" (Unicode, UAX #9, rule W2).

use super::escape::escaped;
use super::inline::is_number;
use super::words::dir;
use super::writer::Writer;

/// Fewer digits are a range or a count, which readers take in their own direction.
const DIGITS_OF_A_NUMBER: usize = 7;

impl Writer<'_> {
    /// Whether the page is written from right to left.
    fn is_mirrored(&self) -> bool {
        dir(&self.meta.lang) == "rtl"
    }

    /// The tag that opens code, which is written from left to right whatever stands around it.
    pub(super) fn code_tag(&self) -> &'static str {
        match self.is_mirrored() {
            true => "<code dir=\"ltr\">",
            false => "<code>",
        }
    }

    /// A telephone number or the like, in one piece.
    pub(super) fn number(&mut self, out: &mut String, number: &str) {
        let dir = match self.is_mirrored() {
            true => " dir=\"ltr\"",
            false => "",
        };
        let markup = format!("<span class=\"nowrap\"{dir}>{}</span>", escaped(number));
        self.own(out, &markup);
    }

    /// A text, with the telephone numbers in it kept in order.
    pub(super) fn running_text(&mut self, out: &mut String, text: &str) {
        if !self.is_mirrored() {
            return self.text(out, text);
        }
        let mut rest = text;
        while let Some((at, number)) = first_number(rest) {
            self.text(out, &rest[..at]);
            self.number(out, number);
            rest = &rest[at + number.len()..];
        }
        self.text(out, rest);
    }
}

/// The first telephone number of a text and where it begins: digits in several groups, or after a plus.
fn first_number(text: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    loop {
        let is_part = |c: char| c.is_ascii_digit() || " +-().".contains(c);
        let start = from + text[from..].find(|c: char| c.is_ascii_digit() || "+(".contains(c))?;
        let end = text[start..].find(|c| !is_part(c));
        let end = end.map_or(text.len(), |end| start + end);
        let mut number = text[start..end].trim_end_matches([' ', '+', '-', '(', '.']);
        if !number.contains('(') {
            number = number.trim_end_matches(')');
        }
        if is_to_call(number) {
            return Some((start, number));
        }
        from = end.max(start + 1);
    }
}

fn is_to_call(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let groups = number.split(|c: char| !c.is_ascii_digit());
    let grouped = groups.filter(|group| !group.is_empty()).count() > 1;
    is_number(number) && digits >= DIGITS_OF_A_NUMBER && (grouped || number.starts_with('+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_to_call_are_found() {
        for (text, number) in [
            ("اتصل على 555-010-0199.", Some("555-010-0199")),
            ("الهاتف: (555) 010-0199", Some("(555) 010-0199")),
            ("+1 555 010 0199 ليلًا ونهارًا", Some("+1 555 010 0199")),
            ("+96170123456", Some("+96170123456")),
            ("(العيادة 555-0100)", Some("555-0100")),
            ("من 10-20 ملغ", None),
            ("في 2026", None),
            ("1234567", None),
            ("(انظر 3)", None),
        ] {
            let found = first_number(text).map(|(_, number)| number);
            assert_eq!(found, number, "{text}");
        }
    }

    #[test]
    fn a_number_after_another_sign_is_found_where_it_stands() {
        let text = "(3) 911 أو 555-0100";
        let (at, number) = first_number(text).expect("there is one");
        assert_eq!(&text[at..at + number.len()], "555-0100");
    }
}
