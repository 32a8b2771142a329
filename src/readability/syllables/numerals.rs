//! Numbers as they are read aloud: `120` is "one hundred twenty", five syllables.

/// How many syllables the number words of a language have.
#[derive(Debug)]
pub struct Numerals {
    /// Zero to nineteen.
    small: [u8; 20],
    /// Twenty to ninety.
    tens: [u8; 8],
    /// One hundred to nine hundred, followed by nothing.
    hundreds: [u8; 9],
    /// What `ciento` has more than `cien`.
    one_hundred_more: u8,
    /// Between tens and units: `y` of `treinta y uno`.
    and: u8,
    thousand: u8,
    /// Whether one thousand is "one thousand" or only `mil`.
    one_thousand: bool,
    /// Million, billion and above.
    million: u8,
    point: u8,
    percent: u8,
    degrees: u8,
    dollars: u8,
    /// Between the ends of a range: "to".
    to: u8,
    /// Between the parts of a fraction or a blood pressure: "over".
    over: u8,
    /// Whether years are read in pairs: "nineteen ninety".
    year_pairs: bool,
}

/// A number with more digits is read digit by digit.
const LONGEST: usize = 12;

impl Numerals {
    pub const ENGLISH: Self = Self {
        small: [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2],
        tens: [2, 2, 2, 2, 2, 3, 2, 2],
        hundreds: [3, 3, 3, 3, 3, 3, 4, 3, 3],
        one_hundred_more: 0,
        and: 0,
        thousand: 2,
        one_thousand: true,
        million: 2,
        point: 1,
        percent: 2,
        degrees: 2,
        dollars: 2,
        to: 1,
        over: 2,
        year_pairs: true,
    };

    pub const SPANISH: Self = Self {
        small: [2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 3, 4, 4, 4],
        tens: [2, 2, 3, 3, 3, 3, 3, 3],
        hundreds: [1, 3, 3, 4, 3, 3, 4, 4, 4],
        one_hundred_more: 1,
        and: 1,
        thousand: 1,
        one_thousand: false,
        million: 3,
        point: 2,
        percent: 3,
        degrees: 2,
        dollars: 3,
        to: 1,
        over: 2,
        year_pairs: false,
    };

    /// Reads a word of digits, signs and letters; `letters` counts what are letters in it.
    pub fn mixed(&self, folded: &str, letters: impl Fn(&str) -> u8) -> u8 {
        if folded.matches('-').count() > 1 {
            // A telephone number, or a date.
            return u8::try_from(self.spelt(folded).max(1)).unwrap_or(u8::MAX);
        }
        let mut sum = 0_u16;
        let mut rest = folded;
        while let Some(c) = rest.chars().next() {
            let length = if c.is_ascii_digit() {
                number_length(rest)
            } else {
                rest.find(|c: char| c.is_ascii_digit())
                    .unwrap_or(rest.len())
            };
            let (part, behind) = rest.split_at(length);
            sum += if c.is_ascii_digit() {
                self.number(part)
            } else {
                self.between(part, &letters)
            };
            rest = behind;
        }
        u8::try_from(sum.max(1)).unwrap_or(u8::MAX)
    }

    /// What stands before, between and behind numbers.
    fn between(&self, part: &str, letters: &impl Fn(&str) -> u8) -> u16 {
        match part {
            "st" | "nd" | "rd" | "th" | "º" | "ª" => return 0,
            "-" | "–" => return self.to.into(),
            _ => {}
        }
        let signs: u16 = part.chars().map(|c| u16::from(self.sign(c))).sum();
        let words = part.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| !word.is_empty());
        signs + words.map(|word| u16::from(letters(word))).sum::<u16>()
    }

    fn sign(&self, c: char) -> u8 {
        match c {
            '%' | '‰' => self.percent,
            '°' => self.degrees,
            '$' => self.dollars,
            '/' => self.over,
            _ => 0,
        }
    }

    /// Digits, perhaps with separators of thousands and a decimal part.
    fn number(&self, written: &str) -> u16 {
        let (whole, decimals) = parts(written);
        let digits = whole.bytes().filter(u8::is_ascii_digit).count();
        let led_by_zero = digits > 1 && whole.starts_with('0');
        let whole = if digits > LONGEST || led_by_zero {
            self.spelt(whole)
        } else {
            let plain = !whole.contains([',', '.']) && decimals.is_none();
            self.cardinal(value(whole), plain)
        };
        let decimals = decimals.map_or(0, |digits| u16::from(self.point) + self.spelt(digits));
        whole + decimals
    }

    fn spelt(&self, digits: &str) -> u16 {
        let digits = digits.bytes().filter(u8::is_ascii_digit);
        digits
            .map(|b| u16::from(self.small[usize::from(b - b'0')]))
            .sum()
    }

    fn cardinal(&self, value: u64, plain: bool) -> u16 {
        let is_year = self.year_pairs
            && plain
            && (1100..2100).contains(&value)
            && !(2000..2010).contains(&value);
        if is_year && value % 100 >= 10 {
            return self.below_thousand(value / 100) + self.below_thousand(value % 100);
        }
        let mut sum = 0;
        let mut rest = value;
        for (size, name) in [
            (1_000_000_000, self.million),
            (1_000_000, self.million),
            (1_000, self.thousand),
        ] {
            let count = rest / size;
            if count > 0 {
                let said = count > 1 || size > 1_000 || self.one_thousand;
                let count = if said { self.below_thousand(count) } else { 0 };
                sum += count + u16::from(name);
            }
            rest %= size;
        }
        if rest > 0 || value == 0 {
            sum += self.below_thousand(rest);
        }
        sum
    }

    fn below_thousand(&self, value: u64) -> u16 {
        let index = |value: u64| usize::try_from(value).unwrap_or(0);
        let rest = value % 100;
        let mut sum = match index(value / 100 % 10) {
            0 => 0,
            1 if rest > 0 => u16::from(self.hundreds[0] + self.one_hundred_more),
            count => u16::from(self.hundreds[count - 1]),
        };
        if rest >= 20 {
            let unit = rest % 10;
            sum += u16::from(self.tens[index(rest / 10) - 2]);
            if unit > 0 {
                // "veintiuno" is one word: its i is no syllable of its own.
                let and = if rest < 30 { 0 } else { self.and };
                sum += u16::from(and + self.small[index(unit)]);
            }
        } else if rest > 0 || value == 0 {
            sum += u16::from(self.small[index(rest)]);
        }
        sum
    }
}

/// How many bytes of the text are one number: digits with single stops and commas between them.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let separator = matches!(bytes[at], b'.' | b',');
        let goes_on = separator && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !(bytes[at].is_ascii_digit() || goes_on) {
            break;
        }
        at += 1;
    }
    at
}

/// The whole number and the decimals. A separator before three digits parts thousands, unless a zero stands before it.
fn parts(written: &str) -> (&str, Option<&str>) {
    let Some(at) = written.rfind(['.', ',']) else {
        return (written, None);
    };
    let (whole, decimals) = (&written[..at], &written[at + 1..]);
    let thousands = decimals.len() == 3 && whole != "0" && written.as_bytes()[at] == b',';
    let repeated = whole.contains(['.', ',']) && decimals.len() == 3;
    if thousands || repeated {
        (written, None)
    } else {
        (whole, Some(decimals))
    }
}

fn value(digits: &str) -> u64 {
    let digits = digits.bytes().filter(u8::is_ascii_digit);
    digits.fold(0, |value, b| value * 10 + u64::from(b - b'0'))
}
