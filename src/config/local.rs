//! Texts of YAML that may be said in every language.

use crate::model::LocalText;
use crate::yaml::{Shape, Yaml};

/// A text, or a text a language.
pub const LOCAL: Shape = Shape::TextOr(&Shape::MapOf(&Shape::Text));

/// Reads a value of the form [`LOCAL`].
#[must_use]
pub fn local_text(yaml: &Yaml) -> LocalText {
    if let Some(text) = yaml.text() {
        return LocalText(vec![(None, text)]);
    }
    let entries = yaml.entries().iter();
    let texts = entries.filter_map(|(lang, text)| Some((Some(lang.clone()), text.text()?)));
    LocalText(texts.collect())
}
