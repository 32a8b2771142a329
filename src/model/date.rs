//! Days and spans of time as authors write them.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD` (ISO 8601); `None` for days that no calendar has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let mut digits = |len: usize| {
            let part = parts.next()?;
            let fits = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
            if fits { part.parse::<u16>().ok() } else { None }
        };
        let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }
}

impl Date {
    /// The day so many days after 1 January 1970, by the method of Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms" (2021): years begin in March, so that a leap day is their last.
    #[must_use]
    pub fn of_days(days: u64) -> Self {
        const DAYS_TO_1970_FROM_0000_03_01: u64 = 719_468;
        const DAYS_OF_400_YEARS: u64 = 146_097;
        let days = days.min(2_000_000) + DAYS_TO_1970_FROM_0000_03_01;
        let (era, day) = (days / DAYS_OF_400_YEARS, days % DAYS_OF_400_YEARS);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = era * 400 + year + u64::from(month <= 2);
        let small = |n: u64| u8::try_from(n).expect("invariant: months and days are small");
        Self {
            year: u16::try_from(year).expect("invariant: the days were limited"),
            month: small(month),
            day: small(day),
        }
    }

    /// The day a period later; a month that is too short gives its last day.
    #[must_use]
    pub fn after(self, period: Period) -> Self {
        let months = match period.unit {
            PeriodUnit::Years => period.count.saturating_mul(12),
            PeriodUnit::Months => period.count,
            PeriodUnit::Days => return self.later(period.count),
            PeriodUnit::Weeks => return self.later(period.count.saturating_mul(7)),
        };
        let total = u32::from(self.year) * 12 + u32::from(self.month) - 1 + months.min(12_000);
        let (year, month) = (total / 12, total % 12 + 1);
        let mut day = Self {
            year: u16::try_from(year).unwrap_or(u16::MAX),
            month: u8::try_from(month).unwrap_or(12),
            day: self.day,
        };
        while !day.exists() && day.day > 28 {
            day.day -= 1;
        }
        day
    }

    /// The day so many days later.
    #[must_use]
    pub fn later(self, days: u32) -> Self {
        let mut day = self;
        for _ in 0..days.min(40_000) {
            let next = Self {
                day: day.day + 1,
                ..day
            };
            day = if next.exists() {
                next
            } else if day.month < 12 {
                Self {
                    month: day.month + 1,
                    day: 1,
                    ..day
                }
            } else {
                Self {
                    year: day.year + 1,
                    month: 1,
                    day: 1,
                }
            };
        }
        day
    }

    fn exists(self) -> bool {
        Self::parse(&self.to_string()).is_some()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// `12 months`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    pub count: u32,
    pub unit: PeriodUnit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodUnit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Period {
    /// Reads a whole number and a unit, singular or plural.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.trim().split_once(' ')?;
        let unit = match unit.trim().trim_end_matches('s') {
            "day" => PeriodUnit::Days,
            "week" => PeriodUnit::Weeks,
            "month" => PeriodUnit::Months,
            "year" => PeriodUnit::Years,
            _ => return None,
        };
        let count = count.parse().ok().filter(|&n| n > 0)?;
        Some(Self { count, unit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        // From 1970 to 2000 there are 7 leap days: 1972, 1976, … 1996.
        let cases = [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (30 * 365 + 7, "2000-01-01"),
            (30 * 365 + 7 + 59, "2000-02-29"),
            (30 * 365 + 7 + 60, "2000-03-01"),
            (30 * 365 + 7 + 366, "2001-01-01"),
        ];
        for (days, date) in cases {
            assert_eq!(Date::of_days(days).to_string(), date);
        }
    }

    #[test]
    fn dates_follow_the_calendar() {
        assert!(Date::parse("2024-02-29").is_some());
        assert!(Date::parse("2023-02-29").is_none());
        assert!(Date::parse("1900-02-29").is_none());
        assert!(Date::parse("2000-02-29").is_some());
        assert!(Date::parse("2026-13-01").is_none());
        assert!(Date::parse("2026-1-01").is_none());
        assert_eq!(
            Date::parse("2026-05-01").map(|d| d.to_string()).as_deref(),
            Some("2026-05-01")
        );
    }

    #[test]
    fn a_period_ends_on_a_day_that_exists() {
        let day = |text| Date::parse(text).expect("a date of the test");
        let period = |text| Period::parse(text).expect("a period of the test");
        for (from, after, ends) in [
            ("2026-05-01", "12 months", "2027-05-01"),
            ("2026-01-31", "1 month", "2026-02-28"),
            ("2024-02-29", "1 year", "2025-02-28"),
            ("2026-12-25", "2 weeks", "2027-01-08"),
        ] {
            assert_eq!(day(from).after(period(after)), day(ends));
        }
    }

    #[test]
    fn periods_have_a_number_and_a_unit() {
        let year = Period::parse("12 months");
        assert_eq!(
            year,
            Some(Period {
                count: 12,
                unit: PeriodUnit::Months
            })
        );
        assert_eq!(Period::parse("1 year").map(|p| p.count), Some(1));
        assert_eq!(Period::parse("yearly"), None);
        assert_eq!(Period::parse("0 days"), None);
    }
}
