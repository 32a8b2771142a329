//! From a site to pages: the theme with its words and assets, code that is coloured, and raw HTML made harmless.

pub mod assets;
pub mod brand;
pub mod highlight;
pub mod sanitise;
pub mod theme;
pub mod view;
pub mod words;
