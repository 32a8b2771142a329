//! The order of the items in each row: as few crossings as sweeps over the rows find.

use super::layers::Rows;

/// Sweeps down and up; more change little.
const SWEEPS: usize = 12;

/// For each item its neighbours in the row above and in the row below.
pub struct Neighbours {
    pub above: Vec<Vec<usize>>,
    pub below: Vec<Vec<usize>>,
}

impl Neighbours {
    pub fn of(rows: &Rows) -> Self {
        let mut above = vec![Vec::new(); rows.items.len()];
        let mut below = vec![Vec::new(); rows.items.len()];
        for link in &rows.links {
            above[link.lower].push(link.upper);
            below[link.upper].push(link.lower);
        }
        Self { above, below }
    }
}

/// Orders every row by the mean place of what its items are linked with, from above and from below in turn (Sugiyama,
/// Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", 1981), and keeps the best order.
pub fn reduce_crossings(rows: &mut Rows, neighbours: &Neighbours) {
    let mut best = (crossings(rows), rows.rows.clone());
    for sweep in 0..SWEEPS {
        let count = rows.rows.len();
        let mut place = places(rows);
        for step in 1..count {
            let (row, linked) = if sweep % 2 == 0 {
                (step, &neighbours.above)
            } else {
                (count - 1 - step, &neighbours.below)
            };
            sort(&mut rows.rows[row], linked, &mut place);
        }
        let now = crossings(rows);
        if now < best.0 {
            best = (now, rows.rows.clone());
        }
        if now == 0 {
            break;
        }
    }
    rows.rows = best.1;
}

fn places(rows: &Rows) -> Vec<usize> {
    let mut place = vec![0; rows.items.len()];
    for row in &rows.rows {
        for (at, &item) in row.iter().enumerate() {
            place[item] = at;
        }
    }
    place
}

/// An item without neighbours keeps its place.
fn sort(row: &mut Vec<usize>, linked: &[Vec<usize>], place: &mut [usize]) {
    let mut keyed: Vec<(f64, usize)> = row
        .iter()
        .map(|&item| {
            let around = &linked[item];
            let sum: usize = around.iter().map(|&other| place[other]).sum();
            let mean = if around.is_empty() {
                number(place[item])
            } else {
                number(sum) / number(around.len())
            };
            (mean, item)
        })
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    *row = keyed.into_iter().map(|(_, item)| item).collect();
    for (at, &item) in row.iter().enumerate() {
        place[item] = at;
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a place in a row, far below 2^52"
)]
fn number(count: usize) -> f64 {
    count as f64
}

/// How many pairs of links cross.
fn crossings(rows: &Rows) -> usize {
    let place = places(rows);
    let mut row_of = vec![0; rows.items.len()];
    for (at, row) in rows.rows.iter().enumerate() {
        for &item in row {
            row_of[item] = at;
        }
    }
    let mut ends: Vec<Vec<(usize, usize)>> = vec![Vec::new(); rows.rows.len()];
    for link in &rows.links {
        ends[row_of[link.upper]].push((place[link.upper], place[link.lower]));
    }
    ends.iter_mut().map(|ends| inversions(ends)).sum()
}

/// Pairs that stand in one order above and in the other below, counted by merging.
fn inversions(ends: &mut [(usize, usize)]) -> usize {
    ends.sort_unstable();
    let mut below: Vec<usize> = ends.iter().map(|end| end.1).collect();
    let mut spare = below.clone();
    let mut count = 0;
    let mut width = 1;
    while width < below.len() {
        for start in (0..below.len()).step_by(2 * width) {
            let middle = (start + width).min(below.len());
            let end = (start + 2 * width).min(below.len());
            count += merge(&below[start..end], middle - start, &mut spare[start..end]);
        }
        std::mem::swap(&mut below, &mut spare);
        width *= 2;
    }
    count
}

fn merge(from: &[usize], middle: usize, into: &mut [usize]) -> usize {
    let (mut left, mut right, mut count) = (0, middle, 0);
    for slot in into {
        if left < middle && (right >= from.len() || from[left] <= from[right]) {
            *slot = from[left];
            left += 1;
        } else {
            *slot = from[right];
            right += 1;
            count += middle - left;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::inversions;

    #[test]
    fn crossings_are_pairs_in_the_other_order() {
        assert_eq!(inversions(&mut [(0, 0), (1, 1), (2, 2)]), 0);
        assert_eq!(inversions(&mut [(0, 2), (1, 1), (2, 0)]), 3);
        // Two links from one place, or to one place, do not cross.
        assert_eq!(inversions(&mut [(0, 1), (0, 0), (1, 1)]), 0);
        assert_eq!(inversions(&mut [(0, 3), (1, 0), (2, 1), (3, 2), (4, 4)]), 3);
    }
}
