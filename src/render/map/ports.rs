//! Where lines meet their boxes.

use super::layers::{Item, Rows};
use super::place::BOX;

/// Between two lines at one side of a box, when there is room.
const APART: f64 = 34.0;
/// From the corner of a box to the first line.
const CORNER: f64 = 14.0;

/// For each link where it meets its upper and its lower item, from left to right. Lines at one side of a box stand side by
/// side, in the order of what they come from.
pub fn ports(rows: &Rows, middle: &[f64]) -> Vec<(f64, f64)> {
    let links = &rows.links;
    let mut ends: Vec<(f64, f64)> = links
        .iter()
        .map(|link| (middle[link.upper], middle[link.lower]))
        .collect();
    let mut below = vec![Vec::new(); rows.items.len()];
    let mut above = vec![Vec::new(); rows.items.len()];
    for (at, link) in links.iter().enumerate() {
        below[link.upper].push(at);
        above[link.lower].push(at);
    }
    for item in 0..rows.items.len() {
        if rows.items[item] == Item::Lane {
            continue;
        }
        below[item].sort_by(|&a, &b| middle[links[a].lower].total_cmp(&middle[links[b].lower]));
        above[item].sort_by(|&a, &b| middle[links[a].upper].total_cmp(&middle[links[b].upper]));
        for (&link, x) in below[item]
            .iter()
            .zip(spread(middle[item], below[item].len()))
        {
            ends[link].0 = x;
        }
        for (&link, x) in above[item]
            .iter()
            .zip(spread(middle[item], above[item].len()))
        {
            ends[link].1 = x;
        }
    }
    ends
}

/// So many places around the middle of a box.
fn spread(middle: f64, count: usize) -> impl Iterator<Item = f64> {
    let gaps = f64::from(u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX));
    let step = APART.min((BOX - 2.0 * CORNER) / gaps.max(1.0));
    (0..count).map(move |at| {
        let at = f64::from(u32::try_from(at).unwrap_or(u32::MAX));
        middle + (at - gaps / 2.0) * step
    })
}
