//! Where the items of each row stand, from left to right: near what they are linked with, and never over each other.

use super::layers::{Item, Rows};
use super::order::Neighbours;

/// Width of a box.
pub const BOX: f64 = 150.0;
/// Width of a lane.
const LANE: f64 = 8.0;
/// Free space between two items.
const GAP: f64 = 16.0;
/// Sweeps down and up.
const SWEEPS: usize = 16;

/// The middle of every item, and the width of all together. The least is half a box from the edge.
pub fn across(rows: &Rows, neighbours: &Neighbours) -> (Vec<f64>, f64) {
    let mut middle = vec![0.0; rows.items.len()];
    for row in &rows.rows {
        let width: f64 = offsets(rows, row).last().copied().unwrap_or(0.0);
        for (&item, offset) in row.iter().zip(offsets(rows, row)) {
            middle[item] = offset - width / 2.0;
        }
    }
    for sweep in 0..SWEEPS {
        let count = rows.rows.len();
        for step in 0..count {
            let row = if sweep % 2 == 0 {
                step
            } else {
                count - 1 - step
            };
            settle(rows, &rows.rows[row], neighbours, &mut middle);
        }
    }
    let half = |item: usize| width_of(rows, item) / 2.0;
    let items = || 0..rows.items.len();
    let left = items().map(|item| middle[item] - half(item));
    let left = left.fold(f64::INFINITY, f64::min);
    let right = items().map(|item| middle[item] + half(item));
    let right = right.fold(f64::NEG_INFINITY, f64::max);
    for place in &mut middle {
        *place = (*place - left).round();
    }
    (middle, (right - left).max(0.0).round())
}

fn width_of(rows: &Rows, item: usize) -> f64 {
    match rows.items[item] {
        Item::Scene(_) => BOX,
        Item::Lane => LANE,
    }
}

/// How far the middle of each item of a row is from that of the first, when they stand as close as they may.
fn offsets(rows: &Rows, row: &[usize]) -> Vec<f64> {
    let mut at = 0.0;
    let mut before: Option<usize> = None;
    let mut out = Vec::with_capacity(row.len());
    for &item in row {
        if let Some(before) = before {
            at += f64::midpoint(width_of(rows, before), width_of(rows, item)) + GAP;
        }
        out.push(at);
        before = Some(item);
    }
    out
}

/// Moves the items of a row as near as can be to the mean place of their neighbours. That is an isotonic regression of
/// what each wishes less its offset, found by pooling neighbours that are in each other's way (Barlow et al., "Statistical
/// inference under order restrictions", 1972).
fn settle(rows: &Rows, row: &[usize], neighbours: &Neighbours, middle: &mut [f64]) {
    let offsets = offsets(rows, row);
    let mut pools: Vec<Pool> = Vec::new();
    for (&item, offset) in row.iter().zip(&offsets) {
        let (wish, weight) = wish(rows, item, neighbours, middle);
        let mut pool = Pool {
            sum: (wish - offset) * weight,
            weight,
            count: 1,
        };
        while let Some(before) = pools.pop_if(|before| before.mean() > pool.mean()) {
            pool.sum += before.sum;
            pool.weight += before.weight;
            pool.count += before.count;
        }
        pools.push(pool);
    }
    let places = pools
        .iter()
        .flat_map(|pool| std::iter::repeat_n(pool.mean(), pool.count));
    for ((&item, offset), place) in row.iter().zip(&offsets).zip(places) {
        middle[item] = place + offset;
    }
}

struct Pool {
    sum: f64,
    weight: f64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.sum / self.weight
    }
}

/// Where an item wants to be and how much. A lane wants to run straight more than a box wants to be in the middle.
fn wish(rows: &Rows, item: usize, neighbours: &Neighbours, middle: &[f64]) -> (f64, f64) {
    let is_lane = |item: usize| rows.items[item] == Item::Lane;
    let (mut sum, mut weight) = (middle[item] * 0.01, 0.01);
    for &other in neighbours.above[item].iter().chain(&neighbours.below[item]) {
        let pull = match (is_lane(item), is_lane(other)) {
            (true, true) => 8.0,
            (true, false) | (false, true) => 2.0,
            (false, false) => 1.0,
        };
        sum += middle[other] * pull;
        weight += pull;
    }
    (sum / weight, weight)
}
