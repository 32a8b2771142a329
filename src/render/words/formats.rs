//! Numbers and dates as a language writes them, by the data of the Unicode CLDR in ICU4X. The scripts of the pages ask
//! the browser's `Intl` for the same, which has the same data.

use fixed_decimal::{SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use std::convert::Infallible;
use unic_langid::LanguageIdentifier;

/// How a bundle writes the values in its words; `None` leaves a value as it is.
type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// Begins a piece of text whose direction is its own, and ends it (Unicode, UAX #9: FSI and PDI).
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// Small whole numbers are the same in every language that writes these digits.
const NEVER_GROUPED: f64 = 1_000.0;

/// The formatter for a language. Words of a language that is written from right to left keep foreign names in them
/// apart, or their order on the screen would be lost.
pub fn formatter<M: MemoizerKind>(lang: &LanguageIdentifier, right_to_left: bool) -> Formatter<M> {
    let own_digits = Numbers::of(lang, GroupingStrategy::Auto).written("0") != "0";
    match (right_to_left, own_digits) {
        (true, _) => isolated,
        (false, true) => number,
        (false, false) => large_number,
    }
}

fn isolated<M: MemoizerKind>(value: &FluentValue<'_>, intls: &M) -> Option<String> {
    match value {
        FluentValue::String(text) if is_left_to_right(text) => {
            Some(format!("{}{text}{}", ISOLATE.0, ISOLATE.1))
        }
        _ => number(value, intls),
    }
}

/// Whether a text has letters, and none that are written from right to left. A gap `{like_this}` is filled in the
/// browser, which knows what comes in.
fn is_left_to_right(text: &str) -> bool {
    let from_right = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    !text.starts_with('{') && text.chars().any(char::is_alphabetic) && !text.chars().any(from_right)
}

fn large_number<M: MemoizerKind>(value: &FluentValue<'_>, intls: &M) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, options })
            if value.fract() == 0.0
                && (0.0..NEVER_GROUPED).contains(value)
                && *options == FluentNumberOptions::default() =>
        {
            None
        }
        _ => number(value, intls),
    }
}

fn number<M: MemoizerKind>(value: &FluentValue<'_>, intls: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let grouped = number.options.use_grouping;
    let written = intls.with_try_get_threadsafe::<Numbers, _, _>(grouped, |n| n.number(number));
    written.unwrap_or_else(|never| match never {})
}

/// Writes the numbers of a language.
struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = bool;
    type Error = Infallible;

    fn construct(lang: LanguageIdentifier, grouped: bool) -> Result<Self, Infallible> {
        Ok(Self::of(
            &lang,
            match grouped {
                true => GroupingStrategy::Auto,
                false => GroupingStrategy::Never,
            },
        ))
    }
}

impl Numbers {
    fn of(lang: &LanguageIdentifier, grouping: GroupingStrategy) -> Self {
        let options = DecimalFormatterOptions::from(grouping);
        let formatter = DecimalFormatter::try_new(locale(lang).into(), options);
        Self(formatter.expect("invariant: the data has a root for every language"))
    }

    /// A number with the digits that its options ask for; `None` for what is no number.
    fn number(&self, number: &FluentNumber) -> Option<String> {
        let options = &number.options;
        let mut decimal = Decimal::try_from_str(&number.value.to_string()).ok()?;
        let digits = |count: usize| i16::try_from(count).unwrap_or(i16::MAX);
        if let Some(most) = options.maximum_fraction_digits {
            let half_up = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
            decimal.round_with_mode(-digits(most), half_up);
            decimal.trim_end();
        }
        if let Some(least) = options.minimum_fraction_digits {
            decimal.pad_end(-digits(least));
        }
        if let Some(least) = options.minimum_integer_digits {
            decimal.pad_start(digits(least));
        }
        Some(self.0.format_to_string(&decimal))
    }

    fn written(&self, digits: &str) -> String {
        let decimal = Decimal::try_from_str(digits).expect("invariant: these are digits");
        self.0.format_to_string(&decimal)
    }
}

