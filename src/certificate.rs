//! The text for checking a certificate: lines that a person can read and type, with a code made of them.
//!
//! ```text
//! teachback certificate 1
//! Name: Ana Ruiz
//! Module: difficult-conversations
//! Site: talking-about-pain
//! Version: 4f3a2b1c
//! Date: 2026-11-22
//! Score: 87
//! Minutes: 45
//! Code: K7QD-2M9X-V4TA-8RWE
//! ```
//!
//! The code shows that nobody mistyped or changed a line, and the other lines can be held against the published site. It
//! cannot prove who sat there: the browser that makes it belongs to the learner. The theme's script
//! `certificate/20-text.js` makes the same text; a test runs both.

use crate::model::Date;
use crate::output::ModuleRecord;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The first line.
const OPENING: &str = "teachback certificate 1";
/// The names of the lines, in their order. All but the last are what the code is made of.
const FIELDS: [&str; 8] = [
    "Name", "Module", "Site", "Version", "Date", "Score", "Minutes", "Code",
];
/// Crockford's base 32: no letter that looks like a digit.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a code: 80 bits.
const CODE_LEN: usize = 16;

/// What a certificate says. Values stand as written, in composed Unicode, with single spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    values: [String; FIELDS.len()],
}

/// A module's name, site, score …: what does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The code is not that of the lines: one of them was changed or mistyped.
    Code,
    /// Another site gave it: its id.
    Site(String),
    /// The site has no such module, or one that gives no certificate.
    Module(String),
    /// The module has been changed since: its version now.
    Version(String),
    /// This is no day, or one that has not come.
    Date(String),
    /// Not a percentage that passes: the pass mark.
    Score(u32),
    /// Not the planned minutes of the module.
    Minutes(Option<u32>),
}

impl Certificate {
    /// Reads the text, however it was spaced.
    ///
    /// # Errors
    /// The name of the line that is missing; `None` when the text is no certificate at all.
    pub fn parse(text: &str) -> Result<Self, Option<&'static str>> {
        let lines: Vec<String> = text.lines().map(tidy).filter(|l| !l.is_empty()).collect();
        let opening = lines.iter().position(|l| l.eq_ignore_ascii_case(OPENING));
        let lines = &lines[opening.ok_or(None)? + 1..];
        let mut values: [String; FIELDS.len()] = Default::default();
        for (value, field) in values.iter_mut().zip(FIELDS) {
            let mut found = lines.iter().filter_map(|line| {
                let (name, rest) = line.split_once(':')?;
                name.trim().eq_ignore_ascii_case(field).then(|| tidy(rest))
            });
            *value = found.next().ok_or(Some(field))?;
        }
        Ok(Self { values })
    }

    /// The value of a line.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        let at = FIELDS.iter().position(|f| *f == field);
        at.map_or("", |at| &self.values[at])
    }

    /// The code of the lines as they stand.
    #[must_use]
    pub fn code(&self) -> String {
        let mut text = OPENING.to_owned();
        for (field, value) in FIELDS.iter().zip(&self.values).take(FIELDS.len() - 1) {
            text.push_str(&format!("\n{field}: {value}"));
        }
        let digest = Sha256::digest(text.as_bytes());
        let bits = digest
            .iter()
            .flat_map(|b| (0..8).rev().map(move |n| b >> n & 1));
        let bits: Vec<u8> = bits.take(CODE_LEN * 5).collect();
        let signs = bits.chunks(5).map(|five| {
            let value = five.iter().fold(0, |value, bit| value << 1 | bit);
            char::from(SIGNS[usize::from(value)])
        });
        let signs: Vec<char> = signs.collect();
        let groups = signs.chunks(4).map(|four| four.iter().collect::<String>());
        groups.collect::<Vec<_>>().join("-")
    }

    /// Everything that does not hold: against its own code, the published `modules` of `site`, and `today`.
    #[must_use]
    pub fn doubts(&self, site: &str, modules: &[ModuleRecord], today: Date) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        if readable(self.get("Code")) != readable(&self.code()) {
            doubts.push(Doubt::Code);
        }
        if self.get("Site") != site {
            doubts.push(Doubt::Site(site.to_owned()));
            return doubts;
        }
        let date = Date::parse(self.get("Date"));
        if date.is_none_or(|date| date > today) {
            doubts.push(Doubt::Date(self.get("Date").to_owned()));
        }
        let name = self.get("Module");
        let named = || modules.iter().filter(|m| m.certificate && m.name == name);
        let same = named().find(|m| m.version == self.get("Version"));
        match (same, named().next()) {
            (Some(module), _) => doubts.extend(self.doubts_of(module)),
            (None, Some(module)) => doubts.push(Doubt::Version(module.version.clone())),
            (None, None) => doubts.push(Doubt::Module(name.to_owned())),
        }
        doubts
    }

    fn doubts_of(&self, module: &ModuleRecord) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        let score = self.get("Score");
        let pass = module.pass_mark.unwrap_or(0);
        let passes = score
            .parse()
            .is_ok_and(|score: u32| (pass..=100).contains(&score));
        let ungraded = score == "-" && module.pass_mark.is_none();
        if !passes && !ungraded {
            doubts.push(Doubt::Score(pass));
        }
        let minutes = module
            .minutes
            .map_or_else(|| "-".to_owned(), |m| m.to_string());
        if self.get("Minutes") != minutes {
            doubts.push(Doubt::Minutes(module.minutes));
        }
        doubts
    }
}

/// Composed, with one space for many.
fn tidy(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A code without what people add, and with the letters they take for digits.
fn readable(code: &str) -> String {
    let signs = code.chars().filter(char::is_ascii_alphanumeric);
    let signs = signs.map(|sign| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    signs.collect()
}
