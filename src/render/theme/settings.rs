//! `theme.yaml`: what a theme says about itself.

use super::files::ThemeFiles;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::render::brand::Colour;
use crate::source::FileId;
use crate::yaml::{self, Key, Shape, Yaml};

/// The file in a theme's folder.
const FILE: &str = "theme.yaml";

/// What the program has to know of a theme's looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light surfaces on which the accent colour is used as text.
    pub light: Vec<Colour>,
    /// Dark ones.
    pub dark: Vec<Colour>,
    /// The theme's own accent colours.
    pub palette: Palette,
}

/// The four colours that a brand decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Palette {
    /// Accent on light surfaces, and a surface itself.
    pub brand: Colour,
    /// Text on it.
    pub on_brand: Colour,
    /// Accent on dark surfaces, and a surface itself.
    pub brand_dark: Colour,
    /// Text on it.
    pub on_brand_dark: Colour,
}

impl Palette {
    /// The style sheet that gives the colours to the theme.
    pub fn css(&self) -> String {
        format!(
            ":root{{--brand:{};--on-brand:{};--brand-dark:{};--on-brand-dark:{}}}\n",
            self.brand, self.on_brand, self.brand_dark, self.on_brand_dark
        )
    }
}

const COLOUR: Shape = Shape::Checked(is_colour, "a colour such as \"#0b5394\"");
const CONTRAST: &[Key] = &[
    Key::optional(
        "light",
        Shape::List(&COLOUR),
        "Light surfaces on which the accent colour is text.",
    ),
    Key::optional(
        "dark",
        Shape::List(&COLOUR),
        "Dark surfaces on which the accent colour is text.",
    ),
];
const BRAND: &[Key] = &[
    Key::optional("--brand", COLOUR, "Accent on light surfaces."),
    Key::optional("--on-brand", COLOUR, "Text on it."),
    Key::optional("--brand-dark", COLOUR, "Accent on dark surfaces."),
    Key::optional("--on-brand-dark", COLOUR, "Text on it."),
];
const KEYS: &[Key] = &[
    Key::optional("name", Shape::Text, "The theme's name."),
    Key::optional("description", Shape::Text, "One sentence about it."),
    Key::optional(
        "contrast",
        Shape::Record(CONTRAST),
        "Surfaces that a brand colour is checked against.",
    ),
    Key::optional(
        "brand",
        Shape::Record(BRAND),
        "Colours of a site without a brand.",
    ),
];

/// Reads the program's settings, then what the project's theme says otherwise.
pub fn read(files: &ThemeFiles) -> Outcome<Settings> {
    let mut settings = Settings::default();
    let mut diagnostics = Vec::new();
    if let Some(file) = files.text(FILE) {
        let id = file.own.unwrap_or(FileId::of_path(FILE));
        if let Some(builtin) = file.builtin {
            settings.apply(id, builtin, &mut Vec::new());
        }
        if file.own.is_some() {
            settings.apply(id, &file.text, &mut diagnostics);
        }
    }
    Outcome::new(settings, diagnostics)
}

impl Settings {
    fn apply(&mut self, file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) {
        let Some(yaml) = yaml::parse(file, text, 0).take(diagnostics) else {
            return;
        };
        let yaml = yaml::check(yaml, &Shape::Record(KEYS)).take(diagnostics);
        if let Some(contrast) = yaml.get("contrast") {
            set_surfaces(&mut self.light, contrast.get("light"));
            set_surfaces(&mut self.dark, contrast.get("dark"));
        }
        if let Some(brand) = yaml.get("brand") {
            let palette = &mut self.palette;
            set_colour(&mut palette.brand, brand.get("--brand"));
            set_colour(&mut palette.on_brand, brand.get("--on-brand"));
            set_colour(&mut palette.brand_dark, brand.get("--brand-dark"));
            set_colour(&mut palette.on_brand_dark, brand.get("--on-brand-dark"));
        }
    }
}

fn set_surfaces(surfaces: &mut Vec<Colour>, list: Option<&Yaml>) {
    if let Some(list) = list {
        *surfaces = list.items().iter().filter_map(colour).collect();
    }
}

fn set_colour(into: &mut Colour, yaml: Option<&Yaml>) {
    if let Some(colour) = yaml.and_then(colour) {
        *into = colour;
    }
}

fn colour(yaml: &Yaml) -> Option<Colour> {
    Colour::parse(yaml.as_str()?)
}

fn is_colour(text: &str) -> bool {
    Colour::parse(text).is_some()
}
