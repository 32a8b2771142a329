//! A script as a picture, laid out when the site is built.
//!
//! 1. `graph` says which scene leads to which.
//! 2. `layers` gives every scene a row, and every long line lanes through the rows between.
//! 3. `order` sorts each row so that few lines cross, `place` sets it from left to right, `ports` sets lines
//!    side by side.
//! 4. `picture` draws boxes and lines and cuts the whole into bands that fit on paper; `wrap` breaks words into lines.
//!
//! The layers, sweeps and lanes are those of Sugiyama's method, but a lane is shared by all lines to one scene: in a
//! conversation many answers lead to the same bad end.

mod graph;
mod layers;
mod order;
mod picture;
mod place;
mod ports;
mod wrap;

pub use graph::{Graph, lettered, places};
pub use picture::{Label, picture};
