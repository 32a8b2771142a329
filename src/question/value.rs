//! The values of settings, the same on pages and in banks: what is accepted, and the words that say so.

/// A decimal number with a point: `90`, `-0.5`, `1e3`. `None` for anything else, also for infinities.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E');
    let number: f64 = text
        .bytes()
        .all(plain)
        .then(|| text.parse().ok())
        .flatten()?;
    number.is_finite().then_some(number)
}

/// `true` or `false`, in any case.
#[must_use]
pub fn truth(text: &str) -> Option<bool> {
    let text = text.trim();
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    (is("true") || is("false")).then(|| is("true"))
}

/// Points for a right answer: above 0, at most 1000.
#[must_use]
pub fn points(text: &str) -> Option<f64> {
    number(text).filter(|&n| n > 0.0 && n <= 1000.0)
}

/// How far a number may be off: 0 or more.
#[must_use]
pub fn tolerance(text: &str) -> Option<f64> {
    number(text).filter(|&n| n >= 0.0)
}

/// What [`points`] accepts, in words that follow "must be".
pub const POINTS: &str = "a number above 0, such as 2";
/// What [`tolerance`] accepts, in words that follow "must be".
pub const TOLERANCE: &str = "a number from 0 up, such as 0.5";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_decimal_and_finite() {
        assert_eq!(number(" 90 "), Some(90.0));
        assert_eq!(number("-0.5"), Some(-0.5));
        assert_eq!(number("1e3"), Some(1000.0));
        for wrong in [
            "", "1e999", "inf", "NaN", "0,5", "90 MME", "1.2.3", "e5", "0x10",
        ] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn points_and_tolerance_have_bounds() {
        assert_eq!(points("0.5"), Some(0.5));
        assert_eq!(points("0"), None);
        assert_eq!(points("1001"), None);
        assert_eq!(tolerance("0"), Some(0.0));
        assert_eq!(tolerance("-1"), None);
        assert_eq!(tolerance("5%"), None);
    }
}
