//! Numbers inside text that is written from right to left. Left alone, the order of their groups turns around: after an
//! Arabic word, "555-0100" is shown as "0100-555", and "20 mg" as "mg 20" (Unicode, UAX #9, rules W2 and N1).

use super::escape::escaped;
use super::inline::is_number;
use super::words::dir;
use super::writer::Writer;

/// Fewer digits in groups are a range or a count, which readers take in their own direction.
const DIGITS_TO_CALL: usize = 7;

/// Begins and ends a piece that is written from left to right (UAX #9: LRI and PDI); for places without elements.
const LEFT_TO_RIGHT: (char, char) = ('\u{2066}', '\u{2069}');

/// Elements inside a line. What follows one of them may go on with its Latin words.
const CLOSED: &[&str] = &["</strong>", "</em>", "</a>", "</del>", "</code>"];

impl Writer<'_> {
    /// The direction of code, as an attribute: left to right whatever stands around it.
    pub(super) fn code_dir(&self) -> &'static str {
        match self.mirrored {
            true => " dir=\"ltr\"",
            false => "",
        }
    }

    /// A telephone number or the like, in one piece.
    pub(super) fn number(&mut self, out: &mut String, number: &str) {
        let dir = self.code_dir();
        let markup = format!("<span class=\"nowrap\"{dir}>{}</span>", escaped(number));
        self.own(out, &markup);
    }

    /// A text, with the telephone numbers and doses in it kept in order.
    pub(super) fn running_text(&mut self, out: &mut String, text: &str) {
        if !self.mirrored {
            return self.text(out, text);
        }
        let goes_on = CLOSED.iter().any(|tag| out.ends_with(tag));
        let mut rest = text;
        while let Some((at, run)) = first_run(rest) {
            let is_first = rest.len() == text.len() && rest[..at].trim().is_empty();
            self.text(out, &rest[..at]);
            match (is_to_call(run), goes_on && is_first) {
                (true, _) => self.number(out, run),
                (false, true) => self.text(out, run),
                (false, false) => {
                    let markup = format!("<span dir=\"ltr\">{}</span>", escaped(run));
                    self.own(out, &markup);
                }
            }
            rest = &rest[at + run.len()..];
        }
        self.text(out, rest);
    }

    /// A plain text of the page's language, such as a summary.
    pub(super) fn plain_text(&self, text: &str) -> String {
        match self.mirrored {
            true => in_order(&self.meta.lang, text),
            false => text.to_owned(),
        }
    }
}

/// A plain text in a language, with the same kept in order by Unicode's own signs.
pub(super) fn in_order(lang: &str, text: &str) -> String {
    if dir(lang) == "ltr" {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, run)) = first_run(rest) {
        out.push_str(&rest[..at]);
        out.extend([LEFT_TO_RIGHT.0].into_iter().chain(run.chars()));
        out.push(LEFT_TO_RIGHT.1);
        rest = &rest[at + run.len()..];
    }
    out + rest
}
/// The first piece of a text that has to keep its order, and where it begins.
fn first_run(text: &str) -> Option<(usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || " +-().,/%µ".contains(c);
    let mut from = 0;
    loop {
        let begins = |c: char| c.is_ascii_alphanumeric() || "+(".contains(c);
        let start = from + text[from..].find(begins)?;
        let end = text[start..].find(|c| !is_part(c));
        let end = end.map_or(text.len(), |end| start + end);
        let mut run = text[start..end].trim_end_matches([' ', '+', '-', '(', '.', ',', '/']);
        if !run.contains('(') {
            run = run.trim_end_matches(')');
        }
        if is_to_call(run) || is_dose(run) {
            return Some((start, run));
        }
        from = end.max(start + 1);
    }
}

/// Digits in several groups, or after a plus.
fn is_to_call(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let groups = number.split(|c: char| !c.is_ascii_digit());
    let grouped = groups.filter(|group| !group.is_empty()).count() > 1;
    is_number(number) && digits >= DIGITS_TO_CALL && (grouped || number.starts_with('+'))
}

/// A number with its unit: `20 mg/day`. After a Latin word, the number follows it anyway.
fn is_dose(run: &str) -> bool {
    run.starts_with(|c: char| c.is_ascii_digit()) && run.contains(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_to_call_and_doses_are_found() {
        for (text, run) in [
            ("اتصل على 555-010-0199.", Some("555-010-0199")),
            ("الهاتف: (555) 010-0199", Some("(555) 010-0199")),
            ("+1 555 010 0199 ليلًا ونهارًا", Some("+1 555 010 0199")),
            ("+96170123456", Some("+96170123456")),
            ("(العيادة 555-0100)", Some("555-0100")),
            ("خذ 20 mg/day، ثم أقل", Some("20 mg/day")),
            ("خذ 0.4 mL.", Some("0.4 mL")),
            ("حبوب oxycodone 5 mg", None),
            ("من 10-20 ملغ", None),
            ("في 2026", None),
            ("1234567", None),
            ("(انظر 3)", None),
        ] {
            assert_eq!(first_run(text).map(|(_, run)| run), run, "{text}");
        }
    }

    #[test]
    fn a_number_after_another_sign_is_found_where_it_stands() {
        let text = "(3) 911 أو 555-0100";
        let (at, run) = first_run(text).expect("there is one");
        assert_eq!(&text[at..at + run.len()], "555-0100");
    }
}
