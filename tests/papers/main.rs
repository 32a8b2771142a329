//! What goes with a script: its map, its paper, comparisons, and stories in Twee.

mod compare;
mod map;
mod paper;
mod site;
mod twee;
