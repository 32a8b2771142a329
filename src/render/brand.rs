//! An organisation's colour, used only where everybody can read it.

mod colour;

pub use colour::Colour;

use super::theme::{Palette, Settings};
use crate::config::Config;
use crate::diagnostic::{BRAND_CONTRAST, Diagnostic, Fix, Outcome};
use crate::source::Spanned;

/// The least contrast of text (WCAG 2.2, success criterion 1.4.3).
const TEXT_CONTRAST: f64 = 4.5;
/// What the tint for dark surfaces reaches: the theme mixes it into surfaces too, and thin light letters on a dark
/// ground want more than the least (WCAG 2.2, success criterion 1.4.6).
const DARK_CONTRAST: f64 = 7.0;

/// The colours of a site: those of the brand when it can be read on the theme, else the theme's own.
pub fn palette(config: &Config, settings: &Settings) -> Outcome<Palette> {
    let Some(primary) = &config.brand.primary else {
        return Outcome::clean(settings.palette);
    };
    let Some(brand) = Colour::parse(&primary.value) else {
        return Outcome::clean(settings.palette);
    };
    match worst(brand, &settings.light) {
        Some((surface, ratio)) if ratio < TEXT_CONTRAST => {
            let diagnostic = too_pale(primary, brand, (surface, ratio), settings);
            Outcome::new(settings.palette, vec![diagnostic])
        }
        _ => Outcome::clean(derived(brand, settings)),
    }
}

fn derived(brand: Colour, settings: &Settings) -> Palette {
    let tint = brand
        .lighter()
        .find(|tint| reads(*tint, &settings.dark, DARK_CONTRAST));
    let brand_dark = tint.unwrap_or(Colour::WHITE);
    Palette {
        brand,
        on_brand: text_on(brand, settings),
        brand_dark,
        on_brand_dark: text_on(brand_dark, settings),
    }
}

/// White or the theme's darkest surface, whichever is easier to read on a colour.
fn text_on(surface: Colour, settings: &Settings) -> Colour {
    let dark = settings.dark.first().copied().unwrap_or(Colour::BLACK);
    if Colour::WHITE.contrast(surface) >= dark.contrast(surface) {
        Colour::WHITE
    } else {
        dark
    }
}

fn reads(colour: Colour, surfaces: &[Colour], least: f64) -> bool {
    worst(colour, surfaces).is_none_or(|(_, ratio)| ratio >= least)
}

/// The surface on which a colour is hardest to read, and the contrast there.
fn worst(colour: Colour, surfaces: &[Colour]) -> Option<(Colour, f64)> {
    let ratios = surfaces.iter().map(|s| (*s, colour.contrast(*s)));
    ratios.min_by(|a, b| a.1.total_cmp(&b.1))
}

fn too_pale(
    primary: &Spanned<String>,
    brand: Colour,
    (surface, ratio): (Colour, f64),
    settings: &Settings,
) -> Diagnostic {
    // Rounded down, so that 4.499 is never shown as enough.
    let shown = (ratio * 100.0).floor() / 100.0;
    let message = format!(
        "the brand colour {brand} has a contrast of {shown:.2} to 1 on {surface}; text needs {TEXT_CONTRAST} to 1"
    );
    let diagnostic = Diagnostic::new(&BRAND_CONTRAST, primary.span, message);
    let shade = brand
        .darker()
        .find(|shade| reads(*shade, &settings.light, TEXT_CONTRAST));
    match shade {
        Some(shade) => diagnostic
            .help(format!(
                "the nearest darker shade that can be read is {shade}; until then the theme's own colour is used"
            ))
            .fix(Fix::replace(
                format!("use the darker shade {shade}"),
                false,
                primary.span,
                format!("\"{shade}\""),
            )),
        None => diagnostic.help("choose a darker colour; until then the theme's own is used"),
    }
}
