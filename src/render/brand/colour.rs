//! Colours of the sRGB space, how well one reads on another, and shades and tints of one hue.

use std::fmt;

/// An sRGB colour of eight bits a channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// Steps of lightness between black and white when a shade is looked for.
const STEPS: u16 = 512;

impl Colour {
    pub const BLACK: Self = Self {
        red: 0,
        green: 0,
        blue: 0,
    };
    pub const WHITE: Self = Self {
        red: 255,
        green: 255,
        blue: 255,
    };

    /// Reads `#rrggbb`.
    pub fn parse(hex: &str) -> Option<Self> {
        let digits = hex.strip_prefix('#').filter(|d| d.len() == 6)?;
        let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        let channel = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        is_hex.then_some(Self {
            red: channel(0)?,
            green: channel(2)?,
            blue: channel(4)?,
        })
    }

    /// Relative luminance from 0 (black) to 1 (white), as WCAG 2.2 defines it:
    /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio from 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Shades of the same hue and saturation, from this lightness down to black.
    pub fn darker(self) -> impl Iterator<Item = Self> {
        let hsl = Hsl::of(self);
        (1..=STEPS).map(move |step| hsl.at(hsl.lightness * (1.0 - share(step))))
    }

    /// The colour itself and tints of the same hue and saturation, up to white.
    pub fn lighter(self) -> impl Iterator<Item = Self> {
        let hsl = Hsl::of(self);
        let tints = (1..=STEPS)
            .map(move |step| hsl.at(hsl.lightness + (1.0 - hsl.lightness) * share(step)));
        std::iter::once(self).chain(tints)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

fn share(step: u16) -> f64 {
    f64::from(step) / f64::from(STEPS)
}

/// Hue in sixths of a turn, saturation and lightness from 0 to 1 (CSS Color 4, section 7).
#[derive(Clone, Copy)]
struct Hsl {
    hue: f64,
    saturation: f64,
    lightness: f64,
}

impl Hsl {
    fn of(colour: Colour) -> Self {
        let [r, g, b] = [colour.red, colour.green, colour.blue].map(|c| f64::from(c) / 255.0);
        let (max, min) = (r.max(g).max(b), r.min(g).min(b));
        let (sum, range) = (max + min, max - min);
        if range == 0.0 {
            return Self {
                hue: 0.0,
                saturation: 0.0,
                lightness: sum / 2.0,
            };
        }
        let hue = if max == r {
            ((g - b) / range).rem_euclid(6.0)
        } else if max == g {
            (b - r) / range + 2.0
        } else {
            (r - g) / range + 4.0
        };
        Self {
            hue,
            saturation: range / (1.0 - (sum - 1.0).abs()),
            lightness: sum / 2.0,
        }
    }

    /// The colour of this hue and saturation at another lightness.
    fn at(self, lightness: f64) -> Colour {
        let chroma = (1.0 - (2.0 * lightness - 1.0).abs()) * self.saturation;
        let middle = chroma * (1.0 - (self.hue % 2.0 - 1.0).abs());
        let (r, g, b) = match self.hue {
            h if h < 1.0 => (chroma, middle, 0.0),
            h if h < 2.0 => (middle, chroma, 0.0),
            h if h < 3.0 => (0.0, chroma, middle),
            h if h < 4.0 => (0.0, middle, chroma),
            h if h < 5.0 => (middle, 0.0, chroma),
            _ => (chroma, 0.0, middle),
        };
        let base = lightness - chroma / 2.0;
        let [red, green, blue] = [r, g, b].map(|c| channel(c + base));
        Colour { red, green, blue }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is rounded and held between 0 and 255"
)]
fn channel(share: f64) -> u8 {
    (share * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(hex: &str) -> Colour {
        Colour::parse(hex).expect(hex)
    }

    #[test]
    fn contrast_follows_the_wcag_formula() {
        // (1 + 0.05) / (0 + 0.05)
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
        // Pure red has the luminance 0.2126, so 1.05 / 0.2626 = 3.9985 on white.
        assert!((colour("#ff0000").contrast(Colour::WHITE) - 3.9985).abs() < 1e-4);
        // #808080: ((128/255 + 0.055) / 1.055)^2.4 = 0.2159; 1.05 / 0.2659 = 3.949.
        assert!((colour("#808080").contrast(Colour::WHITE) - 3.949).abs() < 1e-3);
        // The two greys on either side of 4.5 on white.
        assert!(colour("#767676").contrast(Colour::WHITE) >= 4.5);
        assert!(colour("#777777").contrast(Colour::WHITE) < 4.5);
    }

    #[test]
    fn reads_six_digits_only() {
        for wrong in [
            "0b5394", "#0b539", "#0b53945", "#0b539g", "#+b5394", "#é5394", "",
        ] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
        assert_eq!(colour("#0B5394").to_string(), "#0b5394");
    }

    #[test]
    fn shades_and_tints_keep_the_hue_and_end_in_black_and_white() {
        let green = colour("#00ff00");
        // Lightness 0.5 halved: #008000, the keyword `green`.
        assert!(green.darker().any(|shade| shade == colour("#008000")));
        assert_eq!(green.darker().last(), Some(Colour::BLACK));
        // Halfway to white: #80ff80.
        assert!(green.lighter().any(|tint| tint == colour("#80ff80")));
        assert_eq!(green.lighter().last(), Some(Colour::WHITE));
        assert_eq!(colour("#808080").darker().last(), Some(Colour::BLACK));
    }
}