/// `DATE($year, $month, $day)` in a locale: the long form of a language, in its usual calendar. A language that the data
/// does not know has `2026-05-01`.
pub fn date_function(
    lang: &LanguageIdentifier,
) -> impl for<'a> Fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a> + Send + Sync + 'static
{
    let formatter = dates(lang);
    move |parts, _| {
        let [
            FluentValue::Number(year),
            FluentValue::Number(month),
            FluentValue::Number(day),
        ] = parts
        else {
            return FluentValue::Error;
        };
        let (year, month, day): (i32, u8, u8) = (year.into(), month.into(), day.into());
        match (Date::try_new_iso(year, month, day), &formatter) {
            (Ok(date), Some(formatter)) => formatter.format(&date).to_string().into(),
            (Ok(_), None) => format!("{year:04}-{month:02}-{day:02}").into(),
            (Err(_), _) => FluentValue::Error,
        }
    }
}

/// Writes the dates of a language; `None` when the data has nothing of its own for it.
fn dates(lang: &LanguageIdentifier) -> Option<DateTimeFormatter<YMD>> {
    let of = |locale: Locale| {
        DateTimeFormatter::try_new(locale.into(), YMD::long())
            .expect("invariant: the data has a root for every language")
    };
    let day = Date::try_new_iso(2026, 5, 1).expect("invariant: this is a day");
    let own = of(locale(lang));
    let root = of(Locale::UNKNOWN);
    (own.format(&day).to_string() != root.format(&day).to_string()).then_some(own)
}

fn locale(lang: &LanguageIdentifier) -> Locale {
    Locale::try_from_str(&lang.to_string()).unwrap_or(Locale::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(lang: &str, year: i32, month: u8, day: u8) -> String {
        let lang = lang.parse().expect("a language tag");
        let parts = [year, i32::from(month), i32::from(day)].map(FluentValue::from);
        match date_function(&lang)(&parts, &FluentArgs::new()) {
            FluentValue::String(text) => text.into_owned(),
            other => panic!("{other:?}"),
        }
    }

    /// What Chromium's `Intl.DateTimeFormat(lang, {dateStyle: "long"})` writes; the browser tests compare both.
    #[test]
    fn dates_are_written_as_their_language_writes_them() {
        for (lang, expected) in [
            ("en", "May 1, 2026"),
            ("en-GB", "1 May 2026"),
            ("es", "1 de mayo de 2026"),
            ("de", "1. Mai 2026"),
            ("fr", "1 mai 2026"),
            ("ar", "1 مايو 2026"),
            ("ar-EG", "١ مايو ٢٠٢٦"),
            ("fa", "۱۱ اردیبهشت ۱۴۰۵"),
            ("th", "1 พฤษภาคม 2569"),
            ("zh", "2026年5月1日"),
            ("bn", "১ মে, ২০২৬"),
        ] {
            assert_eq!(long(lang, 2026, 5, 1), expected, "{lang}");
        }
    }

    #[test]
    fn a_language_without_data_has_a_date_that_nobody_misreads() {
        assert_eq!(long("tlh", 2026, 5, 1), "2026-05-01");
    }

    #[test]
    fn numbers_have_the_marks_of_their_language() {
        for (lang, expected) in [
            ("en", "1,234.5"),
            ("es", "1234,5"),
            ("de", "1.234,5"),
            ("ar", "1,234.5"),
            ("ar-EG", "١٬٢٣٤٫٥"),
            ("tlh", "1,234.5"),
        ] {
            let lang = lang.parse().expect("a language tag");
            let numbers = Numbers::of(&lang, GroupingStrategy::Auto);
            let written = numbers.number(&FluentNumber::from(1234.5));
            assert_eq!(written.as_deref(), Some(expected), "{lang}");
        }
    }

    #[test]
    fn digits_are_as_many_as_asked_for() {
        let numbers = Numbers::of(&"en".parse().expect("a tag"), GroupingStrategy::Auto);
        let options = FluentNumberOptions {
            minimum_fraction_digits: Some(1),
            maximum_fraction_digits: Some(2),
            ..FluentNumberOptions::default()
        };
        for (value, expected) in [
            (2.0, "2.0"),
            (2.345, "2.35"),
            (-0.125, "-0.13"),
            (2.5, "2.5"),
        ] {
            let number = FluentNumber::new(value, options.clone());
            assert_eq!(numbers.number(&number).as_deref(), Some(expected));
        }
    }
}
